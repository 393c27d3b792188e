"""B-cubed of stories, on real articles of months that were marked by reading.

    python -m quality.threads DATA [--set measuring|developing] [--show 10]

DATA holds `unc.jsonl.gz` (Underthesea News Corpus: 1,994 dated articles of 2020 and 2021). Its
stories were marked by reading and stand off in `quality/gold/threads/`: which articles are one
story, and which of them one episode; no text. All 1,994 articles are threaded, and B-cubed is taken
over the articles of the gold. What is marked in one set is unknown to the other.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quality.episodes import b_cubed
from sukien import pipeline
from sukien.model import AnnotatedArticle, Article, Thread
from sukien.text.respace import respace
from sukien.thread import thread

GOLD = Path(__file__).parent / "gold" / "threads"
SETS = ("measuring", "developing")


class Marked(NamedTuple):
    """The story and the episode of each article, and the stories that one may also belong to."""

    stories: dict[str, str]
    episodes: dict[str, str]
    doubtful: dict[str, frozenset[str]]


def marked(which: str) -> Marked:
    """The gold of a set."""
    stories: dict[str, str] = {}
    episodes: dict[str, str] = {}
    doubtful: dict[str, set[str]] = {}
    for line in (GOLD / f"{which}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for number, episode in enumerate(row["episodes"]):
            for name in episode["articles"]:
                stories[name] = row["story"]
                episodes[name] = f"{row['story']} {number}"
        for name in row["doubtful"]:
            doubtful.setdefault(name, set()).add(row["story"])
    return Marked(stories, episodes, {name: frozenset(of) for name, of in doubtful.items()})


def articles(data: Path) -> Iterator[Article]:
    """The corpus, each article's title before its sentences."""
    with gzip.open(data / "unc.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            spaced = respace("\n".join([record["title"], *record["sentences"]]))
            yield Article(
                id=record["id"],
                text=spaced.text,
                published=record["published"],
                url=record["url"],
                breaks=spaced.breaks,
                joints=spaced.joints,
                segmented=spaced.segmented,
            )


def annotated(data: Path) -> list[AnnotatedArticle]:
    """The corpus with its layers."""
    outcomes = pipeline.annotate_all(articles(data))
    return [one for one in outcomes if isinstance(one, AnnotatedArticle)]


def groups(threads: Sequence[Thread]) -> tuple[dict[str, str], dict[str, str]]:
    """The story and the episode of each article as found."""
    stories = {a: one.id for one in threads for e in one.episodes for a in e.articles}
    return stories, {a: e.id for one in threads for e in one.episodes for a in e.articles}


def of(found: Mapping[str, str], names: Mapping[str, object]) -> dict[str, str]:
    return {name: found[name] for name in names}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--set", choices=SETS)
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    stories, episodes = groups(thread(annotated(args.data)))
    for which in (args.set,) if args.set else SETS:
        gold = marked(which)
        for name, found, wanted in (
            ("stories", stories, gold.stories),
            ("episodes", episodes, gold.episodes),
        ):
            score = b_cubed(of(found, wanted), wanted)
            print(
                f"{which} {name}: {len(set(wanted.values()))} of {len(wanted)} articles, B-cubed"
                f" P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
            )
        if args.show and which == "developing":
            _show(stories, gold, args.show)


def _show(stories: Mapping[str, str], gold: Marked, most: int) -> None:
    """The gold stories that are most scattered, with the sizes of their pieces."""
    pieces: dict[str, Counter[str]] = {}
    for name, story in gold.stories.items():
        pieces.setdefault(story, Counter())[stories[name]] += 1
    ranked = sorted(pieces.items(), key=lambda row: (-len(row[1]), row[0]))
    for story, counts in ranked[:most]:
        print(f"  {story}: {sorted(counts.values(), reverse=True)}")


if __name__ == "__main__":
    main()
