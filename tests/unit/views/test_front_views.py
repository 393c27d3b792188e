"""The front page: what leads, what is new, contradicted and coming, and which days are chosen."""

import pytest
from msgspec.structs import replace

from building import annotated, story
from sukien.library import open_library
from sukien.model import (
    AgendaItem,
    Evidence,
    Figure,
    FigureJudgement,
    FigurePoint,
    Story,
)
from sukien.store import open_sqlite
from sukien.tell.origins import Origins
from sukien.views.front import PAGE, FrontAsked, FrontPage, front_page


def news(name, day, publisher="Báo A"):
    known = {"published": day} if day else {}
    return annotated(f"Tin {name}\nCó {len(name)} người ở đó.", name, publisher=publisher, **known)


def told(name, *articles, **more):
    dates = [one.article.published for one in articles if one.article.published]
    return replace(
        story(*articles, story_id=name, label=f"Chuyện {name}"),
        first=min(dates, default=None),
        last=max(dates, default=None),
        lineage=Origins(articles, ()).lineage,
        **more,
    )


@pytest.fixture
def shelve(tmp_path):
    def front(*stories: tuple[Story, list], asked: FrontAsked | None = None) -> FrontPage:
        path = tmp_path / "a.sukien"
        store = open_sqlite(path, create=True)
        store.put_articles([one for _, articles in stories for one in articles], "hand")
        store.put_stories([made for made, _ in stories])
        store.close()
        with open_library(path, refresh=False) as library:
            return front_page(library, asked)

    return front


def flood():
    """Three articles of three publishers on three days, which count differently."""
    articles = [
        news("a1", "2024-05-01"),
        news("a2", "2024-05-02", "Báo B"),
        news("a3", "2024-05-03", "Báo C"),
    ]
    points = [
        FigurePoint(start=9, end=10, value=value, low=value, high=value, mod=None, date=None,
                    article=name)
        for name, value in (("a2", 2.0), ("a3", 3.0))
    ]  # fmt: skip
    figure = Figure(
        about="người",
        points=tuple(points),
        verdict="conflict",
        judgements=(FigureJudgement(one=0, other=1, verdict="conflict", reason="one moment"),),
    )
    proof = (Evidence(article="a3", start=0, end=6),)
    items = [
        AgendaItem(date=date, text=f"Họp {date}", evidence=proof, announced="2024-05-03")
        for date in ("2024-05-05", "2024-05-11", "2024-05", "2024-05-03")
    ]
    made = told("flood", *articles, figures=(figure,), agenda=tuple(items))
    return made, articles


def short(name, day):
    article = news(name, day)
    return told(name, article), [article]


def ids(cards):
    return [card.story.id for card in cards]


def test_the_weightiest_story_of_several_articles_leads(shelve):
    page = shelve(flood(), short("b", "2024-05-04"), short("c", None))
    assert page.lead is not None
    assert page.lead.story.id == "flood"
    assert (page.lead.articles, page.lead.sources, page.lead.last) == (3, 3, "2024-05-03")
    assert page.lead.weight > page.stories[1].weight
    assert ids(page.short) == ["b", "c"]
    assert (page.found, page.article_count, page.as_of) == (3, 5, "2024-05-04")


def test_a_library_of_one_article_leads_with_it(shelve):
    page = shelve(short("b", None))
    assert page.lead is not None
    assert page.lead.story.id == "b"
    assert page.short == ()
    assert (page.as_of, page.today, page.coming, page.periods) == (None, None, None, ())


def test_an_empty_library_has_a_front_page(shelve):
    page = shelve()
    assert (page.stories, page.lead, page.pages, page.months) == ((), None, 1, ())


def test_seconds_stand_beside_the_lead_and_others_in_columns(shelve):
    many = []
    for number in range(7):
        articles = [news(f"x{number}{n}", f"2024-05-{10 + number}") for n in range(2)]
        many.append((told(f"s{number}", *articles), articles))
    page = shelve(*many)
    assert ids([page.lead, *page.seconds]) == ["s6", "s5", "s4"]
    assert ids(page.columns) == ["s3", "s2", "s1", "s0"]


def test_more_stories_stand_below_the_lead_where_more_stands_beside_it(shelve):
    proof = (Evidence(article="x00", start=0, end=3),)
    items = tuple(
        AgendaItem(date=f"2024-05-{day}", text="Họp", evidence=proof) for day in range(11, 16)
    )
    many = []
    for number in range(6):
        articles = [news(f"x{number}{n}", "2024-05-10") for n in range(2)]
        many.append((told(f"s{number}", *articles, agenda=items), articles))
    page = shelve(*many)
    assert (len(page.seconds), len(page.columns)) == (4, 1)


