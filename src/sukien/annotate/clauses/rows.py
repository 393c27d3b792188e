"""A sentence as a row of units: names, times, known phrases, words and marks.

The layers for actors, quotes and events read sentences in this form. Names and times are one unit
each; then known phrases, the longest first; then the words of the tagger. Where an article has no
words or a wrong part of speech, the data files decide, so that the layers survive both.
"""

import functools
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sukien.annotate.clauses import traits
from sukien.annotate.clauses.traits import NONE, traits_of
from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.grammar import function_words, reporting, speaker_nouns, whole_words
from sukien.knowledge.happenings import triggers
from sukien.model import AnnotatedArticle, Name, Sentence, Span, Time, Word
from sukien.text.phrases import Phrases
from sukien.text.syllables import canonical
from sukien.text.tokens import Cut, cut

FINITE = traits.FINITE_CLASSES
SIGNATURES = frozenset({"byline", "agency", "credit"})
QUOTE_MARKS = traits.QUOTE_MARKS
_KINDS = {
    "NOUN": "noun",
    "PROPN": "noun",
    "VERB": "verb",
    "AUX": "verb",
    "ADJ": "adj",
    "PRON": "pron",
    "NUM": "number",
    "DET": "det",
    "ADV": "adv",
    "ADP": "prep",
    "CCONJ": "conj",
    "SCONJ": "conj",
    "PART": "adv",
    "PUNCT": "mark",
}


class Unit(NamedTuple):
    """Characters `start` to `end`, compared as `text`; `kind` is name, time, mark, noun, verb ...

    `classes` are those of a function word; `label` is a name's type, or PROPN; `traits` are bits
    that `annotate.traits` names.
    """

    start: int
    end: int
    text: str
    kind: str
    classes: frozenset[str]
    label: str
    traits: int

    def is_a(self, *classes: str) -> bool:
        """Whether the unit is a function word of one of the classes."""
        return bool(self.classes) and not self.classes.isdisjoint(classes)


Row = list[Unit]
_new = tuple.__new__  # what the constructor of a named tuple calls: here it is called most


@functools.cache
def _known() -> Phrases[str]:
    tables = (*_content_tables(), function_words(), whole_words())
    return Phrases((phrase, phrase) for phrase in sorted({p for t in tables for p in t}))


def _content_tables() -> tuple[Mapping[str, object], ...]:
    return reporting(), speaker_nouns(), actor_nouns(), triggers()


@functools.cache
def _content() -> frozenset[str]:
    """Phrases of several syllables that count even where the article's words disagree."""
    phrases = {phrase for table in (*_content_tables(), whole_words()) for phrase in table}
    return frozenset(phrase for phrase in phrases if " " in phrase)


@functools.lru_cache(maxsize=65536)
def _spelled(token: str) -> str:
    return canonical(token)


@functools.cache
def _lexicon_kinds() -> dict[str, str]:
    kinds = {**whole_words(), **dict.fromkeys(reporting(), "verb")}
    for phrase, trigger in triggers().items():
        kinds[phrase] = "noun" if trigger.form in {"noun", "head"} else "verb"
    kinds.update(dict.fromkeys(speaker_nouns(), "noun"))
    kinds.update(dict.fromkeys(actor_nouns(), "noun"))
    kinds.update({phrase: "verb" for phrase, takes in reporting().items() if takes != "theo"})
    return kinds


def read(article: AnnotatedArticle) -> list[Row]:
    """The units of each sentence of an article, in order. Every token lies in one unit.

    Three layers read the same rows one after the other: those of the last batch are remembered.
    """
    return _read(article.text, article.sentences, article.words, article.names, article.times)


@functools.lru_cache(maxsize=128)
def _read(
    text: str,
    sentences: tuple[Sentence, ...],
    words: tuple[Word, ...],
    names: tuple[Name, ...],
    times: tuple[Time, ...],
) -> list[Row]:
    pages = _Pages(text, words, names, times)
    return [pages.row(sentence) for sentence in sentences]


