"""Who may read and who may change, by where the server listens and what it was told."""

from pathlib import Path
from typing import NamedTuple

from starlette.requests import HTTPConnection

from sukien.errors import InputError
from sukien.web.changes.people import People, Person

_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


class Gate(NamedTuple):
    """Where the server stands.

    `people` is the file of those who may sign in, None where nobody can. `alone`: nothing but this
    machine reaches the server. `private`: reading needs signing in too. `behind_proxy`: another
    server of the same site hands requests on and says from whom and how they came.
    """

    people: Path | None = None
    alone: bool = True
    private: bool = False
    behind_proxy: bool = False

    def check(self) -> None:
        """Raises InputError for what cannot be: a private server that nobody can sign in to."""
        if self.private and self.people is None:
            raise InputError("--private needs --people FILE: nobody could read otherwise")
        if self.people is not None:
            People(self.people).names()

    def wants_sign_in(self, request: HTTPConnection) -> bool:
        """Whether who changes something must have signed in.

        Alone on this machine nobody must, unless the request was handed on by another server.
        """
        local = self.alone and not self.behind_proxy and self.people is None
        return not local or any(name in request.headers for name in _FORWARDED)

    def may_change(self, request: HTTPConnection, person: Person | None) -> bool:
        """Whether who asks may change something."""
        return person is not None or not self.wants_sign_in(request)

    def still(self, person: Person | None) -> Person | None:
        """The person, if the file of people has him as he was when he signed in."""
        if person is None or self.people is None:
            return None
        try:
            return person if People(self.people).is_still(person) else None
        except InputError:
            return None

    def is_safe(self, request: HTTPConnection) -> bool:
        """Whether the browser speaks to this site by https."""
        told = request.headers.get("x-forwarded-proto", "") if self.behind_proxy else ""
        return (told.rpartition(",")[2].strip() or request.url.scheme) == "https"

    def address(self, request: HTTPConnection) -> str:
        """Where a request comes from; a proxy's word counts only behind one."""
        told = request.headers.get("x-forwarded-for", "") if self.behind_proxy else ""
        direct = request.client.host if request.client else ""
        return told.rpartition(",")[2].strip() or direct
