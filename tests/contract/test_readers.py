"""What every reader must do, whatever kind of file it reads."""

import io
import json

import pytest

from sukien.errors import SukienError
from sukien.model import Article, ReadFailure
from sukien.read import READERS, SUFFIXES, ReadOptions, read_paths
from sukien.read.base import Document
from sukien.text.respace import squeeze

TITLE = "Cầu mới qua sông thông xe"
LINES = (
    "Lễ thông xe diễn ra lúc 8h sáng nay, hàng trăm người dân hai bên sông đến xem.",
    "Công trình có vốn 1.500 tỷ đồng, theo ban quản lý dự án.",
)
PAGE = f"<html><body><h1>{TITLE}</h1><article><p>{LINES[0]}</p><p>{LINES[1]}</p></article></body>"
TABLE = f'title,content\n"{TITLE}","{LINES[0]}\n{LINES[1]}"\n'
SAMPLES = {
    "text": "\n".join((TITLE, *LINES)),
    "html": PAGE,
    "table": TABLE,
    "jsonl": json.dumps({"title": TITLE, "body": LINES}) + "\n",
}


@pytest.fixture(params=READERS, ids=lambda reader: reader.kind)
def reader(request):
    return request.param


def read(reader, content, options=None):
    data = content if isinstance(content, bytes) else content.encode()
    document = Document(f"tin{reader.suffixes[0]}", io.BytesIO(data), len(data))
    return list(reader.read(document, options or ReadOptions()))


def test_every_kind_has_a_sample_and_its_own_suffixes():
    assert {reader.kind for reader in READERS} == SAMPLES.keys()
    assert sum(len(reader.suffixes) for reader in READERS) == len(SUFFIXES)
    assert {".txt", ".html", ".csv", ".jsonl"} <= SUFFIXES


def test_the_article_is_read_whole_and_in_order(reader):
    (article,) = read(reader, SAMPLES[reader.kind])
    assert article.text == "\n".join((TITLE, *LINES))
    assert [article.text[at:][:8] for at in article.breaks] == [line[:8] for line in LINES]
    assert article.id and article.source.startswith("tin")


def test_a_title_that_the_source_marks_is_given(reader):
    (article,) = read(reader, SAMPLES[reader.kind])
    marked = [(part.kind, article.text[part.start : part.end]) for part in article.given]
    assert marked == ([] if reader.kind == "text" else [("title", TITLE)])


def test_a_missing_date_is_the_options_date_and_never_today(reader):
    (undated,) = read(reader, SAMPLES[reader.kind])
    (dated,) = read(reader, SAMPLES[reader.kind], ReadOptions(date="2024-03-16", publisher="Báo"))
    assert undated.published is None
    assert (dated.published, dated.publisher) == ("2024-03-16", "Báo")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_other_forms_of_unicode_are_read(reader, encoding):
    (article,) = read(reader, SAMPLES[reader.kind].encode(encoding))
    assert squeeze(article.text) == squeeze(TITLE + "".join(LINES))


@pytest.mark.parametrize("data", [b"", b"  \n\n \t", b"\xef\xbb\xbf"])
def test_an_empty_file_says_so(reader, data, tmp_path):
    (failure,) = read_one(tmp_path, reader, data)
    assert isinstance(failure, ReadFailure)
    assert failure.kind == "EmptyArticleError"
    assert failure.message.startswith(str(tmp_path))


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x01", b"%PDF-1.5\n\x00", b"a\x00b" * 99])
def test_a_file_that_is_no_text_is_refused_by_name(reader, data, tmp_path):
    (failure,) = read_one(tmp_path, reader, data)
    assert failure.kind == "EncodingError"
    assert "not text" in failure.message


def test_a_file_cut_anywhere_is_read_or_recorded(reader, tmp_path):
    data = SAMPLES[reader.kind].encode()
    for end in range(0, len(data), 7):
        for item in read_one(tmp_path, reader, data[:end]):
            assert isinstance(item, Article | ReadFailure)


def test_reading_again_gives_the_same(reader):
    assert read(reader, SAMPLES[reader.kind]) == read(reader, SAMPLES[reader.kind])


def test_spans_lie_in_the_text(reader):
    for article in read(reader, SAMPLES[reader.kind].replace("thông xe", "thông_xe ,  😀 \u0301")):
        assert all(0 <= part.start < part.end <= len(article.text) for part in article.given)
        assert all(article.text[joint] == " " for joint in article.joints)
        assert all(article.text[place - 1] == "\n" for place in article.breaks)


def read_one(folder, reader, data):
    path = folder / f"tin{reader.suffixes[0]}"
    path.write_bytes(data)
    try:
        return list(read_paths([str(path)]))
    except SukienError as error:
        pytest.fail(f"raised instead of recorded: {error}")
