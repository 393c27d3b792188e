"""Changes are taken from these pages alone: tokens, where a request comes from, how long it is."""

import pytest

from sukien.web import addresses
from sukien.web.changes.visits import Visits
from visitor import FROM_HERE, Visitor

ADDRESS = addresses.change("exclude", "b")
PATH = "/correct/exclude"


def made(visitor: Visitor) -> int:
    return visitor.get("/corrections.json").json()["count"]


def good(visitor: Visitor) -> list[tuple[str, str]]:
    return [*visitor.fields(ADDRESS, PATH), ("by", "Minh")]


def test_a_form_without_a_token_or_with_another_one_changes_nothing(visitor):
    pairs = good(visitor)
    without = [pair for pair in pairs if pair[0] != "token"]
    other = Visitor(visitor.path, like=visitor)
    stolen = next(value for name, value in good(other) if name == "token")
    for token in (None, "", "x", "a.b.c", stolen, "ü" * 3000):
        sent = visitor.post(PATH, [*without, *([("token", token)] if token is not None else [])])
        assert sent.status_code == 403
        assert "Trang đã quá cũ" in sent.text
    assert made(visitor) == 0
    assert visitor.post(PATH, pairs).status_code == 303


def test_a_token_without_its_cookie_or_with_a_changed_one_is_worth_nothing(visitor):
    pairs = good(visitor)
    cookie = visitor.cookies.pop("sukien")
    assert visitor.post(PATH, pairs).status_code == 403
    for changed in (cookie[:-2] + "xx", "", "x", cookie + "x", "y" * 5000):
        visitor.cookies["sukien"] = changed
        assert visitor.post(PATH, pairs).status_code == 403
    assert made(visitor) == 0


def test_another_run_of_the_server_knows_no_token_of_before(visitor):
    pairs = good(visitor)
    again = Visitor(visitor.path)
    again.cookies = visitor.cookies
    assert again.post(PATH, pairs).status_code == 403


def test_each_token_is_another(visitor):
    tokens = {dict(good(visitor))["token"] for _ in range(3)}
    assert len(tokens) == 3


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://[bad"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
def test_a_form_from_elsewhere_is_refused_even_with_a_token(visitor, headers):
    pairs = good(visitor)
    sent = visitor.post(PATH, pairs, **headers)
    assert sent.status_code == 403
    assert "Yêu cầu đến từ trang khác" in sent.text
    assert made(visitor) == 0


def test_a_program_that_says_nothing_of_where_it_comes_from_needs_its_token(visitor):
    pairs = good(visitor)
    assert visitor.post(PATH, pairs, **{"origin": "", "sec-fetch-site": ""}).status_code == 303


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"a=" + b"x" * 70_000, {}, 413),
        (b"", {"content-length": "99999999999999999999"}, 413),
        (b"", {"content-length": "-1"}, 400),
        (b"a=1&" * 600, {}, 400),
        ("a=\xff".encode("latin-1"), {}, 400),
        (b'{"name": "b"}', {"content-type": "application/json"}, 415),
        (b"--x--", {"content-type": "multipart/form-data; boundary=x"}, 415),
        (b"x", {"content-type": ""}, 415),
    ],
)
def test_what_is_no_short_form_is_refused(visitor, content, headers, status):
    good(visitor)
    response = visitor.ask("POST", PATH, content=content, headers={**FROM_HERE, **headers})
    assert response.status_code == status
    assert made(visitor) == 0


def test_a_body_without_a_length_is_read_no_further_than_it_may_be_long(visitor):
    async def endless():
        for _ in range(100):
            yield b"x" * 10_000

    response = visitor.ask("POST", PATH, content=endless(), headers=FROM_HERE)
    assert response.status_code == 413


def test_the_cookie_is_for_pages_of_this_site_alone(visitor):
    response = visitor.get(ADDRESS)
    [cookie] = response.headers.get_list("set-cookie")
    assert cookie.startswith("sukien=")
    for part in ("HttpOnly", "SameSite=lax", "Path=/"):
        assert part in cookie
    assert "Secure" not in cookie
    assert response.headers["cache-control"] == "no-store, private"
    assert "set-cookie" not in visitor.get("/").headers


def test_tokens_and_cookies_of_any_form_never_fail():
    visits = Visits()
    kept = visits.new("Minh")
    assert visits.read(visits.cookie(kept)) == kept
    for odd in ("", ".", "..", "a.b", "é.è.ê", "\x00", "W10.x.y", visits.token(kept)):
        assert visits.read(odd) is None
        assert not visits.is_own(kept, odd + "x")
    assert visits.is_own(kept, visits.token(kept))
    assert not visits.is_own(visits.new(), visits.token(kept))
