from pathlib import Path

from benchmarks.copies import copies
from benchmarks.pages import Answer, Asked, answers, asked, rows
from benchmarks.serving import served

from sukien.library import open_library


def test_pages_of_every_kind_are_asked_and_answered(tmp_path: Path):
    path = tmp_path / "copies.sukien"
    with open_library(path, create=True) as library:
        library.add(copies(3))
        pages = asked(library, 5)
    kinds = {page.kind for page in pages}
    assert {"article as JSON", "lists as JSON", "suggestion", "timeline"} <= kinds
    assert {"front page", "story", "article", "entity", "search", "agenda", "new"} <= kinds
    with served(path) as server:
        found = rows(answers(server, pages))
        assert server.busy() >= 0
        assert server.peak() is None or server.peak() > 10
    assert {row.kind for row in found} == kinds
    assert [row.kind for row in found if row.failed] == []
    assert min(row.heaviest for row in found) > 0


def test_a_row_has_the_middle_the_95th_and_the_longest():
    found = [Answer("search", 200 if n else 503, n / 1000, n, 0.01) for n in range(100)]
    (row,) = rows(found)
    assert (row.n, row.failed, row.heaviest) == (100, 1, 99)
    assert round(row.busy) == 10
    assert (round(row.middle), round(row.p95), round(row.longest)) == (50, 95, 99)


def test_the_order_is_the_same_each_time(tmp_path: Path):
    with open_library(tmp_path / "copies.sukien", create=True) as library:
        library.add(copies(2))
        assert asked(library, 2) == asked(library, 2)
        assert Asked("front page", "/") in asked(library, 2)
