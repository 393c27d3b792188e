"""A library of documents built by hand, and somebody who asks it for pages without a browser."""

import asyncio
from pathlib import Path

import httpx

from finding import made_findable
from sukien.model import AnnotatedArticle, ReadFailure, Story
from sukien.store import open_sqlite
from sukien.web.app import create_app
from sukien.web.changes.gate import Gate


class Reader:
    """Asks an application for pages, as a browser without JavaScript would."""

    def __init__(self, path: Path, gate: Gate | None = None) -> None:
        self.path = path
        self.app = create_app(path, gate)

    def get(self, address: str, **more: object) -> httpx.Response:
        return asyncio.run(self._ask("GET", address, **more))

    def ask(self, method: str, address: str, **more: object) -> httpx.Response:
        return asyncio.run(self._ask(method, address, **more))

    async def _ask(self, method: str, address: str, **more: object) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        cookies = more.pop("cookies", None)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://127.0.0.1:8765", cookies=cookies
        ) as client:
            return await client.request(method, address, **more)


def keep(path: Path, articles: list[AnnotatedArticle], stories: list[Story]) -> None:
    store = open_sqlite(path, create=True)
    with store.writing():
        store.put_articles(articles, "hand")
        store.put_stories(stories)
        made_findable(store, articles, stories)
        store.put_failures([ReadFailure("tin.csv:3", "EmptyArticleError", "tin.csv:3: trống")])
    store.close()
