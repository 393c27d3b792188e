"""The section of a story: a vote of its articles."""

from msgspec.structs import replace

from building import annotated
from sukien.model import Episode, Section, Thread
from sukien.tell.section import voted
from sukien.tell.story import tell, tell_plainly
from sukien.tell.summary import story_index


def test_two_doubtful_articles_do_not_outvote_a_sure_one() -> None:
    assert voted([Section("society", 0.3), Section("law", 0.9), Section("society", 0.4)]) == "law"


def test_articles_without_a_section_have_no_vote() -> None:
    assert voted([None, Section("sport", 0.2), None]) == "sport"
    assert voted([None]) == ""
    assert voted([]) == ""


def test_a_tie_goes_to_the_section_that_a_newspaper_prints_first() -> None:
    assert voted([Section("travel", 0.5), Section("world", 0.5)]) == "world"


def test_a_told_story_has_the_section_of_its_articles() -> None:
    articles = [
        replace(annotated(f"Bão số {n} đến\nMưa to ở Huế ngày {n}.", f"a{n}"), section=one)
        for n, one in enumerate((Section("society", 0.9), Section("world", 0.4)))
    ]
    ids = tuple(article.id for article in articles)
    thread = Thread(id="s", episodes=(Episode(id="e", label="", articles=ids),))
    told = tell(thread, articles)
    assert told.section == "society"
    assert story_index(told, articles).summary.section == "society"
    assert tell_plainly(thread, articles).section == "society"
