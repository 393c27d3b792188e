"""Words that hold a sentence together, and words that report speech."""

import functools

from sukien.knowledge.tables import read_table, values
from sukien.text.syllables import canonical


def spelled(phrase: str) -> str:
    """A phrase of a data file as it is compared: lower case, tone marks in one place."""
    return " ".join(canonical(syllable) for syllable in phrase.split())


@functools.cache
def function_words() -> dict[str, frozenset[str]]:
    """Each function word with the classes it can have (`past`, `negation`, `place` ...)."""
    found: dict[str, set[str]] = {}
    for row in read_table("function_words"):
        for word in values(row["words"]):
            found.setdefault(spelled(word), set()).add(row["class"])
    return {word: frozenset(classes) for word, classes in found.items()}


@functools.cache
def reporting() -> dict[str, str]:
    """Each reporting phrase with what may follow: clause, that, thing, rang, marks, source
    or theo."""
    rows = read_table("reporting")
    return {spelled(word): row["takes"] for row in rows for word in values(row["words"])}


@functools.cache
def speaker_nouns() -> dict[str, bool]:
    """Documents and voices that can say something; whether they also stand after `Theo`."""
    rows = read_table("speaker_nouns")
    return {spelled(word): row["theo"] == "yes" for row in rows for word in values(row["words"])}


@functools.cache
def speaker_details() -> dict[str, frozenset[str]]:
    """Words that tell what belongs to the phrase for a speaker, with their kinds."""
    found: dict[str, set[str]] = {}
    for row in read_table("speaker_details"):
        for word in values(row["words"]):
            found.setdefault(spelled(word), set()).add(row["kind"])
    return {word: frozenset(kinds) for word, kinds in found.items()}


@functools.cache
def no_sources() -> frozenset[str]:
    """What after `Theo` names no source."""
    rows = read_table("no_sources")
    return frozenset(spelled(word) for row in rows for word in values(row["words"]))


@functools.cache
def whole_words() -> dict[str, str]:
    """Words that must not be taken apart, with their kind: noun, verb or other."""
    rows = read_table("whole_words")
    return {spelled(word): row["kind"] for row in rows for word in values(row["words"])}
