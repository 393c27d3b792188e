"""The page of a search, and what is suggested while somebody types."""

from sukien.library import Library
from sukien.search import CHOSEN
from sukien.views.contract import json_line
from sukien.views.search import (
    LAST_PAGE,
    LONGEST,
    SuggestionLine,
    question_of,
    search_page,
    suggestions_page,
)
from sukien.web import addresses
from sukien.web.answers import Shown, Written
from sukien.web.asked import Asked

_GIVEN = ("q", "as", "from", "to", *CHOSEN)


def answer(asked: Asked, library: Library) -> Shown:
    """What a search finds."""
    given = {name: asked.text(name, longest=LONGEST + 1) for name in _GIVEN}
    question, troubles = question_of(given)
    number = min(asked.number("page"), LAST_PAGE)
    view = search_page(library, question, troubles=troubles, number=number, language=asked.language)
    return Shown(view, "search.html", {"last": number == LAST_PAGE})


def suggestions(asked: Asked, library: Library) -> Written:
    """Names that begin as typed, each with the address that it leads to."""
    view = suggestions_page(library, asked.text("q"), language=asked.language)
    lines = [{"suggestion": one, "address": _address(one)} for one in view.suggestions]
    return Written(json_line({"typed": view.typed, "suggestions": lines}), "application/json")


def _address(one: SuggestionLine) -> str:
    if one.kind == "entity":
        return addresses.entity(one.id)
    if one.kind == "story":
        return addresses.story(one.id)
    if one.kind == "speaker":
        return addresses.found({"as": "quotes", "speaker": one.id})
    return addresses.found({"publisher": one.id})
