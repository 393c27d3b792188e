"""`sukien join`, `split`, `exclude`, `rename`, `undo`, `corrections`, `changes`."""

import sys
from collections.abc import Iterable

import click

from sukien.cli import options
from sukien.cli.render_corrections import render_changes, render_correction, render_corrections
from sukien.library import Library, open_library
from sukien.model import Judgement
from sukien.views.contract import json_line
from sukien.views.corrections import changes_page, correction_line, corrections_page

_by = click.option("--by", default="", metavar="NAME", help="Who says so; kept with it.")
_note = click.option("--note", default="", metavar="TEXT", help="Why, in your own words.")


@click.command()
@options.library
@click.argument("story")
@click.argument("other")
@_by
@_note
def join(library: str, story: str, other: str, by: str, note: str) -> None:
    """Ghép hai câu chuyện làm một. Gỡ lại bằng 'sukien undo'.

    Make one story of STORY and OTHER of LIBRARY. Ids may be shortened. Kept through every rebuild;
    'sukien undo' takes it back.
    """
    with open_library(library) as opened:
        _tell(opened, opened.join(story, other, by=by, note=note), library)


@click.command()
@options.library
@click.argument("story")
@click.argument("episodes", nargs=-1, required=True, metavar="EPISODE...")
@_by
@_note
def split(library: str, story: str, episodes: tuple[str, ...], by: str, note: str) -> None:
    """Tách các diễn biến khỏi câu chuyện, thành một chuyện riêng.

    Take each EPISODE out of STORY of LIBRARY; together they are a story of their own. 'sukien
    story' lists the episodes of a story with their ids.
    """
    with open_library(library) as opened:
        _tell(opened, opened.split(story, episodes, by=by, note=note), library)


@click.command()
@options.library
@click.argument("article")
@_by
@_note
def exclude(library: str, article: str, by: str, note: str) -> None:
    """Tách một bài khỏi câu chuyện của nó; bài đứng riêng, kể cả khi thêm lại.

    Take ARTICLE of LIBRARY out of its story. It stands alone from then on; 'sukien join' puts its
    story to another.
    """
    with open_library(library) as opened:
        _tell(opened, opened.exclude(article, by=by, note=note), library)


@click.command()
@options.library
@click.argument("story")
@click.argument("label")
@_by
@_note
def rename(library: str, story: str, label: str, by: str, note: str) -> None:
    """Đặt tên cho câu chuyện.

    Call STORY of LIBRARY LABEL, one line of at most 200 characters.
    """
    with open_library(library) as opened:
        _tell(opened, opened.rename(story, label, by=by, note=note), library)


@click.command()
@options.library
@click.argument("key", type=int)
@_by
def undo(library: str, key: int, by: str) -> None:
    """Gỡ một chỉnh sửa; 'sukien corrections' cho biết số của nó.

    Take correction KEY of LIBRARY back; those that were made after it stay. 'sukien corrections'
    lists them with their keys.
    """
    with open_library(library) as opened:
        _tell(opened, opened.undo(key, by=by), library)


@click.command()
@options.library
@options.as_json
def corrections(library: str, as_json: bool) -> None:
    """Liệt kê các chỉnh sửa: ghép, tách, đặt tên, gộp tên; ai, khi nào, vì sao.

    List what people said of the stories and names of LIBRARY, the oldest first, also what was
    undone.
    """
    with open_library(library) as opened:
        found = corrections_page(opened)
        if as_json:
            _print(opened.corrections())
        else:
            render_corrections(found, library)


@click.command()
@options.library
@options.as_json
def changes(library: str, as_json: bool) -> None:
    """Liệt kê những lần câu chuyện và diễn biến gộp lại, tách ra, đổi mã.

    List what became of stories and episodes of LIBRARY as articles came and people corrected them:
    merged, split, under another id.
    """
    with open_library(library) as opened:
        if as_json:
            _print(opened.changes())
        else:
            render_changes(changes_page(opened))


def _tell(library: Library, correction: Judgement, name: str) -> None:
    render_correction(correction_line(library, correction), name)


def _print(values: Iterable[object]) -> None:
    for value in values:
        sys.stdout.buffer.write(json_line(value))
    sys.stdout.buffer.flush()
