"""How long each step takes: `python -m benchmarks.layers [PATH...] [--articles N]`.

Articles are read from the paths, or from the sample library, annotated in batches by each step in
turn, and the time of each is printed as a share of all, with the articles a second of the whole.
The peer in the same run is the words alone: how much the meaning costs on top of the words.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import sukien.sample
from sukien import pipeline, tag
from sukien.annotate import LAYERS, apply
from sukien.model import AnnotatedArticle, Article
from sukien.read import ReadOptions, read_paths
from sukien.tag import sentences, words

SAMPLE = str(Path(next(iter(sukien.sample.__path__))))
WORDS_ALONE = "words alone"


def articles_of(paths: Sequence[str], most: int) -> list[Article]:
    """At most `most` articles of the paths."""
    items = read_paths(list(paths), ReadOptions())
    return list(islice((item for item in items if isinstance(item, Article)), most))


def timed(articles: Sequence[Article]) -> dict[str, float]:
    """Seconds of each step over all articles, after a first batch that is not counted."""
    pipeline.annotate(articles[: pipeline.BATCH])
    spent = dict.fromkeys((WORDS_ALONE, "tag", *(layer.gives for layer in LAYERS)), 0.0)
    for start in range(0, len(articles), pipeline.BATCH):
        batch = articles[start : start + pipeline.BATCH]
        with pipeline.without_collecting():
            _clocked(spent, WORDS_ALONE, lambda batch=batch: _words(batch))
            annotated = _clocked(spent, "tag", lambda batch=batch: tag.tag(batch))
            for layer in LAYERS:
                annotated = _clocked(
                    spent, layer.gives, lambda layer=layer, done=annotated: apply(layer, done)
                )
    return spent


def _words(batch: Sequence[Article]) -> list[AnnotatedArticle]:
    pairs = zip(batch, sentences.split(batch), strict=True)
    annotated = [AnnotatedArticle(article=one, sentences=found) for one, found in pairs]
    words.find(annotated)
    return annotated


def _clocked(
    spent: dict[str, float], name: str, step: Callable[[], list[AnnotatedArticle]]
) -> list[AnnotatedArticle]:
    before = time.perf_counter()
    result = step()
    spent[name] += time.perf_counter() - before
    return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", default=[SAMPLE])
    parser.add_argument("--articles", type=int, default=500)
    options = parser.parse_args()
    articles = articles_of(options.paths, options.articles)
    syllables = sum(len(article.text.split()) for article in articles)
    spent = timed(articles)
    alone = spent.pop(WORDS_ALONE)
    whole = sum(spent.values())
    for name, seconds in sorted(spent.items(), key=lambda pair: -pair[1]):
        each = 1000 * seconds / len(articles)
        print(f"{name:18s} {each:7.2f} ms an article  {seconds / whole:6.1%}")
    print(f"{len(articles)} articles of {syllables / len(articles):.0f} words on one core:")
    print(f"all layers         {len(articles) / whole:7.1f} articles/s")
    print(f"words alone        {len(articles) / alone:7.1f} articles/s, ratio {whole / alone:.1f}")


if __name__ == "__main__":
    main()
