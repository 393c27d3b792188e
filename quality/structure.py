"""How well sentences are found where the input lost its lines, on articles whose lines are known.

    python quality/structure.py vietnews.jsonl.gz [--articles N]

Flattens the held-out tenth of the source (training/flatten.py) with a fixed seed, splits it and
prints precision, recall and F1 of lost breaks (starts without a final mark before them), of all
sentence starts, and the recall of lost breaks by what stands before and after.
"""

import argparse
import collections
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from flatten import Flat, Flattener, is_held_out, load, squeeze

from sukien.model import Article
from sukien.tag import sentences
from sukien.text.respace import respace

FINAL = re.compile(r"[.?!…][\"”’')\]]*$")


def held_out(source: Path, limit: int) -> list[Flat]:
    """Flattened held-out articles, the same at every call."""
    articles = [a for a in load(source) if is_held_out(a["id"])]
    flattener = Flattener(articles, seed=11)
    return [flattener.flatten(a) for a in articles[:limit]]


def to_article(flat: Flat, number: int) -> Article:
    """A flattened article as the text reader gives it; every other one without joints."""
    spaced = respace(flat.raw)
    joints = spaced.joints if number % 2 else ()
    return Article(id=flat.id, text=spaced.text, joints=joints, segmented=number % 2 == 1)


class Tally:
    """Counts of hits, found and wanted, by name."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])

    def add(self, name: str, found: set[object], wanted: set[object]) -> None:
        for at, size in enumerate((len(found & wanted), len(found), len(wanted))):
            self.counts[name][at] += size

    def f1(self, name: str) -> float:
        hit, found, wanted = self.counts[name]
        return 2 * hit / (found + wanted) if found + wanted else 1.0

    def lines(self) -> list[str]:
        rows = []
        for name, (hit, found, wanted) in self.counts.items():
            p, r = hit / found if found else 1.0, hit / wanted if wanted else 1.0
            rows.append(f"{name:34s} P {p:.4f}  R {r:.4f}  F1 {self.f1(name):.4f}  (gold {wanted})")
        return rows


def measure_sentences(flats: list[Flat], articles: list[Article], tally: Tally) -> None:
    """Adds the figures of sentence starts and lost breaks."""
    for flat, article, found in zip(flats, articles, sentences.split(articles), strict=True):
        text = squeeze(article.text)
        starts = {len(squeeze(article.text[: s.start])) for s in found}
        wanted = {start for _, start, _, begins in flat.pieces if begins} | {0}
        lost = {at for at in starts | wanted if at and not FINAL.search(text[max(0, at - 5) : at])}
        tally.add("sentences", starts, wanted)
        tally.add("lost breaks", starts & lost, wanted & lost)
        before = "start"
        for kind, start, _, begins in flat.pieces:
            if begins and start in lost:
                tally.add(f"  recall {before} | {kind}", starts & {start}, {start})
            before = kind


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--articles", type=int, default=700)
    options = parser.parse_args()
    flats = held_out(options.source, options.articles)
    articles = [to_article(flat, number) for number, flat in enumerate(flats)]
    tally = Tally()
    measure_sentences(flats, articles, tally)
    print("\n".join(tally.lines()))


if __name__ == "__main__":
    main()
