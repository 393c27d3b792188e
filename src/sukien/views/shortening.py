"""Texts cut to a length that a line of a page can bear."""

TITLE = 90
"""Characters of a title where it only says which article is meant."""


def shortened(text: str, most: int = TITLE) -> str:
    """The text, or its first whole words with three dots behind them.

    A title is its article's opening words where nobody wrote one, and these may go on and on.
    """
    if len(text) <= most:
        return text
    cut = text[:most]
    whole = cut if text[most].isspace() else cut.rpartition(" ")[0] or cut
    return whole.rstrip(" ,;:.") + "…"
