"""What comes into a library: new articles are let through, known ones counted."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from sukien import pipeline
from sukien.model import AnnotatedArticle, Article, ReadFailure
from sukien.store import Known, fingerprint


class AddSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the articles that were given to `add`.

    `renamed` are ids that another text held already, with the id that was given instead.
    """

    added: int = 0
    updated: int = 0
    known: int = 0
    renamed: tuple[tuple[str, str], ...] = ()
    failures: tuple[ReadFailure, ...] = ()


class Intake:
    """Lets through what a library does not have yet, and counts the rest."""

    def __init__(self, known: dict[str, Known], on_item: Callable[[int], None]) -> None:
        self._known = known
        self._on_item = on_item
        self._updated: set[str] = set()
        self._same = 0
        self._renamed: list[tuple[str, str]] = []
        self._failures: list[ReadFailure] = []
        self._kept = 0

    @property
    def touched(self) -> bool:
        """Whether anything was kept."""
        return self._kept > 0

    def new(self, items: Iterable[Article | ReadFailure]) -> Iterator[Article | ReadFailure]:
        """What is to be annotated: new articles, and known ones of which more is known now."""
        for item in items:
            if isinstance(item, ReadFailure):
                yield item
            elif (article := self._decide(item)) is not None:
                yield article
            else:
                self._same += 1
                self._on_item(1)

    def _decide(self, article: Article) -> Article | None:
        mark = fingerprint(article)
        before = self._known.get(article.id)
        if before is not None and before.text != mark.text:
            other = f"{article.id}~{mark.text[:6]}"
            before = self._known.get(other)
            if before is None:
                self._renamed.append((article.id, other))
            article = msgspec.structs.replace(article, id=other)
        if before is None:
            self._known[article.id] = mark
            return article
        return self._updating(article, before)

    def _updating(self, article: Article, before: Known) -> Article | None:
        news = {
            name: getattr(article, name) or getattr(before, name)
            for name in ("published", "publisher", "url")
        }
        if all(news[name] == getattr(before, name) for name in news):
            return None
        article = msgspec.structs.replace(article, **news)
        self._known[article.id] = fingerprint(article)
        self._updated.add(article.id)
        return article

    def note(self, batch: Sequence[pipeline.Outcome]) -> None:
        """Count what came out of the pipeline and was kept."""
        self._failures += [item for item in batch if isinstance(item, ReadFailure)]
        self._kept += sum(isinstance(item, AnnotatedArticle) for item in batch)
        self._on_item(len(batch))

    def summary(self) -> AddSummary:
        """The counts."""
        updated = len(self._updated)
        return AddSummary(
            added=self._kept - updated,
            updated=updated,
            known=self._same,
            renamed=tuple(self._renamed),
            failures=tuple(self._failures),
        )
