"""Whatever articles credit, their sources are counted and listed alike."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from building import annotated
from sukien.model import AnnotatedArticle, Part
from sukien.tell.origins import Origins

NAMES = ("AFP", "Reuters", "BBC", "Sao Khuya", "TTXVN")
SHOWN = st.lists(st.tuples(st.sets(st.sampled_from(NAMES)), st.sampled_from(("", "BBC", "X"))))


def article(number: int, agencies: set[str], publisher: str) -> AnnotatedArticle:
    made = annotated("Bão vào\n" + " ".join(NAMES), str(number), publisher=publisher)
    at = {name: made.text.index(name) for name in NAMES}
    parts = (Part(at[n], at[n] + len(n), "agency") for n in NAMES if n in agencies)
    return msgspec.structs.replace(made, parts=tuple(parts))


@given(SHOWN, st.sets(st.integers(0, 9)))
def test_every_article_is_under_one_origin_and_their_number_is_the_count(shown, group):
    rows = [article(number, *one) for number, one in enumerate(shown)]
    ids = [row.id for row in rows]
    copies = tuple(str(n) for n in sorted(group) if n < len(rows))
    origins = Origins(rows, [copies] if len(copies) > 1 else [])
    found = origins.among(ids)
    assert sorted(name for one in found for name in one.articles) == sorted(ids)
    assert len(found) == origins.count(reversed(ids)) <= len(ids)
    assert set(origins.sources(ids)) == set(ids)
    assert len(set(origins.sources(ids).values())) == len(found)
    for one in origins.lineage:
        assert one.sources
        assert (one.copy_of is not None) == (one.reason == "copy")


@given(st.text())
def test_any_text_is_survived(text):
    made = annotated("Theo [x|ORG] " + text.replace("\r", " "), "a", publisher=text)
    assert Origins([made], ()).count(["a"]) == 1
