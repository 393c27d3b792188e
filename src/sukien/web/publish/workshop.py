"""Making pages into files: what one process does, with its own view of the library."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from sukien.errors import NotFoundError
from sukien.library import Library
from sukien.model import AnnotatedArticle, Story
from sukien.store import open_sqlite
from sukien.views.articles import ArticlePage, article_page
from sukien.views.language import LANGUAGES
from sukien.web import addresses
from sukien.web.answers import Answer, Moved, Shown, Written
from sukien.web.asked import Asked
from sukien.web.pages import PAGES, article
from sukien.web.publish import excerpts
from sukien.web.publish.rewriting import Frame, Seen, rewritten
from sukien.web.publish.shards import Entry, words_of
from sukien.web.publish.spots import Spot
from sukien.web.rendering import Door, html

_ANSWERS = {page.path.removesuffix("/{id:path}"): page.answer for page in PAGES}
_ARTICLE = "/article"
_TOLD_WORDS = 28

Proofs = Mapping[str, Sequence[tuple[int, int]]]


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """What is published, and where to: the library's file, the folder, with full texts or not."""

    library: str
    folder: str
    full_text: bool


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """Pages to write, in every language.

    Of articles `proofs` are the characters that other pages lead to, `shown` those that pages other
    than articles lead to.
    """

    spots: tuple[Spot, ...]
    frame: Frame
    proofs: dict[str, tuple[tuple[int, int], ...]] = {}
    shown: dict[str, tuple[tuple[int, int], ...]] = {}


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What was written: files, where they lead to, and articles for the search."""

    files: tuple[str, ...]
    spots: frozenset[Spot]
    proofs: frozenset[tuple[str, int, int]]
    entries: tuple[tuple[str, Entry], ...] = ()


class Remembering(Library):
    """A library that nobody changes, so that what was read last need not be read again."""

    def __init__(self, path: str, *, most: int = 400) -> None:
        super().__init__(open_sqlite(Path(path)), refresh=False)
        self._most = most
        self._last_story: Story | None = None
        self._opened: dict[str, AnnotatedArticle] = {}

    def story(self, story_id: str, *, brief_words: int | None = None) -> Story:
        """One story; the one asked for last is at hand."""
        if brief_words is not None:
            return super().story(story_id, brief_words=brief_words)
        if self._last_story is None or self._last_story.id != story_id:
            self._last_story = super().story(story_id)
        return self._last_story

    def article(self, article_id: str) -> AnnotatedArticle:
        """One article; those read last are at hand."""
        if article_id not in self._opened:
            self._remember([super().article(article_id)])
        return self._opened[article_id]

    def articles(
        self, ids: Iterable[str] | None = None, *, layers: Collection[str] | None = None
    ) -> Iterator[AnnotatedArticle]:
        """Articles in order of publication; those named with all layers, for the next page."""
        if ids is None:
            return super().articles(layers=layers)
        wanted = set(ids)
        known = [self._opened[name] for name in wanted if name in self._opened]
        missing = wanted - self._opened.keys()
        fresh = list(super().articles(missing)) if missing else []
        self._remember(fresh)
        return iter(sorted((*known, *fresh), key=_published))

    def _remember(self, articles: Iterable[AnnotatedArticle]) -> None:
        fresh = {one.id: one for one in articles}
        if len(self._opened) + len(fresh) > self._most:
            self._opened.clear()
        self._opened |= fresh


def _published(one: AnnotatedArticle) -> tuple[bool, str, str]:
    published = one.article.published
    return (published is None, published or "", one.id)


_OPEN: dict[str, Remembering] = {}


def _library(path: str) -> Remembering:
    """The library as this process reads it."""
    if path not in _OPEN:
        _OPEN[path] = Remembering(path)
    return _OPEN[path]


def let_go(path: str) -> None:
    """Close the library, where this process has it open."""
    if opened := _OPEN.pop(path, None):
        opened.close()


def work(job: Job, task: Task) -> Done:
    """Write the pages of a task; an id that is nowhere gets the page that says so."""
    library = _library(job.library)
    door = Door(library_name=Path(job.library).stem, to=SITE)
    seen = Seen(set(), set())
    files, entries = [], []
    for spot in task.spots:
        view = _article(library, spot, job, task) if spot.room == _ARTICLE else None
        if view is not None:
            entries.append((spot.id, _entry(library, spot, view)))
        for language in LANGUAGES:
            own = spot.said_in(language)
            _write(
                Path(job.folder) / own.file, _content(own, library, door, view, task.frame, seen)
            )
            files.append(own.file)
    return Done(
        files=tuple(files),
        spots=frozenset(seen.spots),
        proofs=frozenset(seen.proofs),
        entries=tuple(entries),
    )


class _Site:
    """The addresses of a server, but for what a site of files does not have."""

    def __getattr__(self, name: str) -> object:
        return getattr(addresses, name)

    def as_json(self, path: str, query: Mapping[str, Sequence[str]]) -> str:  # noqa: ARG002
        """Pages of files have no JSON beside them."""
        return ""


SITE = _Site()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _article(library: Library, spot: Spot, job: Job, task: Task) -> ArticlePage | None:
    """What is shown of an article, with the proofs in it marked."""
    try:
        page = article_page(library, spot.id)
    except NotFoundError:
        return None
    proofs = task.proofs.get(spot.id, ())
    if not job.full_text:
        page = excerpts.excerpt(page, proofs, task.shown.get(spot.id, ()))
    return excerpts.with_proofs(page, sorted({*proofs, *excerpts.own_proofs(page)}))


def _content(
    spot: Spot, library: Library, door: Door, view: ArticlePage | None, frame: Frame, seen: Seen
) -> bytes:
    asked = Asked(
        path=spot.path,
        id=spot.id,
        query={key: [value] for key, value in spot.parameters},
        language=spot.language,
    )
    answer = _answer(asked, spot, library, view)
    if isinstance(answer, Written):
        return answer.content
    if isinstance(answer, Shown):
        page = html(asked, door, answer.template, {"page": answer.view, **answer.more})
    else:
        page = html(asked, door, "problem.html", {"problem": "missing", "detail": ""}, status=404)
    return rewritten(page.decode(), spot, frame, seen).encode()


def _answer(asked: Asked, spot: Spot, library: Library, view: ArticlePage | None) -> Answer | None:
    """What a server would answer; None for what is nowhere."""
    try:
        if view is not None:
            return article.arranged(view, asked, library)
        answer = _ANSWERS[spot.room](asked, library)
        if isinstance(answer, Moved):
            answer = _ANSWERS[spot.room](msgspec.structs.replace(asked, id=answer.id), library)
    except NotFoundError:
        return None
    return answer


def _entry(library: Library, spot: Spot, view: ArticlePage) -> Entry:
    """The article for the search: every word of it, but of its text only what is shown."""
    text = library.article(spot.id).text
    shown = " ".join(
        view.text[block.start : block.end] for block in view.blocks if block.kind != "title"
    )
    return Entry(
        kind="article",
        title=view.title,
        file=spot.file,
        date=(view.published or "")[:10],
        source=view.publisher or "",
        told=" ".join(shown.split()[:_TOLD_WORDS]),
        words=words_of(f"{view.title} {view.publisher or ''} {text}"),
    )
