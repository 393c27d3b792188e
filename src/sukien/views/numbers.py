"""Figures as a person writes them."""

import math

_HEDGES = {
    "vi": {
        "approx": "khoảng ",
        "more_than": "hơn ",
        "less_than": "gần ",
        "at_least": "ít nhất ",
        "at_most": "nhiều nhất ",
        "order_of": "cỡ ",
    },
    "en": {
        "approx": "about ",
        "more_than": "over ",
        "less_than": "nearly ",
        "at_least": "at least ",
        "at_most": "at most ",
        "order_of": "some ",
    },
}
_SCALES = {
    "vi": ((1e12, "nghìn tỷ"), (1e9, "tỷ"), (1e6, "triệu")),
    "en": ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")),
}


def number_words(value: float | None, language: str = "vi") -> str:
    """A number with separators; from a million on with the greatest scale that loses nothing:
    `1.100`, `2,5 triệu`, `1.001 tỷ`.
    """
    if value is None or not math.isfinite(value):
        return ""
    for scale, name in _SCALES[language]:
        if abs(value) >= scale and math.isclose(value / scale, round(value / scale, 2)):
            return f"{_digits(value / scale, language)} {name}"
    return _digits(value, language)


def figure_words(value: float | None, mod: str | None, language: str = "vi") -> str:
    """A number with its hedge: `khoảng 650`, `hơn 3 triệu`."""
    words = number_words(value, language)
    return _HEDGES[language].get(mod or "", "") + words if words else ""


def _digits(value: float, language: str) -> str:
    places = 2 if abs(value) >= 1 else 4
    whole = round(value, places)
    text = f"{int(whole):,}" if whole == int(whole) else f"{whole:,.{places}f}".rstrip("0")
    return text.translate(str.maketrans(",.", ".,")) if language == "vi" else text
