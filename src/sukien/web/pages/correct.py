"""Before something is corrected: what there is, and what would happen."""

from sukien.library import Library
from sukien.views.correcting import correct_entity_page, correct_story_page, planned_change
from sukien.web.answers import Shown
from sukien.web.asked import Asked

_FEWEST = {"join": 2, "split": 1, "exclude": 1, "rename": 2, "merge": 2, "unmerge": 1, "undo": 1}
_DIGITS = 9


def story(asked: Asked, library: Library) -> Shown:
    """The ways to correct a story."""
    return Shown(correct_story_page(library, asked.id, asked.text("q")), "correct/story.html")


def entity(asked: Asked, library: Library) -> Shown:
    """Which entity another one is."""
    return Shown(correct_entity_page(library, asked.id, asked.text("q")), "correct/entity.html")


def change(kind: str, asked: Asked, library: Library) -> Shown:
    """What would happen, and the form that makes it happen."""
    names = [*asked.every("name")]
    names += [""] * (_FEWEST[kind] - len(names))
    if kind != "split":
        names = names[: _FEWEST[kind]]
    if kind == "undo" and not (
        names[0].isascii() and names[0].isdigit() and len(names[0]) <= _DIGITS
    ):
        names = ["0"]
    return Shown(planned_change(library, kind, names), "correct/change.html")
