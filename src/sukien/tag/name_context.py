"""Whether a name of the tables is that name where it stands, or a part of something else."""

from sukien.knowledge.gazetteer import Match
from sukien.knowledge.name_cues import SmallWords, small_words
from sukien.tag.name_runs import Judge, Run, is_person_name, opening_word
from sukien.tag.name_tokens import Tokens

_GOVERNMENT = "org:Government of Vietnam"
_COUNTRY = "country:"
_DASHES = frozenset("-–—")
_LONGEST_PERSON = 4


class Context:
    """The surroundings of an article's tokens. `taken` marks tokens that are names already."""

    def __init__(self, tokens: Tokens, judge: Judge, taken: list[bool]) -> None:
        self._tokens = tokens
        self._judge = judge
        self._taken = taken
        self._words: SmallWords = small_words()

    def _match(self, i: int) -> Match | None:
        return self._judge.names.at(self._tokens.text, self._tokens.form, i)

    def _run_around(self, i: int) -> Run:
        """The capitalised tokens before and behind a token, up to the sentence's edges."""
        tokens, start, end = self._tokens, i, i + 1
        while start > 0 and self._joins(start - 1, i) and not self._taken[start - 1]:
            start -= 1
        while end < len(tokens.text) and self._joins(end, i):
            end += 1
        return Run(start, end)

    def _joins(self, j: int, i: int) -> bool:
        return self._tokens.cap[j] and self._tokens.sentence[j] == self._tokens.sentence[i]

    def person_around(self, i: int, match: Match) -> int | None:
        """The end of the person's name in which a name of the tables stands (`Nguyễn Thái Bình`).

        `i` itself when that name begins before `i`, None when no person's name is around.
        """
        if match.entry.type == "PER" or not all(self._tokens.native[i : match.end]):
            return None
        run = self._run_around(i)
        if run.start < i:
            return i if self._ends_a_person(i, run) else None
        if run.end == match.end:
            return match.end if self._is_called_so(i, match) else None
        return self._begins_a_person(i, match, run)

    def _ends_a_person(self, i: int, run: Run) -> bool:
        if self._judge.is_signature(run):
            return True
        start = run.start + int(opening_word(self._tokens, run, lambda _: False))
        if start >= i:
            return False
        named = is_person_name(self._tokens, Run(start, run.end))
        return named or self._judge.cue(start) == "person"

    def _is_called_so(self, i: int, match: Match) -> bool:
        """`ông Thái Bình`: a word for a person alone stands before the place's name."""
        several = len(match.entry.tokens) > 1 and match.entry.type == "LOC"
        return several and i > 0 and self._tokens.form[i - 1] in self._words.kin

    def _begins_a_person(self, i: int, match: Match, run: Run) -> int | None:
        tokens = self._tokens
        whole = all(tokens.native[i : run.end]) and run.end - i <= _LONGEST_PERSON
        if not whole or self._match(match.end) is not None:
            return None
        surname = is_person_name(tokens, run) and run.end - i > 2
        pair = match.end - i == 1 and run.end - match.end == 1 and not tokens.first[i]
        return run.end if self._judge.cue(i) == "person" or surname or pair else None

    def accepts(self, i: int, match: Match) -> bool:
        """Whether the tables' name counts here."""
        tokens, end = self._tokens, match.end
        if end - i == 1 and tokens.native[i] and not self._stands_alone(i):
            return False
        if end - i == 1 and tokens.form[i] in self._words.pronoun_or_country:
            return self._is_country(i)
        if match.entry.entity == _GOVERNMENT:
            return self._is_vietnams(i, end)
        return not self._goes_on(i, match) and (
            not match.entry.weak or self._is_spoken_for(i, match)
        )

    def _stands_alone(self, i: int) -> bool:
        """Whether a single syllable is no part of a word or of a name around it."""
        tokens, end, before = self._tokens, i + 1, i - 1
        goes_on = end < len(tokens.text) and tokens.inside[end] and not tokens.cap[end]
        if goes_on or tokens.loud[i]:
            return False
        touched = before >= 0 and tokens.cap[before] and tokens.native[before]
        return not touched or self._taken[before] or tokens.first[before]

    def _goes_on(self, i: int, match: Match) -> bool:
        """Whether a foreign name of one token is the beginning of a longer one: `Antara News`."""
        tokens, end = self._tokens, match.end
        if end - i > 1 or tokens.native[i] or end >= len(tokens.text) or not self._joins(end, i):
            return False
        country = (match.entry.entity or "").startswith(_COUNTRY)
        return not country and not tokens.native[end] and self._match(end) is None

    def _is_country(self, i: int) -> bool:
        """`Anh` is the country, not the pronoun: inside a sentence, with no name behind it."""
        tokens, following = self._tokens, i + 1
        if tokens.first[i]:
            return False
        if following < len(tokens.text) and tokens.cap[following] and tokens.native[following]:
            return self._match(following) is not None
        return True

    def _is_vietnams(self, i: int, end: int) -> bool:
        """`Chính phủ` is Vietnam's own where neither a country nor `mới`, `lâm thời` follows."""
        tokens = self._tokens
        if end >= len(tokens.text):
            return not tokens.first[i]
        if self._match(end) is not None:
            return False
        return not tokens.first[i] or tokens.form[end] not in self._words.other_government

    def _is_spoken_for(self, i: int, match: Match) -> bool:
        """Whether the words around a weak name speak for it."""
        tokens, end = self._tokens, match.end
        before = tokens.form[i - 1] if i else ""
        cue = self._judge.cue(i)
        if match.entry.type != "LOC":
            return cue in {"outlet", "thing"} or before in self._words.source
        if self._is_compound(i, end):
            return True
        if (match.entry.entity or "").startswith(_COUNTRY):
            return False
        placed = before in self._words.preposition and not is_person_name(tokens, Run(i, end))
        listed = before in {",", "("} and self._is_listed(i, end)
        foreign = end - i > 1 and not any(tokens.native[i:end])
        return cue == "place" or placed or listed or foreign

    def _is_listed(self, i: int, end: int) -> bool:
        """Whether a place stands beside it in a list: `quận Gò Vấp, TPHCM`."""
        tokens, following = self._tokens, end + 1
        if i > 1 and self._taken[i - 2]:
            return True
        if following >= len(tokens.text) or tokens.text[end] not in {",", "("}:
            return False
        match = self._match(following)
        place = match is not None and match.entry.type == "LOC" and not match.entry.weak
        return place or self._judge.begins_place(following)

    def _is_compound(self, i: int, end: int) -> bool:
        """`Trung-Nhật`: a short form beside a dash with another country behind it."""
        for dash, other in ((end, end + 1), (i - 1, i - 2)):
            if 0 <= other < len(self._tokens.text) and self._tokens.text[dash] in _DASHES:
                match = self._match(other)
                if match is not None and (match.entry.entity or "").startswith(_COUNTRY):
                    return True
        return False
