"""The names of countries as Vietnamese newspapers write them."""

from functools import cache

from sukien.knowledge.tables import read_table, values


@cache
def country_names() -> tuple[str, ...]:
    """Every name of every country, the usual one and the others: `Mỹ`, `Hoa Kỳ`, `Đài Loan`."""
    usual = [row["vietnamese"] for row in read_table("countries")]
    others = [name for row in read_table("country_variants") for name in values(row["names"])]
    return tuple(dict.fromkeys(usual + others))
