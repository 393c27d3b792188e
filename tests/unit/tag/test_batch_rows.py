import numpy as np
import pytest

from sukien.model import AnnotatedArticle, Article, Sentence
from sukien.tag.features import HALO
from sukien.tag.rows import Rows, rows


def read(*texts: str, starts: tuple[int, ...] = (), breaks: tuple[int, ...] = ()) -> Rows:
    ends = (*starts[1:], len(texts[0])) if texts else ()
    sentences = tuple(Sentence(*pair) for pair in zip(starts, ends, strict=True)) if starts else ()
    return rows(
        [
            AnnotatedArticle(
                article=Article(id=str(n), text=text, breaks=breaks), sentences=sentences
            )
            for n, text in enumerate(texts)
        ]
    )


def surfaces(found: Rows, *texts: str) -> list[str]:
    kept = np.flatnonzero(~found.padding)
    return [texts[found.article[n]][found.starts[n] : found.ends[n]] for n in kept]


def test_padding_stands_before_between_and_after() -> None:
    texts = ("Hà Nội mưa.", "Huế nắng.")
    found = read(*texts)
    assert surfaces(found, *texts) == ["Hà", "Nội", "mưa", ".", "Huế", "nắng", "."]
    assert found.padding[:HALO].all()
    assert found.padding[-HALO:].all()
    assert found.padding[HALO + 4 : 2 * HALO + 4].all()
    assert set(found.article[found.padding]) == {-1}


def test_what_touches_the_token_before_is_glued() -> None:
    found = read("Đi (Hà Nội)")
    assert found.columns["glued"][~found.padding].tolist() == [0, 0, 1, 0, 1]


@pytest.mark.parametrize("address", ["https://bao.example/a_b", "toa.soan@bao.example"])
def test_an_address_is_one_token(address: str) -> None:
    text = f"Xem {address}, nhé."
    assert surfaces(read(text), text) == ["Xem", address, ",", "nhé", "."]


def test_a_border_cuts_even_inside_a_token() -> None:
    text = "Hà Nội"
    assert surfaces(read(text, starts=(0, 4)), text) == ["Hà", "N", "ội"]


def test_lines_part_sentences() -> None:
    found = read("Hà\nNội", breaks=(3,))
    assert found.padding.tolist().count(True) == 3 * HALO


def test_capitals_throughout_are_loud() -> None:
    loud, quiet = read("CHÍNH PHỦ HỌP HÔM NAY"), read("Chính phủ họp HÔM nay")
    assert loud.loud[~loud.padding].all()
    assert not quiet.loud.any()
    assert len(set(loud.columns["shape"][~loud.padding])) == 1


def test_no_article_no_token() -> None:
    assert read().padding.all()
    assert read("").padding.all()
