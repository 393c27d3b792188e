"""Makes the tagger's tables: `python -m training.words --data FOLDER [--out FILE] [--dev PART]`.

FOLDER holds `vietnews.jsonl.gz` (word borders of a segmenter, cleaned of its known mistakes) and
`vi_vtb-ud-train.conllu` (words and tags made by hand). The treebank's development part is learned
from too: `all` of it, as in the model that is released, `most` (without each fourth sentence, by
which `training.measure --fourth` measures) or `none`. Same folder, same versions of the peers, same
bytes.

1. Two peers segment the newspaper corpus again; a judge (training/judge.py), learned from the
   treebank, says who is right where they differ. Where words start is learned from its verdicts.
2. The corpus is segmented with that, and two models of a peer tag a part of it.
3. What tag a word has is learned from what both say alike, then from the treebank.
"""

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from training import peers
from training.corpora import Row, Tagged, counts, doubts, row, silver, treebank
from training.judge import learn_judge, majority
from training.linear import Labels, Learner, learn, quantized, save

from sukien.tag.features import HALO, PAD, Columns, encode, word_columns
from sukien.tag.model import TAG_TEMPLATES, TAGS, WORD_TEMPLATES
from sukien.text.tokens import tokenize

WORD_BITS, TAG_BITS = 21, 18
RATE, PASSES = 0.4, 3
GOLD_RATE, REMEMBERED = 0.1, 0.1
TAG_RATE, TAG_GOLD_RATE, TAG_GOLD_PASSES = 0.1, 0.2, 2
TAGGED_LINES = 150_000
SMALLEST = 0.05

OUT = Path(__file__).parent.parent / "src/sukien/tag/weights/words.npz"


class Rows(NamedTuple):
    """Sentences as one row of tokens, PAD between them, with labels.

    `labels` are (3, n): does a word start here by the corpus' own segmenter and by two peers.
    """

    columns: Columns
    labels: npt.NDArray[np.int8]
    tokens: list[str]


def rows_of(rows: list[Row], answers: list[tuple[str, str]]) -> Rows:
    """All rows in one, each with the two peers' answers."""
    tokens, glued = [PAD] * HALO, [0] * HALO
    labels: list[list[int]] = [[-1] * HALO, [-1] * HALO, [-1] * HALO]
    for one, answer in zip(rows, answers, strict=True):
        tokens += one.tokens + [PAD] * HALO
        glued += one.glued + [0] * HALO
        said = (one.begins, *(peers.starts(one.tokens, line) for line in answer))
        for kept, new in zip(labels, said, strict=True):
            kept.extend((*new, *[-1] * HALO))
    columns = encode(tokens)
    columns["glued"] = np.array(glued, dtype=np.uint64)
    return Rows(columns, np.array(labels, dtype=np.int8), tokens)


def answered(lines: list[str]) -> list[tuple[str, str]]:
    """What the two peers make of each line."""
    both = (peers.ask(peer, lines) for peer in (peers.pyvi_words, peers.underthesea_words))
    return list(zip(*both, strict=True))


def newspaper(path: Path, shuffle: random.Random) -> Rows:
    """The newspaper corpus in random order, half of it spaced as printed."""
    known = counts(silver(path))
    sentences = list(silver(path))
    answers = answered([" ".join(words).replace("_", " ") for words in sentences])
    rows = [
        row(words, spaced=shuffle.random() < 0.5, doubted=doubts(words, known))
        for words in sentences
    ]
    order = list(range(len(rows)))
    shuffle.shuffle(order)
    return rows_of([rows[place] for place in order], [answers[place] for place in order])


def by_hand(sentences: list[Tagged], *, spaced: bool = True) -> Rows:
    """The treebank's sentences, labelled by hand (labels[0]) and by the peers."""
    lines = [" ".join(one.words).replace("_", " ") for one in sentences]
    rows = [row(one.words, spaced=spaced) for one in sentences]
    return rows_of(rows, answered(lines))


def learned(columns: Columns, labels: Labels, passes: int) -> Learner:
    """A table that says where words start, from labels of the newspaper."""
    learner = Learner.new(WORD_TEMPLATES, WORD_BITS)
    for number in range(passes):
        learn(learner, columns, labels, RATE, np.random.default_rng(number))
    return learner


