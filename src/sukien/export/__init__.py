"""A library in other programs' forms."""
