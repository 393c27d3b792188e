"""Whether one name is another mistyped."""

from sukien.knowledge.gazetteer import edits
from sukien.knowledge.name_forms import is_vietnamese
from sukien.text.folding import fold
from sukien.text.syllables import is_syllable

MARGIN = 3  # times as often as the slip must the right form stand
_SYLLABLES = 3  # of a Vietnamese name of which one may differ
_LETTERS = 8  # of a foreign name of which one may differ ...
_MORE_LETTERS = 12  # ... or two
_LETTERS_A_SLIP = 4
_LONGEST = 80


def shape(kind: str, name: str) -> tuple[str, str, int]:
    """What a name and its slip have in common: type, first letter, number of words."""
    return kind, fold(name[:1]), len(name.split())


def is_slip(kind: str, slip: str, right: str) -> bool:
    """Whether a name is another one of its type and number of words by a slip of the hand.

    In a Vietnamese person's name of three syllables or more one syllable is none (`Đưc`), and the
    right one differs from it in marks or a letter. `Dụng` and `Dũng` are two people. In another
    name each word may differ by a letter in four.
    """
    one, other = slip.split(), right.split()
    if len(one) != len(other) or max(len(slip), len(right)) > _LONGEST:
        return False
    wrong = [(a, b) for a, b in zip(one, other, strict=True) if a.lower() != b.lower()]
    if is_vietnamese(right):
        person = kind in ("PER", "person") and len(one) >= _SYLLABLES
        return person and len(wrong) == 1 and not is_syllable(wrong[0][0]) and _near(*wrong[0])
    shorter = min(len(slip), len(right))
    limit = 2 if shorter >= _MORE_LETTERS else 1 if shorter >= _LETTERS else 0
    return bool(wrong) and sum(_slipped(a, b) for a, b in wrong) <= limit


def _slipped(one: str, other: str) -> int:
    """Letters by which two words differ, too many where that makes another word or number."""
    limit = min(len(one), len(other)) // _LETTERS_A_SLIP
    if not limit or any(c.isdigit() for c in one + other):
        return _LONGEST
    found = edits(one.lower(), other.lower(), limit)
    return found if found <= limit else _LONGEST


def _near(one: str, other: str) -> bool:
    """Whether two syllables differ in marks, or by a letter too many or too few."""
    if fold(one) == fold(other):
        return True
    return abs(len(one) - len(other)) == 1 and edits(fold(one), fold(other), 1) == 1
