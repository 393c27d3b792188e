"""Whatever people say of whatever stories: every article stays in one episode of one story."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from sukien.model import Change, Episode, Judgement, Link, Reason, Thread, content_id
from sukien.thread.changes import changes, heir
from sukien.thread.judged import judged

NAMES = [f"a{number}" for number in range(9)]
KNOWN = [*NAMES, "gone"]
SOME = st.lists(st.sampled_from(KNOWN), unique=True, max_size=5).map(tuple)
JUDGEMENTS = st.lists(
    st.builds(
        Judgement,
        kind=st.sampled_from(["join", "split", "exclude", "rename"]),
        articles=SOME,
        rest=SOME,
        text=st.sampled_from(["", "Tên"]),
        undone=st.sampled_from([None, None, "2026-11-21"]),
    ),
    max_size=8,
)


def episode(names: list[str]) -> Episode:
    links = tuple(
        Link(one=names[0], other=name, score=1.0, reasons=(Reason("words", 1.0),))
        for name in names[1:]
    )
    key = content_id("episode", names[0])
    return Episode(id=key, label="x", articles=tuple(names), links=links)


def thread(groups: list[list[str]]) -> Thread:
    episodes = [episode(names) for names in groups]
    links = tuple(
        Link(one=one.id, other=other.id, score=1.0, reasons=(Reason("words", 1.0),))
        for one, other in itertools.pairwise(episodes)
    )
    copies = (tuple(groups[0]),) if len(groups[0]) > 1 else ()
    return Thread(
        id=content_id("story", groups[0][0]),
        episodes=tuple(episodes),
        links=links,
        duplicates=copies,
    )


@st.composite
def threads(draw: st.DrawFn) -> list[Thread]:
    """The nine articles in some stories of some episodes, in the order of their names."""
    homes = draw(st.lists(st.integers(0, 5), min_size=len(NAMES), max_size=len(NAMES)))
    stories = draw(st.lists(st.integers(0, 2), min_size=6, max_size=6))
    groups: dict[int, dict[int, list[str]]] = {}
    for name, home in zip(NAMES, homes, strict=True):
        groups.setdefault(stories[home], {}).setdefault(home, []).append(name)
    return [thread(list(one.values())) for one in groups.values()]


def articles(of: Thread) -> list[str]:
    return [name for one in of.episodes for name in one.articles]


@settings(max_examples=150, deadline=None)
@given(threads(), JUDGEMENTS, st.randoms(use_true_random=False))
def test_nothing_is_lost_or_told_twice(computed, made, random):
    found = judged(computed, made, NAMES)
    assert sorted(name for one in found for name in articles(one)) == NAMES
    assert len({one.id for one in found}) == len(found)
    episodes = [one for of in found for one in of.episodes]
    assert len({one.id for one in episodes}) == len(episodes)
    for one in found:
        ids = [each.id for each in one.episodes]
        starts = [min(each.articles) for each in one.episodes]
        assert starts == sorted(starts)
        assert {link.other for link in one.links} == set(ids[1:])
        assert all(ids.index(link.one) < ids.index(link.other) for link in one.links)
        assert all(set(group) <= set(articles(one)) for group in one.duplicates)
    for each in episodes:
        assert {link.other for link in each.links} == set(each.articles[1:])
        assert all(link.one in each.articles and link.reasons for link in each.links)
    random.shuffle(computed)
    if any(one.undone is None for one in made):
        assert judged(computed, made, NAMES) == found


@settings(max_examples=150, deadline=None)
@given(threads(), JUDGEMENTS)
def test_who_is_excluded_last_is_alone(computed, made):
    found = judged(
        computed, [*made, Judgement(kind="exclude", articles=("a3",), rest=("a1",))], NAMES
    )
    assert ["a3"] in [articles(one) for one in found]


@settings(max_examples=150, deadline=None)
@given(st.lists(threads(), min_size=2, max_size=5))
def test_a_former_id_leads_to_a_story_that_holds_some_of_its_articles(days):
    told = [{name: one.id for one in day for name in articles(one)} for day in days]
    recorded: list[Change] = []
    for before, after in itertools.pairwise(told):
        pairs = [{name: (key, key) for name, key in homes.items()} for homes in (before, after)]
        recorded += [one for one in changes(*pairs, None) if one.what == "story"]
    now = told[-1]
    for gone in set(told[0].values()) - set(now.values()):
        assert heir(gone, recorded, now) in set(now.values())
    for gone in set(told[-2].values()) - set(now.values()):
        held = [name for name, key in told[-2].items() if key == gone]
        assert heir(gone, recorded, now) in {now[name] for name in held}
