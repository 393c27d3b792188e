"""One visit of one page: who it is, what he may, and the tokens of the forms he gets."""

from starlette.requests import Request
from starlette.responses import Response

from sukien.web.changes.gate import Gate
from sukien.web.changes.people import Person
from sukien.web.changes.visits import COOKIE, Kept, Visits
from sukien.web.rendering import Visitor

_NOT_KEPT = "no-store, private"


class Visit(Visitor):
    """Somebody with a cookie, or without one until a form asks for a token."""

    def __init__(self, visits: Visits, gate: Gate, request: Request) -> None:
        self._visits = visits
        self._known = visits.read(request.cookies.get(COOKIE))
        self._kept = self._known
        self._safe = gate.is_safe(request)
        self._asked_for_token = False
        self.person: Person | None = None
        if self._known is not None:
            self.person = gate.still(visits.person(self._known))
        self.may_change = gate.may_change(request, self.person)
        self.may_sign_in = gate.people is not None and self.person is None
        self.name = self.person.name if self.person else ""
        self.by = self._known.by if self._known else ""

    @property
    def token(self) -> str:
        """A token of this visit, which has a cookie from now on."""
        self._asked_for_token = True
        if self._kept is None:
            self._kept = self._visits.new()
        return self._visits.token(self._kept)

    def is_own(self, token: str) -> bool:
        """Whether a form that was sent is one that this visitor got."""
        return self._known is not None and self._visits.is_own(self._known, token)

    def remember(self, by: str) -> None:
        """Keep the name given with a change, to be proposed next time."""
        if self._kept is not None and self.person is None:
            self._kept = Kept(self._kept.id, by)

    def sign_in(self, person: Person) -> None:
        """From now on it is that person, under another id."""
        self._kept = self._visits.sign_in(person)

    def sign_out(self) -> None:
        """It is nobody any more."""
        if self._known is not None:
            self._visits.sign_out(self._known)
        self._kept = self._visits.new(self.by)

    def seal(self, response: Response) -> Response:
        """The response with the cookie, where it is new; pages of a visit are kept nowhere."""
        if self._asked_for_token or self.person is not None or self._kept != self._known:
            response.headers["cache-control"] = _NOT_KEPT
        if self._kept is not None and self._kept != self._known:
            response.set_cookie(
                COOKIE,
                self._visits.cookie(self._kept),
                httponly=True,
                samesite="lax",
                secure=self._safe,
            )
        return response
