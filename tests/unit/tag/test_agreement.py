import numpy as np
import pytest

from sukien.model import AnnotatedArticle, Article
from sukien.tag import words
from sukien.tag.agreement import agreed
from sukien.tag.model import TAGS
from sukien.tag.name_columns import TYPES
from sukien.tag.rows import rows
from sukien.tag.words import WordRows


def words_of(marked: str) -> list[str]:
    """`Ali/X>PER Mahaman/X<PER nói/VERB`: > starts a name of a type, < goes on with it."""
    pieces = [one.rsplit("/", 1) for one in marked.split()]
    text = " ".join(surface.replace("_", " ") for surface, _ in pieces)
    article = AnnotatedArticle(article=Article(id="a", text=text))
    tokens = rows([article])
    starts = np.cumsum([0] + [len(surface) + 1 for surface, _ in pieces[:-1]])
    begun = np.isin(tokens.starts, starts) | tokens.padding
    first = np.flatnonzero(begun)
    last = np.append(first[1:], len(begun)) - 1
    tags, labels = np.full(len(first), -1), np.zeros(len(first), np.int64)
    for at, (_, told) in zip(np.flatnonzero(~tokens.padding[first]), pieces, strict=True):
        pos, _, kind = told.replace("<", ">").partition(">")
        tags[at] = TAGS.index(pos)
        labels[at] = 1 + 2 * TYPES.index(kind) + ("<" in told) if kind else 0
    joined = agreed(tokens, WordRows(first, last, {}, tags), labels)
    [found] = words.as_words(tokens, joined, 1)
    return [f"{article.surface(word).replace(' ', '_')}/{word.pos}" for word in found]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Niger/NOUN>LOC hồi/NOUN tháng/NOUN", "Niger/PROPN hồi/NOUN tháng/NOUN"),
        (
            "Niger/PROPN>LOC Ali/X>PER Mahaman/X<PER nói/VERB",
            "Niger/PROPN Ali_Mahaman/PROPN nói/VERB",
        ),
        (
            "ông/NOUN Ali/X>PER Mahaman_Lamine/X<PER Zeine/X<PER đi/VERB",
            "ông/NOUN Ali_Mahaman_Lamine_Zeine/PROPN đi/VERB",
        ),
        ("TP/NOUN>LOC Huế/PROPN<LOC", "TP/NOUN Huế/PROPN"),
        ("Tp/NOUN>LOC ./PUNCT<LOC Huế/PROPN<LOC", "Tp/NOUN ./PUNCT Huế/PROPN"),
        ("miền/NOUN>LOC Trung/PROPN<LOC", "miền/NOUN Trung/PROPN"),
        ("Quận/NOUN>LOC 9/NUM<LOC", "Quận/NOUN 9/NUM"),
        ("Bộ/NOUN>ORG Y_tế/NOUN<ORG", "Bộ/NOUN Y_tế/NOUN"),
        ("Bộ/NOUN>ORG Công_An/NOUN<ORG", "Bộ/NOUN Công_An/NOUN"),
        ("Theo/ADP Reuters/NOUN>ORG", "Theo/ADP Reuters/PROPN"),
        ("Hà_Nội/X>LOC Huế/X>LOC", "Hà_Nội/PROPN Huế/PROPN"),
        ("hôm_nay/NOUN", "hôm_nay/NOUN"),
    ],
)
def test_words_agree_with_names(marked: str, wanted: str) -> None:
    assert words_of(marked) == wanted.split()
