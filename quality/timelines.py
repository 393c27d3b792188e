"""How well timelines hold the dates that a reader puts on them.

    python -m quality.timelines SHARED [--set reading] [--show]

SHARED holds the corpora (`data/vnmds.jsonl.gz`: clusters of VN-MDS). `gold/timelines/` holds
for each cluster the dates that must stand on its timeline with the articles that say them,
marked by reading, and those that may stand there: values and ids, no text. No rule was written
from the measuring clusters. Each cluster is told as one story. *Dates*: precision over the
lines' dates, recall over the marked ones. *Backing*: of the articles that say a marked date,
those that a line of the date counts.
"""

import argparse
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quality.episodes import annotated, read
from quality.scoring import Count
from sukien.model import AnnotatedArticle, Episode, Story, Thread
from sukien.tell import tell

GOLD = Path(__file__).parent / "gold" / "timelines"
SETS = ("reading", "measuring")


class Told(NamedTuple):
    """A cluster's gold with the story that is told of it."""

    gold: Mapping[str, Any]
    story: Story


def load(which: str) -> list[dict[str, Any]]:
    """The gold of one set, a dict a cluster."""
    clusters: list[dict[str, Any]] = tomllib.loads(
        (GOLD / f"{which}.toml").read_text(encoding="utf-8")
    )["cluster"]
    return clusters


def told(shared: Path, which: str) -> Iterator[Told]:
    """The clusters of a set, each told as one story."""
    articles, cluster_of = read(shared / "data" / "vnmds.jsonl.gz")
    for gold in load(which):
        chosen = [one for one in articles if cluster_of[one.id] == gold["id"]]
        yield Told(gold, _story(annotated(chosen, bare=False)))


def _story(articles: Sequence[AnnotatedArticle]) -> Story:
    episode = Episode(id="e", label="", articles=tuple(one.id for one in articles))
    return tell(Thread(id="t", episodes=(episode,)), articles)


def dates_of(one: Told) -> Count:
    """The dates of the lines against the marked ones; those that may stand there do not count."""
    wanted = [set(row["date"]) for row in one.gold["dates"]]
    lines = {entry.date for entry in one.story.timeline} - set(one.gold["may"])
    hits = sum(bool(row & lines) for row in wanted)
    right = sum(any(date in row for row in wanted) for date in lines)
    return Count(hits - max(0, hits - right), len(lines), len(wanted))


def backing_of(one: Told) -> tuple[int, int]:
    """How many of the articles that say a marked date are evidence of it, and how many say it."""
    hits = total = 0
    for row in one.gold["dates"]:
        lines = [entry for entry in one.story.timeline if entry.date in row["date"]]
        backed = {evidence.article for entry in lines for evidence in entry.evidence}
        hits += len(backed & set(row["articles"]))
        total += len(row["articles"])
    return hits, total


def measured(shared: Path, which: str) -> dict[str, Count]:
    """The counts of a set: `dates` and `backing` (of which only recall says something)."""
    dates, hits, total = Count(), 0, 0
    for one in told(shared, which):
        dates = dates.plus(dates_of(one))
        hit, all_of = backing_of(one)
        hits, total = hits + hit, total + all_of
    return {"timeline dates": dates, "timeline backing": Count(hits, hits, total)}


def _show(one: Told) -> None:
    marks = {date: row["about"] for row in one.gold["dates"] for date in row["date"]}
    print(f"\ncluster {one.gold['id']}")
    for entry in one.story.timeline:
        sign = "=" if entry.date in marks else "~" if entry.date in one.gold["may"] else "+"
        print(f" {sign} {entry.date:10s} {entry.articles} {entry.text[:150]}")
    found = {entry.date for entry in one.story.timeline}
    for row in one.gold["dates"]:
        if not found & set(row["date"]):
            print(f" - {row['date'][0]:10s} {row['about']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--set", dest="which", choices=SETS, default="measuring")
    parser.add_argument("--show", action="store_true", help="print each line beside its mark")
    args = parser.parse_args()
    if args.show:
        for one in told(args.shared, args.which):
            _show(one)
    for name, counted in measured(args.shared, args.which).items():
        print(
            f"{name:16s} P {counted.precision:.3f}  R {counted.recall:.3f}  F1 {counted.f1:.3f}"
            f"  (gold {counted.gold}, found {counted.found})"
        )


if __name__ == "__main__":
    main()
