"""Learn what is an event, its date and its status, from articles that were read by hand.

    python -m training.events DATA [--out FOLDER] [--measure]

DATA holds the corpora; the gold is `quality/gold/meaning/reading.jsonl` without the articles that
measure. Written are `event_weights.tsv` (how surely a word is a trigger), `event_date_weights.tsv`
(dates told outside the event's sentence) and `event_status_weights.tsv`. What they find feeds the
next, so run it until nothing changes (three times from nothing). With `--measure` each fifth of
the articles is judged by weights learned from the others.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from quality.gold import squeeze
from quality.meaning import UNSEEN, Marked, marked
from quality.names import to_article

from sukien import pipeline
from sukien.annotate.clauses.rows import within_any
from sukien.annotate.events import Reader, clues_of_status
from sukien.annotate.events.dates import choices, chosen
from sukien.annotate.events.find import stands
from sukien.annotate.events.score import Sight, groups
from sukien.annotate.events.status import OTHERS, settled_by
from sukien.model import AnnotatedArticle

FOLDS = 5
SMALLEST = 0.05
CARD = """# How much each clue speaks for {what}, as log odds:
# logistic regression with a ridge over the clues of `annotate/{module}.py`, learned by
# `python -m training.events` from {articles} articles read by hand with {events} events
# (`quality/gold/meaning/reading.jsonl`; of unc, vietnews, vnmds).
# Licence: Apache-2.0. Date: 2026-11.
clue	weight
"""
Floats = npt.NDArray[np.float64]
Weights = dict[str, float]


class Seen(NamedTuple):
    """Something to judge: its article, what is seen of it, whether it is so, how much it counts.

    `key` says what it belongs to: the number of a gold event, or its status.
    """

    article: int
    clues: tuple[str, ...]
    truth: bool
    counts: float = 1.0
    key: Any = None


class Setting(NamedTuple):
    """How often a clue must be seen, and how strongly weights are held small."""

    seen: int
    ridge: float


TRIGGERS, DATES, STATUSES = Setting(12, 3.0), Setting(8, 8.0), Setting(5, 1.0)
UNDATED = 0.3
"""How much an event counts that the gold gives no date, when dates are learned."""


class Page:
    """An article with its gold, and the events that the rules find."""

    def __init__(self, number: int, one: Marked, article: AnnotatedArticle) -> None:
        self.number = number
        self.gold = one.gold["events"]
        self.text = squeeze(article.text)
        self.places = [0]
        for character in article.text:
            self.places.append(self.places[-1] + (not (character.isspace() or character == "_")))
        self.reader = Reader(article)
        self.drafts = self.reader.drafts()
        self.calendar = self.reader.calendar(self.drafts)

    def gold_at(self, start: int, end: int) -> int | None:
        """The number of the gold event whose trigger overlaps these characters."""
        first, last = self.places[start], self.places[end]
        spans = (event["trigger"] for event in self.gold)
        return next((n for n, (a, b) in enumerate(spans) if first < b and a < last), None)

    def triggers(self) -> Iterator[Seen]:
        """Every word that may name an event; other mentions of a gold event are left out."""
        wanted = {self.text[slice(*event["trigger"])] for event in self.gold}
        for sentence, row in enumerate(self.reader.rows):
            if not row or within_any(row[0].start, self.reader.signed):
                continue
            scene, taken = self.reader.scene(sentence), self.reader.taken(row)
            sight = Sight(row)
            for stand in stands(row, taken, scene.cues):
                unit = row[stand.unit]
                at = self.gold_at(unit.start, unit.end)
                mine = squeeze(unit.text)
                same = any(mine in word or word in mine for word in wanted)
                if at is not None or not same:
                    found = groups(sight, stand, scene)
                    seen = tuple(clue for group in found for clue in group.clues)
                    yield Seen(self.number, seen, at is not None, key=at)

    def matched(self) -> Iterator[tuple[dict[str, Any], Any]]:
        """Each gold event that was found, with what was found, once."""
        done: set[int] = set()
        for draft in self.drafts:
            at = self.gold_at(draft.event.trigger.start, draft.event.trigger.end)
            if at is not None and at not in done:
                done.add(at)
                yield self.gold[at], draft

    def dates(self) -> Iterator[Seen]:
        """Every date told elsewhere that an event without one in its sentence may have."""
        for event, draft in self.matched():
            if draft.event.date:
                continue
            date = event["date"]
            for choice in choices(draft, self.calendar):
                right = bool(date) and choice.value.startswith(date)
                key = (draft.event.trigger.start, date, choice.value)
                clues = tuple(choice.names())
                yield Seen(self.number, clues, right, 1.0 if date else UNDATED, key)

    def statuses(self) -> Iterator[Seen]:
        """What is seen of the status of every gold event that was found."""
        for event, draft in self.matched():
            seen = clues_of_status(draft, self.calendar, chosen(draft, self.calendar))
            clues = tuple(clue for group in seen for clue in group)
            yield Seen(self.number, clues, True, key=(event["status"], draft.event.status))


def learned(rows: Sequence[Seen], setting: Setting) -> Weights:
    """The weights of all clues that are seen often enough."""
    seen = Counter(clue for row in rows for clue in row.clues)
    names = sorted(clue for clue, count in seen.items() if count >= setting.seen)
    place = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        table[number, [place[clue] for clue in row.clues if clue in place]] = 1.0
    truth = np.array([row.truth for row in rows], dtype=float)
    counts = np.array([row.counts for row in rows])
    weights = fitted(table, truth, counts, setting.ridge).tolist()
    return {name: round(w, 2) for name, w in zip(names, weights, strict=True) if abs(w) >= SMALLEST}


def fitted(table: Floats, truth: Floats, counts: Floats, ridge: float) -> Floats:
    """Newton's steps for logistic regression with a ridge."""
    weights = np.zeros(table.shape[1])
    for _ in range(12):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (truth - chance)) - ridge * weights
        curve = (table.T * (counts * chance * (1 - chance))) @ table
        weights = weights + np.linalg.solve(curve + ridge * np.eye(len(weights)), slope)
    return weights


