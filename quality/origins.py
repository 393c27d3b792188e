"""How well the origins of articles are found, and how well near-copies are.

    python -m quality.origins SHARED [--set SET] [--show]
    python -m quality.origins SHARED --copies

SHARED holds the corpora (`data/`). `gold/origins/` holds for each article that was read by hand the
agencies and outlets that its text shows as the origin of its news, as entity ids, and whether it
credits or cites them: no text. An article that shows none counts only when one is found.

`developing` was read to write the rules, `measuring` and `naming` only measure; the last are
articles without a credit whose opening names an outlet, most of them for another reason.

A found or gold origin is one agency or outlet of one article. **articles** are those whose set of
origins is right, none included.

**Near-copies** are made when the check runs, from articles of a corpus that are not kept: `cut`
leaves out three of ten sentences, `reordered` shuffles the paragraphs, `retitled` has another
article's title and lead, `all three` does it all. They stand among other articles; a pair found of
articles that were not made from each other is false, and is listed with `--show`: the corpus has
copies of its own.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import msgspec

from quality.gold import squeeze
from quality.names import CORPORA, Real, real_articles
from quality.scoring import Count
from sukien import pipeline
from sukien.model import Lineage
from sukien.read import article_from_text
from sukien.tell.origins import lineages
from sukien.text.syllables import canonical
from sukien.thread.copies import copies
from sukien.thread.signatures import signature

GOLD = Path(__file__).parent / "gold" / "origins"
SETS = ("developing", "measuring", "naming")
_WORD = re.compile(r"[^\W_]+")
PUBLISHERS = {"unc": "Dân trí"}
KINDS = ("cut", "reordered", "retitled", "all three")
_SEED = 11
_OTHERS = 2000
_COPIED = 100
_CUT = 0.3


class Read(NamedTuple):
    """An article with the origins that a reader found in it."""

    real: Real
    reason: str | None
    origins: frozenset[str]


def marked(data: Path, which: str) -> list[Read]:
    """The articles of a gold file. Raises ValueError where one is not the text that was read."""
    lines = (GOLD / f"{which}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    wanted = {row["id"] for row in rows}
    corpora = {row["corpus"] for row in rows}
    reals = {
        real.id: real
        for corpus in CORPORA
        if corpus in corpora
        for real in real_articles(data, corpus)
        if real.id in wanted
    }
    for row in rows:
        if len(squeeze(reals[row["id"]].text)) != row["length"]:
            raise ValueError(f"{row['corpus']} {row['id']}: not the text that was read")
    return [Read(reals[row["id"]], row["reason"], frozenset(row["origins"])) for row in rows]


def found_origins(gold: Sequence[Read]) -> Iterator[tuple[Read, Lineage]]:
    """Each article with what the system says stands behind it."""
    texts = (article_from_text(read.real.text, article_id=read.real.id) for read in gold)
    given = (
        msgspec.structs.replace(text, publisher=PUBLISHERS.get(read.real.corpus))
        for read, text in zip(gold, texts, strict=True)
    )
    return zip(gold, lineages(pipeline.annotate(given), ()), strict=True)


def measured(data: Path, which: str) -> tuple[dict[str, Count], list[str]]:
    """Origins that were found, and what was wrong."""
    counts = {name: Count() for name in ("origins", "credited", "cited", "articles")}
    mistakes = []
    for read, told in found_origins(marked(data, which)):
        own = frozenset(told.keys if told.reason in {"credited", "cited"} else ())
        right = Count(len(own & read.origins), len(own), len(read.origins))
        counts["origins"] = counts["origins"].plus(right)
        for reason in ("credited", "cited"):
            if reason in {read.reason, told.reason}:
                found = len(own) if told.reason == reason else 0
                wanted = len(read.origins) if read.reason == reason else 0
                both = len(own & read.origins) if told.reason == read.reason else 0
                counts[reason] = counts[reason].plus(Count(both, found, wanted))
        counts["articles"] = counts["articles"].plus(Count(int(own == read.origins), 1, 1))
        if own != read.origins:
            mistakes.append(f"{read.real.id}: {sorted(read.origins)} > {sorted(own)}")
    return counts, mistakes


def altered(real: Real, other: Real, kind: str, order: random.Random) -> str:
    """A near-copy of an article."""
    title, lead, *body = real.lines
    if kind == "cut":
        kept = sorted(order.sample(range(len(body)), round(len(body) * (1 - _CUT))))
        return "\n".join([title, lead, *(body[at] for at in kept)])
    if kind == "reordered":
        order.shuffle(body)
        return "\n".join([title, lead, *body])
    if kind == "all three":
        order.shuffle(body)
        return "\n".join([*other.lines[:2], *body[: round(len(body) * (1 - _CUT))]])
    return "\n".join([*other.lines[:2], *body])


def _syllables(text: str) -> list[str]:
    return [canonical(word) for word in _WORD.findall(text)]


class Copies(NamedTuple):
    """Near-copies by kind, how many of them were found, and the pairs that are false."""

    made: Counter[str]
    found: Counter[str]
    false: list[tuple[str, str]]


def copies_found(data: Path) -> Copies:
    """Near-copies of each kind among other articles."""
    order = random.Random(_SEED)
    reals = [one for one in real_articles(data, "vietnews") if len(one.lines) > 5]
    drawn = order.sample(reals, _OTHERS)
    names = [(real.id, "original") for real in drawn]
    texts = [real.text for real in drawn]
    for kind in KINDS:
        for number in range(_COPIED):
            real, other = drawn[number], drawn[-1 - number]
            names.append((real.id, kind))
            texts.append(altered(real, other, kind, order))
    groups = copies([signature(_syllables(text)) for text in texts])
    together = {frozenset(pair) for group in groups for pair in combinations(group, 2)}
    made: Counter[str] = Counter(kind for _, kind in names if kind != "original")
    found: Counter[str] = Counter()
    for number in range(len(drawn), len(names)):
        origin = next(at for at in range(_COPIED) if names[at][0] == names[number][0])
        found[names[number][1]] += frozenset((origin, number)) in together
    pairs = (tuple(sorted(pair)) for pair in together)
    false = [(names[one][0], names[two][0]) for one, two in pairs if names[one][0] != names[two][0]]
    return Copies(made, found, sorted(false))


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--set", default="measuring", choices=SETS)
    parser.add_argument("--copies", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    data = options.shared / "data"
    if options.copies:
        made, found, false = copies_found(data)
        for kind, number in made.items():
            print(f"{kind:10} found {found[kind]} of {number}  ({found[kind] / number:.2f})")
        print(f"false pairs {len(false)} among {_OTHERS} articles and {sum(made.values())} copies")
        print(*(f"  {one} {two}" for one, two in false if options.show), sep="\n", end="")
        return
    counts, mistakes = measured(data, options.set)
    for name, count in counts.items():
        print(
            f"{name:9} P {count.precision:.3f}  R {count.recall:.3f}"
            f"  ({count.right} right, {count.found} found, {count.gold} gold)"
        )
    if options.show:
        print(*mistakes, sep="\n")


if __name__ == "__main__":
    main()
