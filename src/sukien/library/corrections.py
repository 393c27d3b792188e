"""What people say of a library's stories: each correction named by articles, checked, kept."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from sukien import link
from sukien.errors import CorrectionError, NotFoundError
from sukien.model import Change, Episode, Judgement, Merge, Story
from sukien.store import SqlStore, SqlThreads
from sukien.thread.changes import heir

LONGEST_LABEL = 200
_NOT_IN_A_LABEL = frozenset(("Cc", "Cs", "Zl", "Zp"))


LONGEST_NOTE = 1000


class Mark(NamedTuple):
    """Who made a correction, when (ISO 8601), and why."""

    made: str
    by: str = ""
    note: str = ""


class Corrections:
    """Checks corrections against the stories as they are told, and keeps them."""

    def __init__(self, store: SqlStore, threads: SqlThreads) -> None:
        self._store = store
        self._threads = threads

    def join(self, one: str, other: str) -> Judgement:
        """Two stories are one. Raises NotFoundError, or InputError for one and the same."""
        stories = [self.story(one), self.story(other)]
        if stories[0].id == stories[1].id:
            raise CorrectionError("same_story", f"'{one}' and '{other}' are the same story already")
        return Judgement(kind="join", articles=stories[0].articles, rest=stories[1].articles)

    def split(self, story_id: str, episodes: Sequence[str]) -> Judgement:
        """Episodes leave a story. Raises NotFoundError, or InputError when all or none do."""
        story = self.story(story_id)
        leaving = {self._episode(story, start).id for start in episodes}
        if not leaving:
            raise CorrectionError(
                "no_episodes", f"name the episodes that leave story {story.id}: {_listed(story)}"
            )
        if len(leaving) == len(story.episodes):
            raise CorrectionError(
                "all_episodes",
                f"story {story.id} would have no episode left; name fewer than "
                f"its {len(story.episodes)}",
            )
        gone = [e.articles for e in story.episodes if e.id in leaving]
        left = [e.articles for e in story.episodes if e.id not in leaving]
        return Judgement(kind="split", articles=_flat(gone), rest=_flat(left))

    def exclude(self, article: str) -> Judgement:
        """An article stands alone. Raises NotFoundError, or InputError when it does already."""
        name = self._store.full_article_id(article)
        story = self.story(self._store.story_of(name) or "")
        if len(story.articles) == 1:
            raise CorrectionError("alone", f"article '{name}' is alone in its story already")
        rest = tuple(one for one in story.articles if one != name)
        return Judgement(kind="exclude", articles=(name,), rest=rest)

    def rename(self, story_id: str, label: str) -> Judgement:
        """A story is called so. Raises NotFoundError, or InputError for what is no label."""
        story = self.story(story_id)
        return Judgement(kind="rename", articles=story.articles, text=_label(label))

    def proposal(self, kind: str, names: Sequence[str]) -> Judgement:
        """What a correction of that kind would be, or the one that would be undone.

        `names` are what the method of that kind takes. Raises NotFoundError or InputError.
        """
        if kind == "split":
            return self.split(names[0], names[1:])
        if kind in ("merge", "unmerge"):
            return self._of_names(kind, names)
        if kind == "undo":
            return self._standing(int(names[0]))
        if kind == "exclude":
            return self.exclude(names[0])
        return (self.join if kind == "join" else self.rename)(names[0], names[1])

    def _of_names(self, kind: str, names: Sequence[str]) -> Judgement:
        merges, ids = self._store.merges(), self._store.entity_ids()
        if kind == "merge":
            row = link.merge_by_hand(names[0], names[1], "", merges=merges, ids=ids)
        else:
            row = link.unmerge_by_hand(names[0], "", merges=merges, ids=ids)
        return Judgement(kind=kind, articles=(), entities=(row.source, row.target))

    def _standing(self, key: int) -> Judgement:
        """A correction that was not taken back. Raises NotFoundError or InputError."""
        known = self._threads.judgement(key)
        if known.undone is not None:
            raise CorrectionError(
                "undone", f"correction {key} was undone already, on {known.undone}"
            )
        return known

    def keep(self, judgement: Judgement, mark: Mark) -> Judgement:
        """Keep a correction with who made it and when."""
        marked = replace(
            judgement,
            made=mark.made,
            by=_line(mark.by, "a name"),
            note=_line(" ".join(mark.note.split()), "a reason", LONGEST_NOTE),
        )
        return self._threads.add_judgement(marked)

    def undo(self, key: int, mark: Mark) -> Judgement:
        """Take a correction back. Raises NotFoundError, or InputError when it was before.

        An entity that was merged is taken apart; one that was taken apart is what it was.
        """
        known = self._standing(key)
        by = _line(mark.by, "a name")
        if known.kind == "merge":
            self._take_apart(known.entities[0], mark.made)
        elif known.kind == "unmerge":
            self._put_together(*known.entities)
        return self._threads.undo_judgement(key, mark.made, by)

    def merge(self, source: str, into: str, mark: Mark) -> Merge:
        """One entity is another. Raises NotFoundError or InputError."""
        row = link.merge_by_hand(
            source, into, mark.note, merges=self._store.merges(), ids=self._store.entity_ids()
        )
        self._store.put_merge(row)
        pair = (row.source, row.target)
        for one in self._of_entities("unmerge", pair):
            self._threads.undo_judgement(one.key, mark.made, _line(mark.by, "a name"))
        self.keep(Judgement(kind="merge", articles=(), entities=pair), mark)
        return row

    def unmerge(self, source: str, mark: Mark) -> Merge:
        """An entity is itself again. A merge by hand is taken back; else this is one of its own."""
        row = self._take_apart(source, mark.made)
        pair = (row.source, row.target)
        made = self._of_entities("merge", pair)
        for one in made:
            self._threads.undo_judgement(one.key, mark.made, _line(mark.by, "a name"))
        if not made:
            self.keep(Judgement(kind="unmerge", articles=(), entities=pair), mark)
        return row

    def _take_apart(self, source: str, made: str) -> Merge:
        row = link.unmerge_by_hand(
            source, made, merges=self._store.merges(), ids=self._store.entity_ids()
        )
        self._store.put_merge(row)
        return row

    def _put_together(self, source: str, target: str) -> None:
        """Have a merge that was undone hold again, unless its source is somewhere else by now."""
        rows = [one for one in self._store.merges() if one.source == source]
        by_hand = [one for one in rows if one.by_hand and one.undone is None]
        if by_hand:
            raise CorrectionError(
                "elsewhere",
                f"'{source}' is merged into '{by_hand[0].target}' by now; undo that first",
            )
        for row in rows:
            if row.target == target and row.undone is not None:
                self._store.put_merge(replace(row, undone=None))

    def _of_entities(self, kind: str, pair: tuple[str, str]) -> list[Judgement]:
        """What holds of two entities of that kind."""
        return [
            one
            for one in self._threads.judgements()
            if one.kind == kind and one.entities == pair and one.undone is None
        ]

    def story(self, start: str) -> Story:
        """The story of an id, which may be shortened or a former one. Raises NotFoundError."""
        return self._store.story(self.full_story_id(start))

    def story_since(self, story_id: str) -> Story:
        """The story of an id that it has or had, in full. Raises NotFoundError."""
        try:
            return self._store.story(story_id)
        except NotFoundError:
            homes = {name: home[0] for name, home in self._store.homes().items()}
            led = heir(story_id, self._changes("story"), homes)
            if led is None:
                raise
            return self._store.story(led)

    def _changes(self, what: str) -> list[Change]:
        return [one for one in self._threads.changes() if one.what == what]

    def full_story_id(self, start: str) -> str:
        """The id of the one story whose id begins so, or began so before. Raises NotFoundError."""
        try:
            return self._store.full_story_id(start)
        except NotFoundError:
            alive = (home[0].startswith(start) for home in self._store.homes().values())
            led = set() if any(alive) else self._former("story", start)
            if len(led) != 1:
                raise
            return led.pop()

    def _episode(self, story: Story, start: str) -> Episode:
        ids = {episode.id: episode for episode in story.episodes}
        if start in ids:
            return ids[start]
        found = {key for key in ids if key.startswith(start)} if start else set()
        found = found or self._former("episode", start) & set(ids)
        if len(found) == 1:
            return ids[found.pop()]
        what = f"'{start}' begins several episodes" if found else f"no episode '{start}'"
        raise NotFoundError(f"{what} of story {story.id}: {_listed(story)}")

    def _former(self, what: str, start: str) -> set[str]:
        """Where the former ids that begin so lead."""
        recorded = self._changes(what)
        named = {key for one in recorded for key in one.before if start and key.startswith(start)}
        if not named:
            return set()
        place = 0 if what == "story" else 1
        homes = {name: home[place] for name, home in self._store.homes().items()}
        return {led for key in named if (led := heir(key, recorded, homes)) is not None}


def _listed(story: Story) -> str:
    return ", ".join(f"{episode.id} ({episode.label})" for episode in story.episodes)


def _flat(groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(name for group in groups for name in group)


def _label(given: str) -> str:
    text = _line(given, "a label")
    if not text:
        raise CorrectionError(
            "no_label", "the label is empty; to have it chosen again, undo the renaming"
        )
    return text


def _line(given: str, what: str, longest: int = LONGEST_LABEL) -> str:
    text = unicodedata.normalize("NFC", given).strip()
    if len(text) > longest:
        raise CorrectionError(
            "long", f"{what} has at most {longest} characters; this has {len(text)}"
        )
    if any(unicodedata.category(one) in _NOT_IN_A_LABEL for one in text):
        raise CorrectionError(
            "unreadable", f"{what} is one line of readable characters, without control characters"
        )
    return text
