"""Who acted on whom, drawn: parties as circles, kinds of act as lines between them."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sukien.views.charts.spacing import Figure, spread
from sukien.views.charts.stress import positions

_LINE = 14.0
_LETTER = 6.9
_CURVE = 34.0
_KINDS = 3
_FEWEST = 3
_NAME = 18
_PLACES = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8)
_HEAD = 7.0
_GAP = 3.0
_SACRED = 3  # a name covered is as bad as so many acts


class Frame(NamedTuple):
    """How large a drawing is, and how much of a network it shows."""

    width: float
    row: float
    nodes: int
    lines: int
    upright: bool


WIDE = Frame(width=880.0, row=34.0, nodes=20, lines=30, upright=False)
NARROW = Frame(width=340.0, row=58.0, nodes=11, lines=16, upright=True)


class Tie(NamedTuple):
    """One kind of act of one party on another; `tone` is hostile, cooperative or neutral.

    `kind` is its name in each language; `number` is the row of a table that a link leads to.
    """

    actor: str
    actor_name: str
    target: str
    target_name: str
    kind: dict[str, str]
    tone: str
    mutual: bool
    done: int
    planned: int
    number: int

    @property
    def times(self) -> int:
        """How many happenings, those announced too."""
        return self.done + self.planned


class GraphNode(NamedTuple):
    """A party: its circle, the lines of its name below, how many happenings it took part in."""

    entity: str
    name: str
    x: float
    y: float
    radius: float
    lines: tuple[tuple[str, float], ...]
    times: int


class Act(NamedTuple):
    """A kind of act written at its line, at `y`."""

    tie: Tie
    y: float


class GraphLine(NamedTuple):
    """A line between two parties: acts of one tone in one direction.

    `path` and `heads` are SVG path data; `x` is where the acts stand.
    """

    path: str
    heads: str
    tone: str
    planned: bool
    width: float
    x: float
    acts: tuple[Act, ...]
    more: int


class Graph(NamedTuple):
    """A network drawn; `left` is how many ties it leaves to the table."""

    width: float
    height: float
    nodes: tuple[GraphNode, ...]
    lines: tuple[GraphLine, ...]
    left: int


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    weight: int = 1

    def covers(self, other: "_Box") -> float:
        """The area that two boxes share, by the weight of the other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        if wide <= 0:
            return 0.0
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * high * other.weight if high > 0 else 0.0


def graph(ties: Sequence[Tie], frame: Frame = WIDE) -> Graph | None:
    """The network in a frame; None where no three parties hang together.

    Only the most that hang together are drawn, and of more than the frame holds the parties and
    lines of most happenings.
    """
    shown = _chosen(ties, frame)
    if not shown:
        return None
    times = _times(shown)
    names = {t.actor: t.actor_name for t in shown} | {t.target: t.target_name for t in shown}
    keys = list(times)
    order = {key: number for number, key in enumerate(keys)}
    lengths = _lengths(shown, order)
    places = positions(len(keys), lengths, upright=frame.upright).tolist()
    most = max(times.values())
    sizes = [6.0 + 8.0 * math.sqrt(times[key] / most) for key in keys]
    labels = [_wrapped(names[key]) for key in keys]
    figures = [_figure(size, label) for size, label in zip(sizes, labels, strict=True)]
    least = max(160.0, 80.0 + frame.row * len(keys))
    centres, height = spread(places, figures, lengths, (frame.width, least))
    nodes = tuple(
        _node(key, names[key], times[key], size, label, centre)
        for key, size, label, centre in zip(keys, sizes, labels, centres, strict=True)
    )
    lines = _lines(shown, {node.entity: node for node in nodes}, frame.width)
    return Graph(frame.width, height, nodes, lines, left=len(ties) - len(shown))


def _lengths(ties: Iterable[Tie], order: Mapping[str, int]) -> dict[tuple[int, int], float]:
    """How far apart tied parties should stand: the farther, the more lines lie between them."""
    lines: dict[tuple[int, int], set[tuple[str, str, bool]]] = {}
    for tie in ties:
        pair = sorted((order[tie.actor], order[tie.target]))
        lines.setdefault((pair[0], pair[1]), set()).add((tie.tone, tie.actor, tie.mutual))
    return {pair: 1.0 + 0.15 * min(4, len(ways) - 1) for pair, ways in lines.items()}


