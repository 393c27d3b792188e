"""The layer `events`: what happens, to whom, when, and whether it is a fact."""

from sukien.annotate.events.layer import LAYER, Reader, clues_of_status

__all__ = ["LAYER", "Reader", "clues_of_status"]
