"""Names in several spellings: which one stands for all, and which known name a typo means."""

from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

from sukien.knowledge.gazetteer import Entry, gazetteer
from sukien.knowledge.name_forms import bare, is_vietnamese, lost_diacritics, spelling
from sukien.knowledge.name_slips import MARGIN, is_slip, shape
from sukien.text.folding import without_diacritics
from sukien.text.tokens import pieces

COUNTRY = "country:"
_OFTEN = 3  # a name written so often alike is no slip of the hand
_SURE = 10  # letters from which another consonant may be a slip too
_LETTERS_A_SLIP = 4
_LONGEST = 100  # letters of a name that are compared
_VOWELS = frozenset("aeiouy")


def usual_spellings(kinds: Sequence[str], surfaces: Sequence[str]) -> dict[tuple[str, str], str]:
    """For each type and surface the form that stands for all spellings of that name.

    The most frequent form that is not all capitals; a name typed without diacritics goes with the
    one name of the article that it can be.
    """
    counts = Counter(zip(kinds, surfaces, strict=True))
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for kind, surface in counts:
        groups.setdefault((kind, spelling(surface)), []).append(surface)
    best = {
        key: min(forms, key=lambda f: (f.isupper() and " " in f, -counts[key[0], f], f))
        for key, forms in groups.items()
    }
    marked = _with_diacritics(best)
    usual = {}
    for (kind, key), forms in groups.items():
        chosen = best[kind, key]
        accented = marked.get((kind, bare(chosen)), ()) if lost_diacritics(chosen) else ()
        for form in forms:
            usual[kind, form] = accented[0] if len(accented) == 1 else chosen
    return usual


def _with_diacritics(
    best: dict[tuple[str, tuple[str, ...]], str],
) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for (kind, _), form in best.items():
        if not form.isascii():
            found.setdefault((kind, bare(form)), []).append(form)
    return found


def slips(
    kinds: Sequence[str], surfaces: Sequence[str], usual: dict[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    """For each name that stands once the one name of the article that it is mistyped for.

    The right one stands three times or more.
    """
    counts = Counter((kind, usual[kind, s]) for kind, s in zip(kinds, surfaces, strict=True))
    often: dict[tuple[str, str, int], list[str]] = {}
    for (kind, name), times in counts.items():
        if times >= MARGIN and " " in name:
            often.setdefault(shape(kind, name), []).append(name)
    found = {}
    for (kind, name), times in counts.items():
        likely = often.get(shape(kind, name), ()) if times == 1 else ()
        right = [other for other in likely if is_slip(kind, name, other)]
        if len(right) == 1:
            found[kind, name] = right[0]
    return found


def near(kind: str, surface: str, times: int, present: Collection[str | None]) -> Entry | None:
    """The one entry of a long foreign name that this is a slip of.

    Each word may differ by a letter in four. What the article writes so again and again, or what
    differs by a consonant that makes another name, is a slip only of a name that the article has
    (`present`) as well. What looks like a person may be a mistyped country, and any name a country
    that is written as it should be.
    """
    if is_vietnamese(surface):
        return None
    entry = _nearest(surface)
    if entry is None:
        return None
    likely = kind == "PER" or written(entry).casefold() == surface.casefold()
    country = likely and (entry.entity or "").startswith(COUNTRY)
    if entry.type != kind and not country:
        return None
    surely = times < _OFTEN and not _other_consonant(surface, written(entry))
    return entry if surely or entry.entity in present else None


@lru_cache(1 << 14)
def _nearest(surface: str) -> Entry | None:
    tokens = pieces(surface[:_LONGEST])
    entry = gazetteer().nearest(tokens)
    return entry if entry is not None and _each_near(tokens, entry.tokens) else None


def written(entry: Entry) -> str:
    """The entry's name."""
    return " ".join(entry.tokens)


def _each_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether no short word is another word: `George Best` is not `George Bush`."""
    return all(
        a == b or _differences(a, b) <= min(len(a), len(b)) // _LETTERS_A_SLIP
        for a, b in zip(one, other, strict=True)
    )


def _differences(one: str, other: str) -> int:
    """Letters of one that are not in the other, or of the other not in the one."""
    a, b = Counter(one.lower()), Counter(other.lower())
    return max((a - b).total(), (b - a).total())


def _other_consonant(one: str, other: str) -> bool:
    """Whether two short names of one length differ by a consonant in one place."""
    if len(one) != len(other) or len(one) >= _SURE:
        return False
    pairs = [(a, b) for a, b in zip(one.lower(), other.lower(), strict=True) if a != b]
    if len(pairs) != 1:
        return False
    return not all(without_diacritics(letter) in _VOWELS for letter in pairs[0])
