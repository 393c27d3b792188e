"""Where articles come from, as far as their text shows it."""

import msgspec

from sukien.model.evidence import Evidence

ORIGIN_KINDS = ("agency", "publisher", "outlet", "article")
LINEAGE_REASONS = ("credited", "cited", "copy", "house", "publisher", "alone")


class Source(msgspec.Struct, frozen=True):
    """An agency, an outlet or a publisher that news comes from, or an article that is its own.

    `key` is the same wherever the same source is meant: an entity id (`org:AFP`) where it has
    one. `kind` is one of ORIGIN_KINDS; an article that nothing is known of has no `name`.
    """

    key: str
    name: str
    kind: str


class Lineage(msgspec.Struct, frozen=True, kw_only=True):
    """What stands behind an article, and why.

    `reason` is one of LINEAGE_REASONS: the article credits its sources, cites them, is nearly the
    same as the article `copy_of` and goes back to what that goes back to, bears the mark of a
    house, has a publisher, or shows nothing. `evidence` are the characters that show it, of the
    article itself; `echo_of` is the article that it repeats without a number, date or name of its
    own.
    """

    article: str
    sources: tuple[Source, ...]
    reason: str
    copy_of: str | None = None
    evidence: tuple[Evidence, ...] = ()
    echo_of: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the sources."""
        return tuple(source.key for source in self.sources)


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """One independent source of several articles, with those that go back to it, in their order.

    Where nothing but an article that credits two sources goes back to them, they are one: `key`
    and `name` are theirs together.
    """

    key: str
    name: str
    kind: str
    articles: tuple[str, ...]
