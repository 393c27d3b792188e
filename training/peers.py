"""What two other taggers make of a text: pyvi (MIT) and underthesea (GPL-3), as second opinions.

They are a development extra: `pip install -e '.[peers]'`. Only their output is learned from.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from multiprocessing import get_context
from typing import Any

import numpy as np
import numpy.typing as npt

UNKNOWN = 2
"""The label of a token about which a peer says nothing: it changed the text."""

Labels = npt.NDArray[np.int8]
_CHUNK = 2000


def pyvi_words(lines: Sequence[str]) -> list[str]:
    """Lines with the syllables of a word joined by underscores, by pyvi."""
    from pyvi import ViTokenizer  # noqa: PLC0415

    return [ViTokenizer.ViTokenizer.tokenize(line) for line in lines]


def underthesea_words(lines: Sequence[str]) -> list[str]:
    """The same by underthesea."""
    from underthesea import word_tokenize  # noqa: PLC0415

    return [word_tokenize(line, format="text") for line in lines]


def old_tags(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """The tag of each word by underthesea's first model."""
    from underthesea.pipeline.pos_tag.model_crf import CRFPOSTagPredictor  # noqa: PLC0415

    model = CRFPOSTagPredictor.Instance()
    return [[tag for _, tag in model.predict(list(words), None)] for words in sentences]


def new_tags(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """The tag of each word by underthesea's second model."""
    from pathlib import Path  # noqa: PLC0415

    import underthesea.pipeline.pos_tag as package  # noqa: PLC0415
    from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger  # noqa: PLC0415

    model = FastCRFSequenceTagger()
    model.load(str(Path(package.__file__).parent / "models" / "pos_crf_vlsp2013_20230303"))
    return [[tag[2:] for tag in model.predict([[word] for word in words])] for words in sentences]


def ask(peer: Callable[[Any], list[Any]], items: Sequence[Any]) -> list[Any]:
    """What a peer says of each item, in order, asked in two processes."""
    parts = [items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK)]
    with get_context("spawn").Pool(2) as pool:
        return [answer for part in pool.imap(peer, parts) for answer in part]


def starts(tokens: Sequence[str], answer: str) -> list[int]:
    """For each token of a line whether a word of the peer's answer starts there (UNKNOWN)."""
    words = [word.replace("_", "") for word in answer.split()]
    ends = list(accumulate(map(len, words), initial=0))
    places = list(accumulate(map(len, tokens), initial=0))
    if ends[-1] != places[-1]:
        return [UNKNOWN] * len(tokens)
    begun = set(ends)
    return [int(place in begun) for place in places[:-1]]


def numbered(names: Iterable[Iterable[str]], known: dict[str, int]) -> list[list[int]]:
    """Tags as numbers; a tag not known is -1."""
    return [[known.get(name, -1) for name in row] for row in names]
