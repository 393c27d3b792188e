from benchmarks.copies import PAGES, TEXT, copies, timed


def test_copies_have_one_text_and_their_own_ids():
    made = list(copies(30))
    assert {one.text for one in made} == {TEXT}
    assert len({one.id for one in made}) == 30


def test_adding_and_every_page_are_timed():
    found = timed(3)
    assert set(found) == {"add", *PAGES}
    assert min(found.values()) > 0
