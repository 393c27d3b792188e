"""One clear sentence that names the thing, exit code 2 (or 1 where others succeeded)."""

import json
import socket

import pytest
from click.testing import CliRunner

from sukien.cli import main
from sukien.store import open_sqlite

GOOD = "Bão số 3 vào Quảng Ninh\n\nChiều 7/9, bão số 3 đổ bộ Quảng Ninh, 12 người chết.\n"


@pytest.fixture
def run():
    runner = CliRunner()

    def invoke(*arguments, **kwargs):
        result = runner.invoke(main, [str(one) for one in arguments], **kwargs)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert "Traceback" not in result.stderr
        return result

    return invoke


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def refused(result, *said):
    assert result.exit_code == 2, result.output
    assert len(result.stderr.strip().splitlines()) == 1
    for words in said:
        assert words in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("command", [["annotate"], ["add", "lib.sukien"]])
def test_a_missing_path(run, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    refused(run(*command, "no-such-file.txt"), "no-such-file.txt")


def test_a_folder_without_articles(run, tmp_path):
    (tmp_path / "notes.xyz").write_text("x", encoding="utf-8")
    refused(run("annotate", tmp_path), tmp_path.name)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n \n", "no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture"),
        ("broken.html", b"<html><head><tit", "broken.html"),
    ],
)
def test_a_file_without_an_article(run, tmp_path, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)
    refused(run("annotate", path), name, said)


def test_where_others_succeed_the_failure_is_told_and_the_rest_is_done(run, tmp_path, good):
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("annotate", tmp_path)
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["good"]


def test_a_bad_line_is_named_by_its_number_and_the_rest_is_read(run, tmp_path):
    path = tmp_path / "news.jsonl"
    lines = [json.dumps({"id": "one", "text": GOOD}), "{not json", json.dumps({"id": "x"})]
    path.write_text("\n".join(lines), encoding="utf-8")
    result = run("annotate", path)
    assert result.exit_code == 1
    assert "news.jsonl:2" in result.stderr
    assert "news.jsonl:3" in result.stderr
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["one"]


@pytest.mark.parametrize("date", ["31/2/2024", "2024-13-01", "hôm qua", ""])
def test_a_date_that_is_none(run, good, date):
    refused(run("annotate", "--date", date, good), "date")


def test_columns_of_a_wrong_form(run, good):
    refused(run("annotate", "--columns", "text", good), "--columns")


def test_a_library_that_is_none(run, tmp_path, good):
    path = tmp_path / "other.sukien"
    path.write_text("hello", encoding="utf-8")
    refused(run("add", path, good), "other.sukien", "not a Sukien library")
    refused(run("stories", path), "other.sukien")


def test_a_library_that_is_not_there(run, tmp_path):
    refused(run("stories", tmp_path / "none.sukien"), "none.sukien")
    refused(run("serve", tmp_path / "none.sukien"), "none.sukien")


def test_a_library_from_a_newer_version(run, tmp_path):
    path = tmp_path / "new.sukien"
    store = open_sqlite(path, create=True)
    store.note("version", "99")
    store.close()
    refused(run("stories", path), "newer")


def test_ids_that_are_not_there(run, tmp_path, good):
    path = tmp_path / "a.sukien"
    assert run("add", path, good).exit_code == 0
    refused(run("story", path, "zzz"), "zzz")
    refused(run("show", path, "zzz"), "zzz")


def test_a_port_in_use(run, tmp_path, good):
    path = tmp_path / "a.sukien"
    assert run("add", path, good).exit_code == 0
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", path, "--port", port)
    assert result.exit_code == 2
    assert str(port) in result.stderr


def test_a_failure_is_recorded_and_forgotten_when_it_is_mended(run, tmp_path, good):
    library, bad = tmp_path / "a.sukien", tmp_path / "bad.txt"
    bad.write_bytes(b"")
    result = run("add", library, good, bad)
    assert result.exit_code == 1
    assert "bad.txt" in run("failures", library).stdout
    bad.write_text(GOOD.replace("12", "13"), encoding="utf-8")
    assert run("add", library, good, bad).exit_code == 0
    assert "bad.txt" not in run("failures", library).stdout
