"""A library in other programs' forms: one file a form, listed here."""

from sukien.export.base import Exporter
from sukien.export.conllu import CONLLU
from sukien.export.graphml import GRAPHML
from sukien.export.icalendar import ICALENDAR
from sukien.export.network_csv import NETWORK_CSV
from sukien.export.timeline_csv import TIMELINE_CSV

EXPORTERS: tuple[Exporter, ...] = (TIMELINE_CSV, NETWORK_CSV, GRAPHML, ICALENDAR, CONLLU)

__all__ = ["EXPORTERS", "Exporter"]
