"""What an episode is called: the title of the article that has most in common with all of them."""

from collections.abc import Sequence

from sukien.thread.likeness import Member, Sums
from sukien.thread.rarity import dot, plain


def label_of(members: Sequence[Member]) -> str:
    """The title of the most central article; the first words of one that has no title."""
    if len(members) == 1:
        return members[0].heading
    total = Sums(members).body
    ranked = sorted(members, key=lambda m: (-round(dot(plain(m.body), total), 6), m.id))
    titles = [member.heading for member in ranked if member.titled]
    return titles[0] if titles else ranked[0].heading
