"""What one time lends to its neighbour: a year, a day; and a day that is said to be today."""

import datetime as dt
from collections.abc import Iterator

from sukien.annotate.times.pieces import LISTS, Fields
from sukien.annotate.times.resolve import shifted_partly
from sukien.annotate.times.spans import Found
from sukien.text.lexemes import Lexemes

LENT = frozenset({"day", "month", "year", "now", "said", "weekday", "lunar", "holiday"})


def proven_day(lx: Lexemes, found: list[Found]) -> dt.date | None:
    """The day of publication when the text itself says it: `hôm nay (22/10/2013)`."""
    for told, steps in _said_to_be_near(lx, found):
        if "year" in told:
            day = dt.date(told["year"], told["month"], told["day"])
            return day - dt.timedelta(days=steps)
    return None


def partly_proven(lx: Lexemes, found: list[Found]) -> str | None:
    """The same where the year is not said: `hôm nay (22/10)` is `XXXX-10-22`."""
    for told, steps in _said_to_be_near(lx, found):
        if "year" not in told:
            return shifted_partly(f"XXXX-{told['month']:02}-{told['day']:02}", "D", -steps)
    return None


def _said_to_be_near(lx: Lexemes, found: list[Found]) -> Iterator[tuple[Fields, int]]:
    """Days that stand beside `hôm nay`, `hôm qua`, with the steps from today."""
    for place, one in enumerate(found):
        unit, steps = one.fields.get("now", ("", 0))
        if unit != "D":
            continue
        near = found[place + 1 : place + 2]
        gap = lx.words[one.end : near[0].start] if near else []
        told = near[0].fields if near and gap in (["("], [","]) else one.fields
        if {"day", "month"} <= told.keys() and "lunar" not in told:
            yield told, steps


def listed(lx: Lexemes, found: list[Found]) -> list[Found]:
    """`từ 28/7 đến 3/8/2013`: the year of the second belongs to the first too."""
    out = list(found)
    for place in range(len(out) - 2, -1, -1):
        one, after = out[place], out[place + 1]
        between = lx.words[one.end : after.start]
        near = 1 <= len(between) <= 2 and between[0] in LISTS
        alike = "month" in after.fields and ("day" in one.fields) == ("day" in after.fields)
        if near and alike and "year" in after.fields and _lacks_year(one):
            out[place] = one._replace(fields=one.fields | {"year": _year_before(one, after)})
    return out


def _lacks_year(one: Found) -> bool:
    return (
        one.kind == "point"
        and "month" in one.fields
        and not one.fields.keys()
        & {
            "year",
            "now",
            "said",
            "every",
            "lunar",
        }
    )


def _year_before(one: Found, after: Found) -> int:
    return int(after.fields["year"]) - int(one.fields["month"] > after.fields["month"])


def dated_clocks(lx: Lexemes, found: list[Found]) -> list[Found]:
    """`lúc 20h vào ngày 12/3`, `từ 8h đến 10h sáng mai`: a clock time of the day that follows."""
    out = list(found)
    for place in range(len(out) - 1):
        one, after = out[place], out[place + 1]
        if one.kind != "point" or not one.fields.keys() <= {"hour", "minute", "part"}:
            continue
        gap = lx.words[one.end : after.start]
        names = LENT
        if gap in (["đến"], ["tới"], ["-"], ["–"], ["và"]) and "hour" in after.fields:
            names = LENT | {"part"}
        elif gap not in (["vào"], ["của"], ["trong"], ["("], [","]):
            continue
        date = {k: v for k, v in after.fields.items() if k in names}
        out[place] = one._replace(fields=date | one.fields)
    return out
