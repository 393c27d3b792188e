"""`sukien agenda`: what is announced, and what became of it."""

import sys
from pathlib import Path
from typing import Any

import click

from sukien.cli import options
from sukien.cli.render_agenda import render_agenda
from sukien.errors import InputError
from sukien.export.icalendar import calendar
from sukien.library import Library, open_library
from sukien.views.agenda import Asked, agenda_page, calendar_items
from sukien.views.contract import json_line

_STANDARD_OUTPUT = "-"


@click.command()
@options.library
@click.option("--story", metavar="ID", help="Only of this story; the ID may be shortened.")
@click.option("--from", "start", metavar="D", help="Only what is on this day or later.")
@click.option("--to", "end", metavar="D", help="Only what is on this day or earlier.")
@click.option(
    "--now",
    metavar="D",
    help="The day from which to see it; by default that of the last article.",
)
@click.option("--all", "everything", is_flag=True, help="Also what is done, moved or cancelled.")
@click.option("--ics", metavar="FILE", help="Write a calendar (iCalendar) to FILE; - is output.")
@options.as_json
def agenda(library: str, ics: str | None, as_json: bool, **asked: Any) -> None:
    """Những gì được báo trước: sắp tới, hay đã qua mà không bài nào nhắc lại.

    List what the articles of LIBRARY announce: what is still to come, and what went silent (its day
    has passed and no article says what became of it). Later articles of a story close what earlier
    ones announced: done, moved, cancelled. Dates are written 2024-03-16, 16/3/2024 or 'tuần trước'.
    """
    with open_library(library) as opened:
        wanted = Asked(**asked)
        if ics is not None:
            _write(ics, opened, wanted)
            return
        page = agenda_page(opened, wanted)
        if as_json:
            sys.stdout.buffer.writelines(json_line(line) for line in page.lines)
            sys.stdout.buffer.flush()
        else:
            render_agenda(page, library)


def _write(target: str, opened: Library, asked: Asked) -> None:
    written = calendar(calendar_items(opened, asked)).encode()
    if target == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
        return
    try:
        Path(target).write_bytes(written)
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror}") from error
