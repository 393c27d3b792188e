"""Stories in short as pages show them, and the day that a person means."""

import datetime as dt

import msgspec
import pytest

from building import annotated, story
from sukien.errors import DateError, NotFoundError
from sukien.knowledge.since_words import since_words
from sukien.library import Library, open_library
from sukien.model import Brief, Episode
from sukien.store import open_sqlite
from sukien.tell.brief import Aim
from sukien.tell.origins import Origins
from sukien.views.briefs import brief_lines, briefs_page
from sukien.views.places import Places
from sukien.views.since import day_meant
from sukien.views.stories import story_page

TODAY = dt.date(2024, 9, 17)  # a Tuesday
STORM = annotated(
    "Bão số 3 vào [Quảng Ninh|LOC place:QN]\n"
    "Bão số 3 đổ bộ [Quảng Ninh|LOC place:QN] làm mười hai người chết.",
    "a",
    published="2024-09-07",
)
HOUSES = annotated(
    "[Quảng Ninh|LOC place:QN] dựng nhà\n"
    "Tỉnh [Quảng Ninh|LOC place:QN] dựng xong ba trăm căn nhà cho dân.",
    "b",
    published="2024-10-20",
)
PRICES = annotated(
    "Giá vàng tăng\nGiá vàng trong nước tăng thêm hai triệu đồng một lượng.",
    "c",
    published="2024-09-02",
)


@pytest.fixture
def library(tmp_path):
    first = msgspec.structs.replace(
        story(STORM, HOUSES, story_id="1111", label="Bão số 3"),
        episodes=(
            Episode(id="aaaa", label="Bão vào bờ", articles=("a",)),
            Episode(id="bbbb", label="Dựng nhà", articles=("b",)),
        ),
    )
    second = story(PRICES, story_id="2222", label="Giá vàng")
    store = open_sqlite(tmp_path / "l.sukien", create=True)
    store.put_articles([STORM, HOUSES, PRICES], "hand")
    store.put_stories([first, second])
    store.close()
    with open_library(tmp_path / "l.sukien", refresh=False) as opened:
        yield opened


def told(library: Library, ident: str | None = None, **aim) -> list[tuple[str, list[str]]]:
    page = briefs_page(library, Aim(**aim), ident=ident)
    return [(block.id, [line.place.article for line in block.lines]) for block in page.blocks]


def test_a_story_is_told_from_its_first_to_its_last_episode(library):
    assert told(library, "11") == [("1111", ["a", "b"])]


def test_an_episode_is_told_by_its_id(library):
    assert told(library, "bb") == [("bbbb", ["b"])]
    assert briefs_page(library, Aim(), ident="bb").blocks[0].label == "Dựng nhà"


def test_what_is_nowhere_is_not_found(library):
    with pytest.raises(NotFoundError):
        briefs_page(library, Aim(), ident="zz")
    with pytest.raises(NotFoundError):
        briefs_page(library, Aim(entity="person:Nobody"))


def test_all_stories_since_a_day_are_told_of_that_time_alone(library):
    assert told(library) == [("1111", ["a", "b"]), ("2222", ["c"])]
    assert told(library, since=dt.date(2024, 10, 1)) == [("1111", ["b"])]
    assert told(library, since=dt.date(2025, 1, 1)) == []


@pytest.mark.parametrize("wanted", ["place:QN", "quang ninh"])
def test_an_entity_is_told_of_over_the_library(library, wanted):
    page = briefs_page(library, Aim(entity=wanted))
    [block] = page.blocks
    assert (block.id, page.entity) == ("place:QN", "Quảng Ninh")
    assert [line.place.article for line in block.lines] == ["a", "b"]
    assert (block.first, block.last, block.articles) == ("2024-09-07", "2024-10-20", 2)


def test_a_story_page_leaves_out_a_sentence_that_its_article_does_not_say(library):
    assert [line.text for line in story_page(library, "1111").brief]
    stored = library.story("1111").brief
    [one] = stored.sentences
    false = msgspec.structs.replace(one, text=one.text.replace("3", "4"))
    places = Places({"a": STORM}, {card.id: card for card in library.cards(["a"])})
    wrong = Brief(text="", evidence=(), sentences=(false,))
    assert brief_lines(wrong, places, Origins((), ())) == ()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-05-03", "2024-05-03"),
        ("hôm qua", "2024-09-16"),
        ("hom qua", "2024-09-16"),
        ("tuần trước", "2024-09-09"),
        ("thứ ba", "2024-09-17"),
        ("Tuesday", "2024-09-17"),
        ("last Tuesday", "2024-09-10"),
        ("Last  monday", "2024-09-16"),
        ("3 ngày trước", "2024-09-14"),
        ("ngày 16/3", "2024-03-16"),
    ],
)
def test_days_as_a_person_says_them(words, day):
    assert day_meant(words, TODAY).isoformat() == day


def test_every_phrase_of_the_table_is_a_day_that_has_begun():
    assert all(day_meant(words, TODAY) <= TODAY for words in since_words())


@pytest.mark.parametrize("words", ["", "hello", "2024-13-01", "ba con mèo"])
def test_what_is_no_day_is_an_error_with_a_remedy(words):
    with pytest.raises(DateError, match="tuần trước"):
        day_meant(words, TODAY)
