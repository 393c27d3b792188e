"""Whether time grows with the number of copies alone: `python -m benchmarks.copies [--times N]`.

One article is put into a library 500 times and N times as often (10 unless told), over four weeks
and under fifty publishers. Printed are the seconds that adding and each page take at both sizes,
and by how much the larger takes more: N is linear, N times N quadratic.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sukien.library import Library, open_library
from sukien.model import Article
from sukien.tell.brief import Aim
from sukien.views.agenda import Asked, agenda_page
from sukien.views.articles import article_page
from sukien.views.briefs import briefs_page
from sukien.views.front import front_page
from sukien.views.news import news_page
from sukien.views.stories import story_page

COPIES = 500
"""Copies in the smaller library."""
TEXT = (
    "Thêm một cây cầu qua sông\n\n"
    "Tỉnh hôm qua công bố kế hoạch xây cầu với vốn 2.500 tỷ đồng, khởi công ngày 3/6/2024. "
    "Ông Trần Văn Bình, giám đốc sở, nói cầu sẽ xong năm 2026. Người dân hai bờ mong cây cầu này "
    "đã lâu vì bến phà quá tải vào giờ cao điểm và phải nghỉ mỗi khi nước lên."
)


def copies(number: int) -> Iterator[Article]:
    """So many articles of one text."""
    for one in range(number):
        yield Article(
            id=f"c{one:06}",
            text=TEXT,
            published=f"2024-05-{one % 28 + 1:02}",
            publisher=f"Báo {one % 50}",
        )


def _last(library: Library) -> str:
    return library.stories(limit=1)[0].articles[-1]


PAGES: Mapping[str, Callable[[Library], object]] = {
    "front page": front_page,
    "story": lambda library: story_page(library, library.stories(limit=1)[0].id),
    "article": lambda library: article_page(library, _last(library)),
    "new": lambda library: news_page(library, "2024-05-01"),
    "brief": lambda library: briefs_page(library, Aim()),
    "agenda": lambda library: agenda_page(library, Asked()),
}


def timed(number: int) -> dict[str, float]:
    """The seconds that adding so many copies takes, and each page of the library."""
    with tempfile.TemporaryDirectory() as folder:
        with open_library(Path(folder) / "copies.sukien", create=True) as library:
            found = {"add": _seconds(lambda: library.add(copies(number)))}
            for name, page in PAGES.items():
                found[name] = min(_seconds(lambda page=page: page(library)) for _ in range(3))
        return found


def _seconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def main() -> None:
    """Print a line for adding and one a page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--copies", type=int, default=COPIES)
    options = parser.parse_args()
    timed(2)
    few, many = timed(options.copies), timed(options.copies * options.times)
    for name, seconds in few.items():
        factor = many[name] / seconds
        print(f"{name:12} {seconds:8.3f} s  {many[name]:8.3f} s  factor {factor:5.1f}")


if __name__ == "__main__":
    main()
