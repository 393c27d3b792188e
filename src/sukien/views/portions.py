"""How much of a list a page shows: some at once, some behind a fold, and the number of the rest."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Portion(NamedTuple, Generic[T]):
    """A list as a page shows it; `left` is how many are neither shown nor folded."""

    shown: tuple[T, ...]
    folded: tuple[T, ...]
    left: int

    @property
    def hidden(self) -> int:
        """How many are not shown at once."""
        return len(self.folded) + self.left


LARGE = 150
"""Articles of a story beyond which its page carries nothing behind folds."""


def latest(items: Sequence[T], shown: int) -> Portion[T]:
    """The last `shown`, and how many came before."""
    return Portion(tuple(items[-shown:]), (), max(0, len(items) - shown))


def portion(items: Sequence[T], shown: int, folded: int) -> Portion[T]:
    """The first `shown`, those up to number `folded`, and how many more there are."""
    return Portion(tuple(items[:shown]), tuple(items[shown:folded]), max(0, len(items) - folded))
