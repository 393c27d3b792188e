"""The grounds of a judgement as a person reads them."""

import re
from collections.abc import Iterable, Mapping

from sukien.model import Reason
from sukien.views.dates import date_words
from sukien.views.language import LANGUAGES, phrase

LINKS = frozenset(
    (
        *("table", "spelt", "near", "context", "introduced", "short", "same", "ministry", "ends"),
        *("itself", "respelt", "unmarked", "mistyped", "shortens", "body", "called", "placeless"),
        *("abbreviates", "episode", "story", "names", "role", "by_hand", "note"),
    )
)
_KINDS = (
    *("copy", "words", "title", "lead", "headlines", "gap", "by_hand", "through"),
    *("names", "people", "bodies", "places", "subject"),
    *("told_as_done", "finished", "moved_word", "cancelled_word"),
)
_ENTITY = re.compile(r"\b[a-z]+:(?=\S)")
_NAMED = frozenset(("names", "people", "bodies", "places", "subject"))
_DAYS = re.compile(r"(\d+) d")


def reason_words(
    reason: Reason, language: str = LANGUAGES[0], called: Mapping[str, str] | None = None
) -> str:
    """What the ground is and what it rests on: `tên chung: Niger, Niamey`.

    `called` are names of entities; without one an entity is called by the text of its id. A ground
    that the interface has no word for is called by its own name.
    """
    label = phrase(f"reason_{reason.name}", language) if reason.name in _KINDS else reason.name
    detail = reason.detail
    if reason.name in _NAMED:
        names = (_name(one, called or {}) for one in detail.split(", "))
        detail = ", ".join(dict.fromkeys(names))
    if reason.name == "told_as_done":
        detail = date_words(detail, language)
    if days := _DAYS.fullmatch(detail):
        detail = phrase("days", language).format(n=days.group(1))
    return f"{label}: {detail}" if detail else label


def _name(entity: str, called: Mapping[str, str]) -> str:
    return called.get(entity) or _ENTITY.sub("", entity)


def entities_of(reason: Reason) -> tuple[str, ...]:
    """The entities that a ground rests on."""
    told = reason.detail.split(", ") if reason.name in _NAMED else ()
    return tuple(one for one in told if _ENTITY.match(one))


def shares(reasons: Iterable[Reason]) -> tuple[tuple[Reason, int], ...]:
    """Grounds, the weightiest first, each with its weight in per cent of the weightiest."""
    ranked = sorted(reasons, key=lambda one: -abs(one.weight))
    most = max((abs(one.weight) for one in ranked), default=0.0) or 1.0
    return tuple((one, round(100 * abs(one.weight) / most)) for one in ranked)


def link_words(reason: str, language: str = LANGUAGES[0]) -> str:
    """Why a name is linked to its entity, or two entities are one: a sentence without full stop.

    `short: Bùi Văn Sự` is `gọi tắt của “Bùi Văn Sự” trong bài`. Several reasons stand on lines of
    their own. One that the interface has no words for is shown as it is.
    """
    return grounds_words(reason.split("\n"), language)


def grounds_words(reasons: Iterable[str], language: str = LANGUAGES[0]) -> str:
    """Several such reasons in one sentence."""
    return "; ".join(_ground(reason, language) for reason in reasons)


def _ground(reason: str, language: str) -> str:
    code, _, name = reason.partition(": ")
    return phrase(f"link_{code}", language).format(name=name) if code in LINKS else reason


def weight_words(weight: float, language: str = LANGUAGES[0]) -> str:
    """How much a ground counts, for (`+0,21`) or against (`−0,04`)."""
    words = f"{'−' if weight < 0 else '+'}{abs(weight):.2f}"
    return words.replace(".", ",") if language == "vi" else words
