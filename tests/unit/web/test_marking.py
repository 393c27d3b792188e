import re
from html import unescape

import pytest

from sukien.model import Span
from sukien.views.articles import Mark
from sukien.views.blocks import Block
from sukien.web.marking import highlighted, paragraphs, shown


def mark(start: int, end: int, layer: str = "names", value: str = "LOC", **more: str) -> Mark:
    return Mark(start=start, end=end, layer=layer, kind=more.get("kind", "LOC"), value=value)


def html(text: str, marks: list[Mark], target: Span | None = None, *blocks: Block) -> list[str]:
    blocks = blocks or (Block(start=0, end=len(text), kind="body"),)
    return [str(p) for _, p in paragraphs(text, blocks, marks, target, lambda m: m.value)]


def plain(written: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", written))


def test_highlighted_words_are_marked_and_the_rest_escaped():
    assert highlighted("a <b> c", [Span(2, 5)]) == "a <mark>&lt;b&gt;</mark> c"


def test_a_mark_has_number_layer_kind_and_value():
    [written] = html("ở Huế", [mark(2, 5)])
    assert '<span class="m names k-LOC" id="names-2-5" title="LOC">Huế' in written
    assert 'data-v="LOC"' in written


def test_the_target_has_the_id_that_the_address_names_once():
    text = "một hai\nba bốn"
    blocks = (Block(start=0, end=7, kind="lead"), Block(start=8, end=14, kind="body"))
    first, second = html(text, [], Span(4, 10), *blocks)
    assert first == 'một <mark class="target" id="mark">hai</mark>'
    assert second == '<mark class="target">ba</mark> bốn'


def test_a_mark_over_two_paragraphs_goes_on_and_has_its_value_at_the_end():
    blocks = (Block(start=0, end=3, kind="lead"), Block(start=4, end=8, kind="body"))
    first, second = html("một\nhai.", [mark(0, 7, "quotes", "ai")], None, *blocks)
    assert 'id="quotes-0-7"' in first
    assert "data-v" not in first
    assert 'id="quotes-0-7"' not in second
    assert 'data-v="ai"' in second


def test_values_and_kinds_from_articles_cannot_leave_their_attribute():
    [written] = html("x", [mark(0, 1, value='"><script>', kind='a" onclick="b')])
    assert "<script" not in written
    assert re.findall(r'class="([^"]*)"', written)[0] == "m names k-a-onclick-b"


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\x00", "\x1b", "\ud800", "\uffff"])
def test_signs_that_disturb_a_page_are_not_shown(sign):
    assert shown(f"a{sign}b") == "ab"


def test_line_ends_and_combining_marks_are_shown():
    assert shown("a\n\tê\u0301😀") == "a\n\tê\u0301😀"


def test_the_characters_are_those_of_the_text():
    text = "Ông A nói “b & c” ở Huế"
    [written] = html(text, [mark(0, 5), mark(3, 17, "quotes"), mark(20, 23)], Span(2, 12))
    assert plain(written) == text


def test_thousands_of_marks_are_quick():
    marks = [mark(i, i + 900) for i in range(5000)]
    blocks = [Block(start=i, end=i + 10, kind="body") for i in range(0, 6000, 10)]
    written = paragraphs("a" * 6000, blocks, marks, None, lambda m: m.value)
    assert len(written) == 600
