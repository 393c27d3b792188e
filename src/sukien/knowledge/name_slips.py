"""Whether one name is another mistyped."""

from collections.abc import Sequence

from sukien.knowledge.gazetteer import edits
from sukien.knowledge.name_forms import is_vietnamese
from sukien.text.folding import fold

MARGIN = 3  # times as often as the slip must the right form stand
_SYLLABLES = 3  # of a Vietnamese name of which one may differ
_LETTERS = 8  # of a foreign name of which one may differ ...
_MORE_LETTERS = 12  # ... or two
_LONGEST = 80


def shape(kind: str, name: str) -> tuple[str, str, int]:
    """What a name and its slip have in common: type, first letter, number of words."""
    return kind, fold(name[:1]), len(name.split())


def is_slip(kind: str, one: str, other: str) -> bool:
    """Whether two names of one type and one number of words differ by a slip of the hand.

    A Vietnamese person's name of three syllables or more differs in the marks or one letter of one
    syllable, another name by a letter (two from 12 letters on).
    """
    if is_vietnamese(one) and is_vietnamese(other):
        return kind in ("PER", "person") and _one_syllable(one.split(), other.split())
    shorter = min(len(one), len(other))
    limit = 2 if shorter >= _MORE_LETTERS else 1 if shorter >= _LETTERS else 0
    if not limit or max(len(one), len(other)) > _LONGEST:
        return False
    return _letters_only(one, other) and edits(one.lower(), other.lower(), limit) <= limit


def _letters_only(one: str, other: str) -> bool:
    """Whether the digits are the same: `VTV1` and `VTV3` are two."""
    return [c for c in one if c.isdigit()] == [c for c in other if c.isdigit()]


def _one_syllable(one: Sequence[str], other: Sequence[str]) -> bool:
    if len(one) != len(other) or len(one) < _SYLLABLES:
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a.lower() != b.lower()]
    return len(pairs) == 1 and (fold(pairs[0][0]) == fold(pairs[0][1]) or _longer(*pairs[0]))


def _longer(one: str, other: str) -> bool:
    """Whether one syllable is the other with one letter more: `Hin` and `Hình`."""
    return abs(len(one) - len(other)) == 1 and edits(fold(one), fold(other), 1) == 1
