"""Who may read and change, by where the server listens and who signed in."""

import re

import pytest

from sukien.errors import InputError
from sukien.web import addresses
from sukien.web.changes.gate import Gate
from sukien.web.changes.people import People
from sukien.web.changes.trying import FREE, LONGEST_WAIT, Tries
from sukien.web.changes.visits import SESSION_SECONDS, Visits
from visitor import PASSWORD, Visitor

ADDRESS = addresses.change("exclude", "b")


def made(visitor: Visitor) -> list[dict]:
    return visitor.get("/corrections.json").json()["corrections"]


def test_beyond_this_machine_everybody_reads_and_those_on_the_list_change(public):
    assert public.get("/").status_code == 200
    first = public.get(ADDRESS)
    assert first.status_code == 303
    assert first.headers["location"] == "/sign-in?next=%2Fcorrect%2Fexclude%3Fname%3Db"
    assert public.get("/correct/exclude.json?name=b").status_code == 401
    signed = public.sign_in("Lan", PASSWORD)
    assert (signed.status_code, signed.headers["location"]) == (303, "/corrections")
    page = public.get(ADDRESS)
    assert "Ghi tên người sửa: Lan" in page.text
    assert page.headers["cache-control"] == "no-store, private"
    public.change(ADDRESS, by="Ai Khác")
    assert [one["by"] for one in made(public)] == ["Lan"]


def test_without_a_list_nobody_changes_anything_beyond_this_machine(news):
    visitor = Visitor(news, Gate(alone=False))
    assert visitor.get(ADDRESS).status_code == 403
    assert "chỉ đọc" in visitor.get(ADDRESS).text
    assert "/correct" not in visitor.get("/article/b").text
    assert visitor.get("/sign-in").status_code == 403
    assert visitor.post("/correct/exclude", [("name", "b")]).status_code == 403
    assert visitor.post("/sign-in", [("person", "x")]).status_code == 403
    assert made(visitor) == []


def test_a_request_that_another_server_hands_on_is_not_of_this_machine(news):
    visitor = Visitor(news)
    assert visitor.get(ADDRESS).status_code == 200
    for name in ("x-forwarded-for", "forwarded", "via", "x-real-ip"):
        assert visitor.get(ADDRESS, headers={name: "1.2.3.4"}).status_code == 403


def test_a_private_library_is_read_by_those_on_the_list_alone(news, listed):
    visitor = Visitor(news, Gate(people=listed, private=True))
    tag = Visitor(news).get("/").headers["etag"]
    for address in ("/", "/story/x", "/article/b?from=1&to=2", "/corrections", "/agenda.ics"):
        answer = visitor.get(address, headers={"if-none-match": tag})
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in?next=")
    assert visitor.get("/index.json").status_code == 401
    assert visitor.get("/static/css/base.css").status_code == 200
    visitor.sign_in("Lan", PASSWORD)
    assert visitor.get("/").status_code == 200
    with pytest.raises(InputError, match="--people"):
        Gate(private=True).check()


@pytest.mark.parametrize(
    ("name", "password"),
    [("Lan", "sai rồi nhé"), ("Lan", ""), ("Ai", PASSWORD), ("", ""), ("Lan\x00", PASSWORD)],
)
def test_a_wrong_name_or_password_signs_nobody_in(public, name, password):
    answer = public.sign_in(name, password)
    assert answer.status_code == 403
    assert "Tên hoặc mật khẩu không đúng" in answer.text
    assert public.get(ADDRESS).status_code == 303


def test_a_name_and_password_typed_otherwise_are_the_same(public):
    import unicodedata  # noqa: PLC0415

    assert public.sign_in(" Lan ", unicodedata.normalize("NFD", PASSWORD)).status_code == 303


def test_who_is_wrong_too_often_has_to_wait(public):
    for _ in range(FREE):
        assert public.sign_in("Lan", "sai rồi nhé").status_code == 403
    answer = public.sign_in("Lan", PASSWORD)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    assert "Xin thử lại sau" in answer.text


def test_signing_out_ends_it_for_every_copy_of_the_cookie(public):
    public.sign_in("Lan", PASSWORD)
    copy = Visitor(public.path, like=public)
    copy.cookies = dict(public.cookies)
    assert copy.get(ADDRESS).status_code == 200
    assert public.post("/sign-out", []).status_code == 403
    own = public.fields("/", "/sign-out")
    assert public.post("/sign-out", own).headers["location"] == "/"
    assert public.get(ADDRESS).status_code == 303
    assert copy.get(ADDRESS).status_code == 303


def test_signing_in_gives_another_visit_so_that_none_is_slipped_in(public):
    public.get("/sign-in")
    before = public.cookies["sukien"]
    public.sign_in("Lan", PASSWORD)
    thief = Visitor(public.path, like=public)
    thief.cookies = {"sukien": before}
    assert thief.get(ADDRESS).status_code == 303


