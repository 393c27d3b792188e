"""A heading out of a sentence: what opens it is left out, and it ends where a clause does.

Nothing is put in and nothing changes its place: a heading is the sentence's own words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sukien.knowledge.dangling import link_length
from sukien.knowledge.grammar import function_words, reporting
from sukien.model import AnnotatedArticle, Quote, Span, Word, overlaps
from sukien.tell.reading import Told

LEAST, MOST = 5, 16
_GOOD = 13
_ENDS = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "VERB", "X", "SYM"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_SUBJECTS = frozenset(("NOUN", "PROPN", "NUM", "DET", "ADJ", "X", "SYM"))
_NO_SUBJECT = frozenset(("opener", "preposition", "place", "pronoun", "adverb"))
_LISTED = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "CCONJ"))
_END, _STOP, _CLAUSE, _COMMA, _PHRASE, _AND = 3.0, 1.5, 1.4, 1.0, 0.5, 0.3
_LENGTH = 0.09
_OPENINGS = 3  # openings of one sentence that are left out
_TAIL = 3  # words that must stand behind the last comma of a heading
_CLOSING = frozenset(",.;:!?%)”")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_DAY = re.compile(r"\d{4}-(?:\d\d-\d\d|W\d\d)")


class Piece(NamedTuple):
    """A heading with its words, and how well it ends: the greater, the better."""

    text: str
    words: tuple[Word, ...]
    worth: float


def cut(told: Told, most: int = MOST) -> Piece | None:
    """The opening of a sentence as a heading of 5 to `most` syllables; None when nothing of it is.

    It has a subject and what is said of it, and ends before another clause or phrase begins.
    """
    tokens = _tokens(told)
    if not tokens or not _begins(told, tokens):
        return None
    best: Piece | None = None
    for end in range(2, len(tokens) + 1):
        kept = tokens[:end]
        syllables = sum(len(told.article.surface(one).split()) for one in kept
                        if one.pos != "PUNCT")  # fmt: skip
        if syllables > most:
            break
        ending = _ending(told.article, tokens, end)
        if ending and syllables >= LEAST and _whole(told.article, kept):
            worth = ending + _LENGTH * min(syllables, _GOOD)
            if best is None or worth > best.worth:
                best = Piece(_text(told.article, kept), tuple(kept), worth)
    return best


def opening(told: Told, most: int = MOST) -> str:
    """The first words of a sentence without what opens it, where no heading can be cut."""
    text = _text(told.article, _tokens(told) or words_in(told.article, told.span)).split()
    return " ".join(text[:most]) + (" …" if len(text) > most else "")


def words_in(article: AnnotatedArticle, span: Span) -> tuple[Word, ...]:
    """The words of a stretch of an article."""
    first = bisect_left(article.words, span.start, key=lambda word: word.start)
    last = bisect_right(article.words, span.end, key=lambda word: word.end)
    return article.words[first:last]


def _begins(told: Told, tokens: Sequence[Word]) -> bool:
    """Whether a sentence, whatever opened it left out, begins with its subject."""
    article, first = told.article, tokens[0]
    if hangs(article, first) or _is_attributing(article, first):
        return False
    pair = _spelled(article, tokens[:2])
    classes = _classes(article, first) | function_words().get(pair, frozenset())
    when = any("subordinator" in _classes(article, word) for word in tokens[:2])
    titled = tokens[1].pos in {"NOUN", "PROPN"} if len(tokens) > 1 else False
    amiss = classes & (_NO_SUBJECT - {"pronoun"} if titled else _NO_SUBJECT)
    return first.pos in _SUBJECTS and not amiss and not when


def _spelled(article: AnnotatedArticle, words: Sequence[Word]) -> str:
    return article.text[words[0].start : words[-1].end].casefold()


def _tokens(told: Told) -> list[Word]:
    """The words of a sentence without what stands in brackets, opens it or only tells the day."""
    article, span = told.article, told.span
    start = span.start + link_length(article.surface(span))
    out = [Span(span.start + m.start(), span.start + m.end())
           for m in _BRACKETS.finditer(article.surface(span))]  # fmt: skip
    inside = words_in(article, Span(start, span.end))
    words = [w for w in inside if not any(overlaps(w, one) for one in out)]
    words = _after_opening(article, words)
    return _without_days(article, words)


def _after_opening(article: AnnotatedArticle, words: list[Word]) -> list[Word]:
    """Without a time, or who reports it, that opens the sentence before a comma."""
    for _ in range(_OPENINGS):
        comma = next((n for n, w in enumerate(words) if article.surface(w) == ","), 0)
        opening = words[:comma]
        if not comma or len(words) - comma < LEAST:
            return words
        if not any(test(article, opening) for test in (_is_time, _is_reporting, _is_aside)):
            return words
        words = words[comma + 1 :]
    return words


def _is_aside(article: AnnotatedArticle, words: Sequence[Word]) -> bool:
    """Whether a clause or phrase that says when, where or how stands before the subject."""
    opens = hangs(article, words[0]) or words[0].pos == "VERB"
    return opens and not _is_attributing(article, words[0])


def hangs(article: AnnotatedArticle, word: Word) -> bool:
    """Whether a word opens what hangs on the rest of its sentence."""
    return word.pos in {"ADP", "SCONJ"} or "subordinator" in _classes(article, word)


def _is_attributing(article: AnnotatedArticle, word: Word) -> bool:
    return reporting().get(article.surface(word).casefold()) in {"theo", "source"}


def _classes(article: AnnotatedArticle, word: Word) -> frozenset[str]:
    return function_words().get(article.surface(word).casefold(), frozenset())


def _is_time(article: AnnotatedArticle, words: Sequence[Word]) -> bool:
    """Whether words tell a time and nothing else."""
    rest = [w for w in words if not any(overlaps(w, time) for time in article.times)]
    return len(rest) < len(words) and all(w.pos in {"ADP", "PUNCT", "SCONJ"} for w in rest)


def _is_reporting(article: AnnotatedArticle, words: Sequence[Word]) -> bool:
    """Whether words say who reports what follows: an outlet, a body, no person."""
    span = Span(words[0].start, words[-1].end)
    people = any(n.type == "PER" and overlaps(n, span) for n in article.names)
    return not people and any(_is_before(span, quote) for quote in article.quotes)


def _is_before(span: Span, quote: Quote) -> bool:
    """Whether who says a quotation, and the verb, stand before it in a span."""
    if quote.speaker is None or quote.start < span.end or not overlaps(quote.speaker, span):
        return False
    return quote.cue is None or overlaps(quote.cue, span)


def _without_days(article: AnnotatedArticle, words: list[Word]) -> list[Word]:
    """Without a day that stands between the subject and its verb: a heading has its own date."""
    kept = list(words)
    for time in article.times:
        inside = [n for n, w in enumerate(kept) if overlaps(w, time)]
        if not inside or not inside[0] or not _DAY.match(time.value):
            continue
        first, last = inside[0], inside[-1]
        while first > 1 and kept[first - 1].pos == "ADP":
            first -= 1
        following = kept[last + 1].pos if last + 1 < len(kept) else ""
        if following in {"VERB", "ADV", "AUX"} and kept[first - 1].pos in _NOMINAL:
            del kept[first : last + 1]
    return kept


def _ending(article: AnnotatedArticle, tokens: Sequence[Word], end: int) -> float:
    """How good it is to end before the word number `end`; 0 where it must not."""
    last = tokens[end - 1]
    if last.pos not in _ENDS or _is_open(article, last) or _splits(article, tokens, end):
        return 0.0
    if end == len(tokens):
        return _END
    following = tokens[end]
    surface = article.surface(following)
    if following.pos == "PUNCT":
        return _before_mark(article, tokens, end, surface)
    if last.pos == "VERB" or _goes_on(article, tokens, end) or _just_is(tokens, end):
        return 0.0
    return _before_word(article, tokens, end)


def _before_word(article: AnnotatedArticle, tokens: Sequence[Word], end: int) -> float:
    pair = _spelled(article, tokens[end : end + 2])
    classes = _classes(article, tokens[end]) | function_words().get(pair, frozenset())
    if "subordinator" in classes:
        return _CLAUSE
    if tokens[end].pos == "ADP" and classes & {"preposition", "place"}:
        return _PHRASE
    after = tokens[end + 1].pos if end + 1 < len(tokens) else ""
    return _AND if tokens[end].pos == "CCONJ" and after in {"VERB", "ADV", "AUX"} else 0.0


def _just_is(tokens: Sequence[Word], end: int) -> bool:
    """Whether words end with hardly more than `là`: what somebody is, is still to come."""
    return any(word.pos == "AUX" for word in tokens[max(0, end - 3) : end])


def _is_open(article: AnnotatedArticle, last: Word) -> bool:
    """Whether a word asks for another behind it."""
    if {"preposition", "subordinator", "determiner", "of"} & _classes(article, last):
        return True
    return last.pos == "VERB" and article.surface(last).casefold() in reporting()


def _goes_on(article: AnnotatedArticle, tokens: Sequence[Word], end: int) -> bool:
    """Whether the sentence's own verb, marked as one, comes only behind the ending."""
    marks = {"past", "present", "future", "passive", "possible", "negation"}
    if any(w.pos == "AUX" or marks & _classes(article, w) for w in tokens[:end]):
        return False
    for word in tokens[end : end + 14]:
        if word.pos == "PUNCT" or "subordinator" in _classes(article, word):
            return False
        if word.pos == "AUX" or {"past", "present", "future"} & _classes(article, word):
            return True
    return False


