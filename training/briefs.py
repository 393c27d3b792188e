"""Learn how much each sentence of an article belongs into a brief, from people's summaries.

    python -m training.briefs DATA

DATA holds `vnmds.jsonl.gz`. Of each sentence of a body it is counted how much of it stands in the
two summaries of its cluster: the share of its pairs of syllables. A linear regression with a
ridge, each sentence weighted by its length, learns this share from the features of
`tell/brief/worth.py`. Leads do not teach: the people summarised bodies. Written is
`knowledge/data/brief_weights.tsv`; the same data give the same bytes.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from quality.summaries import Cluster, grams, read

from sukien.tell.brief.candidates import Page, fits
from sukien.tell.brief.worth import Features, Scene
from sukien.tell.origins import Origins

TARGET = Path(__file__).parent.parent / "src/sukien/knowledge/data/brief_weights.tsv"
RIDGE = 5.0
CONSTANT = "one"
CARD = """# How much what is seen of a sentence speaks for it in a brief: the weights of a linear
# regression of the share of its pairs of syllables that people took into their summaries.
# Learned by `python -m training.briefs` from {sentences} sentences of {clusters} clusters of news
# articles of 2013 with two summaries each (VN-MDS, KTLab of VNU Hanoi).
# Features: `tell/brief/worth.py`; how well: `quality/README.md`.
# Source: the project. Licence: Apache-2.0. Date: 2026-11.
feature	weight
"""


class Row(NamedTuple):
    """A sentence: what is seen of it, the share of it that was taken, its length in words."""

    features: Features
    share: float
    length: int


def rows_of(cluster: Cluster) -> list[Row]:
    """The sentences of a cluster's bodies."""
    pages = [Page(article) for article in cluster.articles]
    ids = [article.id for article in cluster.articles]
    scene = Scene(pages, Origins(cluster.articles, ()).sources(ids))
    return [
        Row(scene.features(page, line, place), taken(line.text, cluster.summaries), line.length)
        for page in pages
        for place, line in enumerate(page.body)
        if fits(line)
    ]


def taken(text: str, summaries: Sequence[str]) -> float:
    """The share of a sentence's pairs that stand in a summary, on average."""
    pairs = grams(text, 2)
    found = sum((pairs & grams(one, 2)).total() for one in summaries)
    return found / len(summaries) / max(1, pairs.total())


def learned(rows: Sequence[Row]) -> dict[str, float]:
    """The weight of each feature."""
    names = list(rows[0].features)
    table = np.array([[row.features[name] for name in names] for row in rows])
    share = np.array([row.share for row in rows])
    counts = np.array([row.length for row in rows]) / 20
    spread = table.std(axis=0)
    spread[names.index(CONSTANT)] = 1.0
    table = table / spread
    ridge = RIDGE * np.eye(len(names))
    ridge[names.index(CONSTANT)] = 0.0
    found = np.linalg.solve((table.T * counts) @ table + ridge, table.T @ (counts * share))
    return {name: round(float(w), 4) for name, w in zip(names, found / spread, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    clusters = read(parser.parse_args().data)
    rows = [row for cluster in clusters for row in rows_of(cluster)]
    card = CARD.format(sentences=len(rows), clusters=len(clusters))
    lines = [f"{name}\t{weight:.4f}" for name, weight in learned(rows).items()]
    TARGET.write_text(card + "\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
