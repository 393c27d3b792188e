"""ROUGE of briefs against summaries that people wrote of the same articles.

    python -m quality.briefs DATA [--folds 5] [--threads] [--flat] [--show]

DATA holds `vnmds.jsonl.gz` (VN-MDS, KTLab of VNU Hanoi: a line a cluster, its articles and two
summaries by people). A brief is as long as the two summaries on average, in words parted by white
space. ROUGE-1 and ROUGE-2 (Lin 2004) are F1 over syllables (`\\w+` in lower case, no stemming, no
stop words), the mean over the two summaries. The same run measures the articles' sentences in
turn, with their leads and without, and one person against the other.

With `--folds` the brief of a cluster is told with weights learned from the clusters of the other
folds; without, with those of the package, which were learned from all. With `--threads` a cluster
goes through threading first, and its brief is that of the story with most of its articles. With
`--flat` the articles have lost their line breaks.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

from training.briefs import learned, rows_of

from quality.scoring import Count
from quality.summaries import Cluster, grams, read, rouge
from sukien.tell.brief import Aim, brief
from sukien.tell.origins import Origins
from sukien.tell.reading import told_sentences
from sukien.thread import thread

FOLDS = 5
Weights = Mapping[str, float]


def score(texts: Sequence[str], clusters: Sequence[Cluster], size: int) -> float:
    """The mean over clusters of the mean over their summaries."""
    pairs = zip(texts, clusters, strict=True)
    return mean(mean(rouge(text, one, size) for one in c.summaries) for text, c in pairs)


def told(cluster: Cluster, weights: Weights | None = None, *, threads: bool = False) -> str:
    """The brief of a cluster, as one episode or as threading finds them."""
    articles, episodes = cluster.articles, [[article.id for article in cluster.articles]]
    copies: Sequence[Sequence[str]] = ()
    if threads:
        most = max(thread(articles), key=lambda one: sum(len(e.articles) for e in one.episodes))
        episodes, copies = [list(e.articles) for e in most.episodes], most.duplicates
        dropped = {name for group in copies for name in group[1:]}
        held = {name for ids in episodes for name in ids} - dropped
        articles = [article for article in articles if article.id in held]
    origins = Origins(cluster.articles, copies)
    return brief(articles, episodes, origins, Aim(words=cluster.length), weights=weights).text


def in_turn(cluster: Cluster, parts: Sequence[str]) -> str:
    """The first sentence of each article, then the second of each, to the brief's length."""
    rows = [[s.text for s in told_sentences(a) if s.part in parts] for a in cluster.articles]
    taken: list[str] = []
    for place in range(max(map(len, rows), default=0)):
        for row in rows:
            if place < len(row) and sum(len(text.split()) for text in taken) < cluster.length:
                taken.append(row[place])
    return " ".join(taken)


def out_of_fold(clusters: Sequence[Cluster], folds: int) -> list[Weights]:
    """For each cluster the weights that those of the other folds teach."""
    rows = [rows_of(cluster) for cluster in clusters]
    found = [
        learned([row for n, own in enumerate(rows) if n % folds != fold for row in own])
        for fold in range(folds)
    ]
    return [found[number % folds] for number in range(len(clusters))]


def pairs_shared(texts: Sequence[str], clusters: Sequence[Cluster]) -> Count:
    """How many pairs of syllables briefs and summaries share, have, and should have."""
    total = Count()
    for text, cluster in zip(texts, clusters, strict=True):
        mine = grams(text, 2)
        for summary in cluster.summaries:
            theirs = grams(summary, 2)
            total = total.plus(Count((mine & theirs).total(), mine.total(), theirs.total()))
    return total


def measured(data: Path) -> Count:
    """The pairs shared by all briefs, told with weights learned from other clusters."""
    clusters = read(data)
    weights = out_of_fold(clusters, FOLDS)
    texts = [told(c, own) for c, own in zip(clusters, weights, strict=True)]
    return pairs_shared(texts, clusters)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--threads", action="store_true")
    parser.add_argument("--flat", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    clusters = read(options.data, flat=options.flat)
    weights = out_of_fold(clusters, options.folds) if options.folds else [None] * len(clusters)
    briefs = [told(c, w, threads=options.threads) for c, w in zip(clusters, weights, strict=True)]
    report("sentences in turn", [in_turn(c, ("lead", "body")) for c in clusters], clusters)
    report("  of bodies alone", [in_turn(c, ("body",)) for c in clusters], clusters)
    people = [[rouge(c.summaries[0], c.summaries[1], size) for c in clusters] for size in (1, 2)]
    show_line("one person, other", [mean(one) for one in people], 1.0)
    report("brief", briefs, clusters)
    if options.show:
        print("\n\n".join(briefs))


def report(name: str, texts: Sequence[str], clusters: Sequence[Cluster]) -> None:
    """Print the scores of one way to tell the clusters."""
    lengths = mean(len(t.split()) / c.length for t, c in zip(texts, clusters, strict=True))
    show_line(name, [score(texts, clusters, size) for size in (1, 2)], lengths)


def show_line(name: str, scores: Sequence[float], length: float) -> None:
    """Print ROUGE-1, ROUGE-2 and the length in lengths of the summaries."""
    one, two = (100 * value for value in scores)
    print(f"{name:20s} ROUGE-1 {one:5.2f}  ROUGE-2 {two:5.2f}  length {length:.2f}")


if __name__ == "__main__":
    main()
