"""Every row of the lexicon: a name, spelled as printed, with a type."""

import unicodedata

import pytest

from sukien.knowledge.lexicon import TABLES, fullest, lexicon
from sukien.knowledge.tables import read_table, values

TYPES = {"PER", "ORG", "LOC", "MISC"}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_something_once(table: str) -> None:
    seen: dict[str, str] = {}
    for row in read_table(table):
        assert row["type"] in TYPES, row
        assert values(row["names"]), row
        for name in values(row["names"]):
            assert name == unicodedata.normalize("NFC", name), row
            assert any(c.isalnum() for c in name), row
            assert name not in seen, f"{name}: {seen[name]} and {row['names']}"
            seen[name] = row["names"]


def test_every_spelling_is_known_with_the_fullest_form_of_its_row() -> None:
    rows = [row for table in TABLES for row in read_table(table)]
    spellings = [name for row in rows for name in values(row["names"])]
    assert ["".join(known.tokens) for known in lexicon()] == ["".join(s.split()) for s in spellings]
    firsts = {values(row["names"])[0] for row in rows}
    assert {known.fullest for known in lexicon()} == firsts


def test_a_name_of_one_entity_has_a_fullest_form() -> None:
    for known in lexicon():
        found = fullest(known.type, " ".join(known.tokens))
        assert found is None or found == known.fullest
    assert fullest("PER", "Không Ai Biết") is None
    assert sum(fullest(k.type, " ".join(k.tokens)) is None for k in lexicon()) < 1000
