"""The layer `quantities`: how many, how much, of what."""

from sukien.annotate.quantities.layer import LAYER

__all__ = ["LAYER"]
