"""Ids that come from content, so that repeated and parallel runs agree."""

import hashlib


def content_id(*parts: str, length: int = 12) -> str:
    """A hexadecimal id of `length` digits, the same for the same parts on every machine."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\x00")
    return digest.hexdigest()[:length]