def test_later_pages_have_no_lead_and_nothing_beside_it(shelve):
    many = [short(f"n{number:02d}", "2024-05-01") for number in range(PAGE + 2)]
    page = shelve(flood(), *many, asked=FrontAsked(number=2))
    assert (page.number, page.pages, len(page.stories)) == (2, 2, 3)
    assert page.lead is page.today is page.coming is None
    assert page.disputes == page.seconds == ()
    assert page.dispute_count == 1


def test_what_is_new_is_of_the_last_day(shelve):
    page = shelve(flood(), short("b", "2024-05-04"), short("c", "2024-05-04"))
    assert page.today is not None
    assert (page.today.day, page.today.stories, page.today.articles) == ("2024-05-04", 2, 2)
    assert [(one.story, one.label) for one in page.today.lines] == [
        ("b", "Chuyện b"),
        ("c", "Chuyện c"),
    ]


def test_contradictions_show_both_values_and_who_says_them(shelve):
    [line] = shelve(flood()).disputes
    assert (line.label, line.dispute.one.value, line.dispute.other.value) == (
        "Chuyện flood",
        2.0,
        3.0,
    )
    assert line.sources == ("Báo B", "Báo C")
    assert shelve(flood()).first_disputes == (line,)
    assert shelve(flood()).has_rail
    assert line.one is not None
    assert line.one.title == "Tin a2"


def test_a_story_names_the_next_date_that_is_not_past(shelve):
    made, articles = flood()
    entry = replace(made.timeline[0], date="2024-05-09")
    coming = replace(made, timeline=(replace(entry, date="2024-05-02"), entry))
    assert shelve((coming, articles)).stories[0].coming == "2024-05-09"
    past = (coming, articles), short("b", "2024-06-01")
    assert [card.coming for card in shelve(*past).stories] == ["2024-09-07", None]


def test_the_seven_days_after_the_last_are_coming(shelve):
    page = shelve(flood(), short("b", "2024-05-04"))
    assert page.coming is not None
    assert (page.coming.start, page.coming.end, page.coming.count) == (
        "2024-05-05",
        "2024-05-11",
        2,
    )
    assert [line.item.date for line in page.coming.lines] == ["2024-05-05", "2024-05-11"]


def test_days_asked_for_bound_all_that_is_shown(shelve):
    asked = FrontAsked(start="2024-05-01", end="2024-05-02")
    page = shelve(flood(), short("b", "2024-05-04"), short("c", None), asked=asked)
    assert ids(page.stories) == ["flood"]
    assert (page.stories[0].articles, page.stories[0].sources) == (2, 2)
    assert page.as_of == "2024-05-02"
    assert page.coming is None
    assert page.disputes == ()
    assert page.is_of_chosen_days


def test_quick_choices_lead_back_from_the_last_day(shelve):
    asked = FrontAsked(start="2024-04-28", end="2024-05-04")
    page = shelve(flood(), short("b", "2024-05-04"), asked=asked)
    assert [(one.name, one.start, one.chosen) for one in page.periods] == [
        ("last_day", "2024-05-04", False),
        ("last_week", "2024-04-28", True),
        ("last_month", "2024-04-05", False),
        ("all", None, False),
    ]
    assert not page.is_of_chosen_days


def test_months_stand_by_year_with_their_days(shelve):
    asked = FrontAsked(start="2024-02-01", end="2024-02-29")
    page = shelve(short("a", "2023-12-31"), short("b", "2024-02-10"), asked=asked)
    assert [(year, [m.month for m in months]) for year, months in page.years] == [
        ("2024", ["2024-02"]),
        ("2023", ["2023-12"]),
    ]
    [month] = [one for one in page.months if one.chosen]
    assert (month.start, month.end, month.articles) == ("2024-02-01", "2024-02-29", 1)


def test_a_section_without_stories_is_empty(shelve):
    page = shelve(flood(), asked=FrontAsked(section="sport"))
    assert (page.stories, page.found, page.story_count) == ((), 0, 1)
    assert page.today is not None
    assert page.today.lines == ()


def test_sections_stand_in_the_order_of_a_newspaper_and_bound_the_stories(shelve):
    made, articles = flood()
    other, others = short("b", "2024-05-04")
    stories = (
        (replace(made, section="sport"), articles),
        (replace(other, section="politics"), others),
    )
    page = shelve(*stories, asked=FrontAsked(section="sport"))
    assert list(page.sections.items()) == [("politics", 1), ("sport", 1)]
    assert ids(page.stories) == ["flood"]
    assert len(page.disputes) == 1
    assert page.coming is not None
    others_page = shelve(*stories, asked=FrontAsked(section="politics"))
    assert (others_page.disputes, others_page.coming) == ((), None)
