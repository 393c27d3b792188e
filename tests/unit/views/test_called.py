"""Entities that reasons rest on are called as the story calls them."""

from msgspec.structs import replace

from building import annotated, story
from sukien.model import Link, Reason
from sukien.views.called import called
from sukien.views.reasons import entities_of, reason_words, shares

PLACES = Reason("places", 0.8, "city:Hai Phong, country:VN, city:Nowhere")


def test_the_name_most_used_in_the_story_is_taken():
    one = annotated("[Hải Phòng|LOC city:Hai Phong] và [đất Cảng|LOC city:Hai Phong]\n"
                    "[Hải Phòng|LOC city:Hai Phong] mưa.")  # fmt: skip
    link = Link(one="e0", other="e1", score=1.0, reasons=(PLACES, Reason("words", 1.0, "a:b")))
    told = replace(story(one), links=(link,))
    names = called(told, [one])
    assert names == {"city:Hai Phong": "Hải Phòng", "country:VN": "Việt Nam"}
    assert reason_words(PLACES, called=names) == "chung nơi chốn: Hải Phòng, Việt Nam, Nowhere"


def test_only_grounds_that_are_entities_have_any():
    assert entities_of(PLACES) == ("city:Hai Phong", "country:VN", "city:Nowhere")
    assert entities_of(Reason("words", 1.0, "country:VN")) == ()


def test_grounds_stand_by_weight_with_their_share_of_the_weightiest():
    low, high, against = Reason("lead", 0.5), Reason("words", 2.0), Reason("gap", -1.0)
    assert shares([low, high, against]) == ((high, 100), (against, 50), (low, 25))
    assert shares([]) == ()
    assert shares([Reason("gap", 0.0)]) == ((Reason("gap", 0.0), 0),)
