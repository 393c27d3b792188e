"""How well the figures of a story are found and judged, on real articles that were read by hand.

    python -m quality.figures SHARED [--set measuring] [--show]

SHARED holds the corpora (`data/`). `gold/figures/` holds for each group of articles that tell one
story its slots (what is counted) with the numbers that fill them, and the verdicts on pairs of
numbers: offsets without white space and underscores, values, and no text. Each group is annotated
and told as one story.

**Slots** are scored as unordered pairs of numbers of different articles: found are those of one
figure, gold those of one slot. Numbers of one article and slot with one value count once. A number
found is one of the gold when they overlap and agree in value (an interval by one of its ends). A
pair with a number that no slot has is wrong. Pairs that the readers judged to differ in scope are
left out here, whether they were written in one slot or in two: they count as verdicts.

**Verdicts** are scored over the gold's pairs that the system judged (`judged`), and over all, where
a pair not judged is wrong (`all`). `plain` takes the three verdicts of the output contract.
"""

import argparse
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from quality.gold import squeeze
from quality.names import CORPORA, Real, real_articles
from quality.scoring import Count
from sukien import pipeline
from sukien.model import AnnotatedArticle, Figure, FigurePoint
from sukien.read import article_from_text
from sukien.tell.figures import figures
from sukien.views.contract import PLAIN_VERDICTS

GOLD = Path(__file__).parent / "gold" / "figures"
SETS = ("developing", "measuring")
_CLOSE = 1e-3


class Number(NamedTuple):
    """A number of a slot: the slot's place, the article's place, its value and where it stands."""

    slot: int
    article: int
    value: float
    spans: tuple[tuple[int, int], ...]


class Group(NamedTuple):
    """Articles that tell one story, the numbers of its slots and the verdicts on their pairs."""

    name: str
    articles: list[Real]
    slots: list[str]
    numbers: list[Number]
    verdicts: dict[frozenset[int], str]


