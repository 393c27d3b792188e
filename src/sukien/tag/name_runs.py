"""Runs of capitals that no table knows: where they begin and end, and what they are."""

import re
from collections.abc import Callable
from typing import NamedTuple

from sukien.knowledge.gazetteer import Gazetteer, capital_shares, surnames
from sukien.knowledge.name_cues import Cues, SmallWords, small_words
from sukien.tag.name_tokens import Tokens

_GIVEN = 55
_PERSON_LENGTHS = range(2, 6)
_ACRONYM = re.compile(r"[A-ZĐ&]{2,7}\d?$")
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z]")
_MODEL = re.compile(r"[A-Za-z]+\d|\d+[A-Za-z]")


class Run(NamedTuple):
    """Tokens `start` to `end` (exclusive) that may be one name."""

    start: int
    end: int


class Typed(NamedTuple):
    """A run with its type; `sure` when a cue or a table says so, not a default."""

    start: int
    end: int
    type: str
    sure: bool


def runs(tokens: Tokens, taken: list[bool]) -> list[Run]:
    """The stretches of capitalised tokens that nothing has taken yet."""
    found: list[Run] = []
    i, n = 0, len(tokens.text)
    while i < n:
        if taken[i] or not tokens.cap[i] or tokens.loud[i]:
            i += 1
            continue
        end = i + 1
        while end < n and not taken[end] and tokens.sentence[end] == tokens.sentence[i]:
            step = _goes_on(tokens, taken, end)
            if not step:
                break
            end += step
        found.append(Run(i, end))
        i = end
    return found


def _goes_on(tokens: Tokens, taken: list[bool], at: int) -> int:
    """How many tokens at `at` belong to the run before them: 0 when it ends there."""
    if tokens.cap[at]:
        return 1
    following = at + 1
    more = following < len(tokens.text) and not taken[following]
    if tokens.text[at] in {"-", "'", "’"} and tokens.touching(at) and more:
        foreign = not tokens.native[at - 1] or not tokens.native[following]
        if tokens.touching(following) and tokens.word[following] and foreign:
            return 2
        if tokens.touching(following) and tokens.text[following][:1].isdigit():
            return 2
    if tokens.text[at] == "." and tokens.touching(at):
        return _initial(tokens, at, more=more)
    if tokens.text[at][:1].isdigit() and not tokens.native[at - 1] and _plain(tokens.text[at]):
        return int(tokens.text[at - 1].lower() != "covid")
    return 0


def _plain(number: str) -> bool:
    return number.isdigit() and len(number) <= 3


def _initial(tokens: Tokens, at: int, *, more: bool) -> int:
    """`B. Obama`, `Văn A.`: the full stop after a single capital belongs to the name."""
    if len(tokens.text[at - 1]) > 2 or not tokens.text[at - 1].isupper():
        return 0
    if more and tokens.cap[at + 1] and tokens.sentence[at + 1] == tokens.sentence[at]:
        return 2
    return int(at + 1 < len(tokens.text) and tokens.sentence[at + 1] == tokens.sentence[at])


def opening_word(tokens: Tokens, run: Run, seen: Callable[[str], bool]) -> bool:
    """Whether a run's first token is capitalised only because it opens the sentence."""
    first = run.start
    if not tokens.first[first] or not tokens.native[first]:
        return False
    following = first + 1
    if following < len(tokens.text) and tokens.inside[following] and not tokens.cap[following]:
        return True
    form = tokens.form[first]
    if run.end == following:
        return not seen(tokens.text[first])
    if form in surnames() and capital_shares().get(form, 0) >= _GIVEN:
        return False
    return capital_shares().get(form, 0) < _GIVEN


