"""What a library holds, and what could not be read."""

import msgspec

from sukien.library import Library
from sukien.model import ReadFailure

_SHOWN = 100


class AboutPage(msgspec.Struct, frozen=True, kw_only=True):
    """How many articles and stories there are, and every failure with its reason."""

    stories: int
    articles: int
    failures: tuple[ReadFailure, ...]

    @property
    def shown(self) -> tuple[ReadFailure, ...]:
        """The first failures, as many as a page shows."""
        return self.failures[:_SHOWN]

    @property
    def left(self) -> int:
        """How many more there are."""
        return len(self.failures) - len(self.shown)


def about_page(library: Library) -> AboutPage:
    """What a library holds."""
    counts = library.counts()
    return AboutPage(
        stories=counts["stories"],
        articles=counts["articles"],
        failures=tuple(library.failures()),
    )
