"""What is new, put together from a library."""

import pytest
from msgspec.structs import replace

from building import annotated, story
from sukien.errors import NotFoundError
from sukien.library import open_library
from sukien.model import AgendaItem, Evidence, Figure, FigurePoint, TimelineEntry
from sukien.store import open_sqlite
from sukien.tell.origins import Origins
from sukien.views.articles import article_page
from sukien.views.news import article_news, news_page

FIRST = "Nước lên\n[Sông Bồi|LOC region:Sông Bồi] dâng nhanh, nước tràn qua đê trong đêm."
AGAIN = "Nước lên nữa\n[Sông Bồi|LOC region:Sông Bồi] dâng nhanh, nước tràn qua đê trong đêm."
NEWS = f"{AGAIN}\n[Lê Văn Tám|PER person:Lê Văn Tám] mở kho thóc cứu dân bốn thôn ven đê."


def point(article, value, date):
    return FigurePoint(
        start=0, end=4, value=value, low=value, high=value, mod=None, date=date, article=article
    )


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "a.sukien"
    rows = [
        annotated(FIRST, "a", published="2024-05-01", publisher="Báo A"),
        annotated(NEWS, "b", published="2024-05-03", publisher="Báo B"),
        annotated(NEWS.replace("Nước lên nữa", "Tin"), "c", published="2024-05-04", publisher="C"),
    ]
    told = replace(
        story(*rows),
        lineage=Origins(rows, ()).lineage,
        timeline=(
            TimelineEntry(
                date="2024-05-01",
                text="Sông Bồi dâng nhanh",
                evidence=tuple(Evidence(article=one, start=9, end=20) for one in ("a", "b")),
                articles=2,
                sources=2,
            ),
        ),
        agenda=(
            AgendaItem(
                date="2024-05-02",
                text="Mở kho thóc",
                evidence=(Evidence(article="a", start=9, end=20),),
                outcome="moved",
                moved_to="2024-05-05",
                closing=(Evidence(article="b", start=13, end=20),),
                closed="2024-05-03",
            ),
        ),
        figures=(
            Figure(
                about="người chết",
                points=(
                    point("b", 8.0, "2024-05-03"),
                    point("a", 5.0, "2024-05-01"),
                    point("c", 5.0, "2024-04-30"),
                ),
                verdict="changed",
            ),
        ),
    )
    store = open_sqlite(path, create=True)
    lone = annotated("Chuyện khác\nKhông ngày tháng.", "d")
    store.put_articles([*rows, lone], "hand")
    store.put_stories([told])
    store.close()
    with open_library(path, refresh=False) as opened:
        yield opened


def test_an_article_is_shown_with_what_it_adds_and_repeats(library):
    page = article_page(library, "b").news
    assert page is not None
    assert not page.is_first
    assert [fact.text[:6] for fact in page.novelty.first] == ["Lê Văn"]
    assert [fact.told_by[0].article for fact in page.novelty.repeats] == ["a"]
    assert {"a", "b"} == set(page.cards)
    first = article_news(library, "a")
    assert first is not None
    assert first.is_first


def test_an_article_of_no_story_has_no_news(library):
    assert article_news(library, "d") is None
    assert article_page(library, "d").news is None


def test_what_is_new_since_a_day_names_who_took_it_up(library):
    [found] = news_page(library, "2024-05-02").stories
    assert [card.id for card in found.articles] == ["b", "c"]
    [line] = found.news
    assert (line.kind, line.published, line.articles, line.sources) == (
        "statement",
        "2024-05-03",
        2,
        2,
    )
    assert [proof.article for proof in line.evidence] == ["b", "c"]
    assert [one.article for one in found.by_article] == ["b", "c"]


def test_what_lies_before_the_news_comes_last(tmp_path):
    flood = "[Sông Bồi|LOC x] vỡ đê lớn chưa từng thấy năm xưa."
    late = annotated(f"Tin\n{flood}\n[Lê Văn Tám|PER y] mở kho thóc cứu dân ven đê.", "b")
    late = replace(late, article=replace(late.article, published="2024-05-03"))
    proof = Evidence(article="b", start=4, end=20)
    old = TimelineEntry(date="2001-08-01", text="x", evidence=(proof,), articles=1, sources=1)
    store = open_sqlite(tmp_path / "b.sukien", create=True)
    store.put_articles([late], "hand")
    store.put_stories([replace(story(late), timeline=(old,))])
    store.close()
    with open_library(tmp_path / "b.sukien", refresh=False) as opened:
        [found] = news_page(opened, "2024-05-01").stories
    assert [(line.kind, line.about) for line in found.news] == [
        ("statement", ""),
        ("happening", "2001-08-01"),
    ]


