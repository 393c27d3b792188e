import io

import pytest

from sukien.errors import ArticleError, EmptyArticleError
from sukien.read import ReadOptions
from sukien.read.base import Document
from sukien.read.tables import read_table


def read(text, **options):
    return list(read_table(Document("tin.csv", io.BytesIO(text.encode())), ReadOptions(**options)))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter_is_found(delimiter):
    rows = ("id,Tieu de,Noi dung,Ngay", "1,Bão tan,Trời quang.,16/3/2024")
    (article,) = read("\r\n".join(rows).replace(",", delimiter))
    assert (article.id, article.text, article.published) == (
        "1",
        "Bão tan\nTrời quang.",
        "2024-03-16",
    )
    assert article.source == "tin.csv:2"


def test_a_cell_may_hold_lines_and_delimiters():
    one, two = read('text\n"Một, hai\nba"\n\nBốn\n')
    assert (one.text, two.text) == ("Một, hai\nba", "Bốn")
    assert (one.source, two.source) == ("tin.csv:2", "tin.csv:5")


def test_a_table_without_text_names_its_columns_and_the_option():
    with pytest.raises(
        ArticleError, match=r"no column of text; it has stt, so; .*--columns text=NAME"
    ):
        read("stt,so\n1,2\n")


def test_a_named_column_is_used_and_one_that_is_not_there_is_told():
    (article,) = read("stt,loi\n1,Tin\n", columns={"text": "loi", "id": "stt"})
    assert (article.text, article.id) == ("Tin", "1")
    with pytest.raises(ArticleError, match=r"no column 'x' for --columns text=x; it has stt, loi"):
        read("stt,loi\n1,Tin\n", columns={"text": "x"})


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("2,b,c", "tin.csv:3: has 3 cells where the header has 2"),
        ("2,", "tin.csv:3: has no text"),
    ],
)
def test_a_bad_row_is_a_failure_with_its_line_and_the_rest_is_read(row, message):
    before, failure, after = read(f"id,text\n1,Một\n{row}\n3,Ba\n")
    assert (before.text, after.text) == ("Một", "Ba")
    assert failure.message.startswith(message)


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_line():
    before, failure = read('text,author\nMột,a\n"Hai,b\nBa,c\n')
    assert before.text == "Một"
    assert failure.message.startswith("tin.csv:3: has a quotation mark that is never closed")


def test_a_wrong_date_names_line_and_value():
    (failure,) = read("text,date\nTin,2024-13-01\n")
    assert (failure.kind, failure.source) == ("DateError", "tin.csv:2")
    assert "'2024-13-01'" in failure.message


def test_a_header_alone_is_an_empty_table():
    with pytest.raises(EmptyArticleError, match="has a header but no rows"):
        read("text,date\n")
