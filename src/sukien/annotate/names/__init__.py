"""The layer `names`: mentions linked to entities."""

from sukien.annotate.names.layer import LAYER

__all__ = ["LAYER"]
