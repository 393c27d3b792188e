"""Words that lean on the sentence before."""

from functools import cache

from sukien.knowledge.tables import read_table, values

_LONGEST_LINK = 24


@cache
def dangling_openings() -> tuple[str, ...]:
    """What a sentence must not begin with to stand alone, in lower case with a space behind."""
    return tuple(f"{row['opening'].casefold()} " for row in read_table("dangling_openings"))


def dangles(text: str) -> bool:
    """Whether a sentence begins with what leans on another; a title before a name does not."""
    folded = text.casefold()
    return any(folded.startswith(one) and _leans(text[len(one) :], one) for one in _bare())


@cache
def _bare() -> tuple[str, ...]:
    return tuple(opening.rstrip() for opening in dangling_openings())


def _leans(rest: str, opening: str) -> bool:
    """Whether an opening is a whole word, and no title of the name that follows."""
    if rest[:1].isalnum():
        return False
    title = opening.rsplit(maxsplit=1)[-1] in leaning_words("pronoun")
    return not (title and rest.lstrip()[:1].isupper())


@cache
def leaning_words(kind: str) -> frozenset[str]:
    """The words of one `kind` of `leaning_words.tsv`, whose header says what the kinds are."""
    rows = (row for row in read_table("leaning_words") if row["kind"] == kind)
    return frozenset(word for row in rows for word in values(row["words"]))


def link_length(text: str) -> int:
    """The number of characters with which `Tuy nhiên, ` opens a text; 0 without such a link."""
    comma = text.find(",", 0, _LONGEST_LINK)
    linked = comma > 0 and " ".join(text[:comma].casefold().split()) in leaning_words("link")
    rest = text[comma + 1 :] if linked else ""
    return len(text) - len(rest.lstrip()) if rest.strip() else 0
