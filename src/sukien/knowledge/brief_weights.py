"""How much what is seen of a sentence speaks for it in a brief."""

from functools import cache

from sukien.knowledge.tables import read_table


@cache
def brief_weights() -> dict[str, float]:
    """The weight of each feature (`tell/brief/worth.py`)."""
    return {row["feature"]: float(row["weight"]) for row in read_table("brief_weights")}
