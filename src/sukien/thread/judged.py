"""Stories as people corrected them: applied to what was computed, whatever it was."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sukien.model import Episode, Judgement, Link, Reason, Thread, content_id

BY_HAND = "by_hand"


def judged(threads: Sequence[Thread], judgements: Iterable[Judgement]) -> tuple[Thread, ...]:
    """The stories with every judgement that was not undone, in the order in which they were made.

    A judgement whose articles are not there changes nothing.
    """
    found = list(threads)
    for one in judgements:
        if one.undone is None:
            found = _APPLY[one.kind](found, one)
    return tuple(found)


def _joined(threads: list[Thread], one: Judgement) -> list[Thread]:
    places = list(dict.fromkeys(p for name in one.articles if (p := _place(threads, name)) >= 0))
    if len(places) < 2:
        return threads
    first = min(places)
    whole = threads[first]
    for place in sorted(places)[1:]:
        whole = _whole(whole, threads[place], one)
    rest = set(places) - {first}
    return [whole if n == first else t for n, t in enumerate(threads) if n not in rest]


def _whole(one: Thread, other: Thread, judgement: Judgement) -> Thread:
    reason = Reason(BY_HAND, 1.0, judgement.text)
    link = Link(one=one.episodes[0].id, other=other.episodes[0].id, score=1.0, reasons=(reason,))
    return replace(
        one,
        episodes=one.episodes + other.episodes,
        links=(*one.links, *other.links, link),
        duplicates=one.duplicates + other.duplicates,
        label=one.label or other.label,
    )


def _split(threads: list[Thread], one: Judgement) -> list[Thread]:
    """The episodes of the named articles leave the story of the first of them."""
    place = next((p for name in one.articles if (p := _place(threads, name)) >= 0), -1)
    if place < 0:
        return threads
    named = set(one.articles)
    thread = threads[place]
    gone = [e for e in thread.episodes if named & set(e.articles)]
    left = [e for e in thread.episodes if e not in gone]
    if not left:
        return threads
    return [*threads[:place], _of(left, thread), *threads[place + 1 :], _of(gone, thread)]


def _excluded(threads: list[Thread], one: Judgement) -> list[Thread]:
    for name in one.articles:
        place = _place(threads, name)
        if place < 0 or sum(len(e.articles) for e in threads[place].episodes) < 2:
            continue
        thread = threads[place]
        left = [e for episode in thread.episodes if (e := _without(episode, name)) is not None]
        label = next(e.label for e in thread.episodes if name in e.articles)
        alone = Episode(id=content_id("episode", name), label=label, articles=(name,))
        own = _of([alone], thread)
        threads = [*threads[:place], _of(left, thread), *threads[place + 1 :], own]
    return threads


def _without(episode: Episode, name: str) -> Episode | None:
    """The episode without an article; None when it was the only one."""
    if name not in episode.articles:
        return episode
    left = tuple(article for article in episode.articles if article != name)
    if not left:
        return None
    links = tuple(link for link in episode.links if name not in (link.one, link.other))
    return replace(episode, id=content_id("episode", left[0]), articles=left, links=links)


def _of(episodes: Sequence[Episode], thread: Thread) -> Thread:
    """A story of some of the episodes of a story."""
    ids = {episode.id for episode in episodes}
    held = {name for episode in episodes for name in episode.articles}
    groups = (tuple(n for n in group if n in held) for group in thread.duplicates)
    return Thread(
        id=content_id("story", episodes[0].articles[0]),
        episodes=tuple(episodes),
        links=tuple(link for link in thread.links if {link.one, link.other} <= ids),
        duplicates=tuple(group for group in groups if len(group) > 1),
        label=thread.label if episodes[0].id == thread.episodes[0].id else "",
    )


def _renamed(threads: list[Thread], one: Judgement) -> list[Thread]:
    place = next((p for name in one.articles if (p := _place(threads, name)) >= 0), -1)
    return [replace(t, label=one.text) if n == place else t for n, t in enumerate(threads)]


def _place(threads: Sequence[Thread], article: str) -> int:
    for number, thread in enumerate(threads):
        if any(article in episode.articles for episode in thread.episodes):
            return number
    return -1


_APPLY = {"join": _joined, "split": _split, "exclude": _excluded, "rename": _renamed}