def test_a_figure_changed_where_its_last_value_is_a_later_one(library):
    [found] = news_page(library, "2024-05-02").stories
    [change] = found.changes
    assert (change.before.value, change.after.value) == (5.0, 8.0)
    [found] = news_page(library, "2024-05-04").stories
    assert found.changes == ()


def test_what_became_of_something_announced_is_news_of_its_day(library):
    [found] = news_page(library, "2024-05-02").stories
    assert [(item.outcome, item.moved_to) for item in found.agenda] == [("moved", "2024-05-05")]
    [found] = news_page(library, "2024-05-04").stories
    assert found.agenda == ()


def test_nothing_is_new_after_the_last_article(library):
    assert news_page(library, "2024-06-01").stories == ()
    assert news_page(library, "2024-06-01", story_id="s1").stories == ()
    with pytest.raises(NotFoundError):
        news_page(library, "2024-01-01", story_id="nobody")


@pytest.fixture
def copied(tmp_path):
    """A library of a story of two articles, and copies of the first."""
    path = tmp_path / "copies.sukien"
    rows = [annotated(FIRST, f"a{n}", published=f"2024-05-0{n + 1}") for n in range(4)]
    rows.append(annotated(NEWS, "b", published="2024-05-08", publisher="Báo B"))
    copies = (("a0", "a1", "a2", "a3"),)
    told = replace(story(*rows), duplicates=copies, lineage=Origins(rows, copies).lineage)
    store = open_sqlite(path, create=True)
    store.put_articles(rows, "hand")
    store.put_stories([told])
    store.close()
    with open_library(path, refresh=False) as opened:
        yield opened


def test_a_copy_that_adds_nothing_is_not_compared(copied):
    page = article_news(copied, "a2")
    assert page is not None
    assert (page.novelty.echo_of, page.novelty.known) == ("a0", 2)
    assert page.echoed == "Nước lên"
    assert not (page.novelty.first or page.novelty.repeats or page.novelty.omits)
    assert article_news(copied, "b").echoed == ""


def test_what_was_told_before_is_counted_with_its_copies(copied):
    [fact] = article_news(copied, "b").novelty.repeats
    assert (fact.articles, fact.sources) == (4, 1)
    assert {proof.article for proof in fact.earlier} == {"a0"}


def test_every_article_is_compared_where_it_is_asked_for(copied):
    [whole] = news_page(copied, "2024-05-01").stories
    assert (whole.compared, whole.echoes, whole.passed_over) == (2, 3, 0)
    assert [one.article for one in whole.by_article if one.echo_of is None] == ["a0", "b"]
    first = whole.news[0]
    assert (first.place.article, first.articles, first.sources) == ("a0", 5, 2)


@pytest.fixture
def shortened(monkeypatch, request):
    """The library of copies, kept with what its last article adds alone."""
    monkeypatch.setattr("sukien.tell.summary.LATEST", 1)
    return request.getfixturevalue("copied")


def test_of_very_many_articles_a_page_shows_what_the_latest_add(shortened):
    [found] = news_page(shortened, "2024-05-01", limit=10).stories
    assert (len(found.articles), found.compared, found.echoes, found.passed_over) == (5, 1, 3, 1)
    assert {line.place.article for line in found.news} == {"b"}
    assert found.by_article == ()
    [whole] = news_page(shortened, "2024-05-01").stories
    assert whole.compared == 2


def test_stories_with_news_come_page_by_page_the_weightiest_first(tmp_path):
    path = tmp_path / "many.sukien"
    rows = [annotated(FIRST, f"n{n}", published=f"2024-05-{n + 10}") for n in range(5)]
    store = open_sqlite(path, create=True)
    store.put_articles(rows, "hand")
    store.put_stories([story(one, story_id=one.id, label=one.id) for one in rows])
    store.close()
    with open_library(path, refresh=False) as library:
        page = news_page(library, "2024-05-11", number=2, limit=3)
        assert (page.found, page.article_count, page.number, page.pages) == (4, 4, 2, 2)
        assert [one.label for one in page.stories] == ["n1"]
        assert page.is_whole_story == {"n1": True}
        assert page.stories[0].brief
        assert (page.stories[0].compared, page.stories[0].passed_over) == (0, 1)
        assert [(one.name, one.day, one.chosen) for one in page.choices] == [
            ("yesterday", "2024-05-13", False),
            ("week_before", "2024-05-07", False),
            ("month_before", "2024-04-14", False),
        ]
        assert news_page(library, "2024-05-13").choices[0].chosen


def test_what_a_sentence_is_about_is_named_only_where_it_does_not_say_so(library):
    [line] = news_page(library, "2024-05-02").stories[0].news
    assert replace(line, about="Lê Văn Tám").heading == ""
    assert replace(line, about="con số kho").heading == "con số kho"
