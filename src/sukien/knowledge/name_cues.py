"""Words that tell what the name beside them is."""

from functools import cache
from typing import NamedTuple

from sukien.knowledge.tables import read_table
from sukien.text.phrases import Phrases
from sukien.text.syllables import canonical


class Cues(NamedTuple):
    """The phrases of cue_words.tsv by kind, in canonical form; `heads` begin a body's own name."""

    before: dict[str, Phrases[str]]
    heads: Phrases[str]
    inner: Phrases[str]
    joining: frozenset[str]
    within: frozenset[str]
    saying: Phrases[str]


class SmallWords(NamedTuple):
    """Single words, in canonical form, that decide small questions about names.

    `kin` are words for one person (`ông`), `pronoun_or_country` are both (`Anh`),
    `other_government` shows behind `Chính phủ` that another country's is meant, `source` stands
    before a paper, `preposition` before a place, `foreign_body` inside a foreign body's name,
    `list_head` begins a body's name that lists its subjects, `dotted` takes a full stop.
    """

    kin: frozenset[str]
    pronoun_or_country: frozenset[str]
    other_government: frozenset[str]
    source: frozenset[str]
    preposition: frozenset[str]
    foreign_body: frozenset[str]
    list_head: frozenset[str]
    dotted: frozenset[str]


@cache
def small_words() -> SmallWords:
    """The words of name_words.tsv."""
    rows = read_table("name_words")
    return SmallWords(
        *(
            frozenset(form(row["word"]) for row in rows if row["kind"] == kind)
            for kind in SmallWords._fields
        )
    )


@cache
def cues() -> Cues:
    """All cue words."""
    rows = [(row["phrase"], row["kind"]) for row in read_table("cue_words")]

    def phrases(*kinds: str) -> Phrases[str]:
        return Phrases((form(phrase), kind) for phrase, kind in rows if kind in kinds)

    return Cues(
        before={kind: phrases(kind) for kind in ("person", "place", "outlet", "thing")},
        heads=Phrases((form(p), p) for p, kind in rows if kind == "body" and p[:1].isupper()),
        inner=phrases("inner"),
        joining=frozenset(form(p) for p, kind in rows if kind == "joining"),
        within=frozenset(form(p) for p, kind in rows if kind == "within"),
        saying=phrases("saying"),
    )


def form(phrase: str) -> str:
    """A phrase in canonical form, its syllables apart by one space; full stops are left out."""
    return " ".join(canonical(word) for word in phrase.replace(".", " ").split())
