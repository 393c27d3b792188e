import gzip
import json
import sys
from pathlib import Path

import pytest
from benchmarks import large_library
from benchmarks.large_library import published

from sukien.library import open_library


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with gzip.open(tmp_path / "vietnews.jsonl.gz", "wt", encoding="utf-8") as file:
        for number in range(40):
            body = [f"Huyện khởi công cầu số {number} ở xã Mường Lống."]
            file.write(json.dumps({"title": f"Cầu {number}", "lead": "Thêm cầu.", "body": body}))
            file.write("\n")
    return tmp_path


def test_thirty_a_day_and_seven_publishers(data: Path):
    made = list(published(data / "vietnews.jsonl.gz", 35))
    assert [one.published for one in made] == ["2017-01-01"] * 30 + ["2017-01-02"] * 5
    assert {one.publisher for one in made} == {f"Báo {n}" for n in range(1, 8)}


def test_a_library_is_made_once(data: Path, monkeypatch, capsys):
    out = data / "large.sukien"
    words = ["large_library", str(data), str(out), "--most", "3", "-j", "1"]
    monkeypatch.setattr(sys, "argv", words)
    large_library.main()
    assert "3 articles" in capsys.readouterr().out
    with open_library(out) as library:
        assert library.counts()["articles"] == 3
    with pytest.raises(SystemExit):
        large_library.main()


def test_all_of_a_library_is_one_story_where_that_is_asked(data: Path, monkeypatch, capsys):
    out = data / "joined.sukien"
    words = ["large_library", str(data), str(out), "--most", "40", "--joined", "-j", "1"]
    monkeypatch.setattr(sys, "argv", words)
    large_library.main()
    assert "1 stories" in capsys.readouterr().out
    with open_library(out) as library:
        [story] = library.stories()
        assert len(story.articles) == 40
