"""A sentence as a row of units: names, times, known phrases, words and marks.

The layers for actors, quotes and events read sentences in this form. Names and times are one unit
each; then known phrases, the longest first; then the words of the tagger. Where an article has no
words or a wrong part of speech, the data files decide, so that the layers survive both.
"""

import functools
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sukien.knowledge.actor_nouns import actor_nouns
from sukien.knowledge.grammar import function_words, reporting, speaker_nouns, whole_words
from sukien.knowledge.happenings import triggers
from sukien.model import AnnotatedArticle, Name, Sentence, Span, Time, Word
from sukien.text.phrases import Phrases
from sukien.text.syllables import canonical
from sukien.text.tokens import Token, tokenize

NONE: frozenset[str] = frozenset()
FINITE = frozenset({"past", "present", "future", "possible", "negation", "passive"})
SIGNATURES = frozenset({"byline", "agency", "credit"})
QUOTE_MARKS = frozenset("\"“”„«»‘’'")
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

    `classes` are those of a function word; `label` is a name's type, or PROPN.
    """

    start: int
    end: int
    text: str
    kind: str
    classes: frozenset[str] = NONE
    label: str = ""

    def is_a(self, *classes: str) -> bool:
        """Whether the unit is a function word of one of the classes."""
        return bool(self.classes) and not self.classes.isdisjoint(classes)


Row = list[Unit]


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

    def row(self, sentence: Sentence) -> Row:
        tokens = tokenize(self.text, sentence.start, sentence.end)
        spelled = [_spelled(token.text) for token in tokens]
        starts = [token.start for token in tokens]
        row: Row = []
        at = 0
        while at < len(tokens):
            unit, after = self._unit(tokens, spelled, at)
            if unit.end != tokens[after - 1].end:
                after = max(at + 1, bisect_left(starts, unit.end))
            row.append(unit)
            at = after
        return row

    def _unit(self, tokens: list[Token], spelled: list[str], at: int) -> tuple[Unit, int]:
        start = tokens[at].start
        block = self.blocks.get(start)
        if block is not None and block.end <= tokens[-1].end:
            return self._block(block), at + 1
        known = self._phrase(tokens, spelled, at)
        if known:
            return known
        word = self.words.get(start)
        if word is not None and word.end <= tokens[-1].end and not self._crossed(word):
            text = " ".join(_spelled(part) for part in self.text[word.start : word.end].split())
            kind, label = _kind(text, word, tokens[at].text), _label(word)
            return Unit(start, word.end, text, kind, NONE, label), at + 1
        text = spelled[at]
        return Unit(start, tokens[at].end, text, _kind(text, None, tokens[at].text)), at + 1

    def _block(self, block: Name | Time) -> Unit:
        text = self.text[block.start : block.end].lower()
        if isinstance(block, Time):
            return Unit(block.start, block.end, text, "time")
        return Unit(block.start, block.end, text, "name", NONE, block.type)

    def _phrase(self, tokens: list[Token], spelled: list[str], at: int) -> tuple[Unit, int] | None:
        hit = _known().at(spelled, at)
        if not hit:
            return None
        phrase, after = hit
        start, end = tokens[at].start, tokens[after - 1].end
        fits = not self.words or (start in self.words and end in self.ends)
        if not fits and phrase not in _content():
            return None
        if any(token.start in self.blocks for token in tokens[at + 1 : after]):
            return None
        word = self.words.get(start)
        kind = _kind(phrase, word if word and word.end == end else None, tokens[at].text)
        return Unit(start, end, phrase, kind, function_words().get(phrase, NONE)), after

    def _crossed(self, word: Word) -> bool:
        """Whether a name or time starts inside the word."""
        text = self.text
        space = text.find(" ", word.start, word.end)
        while space >= 0:
            if space + 1 in self.blocks:
                return True
            space = text.find(" ", space + 1, word.end)
        return False


def _label(word: Word) -> str:
    return "PROPN" if word.pos == "PROPN" else ""


@functools.cache
def _surely_nouns() -> frozenset[str]:
    """Phrases that are nouns whatever the tagger says."""
    actors = {phrase for phrase in actor_nouns() if " " in phrase}
    happenings = {phrase for phrase, trigger in triggers().items() if trigger.form == "noun"}
    return frozenset(actors | happenings)


def _kind(text: str, word: Word | None, written: str) -> str:
    """What a unit is: by the data files when they are sure, else by its part of speech."""
    if text in _surely_nouns():
        return "noun"
    known = _lexicon_kinds().get(text)
    if word is not None and (known is None or word.pos in {"NOUN", "VERB"}):
        return _KINDS.get(word.pos, "other")
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
