"""Entities over all articles of a library: where one was seen, and which ids are one entity."""

import msgspec


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """An entity as one article writes it: one name, one reason for the link.

    `mentions` is how often; `role` the title before the name (`giám đốc`, "" for none), `gender`
    what the words before it tell (`male`, `female` or "").
    """

    article: str
    entity: str
    type: str
    name: str
    reason: str
    mentions: int
    role: str = ""
    gender: str = ""


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement that the entity `source` is the entity `target`.

    `reasons` are codes as in Name.reason; `undone` is the time (ISO 8601) at which a person undid
    it. A merge that was undone is not made again automatically.
    """

    source: str
    target: str
    reasons: tuple[str, ...]
    by_hand: bool = False
    undone: str | None = None
