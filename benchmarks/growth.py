"""Whether time grows with length alone: `python -m benchmarks.growth [--times N]`.

Articles of several kinds, ordinary and hostile, are annotated at one length and at N times that
length (10 unless told). Printed are the seconds of both and by how much the longer one takes more:
N is linear, N times N quadratic. The seconds are those of the layers, the tagging included.
"""

import argparse
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import sukien.sample
from sukien import pipeline
from sukien.model import Article
from sukien.read import ReadOptions, read_paths

LENGTH = 20_000
"""Characters of the shorter article."""


def _news() -> str:
    folder = str(Path(next(iter(sukien.sample.__path__))))
    items = read_paths([folder], ReadOptions())
    return "\n".join(item.text for item in items if isinstance(item, Article))


KINDS: Mapping[str, Callable[[], str]] = {
    "news": _news,
    "nested quotes": lambda: "Ông Nam nói: “" * 40 + "vâng" + "”" * 40 + ". ",
    "open quotes": lambda: '"Cầu đã mở, ông Nam nói. ',
    "dates": lambda: "ngày 31/2, 25h61, tháng 13, từ 3/5 đến 4/5, 1.2.3.4.5, ",
    "numbers": lambda: "hai mươi triệu 3.000 tỷ rưỡi hơn khoảng 20-30 ",
    "one number": lambda: "1234567890",
    "one sentence": lambda: "ông Nam cho biết bà Lan đã đến Huế và ",
    "commas": lambda: "Nam, Lan, ",
    "parentheses": lambda: "(ông Nam (",
    "theo": lambda: "theo ông Nam, theo bà Lan, ",
    "lines": lambda: "Ông Nam đến Huế hôm qua\n",
}


def grown(kind: str, length: int) -> Article:
    """An article of a kind, cut at a length in characters."""
    piece = KINDS[kind]()
    text = (piece * (length // len(piece) + 1))[:length]
    return Article(id=kind, text=text, published="2024-05-19")


def seconds(article: Article) -> float:
    """How long the whole of `annotate` takes."""
    before = time.perf_counter()
    list(pipeline.annotate([article]))
    return time.perf_counter() - before


def main() -> None:
    """Print a line a kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--length", type=int, default=LENGTH)
    options = parser.parse_args()
    seconds(grown("news", options.length))
    for kind in KINDS:
        short = seconds(grown(kind, options.length))
        longer = seconds(grown(kind, options.length * options.times))
        print(f"{kind:14} {short:7.3f} s  {longer:7.3f} s  factor {longer / short:5.1f}")


if __name__ == "__main__":
    main()
