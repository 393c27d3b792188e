"""How two values stand to each other: equal, rounded or hedged, near, far apart."""

import math
from functools import lru_cache

from sukien.model import Quantity

_EXACT = 1e-4
_ROOM, _LOST = 0.2, 0.05
_NEAR, _FAR = 0.1, 3.0
_FEW = 10
_DIGITS, _ROUND_DIGITS = 4, 3


def value_relation(a: Quantity, b: Quantity) -> str:
    """How two numbers stand to each other; of equal and rounded ones, how many digits tell so."""
    one, other = a.value or 0.0, b.value or 0.0
    if _equal(a, b):
        if abs(one) <= _FEW and one == int(one):
            return "equal few"
        return f"equal {min(_DIGITS, digits(one))}"
    if "order_of" in {a.mod, b.mod}:
        return "order"
    if rounds(a, b):
        return f"rounds {min(_ROUND_DIGITS, digits(one), digits(other))}"
    greater, less = max(abs(one), abs(other)), min(abs(one), abs(other))
    if greater - less <= _NEAR * greater:
        return "near"
    return "far" if greater > _FAR * less else "apart"


def _equal(a: Quantity, b: Quantity) -> bool:
    one, other = a.value or 0.0, b.value or 0.0
    ends = (a.low, a.high) == (b.low, b.high) or not (_is_range(a) and _is_range(b))
    return ends and abs(one - other) <= _EXACT * max(abs(one), abs(other))


def _is_range(quantity: Quantity) -> bool:
    low, high = quantity.low, quantity.high
    return quantity.mod is None and low is not None and high is not None and low < high


@lru_cache(maxsize=4096)
def digits(value: float) -> int:
    """How many significant digits a number has: 2 of 650 and of 1,200,000."""
    plain = f"{abs(value):.12g}".split("e")[0].replace(".", "")
    return max(1, len(plain.strip("0")))


@lru_cache(maxsize=4096)
def step(value: float) -> float:
    """What one more in the last significant digit is: 10 of 650, 0.1 of 59.8."""
    if not value:
        return 0.0
    return float(10.0 ** (math.floor(math.log10(abs(value)) + 1e-9) - digits(value) + 1))


def rounds(a: Quantity, b: Quantity) -> bool:
    """Whether one number can be the other one rounded or hedged."""
    one, other = a.value or 0.0, b.value or 0.0
    if _is_range(a) and _is_range(b):
        return False
    if _allows(a, other) or _allows(b, one):
        return True
    return _is_rounded(one, other) or _is_rounded(other, one)


def _allows(quantity: Quantity, value: float) -> bool:
    """Whether the words of a number leave room for another: `khoảng 650` for 643, not for 600."""
    number, low, high = quantity.value or 0.0, quantity.low, quantity.high
    room = min(step(number), _ROOM * abs(number)) * (1 - _EXACT)
    match quantity.mod:
        case "more_than" | "at_least":
            return number <= value <= number + room
        case "less_than" | "at_most":
            return number - room <= value <= number
        case "approx":
            return abs(value - number) <= room
        case None if _is_range(quantity) and low is not None and high is not None:
            return low <= value <= high
    return False


def _is_rounded(coarse: float, fine: float) -> bool:
    """Whether the first is the second with fewer digits: 11 of 10.78, 19.3 of 19.34."""
    if digits(coarse) >= digits(fine) or digits(fine) <= _ROUND_DIGITS - 1:
        return False
    unit = step(coarse)
    return abs(coarse - fine) <= min(unit / 2, _LOST * abs(fine)) * (1 + _EXACT)
