"""Corrections as a person makes them on the command line."""

import json

import pytest
from click.testing import CliRunner

from sukien.cli import main

NEWS = {
    "bao-1": (
        "2024-09-07",
        "Bão số 3 vào Quảng Ninh\n\nBão số 3 đổ bộ Quảng Ninh làm 12 người chết.",
    ),
    "phim-1": (
        "2024-09-08",
        "Phim Mùa Chanh Đắng đoạt giải\n\nPhim của Lê Hoài Vy được trao giải ở Busan.",
    ),
}


@pytest.fixture
def run():
    runner = CliRunner()

    def invoke(*arguments, code=0):
        result = runner.invoke(main, [str(one) for one in arguments])
        assert result.exit_code == code, result.output
        return result.output

    return invoke


@pytest.fixture
def library(run, tmp_path):
    rows = [{"id": name, "text": text, "published": day} for name, (day, text) in NEWS.items()]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (tmp_path / "news.jsonl").write_text(lines, encoding="utf-8")
    run("add", tmp_path / "a.sukien", tmp_path / "news.jsonl")
    return tmp_path / "a.sukien"


def stories(run, library):
    return [json.loads(line) for line in run("stories", library, "--json").splitlines()]


def test_stories_are_joined_named_and_taken_apart_again(run, library):
    film, storm = (one["id"] for one in stories(run, library))
    told = run("join", library, storm[:8], film, "--by", "Minh")
    assert "1  ghép hai câu chuyện làm một" in told and "Minh" in told
    assert "undo" in told
    run("rename", library, film, "Tuần đầu tháng chín")
    [whole] = stories(run, library)
    assert (whole["id"], whole["label"]) == (storm, "Tuần đầu tháng chín")
    assert film in run("changes", library)
    listed = run("corrections", library)
    assert "2  đặt tên: “Tuần đầu tháng chín”" in listed
    run("split", library, storm, whole["episodes"][1]["id"])
    assert len(stories(run, library)) == 2
    for key in (3, 1):
        assert "đã hoàn tác" in run("undo", library, key)
    kept = [json.loads(line) for line in run("corrections", library, "--json").splitlines()]
    assert [(one["kind"], one["undone"] is None) for one in kept] == [
        ("join", False),
        ("rename", True),
        ("split", False),
    ]


def test_an_article_is_excluded(run, library):
    film, storm = (one["id"] for one in stories(run, library))
    run("join", library, storm, film)
    assert "tách bài ra đứng riêng: “Phim Mùa Chanh Đắng đoạt giải”" in run(
        "exclude", library, "phim"
    )
    assert len(stories(run, library)) == 2
    assert "bao-1" in run("story", library, storm)
    changes = [json.loads(line) for line in run("changes", library, "--json").splitlines()]
    assert {one["kind"] for one in changes} >= {"merged", "split"}


def test_nothing_to_list(run, library):
    assert "Chưa ai chỉnh sửa gì" in run("corrections", library)
    assert "Chưa câu chuyện nào" in run("changes", library)


def test_what_cannot_be_done_is_said_in_a_sentence(run, library):
    film, _ = (one["id"] for one in stories(run, library))
    assert "same story" in run("join", library, film, film, code=2)
    assert "no correction 9" in run("undo", library, 9, code=2)
