"""`sukien brief`: stories in short, each sentence with its proofs."""

import datetime as dt
import sys

import click
from rich.console import Console
from rich.text import Text

from sukien.cli import options
from sukien.cli.render import brief_sentence
from sukien.errors import InputError
from sukien.library import open_library
from sukien.tell.brief import LEAST, MOST, WORDS, Aim
from sukien.views.briefs import SHORT, BriefBlock, BriefsPage, briefs_page
from sukien.views.contract import json_line
from sukien.views.dates import date_words
from sukien.views.language import both
from sukien.views.since import day_meant


@click.command()
@options.library
@click.argument("ident", metavar="[ID]", required=False)
@click.option(
    "--sentences",
    type=click.IntRange(LEAST, MOST),
    metavar="N",
    help=f"How many sentences, {LEAST} to {MOST}.",
)
@click.option(
    "--words",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"How many words to come nearest to, instead; {WORDS} where neither is given.",
)
@click.option(
    "--since",
    metavar="DATE",
    help="Only what was published since then: 2024-05-03, 'last Tuesday', 'tuần trước'.",
)
@click.option(
    "--entity", metavar="ENTITY", help="Only sentences that name this entity: id or name."
)
@options.as_json
def brief(  # noqa: PLR0913 - one parameter an option
    library: str,
    ident: str | None,
    *,
    sentences: int | None,
    words: int | None,
    since: str | None,
    entity: str | None,
    as_json: bool,
) -> None:
    """Kể ngắn một câu chuyện, một diễn biến, một nhân vật, hay mọi chuyện từ một ngày.

    Tell in short the story or episode ID of LIBRARY (it may be shortened), what is said of one
    entity, or without either every story since a day, each in three sentences. Every sentence is
    followed by the characters that prove it and the number of independent sources.
    """
    if sentences is not None and words is not None:
        raise InputError("--sentences and --words exclude each other; give one of them")
    if sentences is None and words is None and ident is None and entity is None:
        sentences = SHORT
    day = day_meant(since, dt.datetime.now().astimezone().date()) if since else None
    aim = Aim(words=words or WORDS, sentences=sentences, since=day, entity=entity)
    with open_library(library) as opened:
        page = briefs_page(opened, aim, ident=ident)
    if as_json:
        for block in page.blocks:
            sys.stdout.buffer.write(json_line(block))
        sys.stdout.buffer.flush()
    else:
        render_briefs(page)


def render_briefs(page: BriefsPage) -> None:
    """Each brief, a sentence a paragraph with its proofs."""
    console = Console(highlight=False, soft_wrap=False)
    if not page.blocks:
        console.print(both("nothing_to_tell"))
    for block in page.blocks:
        console.print(_head(block))
        for line in block.lines:
            console.print(brief_sentence(line))
        console.print()


def _head(block: BriefBlock) -> Text:
    head = Text(block.label, style="bold underline")
    first, last = date_words(block.first), date_words(block.last)
    span = first if first == last else f"{first} – {last}"
    told = f"{block.articles} {both('articles')}, {span or both('undated')}"
    head.append(f"\n{block.id}  {told}", style="dim not bold not underline")
    return head
