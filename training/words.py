"""Makes the tagger's tables: `python -m training.words --data FOLDER [--out FILE] [--seed N]`.

FOLDER holds `vietnews.jsonl.gz` (word borders of a segmenter, cleaned of its known mistakes) and
`vi_vtb-ud-train.conllu` (words and tags made by hand). Same folder and seed, same bytes.

1. Where words start is learned from the newspaper corpus, then from the treebank.
2. The newspaper corpus is segmented with that; word vectors are counted on it.
3. Teachers learn tags from the treebank and the vectors, and tag a part of the newspaper corpus.
4. What tag a word has is learned from what they agree on, then from the treebank.
"""

import argparse
import random
from pathlib import Path

import numpy as np
from training.corpora import Row, Tagged, counts, doubts, row, silver, treebank
from training.linear import Labels, Learner, learn, quantized, save
from training.teacher import scores_of, teach
from training.vectors import learn_vectors

from sukien.tag.features import HALO, PAD, Columns, encode, word_columns
from sukien.tag.model import TAG_TEMPLATES, TAGS, WORD_TEMPLATES, score

WORD_BITS, TAG_BITS = 21, 17
SILVER_RATE, GOLD_RATE, GOLD_PASSES = 0.4, 0.4, 3
REMEMBERED = 0.01
"""How much of the newspaper's squared gradients still slows the treebank's steps."""
TAG_SILVER_RATE, TAG_GOLD_RATE, TAG_GOLD_PASSES = 0.1, 0.02, 2
TEACHERS = 3
TAUGHT = 1_500_000
SMALLEST = 0.05

OUT = Path(__file__).parent.parent / "src/sukien/tag/weights/words.npz"


def columns_of(rows: list[Row]) -> tuple[Columns, Labels]:
    """All rows in one, PAD between them; whether a word starts at each token (-1 not known)."""
    tokens, begins, glued = [PAD] * HALO, [-1] * HALO, [0] * HALO
    for one in rows:
        tokens += one.tokens + [PAD] * HALO
        begins += one.begins + [-1] * HALO
        glued += one.glued + [0] * HALO
    columns = encode(tokens)
    columns["glued"] = np.array(glued, dtype=np.uint64)
    return columns, np.array(begins, dtype=np.int8)


def newspaper(path: Path, shuffle: random.Random) -> tuple[Columns, Labels]:
    """The newspaper corpus in random order, half of it spaced as printed."""
    known = counts(silver(path))
    rows = [
        row(words, spaced=shuffle.random() < 0.5, doubted=doubts(words, known))
        for words in silver(path)
    ]
    shuffle.shuffle(rows)
    return columns_of(rows)


def both_spacings(sentences: list[Tagged]) -> list[Row]:
    return [row(one.words, spaced=spaced) for spaced in (True, False) for one in sentences]


def learn_words(columns: Columns, labels: Labels, gold: list[Tagged], seed: int) -> Learner:
    """The table that says where words start."""
    numbers, shuffle = np.random.default_rng(seed), random.Random(seed)
    learner = Learner.new(WORD_TEMPLATES, WORD_BITS)
    learn(learner, columns, labels, SILVER_RATE, numbers)
    learner.squares *= REMEMBERED
    rows = both_spacings(gold)
    for _ in range(GOLD_PASSES):
        shuffle.shuffle(rows)
        learn(learner, *columns_of(rows), GOLD_RATE, numbers)
    return learner


def segmented(columns: Columns, labels: Labels, learner: Learner) -> Columns:
    """The newspaper corpus as words, by the table just learned."""
    begins = np.ones(len(labels), dtype=np.bool_)
    begins[HALO:-HALO] = score(columns, WORD_TEMPLATES, learner.table) > 0
    padding = columns["form"] == encode([PAD])["form"][0]
    begins |= padding
    begins[1:] |= padding[:-1]
    return word_columns(columns, np.flatnonzero(begins))


def repaired(sentences: list[Tagged]) -> list[Tagged]:
    """The treebank with its acronyms (`VN`) always proper nouns where they are sometimes."""
    proper = {
        word
        for one in sentences
        for word, tag in zip(one.words, one.tags, strict=True)
        if tag == "PROPN" and word.isupper() and len(word) > 1
    }
    return [
        Tagged(
            one.words,
            ["PROPN" if word in proper else tag for word, tag in zip(*one, strict=True)],
        )
        for one in sentences
    ]


def tagged(sentences: list[Tagged]) -> tuple[Columns, Labels]:
    """The treebank's words with the numbers of their tags."""
    columns, begins = columns_of([row(one.words, spaced=True) for one in sentences])
    labels = [-1] * HALO
    for one in sentences:
        labels += [TAGS.index(tag) for tag in one.tags] + [-1] * HALO
    return word_columns(columns, np.flatnonzero(begins)), np.array(labels, dtype=np.int8)


def learn_tags(news: Columns, gold: list[Tagged], seed: int) -> Learner:
    """The table that says what part of speech a word is."""
    words, labels = tagged(gold)
    vectors = learn_vectors(news["form"])
    part = {name: column[:TAUGHT] for name, column in news.items()}
    teachers = (teach(vectors, words, labels, seed + number) for number in range(TEACHERS))
    taught = np.full(len(part["form"]), -1, dtype=np.int8)
    taught[HALO:-HALO] = sum(scores_of(teacher, part) for teacher in teachers).argmax(axis=1)
    taught[part["form"] == word_columns(encode([PAD]), np.arange(1))["form"][0]] = -1
    numbers = np.random.default_rng(seed)
    learner = Learner.new(TAG_TEMPLATES, TAG_BITS, len(TAGS))
    learn(learner, part, taught, TAG_SILVER_RATE, numbers)
    learner.squares[:] = 0
    for _ in range(TAG_GOLD_PASSES):
        learn(learner, words, labels, TAG_GOLD_RATE, numbers)
    return learner


def make(data: Path, out: Path, seed: int) -> None:
    """Learns both tables and writes them."""
    gold = repaired(treebank(data / "vi_vtb-ud-train.conllu"))
    columns, labels = newspaper(data / "vietnews.jsonl.gz", random.Random(seed))
    words = learn_words(columns, labels, gold, seed)
    tags = learn_tags(segmented(columns, labels, words), gold, seed)
    save(out, words=quantized(words.table, SMALLEST), tags=quantized(tags.table, SMALLEST))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    make(options.data, options.out, options.seed)


if __name__ == "__main__":
    main()
