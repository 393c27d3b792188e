"""Whatever articles name: merges lead to one end, in any order, and what was undone stays so."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.link import Resolution, entities, find_merges
from sukien.model import Merge, Sighting

NAMES = st.one_of(
    st.lists(
        st.sampled_from(
            ["Bùi", "Văn", "Sự", "sự", "Su", "Bui", "Van", "Sở", "Y", "tế", "Lem", "LX"]
        ),
        min_size=1,
        max_size=4,
    ).map(" ".join),
    st.text(max_size=6),
)
ROWS = st.builds(
    Sighting,
    article=st.sampled_from("abcd"),
    entity=st.builds("{}:{}".format, st.sampled_from(["person", "org", "place", "x"]), NAMES),
    type=st.sampled_from(["PER", "ORG", "LOC"]),
    name=NAMES,
    reason=st.sampled_from(["itself", "introduced: Bùi Văn", ""]),
    mentions=st.integers(1, 9),
    role=st.sampled_from(["", "giám đốc"]),
    gender=st.sampled_from(["", "male", "female"]),
)
HOMES = {"a": ("s", "e"), "b": ("s", "e"), "c": ("s", "f"), "d": ("t", "g")}


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, max_size=20), st.randoms(use_true_random=False))
def test_merges_lead_to_one_end_in_any_order(rows, shuffler):
    found = find_merges(rows, HOMES)
    sources = {one.source for one in found}
    assert len(sources) == len(found)
    assert not sources & {one.target for one in found}
    assert all(one.reasons for one in found)
    shuffler.shuffle(rows)
    assert find_merges(rows, HOMES) == found
    listed = entities(rows, found)
    assert sum(one.mentions for one in listed) == sum(row.mentions for row in rows)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, max_size=20), st.data())
def test_what_was_undone_is_apart_whatever_else_is_merged(rows, data):
    found = find_merges(rows, HOMES)
    if not found:
        return
    chosen = data.draw(st.sampled_from(found))
    undone = Merge(
        source=chosen.source, target=chosen.target, reasons=chosen.reasons, undone="2026-11-21"
    )
    again = Resolution(find_merges(rows, HOMES, [undone]))
    assert again.of(chosen.source) != again.of(chosen.target)
