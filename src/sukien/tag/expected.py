"""Breaks that must be somewhere: after a title, and after the name in a picture's credit.

The detector judges every place by itself. Here the best place of a stretch is taken although it
scored too low, where the shape of an article says that there is one; and a title that stands
again under a picture ends where the two copies part.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sukien.tag import breaks
from sukien.tag.breaks import Scores
from sukien.tag.grid import COLON, FINAL, Flags, Grid, is_shape
from sukien.tag.titles import Head

CREDIT_TOKENS = 12
ECHO_TOKENS = 5
_CREDIT_FLOOR = 2.5


class Judged(NamedTuple):
    """Candidates of the grid in order, their scores and which of them passed."""

    places: npt.NDArray[np.intp]
    scores: Scores
    passed: Flags


def expected(grid: Grid, judged: Judged, heads: Sequence[Head], threshold: float) -> Flags:
    """Which candidates start a sentence once the expected breaks are added.

    A title has no break inside and one at its end, where `heads` say; so has each copy of it.
    """
    passed = judged.passed.copy()
    marks = np.flatnonzero(is_shape(grid.shape, *FINAL, 0))
    for head in heads:
        low, high = np.searchsorted(judged.places, (head.origin + 1, head.end))
        passed[low:high] = False
        if head.titled:
            _pass(judged, passed, head.end)
            _echo(grid, judged, passed, head)
    cues = (grid.shape == COLON) & np.isin(np.roll(grid.form, 1), breaks.CUES)
    for cue in np.flatnonzero(cues):
        reach = (int(cue) + 2, min(_first_from(marks, int(cue)), int(cue) + CREDIT_TOKENS))
        _best(judged, passed, reach, threshold - _CREDIT_FLOOR)
    return passed


def _first_from(marks: npt.NDArray[np.intp], place: int) -> int:
    at = int(np.searchsorted(marks, place))
    return int(marks[at]) if at < len(marks) else place


def _best(judged: Judged, passed: Flags, reach: tuple[int, int], floor: float) -> None:
    """Pass the best candidate within reach, when none has and it is above the floor."""
    low, high = (int(n) for n in np.searchsorted(judged.places, reach))
    if low >= high or passed[low:high].any():
        return
    best = low + int(np.argmax(judged.scores[low:high]))
    passed[best] |= judged.scores[best] > floor


def _echo(grid: Grid, judged: Judged, passed: Flags, head: Head) -> None:
    """Pass both ends of each copy of a title."""
    form, size = grid.form, head.end - head.origin
    end = head.origin + int(np.argmax(grid.shape[head.origin :] == 0))
    title, rest = form[head.origin : head.end], form[head.end : end]
    if size < ECHO_TOKENS or len(rest) < size:
        return
    for copy in np.flatnonzero(rest[: len(rest) - size + 1] == title[0]).tolist():
        if (rest[copy : copy + size] == title).all():
            _pass(judged, passed, head.end + copy)
            _pass(judged, passed, head.end + copy + size)


def _pass(judged: Judged, passed: Flags, place: int) -> None:
    """Pass a place when it is a candidate."""
    at = int(np.searchsorted(judged.places, place))
    if at < len(judged.places) and judged.places[at] == place:
        passed[at] = True
