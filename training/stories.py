"""What each ground counts for two episodes being of one story.

    python -m training.stories DATA_DIR

Learns on the stories of the Underthesea News Corpus that were marked by reading to develop on
(`quality/gold/threads/developing.jsonl`), by logistic regression with a light ridge over pairs of
episodes whose words are alike; the episodes of one story count less the more there are. What else
the corpus holds is of other stories, since each was marked whole. Then the threshold, smoothed over
its neighbours, is chosen by B-cubed. Writes the rows `story` of
src/sukien/knowledge/data/thread_weights.tsv.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from quality.episodes import b_cubed
from quality.threads import Marked, annotated, groups, marked, of
from training.episodes import logistic
from training.weights import write_weights

from sukien.knowledge.thread_weights import StoryWeights
from sukien.thread import Digest, Stream, digest
from sukien.thread.chapters import Chapter
from sukien.thread.rarity import dot
from sukien.thread.stories import LEAST, grounds

RIDGE = 1e-3
_THRESHOLDS = np.arange(-4.0, -1.4, 0.25)
_SMOOTH = np.array([1, 2, 1]) / 4


def learn(digests: Sequence[Digest], gold: Marked) -> StoryWeights:
    """The weights; `enough` is 0 still."""
    stream = Stream()
    stream.feed(digests)
    chapters = {n: kept.chapter() for n, kept in stream.state().chapters.items()}
    ids = {number: one.articles for number, one in stream.state().episodes.items()}
    homes = {n: _story(names, gold) for n, names in ids.items()}
    doubts = {n: _doubts(names, gold) for n, names in ids.items()}
    rows, same, counts = [], [], []
    pairs = _pairs(chapters)
    sizes = Counter(homes[a] for a, b in pairs if homes[a] and homes[a] == homes[b])
    for a, b in pairs:
        one, other = homes[a], homes[b]
        if not (one or other) or (one != other and (one in doubts[b] or other in doubts[a])):
            continue
        rows.append(grounds(chapters[a], chapters[b]))
        same.append(one == other)
        counts.append(sizes[one] ** -0.5 if one == other else 1.0)
    found = logistic(np.array(rows), np.array(same, dtype=float), RIDGE, np.array(counts))
    *weights, bias = (round(float(one), 4) for one in found)
    return StoryWeights(*(max(0.0, one) for one in weights), bias=bias, enough=0.0)


def _pairs(chapters: dict[int, Chapter]) -> list[tuple[int, int]]:
    numbers = sorted(chapters)
    return [
        (a, b)
        for place, a in enumerate(numbers)
        for b in numbers[:place]
        if dot(chapters[a].words, chapters[b].words) >= LEAST
    ]


def _story(names: Sequence[str], gold: Marked) -> str | None:
    held = Counter(gold.stories[name] for name in names if name in gold.stories)
    return min(held, key=lambda one: (-held[one], one)) if held else None


def _doubts(names: Sequence[str], gold: Marked) -> frozenset[str]:
    return frozenset().union(*(gold.doubtful.get(name, frozenset()) for name in names))


def with_enough(digests: Sequence[Digest], gold: Marked, weights: StoryWeights) -> StoryWeights:
    """The weights with the threshold at which stories are best, smoothed."""
    scores = []
    for enough in _THRESHOLDS:
        stream = Stream(story_weights=weights._replace(enough=float(enough)))
        stream.feed(digests)
        stories, _ = groups(stream.threads())
        scores.append(b_cubed(of(stories, gold.stories), gold.stories).f1)
        print(f"  enough {enough:5.2f}  F1 {scores[-1]:.4f}")
    smooth = np.convolve(np.pad(scores, 1, mode="edge"), _SMOOTH, "valid")
    return weights._replace(enough=float(_THRESHOLDS[smooth.argmax()]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    digests = [digest(one) for one in annotated(args.data)]
    gold = marked("developing")
    weights = with_enough(digests, gold, learn(digests, gold))
    write_weights("story", weights._asdict())
    print(weights)


if __name__ == "__main__":
    main()
