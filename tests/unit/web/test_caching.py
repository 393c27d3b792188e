import re

import pytest

from sukien.library import open_library
from sukien.web.caching import asset_version


def tag(reader, address: str = "/", **more: object) -> str:
    return reader.get(address, **more).headers["etag"]


@pytest.mark.parametrize("address", ["/", "/story/s1", "/story/s1.json", "/agenda.ics"])
def test_a_page_that_the_browser_has_is_not_sent_again(reader, address):
    first = reader.get(address)
    again = reader.get(address, headers={"If-None-Match": f'"x", {first.headers["etag"]}'})
    assert (first.status_code, again.status_code) == (200, 304)
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["x-content-type-options"] == "nosniff"


def test_a_page_is_sent_again_when_the_library_changed(reader):
    before = tag(reader)
    assert tag(reader) == before
    with open_library(reader.path) as library:
        library.rename("s1", "Bão số 3 tan")
        assert tag(reader) != before
    again = reader.get("/", headers={"If-None-Match": before})
    assert again.status_code == 200
    assert "Bão số 3 tan" in again.text


def test_addresses_languages_and_cookies_have_pages_of_their_own(reader):
    tags = {
        tag(reader),
        tag(reader, "/story/s1"),
        tag(reader, "/story/s1?x=1"),
        tag(reader, cookies={"lang": "en"}),
    }
    assert len(tags) == 4


def test_errors_and_pages_that_set_a_cookie_have_no_tag(reader):
    assert "etag" not in reader.get("/story/none").headers
    assert "etag" not in reader.get("/?lang=en").headers
    reader.path.unlink()
    gone = reader.get("/", headers={"If-None-Match": "*"})
    assert gone.status_code == 503
    assert "etag" not in gone.headers


def test_what_pages_load_is_kept_while_its_address_tells_its_content(reader):
    (address,) = set(re.findall(r"/static/css/base[^\"]+", reader.get("/").text))
    assert address == f"/static/css/base.css?v={asset_version('css/base.css')}"
    assert "immutable" in reader.get(address).headers["cache-control"]
    for other in ("/static/css/base.css", "/static/css/base.css?v=0"):
        assert reader.get(other).headers["cache-control"] == "no-cache"
    assert asset_version("css/none.css") == ""


def test_long_answers_come_packed_where_the_browser_unpacks(reader):
    packed = reader.get("/", headers={"Accept-Encoding": "gzip"})
    plain = reader.get("/", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 2
