"""Rows of a table for a spreadsheet, in RFC 4180 form."""

import csv
import io
from collections.abc import Iterable

from sukien.model import Evidence

_FORMULA = ("=", "+", "-", "@", "\t")


def places(evidence: Iterable[Evidence]) -> str:
    """Each proof as `article:start-end`, parted by spaces."""
    return " ".join(f"{one.article}:{one.start}-{one.end}" for one in evidence)


def safe(text: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def line(cells: Iterable[object]) -> str:
    """One row with the line break that ends it."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()
