"""What people say of a library's stories: each correction named by articles, checked, kept."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sukien.errors import InputError, NotFoundError
from sukien.model import Change, Episode, Judgement, Story
from sukien.store import SqlStore, SqlThreads
from sukien.thread.changes import heir

LONGEST_LABEL = 200
_NOT_IN_A_LABEL = frozenset(("Cc", "Cs", "Zl", "Zp"))


class Mark(NamedTuple):
    """Who made a correction and when (ISO 8601)."""

    made: str
    by: str = ""


class Corrections:
    """Checks corrections against the stories as they are told, and keeps them."""

    def __init__(self, store: SqlStore, threads: SqlThreads) -> None:
        self._store = store
        self._threads = threads

    def join(self, one: str, other: str) -> Judgement:
        """Two stories are one. Raises NotFoundError, or InputError for one and the same."""
        stories = [self.story(one), self.story(other)]
        if stories[0].id == stories[1].id:
            raise InputError(f"'{one}' and '{other}' are the same story already")
        return Judgement(kind="join", articles=stories[0].articles, rest=stories[1].articles)

    def split(self, story_id: str, episodes: Sequence[str]) -> Judgement:
        """Episodes leave a story. Raises NotFoundError, or InputError when all or none do."""
        story = self.story(story_id)
        leaving = {self._episode(story, start).id for start in episodes}
        if not leaving:
            raise InputError(f"name the episodes that leave story {story.id}: {_listed(story)}")
        if len(leaving) == len(story.episodes):
            raise InputError(
                f"story {story.id} would have no episode left; name fewer than "
                f"its {len(story.episodes)}"
            )
        gone = [e.articles for e in story.episodes if e.id in leaving]
        left = [e.articles for e in story.episodes if e.id not in leaving]
        return Judgement(kind="split", articles=_flat(gone), rest=_flat(left))

    def exclude(self, article: str) -> Judgement:
        """An article stands alone. Raises NotFoundError, or InputError when it does already."""
        name = self._store.full_article_id(article)
        story = self.story(self._store.story_of(name) or "")
        if len(story.articles) == 1:
            raise InputError(f"article '{name}' is alone in its story already")
        rest = tuple(one for one in story.articles if one != name)
        return Judgement(kind="exclude", articles=(name,), rest=rest)

    def rename(self, story_id: str, label: str) -> Judgement:
        """A story is called so. Raises NotFoundError, or InputError for what is no label."""
        story = self.story(story_id)
        return Judgement(kind="rename", articles=story.articles, text=_label(label))

    def keep(self, judgement: Judgement, mark: Mark) -> Judgement:
        """Keep a correction with who made it and when."""
        return self._threads.add_judgement(
            Judgement(
                kind=judgement.kind,
                articles=judgement.articles,
                rest=judgement.rest,
                text=judgement.text,
                made=mark.made,
                by=_line(mark.by, "a name"),
            )
        )

    def undo(self, key: int, made: str) -> Judgement:
        """Take a correction back. Raises NotFoundError, or InputError when it was before."""
        known = {one.key: one for one in self._threads.judgements()}
        if key in known and known[key].undone is not None:
            raise InputError(f"correction {key} was undone already, on {known[key].undone}")
        return self._threads.undo_judgement(key, made)

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
        raise InputError("the label is empty; to have it chosen again, undo the renaming")
    return text


def _line(given: str, what: str) -> str:
    text = unicodedata.normalize("NFC", given).strip()
    if len(text) > LONGEST_LABEL:
        raise InputError(f"{what} has at most {LONGEST_LABEL} characters; this has {len(text)}")
    if any(unicodedata.category(one) in _NOT_IN_A_LABEL for one in text):
        raise InputError(f"{what} is one line of readable characters, without control characters")
    return text
