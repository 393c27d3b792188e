from hypothesis import given
from hypothesis import strategies as st

from sukien.model import Span
from sukien.web.segments import DEEPEST, nested

spans = st.lists(st.builds(Span, st.integers(-3, 40), st.integers(-3, 40)), max_size=DEEPEST)


@given(spans, st.integers(0, 20), st.integers(20, 40))
def test_nested_spans_are_well_nested_and_cover_what_they_covered(given_spans, start, end):
    open_marks: list[int] = []
    covered: dict[int, set[int]] = {}
    at = start
    for step in nested(given_spans, start, end):
        if step.kind == "open":
            open_marks.append(step.mark)
        elif step.kind == "close":
            assert open_marks.pop() == step.mark
        else:
            assert step.start == at < step.end
            at = step.end
            for mark in open_marks:
                covered.setdefault(mark, set()).update(range(step.start, step.end))
    assert not open_marks
    assert at == max(start, end)
    for number, span in enumerate(given_spans):
        wanted = set(range(max(span.start, start), min(span.end, end)))
        assert covered.get(number, set()) == wanted