def groups(data: Path, which: str) -> list[Group]:
    """The groups of a gold file, in its order.

    Raises ValueError where an article of the corpus is not the one that was read.
    """
    text = (GOLD / f"{which}.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    wanted = {article["id"] for row in rows for article in row["articles"]}
    corpora = {row["corpus"] for row in rows}
    reals = {
        real.id: real
        for corpus in CORPORA
        if corpus in corpora
        for real in real_articles(data, corpus)
        if real.id in wanted
    }
    return [_group(row, reals) for row in rows]


def _group(row: dict[str, Any], reals: dict[str, Real]) -> Group:
    articles = [reals[article["id"]] for article in row["articles"]]
    for article, real in zip(row["articles"], articles, strict=True):
        if len(squeeze(real.text)) != article["length"]:
            raise ValueError(f"{real.corpus} {real.id}: not the text that was read")
    numbers: dict[tuple[int, int, float], Number] = {}
    place: dict[tuple[int, int], tuple[int, int, float]] = {}
    for slot, written in enumerate(row["slots"]):
        for at, mention in enumerate(written["mentions"]):
            key = (slot, mention["article"], mention["value"])
            spans = ((mention["start"], mention["end"]), *map(tuple, mention.get("also", ())))
            known = numbers.get(key)
            numbers[key] = Number(*key, spans=(known.spans if known else ()) + spans)
            place[slot, at] = key
    order = {key: at for at, key in enumerate(numbers)}
    verdicts: dict[frozenset[int], str] = {}
    for one, other, verdict in row["pairs"]:
        pair = frozenset(order[place[tuple(side)]] for side in (one, other))
        verdicts.setdefault(pair, verdict)
    slots = [written["slot"] for written in row["slots"]]
    return Group(row["group"], articles, slots, list(numbers.values()), verdicts)


def annotated(gold: Iterable[Group]) -> Iterator[tuple[Group, list[AnnotatedArticle]]]:
    """Each group with its articles, read with their layers."""
    for group in gold:
        texts = [
            article_from_text(real.text, article_id=real.id, published=real.published)
            for real in group.articles
        ]
        yield group, list(pipeline.annotate(texts))


class Found:
    """The figures of a group beside its gold."""

    def __init__(
        self, group: Group, articles: Sequence[AnnotatedArticle], told: Sequence[Figure]
    ) -> None:
        self.group = group
        self.figures = tuple(told)
        self._articles = {article.id: article for article in articles}
        self._order = {article.id: at for at, article in enumerate(articles)}
        self._kept = {
            article.id: [i for i, c in enumerate(article.text) if not (c.isspace() or c == "_")]
            for article in articles
        }

    def numbers(self, point: FigurePoint) -> list[int]:
        """The gold's numbers that a point states."""
        kept, article = self._kept[point.article], self._order[point.article]
        start, end = bisect_left(kept, point.start), bisect_left(kept, point.end)
        return [
            at
            for at, number in enumerate(self.group.numbers)
            if number.article == article
            and any(start < last and first < end for first, last in number.spans)
            and _agrees(point, number.value)
        ]

    def slots(self) -> tuple[Count, list[str]]:
        """Pairs of numbers put together, against the gold's; and the wrong and missed ones."""
        gold = {
            frozenset(pair)
            for pair in combinations(range(len(self.group.numbers)), 2)
            if self._is_pair(*pair)
        }
        right: set[frozenset[int]] = set()
        wrong: dict[tuple[Any, ...], str] = {}
        for figure in self.figures:
            for one, other in combinations(figure.points, 2):
                if one.article == other.article:
                    continue
                pairs = [frozenset((a, b)) for a in self.numbers(one) for b in self.numbers(other)]
                if hit := gold.intersection(pairs):
                    right |= hit
                elif not any(self.group.verdicts.get(pair) == "scope" for pair in pairs):
                    key = tuple(sorted((p.article, p.value or 0.0) for p in (one, other)))
                    wrong.setdefault(key, f"+ {self._shown(one)} | {self._shown(other)}")
        missed = [f"- {self._named(pair)}" for pair in sorted(gold - right, key=sorted)]
        return Count(len(right), len(right) + len(wrong), len(gold)), [*wrong.values(), *missed]

    def _is_pair(self, one: int, other: int) -> bool:
        a, b = self.group.numbers[one], self.group.numbers[other]
        scope = self.group.verdicts.get(frozenset((one, other))) == "scope"
        return a.slot == b.slot and a.article != b.article and not scope

    def verdicts(self) -> tuple[Counter[tuple[str, str]], list[str]]:
        """How often a verdict (first the gold's, then the system's or "") was given."""
        said: dict[frozenset[int], str] = {}
        for figure in self.figures:
            stated = (*figure.points, *figure.beside)
            for one in figure.judgements:
                for a in self.numbers(stated[one.one]):
                    for b in self.numbers(stated[one.other]):
                        said.setdefault(frozenset((a, b)), one.verdict)
        found: Counter[tuple[str, str]] = Counter()
        mistakes = []
        for pair, verdict in self.group.verdicts.items():
            told = said.get(pair, "")
            found[verdict, told] += 1
            if told != verdict:
                mistakes.append(f"{verdict} > {told or 'not judged'}: {self._named(pair)}")
        return found, mistakes

    def _shown(self, point: FigurePoint) -> str:
        article = self._articles[point.article]
        around = article.text[max(0, point.start - 40) : point.end + 40].replace("\n", "¶")
        return f"{'ABCDEFG'[self._order[point.article]]} {point.value:g} {around!r}"

    def _named(self, pair: Iterable[int]) -> str:
        numbers = [self.group.numbers[at] for at in sorted(pair)]
        told = (f"{'ABCDEFG'[n.article]} {n.value:g} ({self.group.slots[n.slot]})" for n in numbers)
        return " | ".join(told)


def _agrees(point: FigurePoint, value: float) -> bool:
    values = (v for v in (point.value, point.low, point.high) if v is not None)
    return any(abs(abs(v) - abs(value)) <= _CLOSE * abs(value) for v in values)


class Measured(NamedTuple):
    """Pairs of numbers in one slot, verdicts, and what was wrong, a list a group."""

    slots: Count
    verdicts: Counter[tuple[str, str]]
    mistakes: dict[str, list[str]]


def measured(data: Path, which: str) -> Measured:
    """All groups of a gold file."""
    slots, verdicts = Count(), Counter[tuple[str, str]]()
    mistakes: dict[str, list[str]] = {}
    for group, articles in annotated(groups(data, which)):
        ordered = sorted(articles, key=lambda one: (one.article.published or "", one.id))
        found = Found(group, articles, figures(ordered))
        counted, wrong = found.slots()
        given, misjudged = found.verdicts()
        slots = slots.plus(counted)
        verdicts += given
        mistakes[group.name] = [*wrong, *misjudged]
    return Measured(slots, verdicts, mistakes)


def accuracies(verdicts: Counter[tuple[str, str]]) -> dict[str, Count]:
    """Right verdicts of those given and of all, fine and plain."""
    judged = Counter({pair: n for pair, n in verdicts.items() if pair[1]})
    fine = sum(n for (gold, told), n in judged.items() if gold == told)
    plain = sum(
        n for (gold, told), n in judged.items() if PLAIN_VERDICTS[gold] == PLAIN_VERDICTS[told]
    )
    return {
        "verdicts judged": Count(fine, judged.total(), judged.total()),
        "verdicts all": Count(fine, verdicts.total(), verdicts.total()),
        "plain verdicts judged": Count(plain, judged.total(), judged.total()),
        "plain verdicts all": Count(plain, verdicts.total(), verdicts.total()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--set", default="measuring", choices=SETS)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    found = measured(options.shared / "data", options.set)
    if options.show:
        for name, lines in found.mistakes.items():
            print(f"{name}:", *lines, sep="\n  ")
    c = found.slots
    print(f"slots   P {c.precision:.3f}  R {c.recall:.3f}  F1 {c.f1:.3f}  (gold {c.gold} pairs)")
    for name, count in accuracies(found.verdicts).items():
        print(f"{name:22} {count.precision:.3f}  ({count.right} of {count.found})")
    for name in sorted({gold for gold, _ in found.verdicts}):
        row = {
            told or "not judged": n for (gold, told), n in found.verdicts.items() if gold == name
        }
        print(f"  {name:9}", ", ".join(f"{told} {n}" for told, n in sorted(row.items())))


if __name__ == "__main__":
    main()
