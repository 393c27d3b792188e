"""What each ground counts for two articles being of one episode.

    python -m training.episodes DATA_DIR

Learns on the 100 clusters of VN-MDS (`vnmds.jsonl.gz`), by logistic regression with a light ridge
over all pairs of articles within 30 days, and writes the rows `episode` of
src/sukien/knowledge/data/thread_weights.tsv. `enough` is where the B-cubed F1, smoothed over
neighbouring thresholds, is best. `python -m quality.episodes --folds 5` learns on four fifths of
the clusters and measures on the fifth.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from quality.episodes import annotated, b_cubed, read
from training.weights import write_weights

from sukien.knowledge.thread_weights import EpisodeWeights
from sukien.thread.digests import Digest, digest
from sukien.thread.likeness import Member, Sums, grounds, member_of
from sukien.thread.rarity import Rarity
from sukien.thread.stream import Stream, by_day, seen_in

RIDGE = 1e-3
_NEAR = 30  # days
_THRESHOLDS = np.arange(-3.0, 0.6, 0.25)
_SMOOTH = np.array([1, 2, 3, 2, 1]) / 9
_PLAIN = EpisodeWeights(1, 1, 1, 1, 1, 1, 0, 0)
Floats = npt.NDArray[np.float64]


def days_of(digests: Sequence[Digest], weights: EpisodeWeights) -> list[list[Member]]:
    """The articles of each day as they are compared."""
    rarity = Rarity()
    days = []
    for _, day in by_day(digests):
        for one in day:
            rarity.see(seen_in(one))
        days.append([member_of(one, rarity, weights) for one in day])
    return days


class Pairs:
    """Every pair of articles with its grounds."""

    def __init__(self, digests: Sequence[Digest], gold: Mapping[str, object]) -> None:
        members = [m for day in days_of(digests, _PLAIN) for m in day]
        rows, same, groups = [], [], []
        for place, one in enumerate(members):
            for other in members[:place]:
                a, b = one.day or 0, other.day or 0
                if abs(a - b) <= _NEAR:
                    rows.append(list(grounds(Sums([one]), Sums([other]))))
                    same.append(gold[one.id] == gold[other.id])
                    groups.append((gold[one.id], gold[other.id]))
        self.grounds = np.array(rows)
        self.same = np.array(same, dtype=float)
        self.groups = groups

    def learn(self, held_out: frozenset[object] = frozenset()) -> EpisodeWeights:
        """The weights without the clusters held out; `enough` is 0 still."""
        kept = [a not in held_out and b not in held_out for a, b in self.groups]
        coefficients = logistic(self.grounds[kept], self.same[kept], RIDGE)
        *weights, bias = (float(round(one, 4)) for one in coefficients)
        weights[-1] = -weights[-1]
        return EpisodeWeights(*(max(0.0, one) for one in weights), bias=bias, enough=0.0)


def logistic(rows: Floats, same: Floats, ridge: float, counts: Floats | None = None) -> Floats:
    """Coefficients of standardised columns, given back for the columns as they are, bias last."""
    mean, scale = rows.mean(0), rows.std(0) + 1e-9
    table = np.c_[(rows - mean) / scale, np.ones(len(rows))]
    found = np.zeros(table.shape[1])
    counts = np.ones(len(rows)) if counts is None else counts
    penalty = ridge * counts.sum() * np.eye(len(found))
    for _ in range(30):
        odds = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (counts * (same - odds)) - ridge * counts.sum() * np.r_[found[:-1], 0]
        curve = (table * (counts * odds * (1 - odds) + 1e-9)[:, None]).T @ table + penalty
        found += np.linalg.solve(curve, slope)
    plain = found[:-1] / scale
    return np.r_[plain, found[-1] - plain @ mean]


def clustered(digests: Sequence[Digest], weights: EpisodeWeights) -> dict[str, str]:
    """The episode of each article."""
    stream = Stream(weights=weights)
    stream.feed(digests)
    return {name: one.id for one in stream.episodes() for name in one.articles}


def with_enough(
    digests: Sequence[Digest], gold: Mapping[str, object], weights: EpisodeWeights
) -> EpisodeWeights:
    """The weights with the threshold at which episodes are best, smoothed."""
    scores = [
        b_cubed(clustered(digests, weights._replace(enough=float(t))), gold).f1 for t in _THRESHOLDS
    ]
    smooth = np.convolve(np.pad(scores, 2, mode="edge"), _SMOOTH, "valid")
    return weights._replace(enough=float(_THRESHOLDS[smooth.argmax()]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    articles, gold = read(args.data / "vnmds.jsonl.gz")
    digests = [digest(one) for one in annotated(articles, bare=False)]
    weights = with_enough(digests, gold, Pairs(digests, gold).learn())
    write_weights("episode", weights._asdict())
    print(weights)
    print(b_cubed(clustered(digests, weights), gold))


if __name__ == "__main__":
    main()
