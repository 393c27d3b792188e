"""The sector of names that the project's tables of names and agencies hold."""

import functools

from sukien.knowledge.press import agencies
from sukien.knowledge.tables import read_table, values

_TABLES = {"names_sport": "ATH", "names_business": "BUS", "names_culture": "ELI"}
_ACTING = frozenset({"PER", "ORG"})


@functools.cache
def name_sectors() -> dict[str, str]:
    """The PLOVER sector of people and bodies, by their names in lower case."""
    found = dict.fromkeys(agencies(), "MED")
    for table, sector in _TABLES.items():
        for row in read_table(table):
            for name in values(row["names"]) if row["type"] in _ACTING else ():
                if row["type"] == "ORG" or " " in name:
                    found.setdefault(name.lower(), sector)
    for row in read_table("people"):  # whom no other table has is in politics
        names = [row["entity"].partition(":")[2], *values(row["names"])]
        names = [name.lower() for name in names]
        sector = next((found[name] for name in names if name in found), "GOV")
        found.update(dict.fromkeys(names, sector))
    return found
