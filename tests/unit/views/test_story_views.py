from pathlib import Path

import msgspec

from building import annotated, story
from sukien.library import open_library
from sukien.model import AnnotatedArticle, Quote, Speaker
from sukien.store import open_sqlite
from sukien.views.articles import article_page
from sukien.views.front import front_page
from sukien.views.lines import Place
from sukien.views.statements import FigureLine, FigureTable
from sukien.views.stories import story_page


def place(start: int, end: int, text_start: int) -> Place:
    known = {"article": "a", "title": "", "publisher": None, "published": None}
    return Place(start=start, end=end, text="Có 50 cây.", text_start=text_start, **known)


def test_a_place_knows_its_characters_within_the_sentence():
    within = place(103, 105, 100).within
    assert "Có 50 cây."[within.start : within.end] == "50"


def test_shares_are_of_the_greatest_value():
    def line(value: float | None) -> FigureLine:
        spot = place(0, 1, 0)
        return FigureLine(value=value, low=None, high=None, mod=None, date=None, place=spot)

    def shares(*values: float | None) -> list[int]:
        table = FigureTable(about="x", verdict="same", lines=tuple(map(line, values)))
        assert tuple(one for one, _ in (*table.shown, *table.more)) == table.lines
        return [share for _, share in (*table.shown, *table.more)]

    assert shares(50, -100, None) == [50, 100, 0]
    assert shares(0, None, float("inf")) == [0, 0, 0]
    assert shares() == []
    assert shares(*range(1, 17))[-1] == 100


def test_long_tables_show_their_first_lines():
    spot = place(0, 1, 0)
    row = FigureLine(value=1, low=None, high=None, mod=None, date=None, place=spot)
    table = FigureTable(about="x", verdict="same", lines=(row,) * 20)
    assert (len(table.shown), len(table.more), table.left) == (8, 8, 4)


def test_pages_are_put_together_from_a_library(tmp_path):
    path = tmp_path / "a.sukien"
    store = open_sqlite(path, create=True)
    storm = annotated("Bão vào bờ\nGió mạnh.", "bao", published="2024-09-07")
    store.put_articles([storm], "hand")
    store.put_stories([story(storm)])
    store.close()
    with open_library(path, refresh=False) as library:
        [shown] = front_page(library).stories
        assert shown.story.latest[0].proof is not None
        assert shown.opening == "Bão vào bờ"
        told = story_page(library, "s1")
        assert [day.date for day in told.told.planned] == ["2024-09-07"]
        assert told.told.recent == ()
        assert told.article_count == 1
        assert told.names[0][0] == "places"
        assert article_page(library, "bao").story_label == "Bão số 3"


def said(article_id: str, name: str | None, entity: str | None = None) -> AnnotatedArticle:
    one = annotated(f"Tin\n{name or 'Có người'} nói mưa to.", article_id)
    speaker = Speaker(4, 4 + len(name), entity) if name else None
    quote = Quote(start=len(one.text) - 7, end=len(one.text) - 1, kind="indirect", speaker=speaker)
    return msgspec.structs.replace(one, quotes=(quote,))


def speakers(tmp_path: Path, *articles: AnnotatedArticle) -> list[tuple[str, int]]:
    path = tmp_path / "a.sukien"
    store = open_sqlite(path, create=True)
    store.put_articles(articles, "hand")
    store.put_stories([story(*articles)])
    store.close()
    with open_library(path, refresh=False) as library:
        told = story_page(library, "s1").speakers
        return [(one.name, sum(quote.articles for quote in one.quotes)) for one in told]


def test_a_known_speaker_is_one_over_articles(tmp_path):
    one, other = said("a", "Ông Mẫu", "person:Mẫu"), said("b", "Bộ trưởng Mẫu", "person:Mẫu")
    assert speakers(tmp_path, one, other) == [("Bộ trưởng Mẫu", 2)]


def test_who_is_only_described_is_not_joined_over_articles(tmp_path):
    assert speakers(tmp_path, said("a", "Đại diện"), said("b", "Đại diện")) == [("Đại diện", 1)] * 2


def test_quotes_without_a_speaker_come_last(tmp_path):
    found = speakers(tmp_path, said("a", None), said("b", None), said("c", "Đại diện"))
    assert found == [("Đại diện", 1), ("", 2)]
