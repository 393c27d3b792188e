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
        (1_001_000_000_000, None, "1.001 tỷ", "1,001 billion"),
        (1_234_567, None, "1.234.567", "1,234,567"),
        (687_200_000, None, "687,2 triệu", "687.2 million"),
        (0.0125, None, "0,0125", "0.0125"),
        (-2.5, None, "-2,5", "-2.5"),
        (None, None, "", ""),
        (None, "approx", "", ""),
        (float("inf"), "more_than", "", ""),
        (float("nan"), None, "", ""),
    ],
)
def test_figures_in_words(value, mod, vietnamese, english):
    assert figure_words(value, mod) == vietnamese
    assert figure_words(value, mod, "en") == english
