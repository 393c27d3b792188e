"""Every Python example of the docs runs, and every command that they show exists."""

import re
from pathlib import Path

import pytest

from sukien.cli import main

ROOT = Path(__file__).parents[3]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
FENCE = re.compile(r"```python\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"(?:^|[\s`(])sukien ([a-z]+)\b")
EXAMPLES = [
    (page.name, code) for page in PAGES for code in FENCE.findall(page.read_text(encoding="utf-8"))
]
ARTICLE = "Bão số 3 vào Quảng Ninh\n\nChiều 7/9/2024, bão số 3 đổ bộ Quảng Ninh, 12 người chết.\n"


@pytest.mark.parametrize(("page", "code"), EXAMPLES)
def test_examples_run(page, code, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bao.txt").write_text(ARTICLE, encoding="utf-8")
    exec(compile(code, page, "exec"), {"__name__": "example"})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_exist(page):
    named = set(COMMAND.findall(page.read_text(encoding="utf-8")))
    known = set(main.commands) | {
        "import",
        "and",
        "reads",
        "decides",
        "library",
        "itself",
        "is",
        "serves",
    }
    assert named - known == set()


def test_there_are_examples():
    assert EXAMPLES
