"""Words that make a date a thing to compare with, not the day of a happening."""

from functools import cache

from sukien.knowledge.tables import read_table


@cache
def date_references() -> tuple[str, ...]:
    """The phrases, in lower case."""
    return tuple(row["phrase"].casefold() for row in read_table("date_references"))
