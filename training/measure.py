"""Scores the tagger on a treebank: `python -m training.measure vi_vtb-ud-dev.conllu`.

With `--tables FILE` the words are those of other tables than the package's, which learned from the
treebank's development part too: `python -m training.words --dev none` makes such.

Every sentence is tagged with spaces around its marks as in the corpus and as it would be printed;
by the tables of words alone, and as articles are tagged, with sentences and names. A word is right
when both its ends are; a tag when the word and the tag are. AUX counts as VERB, CCONJ as SCONJ and
SYM as PUNCT, which the treebank does not part consistently.
"""

import argparse
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from training.corpora import Tagged, row, treebank

from sukien.model import AnnotatedArticle, Article
from sukien.tag import tag
from sukien.tag.model import Tables, read_tables
from sukien.tag.rows import rows
from sukien.tag.words import as_words, word_rows

MERGED = {"AUX": "VERB", "CCONJ": "SCONJ", "SYM": "PUNCT"}

Tagger = Callable[[list[Article]], list[AnnotatedArticle]]
Found = set[tuple[int, int, int, str]]


def text_of(sentence: Tagged, *, spaced: bool) -> str:
    """The sentence as text."""
    one = row(sentence.words, spaced=spaced)
    pairs = zip(one.tokens, one.glued, strict=True)
    return "".join(token if glued else f" {token}" for token, glued in pairs).strip()


def gold_words(number: int, sentence: Tagged) -> Found:
    """Words as sentence, first and last character (spaces not counted) and tag."""
    found, start = set(), 0
    for word, pos in zip(sentence.words, sentence.tags, strict=True):
        end = start + len("".join(word.split()))
        found.add((number, start, end, MERGED.get(pos, pos)))
        start = end
    return found


def found_words(number: int, article: AnnotatedArticle) -> Found:
    """The same of what the tagger found."""
    surfaces = [(article.surface(word), word.pos) for word in article.words]
    return gold_words(number, Tagged([one for one, _ in surfaces], [pos for _, pos in surfaces]))


def f1(found: set[tuple[object, ...]], gold: set[tuple[object, ...]]) -> float:
    """The harmonic mean of precision and recall, as a percentage."""
    return 200 * len(found & gold) / (len(found) + len(gold))


def tables_alone(articles: list[Article], known: Tables | None = None) -> list[AnnotatedArticle]:
    """Articles with words and nothing else."""
    batch = [AnnotatedArticle(article=article) for article in articles]
    tokens = rows(batch)
    pairs = zip(batch, as_words(tokens, word_rows(tokens, known), len(batch)), strict=True)
    return [AnnotatedArticle(article=one.article, words=found) for one, found in pairs]


def measure(
    sentences: list[Tagged], tagger: Tagger, *, spaced: bool
) -> tuple[float, float, Counter[str]]:
    """F1 of words and of tagged words; the confusions of tags on words that are right."""
    texts = [text_of(one, spaced=spaced) for one in sentences]
    tagged = tagger([Article(id="", text=text) for text in texts])
    found = set().union(*(found_words(number, one) for number, one in enumerate(tagged)))
    gold = set().union(*(gold_words(number, one) for number, one in enumerate(sentences)))
    tags = {word[:3]: word[3] for word in gold}
    wrong = Counter(f"{tags[word[:3]]} as {word[3]}" for word in found - gold if word[:3] in tags)
    return f1({w[:3] for w in found}, {w[:3] for w in gold}), f1(found, gold), wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--tables", type=Path)
    parser.add_argument("--fourth", action="store_true", help="each fourth sentence alone")
    options = parser.parse_args()
    sentences = treebank(options.treebank)[:: 4 if options.fourth else 1]
    chosen = {"alone": tables_alone, "with names": tag}
    if options.tables:
        with options.tables.open("rb") as file:
            chosen = {"alone": partial(tables_alone, known=read_tables(file))}
    for name, tagger in chosen.items():
        for spaced in (True, False):
            words_f1, tags_f1, wrong = measure(sentences, tagger, spaced=spaced)
            spacing = "spaced" if spaced else "printed"
            print(f"{name:10} {spacing:7}  words F1 {words_f1:.2f}  UPOS F1 {tags_f1:.2f}")
    print(", ".join(f"{name} {count}" for name, count in wrong.most_common(12)))


if __name__ == "__main__":
    main()
