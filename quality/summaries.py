"""Articles with summaries that people wrote of them, and how alike two texts are.

VN-MDS (KTLab of VNU Hanoi): clusters of articles on one happening, two summaries each. ROUGE is
that of Lin 2004.
"""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

import msgspec

from quality.episodes import annotated, to_article
from sukien.model import AnnotatedArticle, Article
from sukien.text.respace import respace

_TOKEN = re.compile(r"\w+")


class Cluster(NamedTuple):
    """Articles on one happening, and what two people made of them."""

    articles: list[AnnotatedArticle]
    summaries: list[str]

    @property
    def length(self) -> int:
        """The mean length of the summaries, in words parted by white space."""
        return round(mean(len(one.split()) for one in self.summaries))


def read(data: Path, *, flat: bool = False) -> list[Cluster]:
    """All clusters, their articles with their layers, in order of publication."""
    with gzip.open(data / "vnmds.jsonl.gz", "rt", encoding="utf-8") as lines:
        records: list[dict[str, Any]] = [json.loads(line) for line in lines]
    texts = [to_article(article) for record in records for article in record["articles"]]
    if flat:
        texts = [flattened(article) for article in texts]
    layered = {article.id: article for article in annotated(texts, bare=False)}
    return [
        Cluster(
            articles=sorted((layered[str(a["id"])] for a in record["articles"]), key=_when),
            summaries=[respace(summary).text for summary in record["summaries"]],
        )
        for record in records
    ]


def flattened(article: Article) -> Article:
    """The article on one line."""
    return msgspec.structs.replace(article, text=article.text.replace("\n", " "), breaks=())


def _when(article: AnnotatedArticle) -> tuple[str, str]:
    return article.article.published or "", article.id


def grams(text: str, size: int) -> Counter[tuple[str, ...]]:
    """The runs of `size` syllables of a text, counted."""
    tokens = _TOKEN.findall(text.lower())
    return Counter(zip(*(tokens[start:] for start in range(size)), strict=False))


def rouge(text: str, other: str, size: int) -> float:
    """The F1 of two texts over runs of `size` syllables."""
    one, two = grams(text, size), grams(other, size)
    shared = (one & two).total()
    return 2 * shared / (one.total() + two.total()) if shared else 0.0
