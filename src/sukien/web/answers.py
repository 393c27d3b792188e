"""What a page answers, before it is written as HTML or JSON."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sukien.library import Library
from sukien.web.asked import Asked


class Shown(NamedTuple):
    """A view, and the template that writes it as HTML; as JSON it is written as it is.

    `more` is what the template wants besides the view, called `page` there: how it is arranged.
    """

    view: object
    template: str
    more: Mapping[str, object] = {}


class Moved(NamedTuple):
    """What was asked for stands elsewhere now, under that id."""

    id: str


class Written(NamedTuple):
    """A file that is neither HTML nor JSON."""

    content: bytes
    media_type: str


Answer = Shown | Moved | Written


class Page(NamedTuple):
    """An address, what its page shows, and the function that answers.

    The address may end in `{id:path}`. Every page answers as JSON at its address with `.json`
    behind it (`/` at `/index.json`), unless it is a file of another kind. A page that `changes`
    something has a form: it is for those who may, and on no published site.
    """

    path: str
    about: str
    answer: Callable[[Asked, Library], Answer]
    changes: bool = False
