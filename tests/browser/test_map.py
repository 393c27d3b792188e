"""A sign on the map leads to its place in the list, by mouse and by keyboard, without a script."""

from playwright.sync_api import Page, expect

from browser.sample import Sample


def test_a_sign_leads_to_its_place_in_the_list(page: Page, sample: Sample) -> None:
    page.goto(sample.address("story"))
    sign = page.locator("svg.map a[href='#place-1']")
    sign.focus()
    page.keyboard.press("Enter")
    place = page.locator("#place-1")
    expect(place).to_be_in_viewport()
    name = place.locator("h3").inner_text()
    assert (sign.get_attribute("aria-label") or "").startswith(f"{name}:")


def test_the_map_stays_under_25_kilobytes(page: Page, sample: Sample) -> None:
    page.goto(sample.address("story"))
    drawn = page.locator("svg.map").first.evaluate("map => map.outerHTML")
    assert 1_000 < len(drawn.encode()) < 25_000


def test_a_phone_has_fewer_and_larger_names(page: Page, sample: Sample) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(sample.address("story"))
    names = page.locator("svg.map .names:visible")
    expect(names).to_have_count(1)
    assert "narrow" in (names.get_attribute("class") or "")
