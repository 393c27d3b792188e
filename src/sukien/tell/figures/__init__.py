"""The same quantity over articles and time, and whether its statements agree."""

from sukien.tell.figures.telling import figures

__all__ = ["figures"]
