"""Hand-made annotations of articles written for the project, read from TOML.

A gold file names its article and lists, layer by layer and in the order of reading, the stretches
that a careful reader marks, as `surface | value | value`. Offsets are found by searching each
surface after the one before, in the text without white space, so they hold for any spacing.
"""

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

GOLD = Path(__file__).parent / "gold"


class Mark(NamedTuple):
    """Squeezed offsets of a marked stretch, and the values behind its bars."""

    start: int
    end: int
    values: tuple[str, ...]


def squeeze(text: str) -> str:
    """`text` in NFC without white space and underscores."""
    return re.sub(r"[\s_]+", "", unicodedata.normalize("NFC", text))


def marks(text: str, lines: list[str], where: str) -> list[Mark]:
    """The marks of one layer. `text` is squeezed; raises ValueError for a surface not found."""
    found: list[Mark] = []
    at = 0
    for line in lines:
        surface, *values = (cell.strip() for cell in line.split("|"))
        wanted = squeeze(surface)
        start = text.find(wanted, at)
        if start < 0:
            raise ValueError(f"{where}: {surface!r} does not stand after character {at}")
        found.append(Mark(start, start + len(wanted), tuple(values)))
        at = start + 1
    return found


def load(folder: Path = GOLD) -> dict[str, dict[str, Any]]:
    """All gold files by article id."""
    files = sorted(folder.glob("*.toml"))
    golds = (tomllib.loads(path.read_text(encoding="utf-8")) for path in files)
    return {gold["article"]: gold for gold in golds}