def learned_statuses(rows: Sequence[Seen]) -> dict[str, Weights]:
    """Of each status but the plain one the weights of its clues."""
    return {
        status: learned([row._replace(truth=row.key[0] == status) for row in rows], STATUSES)
        for status in OTHERS
    }


def joined(several: dict[str, Weights]) -> Weights:
    """The weights of several statuses in one table."""
    return {f"{status} {clue}": w for status, ws in several.items() for clue, w in ws.items()}


def folds(rows: Sequence[Seen]) -> Iterator[tuple[list[Seen], list[Seen]]]:
    """The rows in fifths by article: those to learn from, those to judge."""
    for fold in range(FOLDS):
        yield (
            [row for row in rows if row.article % FOLDS != fold],
            [row for row in rows if row.article % FOLDS == fold],
        )


def judged(rows: Sequence[Seen], setting: Setting) -> list[tuple[float, Seen]]:
    """Every row with the sum of weights learned from other articles."""
    found: list[tuple[float, Seen]] = []
    for known, mine in folds(rows):
        weights = learned(known, setting)
        found += [(sum(weights.get(clue, 0.0) for clue in row.clues), row) for row in mine]
    return found


def measure_triggers(rows: Sequence[Seen], events: int, sentences: int) -> None:
    """Print how many triggers are kept at so many events a sentence."""
    found = sorted(judged(rows, TRIGGERS), key=lambda pair: -pair[0])
    for share in (0.8, 1.2, 1.5, 1.8, 2.1, 2.5):
        kept = found[: int(share * sentences)]
        hits = {(row.article, row.key) for _, row in kept if row.truth}
        print(f"triggers {share:.1f} a sentence: {len(hits) / events:.3f}, above {kept[-1][0]:.2f}")


def measure_dates(rows: Sequence[Seen]) -> None:
    """Print how many dates told elsewhere are right, and how many events have none in the gold."""
    best: dict[tuple[int, int], tuple[float, Seen]] = {}
    for score, row in judged(rows, DATES):
        at = (row.article, row.key[0])
        if at not in best or score > best[at][0]:
            best[at] = (score, row)
    for least in (-2.0, -1.6, -1.2, -0.8):
        kept = [row for score, row in best.values() if score > least]
        right, dated = sum(row.truth for row in kept), sum(bool(row.key[1]) for row in kept)
        none = len(kept) - dated
        print(f"dates above {least}: {right} right, {dated - right} wrong, {none} without in gold")


def measure_statuses(rows: Sequence[Seen]) -> None:
    """Print how many statuses are right by the rules alone and by the weights."""
    right = 0
    for known, mine in folds(rows):
        weights = learned_statuses(known)
        right += sum(settled_by(row.key[1], row.clues, weights) == row.key[0] for row in mine)
    ruled = sum(row.key[0] == row.key[1] for row in rows)
    print(f"statuses: {right} of {len(rows)} right, by the marks of the verb alone {ruled}")


def known(data: Path) -> list[Marked]:
    """The articles to learn from: none of those that measure."""
    unseen = {one.real.id for which in UNSEEN for one in marked(data, which)}
    return [one for one in marked(data, "reading") if one.real.id not in unseen]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    gold = known(options.data)
    articles = pipeline.annotate([to_article(one.real) for one in gold])
    pages = [Page(n, *pair) for n, pair in enumerate(zip(gold, articles, strict=True))]
    triggers = [row for page in pages for row in page.triggers()]
    dates = [row for page in pages for row in page.dates()]
    statuses = [row for page in pages for row in page.statuses()]
    events = sum(len(page.gold) for page in pages)
    if options.measure:
        measure_triggers(triggers, events, sum(len(one.sentences) for one in articles))
        measure_dates(dates)
        measure_statuses(statuses)
    if options.out:
        for table, what, module, weights in (
            ("event_weights", "a word being the trigger of an event", "events/score",
             learned(triggers, TRIGGERS)),
            ("event_date_weights", "an event having a date that is told elsewhere",
             "events/dates", learned(dates, DATES)),
            ("event_status_weights", "an event being planned or possible", "events/status",
             joined(learned_statuses(statuses))),
        ):  # fmt: skip
            card = CARD.format(what=what, module=module, articles=len(gold), events=events)
            lines = [f"{clue}\t{weight:.2f}" for clue, weight in weights.items()]
            path = options.out / f"{table}.tsv"
            path.write_text(card + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
