"""The layer `parts`: title, lead, captions and the rest."""

from sukien.annotate.parts.layer import LAYER

__all__ = ["LAYER"]
