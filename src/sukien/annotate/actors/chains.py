"""Whom `họ`, `lực lượng này` and `hai bên` mean: the group, or the two sides, told of before."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from sukien.model import Actor

THEY = "họ"
SIDES = frozenset({"hai bên", "hai nước", "cả hai bên", "cả hai nước"})
_FORCE = "lực lượng này"
_GROUPS = frozenset({THEY, _FORCE, "nhóm này", "phe này", "phía này", "bên này"})
_ARMED = frozenset({"MIL", "REB", "COP", "CRM", "SPY"})
CROWDS = frozenset({"MIL", "REB"})  # whose nouns mean many without a number: `lính Pháp`
_PERSON, _BODY = "person:", "org:"
_NEAR = 12  # actors before a pronoun that it may stand for


class Said(NamedTuple):
    """An actor, the words of its phrase in small letters, and whether its head is plural."""

    actor: Actor
    words: str
    crowd: bool


def resolved(found: Sequence[Said]) -> Iterator[Actor]:
    """The actors in order, each plural pronoun as what it stands for.

    `họ` and `hai bên` for nobody who was told of before are left out.
    """
    told: list[Said] = []
    for said in found:
        near = told[: -_NEAR - 1 : -1]
        if said.words in SIDES:
            meant = _both(near)
        elif said.words in _GROUPS:
            meant = _group(near, armed=said.words == _FORCE)
        else:
            told.append(said)
            yield said.actor
            continue
        if meant is not None:
            yield msgspec.structs.replace(meant, start=said.actor.start, end=said.actor.end)
        elif said.words != THEY and said.words not in SIDES:
            yield said.actor


def _group(near: Sequence[Said], *, armed: bool) -> Actor | None:
    """An armed group for `lực lượng này`; else the nearest crowd, without one a body."""
    if armed:
        groups = [s.actor for s in near if s.actor.sector in _ARMED and not _starts(s, _PERSON)]
    else:
        groups = [s.actor for s in near if s.crowd and not _starts(s, _PERSON)]
        groups += [s.actor for s in near if _starts(s, _BODY)]
    return groups[0] if groups else None


def _both(near: Sequence[Said]) -> Actor | None:
    """What the last two parties before share: a sector, a country; None without two."""
    last = None
    for actor, words, _ in near:
        party = actor.entity or words
        if last is None:
            last = (actor, party)
        elif party != last[1]:
            one = last[0]
            return msgspec.structs.replace(
                one,
                entity=None,
                country=one.country if one.country == actor.country else None,
                sector=one.sector if one.sector == actor.sector else None,
            )
    return None


def _starts(said: Said, kind: str) -> bool:
    return (said.actor.entity or "").startswith(kind)
