"""How Vietnamese papers credit: agencies, picture credits, bylines, house prefixes."""

import functools
import re
from typing import NamedTuple

from sukien.knowledge.tables import read_table, values


@functools.cache
def agencies() -> dict[str, str]:
    """The entity id of every agency, paper and station by lower-cased name or alias."""
    found: dict[str, str] = {}
    for row in read_table("agencies"):
        for form in (row["name"], *values(row["aliases"])):
            found.setdefault(form.lower(), row["entity"])
    return found


class Outlet(NamedTuple):
    """A known agency, paper, station or site: its entity, its usual name, agency or outlet."""

    entity: str
    name: str
    kind: str


@functools.cache
def outlets() -> dict[str, Outlet]:
    """What is known of each, by its entity id."""
    found: dict[str, Outlet] = {}
    for row in read_table("agencies"):
        found.setdefault(row["entity"], Outlet(row["entity"], row["name"], row["kind"]))
    return found


@functools.cache
def citing_words(place: str) -> tuple[str, ...]:
    """Words that cite an outlet, by their `place` in the table; longest first."""
    rows = read_table("citing_words")
    return _longest_first({row["form"] for row in rows if row["place"] == place})


@functools.cache
def credit_cues() -> tuple[str, ...]:
    """Words before the name of who made a picture or video, longest first."""
    return _longest_first({row["cue"] for row in read_table("credits")})


@functools.cache
def byline_forms(place: str) -> tuple[str, ...]:
    """Words that stand before, after or instead of an author's name, or before a source."""
    return _longest_first({row["form"] for row in read_table("bylines") if row["place"] == place})


@functools.cache
def house_prefixes() -> tuple[str, ...]:
    """Short names of papers that open the lead of their own articles."""
    return _longest_first({row["form"] for row in read_table("house_prefixes")})


@functools.cache
def house_pattern() -> re.Pattern[str]:
    """Matches the prefix that opens a lead: `( TNO )`, `TTO -`, `( Infonet.vn ) –`."""
    names = alternatives(house_prefixes())
    site = r"\w{1,30}(?:\.\w{1,12}){0,2}\.(?i:vn|com|net|info|org)"
    bracketed = rf"\(\s*(?:{names}|{site})\s*\)\s*[-–—:.]?"
    return re.compile(rf"(?<!\w)(?:{bracketed}|(?:{names}|{site})\s*[-–—]\s)")


def alternatives(forms: tuple[str, ...]) -> str:
    """A regular expression for any of the forms, white space between words and marks left free."""
    tokens = (re.findall(r"\w+|[^\w\s]", form) for form in forms)
    return "|".join(r"\s*".join(map(re.escape, row)) for row in tokens)


def _longest_first(forms: set[str]) -> tuple[str, ...]:
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
