"""`sukien add` and `sukien rebuild`: what changes a library."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

import click

from sukien.cli import options
from sukien.cli.options import core_count
from sukien.library import AddSummary, open_library
from sukien.read import ReadOptions, count, read_paths

SOME_FAILED = 1
NONE_DONE = 2
_FAILURES_SHOWN = 10


@click.command()
@options.library
@click.argument("paths", nargs=-1, metavar="PATH...")
@options.reading
@options.processes
@click.option("--sample", is_flag=True, help="Add the sample articles that come with Sukien.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def add(
    *,
    library: str,
    paths: tuple[str, ...],
    settings: ReadOptions,
    processes: int,
    sample: bool,
    as_json: bool,
) -> None:
    """Thêm bài vào thư viện; làm lại hay dừng giữa chừng đều an toàn.

    Add articles to LIBRARY, one file that is made when it is not there. PATH is a file or folder
    of .txt, .html, .csv or .jsonl; - is standard input. Safe to repeat and to interrupt.
    """
    if sample:
        paths = (*paths, str(resources.files("sukien") / "sample"))
    if not paths:
        raise click.UsageError("Missing argument 'PATH...': name what is to be added.")
    items = read_paths(paths, settings)
    with open_library(library, create=True) as opened, _progress(paths) as advance:
        try:
            summary = opened.add(items, processes=core_count(processes), on_item=advance)
        except KeyboardInterrupt:
            click.echo(
                "\nsukien: interrupted; what was added is kept, the same command goes on", err=True
            )
            sys.exit(130)
        counts = opened.counts()
    _tell(library, summary, counts, as_json=as_json)
    if summary.failures:
        done = summary.added + summary.updated + summary.known
        sys.exit(SOME_FAILED if done else NONE_DONE)


@click.command()
@options.library
@options.processes
def rebuild(library: str, processes: int) -> None:
    """Chú giải lại những bài do bản Sukien cũ làm, rồi kể lại các câu chuyện.

    Annotate anew what an older Sukien annotated, and tell the stories of LIBRARY again.
    """
    with open_library(library) as opened:
        number = opened.rebuild(processes=core_count(processes))
        counts = opened.counts()
    click.echo(
        f"{library}: {number} articles annotated anew, {counts['articles']} articles, "
        f"{counts['stories']} stories"
    )


def _tell(library: str, summary: AddSummary, counts: dict[str, int], *, as_json: bool) -> None:
    if as_json:
        from sukien.views.contract import json_line  # noqa: PLC0415

        sys.stdout.buffer.write(json_line({"summary": summary, "library": counts}))
        sys.stdout.buffer.flush()
        return
    click.echo(
        f"{library}: {summary.added} added · thêm mới, {summary.updated} updated · cập nhật, "
        f"{summary.known} known already · đã có, {len(summary.failures)} failed · hỏng"
    )
    for asked, given in summary.renamed:
        click.echo(f"  id '{asked}' is another text's already: kept as '{given}'")
    _tell_failures(library, summary)
    click.echo(f"  {counts['articles']} articles · bài, {counts['stories']} stories · câu chuyện")


def _tell_failures(library: str, summary: AddSummary) -> None:
    for failure in summary.failures[:_FAILURES_SHOWN]:
        click.echo(f"  {failure.kind}: {failure.message}", err=True)
    more = len(summary.failures) - _FAILURES_SHOWN
    if more > 0:
        click.echo(f"  and {more} more: sukien failures {library}", err=True)


@contextmanager
def _progress(paths: Sequence[str]) -> Iterator[Callable[[int], None]]:
    """A bar with rate and time left on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  imported where a person looks on
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    total = None if "-" in paths else count([Path(path) for path in paths])
    columns = (
        TextColumn("bài · articles"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(show_speed=True),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("add", total=total)
        yield lambda number: bar.advance(task, number)
