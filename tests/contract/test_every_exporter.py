"""What holds for every exporter."""

import pytest

from sukien.export import EXPORTERS
from telling import article, told

ARTICLE = article(
    "a",
    "2025-03-01",
    'Hội chợ, "lớn" nhất',
    "Hội chợ trái cây dự kiến mở cửa [ngày 12/4|2025-04-12]. #open-event/planned",
    actor="org:Cù Lao",
)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_a_library_is_written_twice_the_same(exporter):
    story = told(ARTICLE)
    written = ["".join(exporter.write([story], [ARTICLE])) for _ in range(2)]
    assert written[0] == written[1] != ""


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_an_empty_library_is_written(exporter):
    assert isinstance("".join(exporter.write([], [])), str)


def test_names_are_different():
    assert len({exporter.name for exporter in EXPORTERS}) == len(EXPORTERS)
