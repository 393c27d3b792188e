"""How much of long lists a page shows."""

from msgspec.structs import replace

from sukien.model import Episode, Origin
from sukien.store import Card
from sukien.views.episodes import ArticleLine, EpisodeTable, episode_table, listing
from sukien.views.lines import Place, TimelineLine
from sukien.views.portions import portion


def card(name: str) -> Card:
    return Card(name, f"Bài {name}", "2024-05-01", None, None)


def place(article: str, start: int = 0) -> Place:
    return Place(
        start=start,
        end=start + 1,
        article=article,
        text="Mưa.",
        text_start=start,
        title="",
        publisher=None,
        published=None,
    )


def line(places, *origins) -> TimelineLine:
    return TimelineLine(
        date="2024-05-01",
        text="Mưa",
        articles=len(places),
        sources=len(origins),
        upcoming=False,
        evidence=tuple(places),
        origins=tuple(
            Origin(key=str(number), name="", kind="article", articles=tuple(ids))
            for number, ids in enumerate(origins)
        ),
    )


def test_a_list_is_shown_folded_and_counted():
    found = portion(range(100), 12, 60)
    assert found.shown == tuple(range(12))
    assert found.folded == tuple(range(12, 60))
    assert (found.left, found.hidden) == (40, 88)
    assert portion("ab", 12, 60) == (("a", "b"), (), 0)


def test_a_line_shows_the_first_sentences_of_a_source_and_counts_its_other_articles():
    ids = [f"a{n}" for n in range(30)]
    [one] = line([place("a0", start) for start in (0, 5)] + list(map(place, ids[1:])), ids).backed
    assert [p.article for p in one.places] == ["a0", *ids[:3]]
    assert one.more == 27


def test_the_more_sources_the_fewer_sentences_of_each():
    ids = [f"a{n}" for n in range(30)]
    told = line([place(one) for one in ids], *([one, f"{one}x"] for one in ids))
    assert [len(one.places) for one in told.backed] == [1] * 4
    assert [one.more for one in told.backed] == [1] * 4
    assert told.more_sources == 26


def test_copies_are_folded_under_the_first_of_their_episode():
    lines = [ArticleLine(card=card("a"), reasons=())]
    lines += [ArticleLine(card=card(f"c{n}"), reasons=(), copy_of="a") for n in range(20)]
    lines.append(ArticleLine(card=card("b"), reasons=()))
    one, other = EpisodeTable(id="e", label="", articles=tuple(lines), reasons=()).shown
    assert (one.line.card.id, other.line.card.id) == ("a", "b")
    assert ([copy.id for copy in one.copies], one.count, one.left) == (
        [f"c{n}" for n in range(12)],
        20,
        8,
    )
    assert (other.copies, other.count) == ((), 0)


def test_of_a_long_episode_the_number_of_the_rest_is_told():
    lines = [ArticleLine(card=card(f"a{n}"), reasons=()) for n in range(60)]
    lines.append(ArticleLine(card=card("c"), reasons=(), copy_of="a0"))
    table = EpisodeTable(id="e", label="", articles=tuple(lines), reasons=())
    assert (len(table.shown), table.left) == (50, 10)


def test_copies_in_two_episodes_are_listed_in_both():
    cards = {name: card(name) for name in "abc"}
    groups = {"a": 0, "b": 0, "c": 0}
    table = episode_table(Episode(id="e", label="", articles=("b", "c")), (), cards, groups)
    assert [(one.card.id, one.copy_of) for one in table.articles] == [("b", None), ("c", "b")]
    alone = episode_table(Episode(id="f", label="", articles=("a",)), (), cards, groups)
    assert alone.articles[0].copy_of is None


def test_articles_that_only_repeat_one_are_listed_under_its_source():
    ids = [f"a{n}" for n in range(20)]
    told = replace(line([place("a0")], ids), copies=tuple(card(one) for one in ids[1:13]))
    [one] = told.backed
    assert [copy.id for copy in one.copies] == ids[1:5]
    assert one.more == 15


def many(episodes: int, each: int) -> list[EpisodeTable]:
    return [
        EpisodeTable(
            id=f"e{n}",
            label="",
            articles=tuple(
                ArticleLine(card=card(f"a{n}-{m}"), reasons=()) for m in range(each + n)
            ),
            reasons=(),
        )
        for n in range(episodes)
    ]


def test_of_many_episodes_the_largest_list_their_articles_and_the_others_are_named():
    found = listing(many(100, 1))
    assert [one.table.id for one in found.episodes] == [f"e{n}" for n in range(94, 100)]
    assert [len(one.folds) for one in found.episodes] == [6] * 6
    assert found.episodes[0].left == 95 - 6
    assert [table.id for table in found.others] == [f"e{n}" for n in range(40)]
    assert found.left == 54
    assert not found.is_whole
    assert len(found.ids) == 46


def test_all_articles_are_listed_where_they_are_few_or_asked_for():
    assert listing(many(3, 2)).is_whole
    assert listing(many(1, 50)).is_whole
    every = listing(many(100, 1), everything=True)
    assert every.is_whole
    assert sum(len(one.folds) for one in every.episodes) == sum(range(1, 101))
