"""Under which names the fields of an article stand in other people's files."""

import re
from functools import cache

from sukien.knowledge.tables import read_table, values

_BREAK = re.compile(r"[\s:.-]+")


@cache
def field_names() -> dict[str, tuple[str, ...]]:
    """Each field of an article with its names, in the order in which they are tried."""
    return {row["field"]: values(row["names"]) for row in read_table("field_names")}


def plain_name(name: str) -> str:
    """A key or column name as it is compared: `Publish Date` is `publish_date`."""
    return _BREAK.sub("_", name.strip().lower())
