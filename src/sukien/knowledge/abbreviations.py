"""Abbreviations whose full stop does not end a sentence."""

import functools

from sukien.knowledge.tables import read_table, values


@functools.cache
def abbreviations(kind: str) -> frozenset[str]:
    """The lower-cased abbreviations of a kind (`title` or `place`), without their full stop."""
    rows = (row for row in read_table("abbreviations") if row["kind"] == kind)
    return frozenset(form.lower() for row in rows for form in values(row["form"]))
