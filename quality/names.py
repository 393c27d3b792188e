"""How well names are found in real articles that were read by hand and are kept stand-off.

    python -m quality.names FOLDER [--set measuring] [--flat] [--show N]

FOLDER holds the corpora the articles come from (`unc.jsonl.gz`, `vietnews.jsonl.gz`,
`vnmds.jsonl.gz`); `gold/names/` holds for each article its corpus, its id, the length of its text
and the offsets and types of its names: no text. Offsets count characters without white space and
underscores. The measuring articles are drawn with a seed and are never learned from. Printed are
the names with their types, the spans alone, and each type and corpus; with `--flat` the articles
are read without their lines; `--show` lists the commonest mistakes.
"""

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from quality.gold import squeeze
from quality.scoring import Count
from sukien.model import AnnotatedArticle, Article
from sukien.read import article_from_text
from sukien.tag import tag

GOLD = Path(__file__).parent / "gold" / "names"
CORPORA = {"unc": (1500, 20), "vietnews": (2400, 20), "vnmds": (160, 10)}
"""Of each corpus how many articles are drawn, in the order of reading; the first only measure."""
SHORTEST, LONGEST = 300, 5000
"""Characters, white space not counted, of an article that can be drawn."""
SEED = 2026


class Real(NamedTuple):
    """A real article: where it is from, its section where the corpus has any, and its lines."""

    corpus: str
    id: str
    section: str
    lines: list[str]
    published: str | None

    @property
    def text(self) -> str:
        """The lines as they stand in the corpus, underscores and all."""
        return "\n".join(self.lines)


def real_articles(folder: Path, corpus: str) -> Iterator[Real]:
    """All articles of a corpus."""
    with gzip.open(folder / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            for one in record["articles"] if corpus == "vnmds" else [record]:
                yield _real(corpus, record, one)


def _real(corpus: str, record: dict[str, Any], one: dict[str, Any]) -> Real:
    lines = [one["title"], one.get("lead") or ""]
    lines += one.get("body") or one.get("sentences") or []
    lines += one.get("captions") or []
    section = one["id"].rsplit("_", 1)[0] if corpus == "unc" else str(record.get("cluster", ""))
    kept = [line.strip() for line in lines if line.strip()]
    published = one.get("published")
    return Real(corpus, one["id"], section, kept, published)


def drawn(folder: Path) -> dict[str, list[Real]]:
    """The articles to read: `measuring` and `training`, sections taken in turn."""
    found: dict[str, list[Real]] = {"measuring": [], "training": []}
    for corpus, (count, measuring) in CORPORA.items():
        groups: dict[str, list[Real]] = {}
        for real in real_articles(folder, corpus):
            if SHORTEST <= len(squeeze(real.text)) <= LONGEST:
                groups.setdefault(real.section, []).append(real)
        order = random.Random(SEED)
        for group in groups.values():
            order.shuffle(group)
        names = sorted(groups)
        order.shuffle(names)
        turns = max(map(len, groups.values()))
        picked = [groups[n][turn] for turn in range(turns) for n in names if turn < len(groups[n])]
        found["measuring"] += picked[:measuring]
        found["training"] += picked[measuring:count]
    return found


class Name(NamedTuple):
    """A name by hand: squeezed offsets, end exclusive, and PER, ORG, LOC or MISC."""

    start: int
    end: int
    type: str


class Marked(NamedTuple):
    """A real article with its names."""

    real: Real
    names: list[Name]


def marked(folder: Path, which: str = "measuring") -> list[Marked]:
    """The articles of a gold file, in its order.

    Raises ValueError where an article of the corpus is not the one that was read.
    """
    pairs = with_articles(folder, GOLD / f"{which}.jsonl")
    return [_marked(row, real) for row, real in pairs]


def with_articles(folder: Path, gold: Path) -> list[tuple[dict[str, Any], Real]]:
    """The rows of a stand-off gold file, in its order, each with its article.

    Raises ValueError where an article of the corpus is not the one that was read.
    """
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    wanted = {(row["corpus"], row["id"]) for row in rows}
    reals = {
        (real.corpus, real.id): real
        for corpus in CORPORA
        for real in real_articles(folder, corpus)
        if (real.corpus, real.id) in wanted
    }
    pairs = [(row, reals[row["corpus"], row["id"]]) for row in rows]
    for row, real in pairs:
        length = len(squeeze(real.text))
        if length != row["length"]:
            told = f"{length} characters, read were {row['length']}"
            raise ValueError(f"{real.corpus} {real.id}: {told}")
    return pairs


def _marked(row: dict[str, Any], real: Real) -> Marked:
    return Marked(real, [Name(*name) for name in row["names"]])


def to_article(real: Real, *, flat: bool = False) -> Article:
    """The article as it is read; `flat`: without its lines, as many archives keep it."""
    text = real.text.replace("\n", " ") if flat else real.text
    return article_from_text(
        text, article_id=real.id, published=real.published and real.published[:10]
    )


def found_names(article: AnnotatedArticle) -> set[Name]:
    """The mentions of an article in squeezed offsets."""
    places = [0]
    for character in article.text:
        places.append(places[-1] + (not (character.isspace() or character == "_")))
    return {Name(places[one.start], places[one.end], one.type) for one in article.mentions}


def spans(names: set[Name]) -> set[tuple[int, int]]:
    """The names without their types."""
    return {name[:2] for name in names}


class Table:
    """Counts by row of the printed table, and the mistakes."""

    def __init__(self) -> None:
        self.counts: dict[str, Count] = {}
        self.mistakes: Counter[str] = Counter()

    def add(self, one: Marked, found: set[Name]) -> None:
        """Count one article."""
        gold = set(one.names)
        self._count("names", found, gold)
        self._count("spans", spans(found), spans(gold))
        for kind in ("PER", "ORG", "LOC", "MISC"):
            of_kind = ({n for n in names if n.type == kind} for names in (found, gold))
            self._count(kind, *of_kind)
        self._count(one.real.corpus, found, gold)
        text = squeeze(one.real.text)
        for sign, names in (("missed", gold - found), ("wrong", found - gold)):
            self.mistakes.update(f"{sign} {n.type} {text[n.start : n.end]}" for n in names)

    def _count(self, row: str, found: set[Any], gold: set[Any]) -> None:
        counted = Count(len(found & gold), len(found), len(gold))
        self.counts[row] = self.counts.get(row, Count()).plus(counted)

    def lines(self) -> list[str]:
        """The table as text."""
        return [
            f"{row:9} P {c.precision:.3f}  R {c.recall:.3f}  F1 {c.f1:.3f}  (gold {c.gold})"
            for row, c in self.counts.items()
        ]


def measured(gold: list[Marked], *, flat: bool = False) -> Table:
    """The table of the names that the package finds."""
    table = Table()
    articles = tag([to_article(one.real, flat=flat) for one in gold])
    for one, article in zip(gold, articles, strict=True):
        table.add(one, found_names(article))
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", default="measuring", choices=("measuring", "training"))
    parser.add_argument("--flat", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    table = measured(marked(options.folder, options.set), flat=options.flat)
    print("\n".join(table.lines()))
    for mistake, count in table.mistakes.most_common(options.show):
        print(count, mistake)


if __name__ == "__main__":
    main()
