"""One happening told several times in an article is one event."""

from collections.abc import Iterator, Sequence

import msgspec

from sukien.model import Event, Role

_MOST = 8  # participants of an event


def once(text: str, events: Sequence[Event]) -> Iterator[Event]:
    """The events, each happening once: at the mention that says most, with whom the others name.

    Two mentions are one happening when they have the type, the trigger and the status in common,
    their dates agree, and whoever takes part in the one takes part in the other.
    """
    groups: dict[tuple[str, str, str], list[list[Event]]] = {}
    order: list[list[Event]] = []
    for event in events:
        key = (event.type, _word(text, event), event.status)
        kept = groups.setdefault(key, [])
        same = next((group for group in kept if _same(text, group, event)), None)
        if same is None:
            same = []
            kept.append(same)
            order.append(same)
        same.append(event)
    found = [_told_best(text, group) for group in order]
    yield from sorted(found, key=lambda event: event.trigger.start)


def _word(text: str, event: Event) -> str:
    return text[event.trigger.start : event.trigger.end].lower()


def _same(text: str, group: Sequence[Event], event: Event) -> bool:
    """Whether a mention is the happening of a group: it agrees with each mention of it."""
    if not all(_dates_agree(other.date, event.date) for other in group):
        return False
    mine = _names(text, event.roles)
    theirs = _names(text, [role for other in group for role in other.roles])
    if not mine or not theirs:
        return event.date is not None and event.date == group[0].date
    fewer, more = sorted((mine, theirs), key=len)
    return all(any(_meets(one, other) for other in more) for one in fewer)


def _dates_agree(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    return one.startswith(other) or other.startswith(one)


def _names(text: str, roles: Sequence[Role]) -> list[str]:
    """Who takes part: entities where they are known, else the words."""
    return [role.entity or text[role.start : role.end].lower() for role in roles]


def _meets(one: str, other: str) -> bool:
    return one == other or (":" not in one + other and (one in other or other in one))


def _told_best(text: str, group: Sequence[Event]) -> Event:
    """The mention with a date and the most participants, and whom only the others name."""
    best = max(group, key=lambda event: (len(event.date or ""), len(event.roles)))
    if len(group) == 1:
        return best
    roles = list(best.roles)
    known = _names(text, roles)
    for role in (role for event in group if event is not best for role in event.roles):
        (name,) = _names(text, [role])
        if len(roles) < _MOST and not any(_meets(name, other) for other in known):
            roles.append(role)
            known.append(name)
    places = [event.place for event in group if event.place]
    return msgspec.structs.replace(
        best, roles=tuple(roles), place=best.place or (places[0] if places else None)
    )
