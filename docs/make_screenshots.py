"""Write the pictures of README from the sample: `python -m docs.make_screenshots [NAME...]`.

They are taken in the Chromium of this machine with its fonts (Noto draws them best), of the server
and the pages as they are, and kept in few colours, so that they are small. The same pages, Chromium
and fonts give the same bytes.
"""

import argparse
import io
import tempfile
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from benchmarks.serving import served
from PIL import Image
from playwright.sync_api import Browser

from docs.chromium import launched
from sukien.library import open_library
from sukien.model import Story
from sukien.read import read_paths
from sukien.web import addresses

TARGET = Path(__file__).parent / "images"
MOST_BYTES = 300_000
_COLOURS = 96
_WIDE = (1200, 1180)
_PHONE = (390, 844)
_TWICE = 2


class Picture(NamedTuple):
    """A page as it is seen: how large, and whether dark; `part` is what is scrolled to."""

    page: str
    size: tuple[int, int] = _WIDE
    scheme: str = "light"
    part: str = ""


PICTURES = {
    "front": Picture("front"),
    "story": Picture("story"),
    "timeline": Picture("story", part="#timeline"),
    "figures": Picture("story", part="#figures"),
    "article": Picture("article"),
    "entity": Picture("entity"),
    "search": Picture("search", (1200, 900)),
    "network": Picture("network", (1200, 900)),
    "map": Picture("story", (1200, 900), part="#map"),
    "agenda": Picture("agenda", (1200, 900)),
    "dark": Picture("story", (1200, 900), scheme="dark"),
    "phone": Picture("front", _PHONE),
    "phone-story": Picture("story", _PHONE),
}


def build(path: Path) -> None:
    """Make the sample library in the file `path`."""
    with open_library(path, create=True) as library:
        library.add(read_paths([resources.files("sukien") / "sample"]))


def addressed(path: Path) -> dict[str, str]:
    """The address of each page of the pictures in the sample library."""
    with open_library(path) as library:
        story = max(library.stories(), key=lambda one: len(one.articles))
    return _addresses(story)


def _addresses(story: Story) -> dict[str, str]:
    return {
        "front": addresses.stories(),
        "story": addresses.story(story.id),
        "article": addresses.proof(story.brief.evidence[1]),
        "entity": addresses.entity("org:State Bank of Vietnam"),
        "search": addresses.search("bao so 3"),
        "agenda": addresses.agenda(),
        "network": addresses.network(),
    }


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """The page at `address` as a PNG; a phone's with twice the dots."""
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=_TWICE if picture.size == _PHONE else 1,
        color_scheme=picture.scheme,
        reduced_motion="reduce",
        locale="vi-VN",
    )
    page = context.new_page()
    page.goto(address)
    if picture.part:
        page.locator(picture.part).evaluate("one => one.scrollIntoView({block: 'start'})")
    taken = page.screenshot(animations="disabled", caret="hide")
    context.close()
    return small(taken)


def small(taken: bytes) -> bytes:
    """The same picture in few colours."""
    written = io.BytesIO()
    image = Image.open(io.BytesIO(taken)).convert("RGB")
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


def main() -> None:
    """Write all pictures, or those named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", choices=[[], *PICTURES], metavar="NAME")
    names = parser.parse_args().names or PICTURES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.sukien"
        build(path)
        pages = addressed(path)
        with served(path) as server, launched() as browser:
            for name in names:
                picture = PICTURES[name]
                content = take(browser, server.address + pages[picture.page], picture)
                (TARGET / f"{name}.png").write_bytes(content)
                print(f"{name}.png {len(content) / 1000:.0f} KB")


if __name__ == "__main__":
    main()
