"""`make quality`: scores on the project's own gold, held against floors that only go up.

    python -m quality.run [--shared DIR]

The gold is hand-made, on articles of the sample library (`quality/gold/*.toml`). The floors stand
in `quality/floors.toml`; a score below its floor ends the run with exit code 1. Where the
project's shared folder lies beside it, its two articles are scored with its own script too.
"""

import argparse
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

import sukien.sample
from quality import (
    briefs,
    episodes,
    figures,
    meaning,
    names,
    sections,
    seed_story,
    structure,
    threads,
    timelines,
)
from quality.gold import load
from quality.scoring import Count, score
from sukien import pipeline
from sukien.model import Article
from sukien.read import ReadOptions, read_paths
from sukien.thread import thread
from sukien.views.contract import article_record, json_line

HERE = Path(__file__).parent
ROOT = HERE.parent
STRUCTURE = {
    "lost breaks": "lost breaks", "sentences": "sentences", "parts": "parts",
    "bylines": "  byline", "agencies": "  agency", "credits": "  credit",
}  # fmt: skip
MEANING = {
    "times strict": "times", "times value": "time values", "quantities": "quantities",
    "quantities + unit": "units", "quotes + speaker": "quotes",
    "direct quotes + speaker": "direct quotes", "events dated (recall)": "events dated",
    "events whole (recall)": "events",
}  # fmt: skip
TIMELINES = ("timeline dates", "timeline backing")
REAL = (
    *("real names", "real name spans"),
    *(f"real {name}" for name in (*STRUCTURE, *MEANING.values(), *TIMELINES, "briefs")),
    *("real figures", "real verdicts", "real sections", "real sections elsewhere"),
)


def sample_articles(gold: Mapping[str, object]) -> list[Article]:
    """The articles of the sample library that have gold."""
    folder = Path(next(iter(sukien.sample.__path__)))
    items = read_paths([str(folder)], ReadOptions())
    articles = [item for item in items if isinstance(item, Article) and item.id in gold]
    missing = set(gold) - {article.id for article in articles}
    if missing:
        raise SystemExit(f"gold without an article: {', '.join(sorted(missing))}")
    return articles


def sample_scores() -> dict[str, Count]:
    """The counts of every layer over the gold articles."""
    gold = load()
    totals: dict[str, Count] = {}
    for annotated in pipeline.annotate(sample_articles(gold)):
        for layer, counted in score(annotated, gold[annotated.id]).items():
            totals[layer] = totals.get(layer, Count()).plus(counted)
    return totals


def floors() -> dict[str, float]:
    """The least F1 of each layer."""
    return tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["f1"]


def below(scores: Mapping[str, Count | episodes.Score], least: Mapping[str, float]) -> list[str]:
    """The layers whose F1 is below the floor."""
    return [layer for layer, floor in least.items() if round(scores[layer].f1, 3) < floor]


def seeds(shared: Path) -> None:
    """Score the shared folder's two articles with its own script, and print what it prints."""
    lines: list[bytes] = []
    for name, date in seed_story.SEED_DATES.items():
        path = shared / "seeds" / f"{name}.txt"
        articles = read_paths([str(path)], ReadOptions(date=date))
        batch = [item for item in articles if isinstance(item, Article)]
        lines += [json_line(article_record(one)) for one in pipeline.annotate(batch)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "seeds.jsonl"
        path.write_bytes(b"".join(lines))
        command = [sys.executable, str(shared / "gold" / "score.py"), str(path)]
        subprocess.run([*command, str(shared / "gold")], check=False)


def real_scores(data: Path) -> dict[str, Count]:
    """Names of the measuring articles; sentences and parts of flattened ones."""
    found = names.measured(names.marked(data)).counts
    tally = structure.measured(data / "vietnews.jsonl.gz").counts
    known = {"real names": found["names"], "real name spans": found["spans"]}
    return known | {f"real {name}": Count(*tally[key]) for name, key in STRUCTURE.items()}


def meaning_scores(shared: Path) -> dict[str, Count]:
    """Times, quantities, quotes and events of the articles that no rule was written from."""
    unseen = [one for which in meaning.UNSEEN for one in meaning.marked(shared / "data", which)]
    found = meaning.measured(shared, unseen).counts
    return {f"real {name}": found[layer] for layer, name in MEANING.items()}


def figure_scores(shared: Path) -> dict[str, Count]:
    """Numbers put into one figure, and verdicts on them, of stories that only measure."""
    found = figures.measured(shared / "data", "measuring")
    judged = figures.accuracies(found.verdicts)["verdicts judged"]
    return {"real figures": found.slots, "real verdicts": judged}


def timeline_scores(shared: Path) -> dict[str, Count]:
    """Dates of the timelines of clusters that no rule was written from."""
    return {f"real {name}": one for name, one in timelines.measured(shared, "measuring").items()}


def section_scores(data: Path) -> dict[str, Count]:
    """Sections of articles: over time, and of other newspapers."""
    return {f"real {name}": one for name, one in sections.scores(data).items()}


def thread_scores(data: Path) -> dict[str, episodes.Score]:
    """B-cubed of stories that only measure, and of happenings that were learned from."""
    stories, _ = threads.groups(thread(threads.annotated(data)))
    gold = threads.marked("measuring").stories
    articles, clusters = episodes.read(data / "vnmds.jsonl.gz")
    _, found = threads.groups(thread(episodes.annotated(articles, bare=False)))
    return {
        "real stories": episodes.b_cubed(threads.of(stories, gold), gold),
        "real episodes": episodes.b_cubed(found, clusters),
    }


def print_scores(scores: Mapping[str, Count], least: Mapping[str, float]) -> None:
    """A line a layer."""
    for layer, counted in scores.items():
        print(
            f"{layer:16s} P {counted.precision:.3f}  R {counted.recall:.3f}  F1 {counted.f1:.3f}"
            f"  floor {least.get(layer, 0):.3f}  (gold {counted.gold}, found {counted.found})"
        )


def main() -> int:
    """Print the scores; 1 when a floor is not held."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    shared = parser.parse_args().shared
    scores, least = sample_scores(), floors()
    fallen = []
    print("Articles of the sample library against quality/gold:")
    print_scores(scores, least)
    if (shared / "gold" / "score.py").exists():
        print("\nThe two seed articles against the shared gold:", flush=True)
        seeds(shared)
        print("\nTheir story against the shared gold:")
        seed_story.print_answers(seed_story.asked(shared))
    if (shared / "data" / "unc.jsonl.gz").exists():
        print("\nReal articles that were not learned from:")
        scores |= real_scores(shared / "data") | meaning_scores(shared)
        scores |= timeline_scores(shared) | figure_scores(shared)
        scores |= section_scores(shared / "data")
        scores["real briefs"] = briefs.measured(shared / "data")
        print_scores({layer: scores[layer] for layer in REAL}, least)
        joined = thread_scores(shared / "data")
        for name, one in joined.items():
            print(
                f"{name:16s} P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}"
                f"  floor {least.get(name, 0):.3f}  (B-cubed)"
            )
        fallen += below(joined, {layer: least[layer] for layer in joined})
    fallen += below(scores, {layer: least[layer] for layer in scores if layer in least})
    if fallen:
        print(f"\nbelow their floors: {', '.join(fallen)}", file=sys.stderr)
    return int(bool(fallen))


if __name__ == "__main__":
    sys.exit(main())
