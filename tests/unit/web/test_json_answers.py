"""Every page answers as JSON, at its address with `.json` behind it."""

import json
import re

import pytest

ADDRESSES = {
    "/": "/index.json",
    "/story/s1": "/story/s1.json",
    "/story?id=s1": "/story.json?id=s1",
    "/timeline/s1?from=2024-09-01&to=2024-09-30": "/timeline/s1.json?from=2024-09-01&to=2024-09-30",
    "/article/bao-02": "/article/bao-02.json",
    "/article/%3Cb%3E%27%22%26.json": "/article/%3Cb%3E%27%22%26.json.json",
    "/entity/country:VN": "/entity/country%3AVN.json",
    "/agenda?all=1": "/agenda.json?all=1",
    "/network?entity=country:VN": "/network.json?entity=country%3AVN",
    "/new?since=2024-09-08": "/new.json?since=2024-09-08",
    "/search?q=bao&q=cay": "/search.json?q=bao&q=cay",
    "/about": "/about.json",
}


@pytest.mark.parametrize(("page", "address"), ADDRESSES.items())
def test_the_view_is_at_the_address_that_its_page_links_to(reader, page, address):
    links = re.findall(r'<a href="([^"]*)">JSON</a>', reader.get(page).text)
    assert links == [address.replace("&", "&amp;")]
    response = reader.get(address)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert isinstance(response.json(), dict)


def test_what_is_missing_is_said_in_json_too(reader):
    for address in ("/story/none.json", "/article/none.json", "/nowhere.json"):
        response = reader.get(address)
        assert response.status_code == 404
        assert response.json() == {"error": "missing", "detail": ""}


def test_a_library_that_vanished_is_said_in_json_too(reader):
    reader.path.unlink()
    response = reader.get("/index.json")
    assert response.status_code == 503
    assert json.loads(response.text)["error"] == "unavailable"
