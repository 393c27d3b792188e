import pytest

from sukien.model import AnnotatedArticle, Article, Sentence
from sukien.tag import segment, words


def found(text: str, *, sentences: tuple[int, ...] = (), breaks: tuple[int, ...] = ()) -> list[str]:
    ends = (*sentences[1:], len(text))
    spans = tuple(Sentence(one, other) for one, other in zip(sentences, ends, strict=False))
    article = AnnotatedArticle(article=Article(id="a", text=text, breaks=breaks), sentences=spans)
    (tagged,) = words.find([article])
    return [f"{text[word.start : word.end]}/{word.pos}" for word in tagged]


def test_words_and_tags() -> None:
    assert found("Chính phủ Việt Nam công bố kế hoạch.") == [
        "Chính phủ/NOUN",
        "Việt Nam/PROPN",
        "công bố/VERB",
        "kế hoạch/NOUN",
        "./PUNCT",
    ]


def test_no_word_crosses_a_sentence_or_a_line() -> None:
    assert found("thủ đô")[0].startswith("thủ đô/")
    assert len(found("thủ đô", sentences=(0, 4))) == 2
    assert len(found("thủ\nđô", breaks=(4,))) == 2


@pytest.mark.parametrize(
    ("line", "segmented"),
    [
        ("Quân_đội Niger_hồi tháng 3 tuyên_bố", "Quân_đội Niger hồi tháng 3 tuyên_bố"),
        ("máy bay của không phận_Niger", "máy_bay của không_phận Niger"),
        ("Khoẻ mạnh là khỏe_mạnh", "Khoẻ_mạnh là khỏe_mạnh"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_segment(line: str, segmented: str) -> None:
    assert segment([line]) == [segmented]


def test_a_line_out_for_a_line_in() -> None:
    assert segment(["Hà Nội", "", "mưa lớn"]) == ["Hà_Nội", "", "mưa lớn"]


def test_nothing_in_nothing_out() -> None:
    assert words.find([]) == []
    assert segment([]) == []
