"""A text cut into syllables, numbers and punctuation, with their offsets."""

import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_TOKEN = re.compile(
    r"\d+(?:[.,/:]\d+)+%?"  # 1.500  5,2  16/3  7/2023  20:30  4,8%
    r"|\d+%?(?!\w)"  # 650  5%
    r"|[^\W_]+"  # syllables, acronyms, km2, 20h02
    r"|\.{2,}"  # an ellipsis is one mark
    r"|[^\s]"  # every other mark on its own
)


_SPACES = np.array([chr(code).isspace() for code in range(0x3002)])
"""Which characters are white space; none is above."""


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


class Cut(NamedTuple):
    """The tokens of a text, and the offsets where each starts and ends."""

    tokens: list[str]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]


def cut(text: str) -> Cut:
    """The tokens of a text as `tokenize` finds them, as arrays: fast.

    Every character that is not white space is in one token, so counting such characters tells
    where tokens start.
    """
    tokens = pieces(text)
    sizes = np.fromiter(map(len, tokens), dtype=np.int64, count=len(tokens))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    written = np.flatnonzero(~_SPACES[np.minimum(codes, len(_SPACES) - 1)])
    starts = written[np.cumsum(sizes) - sizes]
    return Cut(tokens, starts, starts + sizes)
