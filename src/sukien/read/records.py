"""A JSON object or a row of a table made an article, whatever its fields are called."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from sukien.errors import ArticleError
from sukien.knowledge.fields import field_names, plain_name
from sukien.model import Article
from sukien.read.base import ReadOptions
from sukien.read.fields import Fields, Identity, arrange, put_together

Record = Mapping[str, object]
_TEXT_FIELDS = ("title", "lead", "text", "body", "captions")
_KINDS = {dict: "an object", list: "a list", bool: "true or false", int: "a number"}


def article_from_record(record: Record, source: str, options: ReadOptions) -> Article:
    """The article of a record at `source`, its fields found by the names they usually have.

    Raises ArticleError for a field that is not text and for a record without text, DateError for
    a date that is none; the date's message names the value.
    """
    found = _by_field(record, options.columns)
    if not any(found.get(field) for field in _TEXT_FIELDS):
        raise ArticleError(source, _without_text(record))
    texts = {field: _lines(found.get(field), field, source) for field in _TEXT_FIELDS}
    return put_together(arrange(Fields(**texts)), _identity(found, source), options)


def column_of(field: str, names: Mapping[str, str], columns: Mapping[str, str]) -> str | None:
    """The key that holds `field`: the one asked for, or the first of its usual names.

    `names` are the record's keys by their plain form.
    """
    asked = columns.get(field)
    if asked is not None:
        return names.get(plain_name(asked))
    taken = {plain_name(column) for column in columns.values()}
    usual = (name for name in field_names()[field] if name not in taken)
    return next((names[name] for name in usual if name in names), None)


def _by_field(record: Record, columns: Mapping[str, str]) -> dict[str, object]:
    names = {plain_name(key): key for key, value in record.items() if value not in (None, "", [])}
    pairs = ((field, column_of(field, names, columns)) for field in field_names())
    return {field: record[key] for field, key in pairs if key is not None}


def _identity(found: Mapping[str, object], source: str) -> Identity:
    said = {
        field: _name(found.get(field), field, source)
        for field in ("id", "url", "publisher", "published", "author")
    }
    publisher = said["publisher"]
    if publisher and publisher.startswith(("http://", "https://")):
        said["url"] = said["url"] or publisher
        said["publisher"] = urlsplit(publisher).netloc.removeprefix("www.") or None
    return Identity(source=source, **said)


def _name(value: object, field: str, source: str) -> str | None:
    """A short value: text, a number, a list of texts, or an object with a name."""
    if isinstance(value, Mapping) and "name" in value:
        value = value["name"]
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, list):
        names = [_name(one, field, source) for one in value]
        value = ", ".join(name for name in names if name)
    return _lines(value, field, source).strip() or None


def _lines(value: object, field: str, source: str) -> str:
    """A long value: text, or a list of lines."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        return "\n".join(value)
    kind = _KINDS.get(type(value), "a number")
    raise ArticleError(source, f"'{field}' is {kind}; give it as text or a list of lines")


def _without_text(record: Record) -> str:
    keys = ", ".join(str(key) for key in list(record)[:12]) or "nothing"
    return (
        f"has no text, only {keys}; give 'text', or 'title', 'lead' and 'body', "
        "or say which it is: --columns text=NAME"
    )
