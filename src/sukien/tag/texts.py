"""Strings as articles, for those who need only words, parts of speech and names."""

import re
import unicodedata
from bisect import bisect_left

from sukien.model import AnnotatedArticle, Article

_JOINT = re.compile(r"(?<=[^\W_])_+(?=[^\W_])")
_SPACE = re.compile(r"\s+")


def as_article(text: str, article_id: str) -> Article:
    """A string as an article whose text is that string in NFC, underscores in words as spaces.

    Where the string has an underscore or starts a line, the article remembers.
    """
    composed = unicodedata.normalize("NFC", text)
    joints = [place for found in _JOINT.finditer(composed) for place in range(*found.span())]
    spaced = _JOINT.sub(lambda found: " " * len(found.group()), composed)
    return Article(
        id=article_id,
        text=spaced,
        breaks=tuple(place for place, mark in enumerate(spaced[:-1], 1) if mark == "\n"),
        joints=tuple(joints),
        segmented=bool(joints),
    )


def joined(article: AnnotatedArticle) -> str:
    """The text with its words apart by one space, the syllables of a word joined by `_`.

    Lines stay lines.
    """
    starts, at, lines = [word.start for word in article.words], 0, []
    for line in article.text.split("\n"):
        first, last = bisect_left(starts, at), bisect_left(starts, at + len(line))
        surfaces = map(article.surface, article.words[first:last])
        lines.append(" ".join(_SPACE.sub("_", surface) for surface in surfaces))
        at += len(line) + 1
    return "\n".join(lines)
