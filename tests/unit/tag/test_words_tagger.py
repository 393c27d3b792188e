import pytest

from sukien.model import AnnotatedArticle, Article, Sentence
from sukien.tag import segment, tag, words


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


def test_strings_are_tagged_as_they_are() -> None:
    one, other = tag(["Ông Nguyễn_Văn_Tám\nở Hà_Nội.", "Mưa."])
    assert (one.id, other.id) == ("0", "1")
    assert one.text == "Ông Nguyễn Văn Tám\nở Hà Nội."
    assert [(one.surface(name), name.type) for name in one.mentions] == [
        ("Nguyễn Văn Tám", "PER"),
        ("Hà Nội", "LOC"),
    ]
    assert one.article.breaks == (19,)
    assert one.article.segmented


def test_underscores_change_no_offset() -> None:
    plain, joined = tag(["Chính phủ họp ở Hà Nội.", "Chính_phủ họp ở Hà_Nội."])
    assert plain.words == joined.words
    assert plain.mentions == joined.mentions


def test_letters_and_their_marks_apart_are_put_together() -> None:
    [found] = tag(["Ha\u0300 No\u0323\u0302i"])
    assert found.text == "Hà Nội"
