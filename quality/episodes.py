"""B-cubed of episodes, on clusters of articles on one happening that are mixed in order of time.

    python -m quality.episodes --data DIR [--bare | --folds 5]

DIR holds `vnmds.jsonl.gz` (VN-MDS, KTLab of VNU Hanoi: a line a cluster, its articles with time of
publication). All articles go in at once, ordered by day and id; every cluster is one episode. With
`--bare` no layer is run, and words alone decide. With `--folds` the weights and the threshold are
learned without a part of the clusters, which are then mixed with all others and measured, part by
part; thrice, parted otherwise each time. B-cubed: Bagga and Baldwin 1998; of a story, all
its episodes count as one group.
"""

import argparse
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sukien import pipeline
from sukien.model import AnnotatedArticle, Article
from sukien.text.respace import respace
from sukien.thread import digest, thread

Groups = Mapping[str, object]
_TIMES = 3


class Score(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def b_cubed(found: Groups, gold: Groups) -> Score:
    """How pure and how whole, on average over articles, the group of each is."""
    return mean(shares(found, gold, gold))


def shares(found: Groups, gold: Groups, names: Iterable[str]) -> list[tuple[float, float]]:
    """How much of the found group of each of these articles is its gold group, and the other way.

    Groups are of all articles.
    """
    in_found, in_gold = _members(found), _members(gold)
    rows = []
    for name in names:
        one, other = in_found[found[name]], in_gold[gold[name]]
        shared = len(one & other)
        rows.append((shared / len(one), shared / len(other)))
    return rows


def mean(rows: Sequence[tuple[float, float]]) -> Score:
    """The score of articles' shares."""
    precision = sum(row[0] for row in rows) / len(rows)
    recall = sum(row[1] for row in rows) / len(rows)
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def _members(groups: Groups) -> dict[object, set[str]]:
    members: dict[object, set[str]] = defaultdict(set)
    for name, group in groups.items():
        members[group].add(name)
    return members


def read(source: Path) -> tuple[list[Article], dict[str, int]]:
    """The articles, and the number of the cluster of each."""
    articles, cluster_of = [], {}
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            cluster = json.loads(line)
            for record in cluster["articles"]:
                articles.append(to_article(record))
                cluster_of[record["id"]] = cluster["cluster"]
    return articles, cluster_of


def to_article(record: dict[str, object]) -> Article:
    """An article of the data, read as a reader would."""
    body = record["body"] if isinstance(record["body"], list) else [record["body"]]
    lines = [record["title"], record.get("lead"), *body]
    spaced = respace("\n".join(str(line) for line in lines if line))
    return Article(
        id=str(record["id"]),
        text=spaced.text,
        published=str(record["published"]),
        breaks=spaced.breaks,
        joints=spaced.joints,
        segmented=spaced.segmented,
    )


def annotated(articles: list[Article], *, bare: bool) -> list[AnnotatedArticle]:
    """The articles with their layers; those on which a layer fails, and all when bare, without."""
    if bare:
        return [AnnotatedArticle(article=article) for article in articles]
    outcomes = zip(articles, pipeline.annotate_all(articles), strict=True)
    return [
        one if isinstance(one, AnnotatedArticle) else AnnotatedArticle(article=article)
        for article, one in outcomes
    ]


def held_out(articles: Sequence[AnnotatedArticle], gold: dict[str, int], folds: int) -> None:
    """Print the scores on clusters that nothing was learned from."""
    from training import episodes as training  # noqa: PLC0415  it measures with this module

    digests = [digest(article) for article in articles]
    pairs = training.Pairs(digests, gold)
    for seed in range(_TIMES):
        clusters = sorted(set(gold.values()))
        random.Random(seed).shuffle(clusters)
        rows: list[tuple[float, float]] = []
        for fold in range(folds):
            out = frozenset(clusters[fold::folds])
            kept = [one for one in digests if gold[one.id] not in out]
            known = {one.id: gold[one.id] for one in kept}
            weights = training.with_enough(kept, known, pairs.learn(out))
            found = training.clustered(digests, weights)
            rows += shares(found, gold, (name for name in gold if gold[name] in out))
        score = mean(rows)
        print(
            f"episodes, {folds} folds, parted by {seed}: B-cubed P {score.precision:.4f}"
            f"  R {score.recall:.4f}  F1 {score.f1:.4f}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--bare", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    args = parser.parse_args()
    articles, gold = read(args.data / "vnmds.jsonl.gz")
    if args.folds:
        held_out(annotated(articles, bare=False), gold, args.folds)
        return
    threads = thread(annotated(articles, bare=args.bare))
    episodes = {a: e.id for one in threads for e in one.episodes for a in e.articles}
    stories = {a: one.id for one in threads for e in one.episodes for a in e.articles}
    for name, found in (("episodes", episodes), ("stories", stories)):
        score = b_cubed(found, gold)
        print(
            f"{name}: {len(set(found.values()))} for {len(set(gold.values()))} clusters, B-cubed"
            f" P {score.precision:.4f}  R {score.recall:.4f}  F1 {score.f1:.4f}"
        )


if __name__ == "__main__":
    main()
