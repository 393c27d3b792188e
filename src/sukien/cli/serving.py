"""`sukien serve` and `people`: the pages of a library, and who may change it from them."""

from pathlib import Path

import click

from sukien.cli import options
from sukien.views.language import both

_people = click.Path(dir_okay=False, path_type=Path)


@click.command()
@options.library
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)
@click.option(
    "--people",
    type=_people,
    metavar="FILE",
    help="Who may sign in and correct, as 'sukien people' keeps them.",
)
@click.option("--private", is_flag=True, help="Only those who signed in may read.")
@click.option(
    "--behind-proxy",
    is_flag=True,
    help="Another server hands requests on: believe its X-Forwarded-For and -Proto.",
)
def serve(
    library: str, host: str, port: int, people: Path | None, private: bool, behind_proxy: bool
) -> None:
    """Mở các trang của thư viện trong trình duyệt, cho đến khi nhấn Ctrl-C.

    Serve the pages of LIBRARY until Ctrl-C. Nothing leaves this machine. On this machine alone,
    whoever reads may correct; where other machines reach the server (--host 0.0.0.0), everybody may
    read and those of --people may correct.
    """
    from sukien.web.changes.gate import Gate  # noqa: PLC0415  the web parts load slowly
    from sukien.web.server import serve as run  # noqa: PLC0415

    gate = Gate(people=people, private=private, behind_proxy=behind_proxy)
    run(library, host=host, port=port, gate=gate)


@click.command()
@click.argument("file", type=_people)
@click.argument("name", required=False)
@click.option("--remove", is_flag=True, help="Take NAME out: at once signed out everywhere.")
def people(file: Path, name: str | None, remove: bool) -> None:
    """Ghi ai được đăng nhập để sửa: hỏi mật khẩu, chỉ lưu bản băm.

    Add NAME to FILE, or give NAME a new password, which is asked for and kept as a digest alone;
    without NAME, list who is in it. 'sukien serve --people FILE' reads it, also while it runs.
    """
    from sukien.web.changes.people import People  # noqa: PLC0415

    known = People(file)
    if name is None:
        names = known.names()
        click.echo("\n".join(names) if names else both("people_none"))
        return
    if remove:
        known.remove(name)
    else:
        known.put(
            name, click.prompt("Mật khẩu · Password", hide_input=True, confirmation_prompt=True)
        )
    click.echo(f"{name}: {both('people_removed' if remove else 'people_put')}")
