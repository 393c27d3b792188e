"""The agenda on a terminal."""

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sukien.model import AgendaItem, Evidence
from sukien.views.agenda import AgendaGroup, AgendaLine, AgendaPage, outcome_words
from sukien.views.dates import date_words
from sukien.views.language import LANGUAGES, both

_STYLES = {
    "upcoming": "bold yellow",
    "silent": "bold magenta",
    "done": "green",
    "moved": "yellow",
    "cancelled": "red",
}


def render_agenda(page: AgendaPage, library: str) -> None:
    """What is announced, by how it stands."""
    console = Console(highlight=False, soft_wrap=False)
    if not page.lines:
        console.print(both("no_agenda"))
    for group in page.groups:
        title = Text(f"{both(f'agenda_{group.state}')} ({group.count})")
        title.stylize(_STYLES[group.state])
        console.print(Rule(title, align="left", style="dim"))
        console.print(_table(group))
        console.print()
    if page.now:
        seen = f"{both('as_of')} {date_words(page.now)}"
        console.print(Text(f"{seen}   sukien agenda {library} --all --now D", style="dim"))


def _table(group: AgendaGroup) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column()
    for line in group.lines:
        table.add_row(Text(date_words(line.item.date)), _told(line))
    return table


def _told(line: AgendaLine) -> Text:
    item = line.item
    text = Text(item.text)
    if item.moved_to and line.state == "moved":
        text.append(f"  → {date_words(item.moved_to)}", style=_STYLES["moved"])
    known = (item.by, date_words(item.announced), line.label)
    text.append("\n" + " · ".join(word for word in known if word), style="dim")
    text.append(f"  {_at(line.proof)}", style="dim")
    if item.closing and line.is_closed:
        text.append(f"\n{_why(item)}  {_at(item.closing[0])}", style="dim")
    return text


def _why(item: AgendaItem) -> str:
    return " · ".join(outcome_words(item, language) for language in LANGUAGES)


def _at(evidence: Evidence) -> str:
    return f"[{evidence.article}:{evidence.start}-{evidence.end}]"
