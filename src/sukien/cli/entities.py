"""`sukien entities`, `merge`, `unmerge`: who is who in a library."""

import sys

import click

from sukien.cli import options
from sukien.cli.render import render_entities, render_merge
from sukien.library import open_library
from sukien.views.contract import json_line
from sukien.views.entities import PAGE, entities_page, entity_record


@click.command()
@options.library
@click.argument("text", nargs=-1, metavar="[TEXT]")
@options.as_json
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=PAGE,
    show_default=True,
    metavar="N",
    help="How many are shown; --json prints all.",
)
def entities(library: str, text: tuple[str, ...], as_json: bool, limit: int) -> None:
    """Liệt kê người, tổ chức, nơi chốn: các tên đã gặp, mã nào đã gộp, vì sao.

    List who and what LIBRARY names, those in most articles first: the names seen, which ids were
    merged, and why. With TEXT, those that are named so; typed without diacritics it finds any.
    """
    asked = " ".join(text)
    with open_library(library) as opened:
        if as_json:
            for one in opened.entities(asked):
                sys.stdout.buffer.write(json_line(entity_record(one)))
            sys.stdout.buffer.flush()
        else:
            render_entities(entities_page(opened, asked, limit=limit), library)


@click.command()
@options.library
@click.argument("source", metavar="FROM")
@click.argument("into", metavar="INTO")
@click.option("--note", default="", metavar="TEXT", help="Why, in your own words.")
@click.option("--by", default="", metavar="NAME", help="Who says so; kept with it.")
def merge(library: str, source: str, into: str, note: str, by: str) -> None:
    """Gộp hai mã làm một: FROM từ nay là INTO. Gỡ lại bằng 'sukien unmerge'.

    Make one entity of two ids of LIBRARY: FROM is INTO from now on, everywhere. The articles are
    kept as they were read; 'sukien unmerge' undoes it.
    """
    with open_library(library) as opened:
        render_merge(opened.merge(source, into, note=note, by=by))


@click.command()
@options.library
@click.argument("source", metavar="FROM")
@click.option("--by", default="", metavar="NAME", help="Who says so; kept with it.")
def unmerge(library: str, source: str, by: str) -> None:
    """Gỡ một mã đã gộp, dù gộp bằng tay hay tự động; máy sẽ không gộp lại.

    Take FROM apart again from the entity it was merged into, by hand or automatically. It is not
    merged with it automatically again.
    """
    with open_library(library) as opened:
        render_merge(opened.unmerge(source, by=by))
