"""`sukien publish`: a library as a site of files."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from sukien.cli import options
from sukien.cli.options import core_count

_MEGABYTE = 1_000_000


@click.command()
@options.library
@click.argument("folder", metavar="DIR")
@click.option(
    "--full-text",
    is_flag=True,
    help="Print articles whole. Without it only titles, first words and the sentences that pages "
    "show as proof: ask who holds the rights before you publish more.",
)
@click.option(
    "--base-url",
    default="",
    metavar="URL",
    help="Where the site will stand; then it gets a feed (feed.xml) and a map (sitemap.xml).",
)
@options.processes
def publish(*, library: str, folder: str, full_text: bool, base_url: str, processes: int) -> None:
    """Xuất thư viện thành trang web tĩnh, mở được ngay từ thư mục, không cần máy chủ.

    Publish LIBRARY as a site of files in the folder DIR: all pages in both languages, and a search
    that works without a server. A site that is there is replaced; any other folder is refused.
    """
    from sukien.web.publish import Settings  # noqa: PLC0415  the web parts load slowly
    from sukien.web.publish import publish as run  # noqa: PLC0415

    settings = Settings(
        full_text=full_text, base_url=_url(base_url), processes=core_count(processes)
    )
    with _progress() as advance:
        made = run(library, folder, settings, on_pages=advance)
    click.echo(
        f"{folder}: {made.stories} stories · câu chuyện, {made.articles} articles · bài, "
        f"{made.entities} entities · thực thể, {made.lists} lists · danh mục\n"
        f"  {made.files} files · tệp, {made.size / _MEGABYTE:.1f} MB; "
        f"open · mở: {folder}/index.html"
    )


def _url(given: str) -> str:
    if given and not given.startswith(("http://", "https://")):
        raise click.BadParameter("begins with http:// or https://", param_hint="--base-url")
    return given


@contextmanager
def _progress() -> Iterator[Callable[[int], None]]:
    """A count of pages on standard error, where a person looks at it."""
    from rich.console import Console  # noqa: PLC0415  loads slowly
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.completed} pages · trang"), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None)
        yield lambda done: progress.advance(task, done)
