"""Files that are not as they should be, and requests that nobody should send."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from urllib.parse import quote_plus

import httpx
import pytest

from building import annotated
from sukien.store import open_sqlite
from sukien.web.headers import HEADERS
from visitor import Visitor

ADDRESSES = ("/", "/index.json", "/article/b", "/article/b.json", "/corrections", "/search?q=cau")


def no_secrets(response: httpx.Response, visitor: Visitor) -> None:
    """The page has its headers and names the file alone: no folder, no traceback."""
    for name, value in HEADERS.items():
        assert response.headers.get_list(name) == [value]
    for leak in (str(visitor.path.parent), "Traceback", "sqlite3.", "sqlalchemy"):
        assert leak not in response.text


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\xff" * 8192, os.urandom(5000)],
)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_file_that_is_garbage_is_said_and_left_alone(visitor, address, content):
    visitor.path.write_bytes(content)
    response = visitor.get(address)
    assert response.status_code == 503
    assert visitor.path.name in response.text
    no_secrets(response, visitor)
    assert visitor.path.read_bytes() == content


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_a_file_that_is_half_written_is_said_and_left_alone(visitor, kept):
    whole = visitor.path.read_bytes()
    half = whole[: int(len(whole) * kept)]
    visitor.path.write_bytes(half)
    for address in ADDRESSES:
        response = visitor.get(address)
        assert response.status_code in {200, 404, 503}
        no_secrets(response, visitor)
    visitor.path.write_bytes(whole)
    assert visitor.get("/").status_code == 200


def test_a_file_whose_records_are_damaged_is_a_page_without_details(visitor):
    with closing(sqlite3.connect(visitor.path)) as connection:
        connection.execute("UPDATE articles SET content = x'00ff00'")
        connection.commit()
    for address in ("/article/b", "/article/b.json"):
        response = visitor.get(address)
        assert response.status_code in {500, 503}
        no_secrets(response, visitor)


def test_another_programs_database_is_said_and_left_alone(visitor):
    visitor.path.unlink()
    with closing(sqlite3.connect(visitor.path)) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER)")
        connection.commit()
    before = visitor.path.read_bytes()
    assert visitor.get("/").status_code == 503
    assert visitor.path.read_bytes() == before


def test_a_folder_in_place_of_the_file_is_said(visitor):
    visitor.path.unlink()
    visitor.path.mkdir()
    response = visitor.get("/")
    assert response.status_code == 503
    no_secrets(response, visitor)


def test_a_library_put_in_the_place_of_another_is_shown(visitor, tmp_path):
    other = tmp_path / "khac.sukien"
    store = open_sqlite(other, create=True)
    store.put_articles([annotated("Tin lạ\nNội dung.", "la")], "hand")
    store.close()
    other.replace(visitor.path)
    assert visitor.get("/article/la").status_code == 200
    assert visitor.get("/article/b").status_code == 404


_WRITE = """
import sys, time
from sukien.store import open_sqlite
from pathlib import Path
store = open_sqlite(Path(sys.argv[1]))
with store.writing():
    store.note("writer", "here")
    print("writing", flush=True)
    sys.stdin.read()
store.close()
"""


def test_pages_answer_while_another_process_writes_and_a_change_waits_its_turn(
    visitor, monkeypatch
):
    monkeypatch.setattr("sukien.web.changes.doing._PATIENCE", 0.05)
    with subprocess.Popen(
        [sys.executable, "-c", _WRITE, str(visitor.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        try:
            assert writer.stdout.readline() == "writing\n"
            for address in ADDRESSES:
                assert visitor.get(address).status_code == 200
            busy = visitor.change("/correct/exclude?name=b")
            assert busy.status_code == 503
            no_secrets(busy, visitor)
            writer.stdin.close()
            assert writer.wait(timeout=60) == 0
        finally:
            writer.kill()
    assert visitor.change("/correct/exclude?name=b").status_code == 303
    store = open_sqlite(visitor.path)
    assert store.note("writer") == "here"
    store.close()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "POST"])
@pytest.mark.parametrize("address", ["/", "/article/b", "/corrections", "/static/css/base.css"])
def test_other_methods_are_refused(visitor, method, address):
    response = visitor.ask(method, address)
    assert response.status_code == 405
    assert response.headers["allow"]
    no_secrets(response, visitor)


@pytest.mark.parametrize("address", [*ADDRESSES, "/sign-in", "/static/css/base.css", "/none"])
def test_head_has_the_status_and_headers_of_get(visitor, address):
    got, asked = visitor.get(address), visitor.ask("HEAD", address)
    assert asked.status_code == got.status_code
    assert asked.headers["content-type"] == got.headers["content-type"]


ODD = (
    '"',
    "*",
    'NEAR("a" "b", 3)',
    "NEAR(",
    "a AND OR NOT",
    "col:x^2",
    "x" * 10_000,
    "cầu " * 2_500,
    "😀",
    "\u202e\u2066đảo",
    "\x00",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "..",
    "/",
    "a/../../b",
    "%",
    "\ud800",
)


@pytest.mark.parametrize("odd", ODD)
def test_no_words_break_a_search_or_a_page_that_corrects(visitor, odd):
    words = quote_plus(odd, errors="replace")
    for address in (
        f"/search?q={words}",
        f"/correct/entity?id={words}",
        f"/correct/entity?id=person:V%C4%83n+S%E1%BB%B1&q={words}",
        f"/correct/rename?name={words}&name={words[:5000]}",
        f"/correct/join?name={words}",
        f"/correct/undo?name={words}",
        f"/corrections?page={words}",
        f"/article/b?done={words}",
    ):
        response = visitor.get(address)
        assert response.status_code in {200, 404}, address
        assert "<script>alert" not in response.text
        assert "\u202e" not in response.text
        no_secrets(response, visitor)


@pytest.mark.parametrize("odd", ["%2e%2e%2f", "%00", "%0a", "%ff", "%zz", "%", "%2F", "a" * 20_000])
def test_no_id_breaks_a_page(visitor, odd):
    for room in ("story", "article", "entity", "working", "static", "correct"):
        for address in (f"/{room}/{odd}", f"/story/{odd}/correct", f"/{room}/{odd}.json"):
            response = visitor.get(address)
            assert response.status_code in {404, 200}, address
            no_secrets(response, visitor)


def test_a_notice_tells_of_a_correction_that_was_made_and_nothing_else(visitor):
    for odd in ("1", "x", "-1", "9" * 30, "<b>"):
        assert 'class="notice-done"' not in visitor.get("/article/b", params={"done": odd}).text
    visitor.change("/correct/exclude?name=b")
    assert 'class="notice-done"' in visitor.get("/article/b?done=1").text
