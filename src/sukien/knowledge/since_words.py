"""Words for a day as a person asks for it: `last Tuesday`, `tuan truoc`."""

from functools import cache
from typing import NamedTuple

from sukien.knowledge.tables import read_table, values
from sukien.text.folding import fold


class Asked(NamedTuple):
    """What the times reader is asked instead, and whether today is too late."""

    read: str
    before: bool


@cache
def since_words() -> dict[str, Asked]:
    """The phrases, without diacritics and in lower case."""
    return {
        fold(words): Asked(row["read"], row["before"] == "yes")
        for row in read_table("since_words")
        for words in values(row["words"])
    }
