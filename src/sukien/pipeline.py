"""Every step in order: from an article as read to an article with all its layers.

`annotate` is the whole pipeline for one batch. `annotate_all` runs it over a stream of articles, in
as many processes as asked for; the output is the same, in the same order, whatever their number.
"""

import gc
import multiprocessing
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing.context import BaseContext
from typing import TypeVar

from sukien import tag
from sukien.annotate import LAYERS, apply
from sukien.errors import SukienError
from sukien.model import AnnotatedArticle, Article, ReadFailure, content_id

T = TypeVar("T")
Item = Article | ReadFailure
Outcome = AnnotatedArticle | ReadFailure
BATCH = 64
_WAITING = 4  # batches under way for each process


def version() -> str:
    """A name for the present steps: it changes when the same article may be annotated otherwise."""
    steps = [f"{layer.gives}={layer.version}" for layer in LAYERS]
    return content_id(f"tag={tag.VERSION}", *steps)


def annotate(articles: Sequence[Article]) -> list[AnnotatedArticle]:
    """All layers of a batch of articles, in the order of the batch."""
    with without_collecting():
        batch = tag.tag(articles)
        for layer in LAYERS:
            batch = apply(layer, batch)
    return batch


@contextmanager
def without_collecting() -> Iterator[None]:
    """Puts off the search for cycles: a batch makes many small objects and hardly a cycle."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def annotate_all(items: Iterable[Item], *, processes: int = 1) -> Iterator[Outcome]:
    """Every article of a stream annotated, in order; failures pass through in their places.

    An article on which a step fails becomes a failure; the others of its batch do not suffer.
    """
    batches = _batches(items, BATCH)
    if processes <= 1:
        for batch in batches:
            yield from _annotate_batch(batch)
        return
    with ProcessPoolExecutor(processes, mp_context=_context()) as pool:
        waiting: deque[Future[list[Outcome]]] = deque()
        try:
            for batch in batches:
                waiting.append(pool.submit(_annotate_batch, batch))
                if len(waiting) >= processes * _WAITING:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _context() -> BaseContext:
    """How processes start: where the system can, forked from one that has read all tables."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["sukien.tag.prepared"])
    return context


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def _annotate_batch(batch: Sequence[Item]) -> list[Outcome]:
    articles = [item for item in batch if isinstance(item, Article)]
    annotated = iter(_annotate_surely(articles))
    return [next(annotated) if isinstance(item, Article) else item for item in batch]


def _annotate_surely(articles: Sequence[Article]) -> list[Outcome]:
    if not articles:
        return []
    try:
        return list(annotate(articles))
    except Exception as error:  # noqa: BLE001  one article must not stop a run: it is recorded
        if len(articles) == 1:
            return [_failure(articles[0], error)]
        middle = len(articles) // 2
        return _annotate_surely(articles[:middle]) + _annotate_surely(articles[middle:])


def _failure(article: Article, error: Exception) -> ReadFailure:
    return failure_of(article.source or article.id, error)


def failure_of(source: str, error: Exception) -> ReadFailure:
    """The record of an error: our own as it is, any other as a fault of Sukien with its place."""
    if isinstance(error, SukienError):
        return ReadFailure(source, type(error).__name__, str(error))
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
    message = f"{source}: a fault of Sukien itself ({error!r} at {place}); please report it"
    return ReadFailure(source, type(error).__name__, message)
