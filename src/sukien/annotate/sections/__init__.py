"""The section of a newspaper that an article belongs to."""

from sukien.annotate.sections.layer import LAYER, sections

__all__ = ["LAYER", "sections"]
