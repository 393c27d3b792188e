"""Tables (CSV and TSV): a row each article, the first row naming the columns."""

import csv
import io
from collections.abc import Iterator, Sequence

from sukien.errors import ArticleError, EmptyArticleError, SukienError
from sukien.knowledge.fields import plain_name
from sukien.model import Article
from sukien.read.base import MEGABYTE, Document, Item, Reader, ReadOptions, failure
from sukien.read.records import article_from_record, column_of
from sukien.text.encoding import decode

LARGEST_TABLE = 500 * MEGABYTE
_DELIMITERS = ",;\t|"


def read_table(document: Document, options: ReadOptions) -> Iterator[Item]:
    """The article of every row, and a failure in place of every row that is none."""
    csv.field_size_limit(LARGEST_TABLE)
    text = decode(document.content(LARGEST_TABLE), document.name)
    rows = _rows(text)
    _, header = next(rows, (1, []))
    if not header:
        raise EmptyArticleError(document.name, "is empty; there is no table in it")
    _require_text(header, options, document.name)
    empty = True
    for line, row in rows:
        empty = False
        source = f"{document.name}:{line}"
        try:
            yield _article(header, row, source, options)
        except SukienError as error:
            yield failure(source, error)
    if empty:
        raise EmptyArticleError(document.name, "has a header but no rows")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not blank, with the number of the line on which it starts."""
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    for row in reader:
        if any(cell.strip() for cell in row):
            yield line, row
        line = reader.line_num + 1


def _require_text(header: Sequence[str], options: ReadOptions, name: str) -> None:
    names = {plain_name(column): column for column in header}
    listed = ", ".join(header[:30])
    for field, asked in options.columns.items():
        if plain_name(asked) not in names:
            raise ArticleError(
                name, f"has no column '{asked}' for --columns {field}={asked}; it has {listed}"
            )
    if not any(column_of(field, names, options.columns) for field in ("text", "body", "title")):
        raise ArticleError(
            name, f"has no column of text; it has {listed}; name one: --columns text=NAME"
        )


def _article(header: Sequence[str], row: list[str], source: str, options: ReadOptions) -> Article:
    if len(row) > len(header) and any(row[len(header) :]):
        raise ArticleError(
            source,
            f"has {len(row)} cells where the header has {len(header)}; "
            "put a cell that holds the delimiter in quotation marks",
        )
    record = dict(zip(header, row, strict=False))
    if len(row) < len(header) and any("\n" in cell for cell in row):
        raise ArticleError(
            source, "has a quotation mark that is never closed, or too few cells; mend the row"
        )
    return article_from_record(record, source, options)


TABLE = Reader(kind="table", suffixes=(".csv", ".tsv"), read=read_table)
