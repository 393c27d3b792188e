"""Where a newspaper would print an article."""

import msgspec

SECTIONS = (
    "politics",
    "society",
    "law",
    "world",
    "business",
    "culture",
    "sport",
    "science_tech",
    "health",
    "education",
    "travel",
)
"""The sections, in the order of a newspaper; the weights of the model are in the same order."""


class Section(msgspec.Struct, frozen=True):
    """The section `code`, one of SECTIONS, that is likeliest; `sure` is how likely, 0 to 1."""

    code: str
    sure: float
