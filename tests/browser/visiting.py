"""One visit to a page: loaded once, then looked at wide and narrow, light, dark and on paper."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

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


class Traffic(NamedTuple):
    """What loading a page brought over the wire."""

    addresses: Sequence[str]
    complaints: Sequence[str]
    bytes_without_fonts: float


class Visit(NamedTuple):
    """What was seen of a page; `faults` by the way of looking at it."""

    status: int
    traffic: Traffic
    shift: float
    form: dict[str, Any]
    faults: dict[str, list[str]]
    too_wide: list[str]
    paper: dict[str, Any]


@contextmanager
def page_of(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page in a context of its own: no cookies, no cache of others."""
    context = browser.new_context(
        viewport={"width": WIDE[0], "height": WIDE[1]}, locale="vi-VN", **options
    )
    context.set_default_timeout(10_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def visit(browser: Browser, address: str, **options: Any) -> Visit:
    """Load the page once and look at it in every way; `options` are those of a context."""
    with page_of(browser, reduced_motion="reduce", **options) as page:
        traffic = _listen(page)
        response = page.goto(address)
        assert response is not None
        shift = page.evaluate(_SHIFT)
        loaded = traffic()
        page.evaluate(AXE_SCRIPT)
        return Visit(
            status=response.status,
            traffic=loaded,
            shift=shift,
            form=page.evaluate(_FORM),
            faults=_faults(page),
            too_wide=_too_wide(page),
            paper=_paper(page),
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


def _faults(page: Page) -> dict[str, list[str]]:
    """What axe finds, by the way of looking; where only colours change, only they are checked."""
    found = {"wide": page.evaluate(_AXE, list(RULES))}
    page.emulate_media(color_scheme="dark")
    found["wide, dark"] = page.evaluate(_AXE, list(COLOURS))
    _resize(page, PHONE)
    found["phone, dark"] = page.evaluate(_AXE, list(COLOURS))
    page.emulate_media(color_scheme="light")
    found["phone"] = page.evaluate(_AXE, list(RULES))
    return found


def _too_wide(page: Page) -> list[str]:
    _resize(page, PHONE)
    return list(page.evaluate(_TOO_WIDE))


def _paper(page: Page) -> dict[str, Any]:
    """On paper, printed by somebody who prefers dark screens."""
    _resize(page, WIDE)
    page.emulate_media(media="print", color_scheme="dark")
    return {**page.evaluate(_PAPER), "faults": page.evaluate(_AXE, list(COLOURS))}


def _resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
