"""What a claim or a judgement rests on."""

import msgspec

from sukien.model.spans import Span


class Evidence(Span, frozen=True, kw_only=True):
    """The characters of an article that prove a claim."""

    article: str


class Reason(msgspec.Struct, frozen=True):
    """One named ground for a link, with its weight (positive speaks for it) and plain words."""

    name: str
    weight: float
    detail: str = ""
