import re

import pytest

from sukien.model import AnnotatedArticle, Article, Part, Sentence
from sukien.views.blocks import article_blocks

_MARK = re.compile(r"\{(\w+) ([^{}]*)\}")


def blocks(markup: str) -> list[tuple[str, str]]:
    """The blocks of `{title Bão}` where each part is written in braces behind its kind."""
    text, parts, at = "", [], 0
    for match in _MARK.finditer(markup):
        text += markup[at : match.start()]
        parts.append(Part(len(text), len(text) + len(match.group(2)), match.group(1)))
        text += match.group(2)
        at = match.end()
    text += markup[at:]
    sentences = tuple(Sentence(m.start(), m.end()) for m in re.finditer(r"[^.\s][^.]*\.?", text))
    article = AnnotatedArticle(
        article=Article(id="a", text=text), parts=tuple(parts), sentences=sentences
    )
    return [(block.kind, text[block.start : block.end]) for block in article_blocks(article)]


def test_parts_are_paragraphs():
    found = blocks("{title Bão đổ bộ}\n{lead ( TNO ) Sáng nay.}\n{body Gió mạnh.}")
    assert found == [("title", "Bão đổ bộ"), ("lead", "( TNO ) Sáng nay."), ("body", "Gió mạnh.")]


def test_a_flattened_article_is_parted_by_its_parts():
    found = blocks("{title Bão đổ bộ} {lead Sáng nay.} {body Gió mạnh.} {byline An Bình}")
    assert [kind for kind, _ in found] == ["title", "lead", "body", "byline"]


def test_lines_of_a_body_are_paragraphs():
    assert blocks("{body Một.\n\nHai.\n}") == [("body", "Một."), ("body", "Hai.")]


def test_what_stands_beside_a_name_is_in_its_paragraph():
    assert blocks("{caption Phố vắng.} Ảnh: {credit Tạ Mẫu}") == [
        ("caption", "Phố vắng."),
        ("credit", "Ảnh: Tạ Mẫu"),
    ]
    assert blocks("{body Hết.} {byline An Bình} (Theo {agency AFP}, {agency Reuters})")[1:] == [
        ("byline", "An Bình (Theo AFP, Reuters)")
    ]


def test_marks_between_two_parts_stay_with_the_one_before():
    assert blocks("{title Bão} - {lead Gió.}") == [("title", "Bão -"), ("lead", "Gió.")]


def test_a_line_of_marks_alone_is_kept():
    assert blocks("{title Bão}\n***\n{body Gió.}") == [
        ("title", "Bão"),
        ("body", "***"),
        ("body", "Gió."),
    ]


def test_text_without_parts_is_body():
    assert blocks("Một câu.") == [("body", "Một câu.")]


def test_an_empty_text_has_no_paragraphs():
    assert blocks("") == blocks(" \n ") == []


def test_a_long_flat_body_is_parted_at_sentences():
    sentence = "Nước sông dâng cao thêm nửa mét chỉ trong một đêm."
    found = blocks("{body " + " ".join([sentence] * 60) + "}")
    assert len(found) > 4
    assert all(text.startswith("Nước") and text.endswith("đêm.") for _, text in found)
    assert all(200 < len(text) < 900 for _, text in found)


@pytest.mark.parametrize("odd", ["\u2028", "\x1c", "\r\n", "\x0b", "\x85"])
def test_no_character_is_lost(odd):
    markup = f"x{odd}{{title T{odd}t}} y {odd} {{body b.{odd}{odd}c}}{odd}z"
    shown = "".join(text for _, text in blocks(markup))
    bare = _MARK.sub(r"\2", markup)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", bare)


def test_many_lines_and_parts_are_quick():
    assert len(blocks("{body một.\n} x {byline A}\n" * 5000)) == 10_000
