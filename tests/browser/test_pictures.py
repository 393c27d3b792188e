from docs.make_screenshots import MOST_BYTES, PICTURES, addressed, take


def test_a_picture_is_taken_of_every_page_that_is_named(browser, server, sample):
    pages = addressed(sample.path)
    assert {picture.page for picture in PICTURES.values()} == set(pages)
    content = take(browser, server + pages["story"], PICTURES["timeline"])
    assert content.startswith(b"\x89PNG")
    assert 10_000 < len(content) < MOST_BYTES
