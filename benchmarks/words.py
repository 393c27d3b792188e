"""How fast words are found: `python -m benchmarks.words [FILE] [--syllables N]`.

FILE is a text, a paragraph a line; without it the articles of the sample library are read. The
text is repeated until it has N syllables. Printed are syllables a second of segmentation with
parts of speech, of a peer measured in the same run, and the ratio of the two. The peer is the
classic of Vietnamese segmentation, longest matching with a dictionary (here: the words that the
tagger found in the same text), one syllable after the other, without parts of speech.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path

import msgspec

import sukien
from sukien.tag.words import tag_rows
from sukien.text.tokens import Token, tokenize

LONGEST = 4
SAMPLE = Path(sukien.__file__).parent / "sample"

Row = list[Token]


def texts(file: Path | None) -> list[str]:
    """The paragraphs to be read."""
    if file:
        return read(file)
    lines = (line for path in sorted(SAMPLE.glob("*.jsonl")) for line in read(path))
    records = (msgspec.json.decode(line) for line in lines if line)
    return [text for record in records for text in _strings(record)]


def read(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _strings(record: dict[str, object]) -> list[str]:
    fields = (record.get(name, []) for name in ("title", "lead", "body", "text"))
    return [text for field in fields for text in (field if isinstance(field, list) else [field])]


def rows(paragraphs: Sequence[str], syllables: int) -> list[Row]:
    """Tokens of the paragraphs, again and again up to `syllables` of them."""
    cut = [row for paragraph in paragraphs if (row := tokenize(paragraph))]
    found: list[Row] = []
    size = 0
    for row in cycle(cut):
        if size >= syllables:
            break
        found.append(row)
        size += len(row)
    return found


def dictionary(found: Sequence[Row]) -> frozenset[str]:
    """The words of more than one syllable that the tagger finds in the rows."""
    words = (
        " ".join(token.text for token in row if word.start <= token.start < word.end).lower()
        for row, tagged in zip(found, tag_rows(found), strict=True)
        for word in tagged
    )
    return frozenset(word for word in words if " " in word)


def longest_match(row: Row, known: frozenset[str]) -> list[int]:
    """The peer: how many syllables each word of a row has, the longest that is known first."""
    forms = [token.text.lower() for token in row]
    sizes, at = [], 0
    while at < len(forms):
        options = range(min(LONGEST, len(forms) - at), 1, -1)
        size = next((n for n in options if " ".join(forms[at : at + n]) in known), 1)
        sizes.append(size)
        at += size
    return sizes


def rate(work: Callable[[], object], syllables: int, repeats: int = 3) -> float:
    """Syllables a second, the best of some runs."""
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return syllables / best


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--syllables", type=int, default=200_000)
    options = parser.parse_args(arguments)
    found = rows(texts(options.file), options.syllables)
    size = sum(map(len, found))
    known = dictionary(found[:500])
    ours = rate(lambda: tag_rows(found), size)
    peer = rate(lambda: [longest_match(row, known) for row in found], size)
    print(f"words and tags   {ours:12,.0f} syllables/s")
    print(f"longest matching {peer:12,.0f} syllables/s")
    print(f"ratio            {ours / peer:12.2f}")


if __name__ == "__main__":
    main()
