"""Straight and curly double quotation marks: which open, which close, and their inner spaces.

A straight mark does not say which it is. The marks of a line are labelled together, as the
cheapest sequence in which opening and closing marks take turns and each agrees with what stands
around it; one missing mark therefore spoils no more than its own neighbourhood.
"""

import re

_MARK = re.compile('["“”„]')
_OPEN, _CLOSE = 0, 1
_GAPS = frozenset(" _")
_OUTSIDE = (_GAPS | frozenset("([{‘'"), _GAPS | frozenset(".,;:?!…)]}’'"))
_OUT_OF_TURN = 5.0
_FIRST_CLOSES = 3.0
_LAST_OPENS = 1.5
_AGAINST_ITS_SHAPE = 6.0
_NEVER = 4.0
_HARDLY = 3.0
_SELDOM = 2.0
_RATHER_NOT = 1.0

Costs = tuple[float, float]


def close_up(line: str) -> str:
    """`line` without the spaces (or joints) just inside its double quotation marks."""
    places = [mark.start() for mark in _MARK.finditer(line)]
    if not places:
        return line
    drop = []
    for place, role in zip(places, roles(line, places), strict=True):
        gap = place + 1 if role == _OPEN else place - 1
        beyond = line[place - 1 : place] if role == _OPEN else line[place + 1 : place + 2]
        if gap >= 0 and line[gap : gap + 1] in _GAPS and _is_edge(beyond, role):
            drop.append(gap)
    return _without(line, drop)


def roles(line: str, places: list[int]) -> list[int]:
    """For each mark of `line` whether it opens (0) or closes (1)."""
    costs = [_costs(line, place) for place in places]
    best = (costs[0][_OPEN], costs[0][_CLOSE] + _FIRST_CLOSES)
    came: list[tuple[int, int]] = []
    for cost in costs[1:]:
        opens = (best[_OPEN] + _OUT_OF_TURN, best[_CLOSE])
        closes = (best[_OPEN], best[_CLOSE] + _OUT_OF_TURN)
        came.append((_CLOSE if opens[1] <= opens[0] else _OPEN, int(closes[1] < closes[0])))
        best = (min(opens) + cost[_OPEN], min(closes) + cost[_CLOSE])
    role = _OPEN if best[_OPEN] + _LAST_OPENS < best[_CLOSE] else _CLOSE
    labels = [role]
    for before in reversed(came):
        role = before[role]
        labels.append(role)
    return labels[::-1]


def _costs(line: str, place: int) -> Costs:
    """What it costs to read the mark at `place` as opening, and as closing."""
    before, after = line[max(0, place - 2) : place], line[place + 1 : place + 3]
    opening = _costs_of_mark(line[place])
    spacing = _costs_of_spacing(before[-1:], after[:1])
    meaning = _costs_of_neighbours(before.strip(" _")[-1:], after.strip(" _")[:1])
    return (
        opening[0] + spacing[0] + meaning[0],
        opening[1] + spacing[1] + meaning[1],
    )


def _costs_of_mark(mark: str) -> Costs:
    if mark == '"':
        return 0.0, 0.0
    return (_AGAINST_ITS_SHAPE, 0.0) if mark == "”" else (0.0, _AGAINST_ITS_SHAPE)


def _costs_of_spacing(before: str, after: str) -> Costs:
    left, right = _is_edge(before, _OPEN), _is_edge(after, _CLOSE)
    if before == "\n" and not right:
        return 0.0, 2 * _NEVER
    if after == "\n" and not left:
        return 2 * _NEVER, 0.0
    if not before or (left and not right):
        return 0.0, _NEVER
    if not after or (right and not left):
        return _NEVER, 0.0
    return 0.0, 0.0


def _is_edge(beside: str, role: int) -> bool:
    """Whether a mark of that role can have `beside` on its outer side: a gap, a bracket, a stop."""
    return beside in _OUTSIDE[role] or not beside


def _costs_of_neighbours(before: str, after: str) -> Costs:
    opens = closes = 0.0
    if after and after in ",;:?!)]":
        opens += _HARDLY
    elif after and after in ".…-–":
        opens += _SELDOM
    elif before and before in ".?!…," and after.islower():
        opens += _SELDOM if before != "," else 0.0
    if before and before in ":([":
        closes += _HARDLY
    elif before == ",":
        closes += _RATHER_NOT
    return opens, closes


def _without(line: str, drop: list[int]) -> str:
    kept, at = [], 0
    for place in sorted(set(drop)):
        kept.append(line[at:place])
        at = place + 1
    return "".join([*kept, line[at:]])
