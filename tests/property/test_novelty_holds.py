"""What is new in any texts: proofs hold, nothing crashes, order does not matter."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from building import annotated
from sukien.knowledge.happenings import event_types
from sukien.model import (
    Episode,
    Event,
    Evidence,
    Figure,
    FigureJudgement,
    FigurePoint,
    Quantity,
    Quote,
    Role,
    Span,
    Speaker,
    Story,
    Time,
    TimelineEntry,
)
from sukien.tell.novelty import Record, nearest, novelty
from sukien.tell.origins import Origins

WORDS = ["mưa", "to", "12", "nhà", "Lan", "Hà", "và", "đổ", "ngày", "1/5", '"', ".", "\n", "đê"]
texts = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=24).map(" ".join),
    st.text(max_size=60),
).map(lambda text: text.replace("[", "(").replace("\r", " ") or "x")
numbers = st.integers(0, 80)
spans = st.tuples(numbers, numbers)


def clipped(pair, size):
    start, end = sorted(min(place, size) for place in pair)
    return (start, end) if start < end else (0, max(1, size))


def built(text, layers, article_id):
    """An annotated article with a few layers at arbitrary places."""
    one = annotated(text, article_id)
    size = len(one.text)
    event, quantity, quote, time = (clipped(pair, size) for pair in layers[0])
    kind, status = layers[1]
    return replace(
        one,
        events=(
            Event(
                type=kind,
                trigger=Span(*event),
                sentence=0,
                roles=(Role(*quote, role="target", entity="person:Lan"),),
                status=status,
            ),
        ),
        quantities=(Quantity(*quantity, value=12.0),),
        quotes=(Quote(*quote, kind="direct", speaker=Speaker(*event)),),
        times=(Time(*time, type="DATE", value="2024-05-01"),),
    )


layers = st.tuples(
    st.tuples(spans, spans, spans, spans),
    st.tuples(st.sampled_from(sorted(event_types())), st.sampled_from(["actual", "negated"])),
)


def tale(articles, verdict):
    ids = tuple(one.id for one in articles)
    proofs = tuple(Evidence(article=one.id, start=0, end=1) for one in articles)
    points = tuple(
        FigurePoint(
            start=one.quantities[0].start,
            end=one.quantities[0].end,
            value=float(number),
            low=None,
            high=None,
            mod=None,
            date=None,
            article=one.id,
        )
        for number, one in enumerate(articles)
    )
    origins = Origins(articles, ())
    return Story(
        id="s",
        label="",
        first=None,
        last=None,
        episodes=(Episode(id="e", label="", articles=ids),),
        articles=ids,
        lineage=origins.lineage,
        timeline=(
            TimelineEntry(date="2024-05-01", text="x", evidence=proofs, articles=2, sources=2),
        ),
        figures=(
            Figure(
                about="nhà",
                points=points,
                verdict="changed",
                judgements=(FigureJudgement(one=0, other=1, verdict=verdict, reason="x"),),
            ),
        ),
    )


@given(
    st.lists(st.tuples(texts, layers), min_size=2, max_size=3),
    st.sampled_from(["same", "changed", "conflict"]),
)
def test_facts_of_any_texts_point_to_their_articles(rows, verdict):
    articles = [built(text, found, f"a{number}") for number, (text, found) in enumerate(rows)]
    sizes = {one.id: len(one.text) for one in articles}
    story = tale(articles, verdict)
    *earlier, last = articles
    assert set(nearest(Record(story), last.id)) == {one.id for one in earlier}
    found = novelty(Record(story), last, earlier)
    assert found == novelty(Record(story), last, earlier[::-1])
    assert found.known == len(earlier)
    for fact in (*found.first, *found.repeats):
        assert fact.place.article == last.id
    for fact in (*found.first, *found.repeats, *found.omits):
        for proof in (fact.place, *fact.earlier):
            assert 0 <= proof.start < proof.end <= sizes[proof.article]
        assert all(proof.article != last.id for proof in fact.earlier)
        assert fact.sources <= fact.articles == len(fact.told_by)
    assert not any(fact.earlier for fact in found.first)
    assert all(fact.earlier for fact in (*found.repeats, *found.omits))
    assert all(one.other.article != last.id for one in found.contradicts)
