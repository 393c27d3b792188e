"""A process's own view of the library: what was read is at hand, and nothing is lost."""

from pathlib import Path

import pytest

from publishing import TEXTS
from sukien.library import open_library
from sukien.web.publish.workshop import Remembering


@pytest.mark.parametrize("most", [1, 2, 400])
def test_articles_are_those_of_the_library_however_few_are_at_hand(
    newsroom: Path, most: int
) -> None:
    names = sorted(TEXTS)
    with (
        open_library(newsroom, refresh=False) as library,
        Remembering(str(newsroom), most=most) as remembering,
    ):
        for wanted in (names[:1], names[1:3], names, [*names, "none"], names[2:]):
            assert list(remembering.articles(wanted)) == list(library.articles(wanted))
        assert remembering.article(names[0]) == library.article(names[0])
        assert list(remembering.articles()) == list(library.articles())


def test_a_story_is_the_librarys_and_so_is_one_of_another_length(newsroom: Path) -> None:
    with (
        open_library(newsroom, refresh=False) as library,
        Remembering(str(newsroom)) as remembering,
    ):
        for story in library.stories():
            assert remembering.story(story.id) == story
            short = remembering.story(story.id, brief_words=10)
            assert short == library.story(story.id, brief_words=10)
