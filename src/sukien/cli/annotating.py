"""`sukien annotate` and `sukien words`."""

import sys
from pathlib import Path

import click

from sukien import pipeline, tag
from sukien.cli import options
from sukien.cli.options import core_count
from sukien.errors import InputError
from sukien.model import ReadFailure
from sukien.read import ReadOptions, read_paths
from sukien.text.encoding import decode
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


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
def words(paths: tuple[str, ...]) -> None:
    """Tách từ: mỗi dòng vào một dòng ra, âm tiết của một từ nối bằng gạch dưới.

    Segment text into words: a line out for a line in, words apart by one space, the syllables of
    a word joined by an underscore. Without PATH, standard input is read.
    """
    texts = [(path, _bytes(path)) for path in paths or ("-",)]
    for path, content in texts:
        lines = decode(content, path).split("\n")
        if lines and not lines[-1]:
            lines.pop()
        segmented = tag.segment([line.rstrip("\r") for line in lines])
        sys.stdout.buffer.write("".join(f"{line}\n" for line in segmented).encode())
    sys.stdout.buffer.flush()


def _bytes(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror}); name a file of text"
        ) from error
