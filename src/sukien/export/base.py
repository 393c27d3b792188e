"""What an exporter is."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from sukien.model import AnnotatedArticle, Story

Write = Callable[[Iterable[Story], Iterable[AnnotatedArticle]], Iterator[str]]


class Exporter(msgspec.Struct, frozen=True):
    """A form in which other programs take a library.

    `write` is given the stories, newest first, and the articles in order of publication, reads only
    what it needs of them, and yields the file's text in pieces. `name` is what a person asks for,
    `about` one line that says what comes out.
    """

    name: str
    about: str
    write: Write
