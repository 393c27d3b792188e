import io
import sys
from pathlib import Path

import pytest

from sukien.errors import DateError, InputError
from sukien.model import Article, ReadFailure
from sukien.read import ReadOptions, article_from_text, base, count, read_paths


def write(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_file_of_text_is_an_article_whose_id_is_its_stem(tmp_path):
    write(tmp_path, tin_txt="Bão_tan , trời_quang .")
    (article,) = read_paths([str(tmp_path / "tin.txt")], ReadOptions(date="16/3/2024"))
    assert (article.id, article.text) == ("tin", "Bão tan, trời quang.")
    assert (article.published, article.segmented) == ("2024-03-16", True)
    assert article.source == str(tmp_path / "tin.txt")


def test_a_folder_is_read_in_order_without_hidden_and_other_files(tmp_path):
    write(tmp_path, b_txt="B", a_TXT="A", c_md="C", _d_txt="D", sub__e_txt="E", sub__f_png="F")
    write(tmp_path, _hidden__g_txt="G")
    assert [article.text for article in read_paths([str(tmp_path)])] == ["A", "B", "E"]


def test_a_path_that_is_not_there_is_told_before_anything_is_read(tmp_path):
    write(tmp_path, a_txt="A")
    with pytest.raises(InputError, match=r"khong\.txt: there is no such file or folder"):
        read_paths([str(tmp_path / "a.txt"), str(tmp_path / "khong.txt")])


def test_a_folder_without_articles_is_told_before_anything_is_read(tmp_path):
    write(tmp_path, a_md="A")
    with pytest.raises(InputError, match=r"has no articles \(files that end in \.csv"):
        read_paths([str(tmp_path)])


def test_a_wrong_date_is_told_before_anything_is_read(tmp_path):
    with pytest.raises(DateError, match="'hôm qua' is not a date"):
        read_paths([str(tmp_path)], ReadOptions(date="hôm qua"))


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000])
def test_names_that_no_file_can_have_are_told(name):
    with pytest.raises(InputError):
        read_paths([name])


def test_a_broken_link_is_told_and_in_a_folder_recorded(tmp_path):
    write(tmp_path, a_txt="A")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    with pytest.raises(InputError, match="is a link to nothing"):
        read_paths([str(tmp_path / "link.txt")])
    article, failure = read_paths([str(tmp_path)])
    assert article.text == "A"
    assert "a broken link" in failure.message


def test_a_file_without_permission_is_recorded_and_the_rest_is_read(tmp_path, monkeypatch):
    write(tmp_path, a_txt="A", b_txt="B")
    opened = Path.open

    def refuse(path, *args, **kwargs):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    failure, article = read_paths([str(tmp_path)])
    assert failure.message.endswith("a.txt: cannot be read (Permission denied); it is left out")
    assert article.text == "B"


def test_a_file_that_is_too_large_is_refused_with_its_size(tmp_path):
    path = tmp_path / "to.txt"
    with path.open("wb") as sparse:
        sparse.truncate(base.LARGEST + 26_000_000)
    (failure,) = read_paths([str(path)])
    assert "is 76 MB, more than the 50 MB read at once" in failure.message


@pytest.mark.parametrize(
    ("content", "text", "identity"),
    [
        ("Bão tan", "Bão tan", None),
        (' {"id": "x", "text": "Bão tan"}', "Bão tan", "x"),
        ("{Bão} tan", "{Bão} tan", None),
        (f"<!DOCTYPE html><h1>Bão</h1><article><p>{'tan ' * 30}</p></article>", None, None),
    ],
)
def test_standard_input_is_known_by_its_beginning(content, text, identity, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(content.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    (article,) = read_paths(["-"])
    assert article.text == (text or "Bão\n" + " ".join(["tan"] * 30))
    assert article.id == identity or len(article.id) == 12
    assert article.source.startswith("standard input")


def test_a_file_with_an_unknown_suffix_is_known_by_its_beginning(tmp_path):
    write(tmp_path, a_json='{"text": "Bão tan"}', b_md="Bão đến")
    items = list(read_paths([str(tmp_path / "a.json"), str(tmp_path / "b.md")]))
    assert [item.text for item in items] == ["Bão tan", "Bão đến"]


def test_articles_are_counted_for_a_progress_bar(tmp_path):
    write(tmp_path, a_txt="A\nB", b_jsonl='{"text": "a"}\n\n{"text": "b"}\n')
    assert count([tmp_path]) == 3


def test_one_string_is_an_article():
    article = article_from_text("Bão_tan .", article_id="a", published="2024-03-16", source="s")
    assert isinstance(article, Article)
    assert (article.id, article.text, article.published) == ("a", "Bão tan.", "2024-03-16")


def test_failures_come_in_the_place_of_the_article(tmp_path):
    write(tmp_path, a_txt="A", b_txt="", c_txt="C")
    kinds = [type(item) for item in read_paths([str(tmp_path)])]
    assert kinds == [Article, ReadFailure, Article]
