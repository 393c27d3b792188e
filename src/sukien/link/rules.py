"""The ways in which two ids may be one entity: a rule names pairs, their context decides."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sukien.knowledge.gazetteer import surnames
from sukien.knowledge.name_forms import (
    bare,
    body_key,
    distinctive,
    family_form,
    initials,
    is_local,
    lost_diacritics,
    short_forms,
    spelling,
)
from sukien.knowledge.name_index import has_own_name, named, without_place
from sukien.link.profiles import EPISODE, NAMES, NONE, STORY, STORY_AND_MORE, Profile
from sukien.text.folding import fold

_MOST_WORDS = 6  # a longer run of capitals is no person's full name
_ACRONYM = 3  # letters from which an abbreviation is told from another's initials
_WORD = 2  # letters from which a word is more than an initial
_SHORT = 6  # letters of a body's name up to which another may be written so but for capitals
_LONG = 4  # letters of a foreign name that few people share


class Pair(NamedTuple):
    """`source` may be `target`, for `reason`; `nearness` is the context that this takes."""

    source: Profile
    target: Profile
    reason: str
    nearness: int


def respelt(profiles: Iterable[Profile]) -> Iterator[Pair]:
    """One name under two ids: case, the tone mark's place, `y` and `i`, hyphens, legal form.

    A single word for a person is shared by too many, and what every province has (`Sở Y tế`) is
    not one body: both take a context.
    """
    groups: dict[tuple[str, str], list[Profile]] = {}
    for profile in profiles:
        groups.setdefault((profile.kind, _key(profile)), []).append(profile)
    for group in groups.values():
        target = max(group, key=lambda p: (p.known, p.weight))
        for source in group:
            if source is not target and not source.known:
                alike = spelling(source.name) == spelling(target.name)
                reason = "respelt" if alike else "body"
                yield Pair(source, target, f"{reason}: {target.name}", _apart(source, target))


def _key(profile: Profile) -> str:
    """What names of one thing share; a body of one word is not told by words of legal form."""
    plain = " ".join(spelling(profile.name))
    key = body_key(profile.name) if profile.kind == "org" else plain
    return key if " " in key else plain or profile.name


def _apart(source: Profile, target: Profile) -> int:
    """The context that even an equal name takes."""
    if source.kind == "person":
        if all(len(word) < _WORD for word in spelling(source.name)):
            return STORY_AND_MORE
        return NONE if len(source.words) > 1 else STORY
    if source.kind != "org":
        return NONE
    own = has_own_name(source.name) and has_own_name(target.name)
    if not own and is_local(source.name):
        return STORY_AND_MORE
    if len(source.name) <= _SHORT:
        return STORY
    return NONE if own or spelling(source.name) == spelling(target.name) else STORY


def unmarked(profiles: Iterable[Profile]) -> Iterator[Pair]:
    """A name typed without diacritics, and each name that it can be."""
    marked: dict[tuple[str, str], list[Profile]] = {}
    plain = []
    for profile in profiles:
        if lost_diacritics(profile.name):
            plain.append(profile)
        elif not profile.name.isascii():
            marked.setdefault((profile.kind, bare(profile.name)), []).append(profile)
    for source in plain:
        for target in marked.get((source.kind, bare(source.name)), ()):
            if not source.known:
                nearness = STORY_AND_MORE if source.vietnamese else STORY
                yield Pair(source, target, f"unmarked: {target.name}", nearness)


def shortened(profiles: Iterable[Profile]) -> Iterator[Pair]:
    """A person's short form, and each longer name that it can be short for."""
    people = [p for p in profiles if p.kind == "person"]
    shorter: dict[tuple[str, ...], list[Profile]] = {}
    for profile in people:
        if not profile.known:
            shorter.setdefault(spelling(profile.name), []).append(profile)
    for target in people:
        tail = f" {target.name}"
        for form in _called(target):
            for source in shorter.get(spelling(form), ()):
                nearness = _needed(source, last=tail.endswith(f" {form}"))
                if source is not target and nearness is not None:
                    yield Pair(source, target, f"shortens: {target.name}", nearness)


