import pytest

from sukien.views.numbers import figure_words


@pytest.mark.parametrize(
    ("value", "mod", "vietnamese", "english"),
    [
        (1100, None, "1.100", "1,100"),
        (650, "approx", "khoảng 650", "about 650"),
        (3_000_000, "more_than", "hơn 3 triệu", "over 3 million"),
        (4.8, None, "4,8", "4.8"),
        (81_500_000_000_000, "less_than", "gần 81,5 nghìn tỷ", "nearly 81.5 trillion"),
        (None, None, "", ""),
        (None, "approx", "", ""),
        (float("inf"), "more_than", "", ""),
        (float("nan"), None, "", ""),
    ],
)
def test_figures_in_words(value, mod, vietnamese, english):
    assert figure_words(value, mod) == vietnamese
    assert figure_words(value, mod, "en") == english
