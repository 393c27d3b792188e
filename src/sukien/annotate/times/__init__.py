"""The layers `times` and `published_bounds`: when something is said to be."""

from sukien.annotate.times.layer import LAYER, Tenses

__all__ = ["LAYER", "Tenses"]
