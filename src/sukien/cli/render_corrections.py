"""Corrections and changes on a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from sukien.views.corrections import ChangeLine, CorrectionLine, change_words, correction_words
from sukien.views.dates import date_words
from sukien.views.language import both


def render_corrections(lines: Sequence[CorrectionLine], library: str) -> None:
    """Every correction with its key."""
    console = Console(highlight=False, soft_wrap=True)
    if not lines:
        console.print(both("no_corrections"))
    for line in lines:
        console.print(_correction(line))
        for text in stories_of(line):
            console.print(text)
    if lines:
        console.print(Text(f"sukien undo {library} KEY", style="dim"))


def render_correction(line: CorrectionLine, library: str) -> None:
    """What was said just now, and the stories as they are after it."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(_correction(line))
    for text in stories_of(line):
        console.print(text)
    if line.undone is None:
        console.print(Text(f"sukien undo {library} {line.key}", style="dim"))


def _correction(line: CorrectionLine) -> Text:
    text = Text(f"{line.key}  ", style="bold")
    text.append(correction_words(line), style="not bold")
    made = " ".join(filter(None, (date_words(line.made[:10]), line.by)))
    text.append(f"  {made}", style="not bold dim")
    if line.note:
        text.append(f"  ({line.note})", style="not bold dim")
    if line.undone:
        undone = " ".join(filter(None, (date_words(line.undone[:10]), line.undone_by)))
        text.append(f"  {both('taken_back')} {undone}", style="yellow")
    return text


def stories_of(line: CorrectionLine) -> list[Text]:
    """The stories that a correction speaks of, as they are now."""
    return [Text(f"   {key}  ", style="cyan") + Text(label, style="none")
            for key, label in line.stories]  # fmt: skip


def render_changes(lines: Sequence[ChangeLine]) -> None:
    """Every change, the oldest first."""
    console = Console(highlight=False, soft_wrap=True)
    if not lines:
        console.print(both("no_changes"))
    for line in lines:
        text = Text(f"{date_words(line.day):>12}  ", style="cyan")
        console.print(text.append(change_words(line), style="none"))
