"""Proper names: the tables' names, the own names of bodies, and runs of capitals.

The tables and the bodies' names are found first, in one pass; what capitals are left are judged by
the words around them and by their own form; last, the article decides for itself: a name that is
typed surely once is typed the same throughout.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from sukien.knowledge.gazetteer import Gazetteer, Match, capital_shares, gazetteer
from sukien.knowledge.name_cues import Cues, cues
from sukien.knowledge.tables import read_table
from sukien.model import AnnotatedArticle, Mention
from sukien.tag.name_bodies import body_end
from sukien.tag.name_context import Context
from sukien.tag.name_runs import Judge, Run, Typed, opening_word, runs
from sukien.tag.name_tokens import Tokens, name_tokens

_NAMELY = 50


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
        self._context = Context(self._tokens, self._judge, self._taken)

    def mentions(self) -> tuple[Mention, ...]:
        """All names in order."""
        self._known()
        unsure = self._unknown()
        self._found = _called_by_name(self._tokens, self._found)
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
        person = self._context.person_around(i, match)
        if person is not None:
            kind = "LOC" if self._judge.cue(i) == "place" else "PER"
            return self._take(i, person, kind) if person > i else i + 1
        if not self._context.accepts(i, match):
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

    def _unknown(self) -> list[Typed]:
        """Type the runs that are left; those without a ground are returned."""
        unsure: list[Typed] = []
        tokens = self._tokens
        inner = {
            t
            for t, cap, first in zip(tokens.text, tokens.cap, tokens.first, strict=True)
            if cap and not first
        }
        inner |= {
            f"{one} {other}"
            for one, other, cap, first in zip(
                tokens.text, tokens.text[1:], tokens.cap, tokens.first, strict=False
            )
            if cap and not first and other[:1].isupper()
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
        opened = " ".join(tokens.text[start : start + 2])
        if opened not in inner and opening_word(
            tokens, run, lambda text: text in inner and self._namelike(start)
        ):
            start += 1
        title = self._cues.before["person"].at(tokens.form, start) if start < end else None
        loud = start < end and tokens.text[start].isupper()
        if title is not None and start + 1 - int(loud) < title[1] < end:
            start = title[1]
        while start < end and tokens.text[end - 1] in {"-", "'", "’"}:
            end -= 1
        while start < end and self._continues(end):
            end -= 1
        words = [text for text in tokens.text[start:end] if text != "."]
        if not words or all(text in _no_names() for text in words) or self._is_house(start, end):
            return None
        return Run(start, end)

    def _is_house(self, start: int, end: int) -> bool:
        """Whether a run is the mark of a paper that opens its lead: `TTS -`, `(SH) -`."""
        tokens, behind = self._tokens, end + int(self._tokens.text[end : end + 1] == [")"])
        if end - start > 1 or not tokens.text[start].isupper():
            return False
        before = start - 1 if behind == end else start - 2
        opens = before < 0 or tokens.sentence[before] != tokens.sentence[start]
        return opens and tokens.text[behind : behind + 1] in (["-"], ["–"], ["—"])

    def _namelike(self, i: int) -> bool:
        """Whether a token is seldom anything but a name."""
        return (
            not self._tokens.native[i] or capital_shares().get(self._tokens.form[i], 0) >= _NAMELY
        )

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


def _called_by_name(tokens: Tokens, found: list[Typed]) -> list[Typed]:
    """One-syllable countries that are somebody's given name in this article: `Đức`, `Nga`."""
    given = {
        tokens.text[one.end - 1]
        for one in found
        if one.type == "PER" and one.end - one.start > 2 and tokens.native[one.end - 1]
    }
    return [
        one._replace(type="PER")
        if one.end - one.start == 1 and one.type == "LOC" and tokens.text[one.start] in given
        else one
        for one in found
    ]


def _agreed(tokens: Tokens, sure: list[Typed], unsure: list[Typed]) -> list[Typed]:
    """The unsure names that the article itself supports, typed as it types them elsewhere."""
    votes: dict[str, Counter[str]] = {}
    parts: dict[str, str] = {}
    for one in (*sure, *unsure):
        surface = " ".join(tokens.text[one.start : one.end])
        if one.sure:
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
