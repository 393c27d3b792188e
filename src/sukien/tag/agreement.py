"""Words and names agree: no word crosses the edge of a name, a person is one word."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sukien.model import AnnotatedArticle, Mention, Word
from sukien.text.tokens import tokenize

WHOLE = ("PER", "LOC")
"""The types of names that are one word when every syllable is capitalised."""

_NAME = "PROPN"


def agree(batch: Sequence[AnnotatedArticle]) -> list[tuple[Word, ...]]:
    """The words of each article, cut at the edges of its mentions and joined inside them.

    Cut, a word loses what does not belong to the name (`Tây Phi Niger` becomes `Tây Phi` and
    `Niger`); joined, a person or place is one proper noun (`Ali Mahaman Lamine Zeine`), as in the
    treebank. A word that is a whole capitalised name is a proper noun.
    """
    return [_agreed(article) for article in batch]


def _agreed(article: AnnotatedArticle) -> tuple[Word, ...]:
    if not article.mentions:
        return article.words
    words = list(_cut(article))
    starts = [word.start for word in words]
    joined: list[Word] = []
    done = 0
    for mention in sorted(article.mentions, key=lambda one: (one.start, -one.end)):
        first, last = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
        if first < done or first == last:
            continue
        joined += words[done:first]
        joined += _named(article, mention, words[first:last])
        done = last
    return (*joined, *words[done:])


def _cut(article: AnnotatedArticle) -> Iterator[Word]:
    """The words with those cut that a mention's edge runs through."""
    edges = sorted({edge for one in article.mentions for edge in (one.start, one.end)})
    for word in article.words:
        inside = edges[bisect_right(edges, word.start) : bisect_left(edges, word.end)]
        if not inside:
            yield word
            continue
        for start, end in pairwise((word.start, *inside, word.end)):
            yield from _part(article.text, word, start, end)


def _part(text: str, word: Word, start: int, end: int) -> Iterator[Word]:
    """What is left of a word between two offsets: proper only when it is capitalised."""
    surface = text[start:end]
    kept = surface.strip()
    if kept:
        begin = start + len(surface) - len(surface.lstrip())
        small = word.pos == _NAME and not kept[0].isupper()
        yield Word(begin, begin + len(kept), "NOUN" if small else word.pos)


def _named(article: AnnotatedArticle, mention: Mention, words: list[Word]) -> list[Word]:
    """The words of one mention: one proper noun where every syllable is capitalised."""
    tokens = [token.text for token in tokenize(article.surface(mention))]
    whole = len(words) == 1 or (mention.type in WHOLE and _is_one(tokens, mention.type))
    if whole and all(text[0].isupper() for text in tokens if text[0].isalnum()):
        return [Word(words[0].start, words[-1].end, _NAME)]
    return words


def _is_one(tokens: list[str], kind: str) -> bool:
    """Whether the tokens of a name make one word: not so `TP.HCM` and `TP Huế`."""
    letters = [text for text in tokens if text[0].isalnum()]
    loud = [len(text) > 1 and text.isupper() for text in letters]
    pointed = kind == "LOC" and "." in tokens
    return bool(letters) and not pointed and (all(loud) or not any(loud))
