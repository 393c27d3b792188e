"""Whatever the text: spans lie in it, values are well formed, and the time taken is linear."""

import re
import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.annotate import quantities, times
from sukien.annotate.times import bounds as times_bounds
from sukien.knowledge.numerals import numeral_at
from sukien.knowledge.tables import read_table
from sukien.model import AnnotatedArticle, Article
from sukien.text.lexemes import Lexemes

_WEEK = r"-W[\dX]{2}(?:-(?:WE|[1-7]))?"
_DATE = rf"[\dX]{{4}}(?:-[\dX]{{2}}(?:-[\dX]{{2}})?|{_WEEK}|-Q[1-4X]|-H[12]|-(?:SP|SU|FA|WI))?"
_CLOCK = r"T(?:[012]\d:[0-5]\d|MO|MI|AF|EV|NI)"
_NUMBER = r"(?:X|\d+(?:\.\d+)?(?:e\+\d+)?)"
_LENGTH = rf"P(?:{_NUMBER}(?:D|W|M|Q|Y|DE|CE|NI))*(?:T(?:{_NUMBER}[HMS]|12H|30M)+)?"
VALUE = re.compile(
    rf"(?:{_DATE}(?:{_CLOCK})?|\d{{2,3}}|XX|XXXX-QX|(?:PAST|PRESENT|FUTURE)_REF|{_LENGTH})"
)
MODS = {None, "approx", "more_than", "less_than", "at_least", "at_most", "order_of"}
_WORDS = sorted(
    {row["phrase"] for row in read_table("time_words")}
    | {row["phrase"] for row in read_table("quantity_words")}
    | {row["word"] for row in read_table("number_words")}
)
_NUMBERS = ["1", "31", "12/3", "31/2", "7/2023", "26-7-2013", "20h02", "8", "1.500", "5,2", "2/3"]
_NEWS = st.lists(
    st.sampled_from([*_WORDS, *_NUMBERS, *"-/,.()%:\n", "tỷ đồng", "người", "Tết", "năm 2020"]),
    max_size=30,
).map(" ".join)
_PUBLISHED = st.one_of(
    st.none(), st.dates().map(lambda day: day.isoformat()), st.just("9999-12-31")
)


def annotated(text: str, published: str | None) -> AnnotatedArticle:
    article = AnnotatedArticle(article=Article(id="a", text=text, published=published))
    for layer in (times.LAYER, times_bounds.LAYER, quantities.LAYER):
        article = msgspec.structs.replace(article, **{layer.gives: layer.run([article])[0]})
    return article


def holds(article: AnnotatedArticle) -> None:
    size = len(article.text)
    for layer in (article.times, article.quantities):
        ends = [0, *(one.end for one in layer)]
        for one, before in zip(layer, ends, strict=False):
            assert before <= one.start < one.end <= size
            assert not article.text[one.start].isspace()
            assert not article.text[one.end - 1].isspace()
    for found in article.times:
        assert VALUE.fullmatch(found.value), found
        assert found.type in {"DATE", "TIME", "DURATION", "SET"}
    for quantity in article.quantities:
        assert quantity.mod in MODS
        assert quantity.low is None or quantity.value is None or quantity.low <= quantity.value
        assert quantity.high is None or quantity.value is None or quantity.value <= quantity.high


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=80), _PUBLISHED)
def test_any_text_is_survived(text: str, published: str | None) -> None:
    holds(annotated(text, published))


@settings(deadline=None, max_examples=250)
@given(_NEWS, _PUBLISHED)
def test_any_heap_of_time_words_is_survived(text: str, published: str | None) -> None:
    holds(annotated(text, published))


@settings(deadline=None, max_examples=60)
@given(_NEWS)
def test_no_year_is_invented(text: str) -> None:
    article = annotated(re.sub(r"\d+", "3", text), None)
    years = [one for one in article.times if re.match(r"(?:19|20)\d\d", one.value)]
    assert not [one for one in years if one.type in {"DATE", "TIME"}]


@settings(deadline=None, max_examples=150)
@given(st.integers(min_value=1, max_value=10**12))
def test_a_number_is_read_back(number: int) -> None:
    written = f"{number:,}".replace(",", ".")
    read = numeral_at(Lexemes(written), 0)
    assert read is not None
    assert read.value == number


@pytest.mark.parametrize(
    "piece",
    ["1/2/", "1/2, ", "1-2-", "3 ", "1 triệu ", "ngày 3, ", "năm ", "khoảng ", "lên đến ", "1"],
)
def test_time_taken_is_linear(piece: str) -> None:
    text = piece * (32_000 // len(piece))
    taken = []
    for part in (text[:4_000], text):
        start = time.process_time()
        annotated(part, "2024-05-19")
        taken.append(time.process_time() - start)
    assert taken[1] < 20 * taken[0] + 0.3
