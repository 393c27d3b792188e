"""How often an article is put into the section in which a newspaper printed it.

    python -m quality.sections DATA [--folds 5] [--show]

DATA holds `unc.jsonl.gz` (1,994 articles whose addresses name one of ten headings) and
`vietnews.jsonl.gz`. The headed articles are parted by time into stretches, and each is judged with
weights learned from the others, so that copies of one day's news do not teach what measures them.
`gold/sections/` holds, stand-off, the sections of articles of `vietnews` (other newspapers, other
years) by a reader of their titles: `developing.tsv` to learn from, `measuring.tsv` only measures,
with the weights of the package; where a newspaper could print one in two sections, either is right.
`parted.tsv` names the articles of the heading Xã hội that are of politics or law.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from training.sections import learned, taught

from quality.scoring import Count
from quality.section_gold import Labelled, headed, measuring
from sukien.annotate.sections import features, layer
from sukien.model import SECTIONS

FOLDS = 5


class Measured(NamedTuple):
    """How many were right, and which section was taken for which."""

    right: Count
    slips: Counter[tuple[str, str]]


def judged(articles: Sequence[Labelled], table: features.Floats) -> Measured:
    """The articles against what the weights say of them."""
    found = features.terms([one.text for one in articles])
    best = layer.chances(found, table, len(articles)).argmax(axis=1).tolist()
    pairs = [(one.sections, SECTIONS[code]) for one, code in zip(articles, best, strict=True)]
    slips = Counter((own[0], code) for own, code in pairs if code not in own)
    return Measured(Count(len(pairs) - slips.total(), len(pairs), len(pairs)), slips)


def over_time(data: Path, folds: int = FOLDS) -> Measured:
    """The headed articles, each stretch of time judged by what the others teach."""
    articles, more = headed(data), taught(data)
    total, slips = Count(), Counter[tuple[str, str]]()
    for part in np.array_split(np.arange(len(articles)), folds):
        first, last = int(part[0]), int(part[-1]) + 1
        table = learned([*articles[:first], *articles[last:], *more])
        found = judged(articles[first:last], table)
        total, slips = total.plus(found.right), slips + found.slips
    return Measured(total, slips)


def scores(data: Path) -> dict[str, Count]:
    """What `make quality` holds floors under."""
    return {
        "sections": over_time(data).right,
        "sections elsewhere": judged(measuring(data), layer.weights()).right,
    }


def main() -> None:
    """Print the shares that are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--show", action="store_true", help="which is taken for which")
    wanted = parser.parse_args()
    elsewhere = judged(measuring(wanted.data), layer.weights())
    lines = {f"over time, {wanted.folds} folds": over_time(wanted.data, wanted.folds)}
    for name, found in (lines | {"other newspapers": elsewhere}).items():
        right, size = found.right.right, found.right.gold
        print(f"{name:20} {right / size:.3f}  ({right} of {size})")
        if wanted.show:
            for (own, code), often in found.slips.most_common(12):
                print(f"    {often:4} {own} taken for {code}")


if __name__ == "__main__":
    main()
