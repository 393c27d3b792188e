"""`sukien serve`: the pages of a library, on this machine."""

import click

from sukien.cli import options


@click.command()
@options.library
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)
def serve(library: str, host: str, port: int) -> None:
    """Mở các trang của thư viện trong trình duyệt, cho đến khi nhấn Ctrl-C.

    Serve the pages of LIBRARY until Ctrl-C. Nothing leaves this machine.
    """
    from sukien.web.server import serve as run  # noqa: PLC0415  the web parts load slowly

    run(library, host=host, port=port)
