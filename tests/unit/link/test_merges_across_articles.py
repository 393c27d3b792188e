"""Which ids of different articles are one entity, on sightings made by hand."""

import random

import pytest

from sukien.knowledge.name_forms import is_local
from sukien.knowledge.tables import read_table
from sukien.link import Resolution, entities, find_merges, sightings
from sukien.model import Merge, Sighting

ONE_EPISODE = {"a": ("s", "e"), "b": ("s", "e"), "c": ("s", "e")}
ONE_STORY = {"a": ("s", "e1"), "b": ("s", "e2"), "c": ("s", "e3")}
STRANGERS = {"a": ("s1", "e1"), "b": ("s2", "e2"), "c": ("s3", "e3")}
KINDS = {"person": "PER", "org": "ORG", "place": "LOC"}


def seen(article, entity, *, mentions=1, role="", gender="", name="", reason="itself"):
    kind, _, own = entity.partition(":")
    return Sighting(
        article=article,
        entity=entity,
        type=KINDS.get(kind, "LOC"),
        name=name or own,
        reason=reason,
        mentions=mentions,
        role=role,
        gender=gender,
    )


def merged(*all_seen, homes=STRANGERS, made=()):
    return {one.source: one.target for one in find_merges(all_seen, homes, made)}


FULL = "person:Bùi Văn Sự"
TYPES_OF_NAMES = [
    ("person:Văn Sự", FULL),
    ("person:Sự", FULL),
    ("person:Bui Van Su", FULL),
    ("person:BÙI VĂN SỰ", FULL),
    ("person:Lý Mỹ Hoà", "person:Lí Mĩ Hòa"),
    ("person:Kowalek", "person:Marta Kowalek"),
    ("person:Marta", "person:Marta Kowalek"),
    ("org:Công ty Lá Đỏ", "org:Công ty cổ phần Lá Đỏ"),
    ("org:Lá Đỏ", "org:Tập đoàn Lá Đỏ"),
    ("org:ĐH Lá Đỏ", "org:Trường Đại học Lá Đỏ"),
    ("org:Sở Y tế", "org:Sở Y tế Hà Nội"),
    ("place:Xóm Hoà", "place:Xóm Hòa"),
    ("place:Xom La Do", "place:Xóm Lá Đỏ"),
]


@pytest.mark.parametrize(("one", "other"), TYPES_OF_NAMES)
def test_two_forms_of_a_name_in_one_episode_are_one(one, other):
    found = find_merges([seen("a", one), seen("b", other, mentions=2)], ONE_EPISODE)
    assert [(m.source, m.target) for m in found] == [(one, other)]
    assert all(m.reasons and not m.by_hand for m in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("person:Sự", "person:Bùi Văn Sự"),
        ("person:Văn Sự", "person:Bùi Văn Sự"),
        ("person:Bui Van Su", "person:Bùi Văn Sự"),
        ("org:Lá Đỏ", "org:Tập đoàn Lá Đỏ"),
        ("org:Sở Y tế", "org:Sở Y tế Hà Nội"),
        ("org:Sở Y Tế", "org:Sở Y tế"),
        ("person:Hoà", "person:Hòa"),
        ("org:Công ty CP Xây dựng", "org:Công ty TNHH Xây dựng"),
    ],
)
def test_without_a_context_they_stay_apart(one, other):
    assert merged(seen("a", one), seen("b", other, mentions=2)) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("person:Sự", "org:Bùi Văn Sự"),
        ("place:Sự", FULL),
        ("person:Bùi Văn Sự", "person:Bùi Thị Sự"),
        ("person:Bùi Văn", FULL),
        ("org:Lá Đỏ Hà Nội", "org:Lá Đỏ"),
        ("org:Công ty Lá Đỏ", "org:Ngân hàng Lá Đỏ"),
        ("org:VTV1", "org:VTV3"),
        ("person:Bùi Văn Sư", FULL),
        ("org:Bệnh viện Sayo", "org:Bệnh viện Sao"),
        ("person:Fan", "person:Fan Binbin"),
        ("person:Lavia", "person:Sonia Lavia Z"),
        ("person:Lavia", "person:Sonia Lavia 2"),
        ("country:NE", "country:NG"),
        ("place:Nigerr", "country:NE"),
    ],
)
def test_other_names_stay_apart_in_one_episode(one, other):
    assert merged(seen("a", one), seen("b", other), homes=ONE_EPISODE) == {}


