"""How often somebody may try a password: each failure after the fifth doubles the wait."""

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Lock

FREE = 5
LONGEST_WAIT = 15 * 60
_REMEMBERED = 10_000
_ONE_HOME = 64  # bits of an IPv6 address that a home or an office has as its own


class Tries:
    """Failures by address, the oldest forgotten; kept in memory, so a new start forgets all."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = Lock()

    def begin(self, address: str) -> int:
        """Count a try; the seconds to wait before one is allowed, 0 when this one is.

        It counts as failed until `worked` says otherwise, so that many at once are counted too.
        """
        key = _home(address)
        with self._lock:
            count, until = self._failed.get(key, (0, 0.0))
            now = self._clock()
            if now < until:
                return int(until - now) + 1
            wait = min(2.0 ** (count + 1 - FREE), LONGEST_WAIT) if count + 1 >= FREE else 0.0
            self._failed[key] = (count + 1, now + wait)
            self._failed.move_to_end(key)
            if len(self._failed) > _REMEMBERED:
                self._failed.popitem(last=False)
        return 0

    def worked(self, address: str) -> None:
        """Forget the failures of an address: its password was right."""
        with self._lock:
            self._failed.pop(_home(address), None)


def _home(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if isinstance(known, IPv6Address) and known.ipv4_mapped is None:
        return str(ip_network((known, _ONE_HOME), strict=False))
    return str(known)
