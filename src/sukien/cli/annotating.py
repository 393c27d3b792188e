"""`sukien annotate`."""

import sys

import click

from sukien import pipeline
from sukien.cli import options
from sukien.cli.options import core_count
from sukien.model import ReadFailure
from sukien.read import ReadOptions, read_paths
from sukien.views.contract import article_record, json_line

SOME_FAILED = 1
NONE_DONE = 2


@click.command()
@options.paths
@options.reading
@options.processes
def annotate(paths: tuple[str, ...], settings: ReadOptions, processes: int) -> None:
    """In mọi lớp chú giải của từng bài, mỗi bài một dòng JSON.

    Print every layer of every article, an article a line, as JSON. PATH is a file or folder of
    .txt, .html, .csv or .jsonl; - is standard input.
    """
    items = read_paths(paths, settings)
    done = failed = 0
    for outcome in pipeline.annotate_all(items, processes=core_count(processes)):
        if isinstance(outcome, ReadFailure):
            failed += 1
            click.echo(f"sukien: {outcome.message}", err=True)
        else:
            done += 1
            sys.stdout.buffer.write(json_line(article_record(outcome)))
    sys.stdout.buffer.flush()
    if failed:
        sys.exit(SOME_FAILED if done else NONE_DONE)
