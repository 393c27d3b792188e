"""A network drawn: which parties, how large, which lines, told how."""

import pytest

from sukien.model import Edge
from sukien.views.charts.graph import NARROW, WIDE, Graph, Tie, act_words, graph
from sukien.views.charts.stress import distances, positions
from sukien.views.charts.ties import drawn, ties, tone


def tie(actor: str, target: str, number: int = 0, **more: object) -> Tie:
    known = {
        "kind": {"vi": "gặp, họp", "en": "meeting"}, "tone": "neutral", "mutual": False,
        "done": 1, "planned": 0,
    }  # fmt: skip
    return Tie(actor, actor, target, target, number=number, **{**known, **more})  # type: ignore[arg-type]


def network(*found: Tie) -> Graph:
    made = graph(found)
    assert made is not None
    return made


CHAIN = (tie("A", "B", 0, done=4), tie("B", "C", 1), tie("C", "D", 2))


def test_a_party_is_the_larger_the_more_it_takes_part_in():
    nodes = {node.entity: node for node in network(*CHAIN).nodes}
    assert nodes["B"].radius > nodes["A"].radius > nodes["D"].radius
    assert nodes["B"].times == 5


def test_parties_joined_stand_closer_than_others():
    far = distances(4, {(0, 1): 1.0, (1, 2): 1.0, (2, 3): 1.5})
    assert far[0, 3] == 3.5
    places = positions(4, {(0, 1): 1.0, (1, 2): 1.0, (2, 3): 1.0})
    along = [float(x) for x, _ in places]
    assert along in (sorted(along), sorted(along, reverse=True))


def test_two_parties_alone_are_no_network():
    assert graph([tie("A", "B"), tie("C", "D")]) is None
    assert graph([tie("A", "A")]) is None
    assert graph([]) is None


def test_only_what_hangs_together_is_drawn_and_the_rest_counted():
    found = network(*CHAIN, tie("X", "Y", 3))
    assert {node.entity for node in found.nodes} == {"A", "B", "C", "D"}
    assert found.left == 1


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_a_frame_holds_so_many_and_names_cover_no_other(frame):
    hub = [tie("Liên Hợp Quốc", f"Bộ Ngoại giao nước số {n}", n, done=n % 5) for n in range(45)]
    found = graph(hub, frame)
    assert found is not None
    assert len(found.nodes) <= frame.nodes
    assert len(found.lines) <= frame.lines
    assert found.left == 45 - sum(len(line.acts) for line in found.lines)
    assert all(node.radius <= node.x <= frame.width - node.radius for node in found.nodes)
    assert all(node.lines[-1][1] <= found.height for node in found.nodes)
    spots = {(round(node.x / 20), round(node.y / 20)) for node in found.nodes}
    assert len(spots) == len(found.nodes)


def test_acts_of_one_tone_and_direction_share_a_line_others_bend_beside_it():
    found = network(
        tie("A", "B", 0, tone="hostile"),
        tie("A", "B", 1, tone="hostile", planned=1, done=0),
        tie("B", "A", 2, tone="hostile"),
        tie("A", "B", 3, tone="cooperative", planned=1, done=0),
        tie("B", "C", 4),
    )
    numbers = [[act.tie.number for act in line.acts] for line in found.lines]
    assert sorted(numbers) == [[0, 1], [2], [3], [4]]
    assert len({line.path for line in found.lines}) == 4
    assert [line.planned for line in found.lines] == [False, False, True, False]


def test_a_mutual_act_points_both_ways():
    mutual, single = network(tie("A", "B", mutual=True), tie("B", "C")).lines
    assert mutual.heads.count("M") == 2
    assert single.heads.count("M") == 1


def test_an_act_is_told_by_glyph_kind_and_number():
    once = tie("A", "B", tone="hostile")
    assert act_words(once, "vi") == "✕ gặp"
    assert act_words(once._replace(tone="cooperative", done=3), "en") == "+ meeting 3"
    assert act_words(once._replace(tone="neutral"), "en") == "meeting"


@pytest.mark.parametrize(
    ("event_type", "expected"),
    [
        ("attack", "hostile"),
        ("accuse", "hostile"),
        ("aid", "cooperative"),
        ("meet", "cooperative"),
        ("demand", "neutral"),
        ("withdraw", "neutral"),
        ("trial", "neutral"),
        ("no-such-type", "neutral"),
    ],
)
def test_the_tone_of_an_act_is_that_of_its_ontology(event_type, expected):
    assert tone(event_type) == expected


def test_edges_become_ties_in_their_order_with_both_languages():
    edges = [
        Edge(
            actor=a, actor_name=a, target=b, target_name=b, type="aid", mutual=False, count=1,
            planned=2, articles=1, sources=1, first=None, last=None, evidence=(),
        )
        for a, b in (("A", "B"), ("B", "C"))
    ]  # fmt: skip
    first, second = ties(edges)
    assert (first.number, second.number, first.times) == (0, 1, 3)
    assert first.kind["vi"].startswith("viện trợ")
    pair = drawn(edges)
    assert pair is not None
    assert pair[0].width > pair[1].width
    assert drawn(edges[:1]) is None


def test_the_same_network_gives_the_same_drawing():
    assert graph(CHAIN) == graph(CHAIN)
