"""The output contract, version 1: what `annotate` and `stories --json` print.

Keys are public. What the model knows beyond them (a name's reason, an episode's links) stays out.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from sukien.model import AnnotatedArticle, Figure, Story

_IDENTITY = ("id", "url", "publisher", "published")
_LAYERS: dict[str, tuple[str, ...]] = {
    "parts": ("kind", "start", "end"),
    "sentences": ("start", "end"),
    "words": ("start", "end", "pos"),
    "names": ("start", "end", "type", "entity"),
    "actors": ("start", "end", "entity", "country", "sector"),
    "times": ("start", "end", "type", "value", "mod"),
    "quantities": ("start", "end", "value", "low", "high", "unit", "item", "mod"),
    "quotes": ("kind", "start", "end", "speaker", "cue"),
    "events": ("type", "trigger", "sentence", "roles", "date", "place", "status"),
}
_STORY: dict[str, tuple[str, ...]] = {
    "episodes": ("id", "label", "articles"),
    "timeline": ("date", "text", "evidence", "articles", "sources", "upcoming"),
    "figures": ("about", "points", "verdict"),
    "entities": ("entity", "name", "type", "mentions"),
}
_POINT = ("value", "low", "high", "mod", "date", "article", "start", "end")
PLAIN_VERDICTS = {
    "same": "same", "rounded": "same", "changed": "changed", "scope": "changed",
    "claims": "conflict", "conflict": "conflict",
}  # fmt: skip
"""What the contract calls each verdict on a figure."""
_encode = msgspec.json.Encoder().encode


def _records(items: Iterable[Any], keys: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{key: getattr(item, key) for key in keys} for item in items]


def article_record(annotated: AnnotatedArticle) -> dict[str, Any]:
    """One article with the contract's keys, in the contract's order."""
    article = annotated.article
    record: dict[str, Any] = {key: getattr(article, key) for key in _IDENTITY}
    record["published_bounds"] = annotated.published_bounds
    record["text"] = article.text
    for layer, keys in _LAYERS.items():
        record[layer] = _records(getattr(annotated, layer), keys)
    return record


def story_record(story: Story) -> dict[str, Any]:
    """One story with the contract's keys, in the contract's order."""
    record: dict[str, Any] = {
        "id": story.id,
        "label": story.label,
        "first": story.first,
        "last": story.last,
        "episodes": _records(story.episodes, _STORY["episodes"]),
        "articles": story.articles,
        "duplicates": story.duplicates,
    }
    record["timeline"] = _records(story.timeline, _STORY["timeline"])
    record["figures"] = [_figure_record(figure) for figure in story.figures]
    record["brief"] = {"text": story.brief.text, "evidence": story.brief.evidence}
    record["entities"] = _records(story.entities, _STORY["entities"])
    return record


def _figure_record(figure: Figure) -> dict[str, Any]:
    [record] = _records([figure], _STORY["figures"])
    points = _records(figure.points, _POINT)
    return record | {"points": points, "verdict": PLAIN_VERDICTS[figure.verdict]}


def json_line(value: object) -> bytes:
    """A value as one line of JSON in UTF-8, with the newline that ends it."""
    return _encode(value) + b"\n"
