"""Publishing: from the front page to every page that it leads to.

Lists come first, then stories, then the entities that these lead to, then articles, of which the
characters that other pages lead to are known by then. Articles that another article leads to in
turn are written once more. The same library gives the same files, byte for byte, whatever the
number of processes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

import msgspec

from sukien.library import Library, open_library
from sukien.model import Story
from sukien.views.language import LANGUAGES
from sukien.views.published import IndexName, SiteIndex, by_letter
from sukien.web.asked import Asked
from sukien.web.caching import STATIC
from sukien.web.publish.feeds import Item, feed, sitemap
from sukien.web.publish.folder import MARK, check, replaced
from sukien.web.publish.rewriting import Frame, Seen, rewritten, runs_alone
from sukien.web.publish.shards import Entry, scripts, words_of
from sukien.web.publish.spots import BY_ID, SEARCH, Spot
from sukien.web.publish.workshop import SITE, Done, Job, Task, let_go, work
from sukien.web.rendering import Door, html

CALENDAR = "/agenda.ics"
_STARTS = ("/", "/new", "/agenda", CALENDAR, "/network", "/about")
_MOST_LISTS = 2000
_STORIES_AT_ONCE = 200
_PAGES_AT_ONCE = 24
_INDEXED_ENTITIES = 3000
_KNOWN = 2  # articles that name an entity which has a page
_STORY_WORDS = 28


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a site is published.

    `full_text` prints articles whole; `base_url` is the address at which the site will stand, for
    its feed and the like; `processes` is how many work on it.
    """

    full_text: bool = False
    base_url: str = ""
    processes: int = 1


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What was published: pages in one language, files and bytes in all."""

    lists: int
    stories: int
    articles: int
    entities: int
    files: int
    size: int


class _Known(msgspec.Struct, frozen=True, kw_only=True):
    """A story, as much as the site's search and feed want of it."""

    id: str
    label: str
    last: str | None
    brief: str
    names: tuple[str, ...]
    articles: tuple[str, ...]


def publish(
    library: str,
    target: str | Path,
    settings: Settings | None = None,
    *,
    on_pages: Callable[[int], None] = lambda _: None,
) -> Published:
    """Publish the library in the file `library` as a site in the folder `target`.

    A site that is there is replaced, at once and only when the new one is whole. `on_pages` is
    called with the number of pages that are done. Raises InputError when the folder holds anything
    else, LibraryError when the library cannot be read.
    """
    settings = settings or Settings()
    target = Path(target)
    check(target)
    with open_library(library) as opened:
        opened.refresh()
    with replaced(target) as folder, ExitStack() as stack:
        stack.callback(let_go, str(library))
        job = Job(library=str(library), folder=str(folder), full_text=settings.full_text)
        pool = stack.enter_context(_pool(settings.processes)) if settings.processes > 1 else None
        return _Site(job, settings, pool, on_pages).made(folder)


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"))


