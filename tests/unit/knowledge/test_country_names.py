from sukien.knowledge.countries import country_names
from sukien.knowledge.tables import read_table, values


def test_every_row_of_both_tables_gives_its_names() -> None:
    names = set(country_names())
    assert {row["vietnamese"] for row in read_table("countries")} <= names
    assert {one for row in read_table("country_variants") for one in values(row["names"])} <= names
    assert {"Mỹ", "Pháp", "Niger"} <= names
