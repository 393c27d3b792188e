"""What a number counts: its unit or noun, what happens to it, what a rate is for, its scope."""

from sukien.knowledge.figures import (
    Counted,
    Happening,
    counted,
    happenings,
    marks,
    price_word,
    words_of,
)
from sukien.model import Quantity
from sukien.tell.figures.lines import FARTHEST, OTHER, Line, syllables_of
from sukien.tell.reading import Told

_CURRENCY = 3  # letters of a currency's code
_FIRST = 4.0  # how much farther off what befalls people may stand than another happening
_BEFORE = 5  # syllables before a number among which a mark of scope counts
_AFTER = 3  # syllables behind it among which it does
_RATE = 24  # characters behind a number in which a rate is told
_NOTHING = Counted("", "", "", False)
_NONE = Happening("", "", False, False)


def kind_of(quantity: Quantity, line: Line) -> str:
    """The unit, that of the number it leads to (`từ 4,8 lên 5,3%`), or `count`."""
    if quantity.unit or quantity.item:
        return quantity.unit or "count"
    at = line.index(quantity.end)
    behind = next((q for q in line.quantities if q.start >= quantity.end), None)
    leads = words_of("level").at(line.syllables, at)
    if behind and behind.unit and leads and line.index(behind.start) <= leads[1]:
        return behind.unit
    return "VND" if words_of("scale").before(line.syllables, at) else "count"


def head_of(quantity: Quantity, line: Line) -> Counted:
    """The class of what is counted, or its first word where no table has it."""
    item = quantity.item or ""
    if not item:
        return _led_by(quantity, line)
    syllables = syllables_of(item)
    hit = counted().at(syllables, 0)
    if hit and hit[0].id == "piece" and (behind := counted().at(syllables, hit[1])):
        hit = behind
    if hit:
        return hit[0]
    return Counted(syllables[0], "", item, False) if syllables else _NOTHING


def _led_by(quantity: Quantity, line: Line) -> Counted:
    """`số người chết là 12`: a number without a noun counts the one that leads to it."""
    at = line.index(quantity.start)
    for start in range(at - 1, max(-1, at - _BEFORE - _AFTER), -1):
        if line.parted(line.starts[start], quantity.start, quantity) >= OTHER:
            break
        if words_of("number").at(line.syllables, start) and (
            hit := counted().at(line.syllables, start + 1)
        ):
            return hit[0]
    return _NOTHING


def happening_of(quantity: Quantity, line: Line) -> Happening:
    """The nearest happening of the sentence, one behind the number before one in front of it."""
    best, least = _NONE, FARTHEST
    at = 0
    while at < len(line.syllables):
        hit = happenings().at(line.syllables, at)
        if hit is None or (hit[0].of_measures and not _is_measure(quantity)):
            at += 1
            continue
        start = line.starts[at]
        last = hit[1] - 1
        end = line.starts[last] + len(line.syllables[last])
        cost = line.cost(quantity, start, end)
        behind = start >= quantity.end
        cost += 0.0 if behind == (quantity.unit is None) else 1.5
        _, near, far, _ = sorted((quantity.start, quantity.end, start, end))
        if hit[0].first and quantity.unit is None and not line.parted(near, far, quantity):
            cost -= _FIRST
        if cost < least:
            best, least = hit[0], cost
        at = hit[1]
    return best


def _is_measure(quantity: Quantity) -> bool:
    """Whether a unit is of a length, a weight and the like: not of money, not a share."""
    unit = quantity.unit
    return unit is not None and unit != "%" and not (len(unit) == _CURRENCY and unit.isupper())


def label_of(happening: Happening, head: Counted) -> str:
    """How what happens is named after the noun: `đồn trú` of soldiers, `cách ly` of people."""
    of_people = happening.of_people and head.kind == "person"
    fits = of_people or (happening.of_owned and head.owned)
    return happening.label if fits else ""


def heading_of(happening: Happening, quantity: Quantity, rate: str) -> str:
    """How a sum, a share or a measure is called that has no noun: `giá bán ra`, `tiền phạt`."""
    if _is_measure(quantity) != happening.of_measures or not happening.alone:
        return ""
    if happening.alone == happening.label or happening.of_measures:
        return happening.alone
    if quantity.unit in {"%", "fraction"}:
        return happening.alone if happening.of_people else ""
    return f"{price_word()} {happening.label}" if rate else happening.alone


def rate_of(quantity: Quantity, told: Told) -> str:
    """What a rate is for: `tháng` of `10.000 đồng/tháng` and of `10.000 đồng mỗi tháng`."""
    behind = told.article.text[quantity.end : min(told.span.end, quantity.end + _RATE)].lstrip()
    words = syllables_of(behind)
    each = words_of("each").at(words, 0)
    if not each and not behind.startswith("/"):
        return ""
    hit = words_of("per").at(words, each[1] if each else 0)
    return hit[0] if hit else ""


def marks_of(quantity: Quantity, line: Line) -> frozenset[str]:
    """The marks of scope just before the number and just behind what it counts."""
    first, last = line.index(quantity.start), line.index(quantity.end)
    found: set[str] = set()
    for at in range(max(0, first - _BEFORE), min(len(line.syllables), last + _AFTER)):
        hit = marks().at(line.syllables, at)
        if hit is None or (first < hit[1] and at < last):
            continue
        start = line.starts[at]
        parted = line.parted(min(start, quantity.end), max(start, quantity.start), quantity)
        if parted >= OTHER or (parted and start > quantity.start):
            continue
        if hit[0] == "change" and words_of("level").at(line.syllables, hit[1]):
            continue
        if hit[0] == "before" and hit[1] != first:
            continue
        found.add(hit[0])
    return frozenset(found)
