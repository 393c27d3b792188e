"""The corpora as rows of tokens: where words start, what part of speech they are."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sukien.text.tokens import tokenize

BRACKETS = {"LBKT": "(", "RBKT": ")"}


class Tagged(NamedTuple):
    """A sentence: its words as written, the tag of each."""

    words: list[str]
    tags: list[str]


def treebank(path: Path) -> list[Tagged]:
    """The sentences of a CoNLL-U file; brackets as brackets."""
    found = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        found.append(
            Tagged([BRACKETS.get(row[1], row[1]) for row in rows], [row[3] for row in rows])
        )
    return found


class Row(NamedTuple):
    """A sentence as tokens: whether each starts a word (1, 0; -1 not known), touches the one before."""

    tokens: list[str]
    begins: list[int]
    glued: list[int]


CLOSING = frozenset(".,;:!?)]}%”’…»")
OPENING = frozenset("([{“‘«")
RARE = 30
LONG = 5


def row(words: list[str], *, spaced: bool, doubted: dict[int, list[int]] | None = None) -> Row:
    """The tokens of a sentence's words, spaced as in a corpus or as a newspaper would print them.

    `doubted` gives, for a word's index, the label of each of its tokens instead of 1, 0, 0 ...
    """
    tokens: list[str] = []
    begins: list[int] = []
    glued: list[int] = []
    opened, quoted = False, False
    for number, word in enumerate(words):
        touches = opened or (not spaced and word[:1] in CLOSING and bool(tokens))
        if word == '"' and not spaced:
            touches, quoted = touches or quoted, not quoted
        opened = not spaced and (word[:1] in OPENING or (word == '"' and quoted))
        found = tokenize(word.replace("_", " "))
        labels = (doubted or {}).get(number) or [1] + [0] * (len(found) - 1)
        if len(labels) != len(found):
            labels = [1] + [-1] * (len(found) - 1)
        for place, token in enumerate(found):
            tokens.append(token.text)
            begins.append(labels[place])
            glued.append(int(found[place - 1].end == token.start if place else touches))
    return Row(tokens, begins, glued)


def silver(path: Path) -> Iterator[list[str]]:
    """The segmented lines of the newspaper corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            for text in (article["title"], article["lead"], *article["body"], *article["captions"]):
                words = [word for word in text.split() if word.strip("_")]
                if words:
                    yield words


def _case(part: str) -> str:
    if len(part.rstrip(".")) > 1 and part.isupper():
        return "U"
    return "T" if part[:1].isupper() else "l"


def counts(sentences: Iterator[list[str]]) -> Counter[str]:
    """How often each silver word occurs, written small."""
    found: Counter[str] = Counter()
    for words in sentences:
        found.update(words)
    small: Counter[str] = Counter()
    for word, count in found.items():
        small[word.lower()] += count
    return small


def doubts(words: list[str], known: Counter[str]) -> dict[int, list[int]]:
    """Labels for the silver words whose joining is not to be believed.

    The segmenter of the corpus joins a name with what follows or precedes it. Where case changes
    inside a rare word its inner borders are not known; an acronym next to a name starts a word.
    """
    found = {}
    for number, word in enumerate(words):
        parts = word.split("_")
        if len(parts) < 2 or word.islower():
            continue
        cases = "".join(map(_case, parts))
        if number == 0 and set(cases[1:]) == {"l"}:
            continue
        if "l" in cases and "T" + cases[1:].replace("T", "l") != cases and "lT" not in cases:
            pass
        if set(cases) == {"T"} and len(parts) < LONG:
            continue
        if "U" in cases and "T" in cases and all(len(part) > 2 for part in parts):
            found[number] = [1] + [int("U" in cases[i : i + 2]) for i in range(len(parts) - 1)]
        elif known[word.lower()] < RARE or len(parts) >= LONG:
            found[number] = [1] + [-1] * (len(parts) - 1)
    return found