def test_two_fuller_forms_that_compete_leave_the_short_one_alone():
    found = merged(
        seen("a", "person:Sự"), seen("b", FULL), seen("c", "person:Lê Văn Sự"), homes=ONE_EPISODE
    )
    assert found == {}


def test_fuller_forms_of_each_other_do_not_compete():
    found = merged(
        seen("a", "person:Sự"), seen("b", "person:Văn Sự"), seen("c", FULL), homes=ONE_EPISODE
    )
    assert found == {"person:Sự": FULL, "person:Văn Sự": FULL}


def test_every_article_of_the_short_form_must_fit():
    homes = {**ONE_EPISODE, "far": ("other", "other")}
    rows = [seen("a", "person:Sự"), seen("b", FULL)]
    assert merged(*rows, homes=homes)
    assert merged(*rows, seen("far", "person:Sự"), homes=homes) == {}


def test_who_is_told_apart_in_one_article_stays_apart():
    rows = [seen("a", "person:Sự"), seen("b", FULL), seen("a", FULL)]
    assert merged(*rows, homes=ONE_EPISODE) == {}


def test_a_man_is_no_woman():
    rows = [seen("a", "person:Sự", gender="female"), seen("b", FULL, gender="male")]
    assert merged(*rows, homes=ONE_EPISODE) == {}


def test_a_story_takes_the_same_role_for_a_given_name():
    short, full = seen("a", "person:Sự"), seen("b", FULL)
    assert merged(short, full, homes=ONE_STORY) == {}
    rows = (seen("a", "person:Sự", role="bị cáo"), seen("b", FULL, role="bị cáo"))
    [found] = find_merges(rows, ONE_STORY)
    assert found.reasons == ("shortens: Bùi Văn Sự", "story", "role: bị cáo")


def test_other_rare_names_make_a_context():
    others = [
        seen(article, entity)
        for article in "ab"
        for entity in ("person:Lê Thị Lan Xinh", "org:Hội Người làm vườn Lá")
    ]
    [found] = find_merges([seen("a", "person:Văn Sự"), seen("b", FULL), *others], STRANGERS)
    assert found.reasons[1] == "names: Hội Người làm vườn Lá, Lê Thị Lan Xinh"


def test_an_abbreviation_that_another_article_introduces():
    full = "org:Liên đoàn Làm vườn"
    given = seen("b", full, name="GACQ", reason="introduced: Liên đoàn Làm vườn")
    assert merged(seen("a", "org:GACQ"), given) == {"org:GACQ": full}
    other = seen("c", "org:Quỹ Cây", name="GACQ", reason="introduced: Quỹ Cây")
    assert merged(seen("a", "org:GACQ"), given, other) == {}


def test_what_every_company_has_takes_a_context_for_its_abbreviation():
    given = seen("b", "org:Ban Kiểm soát", name="BKSA", reason="introduced: Ban Kiểm soát")
    assert merged(seen("a", "org:BKSA"), given) == {}
    assert merged(seen("a", "org:BKSA"), given, homes=ONE_STORY)


def test_one_abbreviation_for_a_name_and_a_longer_one():
    rows = [
        seen("a", "org:Hội Làm vườn Lá", name="GACQ", reason="introduced: Hội Làm vườn Lá"),
        seen("b", "org:Hội Làm vườn", name="GACQ", reason="introduced: Hội Làm vườn"),
    ]
    assert merged(*rows) == {"org:Hội Làm vườn": "org:Hội Làm vườn Lá"}


def test_what_an_abbreviation_is_about_takes_a_context():
    row = seen("b", "org:Trường Lá Đỏ Xanh", name="LĐX", reason="introduced: Trường Lá Đỏ Xanh")
    assert merged(seen("a", "org:LĐX"), row) == {}


def test_a_slip_of_the_hand_in_one_story_with_a_margin():
    slip = seen("a", "person:Bùi Vănn Sự")
    assert merged(slip, seen("b", FULL, mentions=3), homes=ONE_STORY) == {slip.entity: FULL}
    assert merged(slip, seen("b", FULL, mentions=2), homes=ONE_STORY) == {}
    assert merged(slip, seen("b", FULL, mentions=9)) == {}
    assert merged(slip, seen("b", FULL, mentions=9), seen("a", FULL), homes=ONE_STORY) == {}


