"""Makes the table of names: `python -m training.names --data FOLDER [--out FILE] [--measure]`.

FOLDER holds the corpora whose articles `quality/gold/names/training.jsonl` marks (offsets and types
only). The articles that measure (`measuring.jsonl`) are never learned from, nor are articles near
them. The same folder gives the same bytes. With --measure nothing is written: each third of the
articles is found by a table that learned from the other two, and the scores are printed.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from quality.names import Marked, Table, found_names, marked, to_article
from training.crf import Course, Example, Field, learn_field
from training.linear import quantized, save

from sukien.model import AnnotatedArticle
from sukien.tag import sentences
from sukien.tag.decode import Labels, Stretches, stretches
from sukien.tag.features import rows_at
from sukien.tag.model import padded
from sukien.tag.name_columns import TYPES, NameRows, name_rows
from sukien.tag.name_model import LABELS, NAME_TEMPLATES, NameTable
from sukien.tag.names import mentions
from sukien.tag.rows import Rows, rows
from sukien.tag.words import WordRows, word_rows

OUT = Path(__file__).parent.parent / "src/sukien/tag/weights/names.npz"
COURSE = Course()
SMALLEST = 0.05
BATCH = 64
STRETCH, SHARED = 8, 0.02
LOUD_SHARE = 10
"""One article in so many is learned from in capitals too."""


class Batch(NamedTuple):
    """Some articles as rows, with the label of each word by hand."""

    articles: list[AnnotatedArticle]
    tokens: Rows
    words: WordRows
    names: NameRows
    labels: Labels


def batch(gold: Sequence[Marked], *, flat: bool = False) -> Batch:
    """The articles as rows, labelled."""
    read_ones = [to_article(one.real, flat=flat) for one in gold]
    split = zip(read_ones, sentences.split(read_ones), strict=True)
    articles = [AnnotatedArticle(article=article, sentences=found) for article, found in split]
    tokens = rows(articles)
    words = word_rows(tokens)
    names = name_rows(tokens, words)
    return Batch(articles, tokens, words, names, labels(gold, articles, tokens, words, names))


def labels(
    gold: Sequence[Marked],
    articles: Sequence[AnnotatedArticle],
    tokens: Rows,
    words: WordRows,
    names: NameRows,
) -> Labels:
    """The label of each word: a word is in a name when it shares a character with it."""
    found = np.zeros(len(words.first), np.int64)
    for number, (one, article) in enumerate(zip(gold, articles, strict=True)):
        at = np.flatnonzero(names.article == number)
        squeezed = np.cumsum([0] + [not (c.isspace() or c == "_") for c in article.text])
        start = squeezed[tokens.starts[words.first[at]]]
        end = squeezed[tokens.ends[words.last[at]]]
        for name in one.names:
            inside = at[(start < name.end) & (end > name.start)]
            if len(inside):
                begin = 1 + 2 * TYPES.index(name.type)
                found[inside], found[inside[0]] = begin + 1, begin
    return found


def example(batches: Sequence[Batch], bits: int) -> Example:
    """All words that can be in a name, with their features."""
    features, found, starts, ends, offset = [], [], [], [], 0
    for one in batches:
        at = np.flatnonzero(one.names.near)
        features.append(np.stack(list(rows_at(one.names.columns, NAME_TEMPLATES, bits, at))))
        found.append(one.labels[at])
        where = stretches(one.names.near)
        place = np.cumsum(one.names.near)
        starts.append(offset + place[where.start] - 1)
        ends.append(offset + place[where.end - 1])
        offset += len(at)
    start, end = np.concatenate(starts), np.concatenate(ends)
    weight = np.ones(len(start), np.float32)
    return Example(np.hstack(features), np.concatenate(found), Stretches(start, end), weight)


def apart(gold: Sequence[Marked], measuring: Sequence[Marked]) -> list[Marked]:
    """The articles that tell nothing of those that measure.

    Left out are other articles on the happening of one of them (the clusters of vnmds), and those
    that share a stretch of eight words with one in more than SHARED of its stretches.
    """
    clusters = {one.real.section for one in measuring if one.real.corpus == "vnmds"}
    known = [_stretches_of(one) for one in measuring]
    return [
        one
        for one in gold
        if not (one.real.corpus == "vnmds" and one.real.section in clusters)
        and all(len(_stretches_of(one) & other) <= SHARED * len(other) for other in known)
    ]


def _stretches_of(one: Marked) -> set[tuple[str, ...]]:
    words = one.real.text.replace("_", " ").lower().split()
    return {tuple(words[at : at + STRETCH]) for at in range(len(words) - STRETCH + 1)}


def table_of(field: Field) -> NameTable:
    """The field as a table, its weights as they are kept."""
    return NameTable(padded(quantized(field.weights, SMALLEST)), field.steps)


def shouted(one: Marked) -> Marked:
    """The article in capitals."""
    lines = [line.upper() for line in one.real.lines]
    return one._replace(real=one.real._replace(lines=lines))


def learned(gold: Sequence[Marked], course: Course = COURSE) -> Field:
    """A field that learned from these articles with their lines and without, a few in capitals."""
    loud = [
        shouted(one)
        for one in gold[::LOUD_SHARE]
        if len(one.real.text.upper()) == len(one.real.text)
    ]
    batches = [
        batch(part[start : start + BATCH], flat=flat)
        for part, flat in ((gold, False), (gold, True), (loud, False))
        for start in range(0, len(part), BATCH)
    ]
    return learn_field(example(batches, course.bits), LABELS, course)


def scored(gold: Sequence[Marked], table: NameTable, into: Table) -> None:
    """Count what a table finds in some articles."""
    one = batch(gold)
    found = mentions(one.tokens, one.words, len(gold), table)
    for article, real, names in zip(one.articles, gold, found, strict=True):
        into.add(real, found_names(msgspec.structs.replace(article, mentions=names)))


def thirds(gold: Sequence[Marked], course: Course = COURSE) -> Table:
    """Each third of the articles found by what learned from the other two."""
    table = Table()
    for number in range(3):
        others = [one for place, one in enumerate(gold) if place % 3 != number]
        scored(gold[number::3], table_of(learned(others, course)), table)
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    gold = apart(marked(options.data, "training"), marked(options.data))
    if options.measure:
        print("\n".join(thirds(gold).lines()))
        return
    field = learned(gold)
    save(options.out, weights=quantized(field.weights, SMALLEST), steps=field.steps)


if __name__ == "__main__":
    main()
