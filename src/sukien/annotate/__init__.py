"""The layers: a room each, listed here in the order in which they run."""

from sukien.annotate import actors, events, names, parts, quantities, quotes, sections, times
from sukien.annotate.base import Layer, apply
from sukien.annotate.times import bounds as times_bounds

LAYERS: tuple[Layer, ...] = (
    parts.LAYER,
    names.LAYER,
    times.LAYER,
    times_bounds.LAYER,
    quantities.LAYER,
    actors.LAYER,
    quotes.LAYER,
    events.LAYER,
    sections.LAYER,
)

__all__ = ["LAYERS", "Layer", "apply"]
