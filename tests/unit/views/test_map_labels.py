"""Names stand beside their signs and never upon another."""

from itertools import combinations

from sukien.views.maps.labels import Box, Sign, labels, space

ROOM = Box(0, 0, 480, 400)
SIZE = 12.0


def placed(*signs: Sign, taken: tuple[Box, ...] = (), most: int = 9) -> list[tuple[str, str]]:
    return [(one.text, one.anchor) for one in labels(signs, ROOM, taken, size=SIZE, most=most)]


def test_a_name_stands_to_the_right() -> None:
    assert placed(Sign(100, 100, 5, "Hà Nội")) == [("Hà Nội", "start")]


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    assert placed(Sign(460, 100, 5, "Hà Nội")) == [("Hà Nội", "end")]


def test_it_covers_no_other_sign() -> None:
    assert placed(Sign(100, 100, 5, "Hà Nội"), Sign(115, 100, 5, "Gia Lâm")) == [
        ("Hà Nội", "end"),
        ("Gia Lâm", "start"),
    ]


def test_among_many_signs_a_line_leads_to_it() -> None:
    crowd = [Sign(150 + 16 * x, 200, 6, f"Thành phố số {x}") for x in range(9)]
    found = labels(crowd, ROOM, (), size=SIZE, most=25)
    led = [one for one in found if one.leader]
    assert led
    assert all(one.leader.startswith("M") for one in led)


def test_no_two_names_meet() -> None:
    crowd = [
        Sign(150 + 20 * x, 150 + 18 * y, 6, f"Nơi {x} {y}") for x in range(6) for y in range(6)
    ]
    boxes = [space(one, SIZE) for one in labels(crowd, ROOM, (), size=SIZE, most=40)]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(box.within(ROOM) for box in boxes)


def test_what_is_taken_stays_free() -> None:
    taken = Box(100, 80, 480, 120)
    found = labels([Sign(95, 100, 5, "Hà Nội")], ROOM, [taken], size=SIZE, most=1)
    assert not space(found[0], SIZE).meets(taken)


def test_without_room_there_is_no_name() -> None:
    assert placed(Sign(100, 100, 5, "Hà Nội"), taken=(ROOM,)) == []


def test_only_so_many_have_names() -> None:
    assert len(placed(*(Sign(50 * n, 100, 4, "X") for n in range(1, 9)), most=3)) == 3