def _times(ties: Iterable[Tie]) -> Counter[str]:
    """In how many happenings each party takes part."""
    found: Counter[str] = Counter()
    for tie in ties:
        found[tie.actor] += max(1, tie.times)
        found[tie.target] += max(1, tie.times)
    return found


def _chosen(ties: Sequence[Tie], frame: Frame) -> list[Tie]:
    between = [tie for tie in ties if tie.actor != tie.target]
    joined = _joined(between)
    times = _times(joined)
    order = {key: number for number, key in enumerate(times)}
    ranked = sorted(times, key=lambda key: (-times[key], order[key]))
    kept = set(ranked[: frame.nodes])
    within = [tie for tie in joined if {tie.actor, tie.target} <= kept]
    within = sorted(within, key=lambda tie: -tie.times)[: frame.lines]
    return _joined(within)


def _joined(ties: Sequence[Tie]) -> list[Tie]:
    """The ties of the most parties that hang together, three at least."""
    home: dict[str, str] = {}

    def root(key: str) -> str:
        while home.setdefault(key, key) != key:
            key = home[key]
        return key

    for tie in ties:
        home[root(tie.actor)] = root(tie.target)
    sizes = Counter(root(key) for key in list(home))
    [(most, size)] = sizes.most_common(1) or [("", 0)]
    return [tie for tie in ties if root(tie.actor) == most] if size >= _FEWEST else []


def _wrapped(name: str) -> tuple[str, ...]:
    """A name on at most two lines."""
    lines = [""]
    for word in name.split() or [name]:
        if lines[-1] and len(lines[-1]) + len(word) >= _NAME:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > 2:
        lines = [lines[0], lines[1] + "…"]
    return tuple(line if len(line) <= _NAME + 4 else line[: _NAME + 3] + "…" for line in lines)


def _figure(size: float, label: Sequence[str]) -> Figure:
    return Figure(max(size, _width(label) / 2) + 6, size + 6, size + _LINE * len(label) + 6)


def _width(lines: Iterable[str]) -> float:
    return _LETTER * max(map(len, lines), default=0)


def _node(
    key: str, name: str, times: int, size: float, label: Sequence[str], centre: Sequence[float]
) -> GraphNode:
    x, y = centre
    lines = tuple((text, round(y + size + _LINE * (n + 1), 1)) for n, text in enumerate(label))
    return GraphNode(key, name, round(x, 1), round(y, 1), round(size, 1), lines, times)


def _lines(ties: Sequence[Tie], nodes: dict[str, GraphNode], width: float) -> tuple[GraphLine, ...]:
    """One line for the acts of one tone in one direction; several between two parties bend."""
    pairs: dict[tuple[str, ...], dict[tuple[str, str, str], list[Tie]]] = {}
    for tie in ties:
        pair = tuple(sorted((tie.actor, tie.target)))
        way = (tie.tone, *(pair if tie.mutual else (tie.actor, tie.target)))
        key = (way[0], way[1], way[2] + ("" if not tie.mutual else "\0"))
        pairs.setdefault(pair, {}).setdefault(key, []).append(tie)
    taken = [_box_of(node) for node in nodes.values()]
    found: list[GraphLine] = []
    for (one, other), ways in pairs.items():
        for number, acts in enumerate(ways.values()):
            bend = _CURVE * (number - (len(ways) - 1) / 2)
            found.append(_line(acts, (nodes[one], nodes[other]), bend, (taken, width)))
    return tuple(found)


def _box_of(node: GraphNode) -> _Box:
    half = max(node.radius, _width(text for text, _ in node.lines) / 2)
    bottom = node.y + node.radius + _LINE * len(node.lines) + 4
    return _Box(node.x - half, node.y - node.radius, node.x + half, bottom, _SACRED)


