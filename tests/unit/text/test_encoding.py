import unicodedata

import pytest

from sukien.errors import EncodingError
from sukien.text import legacy
from sukien.text.encoding import decode, recognise
from sukien.text.signatures import looks_like

TEXT = "Chính phủ hôm qua họp ở Hà Nội, bàn về giá điện và lương tối thiểu."
TCVN3 = "ChÝnh phñ h«m qua häp ë Hµ Néi, bµn vÒ gi¸ ®iÖn vµ l\xad¬ng tèi thiÓu."
VNI = "Chính phuû hoâm qua hoïp ôû Haø Noäi, baøn veà giaù ñieän vaø löông toái thieåu."


def windows_1258(text):
    apart = "".join(
        letter if letter in "ăâêôơưđĂÂÊÔƠƯĐ" else unicodedata.normalize("NFD", letter)
        for letter in text
    )
    marks = {"\u0302": "aAeEoO", "\u0306": "aA", "\u031b": "oOuU"}
    for mark, letters in marks.items():
        for tone in ("", "\u0323"):
            for letter in letters:
                whole = unicodedata.normalize("NFC", letter + mark)
                apart = apart.replace(letter + tone + mark, whole + tone)
    return apart.encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (unicodedata.normalize("NFD", TEXT).encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
        (windows_1258(TEXT), "windows-1258"),
        (TCVN3.encode("cp1252"), "tcvn3"),
        (VNI.encode("cp1252"), "vni"),
        (TCVN3.encode(), "tcvn3 read as windows-1252"),
        (VNI.encode(), "vni read as windows-1252"),
        (TEXT.encode().decode("latin-1").encode(), "utf-8 read as windows-1252"),
    ],
)
def test_the_encoding_is_recognised_and_the_text_comes_back(data, encoding):
    found = recognise(data, "tin.txt")
    assert (found.text, found.encoding) == (TEXT, encoding)


def test_every_small_letter_of_tcvn3_and_the_capitals_its_fonts_have():
    letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ"
    codes = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢£¤¥¦§"
    assert legacy.from_tcvn3(codes) == letters


def test_a_word_in_capitals_has_capitals_with_tones_too():
    assert legacy.from_tcvn3("VIÖT NAM, Hµ Néi, §¶NG") == "VIỆT NAM, Hà Nội, ĐẢNG"


def test_every_letter_of_vni():
    letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    codes = (
        "aøaùaûaõaïaêaèaéaúaüaëaâaàaáaåaãaäñeøeùeûeõeïeâeàeáeåeãeäìíæóòoøoùoûoõoïoâoàoáoåoãoä"
        "ôôøôùôûôõôïuøuùuûuõuïööøöùöûöõöïyøyùyûyõî"
    )
    assert legacy.from_vni(codes) == letters
    assert legacy.from_vni(codes.upper()) == letters.upper()
    assert legacy.from_vni("AÙi, Vieät, ÑAÏI") == "Ái, Việt, ĐẠI"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04....word/document.xml", "a Word document"),
        (b"PK\x03\x04....xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04....a.txt", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"RIFF....WEBP", "a picture, sound or video"),
        (b"....ftypmp42", "a video"),
    ],
)
def test_files_that_are_not_text_are_refused_by_name(data, what):
    assert str(looks_like(data)).startswith(what)
    with pytest.raises(EncodingError, match=f"tin.bin: looks like {what}"):
        decode(data, "tin.bin")


@pytest.mark.parametrize("data", [b"abc\x00def" * 9, bytes(range(1, 32)) * 9])
def test_zeros_and_control_characters_are_no_text(data):
    with pytest.raises(EncodingError, match="is not text but bytes of some program"):
        decode(data, "tin.txt")


def test_an_unknown_encoding_says_what_to_do():
    with pytest.raises(EncodingError, match=r"not known .*; save it as UTF-8"):
        decode("中国新闻 今天 开会 研究 电价".encode("gb18030"), "t")


def test_unsound_utf16_is_refused():
    with pytest.raises(EncodingError, match="not sound UTF-16"):
        decode(b"\xff\xfe" + b"\x00\xd8" * 40, "tin.txt")


def test_utf8_with_a_broken_byte_is_read_and_says_so():
    found = recognise(TEXT.encode() + b"\xe1\xbb", "tin.txt")
    assert found.encoding == "utf-8, damaged"
    assert found.text == TEXT + "\ufffd"


def test_plain_letters_with_curly_marks_of_windows():
    assert decode("“Ok” - he said, and then he left".encode("cp1252"), "t")[0] == "“"


@pytest.mark.parametrize("text", ["", "plain", "Le café était fermé à midi", "thé à la menthe"])
def test_other_languages_are_left_as_they_are(text):
    assert recognise(text.encode(), "t").text == text
