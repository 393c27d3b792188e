"""The stand-off gold of origins, and the near-copies made for the check. No article is needed."""

import json
import random

import pytest
from quality.names import Real
from quality.origins import GOLD, KINDS, SETS, altered

from sukien.knowledge.press import outlets

ROWS = {
    which: [json.loads(line) for line in (GOLD / f"{which}.jsonl").read_text("utf-8").splitlines()]
    for which in SETS
}


@pytest.mark.parametrize("which", SETS)
def test_the_gold_holds_ids_alone(which):
    for row in ROWS[which]:
        assert set(row) == {"corpus", "id", "length", "reason", "origins"}
        assert bool(row["origins"]) == (row["reason"] in {"credited", "cited"})
        assert all(one.startswith("org:") and len(one) < 30 for one in row["origins"])
    assert any(set(row["origins"]) & set(outlets()) for row in ROWS[which])


def test_no_article_is_in_two_sets():
    ids = [row["id"] for which in SETS for row in ROWS[which]]
    assert len(ids) == len(set(ids)) == 84


@pytest.mark.parametrize("kind", KINDS)
def test_a_near_copy_keeps_most_of_the_body(kind):
    body = [f"Câu số {number}." for number in range(20)]
    real = Real("x", "a", "", ["Tựa", "Dẫn", *body], None)
    other = Real("x", "b", "", ["Tựa khác", "Dẫn khác", "Thân."], None)
    lines = altered(real, other, kind, random.Random(1)).splitlines()
    assert lines != real.lines
    assert set(lines[2:]) <= set(body)
    assert len(lines[2:]) >= 14
