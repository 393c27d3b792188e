from msgspec.structs import replace

from building import annotated
from sukien.model import Contradiction, Evidence, Fact, Novelty
from sukien.store import Card
from sukien.views.blocks import article_blocks
from sukien.views.margins import (
    as_typed,
    input_beside,
    layers_beside,
    notes_beside,
    notes_of,
)
from sukien.views.news import ArticleNews

LATER = annotated(
    "Lũ rút\nNước [sông Hồng|LOC region:Red River] đã rút hôm nay.\nĐã có 50 người chết.",
    "b",
    published="2024-09-12",
)
CARDS = {
    key: Card(key, f"Bài {key}", "2024-09-11", f"Báo {key}", None) for key in ("a", "c", "d", "e")
}
RISE, DEATHS = LATER.text.index("Nước"), LATER.text.index("Đã có")


def news(**found: object) -> ArticleNews:
    card = Card("b", "Lũ rút", "2024-09-12", None, None)
    return ArticleNews(
        card=card, story="s", novelty=Novelty(article="b", known=1, **found), cards=CARDS
    )


def fact(kind: str, start: int, end: int, *earlier: str, about: str = "") -> Fact:
    return Fact(
        kind=kind,
        about=about,
        text=LATER.text[start:end],
        place=Evidence(article="b", start=start, end=end),
        earlier=tuple(Evidence(article=name, start=0, end=9) for name in earlier),
        articles=len(earlier),
        sources=min(2, len(earlier)),
    )


FOUND = news(
    first=(fact("statement", RISE, RISE + 29),),
    repeats=(fact("figure", DEATHS, DEATHS + 20, "a", "c", "d", "e", about="người chết"),),
    contradicts=(
        Contradiction(
            kind="figure",
            about="người chết",
            text="Đã có 50 người chết.",
            place=Evidence(article="b", start=DEATHS, end=DEATHS + 20),
            other_text="Có 60 người chết.",
            other=Evidence(article="a", start=3, end=20),
        ),
    ),
)


def test_each_sentence_has_its_notes_with_the_articles_that_tell_it_before():
    new, against, known = notes_of(FOUND)
    assert (new.kind, new.opening, new.sources) == ("first", "Nước sông Hồng đã rút …", ())
    assert [one.card.id for one in known.sources] == ["a", "c", "d"]
    assert (known.more, known.origins) == (1, 2)
    assert against.said == "Có 60 người chết."
    assert against.sources[0].proof.start == 3
    assert against.anchor == known.anchor == f"news-{DEATHS}-{DEATHS + 20}"


def test_notes_stand_beside_the_paragraph_in_which_their_sentence_begins():
    rows = notes_beside(article_blocks(LATER), notes_of(FOUND))
    assert [[kind for kind, _ in row.by_kind] for row in rows] == [
        [],
        ["first"],
        ["contradicts", "repeats"],
    ]


def test_the_first_article_of_a_story_and_an_echo_have_no_notes():
    assert notes_of(None) == ()
    assert notes_of(replace(FOUND, novelty=replace(FOUND.novelty, known=0))) == ()
    assert notes_of(replace(FOUND, novelty=replace(FOUND.novelty, echo_of="a"))) == ()


def test_two_notes_that_say_the_same_are_one():
    figure = FOUND.novelty.repeats[0]
    twice = news(repeats=(figure, replace(figure, kind="happening")))
    assert len(notes_of(twice)) == 1


def test_the_input_stands_beside_with_its_underscores():
    joint = LATER.text.index("hôm nay") + 3
    segmented = replace(LATER, article=replace(LATER.article, joints=(joint,), segmented=True))
    assert as_typed(segmented) == LATER.text.replace("hôm nay", "hôm_nay")
    rows = input_beside(article_blocks(segmented), segmented)
    assert [row.input for row in rows] == as_typed(segmented).split("\n")


def test_the_layers_stand_beside_the_paragraph_that_they_are_read_in():
    rows = layers_beside(article_blocks(LATER), LATER)
    [(layer, record)] = rows[1].records
    assert layer == "names"
    assert '"entity":"region:Red River"' in record
    assert rows[0].records == rows[2].records == ()
