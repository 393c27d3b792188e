"""What a brief takes, in which order, and what it refuses; on articles built by hand."""

import datetime as dt

import msgspec
import pytest

from building import annotated
from sukien.knowledge.brief_weights import brief_weights
from sukien.knowledge.dangling import dangles, leaning_words, link_length
from sukien.model import Actor, Brief, Part, Time
from sukien.tell.brief import Aim, brief, faults
from sukien.tell.brief.candidates import Line, Page, fits
from sukien.tell.brief.worth import Scene
from sukien.tell.origins import Origins
from sukien.tell.reading import told_sentences

FLOOD = (
    "Lũ quét ở [Nậm Tao|LOC place:NT]\n"
    "Lũ quét tràn qua bản [Nậm Tao|LOC place:NT] làm 12 người chết rạng sáng 3/8.\n"
    "Huyện cử ba mươi cán bộ đến bản giúp dân dựng lại nhà cửa.\n"
    "Tuy nhiên, đường vào bản vẫn bị chia cắt ở bốn điểm vì sạt lở."
)
AGAIN = (
    "Số người chết ở [Nậm Tao|LOC place:NT] tăng\n"
    "Lũ quét tràn qua bản [Nậm Tao|LOC place:NT] đã làm 12 người chết, tỉnh cho biết.\n"
    "Bộ đội mở được một lối đi tạm cho xe chở gạo và thuốc vào bản."
)
HOUSES = (
    "Nhà mới ở [Nậm Tao|LOC place:NT]\n"
    "Hai mươi căn nhà gỗ được trao cho các hộ dân mất nhà trong trận lũ quét.\n"
    "Nước này hứa sẽ xây thêm một trường học cho trẻ em trong bản."
)


@pytest.fixture
def story():
    return [
        annotated(FLOOD, "a1", published="2024-08-03"),
        annotated(AGAIN, "a2", published="2024-08-04"),
        annotated(HOUSES, "a3", published="2024-10-20"),
    ]


def told(articles, **aim) -> Brief:
    episodes = [["a1", "a2"], ["a3"]]
    return brief(articles, episodes, Origins(articles, ()), Aim(**aim))


def line_of(article, number) -> Line:
    return Line(told_sentences(article)[number])


def with_actor(article, phrase, entity):
    start = article.text.index(phrase)
    actor = Actor(start, start + len(phrase), entity=entity)
    return msgspec.structs.replace(article, actors=(*article.actors, actor))


def test_a_brief_reaches_from_the_first_to_the_last_episode_in_order_of_time(story):
    sentences = told(story, sentences=3).sentences
    order = [one.evidence[0].article for one in sentences]
    assert order == sorted(order)
    assert {"a1", "a2"} & set(order)
    assert order[-1] == "a3"


def test_the_number_of_sentences_is_kept_when_it_is_asked_for(story):
    assert [len(told(story, sentences=n).sentences) for n in (1, 2, 4)] == [1, 2, 4]


@pytest.mark.parametrize("words", [5, 20, 30, 60, 500])
def test_words_are_exceeded_by_less_than_a_sentence(story, words):
    lengths = [len(one.text.split()) for one in told(story, words=words).sentences]
    assert lengths
    assert len(lengths) == 1 or sum(lengths) - max(lengths) < words


def test_what_two_articles_tell_is_told_once_with_both_as_proof(story):
    texts = [one.text for one in told(story, words=500).sentences]
    assert sum("12 người chết" in text for text in texts) == 1
    [flood] = [one for one in told(story, words=500).sentences if "12 người" in one.text]
    assert {proof.article for proof in flood.evidence} == {"a1", "a2"}
    assert flood.sources == 2


def test_articles_of_one_agency_are_one_source(story):
    def credited(article):
        last = len(article.text)
        return msgspec.structs.replace(
            article, parts=(*article.parts, Part(last - 4, last, "agency"))
        )

    same = [annotated(text + "\nAFP1", one.id, published=one.article.published)
            for text, one in zip((FLOOD, AGAIN, HOUSES), story, strict=True)]  # fmt: skip
    [flood] = [one for one in told([credited(one) for one in same], words=500).sentences
               if "12 người" in one.text]  # fmt: skip
    assert len(flood.evidence) == 2
    assert flood.sources == 1


def test_another_day_or_number_is_no_proof(story):
    later = annotated(AGAIN.replace("12 người", "19 người"), "a2", published="2024-08-04")
    found = told([story[0], later], words=500).sentences
    assert all(len(one.evidence) == 1 for one in found if "người chết" in one.text)


def test_a_name_alone_is_no_proof(story):
    name = "[Ủy ban Văn hóa Giáo dục Thanh niên Thiếu niên|ORG org:X]"
    one = annotated(f"Tin\nÔng Lê đến làm việc với {name} vào chiều thứ bảy.", "a1")
    other = annotated(f"Tin\nTrụ sở mới của {name} rộng hơn trụ sở cũ ba lần.", "a2")
    assert all(len(s.evidence) == 1 for s in told([one, other], words=500).sentences)


