"""The stand-off gold of figures, and how it is scored. No article is needed."""

import json
from collections import Counter

import pytest
from quality.figures import GOLD, SETS, Found, Group, Number, accuracies
from quality.names import Real
from quality.scoring import Count

from building import annotated
from sukien.model import Figure, FigureJudgement, FigurePoint
from sukien.views.contract import PLAIN_VERDICTS

ROWS = {
    which: [json.loads(line) for line in (GOLD / f"{which}.jsonl").read_text("utf-8").splitlines()]
    for which in SETS
}


@pytest.mark.parametrize("which", SETS)
def test_every_number_lies_in_its_article(which: str) -> None:
    for row in ROWS[which]:
        for slot in row["slots"]:
            for one in slot["mentions"]:
                length = row["articles"][one["article"]]["length"]
                spans = [(one["start"], one["end"]), *one.get("also", ())]
                assert all(0 <= start < end <= length for start, end in spans), row["group"]


@pytest.mark.parametrize("which", SETS)
def test_verdicts_are_on_numbers_of_different_articles(which: str) -> None:
    for row in ROWS[which]:
        for one, other, verdict in row["pairs"]:
            a, b = (row["slots"][slot]["mentions"][at] for slot, at in (one, other))
            assert a["article"] != b["article"], row["group"]
            assert verdict in PLAIN_VERDICTS


def test_what_measures_was_not_developed_on() -> None:
    ids = {
        which: {article["id"] for row in rows for article in row["articles"]}
        for which, rows in ROWS.items()
    }
    assert not ids["developing"] & ids["measuring"]


def test_no_text_is_kept() -> None:
    for rows in ROWS.values():
        assert json.dumps(rows, ensure_ascii=False).isascii()


TEXTS = {"A": "Có 5 người chết và 9 xe cháy.", "B": "Có 7 người chết và 9 xe cháy."}


@pytest.fixture
def found() -> Found:
    reals = [Real("vnmds", name, "", [text], "2024-03-01") for name, text in TEXTS.items()]
    numbers = [Number(0, 0, 5.0, ((2, 3),)), Number(0, 1, 7.0, ((2, 3),))]
    group = Group("g", reals, ["dead"], numbers, {frozenset((0, 1)): "changed"})
    return Found(group, [annotated(text, article_id=name) for name, text in TEXTS.items()], ())


def _point(article: str, value: float, start: int) -> FigurePoint:
    return FigurePoint(
        start=start, end=start + 7, value=value, low=value, high=value, mod=None, date=None,
        article=article,
    )  # fmt: skip


def _figure(*points: FigurePoint, verdict: str) -> Figure:
    judged = FigureJudgement(one=0, other=1, verdict=verdict, reason="x")
    return Figure(about="x", points=points, verdict=verdict, judgements=(judged,))


def test_a_pair_is_right_when_both_numbers_are_of_one_slot(found: Found) -> None:
    found.figures = (
        _figure(_point("A", 5.0, 3), _point("B", 7.0, 3), verdict="changed"),
        _figure(_point("A", 9.0, 19), _point("B", 9.0, 19), verdict="same"),
    )
    counted, mistakes = found.slots()
    assert counted == Count(1, 2, 1)
    assert len(mistakes) == 1 and mistakes[0].startswith("+ A 9")


def test_a_verdict_counts_by_its_own_name_and_by_the_contracts(found: Found) -> None:
    found.figures = (_figure(_point("A", 5.0, 3), _point("B", 7.0, 3), verdict="scope"),)
    given, mistakes = found.verdicts()
    assert given == Counter({("changed", "scope"): 1})
    assert mistakes == ["changed > scope: A 5 (dead) | B 7 (dead)"]
    told = accuracies(given)
    assert told["verdicts judged"].precision == 0.0
    assert told["plain verdicts judged"].precision == 1.0


def test_what_is_not_judged_counts_against_all_alone(found: Found) -> None:
    found.figures = ()
    told = accuracies(found.verdicts()[0])
    assert told["verdicts judged"].found == 0
    assert told["verdicts all"] == Count(0, 1, 1)