def _called(profile: Profile) -> tuple[str, ...]:
    if not _a_person(profile):
        return ()
    family = family_form(profile.name)
    foreign = family if family and family.lower() not in surnames() else None
    return (*short_forms(profile.name), *([foreign] if foreign else []))


def _a_person(profile: Profile) -> bool:
    """Whether a name can be a person's full one: no number or abbreviation, not a whole phrase."""
    if any(c.isdigit() for c in profile.name):
        return False
    if not profile.vietnamese and profile.name[-2:-1] == " ":
        return False
    shouted = any(len(word) > 1 and word.isupper() for word in profile.words)
    return 1 < len(profile.words) <= _MOST_WORDS and (not shouted or profile.name.isupper())


def _needed(source: Profile, *, last: bool) -> int | None:
    """The context for a short form, None for one that no context makes sure.

    A given name alone is shared by many, two of them by some, a foreign family name by few.
    """
    if source.vietnamese:
        return NAMES if len(source.words) > 1 else STORY_AND_MORE
    if len(source.name) < _LONG:
        return EPISODE if last and len(source.name) > 2 else None
    return STORY if last else STORY_AND_MORE


def called(profiles: Iterable[Profile]) -> Iterator[Pair]:
    """A body called by its own name alone (`Hòa Phát`), or without its place (`Sở Y tế`)."""
    bodies = [p for p in profiles if p.kind == "org"]
    by_key: dict[str, list[Profile]] = {}
    for profile in bodies:
        if not profile.known and named("LOC", profile.name) is None:
            by_key.setdefault(body_key(profile.name), []).append(profile)
    for target in bodies:
        key = body_key(target.name)
        rest = distinctive(target.name)
        for source in by_key.get(rest or "", ()):
            if source is not target and rest != key:
                yield Pair(source, target, f"called: {target.name}", STORY)
        yield from _placeless(target, key, by_key)


def _placeless(target: Profile, key: str, by_key: dict[str, list[Profile]]) -> Iterator[Pair]:
    """Names of which the target's is the same with a place behind it."""
    for head in map(body_key, without_place(target.name)):
        for source in by_key.get(head, ()):
            if source is not target and head != key:
                yield Pair(source, target, f"placeless: {target.name}", EPISODE)


def abbreviated(profiles: Iterable[Profile]) -> Iterator[Pair]:
    """A known abbreviation's id, and each name that some article gives it to."""
    givers: dict[str, dict[str, tuple[Profile, str]]] = {}
    listed = list(profiles)
    for profile in listed:
        for short, full in sorted(profile.given):
            givers.setdefault(short, {})[profile.id] = (profile, full)
    for source in listed:
        if not source.known and source.name.isupper() and len(source.name) >= _ACRONYM:
            for target, full in givers.get(source.name, {}).values():
                if target is not source and target.kind == source.kind:
                    sure = len(source.name) > _ACRONYM and not _part(source.name, full)
                    nearness = NONE if sure and _one_body(full) else STORY
                    yield Pair(source, target, f"abbreviates: {full}", nearness)
    for short, group in givers.items():
        if len(short) >= _ACRONYM and short.isupper():
            yield from _one_in_other([profile for profile, _ in group.values()])


def _one_body(full: str) -> bool:
    """Whether the name is not that of a body that every place or company has."""
    return has_own_name(full) or not is_local(full)


def _part(short: str, full: str) -> bool:
    """Whether an abbreviation stands for what the body is about alone: `GTVT` of `Bộ GTVT`."""
    letters = initials(full)
    return fold(short) in letters and not letters.startswith(fold(short))


def _one_in_other(group: list[Profile]) -> Iterator[Pair]:
    """Of two names with one abbreviation, the one whose words all stand in the other."""
    for source in group:
        for target in group:
            if source.known or target is source or source.kind != target.kind:
                continue
            own, others = set(body_key(source.name).split()), set(body_key(target.name).split())
            if own < others:
                yield Pair(source, target, f"abbreviates: {target.name}", NONE)