class _Site:
    """The site while it is made: what is written, and what that leads to."""

    def __init__(
        self,
        job: Job,
        settings: Settings,
        pool: ProcessPoolExecutor | None,
        on_pages: Callable[[int], None],
    ) -> None:
        self._job = job
        self._pool = pool
        self._on_pages = on_pages
        self._frame = Frame(
            base_url=_slashed(settings.base_url), without=_without(), scripts=_scripts()
        )
        self._files: set[str] = set()
        self._spots: set[Spot] = set()
        self._proofs: dict[str, set[tuple[int, int]]] = {}
        self._entries: dict[str, Entry] = {}

    def made(self, folder: Path) -> Published:
        """Write everything."""
        with open_library(self._job.library, refresh=False) as library:
            stories = list(_stories(library))
            known = {
                one.entity: one.name for one in library.entities() if len(one.articles) >= _KNOWN
            }
        self._frame = self._frame._replace(entities=frozenset(known))
        lists = self._lists()
        self._write([Spot("/story", one.id) for one in stories])
        self._write(self._whole_lists())
        linked = {spot.id for spot in self._spots if spot.room == "/entity"}
        entities = {name: label for name, label in known.items() if name in linked}
        self._frame = self._frame._replace(entities=frozenset(entities))
        self._write([Spot("/entity", name) for name in sorted(entities)])
        articles = [name for one in stories for name in one.articles]
        self._articles(articles)
        self._search(folder, stories, entities)
        self._extras(folder, stories)
        written = [path for path in folder.rglob("*") if path.is_file()]
        return Published(
            lists=lists + 1,
            stories=len(stories),
            articles=len(articles),
            entities=len(entities),
            files=len(written),
            size=sum(path.stat().st_size for path in written),
        )

    def _lists(self) -> int:
        """The front page and the other lists with every page of them that they lead to."""
        waiting = [Spot(room) for room in _STARTS if room not in self._frame.without]
        done: set[Spot] = set()
        while waiting and len(done) < _MOST_LISTS:
            waiting = waiting[: _MOST_LISTS - len(done)]
            self._write(waiting)
            done |= set(waiting)
            found = {spot.said_in(LANGUAGES[0]) for spot in self._spots}
            lists = {spot for spot in found if spot.room not in (*BY_ID, SEARCH)}
            waiting = sorted(lists - done)
        return len(done)

    def _whole_lists(self) -> list[Spot]:
        """The pages of large stories with one of their lists whole, that other pages lead to."""
        found = {spot.said_in(LANGUAGES[0]) for spot in self._spots if spot.room == "/story"}
        return sorted(spot for spot in found if spot.query)

    def _articles(self, names: Sequence[str]) -> None:
        """All articles; then, once more, those that another one leads to."""
        shown = {name: tuple(sorted(own)) for name, own in self._proofs.items()}
        self._write([Spot("/article", name) for name in names], shown, shown)
        before = {name: set(own) for name, own in shown.items()}
        grown = [n for n in names if self._proofs.get(n, set()) - before.get(n, set())]
        proofs = {name: tuple(sorted(own)) for name, own in self._proofs.items()}
        self._write([Spot("/article", name) for name in grown], proofs, shown)

    def _write(
        self,
        spots: Sequence[Spot],
        proofs: dict[str, tuple[tuple[int, int], ...]] | None = None,
        shown: dict[str, tuple[tuple[int, int], ...]] | None = None,
    ) -> None:
        """Write pages, some at a time, in as many processes as there are."""
        tasks = []
        for start in range(0, len(spots), _PAGES_AT_ONCE):
            own = tuple(spots[start : start + _PAGES_AT_ONCE])
            ids = {spot.id for spot in own}
            tasks.append(
                Task(
                    spots=own,
                    frame=self._frame,
                    proofs=_of(proofs, ids),
                    shown=_of(shown, ids),
                )
            )
        jobs = [self._job] * len(tasks)
        done = self._pool.map(work, jobs, tasks) if self._pool else map(work, jobs, tasks)
        for task, one in zip(tasks, done, strict=True):
            self._take(one)
            self._on_pages(len(task.spots))

    def _take(self, done: Done) -> None:
        self._files |= set(done.files)
        self._spots |= done.spots
        self._entries |= dict(done.entries)
        for name, start, end in done.proofs:
            self._proofs.setdefault(name, set()).add((start, end))

    def _search(self, folder: Path, stories: Sequence[_Known], entities: Mapping[str, str]) -> None:
        """The search, and the page that asks."""
        articles = sorted(self._entries.values(), key=lambda one: one.file)
        articles.sort(key=lambda one: one.date, reverse=True)
        for file, script in scripts([*map(_entry, stories), *articles]).items():
            _put(folder / file, script.encode())
        labels = tuple(IndexName(one.id, one.label) for one in stories)
        names = [IndexName(*one) for one in entities.items()][:_INDEXED_ENTITIES]
        for language in LANGUAGES:
            spot = Spot(SEARCH, language=language)
            depth = "../" * spot.file.count("/")
            view = SiteIndex(
                root=depth, pages="", stories=by_letter(labels), entities=by_letter(names)
            )
            asked = Asked(path=spot.room, language=language)
            door = Door(library_name=Path(self._job.library).stem, to=SITE)
            page = html(asked, door, "published/search.html", {"page": view}).decode()
            _put(
                folder / spot.file, rewritten(page, spot, self._frame, Seen(set(), set())).encode()
            )
            self._files.add(spot.file)

    def _extras(self, folder: Path, stories: Sequence[_Known]) -> None:
        """What pages load, the mark of a published site, and what other programs read."""
        for path in sorted(STATIC.rglob("*")):
            if path.is_file() and (path.suffix != ".js" or _name(path) in self._frame.scripts):
                _put(folder / "static" / path.relative_to(STATIC), path.read_bytes())
        _put(folder / MARK, b"A site that 'sukien publish' made and may replace.\n")
        if base := self._frame.base_url:
            items = [Item(_file(one), one.label, one.last, one.brief) for one in stories]
            title = f"Sukien · {Path(self._job.library).stem}"
            _put(folder / "feed.xml", feed(items, base_url=base, title=title))
            pages = [file for file in self._files if file.endswith(".html")]
            _put(folder / "sitemap.xml", sitemap(pages, base_url=base))


def _of(
    spans: dict[str, tuple[tuple[int, int], ...]] | None, ids: Iterable[str]
) -> dict[str, tuple[tuple[int, int], ...]]:
    return {name: spans[name] for name in sorted(ids) if name in spans} if spans else {}


def _stories(library: Library) -> Iterator[_Known]:
    """Every story, the newest first."""
    start = 0
    while found := library.stories(start=start, limit=_STORIES_AT_ONCE):
        yield from map(_known, found)
        start += len(found)


def _known(story: Story) -> _Known:
    return _Known(
        id=story.id,
        label=story.label,
        last=story.last,
        brief=story.brief.text,
        names=tuple(one.name for one in story.entities),
        articles=story.articles,
    )


def _entry(story: _Known) -> Entry:
    """A story for the search."""
    return Entry(
        kind="story",
        title=story.label,
        file=_file(story),
        date=story.last or "",
        source="",
        told=" ".join(story.brief.split()[:_STORY_WORDS]),
        words=words_of(" ".join((story.label, story.brief, *story.names))),
    )


def _file(story: _Known) -> str:
    return Spot("/story", story.id).file


def _without() -> tuple[str, ...]:
    """What cannot be written: calendars, where the package for them is not installed."""
    return () if find_spec("icalendar") else (CALENDAR,)


def _scripts() -> frozenset[str]:
    """The scripts of the package that run without a server."""
    found = (STATIC / "js").rglob("*.js")
    return frozenset(_name(path) for path in found if runs_alone(path.read_text(encoding="utf-8")))


def _name(path: Path) -> str:
    return path.relative_to(STATIC).as_posix()


def _slashed(url: str) -> str:
    return url if not url or url.endswith("/") else f"{url}/"


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