class Judge:
    """Tells what a run is, from the words around it and from its own form."""

    def __init__(self, tokens: Tokens, cues: Cues, names: Gazetteer) -> None:
        self._tokens = tokens
        self._cues = cues
        self._words: SmallWords = small_words()
        self.names = names

    def cue(self, start: int) -> str | None:
        """The kind of the nearest cue phrase that ends just before a token."""
        tokens, end = self._tokens, start
        if end and tokens.text[end - 1] == "." and len(tokens.text[end - 2]) <= 3:
            end -= 1
        if end == 0 or tokens.sentence[end - 1] != tokens.sentence[start]:
            return None
        longest, kind = 0, None
        for name, phrases in self._cues.before.items():
            for begin in range(max(0, end - 4), end):
                hit = phrases.at(tokens.form, begin)
                if hit is not None and hit[1] == end and end - begin > longest:
                    longest, kind = end - begin, name
        return kind

    def begins_place(self, start: int) -> bool:
        """Whether a noun for a place begins at a token."""
        return self._cues.before["place"].at(self._tokens.form, start) is not None

    def typed(self, run: Run) -> Typed:
        """The run with its type."""
        kind = self._by_cue(run) or self._by_form(run)
        return Typed(run.start, run.end, kind, sure=True) if kind else self._default(run)

    def _by_cue(self, run: Run) -> str | None:
        cue = self.cue(run.start)
        if cue == "person":
            return None if self._is_model(run) else "PER"
        kinds = {"place": "LOC", "outlet": "ORG", "thing": "MISC"}
        return kinds.get(cue or "") or self._by_head(run)

    def _by_head(self, run: Run) -> str | None:
        """`Dinh Độc Lập`, `Cầu Rồng`: the name begins with the noun for a place."""
        if run.end - run.start < 2 or is_person_name(self._tokens, run):
            return None
        hit = self._cues.before["place"].at(self._tokens.form, run.start)
        return "LOC" if hit is not None and hit[1] < run.end else None

    def _by_form(self, run: Run) -> str | None:
        tokens = self._tokens
        texts = tokens.text[run.start : run.end]
        if self._is_model(run):
            return "MISC"
        if any(text.lower() in self._words.foreign_body for text in texts[1:]) or any(
            _CAMEL.match(text) for text in texts
        ):
            return "ORG"
        entry = self.names.nearest(texts) if not all(tokens.native[run.start : run.end]) else None
        if entry is not None:
            return entry.type
        if is_person_name(tokens, run) or self.is_signature(run):
            return "PER"
        return "PER" if self._speaks(run) else None

    def _is_model(self, run: Run) -> bool:
        texts = self._tokens.text[run.start : run.end]
        return any(_MODEL.match(text) for text in texts) or (len(texts) > 1 and texts[-1].isdigit())

    def is_signature(self, run: Run) -> bool:
        """A sentence of two to four capitalised syllables, with a bracket or alone: an author."""
        tokens, (start, end) = self._tokens, run
        if not 2 <= end - start <= 4 or not all(tokens.native[start:end]):
            return False
        alone = start == 0 or tokens.sentence[start - 1] != tokens.sentence[start]
        if not alone or end == len(tokens.text) or tokens.text[end] == "(":
            return alone
        return tokens.sentence[end] != tokens.sentence[start]

    def _speaks(self, run: Run) -> bool:
        hit = self._cues.saying.at(self._tokens.form, run.end)
        return hit is not None and not self._tokens.text[run.start].isupper()

    def _default(self, run: Run) -> Typed:
        tokens = self._tokens
        before = tokens.form[run.start - 1] if run.start else ""
        texts = tokens.text[run.start : run.end]
        native = all(tokens.native[run.start : run.end])
        if all(_ACRONYM.match(text) for text in texts if text.isalnum()):
            kind = "ORG"
        elif before in self._words.preposition:
            kind = "LOC"
        elif native:
            kind = "PER" if len(texts) > 1 else "LOC"
        else:
            kind = "PER" if len(texts) > 1 else "ORG"
        return Typed(run.start, run.end, kind, sure=False)


def is_person_name(tokens: Tokens, run: Run) -> bool:
    """Whether a run has the form of a Vietnamese person's full name: `Nguyễn Văn An`."""
    texts = [t for t in tokens.text[run.start : run.end] if t != "."]
    if len(texts) not in _PERSON_LENGTHS or tokens.form[run.start] not in surnames():
        return False
    return all(tokens.native[i] or len(tokens.text[i]) == 1 for i in range(run.start, run.end))
