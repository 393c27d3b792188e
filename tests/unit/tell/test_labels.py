"""Headings of articles built by hand: `lũ_quét/N` is a word and its part of speech."""

import pytest

from sukien.model import AnnotatedArticle, Article, Name, Part, Sentence, Time, Word
from sukien.tell.label import label
from sukien.tell.label.cutting import cut
from sukien.tell.reading import Told, told_sentences

POS = {
    "N": "NOUN", "P": "PROPN", "V": "VERB", "A": "ADJ", "E": "ADP", "C": "CCONJ", "R": "ADV",
    "X": "AUX", "M": "NUM", "S": "SCONJ", "O": "PRON", "D": "DET", ".": "PUNCT",
}  # fmt: skip
STORM = "bão/N số/N 3/M đổ_bộ/V tỉnh/N Quảng_Ninh/P"


def article(name: str, *lines: str, titled: bool = False) -> AnnotatedArticle:
    """A line is a sentence, the first one with `titled` a title; `7/9/T` is a time."""
    text, words, times, names, sentences = "", [], [], [], []
    for line in lines:
        start = len(text)
        for token in line.split():
            surface, _, kind = token.rpartition("/")
            surface = surface.replace("_", " ")
            glued = kind == "." or not text or text[-1] in "\n("
            text += surface if glued and surface != "(" else f" {surface}"
            at = len(text) - len(surface)
            words.append(Word(at, len(text), POS.get(kind, "NUM")))
            if kind == "T":
                times.append(Time(at, len(text), "DATE", "2024-09-07"))
            if kind == "P":
                names.append(Name(at, len(text), "LOC", f"place:{surface}"))
        text = text[:start] + text[start : start + 1].upper() + text[start + 1 :]
        sentences.append(Sentence(start, len(text)))
        text += "\n"
    kinds = ["title" if titled and not n else "body" for n in range(len(sentences))]
    return AnnotatedArticle(
        article=Article(id=name, text=text, published="2024-09-07"),
        sentences=tuple(sentences),
        words=tuple(words),
        parts=tuple(Part(s.start, s.end, k) for s, k in zip(sentences, kinds, strict=True)),
        times=tuple(times),
        names=tuple(names),
    )


def only(line: str) -> Told:
    return told_sentences(article("a", line))[0]


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        (
            (
                f"sáng_7/9/T ,/. {STORM} khi/N sóng/N đã/R cao/A tới/E bốn/M mét/N và/C gió/N "
                "giật/V mạnh/A ở/E vịnh/N ./."
            ),
            "Bão số 3 đổ bộ tỉnh Quảng Ninh",
        ),
        (
            "tuy_nhiên/S ,/. tỉnh/N Quảng_Ninh/P đã/R cấm/V biển/N ./.",
            "Tỉnh Quảng Ninh đã cấm biển",
        ),
        (
            "ngân_hàng/N Hoa_Sen/P (/. NHHS/P )/. ngày_7/9/T bán/V ba_nghìn/M lượng/N vàng/N ./.",
            "Ngân hàng Hoa Sen bán ba nghìn lượng vàng",
        ),
        (
            "phát_biểu/V tại/E lễ/N khánh_thành/V ,/. bà/N Lê_Hoài_Vy/P cảm_ơn/V dân/N bản/N ./.",
            "Bà Lê Hoài Vy cảm ơn dân bản",
        ),
        (
            (
                "tàu/N Lá_Đỏ/P mắc_cạn/V ngoài_khơi/N Cửa_Lá/P và/C chờ/V cứu_hộ/N suốt/E "
                "bốn/M giờ/N liền/A trong/E đêm/N mưa/N ./."
            ),
            "Tàu Lá Đỏ mắc cạn ngoài khơi Cửa Lá và chờ cứu hộ",
        ),
    ],
)
def test_a_sentence_is_cut_to_its_subject_and_what_is_said_of_it(sentence, heading):
    piece = cut(only(sentence))
    assert piece is not None
    assert piece.text == heading


@pytest.mark.parametrize(
    "sentence",
    [
        "khi/N trời/N còn/R mưa/V rất/R to/A ở/E Huế/P ./.",
        "họ/O đã/R về/V đến/E bến/N an_toàn/A ./.",
        "trước_đó/R ,/.",
        "ảnh/N chợ/N Huế/P mùa/N nước/N nổi/A ./.",
        'ông/N Bình/P gọi/V đó/O là/X "/. mùa/N lũ/N',
        "…/.",
    ],
)
def test_what_gives_no_heading_gives_none(sentence):
    assert cut(only(sentence)) is None


@pytest.mark.parametrize("most", [8, 9, 16])
def test_a_heading_holds_the_sentence_s_own_words_and_no_more_than_asked(most):
    told = only(f"{STORM} ,/. làm/V đổ/V hàng_nghìn/M cây_xanh/N ở/E Hạ_Long/P ./.")
    piece = cut(told, most)
    assert piece is not None
    assert told.text.startswith(piece.text)
    assert len(piece.text.split()) <= most + 1


TITLED = article("titled", STORM, f"{STORM} ./.", titled=True)
ASKED = article("asked", "bão/N số/N 3/M mạnh/A đến/E đâu/O ?/.", f"{STORM} ./.", titled=True)
AGED = article("aged", "hôm_nay/T bão/N số/N 3/M đổ_bộ/V Quảng_Ninh/P", titled=True)
ASIDE = article("aside", "chợ/N Hạ_Long/P mở/V lại/R đông/A khách/N", titled=True)


def test_a_title_that_says_it_comes_before_a_question_or_one_that_ages():
    assert label([ASKED, TITLED, AGED]) == "Bão số 3 đổ bộ tỉnh Quảng Ninh"


def test_a_story_is_called_by_what_most_of_its_episodes_tell():
    episodes = [["aside"], ["titled"], ["asked"]]
    assert label([ASIDE, TITLED, ASKED], episodes) == "Bão số 3 đổ bộ tỉnh Quảng Ninh"
    assert label([ASIDE], [["aside"]]) == "Chợ Hạ Long mở lại đông khách"


def test_a_title_is_not_cut_where_titles_stand():
    plain = article("plain", f"{STORM} ./.")
    assert label([plain, ASIDE]) == "Chợ Hạ Long mở lại đông khách"


def test_who_made_a_picture_is_no_part_of_a_heading():
    captioned = article("c", f"{STORM} (/. Ảnh/N :/. Reuters/P )/.", titled=True)
    named = article("n", f"{STORM} (/. Biển_Đông/P )/.", titled=True)
    assert label([captioned]) == "Bão số 3 đổ bộ tỉnh Quảng Ninh"
    assert label([named]).endswith("Biển Đông)")


def test_an_article_without_a_title_gets_a_heading_from_its_sentences():
    one = article("one", f"chiều_7/9/T ,/. {STORM} ./.", "nước/N còn/R ngập/V nhiều/A phố/N ./.")
    assert label([one]) == "Bão số 3 đổ bộ tỉnh Quảng Ninh"


def test_where_nothing_can_be_cut_the_opening_stands_with_a_mark():
    line = " ".join(["và/C"] * 30)
    assert label([article("a", line)]) == "Và " + " ".join(["và"] * 15) + " …"


def test_nothing_is_called_nothing():
    assert label([AnnotatedArticle(article=Article(id="x", text=""))]) == ""
