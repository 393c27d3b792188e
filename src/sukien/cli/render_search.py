"""What a search found, in the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from sukien.model import Span
from sukien.views.dates import date_words
from sukien.views.language import both
from sukien.views.search import SearchLine, SearchPage, StoryLine, Trouble


def render_search(page: SearchPage) -> None:
    """The counts of each kind, what was found, and what the search can be bounded by."""
    console = Console(highlight=False, soft_wrap=False)
    for trouble in page.troubles:
        console.print(_trouble(trouble))
    if page.empty:
        console.print(both("nothing_found"))
    for line in page.lines:
        console.print(_line(line, page.kind))
        console.print()
    for story in page.stories:
        console.print(_story(story))
        console.print()
    if not page.empty:
        console.print(_tabs(page))


def _trouble(trouble: Trouble) -> Text:
    return Text(both(f"search_{trouble.name}").format(value=trouble.value), style="yellow")


def _tabs(page: SearchPage) -> Text:
    counts = (
        f"{both(f'tab_{tab.kind}')} {tab.count}{'+' if tab.more else ''}" for tab in page.tabs
    )
    return Text("  ".join(counts), style="dim")


def _line(line: SearchLine, kind: str) -> Text:
    card, saying = line.card, line.saying
    text = Text(f"  {date_words(card.published and card.published[:10]):>12}  ", style="cyan")
    text.append(card.title)
    text.append(f"  {card.publisher or ''}  {card.id}", style="dim")
    text.append("\n    ")
    if saying and saying.speaker:
        text.append(f"{saying.speaker}: ", style="bold")
    text.append_text(_marked(line.snippet.text, line.marks))
    if kind != "articles":
        text.append(f"  {line.snippet.span.start}-{line.snippet.span.end}", style="dim")
    return text


def _story(story: StoryLine) -> Text:
    text = Text(f"  {date_words(story.last):>12}  ", style="cyan")
    text.append(story.label, style="bold")
    text.append(f"  {story.found}/{story.articles}  {story.id}\n    ", style="dim")
    return text.append_text(_marked(story.snippet.text, story.marks))


def _marked(written: str, marks: Sequence[Span]) -> Text:
    text = Text(written)
    for mark in marks:
        text.stylize("bold reverse", mark.start, mark.end)
    return text
