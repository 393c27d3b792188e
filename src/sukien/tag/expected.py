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
from sukien.tag.grid import COLON, FINAL, Flags, Grid, Hashes, is_shape

TITLE_TOKENS = (4, 34)
CREDIT_TOKENS = 12
ECHO_TOKENS = 5
_CREDIT_FLOOR = 2.5
_ECHO_FLOOR = 5.0


class Judged(NamedTuple):
    """Candidates of the grid in order, their scores and which of them passed."""

    places: npt.NDArray[np.intp]
    scores: Scores
    passed: Flags


def expected(
    grid: Grid, judged: Judged, untitled: Sequence[tuple[int, float]], threshold: float
) -> Flags:
    """Which candidates start a sentence once the expected breaks are added.

    `untitled` are the places of the grid at which an article starts whose first lines may be lost,
    with how far below the threshold the end of its title may score.
    """
    passed = judged.passed.copy()
    marks = np.flatnonzero(is_shape(grid.shape, *FINAL, 0))
    for origin, floor in untitled:
        _echo(grid, judged, passed, origin, threshold)
        reach = (
            origin + TITLE_TOKENS[0],
            min(_first_from(marks, origin), origin + TITLE_TOKENS[1]),
        )
        _best(judged, passed, reach, threshold - floor)
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


def _echo(grid: Grid, judged: Judged, passed: Flags, origin: int, threshold: float) -> None:
    """Pass both ends of a title's copies: where the second starts, where each ends."""
    size = int(np.argmax(grid.shape[origin:] == 0))
    form = grid.form[origin : origin + size]
    if size < 4 * ECHO_TOKENS:
        return
    same = (form[:-2] == form[0]) & (form[1:-1] == form[1]) & (form[2:] == form[2])
    for copy in np.flatnonzero(same)[1:4]:
        length = _common(form, int(copy))
        start = _number(judged, origin + int(copy))
        ends = [_number(judged, origin + length), _number(judged, origin + int(copy) + length)]
        known = [number for number in ends if number is not None]
        if length < ECHO_TOKENS or len(known) < len(ends):
            continue
        if max(judged.scores[known]) > threshold - _ECHO_FLOOR:
            passed[known if start is None else [start, *known]] = True


def _common(form: Hashes, copy: int) -> int:
    """How many tokens the text shares from its start and from `copy`."""
    limit = min(TITLE_TOKENS[1], copy, len(form) - copy)
    differ = np.flatnonzero(form[:limit] != form[copy : copy + limit])
    return int(differ[0]) if len(differ) else limit


def _number(judged: Judged, place: int) -> int | None:
    """The number of a candidate, or None when the place is none."""
    at = int(np.searchsorted(judged.places, place))
    return at if at < len(judged.places) and judged.places[at] == place else None
