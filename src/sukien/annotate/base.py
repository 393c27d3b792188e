"""What a layer is."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from sukien.model import AnnotatedArticle

Annotate = Callable[[Sequence[AnnotatedArticle]], list[Any]]


class Layer(msgspec.Struct, frozen=True):
    """One step that adds one field to many articles at once.

    `gives` is the field of AnnotatedArticle that `run` fills, `needs` those that must be there
    before. `run` takes the batch and returns the field's value for each article, in order; it
    edits nothing. `version` goes up when the same input may give another output.
    """

    gives: str
    needs: tuple[str, ...]
    version: int
    run: Annotate


def apply(layer: Layer, batch: Sequence[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """The batch with the layer's field filled."""
    given = layer.run(batch)
    pairs = zip(batch, given, strict=True)
    return [msgspec.structs.replace(article, **{layer.gives: value}) for article, value in pairs]
