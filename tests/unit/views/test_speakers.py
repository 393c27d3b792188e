"""Who says what: pronouns name nobody, what several articles carry is told once."""

import re

from msgspec.structs import replace

from building import annotated
from sukien.model import AnnotatedArticle, Quote, Speaker, StoryEntity
from sukien.store import Card
from sukien.tell.origins import Origins
from sukien.views.places import Places
from sukien.views.speakers import SpeakerQuotes, is_pronoun, speakers

WORDS = "cầu sẽ xong trước mùa lũ năm nay"


def article(name: str, text: str, said: str = WORDS, entity: str | None = None) -> AnnotatedArticle:
    """`Bà Lan (nói): ...`: the speaker stands before the cue in brackets."""
    made = annotated(text, article_id=name, publisher=name)
    at = text.index(said)
    cue = re.search(r" (nói|cho biết)", text)
    speaker = Speaker(0, cue.start(), entity) if cue else None
    quote = Quote(at, at + len(said), kind="indirect", speaker=speaker)
    return replace(made, quotes=(quote,))


def told(
    *articles: AnnotatedArticle, entities: tuple[StoryEntity, ...] = ()
) -> list[SpeakerQuotes]:
    cards = {
        one.id: Card(id=one.id, title="Tin", publisher=one.id, published=None, url=None)
        for one in articles
    }
    places = Places({one.id: one for one in articles}, cards)
    return list(speakers(articles, places, Origins(articles, ()), entities))


def test_a_pronoun_names_nobody_and_is_shown_with_its_words():
    assert [is_pronoun(word) for word in ("Họ", "Người này", "Ông", "ông Bình")] == [1, 1, 1, 0]
    [unknown] = told(article("a", f"Họ nói {WORDS}."), article("b", f"Người này cho biết {WORDS}."))
    assert unknown.name == ""
    assert [one.by for one in unknown.quotes] == ["Họ", "Người này"]


def test_a_pronoun_that_means_somebody_is_he():
    [he] = told(article("a", f"Người này nói {WORDS}.", entity="person:Bình"))
    assert he.name == "Người này"
    named = annotated("[Bình|PER person:Bình]", article_id="b")
    [he] = told(article("a", f"Người này nói {WORDS}.", entity="person:Bình"), named)
    assert (he.name, he.role) == ("Bình", "")


def test_a_speaker_has_a_name_and_the_fullest_phrase_for_him():
    known = (StoryEntity(entity="org:Sở", name="Sở Y tế", type="ORG", mentions=9),)
    [body] = told(
        article("a", f"Sở Y tế tỉnh Hà Nam nói {WORDS}.", entity="org:Sở"), entities=known
    )
    assert (body.name, body.role) == ("Sở Y tế", "Sở Y tế tỉnh Hà Nam")


def test_nearly_the_same_words_in_several_articles_are_told_once():
    other = WORDS.replace("năm", "của năm")
    [he] = told(
        article("a", f"ông Bình nói {WORDS}.", entity="person:Bình"),
        article("b", f"ông Bình nói {other}.", other, entity="person:Bình"),
        article("c", "ông Bình nói chưa biết bao giờ.", "chưa biết bao giờ", "person:Bình"),
    )
    assert [one.articles for one in he.quotes] == [2, 1]
    assert he.sources == 3


def test_whom_more_sources_quote_comes_first_and_the_unknown_last():
    names = [
        one.name
        for one in told(
            article("a", f"Họ nói {WORDS}."),
            article("b", f"đại diện nói {WORDS}."),
            article("c", f"ông Bình nói {WORDS}.", entity="person:Bình"),
            article("d", "ông Bình nói chưa biết bao giờ.", "chưa biết bao giờ", "person:Bình"),
        )
    ]
    assert names == ["ông Bình", "đại diện", ""]
