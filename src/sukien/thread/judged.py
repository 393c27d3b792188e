"""Stories as people corrected them: applied to what was computed, whatever it was."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from sukien.model import Episode, Judgement, Link, Reason, Thread, content_id
from sukien.thread.ties import BY_HAND, parent_of, tied


def judged(
    threads: Sequence[Thread], judgements: Iterable[Judgement], order: Iterable[str]
) -> tuple[Thread, ...]:
    """The stories with every judgement that was not undone, in the order in which they were made.

    `order` are the ids of the articles as they came out. A judgement whose articles are not there,
    and one of entities, changes nothing. What stays keeps its id, what leaves gets one of its own;
    an episode that was cut has no label: it is to be told anew.
    """
    made = [one for one in judgements if one.undone is None and one.kind in _APPLY]
    if not made:
        return tuple(threads)
    sheaf = _Sheaf(threads, order)
    for one in made:
        _APPLY[one.kind](sheaf, one)
    return sheaf.threads()


class _Piece(NamedTuple):
    """What of an episode stays and what leaves; one of both is None when it is not cut."""

    whole: Episode
    left: Episode | None
    gone: Episode | None


class _Sheaf:
    """Threads that are joined and cut: each article in one of them, each id once."""

    def __init__(self, threads: Sequence[Thread], order: Iterable[str]) -> None:
        self._rank = {name: rank for rank, name in enumerate(order)}
        self._threads: dict[str, Thread] = {}
        self._home: dict[str, str] = {}
        self._taken: set[str] = set()
        self._copies = {n: group for one in threads for group in one.duplicates for n in group}
        for one in threads:
            self.put(one)

    def threads(self) -> tuple[Thread, ...]:
        """All of them, in the order in which they began."""
        return tuple(sorted(self._threads.values(), key=self.began))

    def put(self, thread: Thread) -> None:
        """Take in a thread, or one in the place of that of the same id."""
        self._threads[thread.id] = thread
        self._taken |= _ids(thread)
        self._home |= dict.fromkeys(_articles(thread), thread.id)

    def drop(self, thread: Thread) -> None:
        """Take out a thread; its ids are free again."""
        del self._threads[thread.id]
        self._taken -= _ids(thread)

    def holding(self, names: Iterable[str]) -> Thread | None:
        """The thread that most of the articles are in, the earliest of several."""
        found = Counter(self._home[name] for name in names if name in self._home)
        ranked = sorted(found, key=lambda key: (-found[key], self.began(self._threads[key])))
        return self._threads[ranked[0]] if ranked else None

    def any_of(self, names: Iterable[str]) -> list[Thread]:
        """The threads that any of the articles is in, in the order in which they began."""
        ids = {self._home[name] for name in names if name in self._home}
        return sorted((self._threads[key] for key in ids), key=self.began)

    def began(self, thread: Thread) -> tuple[int, str]:
        """What threads are ordered by."""
        return min(map(self._opened, thread.episodes))

    def _opened(self, episode: Episode) -> tuple[int, str]:
        return min((self._rank.get(name, len(self._rank)), name) for name in episode.articles)

    def join(self, one: Thread, other: Thread, link: Link) -> None:
        """Make one thread of two; the earlier one's id and name stay."""
        self.drop(one)
        self.drop(other)
        whole = replace(one, label=one.label or other.label)
        links = (*one.links, *other.links, link)
        self.put(self._filled(whole, one.episodes + other.episodes, links))

    def cut(self, thread: Thread, leaving: set[str]) -> None:
        """Make a thread of their own of the articles that leave; what is left keeps its id."""
        pieces = [self._piece(episode, leaving) for episode in thread.episodes]
        gone = [piece.gone for piece in pieces if piece.gone]
        left = [piece.left for piece in pieces if piece.left]
        if not gone or not left:
            return
        renamed = {piece.whole.id: piece.gone.id for piece in pieces if piece.gone}
        links = [
            replace(x, one=renamed.get(x.one, x.one), other=renamed.get(x.other, x.other))
            for x in thread.links
        ]
        first = min(gone, key=self._opened)
        own = Thread(id=self._new_id("story", first.articles[0]), episodes=())
        self.drop(thread)
        self.put(self._filled(thread, left, thread.links))
        self.put(self._filled(own, gone, links))

    def _piece(self, episode: Episode, leaving: set[str]) -> _Piece:
        gone = tuple(name for name in episode.articles if name in leaving)
        left = tuple(name for name in episode.articles if name not in leaving)
        if not gone or not left:
            return _Piece(episode, episode if left else None, episode if gone else None)
        return _Piece(
            episode,
            Episode(id=episode.id, label="", articles=left, links=tied(left, episode.links)),
            Episode(
                id=self._new_id("episode", gone[0]),
                label="",
                articles=gone,
                links=tied(gone, episode.links),
            ),
        )

    def _filled(self, thread: Thread, episodes: Iterable[Episode], links: Sequence[Link]) -> Thread:
        """The thread with these episodes in their order, each tied to an earlier one."""
        ordered = sorted(episodes, key=self._opened)
        held = {name: None for episode in ordered for name in episode.articles}
        groups = dict.fromkeys(self._copies[name] for name in held if name in self._copies)
        alike = (tuple(name for name in group if name in held) for group in groups)
        return replace(
            thread,
            episodes=tuple(ordered),
            links=tied([episode.id for episode in ordered], links),
            duplicates=tuple(group for group in alike if len(group) > 1),
        )

    def _new_id(self, kind: str, first: str) -> str:
        """An id that nothing has, by the first article."""
        key, number = content_id(kind, first), 1
        while key in self._taken:
            number += 1
            key = content_id(kind, first, str(number))
        self._taken.add(key)
        return key