def test_who_is_taken_off_the_list_or_gets_a_new_password_is_out_at_once(public, listed):
    public.sign_in("Lan", PASSWORD)
    People(listed).put("Lan", "mật khẩu khác")
    assert public.get(ADDRESS).status_code == 303
    public.sign_in("Lan", "mật khẩu khác")
    assert public.get(ADDRESS).status_code == 200
    listed.unlink()
    assert public.get(ADDRESS).status_code == 303
    assert public.sign_in("Lan", "mật khẩu khác").status_code == 500


@pytest.mark.parametrize(
    "following",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "/a\nb", "x", "", "/ü", "\\\\e"],
)
def test_signing_in_leads_to_this_site_alone(public, following):
    own = dict(public.fields("/sign-in", "/sign-in")) | {"next": following}
    pairs = [*own.items(), ("person", "Lan"), ("password", PASSWORD)]
    assert public.post("/sign-in", pairs).headers["location"] == "/"


def test_the_cookie_is_secure_where_the_proxy_says_https(news, listed):
    visitor = Visitor(news, Gate(people=listed, behind_proxy=True))
    for told, secure in (("https", True), ("http", False), ("http, https", True)):
        visitor.cookies = {}
        answer = visitor.get("/sign-in", headers={"x-forwarded-proto": told})
        assert ("Secure" in answer.headers["set-cookie"]) is secure
    plain = Visitor(news, Gate(people=listed))
    answer = plain.get("/sign-in", headers={"x-forwarded-proto": "https"})
    assert "Secure" not in answer.headers["set-cookie"]


def test_waits_double_per_address_and_end():
    now = [0.0]
    tries = Tries(lambda: now[0])
    assert [tries.begin("1.2.3.4") for _ in range(FREE)] == [0] * FREE
    assert tries.begin("1.2.3.4") == 2
    assert tries.begin("::ffff:1.2.3.4") in {0, 2}
    assert tries.begin("5.6.7.8") == 0
    now[0] = 1.5
    assert tries.begin("1.2.3.4") == 0
    assert tries.begin("1.2.3.4") == 3
    for _ in range(40):
        now[0] += LONGEST_WAIT + 1
        assert tries.begin("1.2.3.4") == 0
    assert tries.begin("1.2.3.4") <= LONGEST_WAIT + 1
    tries.worked("1.2.3.4")
    assert tries.begin("1.2.3.4") == 0


def test_addresses_of_one_home_wait_together():
    tries = Tries(lambda: 0.0)
    for number in range(FREE):
        tries.begin(f"2001:db8::{number}")
    assert tries.begin("2001:db8::ffff") > 0
    assert tries.begin("2001:db8:1::1") == 0
    assert tries.begin("") == 0


def test_a_session_ends_after_its_time(listed):
    now = [0.0]
    visits = Visits(lambda: now[0])
    person = People(listed).find("Lan", PASSWORD)
    kept = visits.sign_in(person)
    assert visits.person(kept) == person
    now[0] = SESSION_SECONDS + 1
    assert visits.person(kept) is None


def test_the_file_of_people_is_for_its_owner_and_holds_no_password(listed):
    assert listed.stat().st_mode & 0o777 == 0o600
    text = listed.read_text(encoding="utf-8")
    assert re.fullmatch(r"Lan:scrypt:\d+:8:\d:[^:]+:[^:]+\n", text)
    assert PASSWORD not in text
    People(listed).put("An", PASSWORD)
    assert People(listed).names() == ["An", "Lan"]
    People(listed).remove("Lan")
    assert People(listed).names() == ["An"]


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda known: known.put("", "mật khẩu dài"), "1 to 80"),
        (lambda known: known.put("a:b", "mật khẩu dài"), "no colon"),
        (lambda known: known.put("a\nb", "mật khẩu dài"), "readable"),
        (lambda known: known.put("\u202ea", "mật khẩu dài"), "readable"),
        (lambda known: known.put("An", "ngắn"), "fewer than 8"),
        (lambda known: known.put("An", "x" * 501), "more than 500"),
        (lambda known: known.remove("Ai"), "nobody is called 'Ai'"),
    ],
)
def test_what_is_no_name_or_password_is_refused(listed, ask, told):
    with pytest.raises(InputError, match=told):
        ask(People(listed))
    assert People(listed).names() == ["Lan"]


@pytest.mark.parametrize(
    "content",
    [
        b"Lan:plain\n",
        b"Lan:scrypt:1:1:1:x:y\n",
        b"Lan:scrypt:999999999:8:1:AAAA:AAAA\n",
        b"\xff\xfe",
        b"Lan\n",
    ],
)
def test_a_file_that_sukien_did_not_write_is_refused_at_the_start(tmp_path, content):
    path = tmp_path / "people"
    path.write_bytes(content)
    with pytest.raises(InputError, match="people"):
        Gate(people=path).check()
    with pytest.raises(InputError, match="sukien people"):
        Gate(people=tmp_path / "none").check()
