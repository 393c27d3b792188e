"""What became of the episodes and stories that were there, now that articles came."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sukien.model import Change

Homes = Mapping[str, tuple[str, str]]
WHAT = ("story", "episode")


def changes(before: Homes, after: Homes, day: str | None) -> tuple[Change, ...]:
    """Every merge, split and new id of stories and episodes; both maps give an article's two ids.

    Articles that are new, and stories that only grew, are no changes.
    """
    return tuple(
        change
        for place, what in enumerate(WHAT)
        for change in _of(
            {name: ids[place] for name, ids in before.items() if name in after},
            {name: ids[place] for name, ids in after.items() if name in before},
            what,
            day,
        )
    )


def heir(gone: str, recorded: Sequence[Change], homes: Mapping[str, str]) -> str | None:
    """Where a former id leads: to the story, or episode, that most of its articles went to.

    `recorded` are the changes, the oldest first; `homes` gives the id that each article is in now.
    None for an id that nothing had, and for one whose articles are not there.
    """
    alive = set(homes.values())
    at = max(_ends(gone, recorded), default=None)
    while at is not None:
        change = recorded[at]
        if len(change.after) > 1:
            return _most(change.articles, homes)
        [gone] = change.after
        if gone in alive:
            return gone
        at = next((n for n in _ends(gone, recorded) if n > at), None)
    return None


def _ends(gone: str, recorded: Sequence[Change]) -> list[int]:
    """The places of the changes by which an id vanished."""
    return [n for n, one in enumerate(recorded) if gone in one.before and gone not in one.after]


def _most(articles: Sequence[str], homes: Mapping[str, str]) -> str | None:
    found = Counter(homes[name] for name in articles if name in homes)
    return max(sorted(found), key=lambda key: found[key], default=None)


def _of(
    before: Mapping[str, str], after: Mapping[str, str], what: str, day: str | None
) -> Iterator[Change]:
    moved: dict[tuple[str, str], list[str]] = {}
    for name in sorted(before):
        moved.setdefault((before[name], after[name]), []).append(name)
    into: dict[str, list[str]] = {}
    out: dict[str, list[str]] = {}
    for one, other in moved:
        into.setdefault(other, []).append(one)
        out.setdefault(one, []).append(other)
    for other, sources in sorted(into.items()):
        if len(sources) > 1:
            names = [n for one in sources if one != other for n in moved[one, other]]
            yield _change("merged", what, sources, [other], names, day)
    for one, targets in sorted(out.items()):
        if len(targets) > 1:
            names = [n for other in targets if other != one for n in moved[one, other]]
            yield _change("split", what, [one], targets, names, day)
        elif targets != [one] and len(into[targets[0]]) == 1:
            yield _change("renamed", what, [one], targets, moved[one, targets[0]], day)


def _change(
    kind: str,
    what: str,
    before: Sequence[str],
    after: Sequence[str],
    articles: Sequence[str],
    day: str | None,
) -> Change:
    return Change(
        kind=kind,
        what=what,
        before=tuple(sorted(before)),
        after=tuple(sorted(after)),
        articles=tuple(articles),
        day=day,
    )
