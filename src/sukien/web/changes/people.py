"""Who may change a library: a file of names, each with a digest of the password.

A line is `name:scrypt:n:r:p:salt:digest`, salt and digest in base64 (RFC 7914). The cost is that
which OWASP's password storage cheat sheet asks for: 32 MB for a moment, three times.
"""

import base64
import hashlib
import hmac
import os
import secrets
import tempfile
import unicodedata
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from sukien.errors import InputError

LONGEST_NAME = 80
SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 500
_KIND = "scrypt"
_COST = (2**15, 8, 3)
_MEMORY = 64 * 1024 * 1024
_MOST_COST = (2**17, 16, 8)
_SALT_BYTES = 16
_DIGEST_BYTES = 32
_LINE_PARTS = 7
_UNREADABLE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_one_at_a_time = Lock()


class Person(NamedTuple):
    """Who was found by name and password; `record` is the line of the file, another one later."""

    name: str
    record: str


class People:
    """The people of a file, read again whenever it is asked: who is taken out is out at once."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self) -> list[str]:
        """Everybody, in order. Raises InputError for a file that cannot be used."""
        return sorted(self._records())

    def find(self, name: str, password: str) -> Person | None:
        """Who has that name and password; as slow for a name that nobody has."""
        name = _folded(name)
        record = self._records().get(name)
        right = _fits(record or _NOBODY, password[:LONGEST_PASSWORD])
        return Person(name, record) if record and right else None

    def is_still(self, person: Person) -> bool:
        """Whether a person is there as before, with the password of before."""
        return self._records().get(person.name) == person.record

    def put(self, name: str, password: str) -> None:
        """Add a person, or give one a new password. Raises InputError."""
        name = _name(name)
        if len(password) < SHORTEST_PASSWORD:
            raise InputError(f"the password has fewer than {SHORTEST_PASSWORD} characters")
        if len(password) > LONGEST_PASSWORD:
            raise InputError(f"the password has more than {LONGEST_PASSWORD} characters")
        records = self._records() if self._path.exists() else {}
        self._write({**records, name: _record(password)})

    def remove(self, name: str) -> None:
        """Take a person out. Raises InputError when there is none of that name."""
        records = self._records()
        if records.pop(_folded(name), None) is None:
            raise InputError(f"{self._path}: nobody is called '{name}'")
        self._write(records)

    def _records(self) -> dict[str, str]:
        try:
            text = self._path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "is not UTF-8"
            raise InputError(
                f"{self._path}: the file of people cannot be read ({reason}); "
                f"make it with 'sukien people {self._path} NAME'"
            ) from error
        lines = (line.strip() for line in text.splitlines())
        pairs = [line.partition(":") for line in lines if line and not line.startswith("#")]
        for number, (_, _, record) in enumerate(pairs, 1):
            if _parts(record) is None:
                raise InputError(f"{self._path}: entry {number} is none that Sukien wrote")
        return {_folded(name): record for name, _, record in pairs}

    def _write(self, records: dict[str, str]) -> None:
        """Put a whole new file in the place of the old one, readable by its owner alone."""
        lines = "".join(f"{name}:{record}\n" for name, record in sorted(records.items()))
        try:
            handle, made = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(lines)
            Path(made).replace(self._path)
        except OSError as error:
            raise InputError(f"{self._path}: cannot be written ({error.strerror})") from error


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip()


def _name(given: str) -> str:
    name = _folded(given)
    bad = any(unicodedata.category(one) in _UNREADABLE for one in name) or ":" in name
    if not name or bad or name.startswith("#") or len(name) > LONGEST_NAME:
        raise InputError(
            f"a name has 1 to {LONGEST_NAME} readable characters, no colon, no '#' in front"
        )
    return name


def _record(password: str) -> str:
    salt = secrets.token_bytes(_SALT_BYTES)
    digest = _digest(password, salt, _COST)
    cost = ":".join(map(str, _COST))
    return f"{_KIND}:{cost}:{_encoded(salt)}:{_encoded(digest)}"


def _parts(record: str) -> tuple[tuple[int, int, int], bytes, bytes] | None:
    """The cost, the salt and the digest; None for what is none of ours."""
    parts = record.split(":")
    if len(parts) != _LINE_PARTS - 1 or parts[0] != _KIND:
        return None
    try:
        n, r, p = (int(one) for one in parts[1:4])
        salt, digest = (base64.b64decode(one, validate=True) for one in parts[4:])
    except ValueError:
        return None
    bounded = all(0 < one <= most for one, most in zip((n, r, p), _MOST_COST, strict=True))
    return ((n, r, p), salt, digest) if bounded and len(digest) == _DIGEST_BYTES else None


def _fits(record: str, password: str) -> bool:
    parts = _parts(record)
    if parts is None:
        return False
    cost, salt, digest = parts
    return hmac.compare_digest(_digest(password, salt, cost), digest)


def _digest(password: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    """One at a time, so that many who sign in at once do not take the machine's memory."""
    n, r, p = cost
    typed = unicodedata.normalize("NFC", password).encode("utf-8", "replace")
    with _one_at_a_time:
        return hashlib.scrypt(
            typed, salt=salt, n=n, r=r, p=p, maxmem=_MEMORY * 4, dklen=_DIGEST_BYTES
        )


def _encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


# What the password of nobody is compared with.
_NOBODY = ":".join(
    (_KIND, *map(str, _COST), _encoded(b"\0" * _SALT_BYTES), _encoded(b"\0" * _DIGEST_BYTES))
)
