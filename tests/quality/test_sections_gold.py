"""The marked sections are sections, and what measures does not teach."""

import pytest
from quality.section_gold import GOLD, HEADINGS

from sukien.model import SECTIONS


def rows(name: str) -> list[list[str]]:
    lines = (GOLD / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("name", ["developing", "measuring", "parted"])
def test_every_row_names_an_article_once_and_its_sections(name: str) -> None:
    head, *marked = rows(name)
    assert head == ["id", "sections"]
    assert len({article for article, _ in marked}) == len(marked)
    assert {code for _, codes in marked for code in codes.split()} <= set(SECTIONS)


def test_what_measures_is_not_learned_from() -> None:
    measuring = {article for article, _ in rows("measuring")[1:]}
    assert len(measuring) == 150
    assert not measuring & {article for article, _ in rows("developing")}


def test_every_heading_is_a_section() -> None:
    assert set(HEADINGS.values()) <= set(SECTIONS)
