"""How well sentences are found where the input lost its lines, on articles whose lines are known.

    python -m quality.structure vietnews.jsonl.gz [--articles N]

Flattens the held-out tenth of the source (training/flatten.py) with a fixed seed, splits it and
prints precision, recall and F1 of lost breaks (starts without a final mark before them), of all
sentence starts, the recall of lost breaks by what stands before and after, and the parts: title,
lead and captions as spans (they count when they share 95 % of their characters), bylines, agencies
and credits as names.
"""

import argparse
import collections
import re
from pathlib import Path

from training.flatten import Flat, Flattener, is_held_out, load, squeeze

from sukien.annotate import parts
from sukien.model import AnnotatedArticle, Article, Span
from sukien.tag import sentences
from sukien.text.respace import respace

ARTICLES = 700
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


def measure_parts(flats: list[Flat], articles: list[Article], tally: Tally) -> None:
    """Adds the figures of title, lead, captions, bylines, agencies and credits (exact spans)."""
    split = zip(articles, sentences.split(articles), strict=True)
    batch = [AnnotatedArticle(article=article, sentences=found) for article, found in split]
    for flat, document, found in zip(flats, batch, parts.LAYER.run(batch), strict=True):
        measured = ("title", "lead", "caption")
        mine = {(p.kind, *squeezed(document.text, p)) for p in found if p.kind in measured}
        gold = {(kind, start, end) for kind, start, end, _ in flat.pieces if kind in measured}
        mine = {near(part, gold) for part in mine}
        tally.add("parts", mine, gold)
        for kind in measured:
            tally.add(
                f"  {kind}", {m for m in mine if m[0] == kind}, {g for g in gold if g[0] == kind}
            )
        for kind in ("byline", "agency", "credit"):
            names = {(p.start, squeeze(document.surface(p))) for p in found if p.kind == kind}
            count_names(kind, flat, {name for _, name in names}, tally)


def squeezed(text: str, part: Span) -> tuple[int, int]:
    start = len(squeeze(text[: part.start]))
    return start, start + len(squeeze(text[part.start : part.end]))


def near(part: tuple[str, int, int], gold: set[tuple[str, int, int]]) -> tuple[str, int, int]:
    """The gold part of the same kind that is the same but for a twentieth, or the part itself."""
    for kind, start, end in gold:
        shared = min(end, part[2]) - max(start, part[1])
        if kind == part[0] and shared > 0.95 * (max(end, part[2]) - min(start, part[1])):
            return kind, start, end
    return part


def count_names(kind: str, flat: Flat, found: set[str], tally: Tally) -> None:
    """Names as sets: the source does not say where the name in a line starts."""
    raw = squeeze(flat.raw)
    pieces = [(k, raw[start:end]) for k, start, end, _ in flat.pieces]
    if kind == "credit":
        wanted = {re.sub(r"^.*?:|[).]+$", "", text) for k, text in pieces if k == "credit"}
    elif kind == "byline":
        names = [re.sub(r"\(.*", "", text) for k, text in pieces if k == "byline"]
        wanted = {part for name in names for part in re.split(r"[-–,]", name)}
    else:
        lines = [
            re.search(r"Theo([^)]*)\)?$", text) for k, text in pieces if k in ("byline", "agency")
        ]
        wanted = {part for line in lines if line for part in re.split(r"[,/]|-(?!TASS)", line[1])}
    tally.add(f"  {kind}", found, wanted)


def measured(source: Path, limit: int = ARTICLES) -> Tally:
    """The figures of the held-out articles."""
    flats = held_out(source, limit)
    articles = [to_article(flat, number) for number, flat in enumerate(flats)]
    tally = Tally()
    measure_sentences(flats, articles, tally)
    measure_parts(flats, articles, tally)
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    options = parser.parse_args()
    print("\n".join(measured(options.source, options.articles).lines()))


if __name__ == "__main__":
    main()
