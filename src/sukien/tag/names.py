"""Proper names: the tables' names, the own names of bodies, and runs of capitals.

The tables and the bodies' names are found first, in one pass; what capitals are left are judged by
the words around them and by their own form; last, the article decides for itself: a name that is
typed surely once is typed the same throughout.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from sukien.knowledge.gazetteer import Gazetteer, Match, gazetteer
from sukien.knowledge.name_cues import Cues, cues
from sukien.knowledge.tables import read_table
from sukien.model import AnnotatedArticle, Mention
from sukien.tag.name_bodies import body_end
from sukien.tag.name_runs import Judge, Run, Typed, is_person_name, opening_word, runs
from sukien.tag.name_tokens import Tokens, name_tokens

_PREPOSITIONS = frozenset(("ở", "tại", "đến", "từ", "về", "khỏi", "tới", "qua", "gần"))
_PRONOUN_OR_COUNTRY = "anh"
_GOVERNMENT = "org:Government of Vietnam"
_DASHES = frozenset("-–—")


@cache
def _no_names() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("no_names"))


def find(batch: Sequence[AnnotatedArticle]) -> list[tuple[Mention, ...]]:
    """The mentions of each article, in order, none inside another. Needs sentences and words."""
    return [_Finder(article).mentions() for article in batch]


class _Finder:
    """Finds the names of one article."""

    def __init__(self, article: AnnotatedArticle) -> None:
        self._tokens: Tokens = name_tokens(article)
        self._names: Gazetteer = gazetteer()
        self._cues: Cues = cues()
        self._judge = Judge(self._tokens, self._cues, self._names)
        self._taken = [False] * len(self._tokens.text)
        self._found: list[Typed] = []

    def mentions(self) -> tuple[Mention, ...]:
        """All names in order."""
        self._known()
        unsure = self._unknown()
        self._found += _agreed(self._tokens, self._found, unsure)
        tokens = self._tokens.token
        return tuple(
            Mention(tokens[one.start].start, tokens[one.end - 1].end, one.type)
            for one in sorted(self._found)
        )

    def _take(self, start: int, end: int, kind: str) -> int:
        self._found.append(Typed(start, end, kind, sure=True))
        self._taken[start:end] = [True] * (end - start)
        return end

    def _known(self) -> None:
        i, n = 0, len(self._tokens.text)
        while i < n:
            i = self._at(i)

    def _at(self, i: int) -> int:
        """Take the name that starts at a token, if one does; the index to go on from."""
        tokens = self._tokens
        if not tokens.word[i]:
            return i + 1
        numbered = self._numbered(i)
        if numbered is not None:
            return self._take(i, numbered, "LOC")
        match = self._names.at(tokens.text, tokens.form, i)
        body = body_end(tokens, i, self._cues, self._names) if tokens.cap[i] else None
        if body is not None and (match is None or body > match.end):
            return self._take(i, body, "ORG")
        if match is None:
            return i + 1
        return self._tabled(i, match)

    def _tabled(self, i: int, match: Match) -> int:
        """Take a name of the tables, or the person's name around it, or neither."""
        person = self._person_around(i, match)
        if person is not None:
            return self._take(i, person, "PER") if person > i else i + 1
        if not self._accepts(i, match):
            return i + 1
        return self._take(i, match.end, match.entry.type)

    def _numbered(self, i: int) -> int | None:
        """`quận 9`, `quốc lộ 1A`: a noun with a number that is a name."""
        form, text = self._tokens.form, self._tokens.text
        for length in (1, 2):
            at = i + length
            if at < len(text) and " ".join(form[i:at]) in self._cues.within:
                number = text[at]
                if number[:1].isdigit() and len(number) <= 4 and number.isalnum():
                    return at + 1
        return None

    def _run_around(self, i: int) -> Run:
        tokens, start, end = self._tokens, i, i + 1
        while (
            start > 0
            and tokens.cap[start - 1]
            and not self._taken[start - 1]
            and tokens.sentence[start - 1] == tokens.sentence[i]
        ):
            start -= 1
        while (
            end < len(tokens.text)
            and tokens.cap[end]
            and tokens.sentence[end] == tokens.sentence[i]
        ):
            end += 1
        return Run(start, end)

    def _person_around(self, i: int, match: Match) -> int | None:
        """The end of the person's name in which a place's name stands (`Nguyễn Thái Bình`).

        `i` itself when the name begins before `i`, None when no person's name is around.
        """
        tokens = self._tokens
        if match.entry.type == "PER" or not all(tokens.native[i : match.end]):
            return None
        run = self._run_around(i)
        if run.start < i:
            start = run.start + int(opening_word(tokens, run, lambda _: False))
            inside = start < i and is_person_name(tokens, Run(start, run.end))
            return i if inside or (start < i and self._judge.cue(start) == "person") else None
        if run.end == match.end:
            cue = self._judge.cue(i)
            named = len(match.entry.tokens) > 1 or tokens.text[i] != tokens.text[i].title()
            own = cue == "person" and match.entry.type == "LOC" and self._after_kin(i)
            return match.end if own and named else None
        whole = all(tokens.native[i : run.end]) and run.end - i <= 4
        if not whole or self._names.at(tokens.text, tokens.form, match.end) is not None:
            return None
        if self._judge.cue(i) == "person" or (is_person_name(tokens, run) and run.end - i > 2):
            return run.end
        single = match.end - i == 1 and run.end - match.end == 1 and not tokens.first[i]
        return run.end if single else None

    def _after_kin(self, i: int) -> bool:
        """Whether a word for a person alone, with no country to follow, stands before a token."""
        return i > 0 and self._tokens.form[i - 1] in {"ông", "bà", "anh", "chị", "em", "cháu", "cô"}

    def _accepts(self, i: int, match: Match) -> bool:
        tokens, end = self._tokens, match.end
        if (
            end < len(tokens.text)
            and tokens.inside[end]
            and not tokens.cap[end]
            and (end - i == 1 and tokens.native[i])
        ):
            return False
        if tokens.form[i] == _PRONOUN_OR_COUNTRY and end - i == 1:
            return self._is_england(i)
        if match.entry.entity == _GOVERNMENT:
            return self._is_vietnams(i, end)
        if match.entry.weak:
            return self._is_placed(i, match)
        if tokens.loud[i] and end - i == 1 and tokens.native[i]:
            return False
        before = i - 1
        touching = before >= 0 and tokens.cap[before] and tokens.native[before] and end - i == 1
        return not (
            touching and tokens.native[i] and not self._taken[before] and not tokens.first[before]
        )

    def _is_england(self, i: int) -> bool:
        tokens, following = self._tokens, i + 1
        followed = following < len(tokens.text) and tokens.cap[following]
        if tokens.first[i]:
            return False
        if followed and tokens.native[following]:
            return self._names.at(tokens.text, tokens.form, following) is not None
        return not tokens.loud[i]

    def _is_vietnams(self, i: int, end: int) -> bool:
        tokens = self._tokens
        if end >= len(tokens.text):
            return not tokens.first[i]
        if self._names.at(tokens.text, tokens.form, end) is not None:
            return False
        return not tokens.first[i] or tokens.form[end] not in {"mới", "quân", "lâm", "nước"}

    def _is_placed(self, i: int, match: Match) -> bool:
        """Whether the words around a weak name speak for a place."""
        tokens, end = self._tokens, match.end
        if self._compound(i, end):
            return True
        if match.entry.entity and match.entry.entity.startswith("country:"):
            return False
        if self._judge.cue(i) == "place":
            return True
        before = tokens.form[i - 1] if i else ""
        if before in _PREPOSITIONS and not is_person_name(tokens, Run(i, end)):
            return True
        listed = before in {",", "("} and self._place_near(i, end)
        return listed or (end - i > 1 and not any(tokens.native[i:end]))

    def _place_near(self, i: int, end: int) -> bool:
        tokens = self._tokens
        if i > 1 and self._taken[i - 2] and self._found and self._found[-1].type == "LOC":
            return True
        following = end + 1
        if following >= len(tokens.text) or tokens.text[end] not in {",", "("}:
            return False
        match = self._names.at(tokens.text, tokens.form, following)
        place = match is not None and match.entry.type == "LOC" and not match.entry.weak
        return place or self._cues.before["place"].at(tokens.form, following) is not None

    def _compound(self, i: int, end: int) -> bool:
        """`Trung-Nhật`: a short form beside a dash with another country behind it."""
        for dash, other in ((end, end + 1), (i - 1, i - 2)):
            if 0 <= other < len(self._tokens.text) and self._tokens.text[dash] in _DASHES:
                match = self._names.at(self._tokens.text, self._tokens.form, other)
                if match and (match.entry.entity or "").startswith("country:"):
                    return True
        return False

    def _unknown(self) -> list[Typed]:
        """Type the runs that are left; those without a ground are returned."""
        unsure: list[Typed] = []
        tokens = self._tokens
        inner = {
            t
            for t, cap, first in zip(tokens.text, tokens.cap, tokens.first, strict=True)
            if cap and not first
        }
        for run in runs(tokens, self._taken):
            trimmed = self._trimmed(run, inner)
            if trimmed is None:
                continue
            typed = self._judge.typed(trimmed)
            if typed.sure and not self._lone(trimmed, typed):
                self._take(typed.start, typed.end, typed.type)
            else:
                unsure.append(typed)
        return unsure

    def _lone(self, run: Run, typed: Typed) -> bool:
        """A single native syllable is a name only behind a cue for one."""
        single = run.end - run.start == 1 and self._tokens.native[run.start]
        return (
            single and self._judge.cue(run.start) not in {"person", "place"} and typed.type != "ORG"
        )

    def _trimmed(self, run: Run, inner: set[str]) -> Run | None:
        """The run without what is capitalised for another reason; None when nothing is left."""
        tokens, (start, end) = self._tokens, run
        if opening_word(tokens, run, lambda text: text in inner and not tokens.native[start]):
            start += 1
        while start < end and tokens.text[end - 1] in {"-", "'", "’"}:
            end -= 1
        while start < end and self._continues(end):
            end -= 1
        words = [text for text in tokens.text[start:end] if text != "."]
        if not words or all(text in _no_names() for text in words):
            return None
        return Run(start, end)

    def _continues(self, end: int) -> bool:
        """Whether the last token begins a lower-case word: `Hội nghị`, `Thủ tướng`."""
        tokens = self._tokens
        return (
            end < len(tokens.text)
            and tokens.inside[end]
            and tokens.word[end]
            and not tokens.cap[end]
            and (tokens.native[end - 1])
        )


def _agreed(tokens: Tokens, sure: list[Typed], unsure: list[Typed]) -> list[Typed]:
    """The unsure names that the article itself supports, typed as it types them elsewhere."""
    votes: dict[str, Counter[str]] = {}
    parts: dict[str, str] = {}
    for one in sure:
        surface = " ".join(tokens.text[one.start : one.end])
        votes.setdefault(surface, Counter())[one.type] += 1
        if one.type == "PER" and one.end - one.start > 1:
            foreign = not tokens.native[one.end - 1]
            for text in tokens.text[one.start if foreign else one.end - 1 : one.end]:
                parts[text] = "PER"
    return [typed for one in unsure if (typed := _settled(tokens, one, votes, parts)) is not None]


def _settled(
    tokens: Tokens, one: Typed, votes: dict[str, Counter[str]], parts: dict[str, str]
) -> Typed | None:
    texts = tokens.text[one.start : one.end]
    voted = votes.get(" ".join(texts))
    kind = voted.most_common(1)[0][0] if voted else parts.get(texts[-1])
    if kind is None:
        lone = len(texts) == 1 and tokens.native[one.start]
        kind = None if lone else one.type
    return Typed(one.start, one.end, kind, sure=False) if kind else None
