"""No file ends a run: what cannot be read is recorded, and spans lie in the text."""

import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.errors import SukienError
from sukien.model import Article
from sukien.read import READERS, ReadOptions
from sukien.read.base import Document

MARKUP = ["<p>", "</p>", "<div class='sapo'>", "<h1>", "</div>", "<!--", "<td>", "<article>"]
MARKS = [" , ", "\n", '"', ",", "\t", "\r\n", "&nbsp;", "\ud800", "<figure>"]
WORDS = st.sampled_from([*MARKUP, *MARKS, "Bão tan", '{"text": "a"}', "x" * 90])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9), st.lists, max_leaves=4
)
RECORDS = st.dictionaries(
    st.sampled_from(["id", "title", "lead", "text", "body", "date", "author", "url"]), VALUES
)


def read(reader, data):
    try:
        return list(
            reader.read(Document(f"f{reader.suffixes[0]}", io.BytesIO(data)), ReadOptions())
        )
    except SukienError:
        return []


def check(items):
    for item in items:
        if isinstance(item, Article):
            text = item.text
            assert text and item.id
            assert all(0 <= part.start < part.end <= len(text) for part in item.given)
            assert all(text[joint] == " " for joint in item.joints)
            assert all(text[place - 1] == "\n" for place in item.breaks)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(READERS), st.lists(WORDS, max_size=30).map("".join))
def test_files_of_any_characters(reader, text):
    check(read(reader, text.encode("utf-8", "surrogatepass")))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(READERS), st.binary(max_size=200))
def test_files_of_any_bytes(reader, data):
    check(read(reader, data))


@settings(max_examples=200, deadline=None)
@given(RECORDS)
def test_objects_with_anything_in_them(record):
    items = read(next(r for r in READERS if r.kind == "jsonl"), json.dumps(record).encode())
    assert len(items) == 1
    check(items)