def _join(sheaf: _Sheaf, judgement: Judgement) -> None:
    sides = [sheaf.holding(judgement.articles), sheaf.holding(judgement.rest)]
    found = sorted((side for side in sides if side is not None), key=sheaf.began)
    if len(found) < 2 or found[0].id == found[1].id:
        return
    one, other = found
    link = Link(
        one=one.episodes[0].id,
        other=other.episodes[0].id,
        score=1.0,
        reasons=(Reason(BY_HAND, 1.0, judgement.text),),
    )
    sheaf.join(one, other, link)


def _split(sheaf: _Sheaf, judgement: Judgement) -> None:
    leaving, staying = set(judgement.articles), set(judgement.rest)
    for thread in sheaf.any_of(judgement.articles):
        if staying & set(_articles(thread)):
            sheaf.cut(thread, _leaving(thread, leaving, staying))


def _leaving(thread: Thread, leaving: set[str], staying: set[str]) -> set[str]:
    """The articles of the side that leaves: those named, and later ones that hang on them."""
    known = dict.fromkeys(staying, False) | dict.fromkeys(leaving, True)
    goes: dict[str, bool] = {}
    found: set[str] = set()
    for episode in thread.episodes:
        parent = parent_of(episode.id, thread.links)
        otherwise = goes.get(parent.one, False) if parent else False
        named = [known[name] for name in episode.articles if name in known]
        goes[episode.id] = 2 * sum(named) > len(named) if named else otherwise
        sides = _sides(episode, known, goes[episode.id])
        found |= {name for name, side in sides.items() if side}
    return found


def _sides(episode: Episode, known: dict[str, bool], otherwise: bool) -> dict[str, bool]:
    """Whether each article of an episode leaves; who is not named goes with whom it hangs on."""
    near = {link.other: link.one for link in episode.links}
    sides: dict[str, bool] = {}
    for name in episode.articles:
        follows = sides.get(near.get(name, ""), otherwise)
        sides[name] = known.get(name, follows)
    return sides


def _exclude(sheaf: _Sheaf, judgement: Judgement) -> None:
    for name in judgement.articles:
        thread = sheaf.holding([name])
        if thread is not None:
            sheaf.cut(thread, {name})


def _rename(sheaf: _Sheaf, judgement: Judgement) -> None:
    thread = sheaf.holding(judgement.articles)
    if thread is not None:
        sheaf.put(replace(thread, label=judgement.text))


def _articles(thread: Thread) -> list[str]:
    return [name for episode in thread.episodes for name in episode.articles]


def _ids(thread: Thread) -> set[str]:
    return {thread.id, *(episode.id for episode in thread.episodes)}


_APPLY = {"join": _join, "split": _split, "exclude": _exclude, "rename": _rename}
