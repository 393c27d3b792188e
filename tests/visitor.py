"""Somebody with a browser: keeps cookies, sends the forms that pages have, as they are."""

import asyncio
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import httpx

from sukien.web.app import create_app
from sukien.web.changes.gate import Gate

HERE = "http://127.0.0.1:8765"
FROM_HERE = {
    "origin": HERE,
    "sec-fetch-site": "same-origin",
    "content-type": "application/x-www-form-urlencoded",
}
PASSWORD = "mật khẩu dài"
Pairs = list[tuple[str, str]]


class Visitor:
    """One person; `follow` goes where an answer leads. `like` another one of the same server."""

    def __init__(
        self, path: Path, gate: Gate | None = None, *, like: "Visitor | None" = None
    ) -> None:
        self.path = path
        self.app = like.app if like else create_app(path, gate)
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, address: str, **more: object) -> httpx.Response:
        response = asyncio.run(self._ask(method, address, **more))
        self.cookies |= dict(response.cookies)
        return response

    async def _ask(self, method: str, address: str, **more: object) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(
            transport=transport, base_url=HERE, cookies=self.cookies
        ) as client:
            return await client.request(method, address, **more)

    def get(self, address: str, **more: object) -> httpx.Response:
        return self.ask("GET", address, **more)

    def follow(self, response: httpx.Response) -> httpx.Response:
        while response.status_code in {301, 303}:
            response = self.get(response.headers["location"])
        return response

    def fields(self, address: str, action: str) -> Pairs:
        """What the form on a page that is sent to `action` would send."""
        return fields(self.get(address).text, action)

    def post(self, address: str, pairs: Pairs, **headers: str) -> httpx.Response:
        given = {name: value for name, value in {**FROM_HERE, **headers}.items() if value}
        return self.ask("POST", address, content=urlencode(pairs), headers=given)

    def change(self, address: str, *, by: str = "Minh", note: str = "") -> httpx.Response:
        """Open the page that says what would happen, and have it happen."""
        path = urlsplit(address).path
        said = [("by", by), ("note", note)]
        own = [pair for pair in self.fields(address, path) if pair[0] != "by"]
        return self.post(path, own + said)

    def sign_in(self, name: str, password: str, **headers: str) -> httpx.Response:
        own = self.fields("/sign-in?next=/corrections", "/sign-in")
        return self.post("/sign-in", [*own, ("person", name), ("password", password)], **headers)


def fields(html: str, action: str) -> Pairs:
    """The hidden fields of the form that is sent to `action`."""
    forms = re.findall(r'<form[^>]*action="([^"]*)"[^>]*>(.*?)</form>', html, re.DOTALL)
    [form] = [body for to, body in forms if unescape(to) == action]
    inputs = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return [(name, unescape(value)) for name, value in inputs]
