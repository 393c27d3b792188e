"""What an article tells against its story so far."""

import msgspec

from sukien.model.evidence import Evidence


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a sentence tells, and where it was told before.

    `kind` is happening, figure, quote or statement; `about` is the date of a happening, what a
    figure counts, or who is quoted. `earlier` are sentences of articles before this one that tell
    it, `articles` the number of those articles, `sources` of independent ones. `opening` says that
    the sentence stands in the article's lead.
    """

    kind: str
    about: str
    text: str
    place: Evidence
    earlier: tuple[Evidence, ...] = ()
    articles: int = 0
    sources: int = 0
    opening: bool = False

    @property
    def told_by(self) -> tuple[Evidence, ...]:
        """The first proof in each earlier article."""
        return tuple({proof.article: proof for proof in reversed(self.earlier)}.values())[::-1]


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """What an article says otherwise than an earlier one.

    `kind` is figure (they count differently), status (one denies what the other tells as done) or
    date (the same told of another day); `about` names what it is about. `text` and `other_text`
    are the sentences of this article and of the other, the latter empty where it was not at hand.
    """

    kind: str
    about: str
    text: str
    place: Evidence
    other_text: str
    other: Evidence


class Novelty(msgspec.Struct, frozen=True, kw_only=True):
    """What an article says first, repeats, contradicts, and which known main facts it leaves out.

    `known` is the number of articles of the story that were published before it. `echo_of` is the
    near-identical article that it repeats without anything of its own; then the rest is empty.
    """

    article: str
    known: int
    first: tuple[Fact, ...] = ()
    repeats: tuple[Fact, ...] = ()
    contradicts: tuple[Contradiction, ...] = ()
    omits: tuple[Fact, ...] = ()
    echo_of: str | None = None
