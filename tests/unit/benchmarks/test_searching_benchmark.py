from pathlib import Path

from benchmarks.copies import copies
from benchmarks.searching import searches, suggestions, timed

from sukien.library import open_library


def test_searches_of_every_kind_and_suggestions_are_asked_and_answered(tmp_path: Path):
    path = tmp_path / "copies.sukien"
    with open_library(path, create=True) as library:
        library.add(copies(3))
        asked = searches(library, 2)
        assert asked == searches(library, 2)
        assert suggestions(library, 2)
    kinds = {one.kind for one in asked}
    assert {"search articles", "search quotes", "search common words"} <= kinds
    found, _ = timed(path, 1)
    assert {"all searches", "suggestion"} <= {row.kind for row in found}
    assert [row.kind for row in found if row.failed] == []