def _before_mark(article: AnnotatedArticle, tokens: Sequence[Word], end: int, mark: str) -> float:
    if mark == "." and end + 1 < len(tokens):
        return 0.0
    if mark in ".!?…;":
        return _END
    if mark in "-–—:" and not article.text[tokens[end].end : tokens[end].end + 1].strip():
        return _STOP
    if mark != ",":
        return 0.0
    after = tokens[end + 1].pos if end + 1 < len(tokens) else ""
    return 0.0 if after in _LISTED and _lists(article, tokens, end) else _COMMA


def _lists(article: AnnotatedArticle, tokens: Sequence[Word], end: int) -> bool:
    """Whether a comma parts the items of a list: another comma or `và` follows soon."""
    soon = tokens[end + 1 : end + 7]
    return any(w.pos == "CCONJ" or article.surface(w) == "," for w in soon)


def _splits(article: AnnotatedArticle, tokens: Sequence[Word], end: int) -> bool:
    """Whether an ending stands within a name, a time, a quantity, or just behind a comma."""
    commas = [n for n in range(end) if article.surface(tokens[n]) == ","]
    if commas and end - commas[-1] <= _TAIL and not _lists(article, tokens, commas[0]):
        return True
    at = tokens[end - 1].end
    spans = (article.names, article.times, article.quantities)
    return any(one.start < at < one.end for layer in spans for one in layer)


