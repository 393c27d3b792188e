import pytest

from sukien.errors import DateError
from sukien.text.dates import find_date, normalize_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-03-16", "2024-03-16"),
        ("20240316", "2024-03-16"),
        ("2024/3/6", "2024-03-06"),
        ("16/3/2024", "2024-03-16"),
        ("16-03-2024", "2024-03-16"),
        ("16.03.2024 08:15:00", "2024-03-16T08:15:00"),
        ("2024-03-16T20:30", "2024-03-16T20:30"),
        ("2024-03-16T20:30:00+07:00", "2024-03-16T20:30:00+07:00"),
        ("2024-03-16T20:30:15.250+0700", "2024-03-16T20:30:15+07:00"),
        ("2024-03-16T20:30:00Z", "2024-03-17T03:30:00+07:00"),
        ("Thứ bảy, 16/3/2024, 20:30 (GMT+7)", "2024-03-16T20:30+07:00"),
        ("20:30 | 16/03/2024", "2024-03-16T20:30"),
        ("08h30 ngày 16/3/2024", "2024-03-16T08:30"),
        ("16/3/2024 8:05 CH", "2024-03-16T20:05"),
        ("16/3/2024 12:05 AM", "2024-03-16T00:05"),
        ("16 tháng 3 năm 2024", "2024-03-16"),
        ("16 Tháng 3, 2024", "2024-03-16"),
        ("Sat, 16 Mar 2024 08:15:00 +0700", "2024-03-16T08:15:00+07:00"),
        ("Sat, 16 Mar 2024 08:15:00 GMT", "2024-03-16T15:15:00+07:00"),
    ],
)
def test_a_date_or_time_as_iso(written, iso):
    assert normalize_date(written) == iso
    assert normalize_date(iso) == iso


@pytest.mark.parametrize(
    "written",
    ["31/2/2024", "2024-13-01", "hôm qua", "", "2024", "2024-03", "16/3/24", "16/3/2024 25:00",
     "16/3/2024 rồi 5", "0000-01-01", "16/3/2024" * 100],
)  # fmt: skip
def test_what_is_no_date_says_which_forms_are_good(written):
    with pytest.raises(DateError, match=r"is not a date; write it as 2024-03-16, 16/3/2024"):
        normalize_date(written)


@pytest.mark.parametrize(
    "written", ["9999-12-31T23:00Z", "0001-01-01T00:00Z", "2024-01-01T00:00+99:00"]
)
def test_the_ends_of_time_are_survived(written):
    assert normalize_date(written)[:4] in {"9999", "0001", "2024"}


def test_a_date_is_found_in_a_line_with_what_stands_around_it():
    assert find_date("Đăng 16/3/2024 bởi Lan") == ("2024-03-16", "Đăng   bởi Lan")
    assert find_date("không ngày") is None
