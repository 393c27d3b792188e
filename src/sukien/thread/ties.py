"""Links among what is left when something was taken out or put together."""

from collections.abc import Sequence

from msgspec.structs import replace

from sukien.model import Link, Reason

BY_HAND = "by_hand"
THROUGH = "through"


def tied(ids: Sequence[str], links: Sequence[Link]) -> tuple[Link, ...]:
    """At least one link for each of `ids` but the first, which leads to an earlier one of them.

    What was tied to something that is gone is tied to what that was tied to, for the same reasons
    and through it.
    """
    place = {key: number for number, key in enumerate(ids)}
    up = _strongest(links)
    found = [link for one in links if (link := _led(one, up, place)) is not None]
    held = {link.other for link in found}
    loose = [key for key in ids[1:] if key not in held]
    found += [_through(_any_of(key, links), ids[0], key) for key in loose]
    return tuple(sorted(found, key=lambda link: place[link.other]))


def parent_of(key: str, links: Sequence[Link]) -> Link | None:
    """The link by which something hangs on an earlier one: the firmest, the first of several."""
    return _strongest(links).get(key)


def _strongest(links: Sequence[Link]) -> dict[str, Link]:
    ranked = sorted(links, key=lambda link: -link.score)
    return {link.other: link for link in reversed(ranked)}


def _led(link: Link, up: dict[str, Link], place: dict[str, int]) -> Link | None:
    """The link between two that are there, the earlier one first; None when there are no two."""
    if link.other not in place:
        return None
    one, seen = link.one, {link.other}
    while one not in place and one in up and one not in seen:
        seen.add(one)
        one = up[one].one
    if one not in place or one == link.other:
        return None
    if one != link.one:
        link = _through(link, one, link.other)
    if place[one] < place[link.other]:
        return link
    return replace(link, one=link.other, other=one)


def _any_of(key: str, links: Sequence[Link]) -> Link | None:
    return next((link for link in links if key in (link.one, link.other)), None)


def _through(link: Link | None, one: str, other: str) -> Link:
    score, reasons = (link.score, link.reasons) if link else (0.0, ())
    if not any(reason.name == THROUGH for reason in reasons):
        reasons = (Reason(THROUGH, 0.0, ""), *reasons)
    return Link(one=one, other=other, score=score, reasons=reasons)
