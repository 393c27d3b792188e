"""The layers: one file each, listed here in the order in which they run."""

from sukien.annotate import parts, quantities, times, times_bounds
from sukien.annotate.base import Layer, apply

LAYERS: tuple[Layer, ...] = (
    parts.LAYER,
    times.LAYER,
    times_bounds.LAYER,
    quotes.LAYER,
    quantities.LAYER,
)

__all__ = ["LAYERS", "Layer", "apply"]
