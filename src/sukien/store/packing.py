"""Records as they lie in a database: MessagePack, compressed."""

import zlib
from collections.abc import Callable
from functools import cache
from typing import TypeVar, get_type_hints

import msgspec

from sukien.errors import LibraryError
from sukien.model import AnnotatedArticle

T = TypeVar("T")


def packed(value: object) -> bytes:
    """A record's bytes."""
    return zlib.compress(msgspec.msgpack.encode(value), 1)


def unpacked(content: bytes, kind: type[T]) -> T:
    """The record again; what `kind` has no field for is left out. Raises LibraryError when it is
    damaged.
    """
    try:
        return msgspec.msgpack.decode(zlib.decompress(content), type=kind)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise LibraryError(
            f"the library's {kind.__name__} record is damaged ({error}); "
            "restore a copy of the file, or build the library again from the articles"
        ) from error


@cache
def reader(layers: tuple[str, ...]) -> Callable[[bytes], AnnotatedArticle]:
    """What unpacks articles with these layers alone: much faster than with all of them."""
    hints = get_type_hints(AnnotatedArticle)
    fields = [(name, hints[name], ()) for name in layers]
    kind = msgspec.defstruct("AnnotatedArticle", [("article", hints["article"]), *fields])

    def read(content: bytes) -> AnnotatedArticle:
        found = unpacked(content, kind)
        return AnnotatedArticle(**{name: getattr(found, name) for name in ("article", *layers)})

    return read
