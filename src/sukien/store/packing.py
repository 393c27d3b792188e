"""Records as they lie in a database: MessagePack, compressed."""

import zlib
from typing import TypeVar

import msgspec

from sukien.errors import LibraryError

T = TypeVar("T")


def packed(value: object) -> bytes:
    """A record's bytes."""
    return zlib.compress(msgspec.msgpack.encode(value), 1)


def unpacked(content: bytes, kind: type[T]) -> T:
    """The record again. Raises LibraryError when it is damaged."""
    try:
        return msgspec.msgpack.decode(zlib.decompress(content), type=kind)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise LibraryError(
            f"the library's {kind.__name__} record is damaged ({error}); "
            "restore a copy of the file, or build the library again from the articles"
        ) from error
