"""An article put together from its pieces: title, lead, body, captions."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from sukien.errors import EmptyArticleError
from sukien.model import Article, Part, content_id
from sukien.read.base import ReadOptions
from sukien.text.dates import normalize_date
from sukien.text.respace import Spaced, normalize, respace, squeeze

_FINAL = frozenset(".?!…")
_RUNS_ON = frozenset(",;:)-–")
_GAP = " _\t"
_CUT_OFF = ".… "


class Piece(NamedTuple):
    """Characters of the input with one task; `kind` is None where the source did not say."""

    kind: str | None
    raw: str


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an article besides its text. `source` is the file and place."""

    source: str
    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None


class Fields(msgspec.Struct, frozen=True, kw_only=True):
    """An article's characters by field; several lines of a field are parted by newlines."""

    title: str = ""
    lead: str = ""
    text: str = ""
    body: str = ""
    captions: str = ""


class _Placed(NamedTuple):
    """A piece in the article's text: where it starts, its kind, its characters."""

    start: int
    kind: str | None
    spaced: Spaced


def put_together(pieces: Iterable[Piece], known: Identity, options: ReadOptions) -> Article:
    """The article whose pieces follow one another, each on lines of its own.

    What `known` does not say is taken from the options; the id, when there is none, from the url
    or else the text. Raises EmptyArticleError, and DateError for a date that is none.
    """
    placed = _place(pieces)
    text = "\n".join(one.spaced.text for one in placed)
    if not text:
        raise EmptyArticleError(known.source, "there is no text to read; give it or leave it out")
    published = known.published or options.date
    return Article(
        id=known.id or content_id(known.url or text),
        text=text,
        url=known.url,
        publisher=known.publisher or options.publisher,
        published=normalize_date(published) if published else None,
        author=known.author,
        given=tuple(Part(at, at + len(one.text), kind) for at, kind, one in placed if kind),
        breaks=tuple(place for one in placed for place in _breaks(one)),
        joints=tuple(at + joint for at, _, one in placed for joint in one.joints),
        segmented=_mostly_segmented(placed),
        source=known.source,
    )


def arrange(fields: Fields) -> list[Piece]:
    """The fields as pieces in reading order, none of them twice.

    A title or lead that also opens the text is found there; a lead or caption that the text has
    elsewhere is left where it is.
    """
    rest = normalize(fields.text or fields.body)
    everything = squeeze(rest)
    pieces = []
    for kind, value in (("title", fields.title), ("lead", fields.lead)):
        end = opening_end(rest, value)
        if end:
            pieces.append(Piece(kind, rest[:end]))
            rest = rest[end:]
        elif value.strip() and (kind == "title" or not _within(value, everything)):
            pieces.append(Piece(kind, value))
    pieces.append(Piece(None, rest))
    captions = (line for line in fields.captions.split("\n") if not _within(line, everything))
    return [*pieces, *(Piece("caption", line) for line in captions)]


def opening_end(text: str, opening: str) -> int:
    """The offset in `text` at which `opening` ends when the text opens with it, else 0.

    White space, underscores and case do not count. A text that merely begins with the same words
    and goes on with the sentence does not open with it.
    """
    wanted, at = squeeze(opening), 0
    for place, character in enumerate(text if wanted else ""):
        if character.isspace() or character == "_":
            continue
        if character != wanted[at] and character.lower() != wanted[at].lower():
            return 0
        at += 1
        if at == len(wanted):
            return _after_marks(text, place + 1)
    return 0


def _after_marks(text: str, end: int) -> int:
    """`end`, moved behind the full stop there; 0 when the sentence goes on."""
    following = text[end : end + 40].lstrip(_GAP)
    if text[end : end + 1].isalnum() or following[:1].islower() or following[:1] in _RUNS_ON:
        return 0
    while following[:1] in _FINAL and following:
        end = text.index(following[0], end) + 1
        following = text[end : end + 40].lstrip(_GAP)
    return end


def _within(value: str, squeezed: str) -> bool:
    """Whether the text has `value`, which may have been cut off with an ellipsis."""
    return squeeze(value.rstrip(_CUT_OFF)) in squeezed


def _place(pieces: Iterable[Piece]) -> list[_Placed]:
    placed, at = [], 0
    for kind, raw in pieces:
        spaced = respace(raw)
        if spaced.text:
            placed.append(_Placed(at, kind, spaced))
            at += len(spaced.text) + 1
    return placed


def _breaks(one: _Placed) -> list[int]:
    own = [one.start + place for place in one.spaced.breaks]
    return [one.start, *own] if one.start else own


def _mostly_segmented(placed: list[_Placed]) -> bool:
    sizes = [(len(one.spaced.text), one.spaced.segmented) for one in placed]
    return 2 * sum(size for size, segmented in sizes if segmented) > sum(size for size, _ in sizes)
