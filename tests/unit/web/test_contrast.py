"""Text on its ground has the contrast that WCAG 2.2 asks for (AA: 4.5 to 1), light and dark."""

import re
from importlib import resources

import pytest

STYLE = (resources.files("sukien.web") / "static" / "css" / "base.css").read_text(encoding="utf-8")
_INKS = (
    *("ink", "soft", "accent", "same", "changed", "conflict"),
    *("names", "times", "quantities", "actors", "quotes", "events"),
)


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


LIGHT, DARK = (colours(block) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2])


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, {**LIGHT, **DARK}], ids=["light", "dark"])
def test_every_ink_can_be_read_on_paper_and_sheet(scheme):
    for ink in _INKS:
        for ground in ("paper", "sheet"):
            assert contrast(scheme[ink], scheme[ground]) >= 4.5, (ink, ground)
    assert contrast(scheme["target-ink"], scheme["target"]) >= 4.5
