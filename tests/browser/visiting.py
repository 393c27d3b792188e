"""One visit to a page: loaded once, then looked at wide and narrow, light, dark and on paper."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Literal, NamedTuple

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

WIDE = (1280, 900)
PHONE = (360, 740)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")

_AXE = """async (only) => {
  const found = await axe.run(document, {runOnly: only, resultTypes: ["violations"]});
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target.join(" ")}: ${node.any.concat(node.all, node.none)
      .map(check => check.message).join("; ")}: ${node.html.slice(0, 160)}`));
}"""
_SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
  }).observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => done(sum), 50));
})"""
_TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  const clips = node => {
    for (let one = node.parentElement; one && one !== document.body; one = one.parentElement)
      if (getComputedStyle(one).overflowX !== "visible") return true;
    return false;
  };
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll("*")]
    .filter(node => node.getBoundingClientRect().right > width + 0.5 && !clips(node))
    .map(node => node.outerHTML.slice(0, 160));
}"""
_FORM = """() => ({
  language: document.documentElement.lang,
  title: document.title,
  viewport: document.querySelector("meta[name=viewport]")?.content || "",
  headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map(one => Number(one.tagName[1])),
  unlabelled: [...document.querySelectorAll("input,select,textarea,button")]
    .filter(one => one.type !== "hidden" && !one.labels?.length && !one.textContent.trim()
      && !one.getAttribute("aria-label") && !one.getAttribute("aria-labelledby"))
    .map(one => one.outerHTML),
  main: document.querySelectorAll("main").length,
  links: document.querySelectorAll("main a[href]").length,
})"""
_PAPER = """() => {
  const light = colour => {
    const [red, green, blue, alpha] = colour.match(/[0-9.]+/g).map(Number);
    return alpha === 0 ? 1 : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };
  const style = getComputedStyle(document.body);
  return {
    text: light(style.color),
    ground: light(style.backgroundColor),
    navigation: [...document.querySelectorAll("nav, form[role=search], a.skip")]
      .filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 100)),
    words: document.querySelector("main").innerText.trim().length,
  };
}"""


_UNSEEN = """() => {
  const places = "a[href], button, input, select, textarea, summary, [tabindex]";
  const lost = [];
  for (const one of document.querySelectorAll(places)) {
    if (one.tabIndex < 0 || !one.checkVisibility({visibilityProperty: true})) continue;
    one.focus();
    if (document.activeElement !== one) continue;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const shape = one.querySelector(":scope > .hit");  // in a drawing a shape wears the ring
    const ringed = shape && getComputedStyle(shape).stroke !== "none"
      || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      || style.boxShadow !== "none"
      || one.type === "date";  // its parts and its button have a ring of their own, drawn inside
    const there = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
    if (!ringed || !there) lost.push(one.outerHTML.slice(0, 160));
  }
  return lost;
}"""


class Traffic(NamedTuple):
    """What loading a page brought over the wire."""

    addresses: Sequence[str]
    complaints: Sequence[str]
    bytes_without_fonts: float


class Visit(NamedTuple):
    """What was seen of a page; `faults` by the way of looking at it, `unseen` are the places where
    the keyboard leads and one cannot see where one is."""

    status: int
    traffic: Traffic
    shift: float
    form: dict[str, Any]
    faults: dict[str, list[str]]
    too_wide: list[str]
    paper: dict[str, Any]
    unseen: list[str]


class Way(NamedTuple):
    """How a page is looked at: how large, in which colours, by which rules of axe."""

    size: tuple[int, int]
    scheme: Literal["light", "dark"]
    rules: tuple[str, ...]


EVERY_WAY = {
    "wide": Way(WIDE, "light", RULES),
    "wide, dark": Way(WIDE, "dark", COLOURS),
    "phone, dark": Way(PHONE, "dark", COLOURS),
    "phone": Way(PHONE, "light", RULES),
}
"""Where only colours change, only they are checked."""

TWO_WAYS = {"wide": EVERY_WAY["wide"], "phone, dark": Way(PHONE, "dark", RULES)}
"""Enough for a page that is another one with other parameters."""


@contextmanager
def page_of(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page in a context of its own: no cookies, no cache of others."""
    usual = {"viewport": {"width": WIDE[0], "height": WIDE[1]}, "locale": "vi-VN"}
    context = browser.new_context(**{**usual, **options})
    context.set_default_timeout(10_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def visit(
    browser: Browser, address: str, ways: Mapping[str, Way] = EVERY_WAY, **options: Any
) -> Visit:
    """Load the page once and look at it in these ways; `options` are those of a context."""
    with page_of(browser, reduced_motion="reduce", **options) as page:
        traffic = _listen(page)
        response = page.goto(address)
        assert response is not None
        shift = page.evaluate(_SHIFT)
        loaded = traffic()
        unseen = _unseen(page)
        page.evaluate(AXE_SCRIPT)
        return Visit(
            status=response.status,
            traffic=loaded,
            shift=shift,
            form=page.evaluate(_FORM),
            faults={name: _faults(page, way) for name, way in ways.items()},
            too_wide=_too_wide(page),
            paper=_paper(page, ways),
            unseen=unseen,
        )


def _listen(page: Page) -> Callable[[], Traffic]:
    """Take note of what the page asks for and complains of from now on."""
    addresses: list[str] = []
    complaints: list[str] = []
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    page.on("request", lambda one: addresses.append(one.url))
    page.on("pageerror", lambda one: complaints.append(str(one)))
    page.on(
        "console",
        lambda one: complaints.append(one.text) if one.type in {"error", "warning"} else None,
    )
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.responseReceived", lambda one: kinds.update({one["requestId"]: one["type"]}))
    wire.on(
        "Network.loadingFinished",
        lambda one: sizes.update({one["requestId"]: one["encodedDataLength"]}),
    )

    def heard() -> Traffic:
        weight = sum(size for name, size in sizes.items() if kinds.get(name) != "Font")
        return Traffic(tuple(addresses), tuple(complaints), weight)

    return heard


def _unseen(page: Page) -> list[str]:
    """Where the keyboard leads without its being seen. One key makes the browser show focus."""
    page.keyboard.press("Tab")
    return list(page.evaluate(_UNSEEN))


def _faults(page: Page, way: Way) -> list[str]:
    """What axe finds."""
    _resize(page, way.size)
    page.emulate_media(color_scheme=way.scheme)
    return list(page.evaluate(_AXE, list(way.rules)))


def _too_wide(page: Page) -> list[str]:
    _resize(page, PHONE)
    return list(page.evaluate(_TOO_WIDE))


def _paper(page: Page, ways: Mapping[str, Way]) -> dict[str, Any]:
    """On paper, printed by somebody who prefers dark screens; its colours in every way or none."""
    _resize(page, WIDE)
    page.emulate_media(media="print", color_scheme="dark")
    faults = page.evaluate(_AXE, list(COLOURS)) if ways == EVERY_WAY else []
    return {**page.evaluate(_PAPER), "faults": faults}


def _resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