class _Pages:
    """The layers of an article as they are needed sentence by sentence."""

    def __init__(
        self,
        text: str,
        words: tuple[Word, ...],
        names: tuple[Name, ...],
        times: tuple[Time, ...],
    ) -> None:
        self.text = text
        self.blocks: dict[int, Name | Time] = {time.start: time for time in times}
        self.blocks.update({name.start: name for name in reversed(names)})
        self.words = {word.start: word for word in words}
        self.ends = {word.end for word in words}
        self.whole = _strip(cut(text))

    def row(self, sentence: Sentence) -> Row:
        strip = self._strip_of(sentence)
        starts, ends, spelled = strip.starts, strip.ends, strip.spelled
        row: Row = []
        at, size = 0, len(starts)
        words, blocks, leads = self.words, self.blocks, _known().leads
        while at < size:
            start, end, token = starts[at], ends[at], spelled[at]
            word = words.get(start)
            if word is not None and word.end == end and start not in blocks:
                longer = leads.get(token)
                if not longer or at + 1 == size or spelled[at + 1] not in longer:
                    kind, classes, label, found = _form(token, word.pos)  # nearly everywhere
                    row.append(_new(Unit, (start, end, token, kind, classes, label, found)))
                    at += 1
                    continue
            unit, after = self._unit(strip, at)
            if unit.end != ends[after - 1]:
                after = max(at + 1, bisect_left(starts, unit.end, at))
            row.append(unit)
            at = after
        return row

    def _unit(self, strip: "_Strip", at: int) -> tuple[Unit, int]:
        """The name, time, known phrase or word that starts at a token, and the token after."""
        block = self.blocks.get(strip.starts[at])
        if block is not None and block.end <= strip.ends[-1]:
            return self._block(block), at + 1
        hit = _known().at(strip.spelled, at)
        known = self._phrase(strip, at, *hit) if hit else None
        return (known, hit[1]) if known and hit else (self._word(strip, at), at + 1)

    def _strip_of(self, sentence: Sentence) -> "_Strip":
        """The tokens of a sentence; cut anew where its edge lies inside a token of the text."""
        starts, ends, spelled = self.whole
        first = bisect_left(starts, sentence.start)
        last = bisect_left(starts, sentence.end, first)
        if (first and ends[first - 1] > sentence.start) or (last and ends[last - 1] > sentence.end):
            piece = self.text[sentence.start : sentence.end]
            return _strip(cut(piece), sentence.start)
        return _Strip(starts[first:last], ends[first:last], spelled[first:last])

    def _word(self, strip: "_Strip", at: int) -> Unit:
        """The word of the tagger that starts at a token, else the token alone."""
        start, end, spelled = strip.starts[at], strip.ends[at], strip.spelled[at]
        word = self.words.get(start)
        if word is None or word.end > strip.ends[-1] or (word.end != end and self._crossed(word)):
            kind = _kind(spelled, self.text[start])
            return Unit(start, end, spelled, kind, NONE, "", traits_of(spelled, kind))
        text = spelled if word.end == end else _joined(self.text[start : word.end])
        kind = _kind_of(text, word.pos)
        return Unit(start, word.end, text, kind, NONE, _label(word.pos), traits_of(text, kind))

    def _block(self, block: Name | Time) -> Unit:
        start, end = block.start, block.end
        text = self.text[start:end].lower()
        if isinstance(block, Time):
            return Unit(start, end, text, "time", NONE, "", traits_of(text, "time"))
        return Unit(start, end, text, "name", NONE, block.type, traits_of(text, "name"))

    def _phrase(self, strip: "_Strip", at: int, phrase: str, after: int) -> Unit | None:
        """The known phrase from a token to the token `after`, unless words or names cross it."""
        start, end = strip.starts[at], strip.ends[after - 1]
        word = self.words.get(start)
        whole = word is not None and word.end == end
        crossed = not whole and self.words and (word is None or end not in self.ends)
        if crossed and phrase not in _content():
            return None
        if after > at + 1 and self._bars(strip.starts[at + 1 : after]):
            return None
        if word is not None and whole:
            kind = _kind_of(phrase, word.pos)
        else:
            kind = _kind(phrase, self.text[start])
        classes = function_words().get(phrase, NONE)
        return Unit(start, end, phrase, kind, classes, "", traits_of(phrase, kind, classes))

    def _bars(self, starts: Sequence[int]) -> bool:
        """Whether a name or time starts at one of the places."""
        return not self.blocks.keys().isdisjoint(starts)

    def _crossed(self, word: Word) -> bool:
        """Whether a name or time starts inside the word."""
        text = self.text
        space = text.find(" ", word.start, word.end)
        while space >= 0:
            if space + 1 in self.blocks:
                return True
            space = text.find(" ", space + 1, word.end)
        return False


class _Strip(NamedTuple):
    """Tokens as parallel lists: where each starts and ends, and how it is compared."""

    starts: list[int]
    ends: list[int]
    spelled: list[str]


def _strip(tokens: Cut, shift: int = 0) -> _Strip:
    spelled = list(map(_spelled, tokens.tokens))
    return _Strip((tokens.starts + shift).tolist(), (tokens.ends + shift).tolist(), spelled)


@functools.lru_cache(maxsize=65536)
def _joined(written: str) -> str:
    """A word of several syllables as it is compared."""
    return " ".join(_spelled(part) for part in written.split())


@functools.cache
def _surely_nouns() -> frozenset[str]:
    """Phrases that are nouns whatever the tagger says."""
    actors = {phrase for phrase in actor_nouns() if " " in phrase}
    happenings = {phrase for phrase, trigger in triggers().items() if trigger.form == "noun"}
    return frozenset(actors | happenings)


@functools.lru_cache(maxsize=65536)
def _kind_of(text: str, pos: str) -> str:
    """What a word of the tagger is: by the data files when they are sure, else by its tag."""
    if not any(character.isalnum() for character in text):
        return "mark"
    if text in _surely_nouns():
        return "noun"
    known = _lexicon_kinds().get(text)
    if known is None or pos in {"NOUN", "VERB"}:
        return _KINDS.get(pos, "other")
    return known


@functools.lru_cache(maxsize=65536)
def _form(token: str, pos: str) -> tuple[str, frozenset[str], str, int]:
    """Kind, classes, label and traits of a token that is a word of the tagger for itself."""
    kind, classes = _kind_of(token, pos), function_words().get(token, NONE)
    label = "" if _known().at([token], 0) else _label(pos)
    return kind, classes, label, traits_of(token, kind, classes)


def _label(pos: str) -> str:
    return "PROPN" if pos == "PROPN" else ""


def _kind(text: str, written: str) -> str:
    """What a token is that is no word of the tagger."""
    if text in _surely_nouns():
        return "noun"
    known = _lexicon_kinds().get(text)
    if known:
        return known
    if written[:1].isdigit():
        return "number"
    if not written[:1].isalnum():
        return "mark"
    return "noun" if written[:1].isupper() else "other"


def span(row: Row, first: int, last: int) -> Span:
    """The characters of units `first` to `last` (half-open)."""
    return Span(row[first].start, row[last - 1].end)


def within_any(place: int, spans: Sequence[Span]) -> bool:
    """Whether a character lies in one of the spans."""
    return any(found.start <= place < found.end for found in spans)


def start_of(found: Unit | Span) -> int:
    """Where it starts: a key to search by."""
    return found.start


def end_of(found: Unit | Span) -> int:
    """Where it ends: a key to search by."""
    return found.end
