"""Which articles and quotations a search is bounded to, and what else it could be bounded by."""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from sukien.search.base import Keys
from sukien.search.catalogue import NONE, Catalogue
from sukien.search.questions import CHOSEN, Choice, Question, Stretch

Mask = npt.NDArray[np.bool_]
_CHOICES = 12
_STRETCHES = 24
_MONTH, _YEAR = 31, 366


class Items:
    """What was found, each with the row of its article; quotations with their speaker too.

    `speaker` is one number each, or None for what nobody says.
    """

    def __init__(self, keys: Keys, rows: Keys, speaker: Keys | None = None) -> None:
        self.keys = keys
        self.rows = rows
        self.speaker = speaker


class Bounds:
    """What a search is bounded by, as one mask of the catalogue's rows for each."""

    def __init__(self, catalogue: Catalogue, question: Question) -> None:
        self._catalogue = catalogue
        self._speaker = catalogue.number("speaker", question.speaker)
        chosen = {name: getattr(question, name) for name in CHOSEN if getattr(question, name)}
        self.unknown = tuple(
            name for name, value in chosen.items() if catalogue.number(name, value) == NONE
        )
        self._masks = {name: self._mask(name, question) for name in question.bounds}

    def __bool__(self) -> bool:
        return bool(self._masks)

    def kept(self, items: Items, *, but: str = "") -> Mask:
        """Which of the items lie within all bounds, or all but the one named."""
        kept = np.ones(len(items.rows), dtype=np.bool_)
        for name, mask in self._masks.items():
            if name == but:
                continue
            if name == "speaker" and items.speaker is not None:
                kept &= items.speaker == self._speaker
            else:
                kept &= mask[items.rows]
        return kept

    def rows(self) -> Keys:
        """The rows of all articles within the bounds."""
        mask = np.ones(len(self._catalogue.day), dtype=np.bool_)
        mask[-1] = False
        for one in self._masks.values():
            mask &= one
        return np.flatnonzero(mask)

    def _mask(self, name: str, question: Question) -> Mask:
        listed = self._catalogue
        if name == "period":
            return self._period(question)
        number = listed.number(name, getattr(question, name))
        if name in ("entity", "speaker"):
            mask = np.zeros(len(listed.day), dtype=np.bool_)
            starts, values = listed.entities if name == "entity" else listed.speakers
            at = np.flatnonzero(values == number)
            mask[np.searchsorted(starts, at, side="right") - 1] = number != NONE
            return mask
        mask = np.asarray(getattr(listed, name) == number)
        return mask if number != NONE else np.zeros_like(mask)

    def _period(self, question: Question) -> Mask:
        day = self._catalogue.day
        mask: Mask = day != NONE
        if question.start:
            mask &= day >= dt.date.fromisoformat(question.start).toordinal()
        if question.end:
            mask &= day <= dt.date.fromisoformat(question.end).toordinal()
        return mask


def choices(catalogue: Catalogue, name: str, items: Items, chosen: str = "") -> tuple[Choice, ...]:
    """The values that most of the items have, with how many of them have it.

    The one chosen is among them, however few have it.
    """
    names = catalogue.names[name]
    if not names:
        return ()
    counts = _counts(catalogue, name, items)
    best = [int(i) for i in _greatest(counts)]
    wanted = catalogue.number(name, chosen) if chosen else NONE
    if wanted != NONE and wanted not in best:
        best.append(wanted)
    return tuple(Choice(names[i], int(counts[i])) for i in best)


def _greatest(counts: Keys) -> Keys:
    """Places of the greatest counts, the first of equal ones first."""
    places = np.flatnonzero(counts)
    if len(places) > _CHOICES:
        least = np.partition(counts[places], -_CHOICES)[-_CHOICES]
        places = places[counts[places] >= least]
    return places[np.argsort(-counts[places], kind="stable")][:_CHOICES]


def _counts(catalogue: Catalogue, name: str, items: Items) -> Keys:
    size = len(catalogue.names[name])
    if name == "speaker" and items.speaker is not None:
        return _tally(items.speaker, size)
    if name in ("publisher", "section"):
        return _tally(getattr(catalogue, name)[items.rows], size)
    starts, values = catalogue.entities if name == "entity" else catalogue.speakers
    return _tally(np.asarray(values[_within(starts, items.rows)]), size)


def _within(starts: Keys, rows: Keys) -> Keys:
    """Where the values of those rows stand, one row's after the other's."""
    lengths = starts[rows + 1] - starts[rows]
    offsets = np.repeat(starts[rows] - np.cumsum(lengths) + lengths, lengths)
    return offsets + np.arange(len(offsets))


def _tally(values: npt.NDArray[Any], size: int) -> Keys:
    return np.bincount(values[values >= 0], minlength=size)


def periods(catalogue: Catalogue, items: Items) -> tuple[Stretch, ...]:
    """How the items spread over time: by days, months or years, whatever fits on a line."""
    days = catalogue.day[items.rows]
    days = days[days != NONE]
    if not len(days):
        return ()
    first, last = (dt.date.fromordinal(int(one)) for one in (days.min(), days.max()))
    starts = _starts(first, last)
    edges = np.array([one.toordinal() for one in starts])
    counts = np.bincount(np.searchsorted(edges, days, side="right") - 1, minlength=len(edges))
    ends = [one - dt.timedelta(days=1) for one in starts[1:]] + [_end(starts, last)]
    return tuple(Stretch(start.isoformat(), end.isoformat(), int(count))
                 for start, end, count in zip(starts, ends, counts, strict=True))  # fmt: skip


def _starts(first: dt.date, last: dt.date) -> Sequence[dt.date]:
    span = (last - first).days + 1
    if span <= _MONTH:
        return [first + dt.timedelta(days=i) for i in range(span)]
    months = [dt.date(year, month, 1) for year in range(first.year, last.year + 1)
              for month in range(1, 13)
              if (first.year, first.month) <= (year, month) <= (last.year, last.month)]  # fmt: skip
    if len(months) <= _STRETCHES:
        return months
    step = -(-(last.year - first.year + 1) // _STRETCHES)
    return [dt.date(year, 1, 1) for year in range(first.year, last.year + 1, step)]


def _end(starts: Sequence[dt.date], last: dt.date) -> dt.date:
    if len(starts) == 1 or starts[1] - starts[0] <= dt.timedelta(days=1):
        return last
    if starts[1] - starts[0] <= dt.timedelta(days=_MONTH):
        return last.replace(day=monthrange(last.year, last.month)[1])
    return dt.date(last.year, 12, 31)
