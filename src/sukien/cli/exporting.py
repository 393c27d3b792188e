"""`sukien export`: a library in other programs' forms."""

import sys

import click

from sukien.cli import options
from sukien.export import EXPORTERS
from sukien.library import open_library

_BY_NAME = {exporter.name: exporter for exporter in EXPORTERS}
_FORMS = "; ".join(f"{one.name}: {one.about}" for one in EXPORTERS)


@click.command(
    help="Xuất thư viện cho chương trình khác.\n\n"
    f"Write LIBRARY to standard output in another form. {_FORMS}."
)
@options.library
@click.option("--format", "form", type=click.Choice(list(_BY_NAME)), required=True)
def export(library: str, form: str) -> None:
    """Write a library in another form."""
    with open_library(library) as opened:
        for piece in _BY_NAME[form].write(opened.stories(), opened.articles()):
            sys.stdout.buffer.write(piece.encode())
    sys.stdout.buffer.flush()
