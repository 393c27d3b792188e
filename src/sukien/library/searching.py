"""What is kept of a library to be searched: articles as they come, stories as they are told."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import msgspec

from sukien.errors import LibraryError
from sukien.library.listing import Listing
from sukien.link import Resolution
from sukien.model import AnnotatedArticle, Merge, Sighting, content_id
from sukien.search import (
    NUMBERED,
    Catalogue,
    Findable,
    Fts5Index,
    Kept,
    KeptNames,
    Listed,
    Named,
    Spoken,
    StoryText,
    Suggestion,
    catalogue,
    day_number,
    findable,
    replaced,
    suggestions,
    with_stories,
)
from sukien.store import FindableRow, SpokenRow, SqlFinding, SqlStore
from sukien.store.packing import packed, unpacked

VERSION = "1"
"""Another one makes everything anew."""
CATALOGUE, NAMES = "catalogue", "names"
"""What is kept as arrays. A note of the first name is a digest of both, empty for none."""
INDEXED = "search"
"""The note that says which version indexed the library; none where nothing is indexed."""
_MERGED = "search_merges"
_encode = msgspec.msgpack.Encoder().encode
_kept = msgspec.msgpack.Decoder(Kept)
_kept_names = msgspec.msgpack.Decoder(KeptNames)


class Linked(NamedTuple):
    """Each article's story, the merges of entities, and what articles say of entities: None where
    no article came or changed since the stories were told last.
    """

    homes: Mapping[str, str]
    merges: Sequence[Merge]
    seen: Sequence[Sighting] | None


class Searching:
    """What a library does to be searched."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._kept = SqlFinding(store)
        self._index = Fts5Index(store.connection)

    @property
    def index(self) -> Fts5Index:
        """The index of words."""
        return self._index

    def take(self, articles: Sequence[AnnotatedArticle]) -> None:
        """Keep what is searched of new articles. Call it while they are written."""
        if self._store.note(INDEXED) is None:
            self._store.note(INDEXED, VERSION)
        self._index.prepare()
        made = {one.id: findable(one) for one in articles}
        before = {row.article_id: row for row in self._kept.of_articles(made)}
        changed = [row for row in self._rows(made, before) if row != before.get(row.article_id)]
        leaving = [before[row.article_id] for row in changed if row.article_id in before]
        self._index.remove([(row.key, unpacked(row.content, Findable)) for row in leaving])
        self._index.put([(row.key, made[row.article_id]) for row in changed])
        said = [one for row in changed for one in _spoken(row.key, made[row.article_id])]
        self._kept.put(changed, said, NUMBERED)

    def _rows(
        self, made: Mapping[str, Findable], before: Mapping[str, FindableRow]
    ) -> Iterator[FindableRow]:
        """What is to be kept: under the key that an article has, or a new one."""
        fresh = self._kept.next_key()
        for number, (name, one) in enumerate(made.items()):
            key = before[name].key if name in before else fresh + number
            yield FindableRow(key, name, packed(one))

    def missing(self) -> list[str]:
        """Ids of the articles that cannot be found yet: an older Sukien kept nothing of them."""
        if self._store.note(INDEXED) not in (None, VERSION):
            with self._store.writing():
                self._kept.forget()
                self._index.clear()
                self._store.note(CATALOGUE, "")
                self._store.note(INDEXED, VERSION)
        return self._kept.missing()

    def untold(self, ids: Collection[str]) -> Iterator[bytes]:
        """Those of the stories, packed as they were told, that cannot be found yet."""
        known = self._kept.story_keys()
        return self._kept.told(sorted(name for name in ids if name not in known))

    def tell(self, stories: Sequence[StoryText], kept: Collection[str], linked: Linked) -> None:
        """Have these stories found and those of the ids `kept`, and make the lists anew.

        Call it while they are written.
        """
        self._index.prepare()
        keys = self._kept.story_keys()
        self._replace(stories, {name: key for name, key in keys.items() if name not in kept})
        merged = content_id(*(f"{one.source}>{one.target}>{one.undone}" for one in linked.merges))
        before = None
        if linked.seen is None and self._store.note(_MERGED) == merged:
            before = self.lists()
        listed, names = self._made(linked) if before is None else self._retold(linked, before)
        contents = {CATALOGUE: _encode(listed), NAMES: _encode(names)}
        for name, content in contents.items():
            self._kept.put_catalogue(name, content)
        self._store.note(CATALOGUE, content_id(*(one.hex() for one in contents.values())))
        self._store.note(_MERGED, merged)

    def lists(self) -> tuple[Kept, KeptNames] | None:
        """The catalogue and the names as kept; None where there are none."""
        contents = [self._kept.catalogue(name) for name in (CATALOGUE, NAMES)]
        if not self._store.note(CATALOGUE) or None in contents:
            return None
        try:
            return _kept.decode(contents[0] or b""), _kept_names.decode(contents[1] or b"")
        except msgspec.MsgspecError as error:
            raise LibraryError(
                f"the library's lists for searching are damaged ({error})"
            ) from error

    def _made(self, linked: Linked) -> tuple[Kept, KeptNames]:
        seen = self._store.sightings() if linked.seen is None else linked.seen
        listing = Listing(seen, Resolution(linked.merges), linked.homes)
        listed = catalogue(
            self._listed(listing), self._spoken(listing.resolution), self._kept.story_keys()
        )
        found = Catalogue(listed)
        return listed, suggestions(chain(_named(listing, found), self._stories(found)))

    def _retold(self, linked: Linked, before: tuple[Kept, KeptNames]) -> tuple[Kept, KeptNames]:
        """The same where nothing but stories changed: much faster."""
        listed = with_stories(before[0], linked.homes, self._kept.story_keys())
        names = replaced(before[1], "story", self._stories(Catalogue(listed)))
        return listed, names

    def _replace(self, stories: Sequence[StoryText], gone: Mapping[str, int]) -> None:
        before = self._kept.stories(gone)
        self._index.remove_stories([(key, story_text(row)) for key, row in before.items()])
        fresh = max(self._kept.story_keys().values(), default=0) + 1
        made = list(enumerate(stories, start=fresh))
        rows = [{"key": key, **msgspec.structs.asdict(one)} for key, one in made]
        self._kept.put_stories(rows, gone.values())
        self._index.put_stories(made)

    def _listed(self, listing: Listing) -> Iterator[Listed]:
        for row in self._kept.listed():
            yield Listed(
                key=row.key,
                id=row.id,
                day=day_number(row.published),
                publisher=row.publisher,
                story=listing.homes.get(row.id),
                section=row.section,
                entities=tuple(listing.entities.get(row.id, ())),
            )

    def _spoken(self, resolution: Resolution) -> Iterator[Spoken]:
        for row in self._kept.spoken():
            yield Spoken(row.key, resolution.of(row.entity) if row.entity else "")

    def _stories(self, listed: Catalogue) -> Iterator[Named]:
        labels = self._kept.labels()
        for name, size in zip(listed.names["story"], listed.counts("story"), strict=True):
            label = labels.get(name, "")
            yield Named(Suggestion("story", name, label, int(size)), (label,))


def _named(listing: Listing, listed: Catalogue) -> Iterator[Named]:
    yield from listing.named()
    for name, size in zip(listed.names["publisher"], listed.counts("publisher"), strict=True):
        yield Named(Suggestion("publisher", name, name, int(size)), (name,))
    for entity, size in zip(listed.names["speaker"], listed.counts("speaker"), strict=True):
        name = listing.name_of(entity)
        yield Named(Suggestion("speaker", entity, name, int(size)), (name,))


def _spoken(key: int, article: Findable) -> list[SpokenRow]:
    return [
        SpokenRow(key << NUMBERED | number, one.name, one.entity)
        for number, one in enumerate(article.quotes)
    ]


def story_text(row: Mapping[str, object]) -> StoryText:
    """A story as it was put, from what is kept of it."""
    return msgspec.convert({name: row[name] for name in StoryText.__struct_fields__}, StoryText)
