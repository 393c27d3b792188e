import pytest

from sukien.views.dates import date_words, stretch_words


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        ("2024-03-16", "16/3/2024", "16 Mar 2024"),
        ("2024-03", "tháng 3/2024", "Mar 2024"),
        ("2024", "năm 2024", "2024"),
        ("XXXX-03-16", "16/3", "16 Mar"),
        ("XXXX-03", "tháng 3", "Mar"),
        ("2024-Q1", "quý I/2024", "Q1 2024"),
        ("2024-H1", "nửa đầu năm 2024", "H1 2024"),
        ("2024-SU", "mùa hè 2024", "summer 2024"),
        ("2024-W20", "tuần 13/5–19/5/2024", "week of 13/5–19/5/2024"),
        ("2024-W20-WE", "cuối tuần 13/5–19/5/2024", "weekend of 13/5–19/5/2024"),
        ("2024-05-03TMO", "sáng 3/5/2024", "morning 3 May 2024"),
        ("2013-10-31T20:02", "20:02 31/10/2013", "20:02 31 Oct 2013"),
        ("199", "thập niên 1990", "1990s"),
        ("PAST_REF", "PAST_REF", "PAST_REF"),
        (None, "", ""),
    ],
)
def test_dates_in_words(value, vietnamese, english):
    assert date_words(value) == vietnamese
    assert date_words(value, "en") == english


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-03-16", "2024-03-16", "16/3/2024"),
        ("2024-02-01", "2024-02-29", "tháng 2/2024"),
        ("2024-12-01", "2024-12-31", "tháng 12/2024"),
        ("2024-01-01", "2024-12-31", "năm 2024"),
        ("2024-01-01", "2024-02-29", "1/1/2024\u2009–\u200929/2/2024"),
        ("2024-03-11", "2024-03-17", "11/3/2024\u2009–\u200917/3/2024"),
    ],
)
def test_stretches_of_days_in_words(start, end, words):
    assert stretch_words(start, end) == words
