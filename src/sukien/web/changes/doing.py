"""Making a change: what was asked for, in the library, and the address where it can be seen."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sukien.errors import (
    BusyError,
    CorrectionError,
    InputError,
    LibraryError,
    NotFoundError,
)
from sukien.library import Library, open_library
from sukien.model import Judgement
from sukien.web import addresses
from sukien.web.problems import Problem

_PATIENCE = 5.0
_TRY_AGAIN = 5
BUSY = Problem("busy", 503, wait=_TRY_AGAIN)


class Wanted(NamedTuple):
    """A change: its kind, what it names (as `Library.proposal` takes it), who makes it and why."""

    kind: str
    names: Sequence[str]
    by: str
    note: str = ""


def done(path: Path, wanted: Wanted) -> str | Problem:
    """Make a change in the library in the file `path`; where it is seen, or why it is not made."""
    try:
        with open_library(path, refresh=False, patience=_PATIENCE) as library:
            correction = _correction(library, wanted)
            return addresses.done(_seen_at(library, correction), correction.key)
    except BusyError:
        return BUSY
    except CorrectionError as error:
        return Problem("cannot", 409, str(error), reason=f"cannot_{error.code}")
    except NotFoundError:
        return Problem("cannot", 404, reason="cannot_gone")
    except (InputError, ValueError, IndexError) as error:
        return Problem("cannot", 409, str(error), reason="cannot_other")
    except LibraryError as error:
        return Problem("unavailable", 503, f"{path.name}: {type(error).__name__}")


def _correction(library: Library, wanted: Wanted) -> Judgement:
    names, by, note = list(wanted.names), wanted.by, wanted.note
    if wanted.kind == "undo":
        return library.undo(int(names[0]), by=by)
    if wanted.kind == "split":
        return library.split(names[0], names[1:], by=by, note=note)
    if wanted.kind == "exclude":
        return library.exclude(names[0], by=by, note=note)
    if wanted.kind in ("merge", "unmerge"):
        return _of_entities(library, wanted)
    change = {"join": library.join, "rename": library.rename}[wanted.kind]
    return change(names[0], names[1], by=by, note=note)


def _of_entities(library: Library, wanted: Wanted) -> Judgement:
    """A merge, or its end, as the log has it."""
    by, note = wanted.by, wanted.note
    if wanted.kind == "merge":
        row = library.merge(wanted.names[0], wanted.names[1], by=by, note=note)
    else:
        row = library.unmerge(wanted.names[0], by=by, note=note)
    pair = (row.source, row.target)
    return next(one for one in reversed(library.corrections()) if one.entities == pair)


def _seen_at(library: Library, correction: Judgement) -> str:
    """The page on which a correction shows."""
    if correction.entities:
        return addresses.entity(correction.entities[-1 if correction.kind == "merge" else 0])
    if correction.kind == "exclude":
        return addresses.article(correction.articles[0])
    seen = correction.rest if correction.kind == "split" else correction.articles
    story = next(filter(None, map(library.story_of, seen)), None)
    return addresses.story(story) if story else addresses.corrections()