def learn_words(news: Rows, gold: list[Tagged]) -> tuple[Learner, npt.NDArray[np.bool_]]:
    """The table of word borders, and the borders of the newspaper as the judge sees them."""
    hand = by_hand(gold)
    first = learned(news.columns, news.labels[0], 2).table
    most = learned(news.columns, majority(news.labels), 2).table
    judge = learn_judge((first, most), hand.columns, hand.labels[1:], hand.labels[0])
    verdict = np.zeros(len(news.tokens), np.float32)
    verdict[HALO:-HALO] = judge.scores(news.columns, news.labels[1:])
    begins = verdict > 0
    heard = (news.labels[1:] != peers.UNKNOWN).all(axis=0) & (news.labels[1:] >= 0).all(axis=0)
    learner = learned(news.columns, np.where(heard, begins, -1).astype(np.int8), PASSES)
    learner.squares *= REMEMBERED
    for spaced in (True, False):
        rows = rows_of([row(one.words, spaced=spaced) for one in gold], [("", "")] * len(gold))
        learn(learner, rows.columns, rows.labels[0], GOLD_RATE, np.random.default_rng(spaced))
    return learner, begins


def segmented(tokens: list[str], begins: npt.NDArray[np.bool_], limit: int) -> list[list[str]]:
    """The first sentences of the newspaper as words."""
    sentences: list[list[str]] = [[]]
    for token, begun in zip(tokens, begins.tolist(), strict=True):
        if token == PAD:
            if sentences[-1]:
                if len(sentences) == limit:
                    break
                sentences.append([])
        elif begun or not sentences[-1]:
            sentences[-1].append(token)
        else:
            sentences[-1][-1] += f" {token}"
    return list(filter(None, sentences))


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


def as_words(sentences: list[list[str]], labels: list[list[int]]) -> tuple[Columns, Labels]:
    """Segmented sentences as columns of words, with a label each."""
    words = [PAD] * HALO + [word for one in sentences for word in (*one, *[PAD] * HALO)]
    parts = [[token.text for token in tokenize(word)] or [PAD] for word in words]
    begins = np.cumsum([0, *map(len, parts[:-1])])
    columns = encode([token for part in parts for token in part])
    flat = [-1] * HALO + [label for one in labels for label in (*one, *[-1] * HALO)]
    return word_columns(columns, begins), np.array(flat, dtype=np.int8)


def tag_map(gold: list[Tagged], tags: list[list[str]]) -> dict[str, int]:
    """For each tag of a peer the tag that the treebank's words with it have most often."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one, row_tags in zip(gold, tags, strict=True):
        for theirs, ours in zip(row_tags, one.tags, strict=True):
            found[theirs][ours] += 1
    return {theirs: TAGS.index(ours.most_common(1)[0][0]) for theirs, ours in found.items()}


def taught(gold: list[Tagged], sentences: list[list[str]]) -> list[list[int]]:
    """The tags on which both models of the peer agree, as numbers; -1 where they do not."""
    numbers = []
    for peer in (peers.new_tags, peers.old_tags):
        known = tag_map(gold, peers.ask(peer, [one.words for one in gold]))
        numbers.append(peers.numbered(peers.ask(peer, sentences), known))
    return [
        [one if one == other else -1 for one, other in zip(*pair, strict=True)]
        for pair in zip(*numbers, strict=True)
    ]


def learn_tags(sentences: list[list[str]], gold: list[Tagged]) -> Learner:
    """The table that says what part of speech a word is."""
    learner = Learner.new(TAG_TEMPLATES, TAG_BITS, len(TAGS))
    columns, labels = as_words(sentences, taught(gold, sentences))
    learn(learner, columns, labels, TAG_RATE, np.random.default_rng(1))
    numbers = [[TAGS.index(tag) for tag in one.tags] for one in gold]
    columns, labels = as_words([one.words for one in gold], numbers)
    for number in range(TAG_GOLD_PASSES):
        learn(learner, columns, labels, TAG_GOLD_RATE, np.random.default_rng(number))
    return learner


def by_hand_all(data: Path, dev: str) -> list[Tagged]:
    """The treebank's training part, with all, most or none of its development part."""
    extra = treebank(data / "vi_vtb-ud-dev.conllu")
    kept = {"all": extra, "most": [one for n, one in enumerate(extra) if n % 4], "none": []}
    return treebank(data / "vi_vtb-ud-train.conllu") + kept[dev]


def make(data: Path, out: Path, dev: str) -> None:
    """Learns both tables and writes them."""
    gold = repaired(by_hand_all(data, dev))
    news = newspaper(data / "vietnews.jsonl.gz", random.Random(1))
    words, begins = learn_words(news, gold)
    tags = learn_tags(segmented(news.tokens, begins, TAGGED_LINES), gold)
    save(out, words=quantized(words.table, SMALLEST), tags=quantized(tags.table, SMALLEST))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--dev", choices=("all", "most", "none"), default="all")
    options = parser.parse_args()
    make(options.data, options.out, options.dev)


if __name__ == "__main__":
    main()
