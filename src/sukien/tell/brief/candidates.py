"""The sentences that a brief may be made of: such as can stand alone, of bounded number.

However many articles a story has, at most `EPISODES` of its episodes and `ARTICLES` of its articles
are read, and `DEPTH` sentences of each: the time that a brief takes has an upper bound.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from sukien.knowledge.dangling import link_length
from sukien.model import AnnotatedArticle, Span, covers
from sukien.tell.brief.standing import Leaning, leaning
from sukien.tell.reading import Told, told_sentences, words
from sukien.text.syllables import canonical

EPISODES, ARTICLES, DEPTH = 40, 120, 24
_LEAST, _MOST = 8, 90
NUMBER = re.compile(r"\d+(?:[.,/-]\d+)*")
_WORD = re.compile(r"[^\W_]+")
Pair = tuple[str, str]


class Page:
    """An article as a brief reads it: its told sentences, and the pairs of syllables of each."""

    def __init__(self, article: AnnotatedArticle) -> None:
        self.article = article
        told = told_sentences(article)
        title, self.leads, self.body = (
            [Line(one) for one in told if one.part == part][:DEPTH]
            for part in ("title", "lead", "body")
        )
        self.title = union(line.pairs for line in title)
        self.title_words = frozenset(word for line in title for word in line.syllables)
        self.lead_words = words(" ".join(line.told.text for line in self.leads))
        self.body_pairs = union(line.pairs for line in self.body)

    @property
    def opening(self) -> frozenset[Pair]:
        """The pairs of the lead and of the body's first sentence."""
        return union(line.pairs for line in (*self.leads, *self.body[:1]))

    @cached_property
    def pairs(self) -> frozenset[Pair]:
        """The pairs of all sentences but the title."""
        return self.body_pairs | union(line.pairs for line in self.leads)


class Line:
    """A sentence with its syllables, its pairs of neighbours and its length in words.

    A link that opens it (`Tuy nhiên,`) is left out.
    """

    def __init__(self, told: Told) -> None:
        link = link_length(told.article.surface(told.span))
        self.told = told._replace(span=Span(told.span.start + link, told.span.end))
        self.text = opened(self.told.text)
        self.length = len(self.text.split())
        self.pairs = frozenset(pairs_of(self.text))
        self.syllables = words(self.text)

    @cached_property
    def plain_pairs(self) -> frozenset[Pair]:
        """The pairs that no name makes: what is said, without of whom."""
        article, span = self.told.article, self.told.span
        names = [article.surface(name) for name in article.names if covers(span, name)]
        return self.pairs - union(frozenset(pairs_of(name)) for name in names)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers and days written in digits."""
        return frozenset(NUMBER.findall(self.text))

    @property
    def is_lead(self) -> bool:
        """Whether it stands in the article's lead."""
        return self.told.part == "lead"

    @cached_property
    def leaning(self) -> Leaning:
        """What must be named before it."""
        return leaning(self.told)

    def names(self, entity: str) -> bool:
        """Whether it names an entity."""
        span = self.told.span
        names = self.told.article.names
        return any(n.entity == entity and span.start <= n.start < span.end for n in names)


def pairs_of(text: str) -> Iterable[Pair]:
    """Each two neighbouring syllables of a text, in canonical form."""
    return pairwise(canonical(word) for word in _WORD.findall(text))


def opened(text: str) -> str:
    """A text that begins with a capital, as one does whose link (`Tuy nhiên,`) was left out."""
    return text[:1].upper() + text[1:]


def union(sets: Iterable[frozenset[Pair]]) -> frozenset[Pair]:
    """What is in any of the sets."""
    return frozenset().union(*sets)


def fits(line: Line) -> bool:
    """Whether a sentence is whole and of a length to be read, and leans on nothing unknown."""
    text = line.text
    if not _LEAST <= line.length <= _MOST or text[-1] not in '.!?…”"':
        return False
    if text.count('"') % 2 or text.count("“") != text.count("”") or text[0] in "-–—>•":
        return False
    return line.leaning.can_stand
