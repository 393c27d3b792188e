"""Stories as lines: `a>b` ties episode b to the earlier episode a."""

from sukien.cli.render_tree import tree_rows
from sukien.model import Episode, Link, Thread
from sukien.store import Card
from sukien.views.branches import Branch, branches


def story(episodes: str, *ties: str) -> Thread:
    links = [Link(one=tie[0], other=tie[2], score=float(tie[4:] or 1)) for tie in ties]
    made = tuple(Episode(id=key, label=key.upper(), articles=(f"{key}1",)) for key in episodes)
    return Thread(id="s", episodes=made, links=tuple(links))


def shown(branch: Branch) -> list[object]:
    steps: list[object] = [step.id for step in branch.steps]
    return [*steps, *([one.parent, shown(one)] for one in branch.branches)]


def test_episodes_that_follow_each_other_are_one_line():
    assert shown(branches(story("abc", "a>b", "b>c"), {})) == ["a", "b", "c"]


def test_single_episodes_beside_each_other_do_not_make_lines():
    assert shown(branches(story("abcd", "a>b", "a>c", "a>d"), {})) == ["a", "b", "c", "d"]


def test_two_lines_of_two_episodes_part():
    tree = branches(story("abcdef", "a>b", "a>c", "b>d", "c>e", "a>f"), {})
    assert shown(tree) == ["a", "f", ["a", ["b", "d"]], ["a", ["c", "e"]]]
    rows = [row.plain.split("  ")[-3].strip() for row in tree_rows(tree)]
    assert rows == ["A", "F", "B", "D", "C", "E"]


def test_a_line_parts_again():
    ties = ("a>b", "a>c", "b>d", "c>e", "c>f", "e>g", "f>h")
    tree = branches(story("abcdefgh", *ties), {})
    assert shown(tree) == [
        "a",
        ["a", ["b", "d"]],
        ["a", ["c", ["c", ["e", "g"]], ["c", ["f", "h"]]]],
    ]


def test_the_firmest_tie_to_an_earlier_episode_counts():
    tree = branches(story("abc", "a>c 0.5", "b>c 2", "c>b 9", "a>b 1"), {})
    assert [step.parent for step in tree.steps] == [None, "a", "b"]


def test_an_episode_without_a_tie_goes_on_from_the_first():
    assert [step.parent for step in branches(story("ab"), {}).steps] == [None, "a"]


def test_a_step_says_its_first_day():
    cards = {"a1": Card(id="a1", title="x", published="2024-09-07T10:00", publisher=None, url=None)}
    assert branches(story("a"), cards).steps[0].first == "2024-09-07"
    assert branches(story("a"), {}).steps[0].first is None
