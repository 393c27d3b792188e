"""An article that could not be read or annotated: recorded, never lost from sight."""

import msgspec


class ReadFailure(msgspec.Struct, frozen=True):
    """What failed and why.

    `source` is the file and place (`news.jsonl:12`), `kind` the name of the error class,
    `message` a sentence that says what happened and what to do.
    """

    source: str
    kind: str
    message: str