def _line(
    acts: Sequence[Tie],
    ends: tuple[GraphNode, GraphNode],
    bend: float,
    around: tuple[list[_Box], float],
) -> GraphLine:
    one, other = ends
    first = acts[0]
    dx, dy = other.x - one.x, other.y - one.y
    long = math.hypot(dx, dy) or 1.0
    middle = (
        (one.x + other.x) / 2 - dy / long * 2 * bend,
        (one.y + other.y) / 2 + dx / long * 2 * bend,
    )
    a, b = _edge(one, middle), _edge(other, middle)
    heads = [] if first.target == one.entity and not first.mutual else [_head(b, middle)]
    if first.mutual or first.target == one.entity:
        heads.append(_head(a, middle))
    shown = sorted(acts, key=lambda tie: -tie.times)[:_KINDS]
    x, y = _label_place((a, middle, b), shown, around)
    return GraphLine(
        path=f"M{_at(a)}Q{_at(middle)} {_at(b)}",
        heads="".join(heads),
        tone=first.tone,
        planned=all(not tie.done for tie in acts),
        width=round(min(4.0, 1.2 + 0.5 * sum(tie.times for tie in acts) ** 0.5), 1),
        x=round(x, 1),
        acts=tuple(Act(tie, round(y + _LINE * n, 1)) for n, tie in enumerate(shown)),
        more=len(acts) - len(shown),
    )


def _edge(node: GraphNode, towards: tuple[float, float]) -> tuple[float, float]:
    """Where a line leaves a circle and its name."""
    dx, dy = towards[0] - node.x, towards[1] - node.y
    long = math.hypot(dx, dy) or 1.0
    box, reach = _box_of(node), node.radius + _GAP
    while reach < long - _GAP:
        x, y = node.x + dx / long * reach, node.y + dy / long * reach
        if not (y > node.y + node.radius and box.left < x < box.right and y < box.bottom):
            break
        reach += 2.0
    reach = min(reach, long)
    return node.x + dx / long * reach, node.y + dy / long * reach


def _head(tip: tuple[float, float], source: tuple[float, float]) -> str:
    angle = math.atan2(tip[1] - source[1], tip[0] - source[0])
    sides = [
        (tip[0] - _HEAD * math.cos(angle + turn), tip[1] - _HEAD * math.sin(angle + turn))
        for turn in (-0.45, 0.45)
    ]
    return f"M{_at(sides[0])}L{_at(tip)}L{_at(sides[1])}z"


def _at(spot: tuple[float, float]) -> str:
    return f"{spot[0]:.1f} {spot[1]:.1f}"


def _label_place(
    curve: tuple[tuple[float, float], ...],
    acts: Sequence[Tie],
    around: tuple[list[_Box], float],
) -> tuple[float, float]:
    """Where along a line its acts cover least of names and of other acts; there it is taken."""
    taken, width = around
    half = _width(act_words(tie, one) for tie in acts for one in tie.kind) / 2
    high = _LINE * len(acts)
    boxes = [_label_box(_along(curve, share), half, high, width) for share in _PLACES]
    best = min(boxes, key=lambda box: sum(box.covers(other) for other in taken))
    taken.append(best)
    return (best.left + best.right) / 2, best.top + _LINE - 3


def _label_box(spot: tuple[float, float], half: float, high: float, width: float) -> _Box:
    x, y = max(half, min(width - half, spot[0])), spot[1]
    return _Box(x - half, y - high / 2, x + half, y + high / 2)


def _along(curve: tuple[tuple[float, float], ...], share: float) -> tuple[float, float]:
    (ax, ay), (mx, my), (bx, by) = curve
    rest = 1 - share
    return (
        rest * rest * ax + 2 * rest * share * mx + share * share * bx,
        rest * rest * ay + 2 * rest * share * my + share * share * by,
    )


def act_words(tie: Tie, language: str) -> str:
    """An act at its line, short: `✕ cáo buộc 2`; without its number where it is once."""
    kind = tie.kind[language].split(",")[0]
    glyph = GLYPHS[tie.tone]
    times = f" {tie.times}" if tie.times > 1 else ""
    return f"{glyph} {kind}{times}".strip()


GLYPHS = {"hostile": "✕", "cooperative": "+", "neutral": ""}
"""What tells the tone of an act beside its line and colour."""
