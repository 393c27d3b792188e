import numpy as np

from sukien.text.hashing import mix

ONE, OTHER = np.array([1, 2], np.int64), np.array([2, 1], np.int64)


def test_the_order_of_columns_counts() -> None:
    assert (mix(ONE, OTHER) != mix(OTHER, ONE)).all()
    assert mix(ONE, OTHER)[0] == mix(OTHER, ONE)[1]


def test_it_never_changes() -> None:
    assert int(mix(np.array([1], np.int64), np.array([2], np.int64))[0]) == 0xB66524A7BD36DEB
