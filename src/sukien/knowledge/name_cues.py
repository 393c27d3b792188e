"""Words that tell what the name beside them is."""

from functools import cache

from sukien.knowledge.tables import read_table
from sukien.text.phrases import Phrases
from sukien.text.syllables import canonical


@cache
def kin_words() -> frozenset[str]:
    """Words for one person that name no role (`ông`, `chị`), in canonical form."""
    return frozenset(form(row["word"]) for row in read_table("kin_words"))


@cache
def cues(kind: str) -> Phrases[str]:
    """The phrases of cue_words.tsv of one kind, in canonical form."""
    rows = (row for row in read_table("cue_words") if row["kind"] == kind)
    return Phrases((form(row["phrase"]), kind) for row in rows)


def form(phrase: str) -> str:
    """A phrase in canonical form, its syllables apart by one space; full stops are left out."""
    return " ".join(canonical(word) for word in phrase.replace(".", " ").split())
