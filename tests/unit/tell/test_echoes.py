"""Copies that add nothing are counted and not read again; those that add something are read."""

import pytest

from building import annotated
from sukien import pipeline
from sukien.model import Episode, Thread
from sukien.read import article_from_text
from sukien.tell import tell
from sukien.tell.echoes import echoes, with_own_numbers
from sukien.tell.origins import Origins

TEXT = (
    "Sập cầu ở Phú Thọ\n\nCầu Phong Châu ở Phú Thọ bị sập ngày 9/9/2024 làm {dead} người chết. "
    "Công an tỉnh đang tìm kiếm những người mất tích trên sông."
)


def read(*rows: tuple[str, str, str]):
    """Articles of an id, a day and a text, with all their layers."""
    made = [article_from_text(text, article_id=name, published=day) for name, day, text in rows]
    return list(pipeline.annotate(made))


def told(articles):
    """The story of articles that are all near-identical."""
    ids = tuple(one.id for one in articles)
    return tell(
        Thread(id="t", episodes=(Episode(id="e", label="", articles=ids),), duplicates=(ids,)),
        articles,
    )


@pytest.fixture(scope="module")
def updated():
    first, second = TEXT.format(dead=12), TEXT.format(dead=15)
    return read(
        ("a", "2024-09-10", first),
        ("b", "2024-09-10", first),
        ("c", "2024-09-11", second),
        ("d", "2024-09-12", second),
        ("e", "2024-09-12", first),
    )


def test_a_copy_without_a_number_of_its_own_is_an_echo_of_what_it_repeats(updated):
    ids = ("a", "b", "c", "d", "e")
    assert echoes(updated, [ids]) == {"b": "a", "d": "c", "e": "a"}
    assert echoes(updated, []) == {}


def test_a_copy_with_a_number_of_its_own_changes_the_figure(updated):
    [figure] = told(updated).figures
    assert [(point.article, point.value) for point in figure.points] == [("a", 12.0), ("c", 15.0)]
    assert figure.verdict == "changed"


def test_copies_do_not_confirm_their_own_number(updated):
    assert told(updated[:2]).figures == ()
    own = with_own_numbers(updated, [("a", "b", "c", "d", "e")])
    assert [bool(one.quantities) for one in own] == [True, False, True, False, False]
    assert with_own_numbers(updated, []) == updated


def test_echoes_are_counted_and_prove_nothing_of_their_own(updated):
    story = told(updated)
    assert story.articles == ("a", "b", "c", "d", "e")
    [line] = [one for one in story.timeline if one.date == "2024-09-09"]
    assert (line.articles, line.sources) == (5, 1)
    assert {proof.article for proof in line.evidence} == {"a", "c"}


def test_a_text_printed_a_day_later_tells_of_no_other_day():
    text = "Khởi công cầu\n\nHà Nội hôm qua khởi công cầu Tứ Liên qua sông Hồng."
    articles = read(("a", "2024-05-02", text), ("b", "2024-05-03", text))
    assert echoes(articles, [("a", "b")]) == {"b": "a"}
    assert [line.date for line in told(articles).timeline] == ["2024-05-01"]


@pytest.mark.parametrize(
    ("line", "adds"),
    [
        ("Hai bên bàn việc xây cầu.", False),
        ("Bộ trưởng [Nguyễn Văn A|PER person:Nguyễn Văn A] có mặt.", True),
        ("[Hà Nội|LOC city:Hanoi] xây cầu.", False),
    ],
)
def test_a_name_of_its_own_is_something_new(line, adds):
    first = annotated("Xây cầu\n[Hà Nội|LOC city:Hanoi] xây cầu.", "a")
    copy = annotated(f"Xây cầu\n{line}", "b")
    assert bool(echoes([first, copy], [("a", "b")])) is not adds


def test_what_a_story_kept_says_which_articles_are_echoes(updated):
    origins = Origins.of_story(told(updated))
    assert origins.kept(["a", "b", "c", "x"]) == ("a", "c", "x")
    assert origins.with_echoes(["c", "a", "b"]) == ("c", "d", "a", "b", "e")
    assert (origins.echo_of("d"), origins.echo_of("a"), origins.echo_of("x")) == ("c", None, None)
