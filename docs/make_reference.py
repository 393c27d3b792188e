"""Write docs/reference.md from the program itself: `python -m docs.make_reference`."""

from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

import click

from sukien.annotate import LAYERS
from sukien.cli import main as commands
from sukien.export import EXPORTERS
from sukien.read import READERS
from sukien.web.pages import PAGES

TARGET = Path(__file__).parent / "reference.md"
HEAD = """# Reference

<!-- Written by `python -m docs.make_reference`; a test fails when it is out of date. -->
"""
EXIT_CODES = """## Exit codes

| code | means |
|---|---|
| 0 | everything was done |
| 1 | some articles failed and are named on standard error; the others were done |
| 2 | nothing could be done; one sentence on standard error says why and what to do |
| 130 | interrupted with Ctrl-C; what was added to a library is kept |
"""


def reference() -> str:
    """The whole page."""
    sections = (HEAD, *_commands(), EXIT_CODES, _layers(), _readers(), _exporters())
    return "\n".join((*sections, _pages(), _tables()))


def _commands() -> Iterator[str]:
    yield "## Commands\n"
    for name, command in commands.commands.items():
        names = commands.context_settings["help_option_names"]
        context = click.Context(
            command, info_name=f"sukien {name}", terminal_width=88, help_option_names=names
        )
        help_text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
        yield f"### sukien {name}\n\n```text\n{help_text}\n```\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _layers() -> str:
    rows = (
        (f"`{layer.gives}`", ", ".join(f"`{n}`" for n in layer.needs), str(layer.version))
        for layer in LAYERS
    )
    intro = "## Layers\n\nIn the order in which they run, after `sentences`, `words` and `mentions`"
    return f"{intro}.\n\n" + _table(("gives", "needs", "version"), rows)


def _readers() -> str:
    rows = ((reader.kind, " ".join(f"`{s}`" for s in reader.suffixes)) for reader in READERS)
    return "## What is read\n\n" + _table(("kind", "files"), rows)


def _exporters() -> str:
    rows = ((f"`{exporter.name}`", exporter.about) for exporter in EXPORTERS)
    return "## What is exported\n\n" + _table(("format", "holds"), rows)


def _pages() -> str:
    rows = ((f"`{page.path}`", page.about) for page in PAGES)
    return (
        "## Pages\n\nEach answers as JSON too, at its address with `.json` behind it.\n\n"
        + _table(("address", "page"), rows)
    )


def _tables() -> str:
    folder = resources.files("sukien.knowledge") / "data"
    files = sorted((path for path in folder.iterdir()), key=lambda path: path.name)
    rows = [
        (f"`{path.name}`", path.read_text(encoding="utf-8").split("\n")[0].lstrip("# ").strip())
        for path in files
        if path.name.endswith(".tsv")
    ]
    return "## Tables of `knowledge/data`\n\n" + _table(("file", "holds"), rows)


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
