"""Where a newspaper would print a story."""

from collections.abc import Iterable

from sukien.model import SECTIONS, Section


def voted(sections: Iterable[Section | None]) -> str:
    """The section that most articles are of, each counting for how sure its own is; "" for none."""
    votes = dict.fromkeys(SECTIONS, 0.0)
    for one in sections:
        if one is not None:
            votes[one.code] += one.sure
    best = max(SECTIONS, key=lambda code: votes[code])
    return best if votes[best] else ""
