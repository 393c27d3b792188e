"""What somebody asks a page for, read from its address; nothing in it is trusted."""

from collections.abc import Mapping, Sequence

import msgspec

from sukien.errors import DateError
from sukien.model import Span
from sukien.text.dates import normalize_date
from sukien.views.language import LANGUAGES

_NUMBER_DIGITS = 9
_LONGEST = 300


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The id and the parameters of an address, and the language of the reader.

    A parameter that cannot be read counts as one that is not there.
    """

    path: str = "/"
    id: str = ""
    query: Mapping[str, Sequence[str]] = {}
    language: str = LANGUAGES[0]

    def text(self, name: str, *, longest: int = _LONGEST) -> str:
        """A parameter as it was typed, cut to `longest` characters; empty where there is none."""
        return self.query.get(name, ("",))[-1][:longest]

    def every(self, name: str) -> Sequence[str]:
        """All values of a parameter that may be given again and again."""
        return self.query.get(name, ())

    def has(self, name: str) -> bool:
        """Whether the parameter is there, with any value."""
        return name in self.query

    def number(self, name: str, default: int = 1) -> int:
        """A parameter that is a whole number from 1 on, or the default for anything else."""
        given = self._digits(name)
        return max(1, int(given)) if given else default

    def day(self, name: str) -> str | None:
        """A parameter that is a date, as `2024-03-16`; None for anything else."""
        given = self.text(name)
        try:
            return normalize_date(given)[:10] if given else None
        except DateError:
            return None

    def span(self) -> Span | None:
        """The characters from `from` to `to`, where both are given and some lie between."""
        start, end = self._digits("from"), self._digits("to")
        if not start or not end or int(start) >= int(end):
            return None
        return Span(int(start), int(end))

    def _digits(self, name: str) -> str:
        given = self.text(name)
        readable = given.isascii() and given.isdigit() and len(given) <= _NUMBER_DIGITS
        return given if readable else ""
