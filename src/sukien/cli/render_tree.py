"""The lines of a story on a terminal."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from sukien.views.branches import Branch, Step
from sukien.views.dates import date_words
from sukien.views.language import both
from sukien.views.pages import StoryPage


def render_tree(page: StoryPage) -> None:
    """A story's episodes in order of time, a line that parts from them set in below."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(page.label, style="bold underline"))
    if page.tree is not None:
        for row in tree_rows(page.tree):
            console.print(row)


def tree_rows(branch: Branch, depth: int = 0) -> Iterator[Text]:
    """The rows of a line and of those that part from it."""
    for number, step in enumerate(branch.steps):
        mark = "└─ " if depth and not number else "   " if depth else ""
        yield _row(step, "   " * max(0, depth - 1) + mark)
    for one in branch.branches:
        yield from tree_rows(one, depth + 1)


def _row(step: Step, indent: str) -> Text:
    text = Text(f"{indent}{date_words(step.first) or both('undated')}  ", style="cyan")
    text.append(step.label, style="none")
    text.append(f"  {step.articles} {both('articles')}  {step.id}", style="dim")
    return text
