"""Options that several commands share, and the columns option's form."""

import os
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click

from sukien.errors import InputError
from sukien.read import ReadOptions

F = TypeVar("F", bound=Callable[..., Any])

paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
library = click.argument("library", metavar="LIBRARY")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
processes = click.option(
    "-j",
    "processes",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    metavar="N",
    help="Processes to use; 0 is one for each core. The output is the same.",
)

_READING = (
    click.option(
        "--date",
        metavar="D",
        help="Date of publication of articles that carry none: YYYY-MM-DD or DD/MM/YYYY, "
        "with a time if known. Never taken to be today.",
    ),
    click.option("--publisher", metavar="NAME", help="Publisher of articles that name none."),
    click.option(
        "--columns",
        metavar="FIELD=COLUMN,...",
        help="Which column (or JSON key) holds what, such as text=noi_dung,published=ngay.",
    ),
)


def reading(command: F) -> F:
    """The options about what is read, handed to the command as `settings`, a ReadOptions."""

    @wraps(command)
    def read(
        *args: Any, date: str | None, publisher: str | None, columns: str | None, **kwargs: Any
    ) -> Any:
        settings = ReadOptions(date=date, publisher=publisher, columns=_columns(columns))
        return command(*args, settings=settings, **kwargs)

    for option in reversed(_READING):
        read = option(read)
    return cast(F, read)


def core_count(asked: int) -> int:
    """The number of processes to use."""
    return asked or os.cpu_count() or 1


def _columns(given: str | None) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for pair in (given or "").split(","):
        if not pair.strip():
            continue
        field, equals, column = pair.partition("=")
        if not equals or not field.strip() or not column.strip():
            raise InputError(f"--columns: '{pair}' is not of the form field=column")
        pairs[field.strip()] = column.strip()
    return pairs
