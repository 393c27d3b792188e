"""Names that differ by a slip of the hand, inside one story."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sukien.knowledge.name_slips import MARGIN, is_slip, shape
from sukien.link.profiles import STORY, Home, Profile
from sukien.link.rules import Pair

_SLIPS = 3  # mentions of a slip at most
_CROWD = 60  # names of a bucket that are compared


def mistyped(profiles: Iterable[Profile], homes: Mapping[str, Home]) -> Iterator[Pair]:
    """A name that stands once or twice, and the name of its story that it is a slip of."""
    for bucket in _buckets(profiles, homes):
        ordered = sorted(bucket, key=lambda p: p.weight, reverse=True)[:_CROWD]
        for number, target in enumerate(ordered):
            for source in ordered[number + 1 :]:
                if _rare(source, target) and is_slip(source.kind, source.name, target.name):
                    yield Pair(source, target, f"mistyped: {target.name}", STORY)


def _rare(source: Profile, target: Profile) -> bool:
    margin = target.mentions >= MARGIN * source.mentions
    return not source.known and source.mentions <= _SLIPS and margin


def _buckets(profiles: Iterable[Profile], homes: Mapping[str, Home]) -> Iterable[Sequence[Profile]]:
    """Names of one story and one shape."""
    found: dict[tuple[object, ...], dict[str, Profile]] = {}
    for profile in profiles:
        if len(profile.words) < 2:
            continue
        for article in sorted(profile.articles):
            story = homes.get(article, (None, None))[0]
            if story:
                key = (story, *shape(profile.kind, profile.name))
                found.setdefault(key, {})[profile.id] = profile
    return [list(bucket.values()) for bucket in found.values() if len(bucket) > 1]
