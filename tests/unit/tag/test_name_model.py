import numpy as np

from sukien.tag import tag
from sukien.tag.name_columns import NameRows, name_rows
from sukien.tag.name_model import LABELS, leaned, name_scores, table
from sukien.tag.rows import rows
from sukien.tag.words import word_rows


def known(*, articles: list[int], forms: list[int]) -> NameRows:
    size = len(forms)
    column = np.array(forms, dtype=np.uint64)
    columns = {"run": np.ones(size, np.uint64), "run_text": column, "form": column}
    return NameRows(columns, np.ones(size, np.bool_), np.array(articles))


def test_the_same_name_leans_on_its_other_places_in_the_article() -> None:
    rows = known(articles=[0, 0, 0, 1], forms=[7, 7, 9, 7])
    scores = np.zeros((4, LABELS), np.float32)
    scores[0, 1], scores[1, 1] = 4.0, -1.0
    found = leaned(scores.copy(), rows)
    assert found[1, 1] > scores[1, 1]
    assert found[0, 1] < scores[0, 1]
    assert np.isclose(found[:2, 1].sum(), 3.0)
    assert (found[2:] == scores[2:]).all()


def test_nothing_leans_where_no_name_can_be() -> None:
    rows = known(articles=[0], forms=[7])._replace(near=np.zeros(1, np.bool_))
    scores = np.ones((1, LABELS), np.float32)
    assert (leaned(scores, rows) == 1).all()


def test_the_table_is_read_once_and_has_a_column_for_each_label() -> None:
    assert table() is table()
    assert not table().weights[:, LABELS:].any()
    assert table().steps.shape == (LABELS, LABELS)


def test_words_that_cannot_be_in_a_name_score_nothing() -> None:
    tokens = rows([*tag(["Hôm nay trời đẹp và người dân vui vẻ đi chợ, rồi về nhà ở Oslo."])])
    known_rows = name_rows(tokens, word_rows(tokens))
    scores = name_scores(known_rows, table())
    assert not scores[~known_rows.near].any()
    assert scores[known_rows.near].any()
