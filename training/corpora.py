"""The corpora as rows of tokens: where words start, what part of speech they are."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
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
    """A sentence as tokens: does each start a word (-1: not known), touch the one before it?"""

    tokens: list[str]
    begins: list[int]
    glued: list[int]


CLOSING = frozenset(".,;:!?)]}%”’…»")
OPENING = frozenset("([{“‘«")
RARE = 30
COMMON = 200
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
    """Labels for the silver words whose joining is not to be believed, by their place."""
    return {
        place: labels
        for place, word in enumerate(words)
        if "_" in word and (labels := _doubted(word, known, first=place == 0))
    }


def _doubted(word: str, known: Counter[str], *, first: bool) -> list[int]:
    """The labels of a word's syllables where the segmenter of the corpus is likely wrong.

    It joins a name with what stands beside it (`Mỹ_ghi_nhớ`, `Novosti_RTN`, `Triều_Tiên_Kim_Un`).
    """
    parts = word.split("_")
    cases = "".join(map(_case, parts))
    if "T" in cases and "U" in cases and all(len(part) > 2 for part in parts):
        return [1] + [int("U" in pair) for pair in map("".join, pairwise(cases))]
    if known[word.lower()] >= RARE or word.islower() or (first and set(cases[1:]) == {"l"}):
        return []
    if set(cases) != {"T"} or len(parts) >= LONG:
        return [1] + [-1] * (len(parts) - 1)
    front = next((n for n in range(len(parts) - 1, 1, -1) if _is_name(parts[:n], known)), 0)
    return [int(place in (0, front)) for place in range(len(parts))] if front else []


def _is_name(parts: list[str], known: Counter[str]) -> bool:
    return known["_".join(parts).lower()] >= COMMON


def _case(part: str) -> str:
    if len(part.rstrip(".")) > 1 and part.isupper():
        return "U"
    return "T" if part[:1].isupper() else "l"
