"""Where the pages of a published site are: from a server's address to a file.

Pages are written with the addresses that a server answers, whoever writes them; here each address
is read, and becomes the relative path of a file, or nothing where no file stands for it.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from sukien.model import content_id
from sukien.text.folding import fold
from sukien.views.language import LANGUAGES
from sukien.web import addresses

FOLLOWED: Mapping[str, tuple[str, ...]] = {
    "/": ("section", "from", "to", "page"),
    "/new": ("page",),
    "/agenda": ("page", "state", "all"),
    "/agenda.ics": ("story",),
    "/network": ("page",),
    "/search": (),
    "/about": (),
    "/story": ("all",),
    "/article": (),
    "/entity": (),
}
"""The rooms that are published, each with the parameters of which every value is a page."""

BY_ID = ("/story", "/article", "/entity")
SEARCH = "/search"
_PROOF = _DAYS = ("from", "to")
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
_OTHER = re.compile(r"[^a-z0-9]+")
_SHORT = 40


class Spot(NamedTuple):
    """A page in one language; `query` are the parameters that make it another page."""

    room: str
    id: str = ""
    query: tuple[tuple[str, str], ...] = ()
    language: str = LANGUAGES[0]

    @property
    def file(self) -> str:
        """The path of its file in the site, with slashes."""
        folder = "" if self.language == LANGUAGES[0] else f"{self.language}/"
        room, _, kind = self.room.removeprefix("/").partition(".")
        ending = "".join(f"-{key}-{named(value)}" for key, value in self.query)
        if self.id:
            return f"{folder}{room}/{named(self.id)}{ending}.html"
        return f"{folder}{room or 'index'}{ending}.{kind or 'html'}"

    @property
    def path(self) -> str:
        """The path at which a server answers with it, as it is written without codes."""
        return f"{self.room}/{self.id}" if self.id and self._in_path else self.room

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The parameters with which a server answers with it."""
        return self.query if self._in_path or not self.id else (("id", self.id), *self.query)

    @property
    def _in_path(self) -> bool:
        """Whether the id stands in the path: a browser would read some as a step in it."""
        return "?" not in addresses.of(self.room, self.id)

    def said_in(self, language: str) -> "Spot":
        """The same page in a language."""
        return self._replace(language=language)


class Link(NamedTuple):
    """Where an address leads: a page, or a file that pages load, and a place on it.

    `proof` are the characters of an article that it is to show; `dropped` says that it asked for
    more than a file can answer.
    """

    spot: Spot | None = None
    asset: str = ""
    fragment: str = ""
    query: str = ""
    proof: tuple[int, int] | None = None
    dropped: bool = False


def named(name: str) -> str:
    """The name of a file for an id: itself where it is plain, else its letters and a digest."""
    if _PLAIN.fullmatch(name):
        return name
    letters = _OTHER.sub("-", fold(name)).strip("-")[:_SHORT].strip("-")
    return f"{letters}-{content_id(name)[:8]}".lstrip("-")


def read(address: str, language: str) -> Link | None:
    """Where a server's address leads, asked from a page in `language`; None for nowhere."""
    path, query, fragment = _parts(address)
    if path.startswith("/static/"):
        return Link(asset=path.removeprefix("/"))
    wanted = dict(parse_qsl(query, keep_blank_values=True, errors="replace"))
    language = wanted.pop("lang", language)
    room, name = _room(path, wanted)
    if room not in FOLLOWED or language not in LANGUAGES or (room in BY_ID and not name):
        return None
    if room == SEARCH:
        return Link(Spot(SEARCH, language=language), query=query if "q=" in query else "")
    kept = tuple((key, wanted.pop(key)) for key in _followed(room, wanted) if wanted.get(key))
    proof = _proof(wanted) if room == "/article" else None
    return Link(
        Spot(room, name, kept, language),
        fragment="" if proof else fragment,
        proof=proof,
        dropped=bool(wanted),
    )


def _followed(room: str, wanted: Mapping[str, str]) -> tuple[str, ...]:
    """The parameters that are kept: of the front page those of sections, or of days, not of both.

    Every section in every month would be many pages that say little.
    """
    keys = FOLLOWED[room]
    return tuple(key for key in keys if key not in _DAYS) if wanted.get("section") else keys


def _parts(address: str) -> tuple[str, str, str]:
    split = urlsplit(address)
    return split.path, split.query, split.fragment


def _room(path: str, wanted: dict[str, str]) -> tuple[str, str]:
    """The room that a path leads to, and the id there; a network of one party is its page."""
    for room in BY_ID:
        if path == room:
            return room, wanted.pop("id", "")
        if path.startswith(f"{room}/"):
            return room, unquote(path.removeprefix(f"{room}/"), errors="replace")
    if path == "/network" and wanted.get("entity"):
        return "/entity", wanted.pop("entity")
    return path, ""


def _proof(wanted: dict[str, str]) -> tuple[int, int] | None:
    given = tuple(wanted.pop(key, "") for key in _PROOF)
    if not all(one.isascii() and one.isdigit() for one in given):
        return None
    start, end = map(int, given)
    return (start, end) if start < end else None


def relative(target: str, here: str) -> str:
    """The path of a file of the site as one of its pages names it."""
    if target == here:
        return target.rpartition("/")[2]
    own, other = here.split("/")[:-1], target.split("/")
    shared = 0
    while shared < len(own) and shared < len(other) - 1 and own[shared] == other[shared]:
        shared += 1
    return "../" * (len(own) - shared) + "/".join(other[shared:])
