"""The map of a story: what is on it, where, how often, what happened there, with proofs."""

import msgspec

from building import annotated
from sukien.model import AnnotatedArticle, Event, Span, StoryEntity
from sukien.store import Card
from sukien.tell.entities import entities
from sukien.tell.origins import Origins
from sukien.views.maps import StoryMap, place_map, story_map
from sukien.views.places import Places

NIGER = "[Niger|LOC country:NE] và [Niamey|LOC city:Niamey]"


def card(article: AnnotatedArticle) -> Card:
    return Card(id=article.id, title=article.id, published=None, publisher=None, url=None)


def with_event(article: AnnotatedArticle, place: str, **known: str) -> AnnotatedArticle:
    start = article.text.index("nổ")
    event = Event(type="attack", trigger=Span(start, start + 2), sentence=1, place=place, **known)
    return msgspec.structs.replace(article, events=(*article.events, event))


def the_map(*articles: AnnotatedArticle) -> StoryMap | None:
    places = Places({one.id: one for one in articles}, {one.id: card(one) for one in articles})
    named = [one for one in entities(articles) if one.type == "LOC"]
    return story_map(named, places, Origins(articles, ()))


def drawn(*articles: AnnotatedArticle) -> StoryMap:
    found = the_map(*articles)
    assert found is not None
    return found


def test_places_come_by_their_mentions() -> None:
    found = drawn(annotated(f"Tin\nỞ {NIGER}, [Niamey|LOC city:Niamey] vắng."))
    assert [(one.name, one.mentions) for one in found.places] == [("Niamey", 2), ("Niger", 1)]
    assert [one.kind for one in found.places] == ["city", "country"]


def test_articles_are_counted_with_their_sources() -> None:
    one = annotated("Tin\nỞ [Niamey|LOC city:Niamey] có nổ.", "a", publisher="Một")
    other = annotated("Tin\nTừ [Niamey|LOC city:Niamey] về.", "b", publisher="Hai")
    (place,) = drawn(one, other).places
    assert (place.articles, place.sources) == (2, 2)


def test_what_happened_is_told_with_its_days_and_its_sentence() -> None:
    article = annotated("Tin\nTừ [Niamey|LOC city:Niamey] về.\nỞ đó có nổ.")
    article = with_event(article, "city:Niamey", date="2024-03-16")
    (place,) = drawn(article).places
    assert [(one.type, one.articles) for one in place.happened] == [("attack", 1)]
    assert (place.first, place.last) == ("2024-03-16", "2024-03-16")
    assert [proof.text for proof in place.proofs] == ["Ở đó có nổ.", "Từ Niamey về."]


def test_what_is_only_planned_did_not_happen() -> None:
    article = annotated("Tin\nTừ [Niamey|LOC city:Niamey] về.\nỞ đó sẽ có nổ.")
    (place,) = drawn(with_event(article, "city:Niamey", status="planned")).places
    assert place.happened == ()
    assert place.first is None


def test_what_has_no_point_is_named_with_the_reason() -> None:
    found = drawn(
        annotated(
            "Tin\n[Niamey|LOC city:Niamey] [Sahel|LOC region:Sahel] "
            "[sông Hồng|LOC region:Red River] [Sao Hỏa|LOC region:Mars] "
            "[Làng Nào|LOC place:Làng Nào] [An Lão|LOC region:An Lão]"
        )
    )
    assert {one.name: one.reason for one in found.unplaced} == {
        "Sahel": "wide",
        "sông Hồng": "river",
        "Sao Hỏa": "beyond",
        "Làng Nào": "unknown",
        "An Lão": "several",
    }
    assert [reason for reason, _ in found.missing] == [
        "unknown",
        "several",
        "wide",
        "river",
        "beyond",
    ]


def test_a_district_is_in_the_province_that_is_named_beside_it() -> None:
    found = drawn(annotated("Tin\n[An Lão|LOC region:An Lão], [Bình Định|LOC region:Bình Định]."))
    place = next(one for one in found.places if one.name == "An Lão")
    assert 14 < place.latitude < 15


def test_without_a_point_there_is_no_map() -> None:
    assert the_map(annotated("Tin\nỞ [Sahel|LOC region:Sahel] và đâu đó.")) is None
    assert the_map(annotated("Tin\nKhông ở đâu.")) is None


def test_a_country_is_where_its_towns_are() -> None:
    found = drawn(annotated("Tin\n[Việt Nam|LOC country:VN] [Lào Cai|LOC region:Lào Cai]"))
    assert found.extent.south > 18
    assert [one.name for one in found.beside] == ["Việt Nam"]


def test_signs_have_shapes_by_kind_and_are_hollow_where_nothing_happened() -> None:
    article = annotated("Tin\nTừ [Mali|LOC country:ML], [Niamey|LOC city:Niamey] về.\nCó nổ.")
    drawing = drawn(with_event(article, "city:Niamey")).drawing
    assert {one.shape: one.happened for one in drawing.symbols} == {"circle": True, "square": False}


def test_a_part_of_vietnam_has_all_of_it_beside() -> None:
    inset = drawn(annotated("Tin\nỞ [Lào Cai|LOC region:Lào Cai].")).drawing.inset
    assert inset is not None
    assert [label.text for label in inset.names] == ["Hoàng Sa", "Trường Sa"]
    assert inset.islets


def test_all_of_vietnam_has_its_islands_with_their_names() -> None:
    drawing = drawn(
        annotated("Tin\n[Hà Nội|LOC city:Hanoi] [Cà Mau|LOC region:Cà Mau] [Huế|LOC city:Huế]")
    ).drawing
    assert drawing.inset is None
    assert [label.text for label in drawing.quiet] == ["Hoàng Sa", "Trường Sa"]


def test_a_scale_is_a_round_number_of_kilometres() -> None:
    scale = drawn(annotated("Tin\nỞ [Niamey|LOC city:Niamey].")).drawing.scale
    assert scale is not None
    assert scale.words["vi"].replace(".", "") == f"{scale.kilometres} km"
    assert scale.kilometres in {100, 200, 500, 1000}


def test_the_map_of_one_place() -> None:
    lao_cai = StoryEntity(entity="region:Lào Cai", name="Lào Cai", type="LOC", mentions=3)
    found = place_map(lao_cai, 2)
    assert found is not None
    assert found.drawing.names[0].text == "Lào Cai"
    nowhere = StoryEntity(entity="place:đâu đó", name="đâu đó", type="LOC", mentions=3)
    assert place_map(nowhere, 2) is None


def test_the_view_is_data() -> None:
    found = drawn(annotated(f"Tin\nỞ {NIGER}."))
    data = msgspec.json.decode(msgspec.json.encode(found))
    assert set(data) == {"places", "unplaced", "extent"}
    assert set(data["extent"]) == {"west", "south", "east", "north", "world"}
