"""`sukien publish`."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sukien.cli.main import main
from sukien.library import open_library
from sukien.model import Article


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "tin.sukien"
    with open_library(path, create=True) as opened:
        opened.add([Article(id="x", text="Mưa to ở Huế\nMưa to ở Huế ngày 2/5.")])
    return path


def test_it_writes_the_site_and_says_what_it_wrote(library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    result = CliRunner().invoke(main, ["publish", str(library), str(folder)])
    assert result.exit_code == 0, result.output
    assert "1 stories" in result.output
    assert (folder / "index.html").is_file()
    assert (folder / "en" / "article" / "x.html").is_file()


def test_another_folder_is_refused_in_one_sentence(library: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["publish", str(library), str(tmp_path)])
    assert result.exit_code == 2
    assert "no published site" in result.output


def test_an_address_without_its_scheme_is_refused(library: Path, tmp_path: Path) -> None:
    asked = ["publish", str(library), str(tmp_path / "site"), "--base-url", "tin.example"]
    result = CliRunner().invoke(main, asked)
    assert result.exit_code == 2
    assert "https://" in result.output


def test_a_missing_library_leaves_no_folder(tmp_path: Path) -> None:
    asked = ["publish", str(tmp_path / "none.sukien"), str(tmp_path / "site")]
    assert CliRunner().invoke(main, asked).exit_code == 2
    assert list(tmp_path.iterdir()) == []
