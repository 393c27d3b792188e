"""Titles and headings all in marks: they are of who says the same in the text."""

import msgspec

from sukien.annotate.quotes.marks import Marked
from sukien.model import Quote, Speaker

_PRONOUN = 4  # characters: a name is longer
_HEADING = 150
_MOST = 20
_STOPS = ".!?…,"


def with_titles(text: str, quotes: list[Quote], headline: Marked | None) -> list[Quote]:
    """The quotations, headings with their speakers, and the title where it is one.

    The title is of who says the same, else of who speaks first.
    """
    found = list(quotes)
    headings = [index for index, quote in enumerate(quotes) if _is_heading(text, quote)]
    for index in headings[:_MOST]:
        heading = found[index]
        others = (q for q in quotes if q is not heading and q.speaker)
        same = next((q for q in others if _shares(text, heading, q)), None)
        if same:
            found[index] = msgspec.structs.replace(heading, speaker=same.speaker)
    if headline is None or any(quote.start < headline.end for quote in found):
        return found
    title = Quote(headline.start, headline.end, kind="direct", speaker=None, cue=None)
    speaker = _of_title(text, title, found)
    return [msgspec.structs.replace(title, speaker=speaker), *found] if speaker else found


def _is_heading(text: str, quote: Quote) -> bool:
    """Whether a quotation without a cue is a line of its own that no stop ends."""
    if quote.kind != "direct" or quote.cue or quote.end - quote.start > _HEADING:
        return False
    before, after = text[max(0, quote.start - 2) : quote.start], text[quote.end : quote.end + 2]
    return "\n" in before and "\n" in after and text[quote.end - 1] not in _STOPS


def _of_title(text: str, title: Quote, found: list[Quote]) -> Speaker | None:
    same = [quote for quote in found if _shares(text, title, quote)]
    named = [q for q in found if q.speaker and q.speaker.end - q.speaker.start > _PRONOUN]
    first = next((q.speaker for q in (*same, *named, *found) if q.speaker), None)
    if first is None or not first.entity:
        return first
    known = [q.speaker for q in found if q.speaker and q.speaker.entity == first.entity]
    return max(known, key=lambda speaker: speaker.end - speaker.start)


def _shares(text: str, title: Quote, quote: Quote) -> bool:
    """Whether most of the words of a title are said."""
    words = set(text[title.start : title.end].lower().split())
    said = text[quote.start : quote.end].lower().split()
    return 5 * len(words.intersection(said)) >= 3 * len(words)
