"""The layer `actors`: who acts or is acted on, named or not."""

from sukien.annotate.actors.layer import LAYER

__all__ = ["LAYER"]
