from benchmarks.layers import SAMPLE, WORDS_ALONE, articles_of, timed

from sukien.annotate import LAYERS


def test_every_step_is_timed():
    spent = timed(articles_of([SAMPLE], 3))
    assert set(spent) == {WORDS_ALONE, "tag", *(layer.gives for layer in LAYERS)}
    assert all(seconds > 0 for seconds in spent.values())
