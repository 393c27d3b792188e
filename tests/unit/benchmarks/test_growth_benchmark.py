import pytest
from benchmarks.growth import KINDS, grown, seconds


@pytest.mark.parametrize("kind", KINDS)
def test_an_article_of_a_kind_has_the_length_asked_for(kind: str):
    assert len(grown(kind, 500).text) == 500
    assert len(grown(kind, 5000).text) == 5000


def test_the_whole_is_timed():
    assert seconds(grown("dates", 200)) > 0
