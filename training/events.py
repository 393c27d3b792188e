"""Learn how surely a word is the trigger of an event, from articles that were read by hand.

    python -m training.events DATA [--out event_weights.tsv] [--measure]

DATA holds the corpora; the gold is `quality/gold/meaning/reading.jsonl`. A candidate that overlaps
a trigger of the gold is one; one with the same words elsewhere in the article is left out. With
`--measure` each fifth of the articles is judged by weights learned from the others: printed is how
many triggers of the gold are kept at so many events a sentence.
"""

import argparse
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from quality.gold import squeeze
from quality.meaning import Marked, marked
from quality.names import to_article

from sukien import pipeline
from sukien.annotate.events import Reader
from sukien.annotate.events_find import stands_at
from sukien.annotate.events_score import clues
from sukien.annotate.rows import within_any
from sukien.model import AnnotatedArticle

SEEN = 12
RIDGE = 3.0
FOLDS = 5
CARD = """# How much each clue speaks for a word being the trigger of an event, as log odds:
# logistic regression with a ridge over the clues of `annotate/events_score.py`, learned by
# `python -m training.events` from {articles} articles read by hand with {triggers} triggers
# (`quality/gold/meaning/reading.jsonl`; of unc, vietnews, vnmds).
# Licence: Apache-2.0. Date: 2026-11.
clue	weight
"""
Weights = dict[str, float]


class Candidate(NamedTuple):
    """A word that may name an event: its article, sentence, clues, and whether the gold has it."""

    article: int
    sentence: int
    unit: int
    clues: tuple[str, ...]
    gold: int | None
    same: bool


def candidates(number: int, one: Marked, article: AnnotatedArticle) -> list[Candidate]:
    """The candidates of an article."""
    places = [0]
    for character in article.text:
        places.append(places[-1] + (not (character.isspace() or character == "_")))
    text = squeeze(article.text)
    wanted = [tuple(event["trigger"]) for event in one.gold["events"]]
    words = {text[start:end] for start, end in wanted}
    reader = Reader(article)
    found = []
    for sentence, row in enumerate(reader.rows):
        if not row or within_any(row[0].start, reader.signed):
            continue
        scene, taken = reader.scene(sentence), reader.taken(row)
        for index, trigger, stands in stands_at(row, taken):
            first, last = places[row[index].start], places[row[index].end]
            at = [n for n, (start, end) in enumerate(wanted) if first < end and start < last]
            mine = text[first:last]
            same = any(mine in word or word in mine for word in words)
            seen = tuple(clues(row, index, trigger, stands, scene))
            found.append(Candidate(number, sentence, index, seen, at[0] if at else None, same))
    return found


def learned(rows: list[Candidate]) -> Weights:
    """The weights of all clues that are seen often enough."""
    rows = [row for row in rows if row.gold is not None or not row.same]
    seen = Counter(clue for row in rows for clue in row.clues)
    names = sorted(clue for clue, count in seen.items() if count >= SEEN)
    place = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        table[number, [place[clue] for clue in row.clues if clue in place]] = 1.0
    truth = np.array([row.gold is not None for row in rows], dtype=float)
    return dict(zip(names, fitted(table, truth).tolist(), strict=True))


def fitted(
    table: npt.NDArray[np.float64], truth: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Newton's steps for logistic regression with a ridge."""
    weights = np.zeros(table.shape[1])
    for _ in range(12):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (truth - chance) - RIDGE * weights
        curve = (table.T * (chance * (1 - chance))) @ table + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def measure(rows: list[Candidate], triggers: int, sentences: int) -> None:
    """Print how many triggers are kept at so many events a sentence."""
    judged: list[tuple[float, Candidate]] = []
    for fold in range(FOLDS):
        weights = learned([row for row in rows if row.article % FOLDS != fold])
        mine = [row for row in rows if row.article % FOLDS == fold]
        judged += [(sum(weights.get(clue, 0.0) for clue in row.clues), row) for row in mine]
    judged.sort(key=lambda pair: -pair[0])
    for share in (0.8, 1.0, 1.2, 1.5, 1.8, 2.1, 2.5, 9.0):
        kept = judged[: int(share * sentences)]
        hits = {(row.article, row.gold) for _, row in kept if row.gold is not None}
        print(f"{len(kept) / sentences:.2f} {len(hits) / triggers:.3f} above {kept[-1][0]:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    gold = marked(options.data, "reading")
    articles = pipeline.annotate([to_article(one.real) for one in gold])
    rows = [
        row
        for number, (one, article) in enumerate(zip(gold, articles, strict=True))
        for row in candidates(number, one, article)
    ]
    triggers = sum(len(one.gold["events"]) for one in gold)
    if options.measure:
        measure(rows, triggers, sum(len(article.sentences) for article in articles))
    if options.out:
        card = CARD.format(articles=len(gold), triggers=triggers)
        lines = [f"{clue}\t{weight:.2f}" for clue, weight in learned(rows).items()]
        options.out.write_text(card + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
