"""Who acted on whom, over the library."""

import datetime as dt

from sukien.library import Library
from sukien.views.network import PAGE, Wanted, network_page
from sukien.web.answers import Shown
from sukien.web.asked import Asked


def answer(asked: Asked, library: Library) -> Shown:
    """Who acted on whom: `entity`, `type`, `since` and `story` bound it."""
    since = asked.day("since")
    wanted = Wanted(
        entity=asked.text("entity") or None,
        type=asked.text("type") or None,
        since=dt.date.fromisoformat(since) if since else None,
    )
    story = asked.text("story") or None
    view = network_page(library, story, wanted, number=asked.number("page"), limit=PAGE)
    return Shown(view, "network.html")
