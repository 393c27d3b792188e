import gzip
import io
import json

import pytest

from sukien.errors import ArticleError
from sukien.model import ReadFailure
from sukien.read import ReadOptions, jsonl, read_paths
from sukien.read.base import Document
from sukien.read.jsonl import read_jsonl


def read(*lines, **options):
    data = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    document = Document("tin.jsonl", io.BytesIO(data.encode("utf-8", "surrogatepass")))
    return list(read_jsonl(document, ReadOptions(**options)))


def test_all_fields_are_kept():
    (article,) = read(
        {"id": 12, "url": "http://a.vn/1", "publisher": "Báo A",
         "published": "2024-03-16T08:00:00+07:00",
         "author": ["Lan", {"name": "Huy"}], "title": "Bão tan", "lead": "Trời quang.",
         "body": ["Gió nhẹ.", "Biển lặng."], "captions": ["Bờ biển"]}
    )  # fmt: skip
    assert (article.id, article.url, article.publisher) == ("12", "http://a.vn/1", "Báo A")
    assert (article.published, article.author) == ("2024-03-16T08:00:00+07:00", "Lan, Huy")
    assert article.text == "Bão tan\nTrời quang.\nGió nhẹ.\nBiển lặng.\nBờ biển"
    assert [part.kind for part in article.given] == ["title", "lead", "caption"]
    assert article.source == "tin.jsonl:1"


def test_usual_names_of_other_people_are_understood():
    (article,) = read(
        {"headline": "Bão tan", "sapo": "Trời quang.", "content": "Gió nhẹ.", "date": "16/3/2024",
         "link": "http://a.vn/1", "source": "Báo A", "authors": "Lan"}
    )  # fmt: skip
    assert article.text == "Bão tan\nTrời quang.\nGió nhẹ."
    assert (article.published, article.publisher, article.author) == ("2024-03-16", "Báo A", "Lan")


def test_a_source_that_is_an_address_is_the_url():
    (article,) = read({"text": "Tin", "source": "https://www.bao.vn/tin-1"})
    assert (article.url, article.publisher) == ("https://www.bao.vn/tin-1", "bao.vn")


def test_a_column_can_be_named():
    (article,) = read({"bai": "Tin dài", "text": "không phải"}, columns={"text": "bai"})
    assert article.text == "Tin dài"


def test_a_title_that_opens_the_text_is_found_there():
    (article,) = read({"title": "Bão tan", "text": "Bão_tan Trời_quang , gió nhẹ ."})
    assert article.text == "Bão tan\nTrời quang, gió nhẹ."
    assert article.given[0].end == 7


@pytest.mark.parametrize(
    ("line", "kind", "message"),
    [
        ("{bad", "ArticleError", "tin.jsonl:2: is not JSON"),
        ("[1]", "ArticleError", "tin.jsonl:2: is JSON but not an object"),
        ("[" * 100_000, "ArticleError", "tin.jsonl:2: is nested too deeply"),
        ({"a": 1, "b": 2}, "ArticleError", "tin.jsonl:2: has no text, only a, b; give 'text'"),
        ({}, "ArticleError", "tin.jsonl:2: has no text, only nothing"),
        ({"text": 5}, "ArticleError", "tin.jsonl:2: 'text' is a number"),
        ({"text": {"a": 1}}, "ArticleError", "tin.jsonl:2: 'text' is an object"),
        ({"text": [1]}, "ArticleError", "tin.jsonl:2: 'text' is a list"),
        ({"text": True}, "ArticleError", "tin.jsonl:2: 'text' is true or false"),
        ({"text": " "}, "EmptyArticleError", "tin.jsonl:2: there is no text"),
        ({"text": "a", "published": "31/2/2024"}, "DateError", "tin.jsonl:2: '31/2/2024' is not"),
        ({"text": "a", "published": 1710000000}, "DateError", "tin.jsonl:2: '1710000000' is not"),
    ],
)
def test_a_bad_line_is_a_failure_with_its_number_and_the_rest_is_read(line, kind, message):
    before, failure, after = read({"text": "Một"}, line, {"text": "Ba"})
    assert (before.text, after.text, after.source) == ("Một", "Ba", "tin.jsonl:3")
    assert (failure.source, failure.kind) == ("tin.jsonl:2", kind)
    assert failure.message.startswith(message)


def test_blank_lines_count_but_are_no_articles():
    assert [article.source for article in read("", {"text": "Một"}, " ")] == ["tin.jsonl:2"]


def test_json_over_several_lines_is_refused_once():
    with pytest.raises(ArticleError, match=r"tin\.jsonl:1: is JSON over several lines"):
        read("[", '{"text": "Một"}', "]")


def test_a_lone_surrogate_is_survived():
    (article,) = read('{"text": "Vui \\ud83d quá"}')
    assert article.text == "Vui \ufffd quá"


def test_a_line_that_is_too_long_is_left_out(monkeypatch):
    monkeypatch.setattr(jsonl, "LARGEST", 30)
    failure, article = read({"text": "dài " * 40}, {"text": "Ngắn"})
    assert "is a line of more than" in failure.message
    assert (article.text, article.source) == ("Ngắn", "tin.jsonl:2")


def test_packed_lines_are_unpacked_and_a_broken_end_is_recorded(tmp_path):
    path = tmp_path / "tin.jsonl.gz"
    packed = gzip.compress(b"".join(b'{"text": "Tin %d"}\n' % n for n in range(2000)))
    path.write_bytes(packed)
    assert len(list(read_paths([str(path)]))) == 2000
    path.write_bytes(packed[: len(packed) // 2])
    *articles, failure = read_paths([str(path)])
    assert articles
    assert isinstance(failure, ReadFailure)
    assert "cannot be read to its end" in failure.message
