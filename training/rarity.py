"""How rare each term is: the articles of the news corpus that hold it.

    python -m training.rarity DATA_DIR [--least 20]

Writes src/sukien/thread/weights/rarity.npz: terms held by at least `--least` articles, and their
number. Only counts go into the file.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from sukien import tag
from sukien.text.respace import respace
from sukien.thread.digests import terms_of

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "sukien" / "thread" / "weights" / "rarity.npz"
_AT_ONCE = 256


def count(source: Path) -> tuple[Counter[str], int]:
    """The number of articles that hold each term, and of all articles."""
    held: Counter[str] = Counter()
    articles = 0
    texts = _texts(source)
    while batch := list(islice(texts, _AT_ONCE)):
        for article in tag.tag(batch):
            held.update(set(terms_of(article)))
            articles += 1
    return held, articles


def _texts(source: Path) -> Iterator[str]:
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield respace("\n".join([record["title"], record["lead"], *record["body"]])).text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--least", type=int, default=20)
    args = parser.parse_args()
    held, articles = count(args.data / "vietnews.jsonl.gz")
    rows = sorted((term, number) for term, number in held.items() if number >= args.least)
    terms = "\n".join(term for term, _ in rows).encode("utf-8")
    TARGET.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        TARGET,
        terms=np.frombuffer(terms, dtype=np.uint8),
        articles=np.array([number for _, number in rows], dtype=np.uint16),
        all=np.array(articles, dtype=np.int64),
    )
    print(f"{len(rows)} terms of {articles} articles, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
