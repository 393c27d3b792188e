"""Whatever articles say: timelines and agendas point into them, and the order changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.model import OUTCOMES
from sukien.tell.dates import days
from telling import article, told

_DATES = (
    "2024-03-16",
    "2024-03",
    "2024-W20",
    "2024-Q1",
    "2024",
    "2025-02-28",
    "1962",
    "XXXX-03-16",
)
_WORDS = (
    "cầu",
    "bến",
    "hội",
    "trận",
    "hoãn sang",
    "bị hủy",
    "chậm nhất",
    "đã hoàn thành",
    "sẽ",
    "",
)
_KINDS = ("meet", "law", "act", "postpone", "storm/planned", "match/negated", "win/planned")


@st.composite
def _lines(draw):
    words = " ".join(draw(st.lists(st.sampled_from(_WORDS), max_size=6)))
    date, kind = draw(st.sampled_from(_DATES)), draw(st.sampled_from(_KINDS))
    text = draw(
        st.text(
            st.characters(exclude_characters="[]|#\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"), max_size=9
        )
    )
    return f"x {words} {text} [ngày|{date}] {words} #{kind}"


_ARTICLES = st.lists(
    st.tuples(
        st.sampled_from((None, "2024-01-05", "2024-03-17", "2024-04-02")),
        st.lists(_lines(), max_size=4),
    ),
    min_size=1,
    max_size=4,
)


@given(_ARTICLES)
@settings(deadline=None, max_examples=60)
def test_every_proof_lies_in_its_article(rows):
    articles = [article(f"a{n}", day, "Tin", *lines) for n, (day, lines) in enumerate(rows)]
    story = told(*articles)
    sizes = {one.id: len(one.text) for one in articles}
    for entry in story.timeline:
        assert days(entry.date)
        assert entry.evidence
        assert entry.articles == len({place.article for place in entry.evidence})
    for item in story.agenda:
        assert item.outcome in OUTCOMES
        assert bool(item.closing) == (item.outcome != "announced") == (item.reason is not None)
        assert item.announced is None or item.closed is None or item.announced <= item.closed
    places = [place for entry in story.timeline for place in entry.evidence]
    places += [place for item in story.agenda for place in (*item.evidence, *item.closing)]
    assert all(0 <= place.start < place.end <= sizes[place.article] for place in places)
    other = told(*reversed(articles))
    assert (story.timeline, story.agenda) == (other.timeline, other.agenda)
