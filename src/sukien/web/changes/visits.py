"""Who visits: a signed cookie, the name remembered in it, and tokens that forms carry.

The key is made when the server starts and kept nowhere: with the server end all sessions. A token
holds for one visit alone and is another one each time, so that compressed pages tell nothing of it.
"""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from itsdangerous import BadData, URLSafeTimedSerializer

from sukien.web.changes.people import Person

COOKIE = "sukien"
SESSION_SECONDS = 12 * 3600
_MOST_SIGNED_IN = 1000
_LONGEST_COOKIE = 2000
_LONGEST_NAME = 200
_ID_BYTES = 16
_NONCE_BYTES = 9


class Kept(NamedTuple):
    """What the cookie of a visit says: its id, and the name given with the last change."""

    id: str
    by: str = ""


class Visits:
    """Cookies and tokens of one run of the server, and who signed in."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._key = secrets.token_bytes(32)
        self._clock = clock
        self._signed_in: OrderedDict[str, tuple[Person, float]] = OrderedDict()
        self._lock = Lock()

    def new(self, by: str = "") -> Kept:
        """A visit that nobody knows yet."""
        return Kept(secrets.token_urlsafe(_ID_BYTES), by[:_LONGEST_NAME])

    def cookie(self, kept: Kept) -> str:
        """The cookie of a visit."""
        return str(self._signing("visit").dumps(list(kept)))

    def read(self, cookie: str | None) -> Kept | None:
        """The visit of a cookie that this server signed, not too long ago; None of any other."""
        if not cookie or len(cookie) > _LONGEST_COOKIE:
            return None
        try:
            return Kept(*map(str, self._signing("visit").loads(cookie, max_age=SESSION_SECONDS)))
        except (BadData, TypeError):
            return None

    def token(self, kept: Kept) -> str:
        """What a form of this visit carries."""
        return str(self._signing(f"form {kept.id}").dumps(secrets.token_urlsafe(_NONCE_BYTES)))

    def is_own(self, kept: Kept, token: str) -> bool:
        """Whether a token was made for this visit, not too long ago."""
        if len(token) > _LONGEST_COOKIE:
            return False
        try:
            self._signing(f"form {kept.id}").loads(token, max_age=SESSION_SECONDS)
        except BadData:
            return False
        return True

    def sign_in(self, person: Person) -> Kept:
        """A new visit, of that person; the id of before is worth nothing more than it was."""
        kept = self.new(person.name)
        with self._lock:
            self._signed_in[kept.id] = (person, self._clock() + SESSION_SECONDS)
            if len(self._signed_in) > _MOST_SIGNED_IN:
                self._signed_in.popitem(last=False)
        return kept

    def sign_out(self, kept: Kept) -> None:
        """Nobody is signed in with this visit any more, whoever has its cookie."""
        with self._lock:
            self._signed_in.pop(kept.id, None)

    def person(self, kept: Kept) -> Person | None:
        """Who signed in with this visit."""
        with self._lock:
            person, until = self._signed_in.get(kept.id, (None, 0.0))
            return person if self._clock() < until else None

    def _signing(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(
            self._key, salt=purpose, signer_kwargs={"digest_method": hashlib.sha256}
        )
