"""A text cut for reading numbers: syllables, digits and marks, and where lines end."""

import re
from functools import lru_cache

_KEPT = 128  # texts whose lexemes several layers read in turn
_SHORT = 20_000  # characters of a text that is kept

_LEXEME = re.compile(
    r"\n+"  # the end of a line parts what stands around it
    r"|\d+(?:[.,/:]\d+)*"  # 1.500  5,2  16/3  26.7.2013  20:30
    r"|[^\W\d_][^\W_]*"  # syllables; km2, U23, h02
    r"|[^\s]"  # every other mark on its own
)


class Lexemes:
    """The lexemes of a text as parallel lists: `starts`, `ends`, `words` (lower case).

    A number is parted from the letters stuck to it (`20h02` is `20` and `h02`). A line end is a
    lexeme of its own, so that no phrase is read across it. Reading past either end gives "".
    """

    __slots__ = ("ends", "size", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        found = [match.span() for match in _LEXEME.finditer(text)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]
        self.words = [text[start:end].lower() for start, end in found]
        self.size = len(found)

    def word(self, index: int) -> str:
        """The lexeme in lower case, or "" when there is none."""
        return self.words[index] if 0 <= index < self.size else ""

    def raw(self, index: int) -> str:
        """The lexeme as written, or "" when there is none."""
        if not 0 <= index < self.size:
            return ""
        return self.text[self.starts[index] : self.ends[index]]

    def glued(self, index: int) -> bool:
        """Whether nothing parts the lexeme from the one before."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def labelled(self, index: int) -> bool:
        """Whether the number is stuck to letters before it, as in `Il-76` or `51C-980`."""
        if not self.glued(index):
            return False
        before = self.word(index - 1)
        if before in {"-", "–", ".", "/"} and self.glued(index - 1):
            return self.word(index - 2)[-1:].isalpha()
        return before[-1:].isalpha() or before in {"#", "@", "_", "№"}


def lexemes_of(text: str) -> Lexemes:
    """The lexemes of a text; those of the last short texts are kept for the next layer."""
    return _kept(text) if len(text) < _SHORT else Lexemes(text)


@lru_cache(_KEPT)
def _kept(text: str) -> Lexemes:
    return Lexemes(text)
