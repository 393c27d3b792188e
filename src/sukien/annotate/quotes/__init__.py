"""The layer `quotes`: who says what."""

from sukien.annotate.quotes.layer import LAYER, quotes_of

__all__ = ["LAYER", "quotes_of"]
