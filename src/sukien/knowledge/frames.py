"""What the noun phrases behind a verb do: act next, are there, or only describe."""

import functools

from sukien.knowledge.grammar import spelled
from sukien.knowledge.tables import read_table, values


@functools.cache
def frames() -> dict[str, str]:
    """Each verb, preposition or noun with its frame, as `verb_frames.tsv` lists them."""
    return {
        spelled(word): row["frame"]
        for row in read_table("verb_frames")
        for word in values(row["words"])
    }
