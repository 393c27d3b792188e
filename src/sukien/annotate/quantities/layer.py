"""The layer `quantities`: numbers with what they count or measure, and the bounds on them."""

import bisect
from collections.abc import Iterator, Sequence
from functools import cache

from sukien.annotate.base import Layer
from sukien.annotate.quantities.amounts import Amount
from sukien.annotate.quantities.read import Read, quantity_at
from sukien.knowledge.numerals import numeral_words
from sukien.knowledge.units import quantity_words
from sukien.model import AnnotatedArticle, Quantity, Span, Word
from sukien.text.lexemes import Lexemes, lexemes_of

_NOUNS = frozenset({"NOUN", "PROPN"})
_MINUS = frozenset({"-", "−"})
_ITEM_WORDS = 4
_ABOUT = 0.1  # how far about allows a number to be off


def quantities_of(article: AnnotatedArticle) -> tuple[Quantity, ...]:
    """The quantities of an article, in order; none lies in a time."""
    lexemes = lexemes_of(article.text)
    items = Items(article, lexemes)
    return tuple(_quantity(read, items) for read in _reads(article, lexemes))


@cache
def _openers() -> frozenset[str]:
    hedges = quantity_words("hedge").firsts() | quantity_words("order").firsts()
    return hedges.union(numeral_words(), ("từ", "tuổi", "$", "€", "£", "¥"))


def _reads(article: AnnotatedArticle, lx: Lexemes) -> Iterator[Read]:
    times = article.times
    openers, words, index, at = _openers(), lx.words, 0, 0
    nouns = {word.start for word in article.words if word.pos == "NOUN"}
    while index < lx.size:
        start = lx.starts[index]
        while at < len(times) and times[at].end <= start:
            at += 1
        inside = at < len(times) and times[at].start <= start
        word = words[index]
        found = None
        opens = word in openers or word[0].isdigit() or (word in _MINUS and _is_sign(lx, index))
        if opens and not inside:
            found = quantity_at(lx, index, nouns)
        if found and at < len(times) and lx.ends[found.end - 1] > times[at].start:
            found = None
        if found:
            yield found
        index = max(index + 1, found.end if found else 0)


def _is_sign(lx: Lexemes, index: int) -> bool:
    """Whether a minus opens a number: `-15 độ C`, not the dash of `20 -30`."""
    dash = lx.glued(index + 1) and not lx.glued(index)
    return dash and not lx.raw(index - 1).isupper()  # `S -400`


def _quantity(read: Read, items: "Items") -> Quantity:
    factor = read.unit.factor if read.unit else 1.0
    low, high = _interval(read.amount, read.mod)
    unit = read.unit.code if read.unit else "fraction" if read.amount.fraction else None
    span, item = items.of(read)
    return Quantity(
        span.start,
        span.end,
        value=_times(read.amount.value, factor),
        low=_times(low, factor),
        high=_times(high, factor),
        unit=unit,
        item=item,
        mod=read.mod,
    )


def _times(number: float | None, factor: float) -> float | None:
    return None if number is None else float(f"{number * factor:.15g}")


def _interval(amount: Amount, mod: str | None) -> tuple[float | None, float | None]:
    """The least and the greatest number that the words allow."""
    low, high = amount.low, amount.high
    if mod in {"more_than", "at_least"}:
        return low, None
    if mod in {"less_than", "at_most"}:
        return None, high
    if mod == "approx" and low is not None and high is not None:
        return low * (1 - _ABOUT), high * (1 + _ABOUT)
    return low, high


class Items:
    """The noun phrase that a number counts: its head closes the span, the whole is the item."""

    def __init__(self, article: AnnotatedArticle, lexemes: Lexemes) -> None:
        self._lexemes = lexemes
        self._words = article.words
        self._starts = [word.start for word in article.words]

    def of(self, read: Read) -> tuple[Span, str | None]:
        """The quantity's span and its item."""
        lx = self._lexemes
        start, end = lx.starts[read.start], lx.ends[read.end - 1]
        if read.item is None:
            if read.unit or read.end >= lx.size:
                return Span(start, end), None
            return self._unknown(start, end, lx.starts[read.end])
        head = lx.starts[read.item]
        reach = self._reach(head, lx.ends[read.item_end - 1])
        return Span(start, max(end, self._head_end(head))), lx.text[head:reach]

    def _unknown(self, start: int, end: int, after: int) -> tuple[Span, str | None]:
        """A word that no table knows is the item when the tagger calls it a noun."""
        word = self._word_at(after)
        close = after - end <= 1
        if word is None or word.pos != "NOUN" or not close:
            return Span(start, end), None
        return Span(start, word.end), self._lexemes.text[after : self._reach(after, word.end)]

    def _word_at(self, start: int) -> Word | None:
        place = bisect.bisect_left(self._starts, start)
        found = place < len(self._starts) and self._starts[place] == start
        return self._words[place] if found else None

    def _head_end(self, start: int) -> int:
        word = self._word_at(start)
        return word.end if word else start

    def _reach(self, start: int, end: int) -> int:
        """Where the noun phrase ends: nouns and names that follow its head."""
        if not self._words:
            return self._names_end(end)
        place = bisect.bisect_left(self._starts, end)
        reach = max(end, self._head_end(start))
        for word in self._words[place : place + _ITEM_WORDS]:
            apart = self._lexemes.text[reach : word.start]
            if word.pos not in _NOUNS or apart not in {" ", ""}:
                break
            reach = word.end
        return reach

    def _names_end(self, end: int) -> int:
        lx = self._lexemes
        place = bisect.bisect_left(lx.starts, end)
        stop = place
        while stop < min(lx.size, place + _ITEM_WORDS) and lx.raw(stop)[:1].isupper():
            stop += 1
        return lx.ends[stop - 1] if stop > place else end


def _run(batch: Sequence[AnnotatedArticle]) -> list[tuple[Quantity, ...]]:
    return [quantities_of(article) for article in batch]


LAYER = Layer(gives="quantities", needs=("sentences", "words", "times"), version=2, run=_run)
