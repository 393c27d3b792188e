"""Documents built by hand from visible markup."""

import itertools
import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from sukien.model import AnnotatedArticle, Article, Name, Part, Sentence, Span, Time, Word

_PIECE = re.compile(
    r"\[(?P<open>[A-Z]) |(?P<close>\])"
    r"|\{(?P<name>[^|}]+)\|(?P<type>[A-Z]+)(?:\|(?P<entity>[^}]+))?\}"
    r"|<(?P<time>[^|>]+)\|(?P<value>[^>]+)>"
    r"|(?P<word>\S+)/(?P<pos>[A-Z]+)(?= |$)"
    r"|(?P<stop>¶)"
)


class Marked(NamedTuple):
    """A document, and the stretches that its markup names, in order."""

    article: AnnotatedArticle
    spans: list[tuple[str, str]]


class _Reader:
    def __init__(self) -> None:
        self.text = ""
        self.names: list[Name] = []
        self.times: list[Time] = []
        self.words: list[Word] = []
        self.opened: list[tuple[str, int]] = []
        self.spans: list[tuple[str, int, int]] = []
        self.stops = [0]

    def piece(self, match: re.Match[str]) -> None:
        start = len(self.text)
        if match["open"]:
            self.opened.append((match["open"], start))
        elif match["close"]:
            kind, start = self.opened.pop()
            self.spans.append((kind, start, len(self.text)))
        elif match["name"]:
            self.text += match["name"]
            entity = match["entity"]
            self.names.append(Name(start, len(self.text), type=match["type"], entity=entity))
        elif match["time"]:
            self.text += match["time"]
            self.times.append(Time(start, len(self.text), type="DATE", value=match["value"]))
        elif match["word"]:
            self.text += match["word"].replace("_", " ")
            self.words.append(Word(start, len(self.text), match["pos"]))
        else:
            self.stops.append(start)


def _sentences(text: str, stops: list[int]) -> tuple[Sentence, ...]:
    edges = [*stops, len(text)]
    found = []
    for start, end in itertools.pairwise(edges):
        piece = text[start:end]
        if piece.strip():
            left = len(piece) - len(piece.lstrip())
            found.append(Sentence(start + left, start + len(piece.rstrip())))
    return tuple(found)


def read_markup(markup: str, *, published: str | None = None, lead: bool = False) -> Marked:
    """`[S ...]` names a stretch, `{Nga|LOC|country:RU}` a name, `<hôm qua|2024-05-02>` a time.

    `nói/VERB` is a word; `¶` parts two sentences. With `lead` the first sentence is the lead.
    """
    reader = _Reader()
    at = 0
    for match in _PIECE.finditer(markup):
        reader.text += markup[at : match.start()]
        reader.piece(match)
        at = match.end()
    reader.text += markup[at:]
    sentences = _sentences(reader.text, reader.stops)
    article = AnnotatedArticle(
        article=Article(id="made", text=reader.text, published=published),
        sentences=sentences,
        words=tuple(reader.words),
        names=tuple(reader.names),
        times=tuple(reader.times),
        parts=(Part(sentences[0].start, sentences[0].end, kind="lead"),) if lead else (),
    )
    spans = sorted(reader.spans, key=lambda span: span[1])
    return Marked(article, [(kind, reader.text[a:b]) for kind, a, b in spans])


@pytest.fixture(scope="session")
def marked() -> Callable[..., Marked]:
    return read_markup


@pytest.fixture(scope="session")
def surface() -> Callable[[AnnotatedArticle, Span | None], str | None]:
    return lambda article, span: article.surface(span) if span else None
