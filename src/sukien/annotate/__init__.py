"""The layers: one file each, listed here in the order in which they run."""

from sukien.annotate.base import Layer, apply

LAYERS: tuple[Layer, ...] = ()

__all__ = ["LAYERS", "Layer", "apply"]
