from sukien.model import Span
from sukien.web.segments import DEEPEST, nested


def written(text: str, *spans: tuple[int, int], start: int = 0, end: int | None = None) -> str:
    """The text with `<0 ... >` where the first span is opened and closed, and so on."""
    steps = nested([Span(*span) for span in spans], start, len(text) if end is None else end)
    signs = {"open": "<{}", "close": ">"}
    return "".join(
        text[step.start : step.end] if step.kind == "text" else signs[step.kind].format(step.mark)
        for step in steps
    )


def test_text_without_spans_is_one_piece():
    assert written("abc") == "abc"


def test_nothing_comes_of_nothing():
    assert written("") == ""


def test_the_longer_span_is_outside():
    assert written("abcd", (0, 2), (0, 4)) == "<1<0ab>cd>"


def test_of_equal_spans_the_first_given_is_outside():
    assert written("ab", (0, 2), (0, 2)) == "<0<1ab>>"


def test_a_crossing_span_is_closed_and_opened_again():
    assert written("abcdef", (0, 4), (2, 6)) == "<0ab<1cd>><1ef>"


def test_three_that_cross():
    assert written("abcdef", (0, 3), (1, 5), (2, 6)) == "<0a<1b<2c>>><1<2de>><2f>"


def test_neighbours_do_not_touch():
    assert written("abcd", (0, 2), (2, 4)) == "<0ab><1cd>"


def test_spans_are_clipped_to_the_characters_asked_for():
    assert written("abcdef", (0, 3), (4, 9), (5, 5), start=2, end=5) == "<0c>d<1e>"


def test_what_lies_deeper_than_the_deepest_is_left_out():
    spans = [(0, 100 - i) for i in range(DEEPEST + 5)]
    out = written("a" * 100, *spans)
    assert out.count("<") == DEEPEST
    assert out.replace("<", "").replace(">", "").count("a") == 100


def test_many_crossing_spans_take_linear_steps():
    n = 20_000
    steps = nested([Span(i, i + 500) for i in range(n)], 0, n + 500)
    assert len(steps) < 3 * DEEPEST * n
