"""The layers: one file each, listed here in the order in which they run."""

from sukien.annotate import actors, events, names, parts, quantities, quotes, times, times_bounds
from sukien.annotate.base import Layer, apply

LAYERS: tuple[Layer, ...] = (
    parts.LAYER,
    names.LAYER,
    times.LAYER,
    times_bounds.LAYER,
    quantities.LAYER,
    actors.LAYER,
    quotes.LAYER,
    events.LAYER,
)

__all__ = ["LAYERS", "Layer", "apply"]