def test_a_foreign_name_may_differ_by_a_letter():
    slip, right = seen("a", "person:Marta Kowalekk"), seen("b", "person:Marta Kowalek", mentions=5)
    assert merged(slip, right, homes=ONE_STORY) == {slip.entity: right.entity}


def test_an_entity_of_the_tables_is_never_merged_away():
    rows = [seen("a", "person:Putin"), seen("b", "person:Vladimir Putin", reason="table")]
    assert merged(*rows, homes=ONE_EPISODE) == {"person:Putin": "person:Vladimir Putin"}
    known = [seen("a", "org:FPT", reason="table"), seen("b", "org:Tập đoàn FPT", mentions=9)]
    assert "org:FPT" not in merged(*known, homes=ONE_EPISODE)


def test_the_order_of_the_articles_does_not_matter():
    rows = [seen(article, one) for one, other in TYPES_OF_NAMES for article in "ab"[:1]]
    rows += [seen("b", other, mentions=2) for _, other in TYPES_OF_NAMES]
    first = find_merges(rows, ONE_EPISODE)
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        assert find_merges(rows, ONE_EPISODE) == first


def test_an_undone_merge_is_not_made_again_not_even_by_a_detour():
    undone = Merge(source="person:Sự", target=FULL, reasons=("episode",), undone="2026-11-21")
    rows = [seen("a", "person:Sự"), seen("b", "person:Văn Sự"), seen("c", FULL)]
    assert merged(*rows, homes=ONE_EPISODE, made=[undone]) == {"person:Văn Sự": FULL}


def test_what_a_person_merged_holds_and_is_built_on():
    by_hand = Merge(source=FULL, target="person:Sáu Sự", reasons=("by_hand",), by_hand=True)
    rows = [seen("a", "person:Sự"), seen("b", FULL), seen("c", "place:Lá")]
    found = merged(*rows, homes=ONE_EPISODE, made=[by_hand])
    assert found == {"person:Sự": "person:Sáu Sự"}


def test_resolution_follows_merges_and_survives_circles():
    rows = [
        Merge(source="org:A", target="org:B", reasons=("story",)),
        Merge(source="org:B", target="org:C", reasons=("by_hand",), by_hand=True),
        Merge(source="org:X", target="org:C", reasons=("story",), undone="2026-11-21"),
    ]
    resolution = Resolution(rows)
    assert [resolution.of(one) for one in ("org:A", "org:C", "org:X")] == [
        "org:C",
        "org:C",
        "org:X",
    ]
    assert [row.source for row in resolution.merged_into("org:C")] == ["org:A", "org:B"]
    circle = [Merge(source=a, target=b, reasons=("x",)) for a, b in (("p", "q"), ("q", "p"))]
    assert Resolution(circle).of("p") in ("p", "q")


def test_entities_are_listed_by_articles_and_found_without_diacritics():
    rows = [seen("a", "person:Sự"), seen("b", FULL, mentions=3), seen("a", "org:Hội Lá")]
    row = Merge(source="person:Sự", target=FULL, reasons=("episode",))
    listed = entities(rows, [row])
    assert [one.entity for one in listed] == [FULL, "org:Hội Lá"]
    assert [(n.name, n.mentions) for n in listed[0].names] == [("Bùi Văn Sự", 3), ("Sự", 1)]
    assert listed[0].merged == (row,)
    assert [one.entity for one in entities(rows, [row], "van su")] == [FULL]
    assert [one.entity for one in entities(rows, [row], "Sự")] == [FULL]
    assert [one.entity for one in entities(rows, [row], "person:Sự")] == [FULL]
    assert entities(rows, [row], "Sử") == ()


@pytest.mark.parametrize("row", read_table("local_bodies"), ids=lambda row: row["head"])
def test_every_head_of_local_bodies(row):
    assert is_local(f"{row['head']} Lá Đỏ")


def test_sightings_leave_out_authors(authored):
    assert [(s.name, s.role, s.mentions) for s in sightings(authored)] == [
        ("Bùi Văn Sự", "giám đốc", 1),
        ("Sự", "", 2),
    ]
