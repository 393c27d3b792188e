"""What is new."""

from sukien.library import Library
from sukien.views.news import NewsPage, a_week_ago, news_page
from sukien.web.answers import Shown
from sukien.web.asked import Asked

_STORIES = 10


def answer(asked: Asked, library: Library) -> Shown:
    """What is new since a day, story by story, the weightiest first."""
    since = asked.day("since") or a_week_ago(library)
    if since is None:
        return Shown(NewsPage(since="", stories=()), "new.html")
    return Shown(news_page(library, since, number=asked.number("page"), limit=_STORIES), "new.html")
