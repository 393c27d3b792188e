"""A text cut into syllables, numbers and punctuation, with their offsets."""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"\d+(?:[.,/:]\d+)+%?"  # 1.500  5,2  16/3  7/2023  20:30  4,8%
    r"|\d+%?(?!\w)"  # 650  5%
    r"|[^\W_]+"  # syllables, acronyms, km2, 20h02
    r"|\.{2,}"  # an ellipsis is one mark
    r"|[^\s]"  # every other mark on its own
)


class Token(NamedTuple):
    """One syllable, number or mark: characters `start` to `end`, and the characters themselves."""

    start: int
    end: int
    text: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Every token of `text[start:end]` in order. White space is in none, all else in one."""
    stop = len(text) if end is None else end
    return [Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, stop)]


def pieces(text: str) -> list[str]:
    """The tokens of a text alone."""
    return _TOKEN.findall(text)


def cut(text: str) -> tuple[list[str], list[int]]:
    """The tokens of a text as `tokenize` finds them, and where each starts: bare, so fast."""
    tokens, starts, at = _TOKEN.findall(text), [], 0
    for token in tokens:
        at = text.find(token, at)
        starts.append(at)
        at += len(token)
    return tokens, starts
