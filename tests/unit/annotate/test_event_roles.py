"""Who takes part in events, on sentences written for the test and annotated by the pipeline."""

import csv
from pathlib import Path

import pytest

from sukien import pipeline
from sukien.annotate.clauses.noun_phrases import before, behind
from sukien.annotate.clauses.rows import read, span
from sukien.annotate.events.cast import Cast
from sukien.annotate.events.find import Found
from sukien.annotate.events.roles import noun_parts, verb_parts
from sukien.knowledge.frames import frames
from sukien.knowledge.grammar import spelled
from sukien.knowledge.happenings import Trigger
from sukien.knowledge.tables import read_table, values
from sukien.read import article_from_text

FRAMES = {"pivot", "bring", "exist", "relative", "together", "to", "carrier", "empty"}


def annotated(text):
    [article] = pipeline.annotate([article_from_text(text, article_id="x", published="2024-05-19")])
    return article


def rows():
    lines = Path(__file__).with_name("roles.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"][:40])
def test_who_takes_part(row):
    article = annotated(row["text"])
    found = read(article)
    number, at = max(
        (number, index)
        for number, units in enumerate(found)
        for index, unit in enumerate(units)
        if row["trigger"] in unit.text and unit.kind != "name"
    )
    noun = row["form"] == "noun"
    parts = (noun_parts if noun else verb_parts)(found[number], at)
    hit = Found(at, Trigger("meet", "noun" if noun else "verb"), noun, 1.0)
    places = [place for _, place in Cast(found, article.quotes).complete(number, hit, parts)]
    roles = [article.surface(span(found[p.row], p.first, p.last)) for p in places]
    assert [who for who in row["who"].split(";") if who not in roles] == [], roles


def test_a_pronoun_is_followed_by_whom_it_means():
    article = annotated("Bà Lan sống ở Huế. Hôm qua, bà gặp ông Nam.")
    [event] = [e for e in article.events if article.surface(e.trigger) == "gặp"]
    actors = [article.surface(role) for role in event.roles if role.role == "actor"]
    assert actors == ["bà", "Bà Lan"]


def test_phrases_are_read_from_either_end():
    [row] = read(annotated("Chelsea, Arsenal và Tottenham gặp các cầu thủ của Porto"))
    verb = next(index for index, unit in enumerate(row) if unit.text == "gặp")
    assert before(row, verb, 0) == 0
    assert behind(row, verb + 1, len(row)) == len(row)


def test_every_frame_is_known():
    for row in read_table("verb_frames"):
        assert row["frame"] in FRAMES, row
        for words in values(row["words"]):
            assert frames()[spelled(words)] == row["frame"], words
