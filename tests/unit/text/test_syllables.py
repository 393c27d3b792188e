import pytest

from sukien.text.syllables import canonical, is_syllable

NATIVE = """
Nga Mỹ gì gìn giếng quý quốc quyết nghiêng khuỷu xoong ngoéo khuya thuở ước yêu ếch oan hoà
huỳnh toàn người được uỷ ĐỒNG
"""
OTHER = "Niger Mali Ali Reaper RTN Putin Washington at cac kề2 16 % kà gê nghà b zz"


@pytest.mark.parametrize("token", NATIVE.split())
def test_a_vietnamese_syllable(token: str) -> None:
    assert is_syllable(token)


@pytest.mark.parametrize("token", OTHER.split())
def test_no_vietnamese_syllable(token: str) -> None:
    assert not is_syllable(token)


@pytest.mark.parametrize(
    ("token", "form"),
    [
        ("Hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("thuỷ", "thủy"),
        ("quý", "quý"),
        ("hoàn", "hoàn"),
        ("À", "à"),
    ],
)
def test_one_place_for_the_tone_mark(token: str, form: str) -> None:
    assert canonical(token) == form


def test_a_long_token_is_no_syllable() -> None:
    assert not is_syllable("a" * 1_000_000)
