"""Bodies: abbreviations that the article introduces, ministries, one body under two names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from sukien.knowledge.gazetteer import Entry, gazetteer
from sukien.knowledge.name_forms import body_key, distinctive, initials
from sukien.knowledge.name_index import without_place
from sukien.knowledge.tables import read_table
from sukien.model import AnnotatedArticle
from sukien.text.folding import fold
from sukien.text.syllables import canonical, is_syllable

_MINISTRY = "Bộ "
_BETWEEN = 40  # characters between a name and the short name it is given
_DESCRIBED = 5  # words before a known abbreviation that spell it out
_OPEN = re.compile(r"[(\[]?\s*(?:,\s*)?(.*?)[:\s]*[\"“‘']?")


def introduced(article: AnnotatedArticle, surfaces: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Short names that the article gives to a name, each with that name and its type.

    `Cơ quan Năng lượng Nguyên tử Quốc tế (IAEA)`, `IAEA (Cơ quan ...)`, `(gọi tắt là Công ty An
    Phú)`. The first introduction counts.
    """
    found: dict[str, tuple[str, str]] = {}
    for number in range(len(surfaces) - 1):
        kinds = {article.mentions[number].type, article.mentions[number + 1].type}
        for short, full in _pairs(article, surfaces, number):
            if len(kinds) == 1:
                found.setdefault(short, (full, next(iter(kinds))))
    return found


def _pairs(
    article: AnnotatedArticle, surfaces: Sequence[str], number: int
) -> Iterator[tuple[str, str]]:
    one, other = article.mentions[number], article.mentions[number + 1]
    if other.start - one.end > _BETWEEN:
        return
    between = article.text[one.end : other.start].strip()
    first, second = surfaces[number], surfaces[number + 1]
    if between == "(" and _acronym(second) and " " in first and not _covers_more(second, first):
        yield second, first
    elif between == "(" and _acronym(first) and " " in second and _spells(second, first):
        yield first, second
    elif _names_shortly(between) and first != second:
        yield second, first


def _acronym(surface: str) -> bool:
    return surface.isupper() and " " not in surface


def _covers_more(short: str, full: str) -> bool:
    """Whether words before the name belong to its abbreviation: `trái phiếu Chính phủ (TPCP)`."""
    letters = initials(full)
    return short.lower() != letters and fold(short).endswith(letters)


def _spells(full: str, short: str) -> bool:
    """Whether a name has as many words as its short form letters, or more."""
    return len(full.split()) >= len(short) - 1


def _names_shortly(between: str) -> bool:
    match = _OPEN.fullmatch(between)
    return bool(match and match[1] and " ".join(match[1].lower().split()) in _intros())


@cache
def _intros() -> frozenset[str]:
    return frozenset(row["phrase"].lower() for row in read_table("short_name_intros"))


def fullest_bodies(kinds: Sequence[str], surfaces: Sequence[str]) -> dict[str, str]:
    """For each body the fullest of its names in the article.

    `ĐH Huế` and `Trường Đại học Huế` are one body. So are `Tập đoàn Hòa Phát` and `Hòa Phát`, `Sở Y
    tế Hà Nội` and `Sở Y tế`, where only one body of the article can be called so.
    """
    counts = Counter(s for k, s in zip(kinds, surfaces, strict=True) if k == "ORG")
    groups: dict[str, list[str]] = {}
    for surface in counts:
        groups.setdefault(body_key(surface) or surface, []).append(surface)
    best = {key: max(forms, key=lambda f: (len(f), counts[f], f)) for key, forms in groups.items()}
    calls: dict[str, set[str]] = {}
    for key, form in best.items():
        for part in (distinctive(form) or key, *map(body_key, without_place(form))):
            calls.setdefault(part, set()).add(key)
    fullest = {}
    for key, forms in groups.items():
        longer = calls.get(key, set()) - {key}
        chosen = best[min(longer)] if len(longer) == 1 else best[key]
        fullest.update(dict.fromkeys(forms, chosen))
    return fullest


def ends_in_known(surface: str) -> Entry | None:
    """What a body with a known abbreviation or brand behind its name is.

    `Đài phát thanh truyền hình quốc gia Niger RTN` is what `RTN` is; `Tập đoàn Vingroup` is
    `Vingroup`. But `Trường THPT FPT` is not `FPT`.
    """
    last = surface.rpartition(" ")[2]
    if last == surface or (is_syllable(last) and not last.isupper()):
        return None
    entry = gazetteer().named(last)
    if entry is None or entry.type != "ORG":
        return None
    alone = (distinctive(surface) or "").count(" ") == 0
    described = last.isupper() and len(surface.split()) > _DESCRIBED
    return entry if alone or described else None


@cache
def _ministries() -> dict[str, str]:
    return {canonical(row["name"]): row["english"] for row in read_table("ministries")}


def ministry(surface: str) -> str | None:
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
