"""The stand-off gold of the meaning layers, and how it is scored. No article is needed."""

import json
from pathlib import Path

import pytest
from quality.meaning import GOLD, LAYERS, Marked, measured, with_words
from quality.names import Real
from quality.scoring import Count

from sukien.knowledge.happenings import event_types

ROWS = {
    path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for path in sorted(GOLD.glob("*.jsonl"))
}
_MODS = {None, "approx", "more_than", "less_than", "at_least", "at_most", "order_of"}


def _spans(row: dict) -> list[tuple[int, int]]:
    spans = [(one["start"], one["end"]) for kind in ("times", "quantities") for one in row[kind]]
    for quote in row["quotes"]:
        spans += [(one["start"], one["end"]) for one in (quote["quote"], quote["speaker"]) if one]
    for event in row["events"]:
        spans += [tuple(event["trigger"]), *map(tuple, event["actors"] + event["targets"])]
    return spans


@pytest.mark.parametrize("which", ROWS)
def test_every_span_lies_in_its_article(which: str) -> None:
    for row in ROWS[which]:
        assert all(0 <= start < end <= row["length"] for start, end in _spans(row)), row["id"]


@pytest.mark.parametrize("which", ROWS)
def test_values_are_well_formed(which: str) -> None:
    types = {*event_types(), "other"}
    for row in ROWS[which]:
        assert {time["type"] for time in row["times"]} <= {"DATE", "TIME", "DURATION", "SET"}
        assert {one["mod"] for one in row["quantities"]} <= _MODS
        assert {one["kind"] for one in row["quotes"]} <= {"direct", "indirect"}
        assert {one["type"] for one in row["events"]} <= types, row["id"]
        statuses = {one["status"] for one in row["events"]}
        assert statuses <= {"actual", "planned", "possible", "negated"}


def test_what_measures_was_not_developed_on() -> None:
    ids = {which: {(row["corpus"], row["id"]) for row in rows} for which, rows in ROWS.items()}
    assert len(ids["measuring"]) == len(ROWS["measuring"]) == 15
    assert {row["set"] for row in ROWS["measuring"]} == {"A", "B", "C"}
    assert not ids["measuring"] & ids["reading"]
    assert not ids["checking"] & ids["reading"]
    assert not ids["checking"] & ids["measuring"]


def test_no_text_is_kept() -> None:
    for rows in ROWS.values():
        for row in rows:
            events = [{**event, "type": "", "status": "", "date": ""} for event in row["events"]]
            kept = json.dumps({**row, "id": "", "events": events}, ensure_ascii=False)
            assert kept.isascii(), row["id"]


TEXT = "Ông Nam nói: “Cầu đã mở hôm qua”."
SCORER = """
class Squeezed: pass
def score_article(doc, gold, add):
    events = gold["events"]
    add("times strict", len(doc["times"]), 2, 1, 1)
    add("events whole (recall)", events[0]["trigger"] == "mở", 1, 1, 1)
    add("names", 9, 9, 9, 9)
"""


@pytest.fixture
def one() -> Marked:
    event = {"trigger": [16, 18], "actors": [[0, 6]], "targets": []}
    return Marked(
        Real("unc", "a", "", [TEXT], "2024-05-19"), {"id": "a", "length": 26, "events": [event]}
    )


def test_words_stand_in_for_offsets(one: Marked) -> None:
    gold = with_words(one)
    assert (gold["events"][0]["trigger"], gold["events"][0]["actors"]) == ("mở", ["ÔngNam"])
    assert gold["squeezed_length"] == 26


def test_only_the_meaning_is_counted(one: Marked, tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "score.py").write_text(SCORER, encoding="utf-8")
    found = measured(tmp_path, [one])
    assert set(found.counts) == set(LAYERS)
    assert found.counts["times strict"] == Count(1, 2, 1)
    assert found.counts["events whole (recall)"] == Count(1, 1, 1)
    assert found.sentences == 1
