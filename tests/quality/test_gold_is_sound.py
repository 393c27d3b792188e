"""Every surface of the gold stands in its article, every value is well-formed."""

import pytest
from quality.gold import load, marks, squeeze
from quality.run import below, floors, sample_articles
from quality.scoring import Count, count, equal

GOLD = load()
LAYERS = {"parts", "sentences", "names", "times", "quantities", "quotes"}
COLUMNS = {"parts": (1, 1), "sentences": (0, 0), "names": (1, 2), "times": (2, 2)}


@pytest.fixture(scope="module")
def texts():
    return {article.id: squeeze(article.text) for article in sample_articles(GOLD)}


@pytest.mark.parametrize("name", GOLD)
def test_every_surface_is_found_and_has_its_values(name, texts):
    gold = GOLD[name]
    assert set(gold) == LAYERS | {"article"}
    for layer in LAYERS:
        for mark in marks(texts[name], gold[layer], f"{name}, {layer}"):
            least, most = COLUMNS.get(layer, (1, 3))
            assert least <= len(mark.values) <= most, (layer, mark)


def test_a_surface_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="Sahara"):
        marks("abc", ["Sahara | LOC"], "x")


def test_scores_count_pairs_once():
    assert count([(0, 1), (0, 1)], [(0, 1)], equal) == Count(1, 2, 1)
    assert Count(1, 2, 1).f1 == pytest.approx(2 / 3)
    assert Count().f1 == 1.0


def test_a_score_below_its_floor_is_told():
    assert below({"names": Count(1, 2, 2)}, {"names": 0.6}) == ["names"]
    assert below({"names": Count(2, 2, 2)}, {"names": 0.6}) == []
    assert all(0 < floor <= 1 for floor in floors().values())
