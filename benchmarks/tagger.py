"""How fast text is read: `python -m benchmarks.tagger [FILE] [--articles N] [--peers]`.

FILE is JSON lines with a `body` (a list of paragraphs or a string), gzipped or not; without it the
sample library is read. Its text is cut into articles of 500 syllables, repeated until there are N,
and read in batches of 64 on one core: words, parts of speech and names together, without and with
the search for sentences. With --peers, pyvi and underthesea read some of the same articles in the
same run, each article in one call as it is, and a line in a call (they get slower with length), and
the ratios are printed; `pip install -e '.[peers]'` installs them.
"""

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

import sukien.sample
from sukien import tag
from sukien.model import AnnotatedArticle, Article
from sukien.tag import names, sentences, words
from sukien.tag.rows import rows

SYLLABLES = 500
INSTALL = "Peers are not installed: pip install -e '.[peers]'"

Work = Callable[[Sequence[Article]], object]


def paragraphs(file: Path | None) -> Iterator[str]:
    """All paragraphs of a file, or of the sample library."""
    paths = [file] if file else sorted(Path(next(iter(sukien.sample.__path__))).glob("*.jsonl"))
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                body = json.loads(line).get("body") or []
                yield from [body] if isinstance(body, str) else body


def articles(texts: Iterator[str], count: int) -> list[Article]:
    """`count` articles of at least 500 syllables, their paragraphs as they follow each other."""
    bodies: list[list[str]] = [[]]
    size = 0
    for text in texts:
        bodies[-1].append(text.replace("_", " "))
        size += len(text.replace("_", " ").split())
        if size >= SYLLABLES:
            if len(bodies) == count:
                break
            bodies.append([])
            size = 0
    whole = bodies[:-1] or bodies
    chosen = islice(cycle(whole), count)
    return [Article(id=str(n), text="\n".join(body)) for n, body in enumerate(chosen)]


def rate(work: Work, read: Sequence[Article], repeats: int) -> float:
    """Syllables a second over all articles, the best of some runs."""
    syllables = sum(len(article.text.split()) for article in read)
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        work(read)
        best = min(best, time.perf_counter() - start)
    return syllables / best


def reader(read: Sequence[Article]) -> Work:
    """Words, parts of speech and names of articles whose sentences are known already."""
    pairs = zip(read, sentences.split(read), strict=True)
    known = {a.id: AnnotatedArticle(article=a, sentences=found) for a, found in pairs}

    def work(chosen: Sequence[Article]) -> None:
        for start in range(0, len(chosen), words.BATCH):
            batch = chosen[start : start + words.BATCH]
            tokens = rows([known[article.id] for article in batch])
            seen = words.word_rows(tokens)
            words.as_words(tokens, seen, len(batch))
            names.mentions(tokens, seen, len(batch))

    return work


def peers() -> dict[str, tuple[Callable[[str], object], int]]:
    """What each peer does to a text, and how many articles it gets time for."""
    try:
        from pyvi import ViPosTagger, ViTokenizer  # noqa: PLC0415
        from underthesea import ner, pos_tag, word_tokenize  # noqa: PLC0415
    except ImportError as missing:
        raise SystemExit(INSTALL) from missing
    return {
        "pyvi words": (ViTokenizer.tokenize, 64),
        "pyvi words, parts of speech": (
            lambda text: ViPosTagger.postagging(ViTokenizer.tokenize(text)),
            64,
        ),
        "underthesea words": (word_tokenize, 32),
        "underthesea words, parts of speech": (pos_tag, 8),
        "underthesea words, parts of speech, names": (ner, 4),
    }


def each(read_one: Callable[[str], object], *, lines: bool) -> Work:
    """A peer's work: an article in a call, or a line."""

    def work(chosen: Sequence[Article]) -> None:
        for article in chosen:
            for text in article.text.split("\n") if lines else [article.text]:
                read_one(text)

    return work


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=512)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args(arguments)
    read = articles(paragraphs(options.file), options.articles)
    start = time.perf_counter()
    tag.tag(read[:1])
    print(f"{'first article, with all models loaded':60s}{time.perf_counter() - start:9.2f} s")
    ours = rate(reader(read), read, repeats=5)
    whole = rate(tag.tag, read, repeats=5)
    print(f"{'words, parts of speech, names':60s}{ours:9,.0f} syllables/s")
    print(f"{'the same with sentences':60s}{whole:9,.0f} syllables/s")
    for name, (read_one, count) in peers().items() if options.peers else ():
        read_one("Hà Nội sáng nay có mưa.")
        for lines in (False, True):
            theirs = rate(each(read_one, lines=lines), read[:count], repeats=1)
            how = f"{name}{', a line a call' * lines}"
            print(f"{how:60s}{theirs:9,.0f} syllables/s, ratio {ours / theirs:8,.1f}")


if __name__ == "__main__":
    main()