def test_the_text_is_its_sentences_and_the_evidence_their_first_proofs(story):
    found = told(story, words=500)
    assert found.text == " ".join(one.text for one in found.sentences)
    assert found.evidence == tuple(one.evidence[0] for one in found.sentences)


def test_a_link_that_opens_a_sentence_is_left_out(story):
    texts = [one.text for one in told(story, words=500).sentences]
    assert any(text.startswith("Đường vào bản") for text in texts)
    assert not any(text.startswith("Tuy nhiên") for text in texts)


def test_a_sentence_that_points_to_what_is_not_named_is_left_out(story):
    assert "Nước này" not in told(story, words=500).text


def test_only_what_is_published_since_a_day_is_told(story):
    since = told(story, words=500, since=dt.date(2024, 8, 4))
    assert {one.article for one in since.evidence} == {"a2", "a3"}
    assert told(story, since=dt.date(2025, 1, 1)) == Brief(text="", evidence=())


def test_a_brief_of_an_entity_names_it_in_each_sentence(story):
    found = told(story, words=500, entity="place:NT")
    assert found.sentences
    assert all("Nậm Tao" in one.text for one in found.sentences)


def test_the_entity_meant_must_be_named_in_the_sentence_or_just_before():
    text = "Tin\n[Niger|LOC country:NE] đuổi lính Mỹ khỏi lãnh thổ nước này từ tuần tới.\nx"
    inside = with_actor(annotated(text), "nước này", "country:NE")
    assert fits(line_of(inside, 1))
    assert not line_of(inside, 1).leaning.needs
    text = "Tin\nQuân Mỹ sẽ rời khỏi lãnh thổ nước này kể từ tuần sau.\nx"
    outside = with_actor(annotated(text), "nước này", "country:NE")
    assert line_of(outside, 1).leaning.entities == {"country:NE"}


def test_a_noun_that_points_back_needs_itself_in_the_sentence_before():
    article = annotated("Tin\nÂm mưu này có liên quan đến vụ nổ ở một thành phố khác.\nx")
    assert line_of(article, 1).leaning.nouns == {"mưu"}


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("Ông Macron đến Niamey.", False),
        ("Ông đến Niamey.", True),
        ("Theo bà Lan, giá giảm.", False),
        ("Trong khi đó, giá vàng tăng.", True),
        ("Trong khi đói, họ ăn rau.", False),
        ("Vụ việc này gây chú ý.", True),
    ],
)
def test_openings_that_lean(text, leans):
    assert dangles(text) is leans


def test_links_are_cut_with_their_comma_only():
    assert "Tuy nhiên, giá tăng."[link_length("Tuy nhiên, giá tăng.") :] == "giá tăng."
    assert link_length("Tuy nhiên giá tăng.") == 0
    assert link_length("Tuy nhiên,") == 0


@pytest.mark.parametrize("kind", ["pronoun", "pointer", "sure", "free", "link"])
def test_every_word_that_leans_is_written_as_it_is_looked_up(kind):
    words = leaning_words(kind)
    assert words
    assert all(word == " ".join(word.casefold().split()) for word in words)


def test_every_feature_has_a_weight(story):
    pages = [Page(article) for article in story]
    scene = Scene(pages, {article.id: article.id for article in story})
    assert set(scene.features(pages[0], pages[0].body[0], 0)) == set(brief_weights())


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("12", "13"), "numbers"),
        (("Nậm Tao", "Nậm Thi"), "names"),
        (("rạng sáng", "tối"), "words"),
        (("làm", "không làm"), "words"),
    ],
)
def test_a_sentence_that_was_tampered_with_is_refused(story, change, fault):
    [one, *_] = told(story[:1], sentences=1).sentences
    by_id = {article.id: article for article in story}
    assert faults(one, by_id) == ()
    tampered = msgspec.structs.replace(one, text=one.text.replace(*change))
    assert tampered != one
    assert fault in faults(tampered, by_id)


def test_a_day_must_be_the_one_that_the_article_means(story):
    article = annotated("Tin\nHôm qua lũ quét tràn qua bản làm mười hai người chết.", "a1",
                        published="2024-08-04")  # fmt: skip
    day = Time(article.text.index("Hôm"), article.text.index(" lũ"), "DATE", "2024-08-03")
    article = msgspec.structs.replace(article, times=(day,))
    [one] = told([article], sentences=1).sentences
    assert one.days == (("Hôm qua", "2024-08-03"),)
    moved = msgspec.structs.replace(one, days=(("Hôm qua", "2024-08-02"),))
    assert faults(moved, {"a1": article}) == ("days",)


def test_evidence_outside_the_article_is_a_fault(story):
    [one, *_] = told(story[:1], sentences=1).sentences
    assert faults(one, {}) == ("evidence",)


def test_a_story_without_sentences_has_an_empty_brief():
    article = annotated("Tin")
    assert told([article]) == Brief(text="", evidence=())
