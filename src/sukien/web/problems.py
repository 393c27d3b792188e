"""Why there is no page, or no change."""

from typing import NamedTuple


class Problem(NamedTuple):
    """Why there is no page: the name of its texts, a status, a detail that anybody may read.

    `reason` names a text that says more; `wait` is after how many seconds one may try again.
    """

    name: str
    status: int
    detail: str = ""
    reason: str = ""
    wait: int = 0


MISSING = Problem("missing", 404)
