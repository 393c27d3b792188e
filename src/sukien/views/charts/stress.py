"""Where the nodes of a small network stand, so that those tied closely stand closely."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Ties = Mapping[tuple[int, int], float]
_ROUNDS = 80
_SMALL = 1e-9
_APART = 1.0
"""How much farther than the farthest that are joined those stand that nothing joins."""


def positions(count: int, ties: Ties, *, upright: bool = False) -> Points:
    """A place for each node, by stress majorization; two columns between 0 and 1.

    Two nodes stand the farther apart the more ties lie between them (Gansner, Koren and North,
    Graph Drawing by Stress Majorization, 2004); a tie has a length. It starts from a circle and
    throws no dice. The long way lies across, or down if `upright`.
    """
    far = distances(count, ties)
    weights = 1.0 / np.where(far > 0, far, 1.0) ** 2
    np.fill_diagonal(weights, 0.0)
    laplace = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplace)
    angles = 2 * np.pi * np.arange(count) / max(1, count)
    spots = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    for _ in range(_ROUNDS):
        spots = inverse @ (_pull(spots, weights * far) @ spots)
    return _framed(spots, upright=upright)


def distances(count: int, ties: Ties) -> Points:
    """The length of the shortest way between each two nodes."""
    far = np.full((count, count), np.inf)
    np.fill_diagonal(far, 0.0)
    for (one, other), length in ties.items():
        if one != other:
            far[one, other] = far[other, one] = length
    for over in range(count):
        far = np.minimum(far, far[:, over, None] + far[None, over, :])
    joined = far[np.isfinite(far)]
    return np.asarray(np.where(np.isfinite(far), far, joined.max(initial=1.0) + _APART))


def _pull(spots: Points, wanted: Points) -> Points:
    gaps = np.linalg.norm(spots[:, None] - spots[None], axis=2)
    ratio = -np.divide(wanted, gaps, out=np.zeros_like(gaps), where=gaps > _SMALL)
    np.fill_diagonal(ratio, 0.0)
    np.fill_diagonal(ratio, -ratio.sum(axis=1))
    return np.asarray(ratio)


def _framed(spots: Points, *, upright: bool) -> Points:
    """Turned so that the longest way lies across, and stretched to the unit square."""
    spots = spots - spots.mean(axis=0, keepdims=True)
    _, _, axes = np.linalg.svd(spots, full_matrices=False)
    turned = spots @ axes.T
    for column in range(turned.shape[1]):
        if turned[0, column] < 0:
            turned[:, column] *= -1
    turned = turned[:, ::-1] if upright else turned
    low, high = turned.min(axis=0), turned.max(axis=0)
    wide = high - low > _SMALL
    return np.asarray(np.where(wide, (turned - low) / np.where(wide, high - low, 1.0), 0.5))
