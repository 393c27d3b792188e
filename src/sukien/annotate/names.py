"""The entity that each name denotes, and why that one."""

from collections.abc import Sequence
from functools import cache

from sukien.annotate.base import Layer
from sukien.knowledge.gazetteer import Entry, gazetteer
from sukien.knowledge.tables import read_table
from sukien.model import AnnotatedArticle, Mention, Name
from sukien.text.syllables import canonical, is_syllable
from sukien.text.tokens import tokenize

VERSION = 1
_KINDS = {"PER": "person", "ORG": "org", "LOC": "place"}
_MINISTRY = "Bộ "


def run(batch: Sequence[AnnotatedArticle]) -> list[tuple[Name, ...]]:
    """The names of each article: its mentions, each with an entity and the reason."""
    return [_linked(article) for article in batch]


LAYER = Layer(gives="names", needs=("mentions",), version=VERSION, run=run)


def _linked(article: AnnotatedArticle) -> tuple[Name, ...]:
    surfaces = [" ".join(article.surface(m).split()) for m in article.mentions]
    full = _full_names(article.mentions, surfaces)
    short = _abbreviations(article, surfaces)
    pairs = zip(article.mentions, surfaces, strict=True)
    return tuple(_name(mention, surface, full, short) for mention, surface in pairs)


def _name(
    mention: Mention, surface: str, full: dict[str, str], short: dict[str, tuple[str, str]]
) -> Name:
    entity, reason = _entity(mention.type, surface, full, short)
    return Name(mention.start, mention.end, mention.type, entity, reason)


def _entity(
    kind: str, surface: str, full: dict[str, str], short: dict[str, tuple[str, str]]
) -> tuple[str | None, str]:
    entry = gazetteer().named(surface)
    if entry is not None and entry.type == kind:
        return entry.entity, "name in the tables"
    if kind == "MISC":
        return None, ""
    if surface in short and short[surface][1] == kind:
        return _entity(kind, short[surface][0], full, {})[0], "abbreviation introduced in the text"
    return _derived(kind, surface, full) or (
        f"{_KINDS[kind]}:{surface}",
        "not in the tables: the name itself",
    )


def _derived(kind: str, surface: str, full: dict[str, str]) -> tuple[str | None, str] | None:
    if kind == "PER" and surface in full:
        known = gazetteer().named(full[surface])
        entity = known.entity if known and known.type == "PER" else f"person:{full[surface]}"
        return entity, "short form of a full name in the article"
    if kind == "ORG" and (ministry := _ministry(surface)):
        return ministry, "ministry of a country"
    if kind == "ORG" and (acronym := _acronym(surface)):
        return acronym.entity, "ends in a known abbreviation"
    near = _near(kind, surface)
    return (near.entity, f"spelt nearly as {' '.join(near.tokens)}") if near else None


def _acronym(surface: str) -> Entry | None:
    """`Đài phát thanh truyền hình quốc gia Niger RTN` is what `RTN` is."""
    last = surface.rpartition(" ")[2]
    entry = gazetteer().named(last) if last != surface and last.isupper() else None
    return entry if entry is not None and entry.type == "ORG" else None


def _near(kind: str, surface: str) -> Entry | None:
    tokens = [token.text for token in tokenize(surface)]
    if all(is_syllable(token) for token in tokens):
        return None
    entry = gazetteer().nearest(tokens)
    return entry if entry is not None and entry.type == kind else None


def _full_names(mentions: Sequence[Mention], surfaces: Sequence[str]) -> dict[str, str]:
    """Each short form of a person's name in the article with its fullest form.

    A Vietnamese person is called by the last syllables, anyone else by any word of the name. A
    short form of two people is nobody's.
    """
    people = {s for m, s in zip(mentions, surfaces, strict=True) if m.type == "PER"}
    longest = sorted(
        (s for s in people if " " in s or "-" in s), key=lambda s: (-len(s.split()), s)
    )
    found: dict[str, set[str]] = {}
    for name in longest:
        for part in _short_forms(name):
            if part in people and not any(name in other for other in found.get(part, ())):
                found.setdefault(part, set()).add(name)
    return {part: min(names) for part, names in found.items() if len(names) == 1}


def _short_forms(name: str) -> list[str]:
    words = name.split()
    tails = [" ".join(words[i:]) for i in range(1, len(words))]
    if all(is_syllable(word) for word in words):
        return tails
    return list(dict.fromkeys([*tails, *words]))


def _abbreviations(
    article: AnnotatedArticle, surfaces: Sequence[str]
) -> dict[str, tuple[str, str]]:
    """Abbreviations that stand in brackets behind the name they shorten, with name and type."""
    found: dict[str, tuple[str, str]] = {}
    mentions = article.mentions
    for i in range(len(mentions) - 1):
        one, other = mentions[i], mentions[i + 1]
        between = article.text[one.end : other.start].strip()
        short = surfaces[i + 1]
        if between == "(" and short.isupper() and " " not in short and " " in surfaces[i]:
            found.setdefault(short, (surfaces[i], one.type))
    return found


@cache
def _ministries() -> dict[str, str]:
    return {canonical(row["name"]): row["english"] for row in read_table("ministries")}


def _ministry(surface: str) -> str | None:
    """`Bộ Quốc phòng Niger` is `org:Niger Ministry of Defence`."""
    if not surface.startswith(_MINISTRY):
        return None
    words = surface.split()
    for end in range(len(words) - 1, 1, -1):
        english = _ministries().get(canonical(" ".join(words[1:end])))
        place = gazetteer().named(" ".join(words[end:]))
        if english and place and (place.entity or "").startswith("country:"):
            return f"org:{_country(place)} {english}"
    return None


@cache
def _countries() -> dict[str, str]:
    return {row["alpha2"]: row["english"] for row in read_table("countries")}


def _country(place: Entry) -> str:
    code = (place.entity or "").partition(":")[2]
    return _countries().get(code, " ".join(place.tokens))
