"""`sukien network`: who acted on whom."""

import datetime as dt
import sys

import click
from rich.console import Console
from rich.text import Text

from sukien.cli import options
from sukien.knowledge.dealings import dealings
from sukien.library import open_library
from sukien.model import Edge, Evidence
from sukien.views.contract import json_line
from sukien.views.dates import date_words
from sukien.views.language import both, phrase
from sukien.views.network import NetworkPage, Wanted, kind_names, network_page
from sukien.views.since import day_meant

_SHOWN = 2


@click.command()
@options.library
@click.argument("story_id", metavar="[ID]", required=False)
@click.option("--entity", metavar="ENTITY", help="Only edges from or to this entity.")
@click.option(
    "--type",
    "kind",
    type=click.Choice(list(dealings())),
    metavar="TYPE",
    help="Only edges of this type of event: " + ", ".join(dealings()) + ".",
)
@click.option(
    "--since",
    metavar="DATE",
    help="Only edges of which something is dated then or later: 2024-05-03, 'tuần trước'.",
)
@options.as_json
def network(
    library: str,
    story_id: str | None,
    *,
    entity: str | None,
    kind: str | None,
    since: str | None,
    as_json: bool,
) -> None:
    """Ai tác động đến ai, bao nhiêu lần, khi nào, bằng việc gì.

    Who acted on whom in the story ID of LIBRARY, or in all its stories: how many happenings of
    which type of event, when, and the sentences that say so.
    """
    day = day_meant(since, dt.datetime.now().astimezone().date()) if since else None
    asked = Wanted(entity=entity, type=kind, since=day)
    with open_library(library) as opened:
        whole = opened.full_story_id(story_id) if story_id else None
        page = network_page(opened, whole, asked)
    if as_json:
        for edge in page.edges:
            sys.stdout.buffer.write(json_line(edge))
        sys.stdout.buffer.flush()
    else:
        render_network(page)


def render_network(page: NetworkPage) -> None:
    """The edges, each with its first proofs."""
    console = Console(highlight=False, soft_wrap=False)
    if page.label:
        console.print(Text(page.label, style="bold underline"))
    if not page.edges:
        console.print(both("no_edges"))
    for edge in page.edges:
        console.print(_line(edge))
    if page.edges:
        console.print(Text(f"{len(page.edges)} {both('edges')}", style="dim"))


def _line(edge: Edge) -> Text:
    arrow = "↔" if edge.mutual else "→"
    text = Text(f"{edge.actor_name} {arrow} {edge.target_name}", style="bold")
    names = kind_names(edge.type)
    text.append(f"  {names['vi']} · {names['en']}", style="magenta")
    counts = [f"{edge.count}×"] if edge.count else []
    counts += [f"{edge.planned} {phrase('only_planned')}"] if edge.planned else []
    text.append(f"  {', '.join(counts)}", style="bold yellow")
    start, end = date_words(edge.first), date_words(edge.last)
    when = start if start == end else f"{start} – {end}"
    text.append(f"  {when or both('undated')}", style="cyan")
    told = f"{edge.articles} {phrase('articles')}, {edge.sources} {phrase('sources')}"
    proofs = " ".join(_at(one) for one in edge.evidence[:_SHOWN])
    more = " …" if len(edge.evidence) > _SHOWN else ""
    text.append(f"  {told}  {proofs}{more}", style="dim not bold")
    return text


def _at(place: Evidence) -> str:
    return f"[{place.article}:{place.start}-{place.end}]"
