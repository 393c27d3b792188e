"""How long searches and suggestions take: `python -m benchmarks.searching LIBRARY [--most 25]`.

The library is served by a process of its own, as `sukien serve` does, and asked over a kept
connection. Searches are for words of the library's own articles, drawn with a seed: names of
entities, one to three words that follow each other, as typed with diacritics, without, and as a
phrase; for the most frequent words there are; each as articles, sentences, quotations and stories,
without bounds and with each kind of bound. Suggestions are for the beginnings of names, letter by
letter. Printed are, for each kind, how many were asked, and the milliseconds until the last byte of
the answer came: the middle one, the 95th of a hundred, the longest; and the 95th of a hundred of
the processor's milliseconds, which other work on the machine does not lengthen much. A search
includes its snippets, the counts of every choice, and the page as HTML.

The library is brought up to date first.
"""

import argparse
import random
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.pages import Asked, Row, answers, rows
from benchmarks.serving import served

from sukien.library import Library, open_library
from sukien.search import KINDS, Question
from sukien.search.query import words_of
from sukien.text.folding import fold

MOST = 25
"""Searches of one kind."""
SEED = 11
COMMON = ("và", "va", "của", "một", "người", "ngày", "của một", '"của một"', "và của là có")
"""The most frequent words: alone, together, as a phrase."""


def searches(library: Library, most: int) -> list[Asked]:
    """Searches of every kind, in an order that the seed decides."""
    draw = random.Random(SEED)
    words = _words(library, draw, most)
    asked = [Asked(f"search {kind}", _search(kind, q=one)) for kind in KINDS for one in words]
    asked += [Asked("search common words", _search(kind, q=one))
              for kind in KINDS for one in COMMON]  # fmt: skip
    bounds = _bounds(library)
    asked += [
        Asked(f"search within {name}", _search(kind, q=one, **bound))
        for name, bound in bounds
        for one, kind in zip(words, KINDS * len(words), strict=False)
    ]
    asked += [Asked("bounds without words", _search(kind, **bound))
              for _, bound in bounds for kind in KINDS]  # fmt: skip
    draw.shuffle(asked)
    return asked


def suggestions(library: Library, most: int) -> list[Asked]:
    """What a person who types names asks for, letter by letter."""
    draw = random.Random(SEED)
    names = [one.name for one in library.entities()[: 40 * most]]
    drawn = draw.sample(names, min(most, len(names)))
    typed = [name if i % 2 else fold(name) for i, name in enumerate(drawn)]
    return [
        Asked("suggestion", f"/suggest?{urlencode({'q': name[:end]})}")
        for name in typed
        for end in range(1, min(len(name), 12) + 1)
    ]


def _words(library: Library, draw: random.Random, most: int) -> list[str]:
    names = [one.name for one in library.entities()]
    drawn = [draw.choice(names[: 10 ** (1 + i % 4)]) for i in range(most // 2)]
    ids = [one.card.id for one in library.search("ngày", limit=400).found] or [
        name for one in library.stories(limit=20) for name in one.articles
    ]
    for i, article in enumerate(
        library.articles(draw.sample(ids, min(len(ids), most - most // 2)))
    ):
        words = words_of(article.text[200:1200]) or words_of(article.text)
        at = draw.randrange(len(words))
        drawn.append(" ".join(words[at : at + 1 + i % 3]))
    return [_typed(one, i) for i, one in enumerate(drawn)]


def _typed(words: str, number: int) -> str:
    """Words as different people type them."""
    return (words, fold(words), f'"{words}"', words.lower())[number % 4]


def _bounds(library: Library) -> list[tuple[str, dict[str, str]]]:
    """The choice of each kind that most have, and the one that fewest of those shown have."""
    facets = library.search(Question(words="ngay")).facets
    found: list[tuple[str, dict[str, str]]] = []
    for name, choices in facets.choices.items():
        found += [(name, {name: one.value}) for one in (*choices[:1], *choices[-1:])]
    found += [("period", {"from": one.start, "to": one.end}) for one in facets.periods[:2]]
    return found


def _search(kind: str, **asked: str) -> str:
    return f"/search?{urlencode(asked | {'as': kind})}"


def timed(path: Path, most: int) -> tuple[list[Row], float | None]:
    """A row a kind, all searches together and all suggestions; and the server's memory in MiB."""
    with open_library(path) as library:
        library.refresh()
        searched, suggested = searches(library, most), suggestions(library, most)
    with served(path) as server:
        list(answers(server, [*searched[:3], *suggested[:3]]))
        found = list(answers(server, [*searched, *suggested]))
        peak = server.peak()
    whole = [one._replace(kind="all searches") for one in found if one.kind != "suggestion"]
    return [*rows(found), *rows(whole)], peak


def main() -> None:
    """Print a line a kind, and the server's memory."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("library", type=Path)
    parser.add_argument("--most", type=int, default=MOST)
    options = parser.parse_args()
    found, peak = timed(options.library, options.most)
    for row in found:
        failed = f"  {row.failed} FAILED" if row.failed else ""
        print(
            f"{row.kind:24} n {row.n:4}  p50 {row.middle:6.1f} ms  p95 {row.p95:6.1f} ms"
            f"  longest {row.longest:6.1f} ms  processor p95 {row.busy:5.1f} ms{failed}"
        )
    if peak is not None:
        print(f"memory of the server at most {peak:.0f} MiB")


if __name__ == "__main__":
    main()
