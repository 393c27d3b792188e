"""`sukien`: the commands, and what a person sees when one of them cannot go on."""

import sys
from importlib import metadata
from typing import Any

import click

from sukien.cli.agenda import agenda
from sukien.cli.annotating import annotate
from sukien.cli.asking import failures, search, show, stories, story
from sukien.cli.briefing import brief
from sukien.cli.correcting import (
    changes,
    corrections,
    exclude,
    join,
    rename,
    split,
    undo,
)
from sukien.cli.entities import entities, merge, unmerge
from sukien.cli.exporting import export
from sukien.cli.keeping import add, rebuild
from sukien.cli.networking import network
from sukien.cli.news import new
from sukien.cli.publishing import publish
from sukien.cli.segmenting import words
from sukien.cli.serving import people, serve
from sukien.errors import SukienError

CANNOT = 2
INTERRUPTED = 130


class Commands(click.Group):
    """A group whose commands end with one clear sentence when they fail, never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command; exit code 2 when it cannot go on."""
        try:
            return super().main(*args, **kwargs)
        except SukienError as error:
            click.echo(f"sukien: {error}", err=True)
            sys.exit(CANNOT)
        except BrokenPipeError:
            # The reader of our output has left (`| head`): nothing more to say, and no complaint
            # from Python when it closes the stream.
            sys.stdout = None
            sys.exit(0)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(metadata.version("sukien"), prog_name="sukien")
def main() -> None:
    """Đọc tin tức tiếng Việt và giữ lại câu chuyện.

    Read Vietnamese news and keep the story: what happened, who, when, where, how many, according
    to whom, each with its evidence.
    """


_COMMANDS = (
    annotate,
    words,
    add,
    rebuild,
    stories,
    story,
    brief,
    agenda,
    search,
    show,
    new,
    network,
    entities,
    merge,
    unmerge,
    join,
    split,
    exclude,
    rename,
    undo,
    corrections,
    changes,
    failures,
    export,
    serve,
    publish,
    people,
)

for command in _COMMANDS:
    main.add_command(command)
