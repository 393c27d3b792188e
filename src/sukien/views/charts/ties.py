"""Edges of a network as a drawing takes them, with the tone of each kind of act."""

from collections.abc import Iterable

from sukien.knowledge.happenings import event_types
from sukien.model import Edge
from sukien.views.charts.graph import NARROW, WIDE, Graph, Tie, graph

_HOSTILE = frozenset(
    ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
)
_COOPERATIVE = frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID"))


def drawn(edges: Iterable[Edge]) -> tuple[Graph, Graph] | None:
    """A network for a wide and for a narrow screen; None where it is better read as a table."""
    found = ties(edges)
    wide, narrow = graph(found, WIDE), graph(found, NARROW)
    return (wide, narrow) if wide and narrow else None


def ties(edges: Iterable[Edge]) -> tuple[Tie, ...]:
    """Each edge with its kind's names and its place among the edges."""
    return tuple(_tie(edge, number) for number, edge in enumerate(edges))


def _tie(edge: Edge, number: int) -> Tie:
    known = event_types().get(edge.type)
    return Tie(
        actor=edge.actor,
        actor_name=edge.actor_name,
        target=edge.target,
        target_name=edge.target_name,
        kind={"vi": known.vi, "en": known.en} if known else {"vi": edge.type, "en": edge.type},
        tone=tone(edge.type),
        mutual=edge.mutual,
        done=edge.count,
        planned=edge.planned,
        number=number,
    )


def tone(event_type: str) -> str:
    """Whether a kind of act is hostile, cooperative or neutral.

    By the quadrants of the PLOVER ontology (conflict, cooperation), save that a request is not yet
    hostile and a retreat is not a favour.
    """
    known = event_types().get(event_type)
    plover = known.plover if known else None
    if plover in _HOSTILE:
        return "hostile"
    return "cooperative" if plover in _COOPERATIVE else "neutral"
