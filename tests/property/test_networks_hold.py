from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from building import annotated
from sukien.knowledge.happenings import event_types
from sukien.model import Actor, Event, Name, Role, Sentence, Span
from sukien.tell.network import joined, network
from sukien.tell.origins import Origins

TEXT = "Tin\nHai bên và các nước, Peru với Chile: 12 lính Peru; họ gặp Lan Hà (2024)."
places = st.integers(0, len(TEXT) - 1).flatmap(
    lambda start: st.tuples(st.just(start), st.integers(start + 1, len(TEXT)))
)
entities = st.sampled_from([None, "country:PE", "country:CL", "person:Lan", "city:Lima", "x"])
names = st.builds(lambda p, e: Name(*p, "LOC", e), places, entities)
actors = st.builds(
    lambda p, e, c: Actor(*p, entity=e, country=c, sector="GOV"),
    places,
    entities,
    st.sampled_from([None, "PER", "???"]),
)
roles = st.builds(
    lambda p, r, e: Role(*p, role=r, entity=e),
    places,
    st.sampled_from(["actor", "target", "partner", "recipient", "object"]),
    entities,
)
events = st.builds(
    lambda kind, place, sentence, parts, date, status: Event(
        type=kind,
        trigger=Span(*place),
        sentence=sentence,
        roles=tuple(parts),
        date=date,
        status=status,
    ),
    st.sampled_from(list(event_types())),
    places,
    st.integers(0, 1),
    st.lists(roles, max_size=5),
    st.sampled_from([None, "2024-05-01", "2024-05-01TMO", "2024-W20", "PAST_REF", "XXXX-05"]),
    st.sampled_from(["actual", "planned", "possible", "negated"]),
)
layers = st.tuples(
    st.lists(events, max_size=6), st.lists(actors, max_size=4), st.lists(names, max_size=4)
)


def article(found, article_id):
    told, acting, named = found
    return replace(
        annotated(TEXT, article_id),
        sentences=(Sentence(0, 3), Sentence(4, len(TEXT))),
        events=tuple(told),
        actors=tuple(acting),
        names=tuple(named),
    )


@given(layers, layers)
def test_any_events_make_edges_between_two_parties_with_evidence(one, other):
    articles = [article(one, "a"), article(other, "b")]
    edges = network(articles, Origins(articles, ()), ())
    for edge in edges:
        assert edge.actor != edge.target
        assert edge.count + edge.planned >= 1
        assert edge.articles == len({place.article for place in edge.evidence})
        assert 1 <= edge.sources <= edge.articles
        assert all(0 <= place.start < place.end <= len(TEXT) for place in edge.evidence)
        assert (edge.first is None) == (edge.last is None)
    assert network(articles[::-1], Origins(articles, ()), ()) == edges
    assert joined([edges]) == edges
