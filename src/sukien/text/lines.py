"""Lines of a text, and those that a fixed width has cut out of one paragraph."""

import itertools
import re

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FINAL = re.compile(r"[.?!…:;][\"”’')\]\s_]*$")
_FIRST = re.compile(r"[\s_]*(\S*)")
_WIDTHS = range(30, 200)
_LEAST_CUTS = 2


def paragraphs(text: str) -> list[str]:
    """The lines of `text` that are not blank; lines cut by a fixed width are put together again."""
    lines = _LINE_END.split(text)
    width = _wrap_width(lines)
    if not width:
        return [line for line in lines if line.strip(" \t_")]
    spaced_out = any(not line.strip() for line in lines[1:-1])
    found: list[list[str]] = []
    for before, line in zip(["", *lines], lines, strict=False):
        if not line.strip():
            continue
        if before.strip() and _runs_on(before, line, width, spaced_out=spaced_out):
            found[-1].append(line)
        else:
            found.append([line])
    return [" ".join(pieces) for pieces in found]


def _wrap_width(lines: list[str]) -> int:
    """The width at which the text was cut, or 0 when lines are as the writer made them."""
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a.strip() and b.strip()]
    cut = [(a, b) for a, b in pairs if _starts_small(b) and not _FINAL.search(a[-20:])]
    if len(cut) < _LEAST_CUTS or len(cut) * 4 < len(pairs):
        return 0
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    width = lengths[-1 - len(lengths) // 10]
    full = sum(_is_full(a, b, width) for a, b in cut)
    return width if width in _WIDTHS and full * 5 >= len(cut) * 4 else 0


def _runs_on(before: str, line: str, width: int, *, spaced_out: bool) -> bool:
    if not _is_full(before, line, width):
        return False
    return spaced_out or _starts_small(line) or not _FINAL.search(before[-20:])


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room any more (a tenth is allowed)."""
    first = _FIRST.match(following)
    needed = len(first.group(1)) if first else 0
    return len(line.strip()) + 1 + needed > width * 0.9


def _starts_small(line: str) -> bool:
    return line.lstrip(" \t_\"“'(")[:1].islower()
