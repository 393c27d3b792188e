"""A library in other programs' forms: one file a form, listed here."""

from sukien.export.base import Exporter
from sukien.export.conllu import CONLLU
from sukien.export.timeline_csv import TIMELINE_CSV

EXPORTERS: tuple[Exporter, ...] = (TIMELINE_CSV, CONLLU)

__all__ = ["EXPORTERS", "Exporter"]