def _whole(article: AnnotatedArticle, kept: Sequence[Word]) -> bool:
    """Whether words have a subject and a verb, and close every quotation mark."""
    text = _text(article, kept)
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return False
    cues = [q.cue for q in article.quotes if q.cue is not None]
    if any(overlaps(kept[-1], cue) for cue in cues):
        return False
    verb = next((n for n, w in enumerate(kept) if _is_verb(article, w) and n), None)
    if verb is None or not any(w.pos in _NOMINAL for w in kept[:verb]):
        return False
    return not any("subordinator" in _classes(article, w) for w in kept[:verb])


def _is_verb(article: AnnotatedArticle, word: Word) -> bool:
    """Whether a word is a verb and no part of a name."""
    named = any(overlaps(word, name) for name in article.names)
    return word.pos in {"VERB", "AUX"} and not named


def _text(article: AnnotatedArticle, kept: Sequence[Word]) -> str:
    """The words as written, with what stands between neighbours; a capital first."""
    parts = list(_pieces(article, kept))
    text = " ".join("".join(parts).split())
    text = text.strip(" ,;:-–—")
    return text[:1].upper() + text[1:]


def _pieces(article: AnnotatedArticle, kept: Sequence[Word]) -> Iterator[str]:
    for before, word in zip([None, *kept], kept, strict=False):
        if before is not None:
            between = article.text[before.end : word.start]
            glued = article.surface(word) in _CLOSING
            yield between if not between.strip() else "" if glued else " "
        yield article.surface(word)
