"""When an article without a date was published, as far as its text proves."""

import msgspec
import pytest

from sukien.annotate import times
from sukien.annotate.times import bounds as times_bounds
from sukien.model import AnnotatedArticle, Article


def bounds(text: str, published: str | None = None) -> tuple[str | None, str | None] | None:
    article = AnnotatedArticle(article=Article(id="a", text=text, published=published))
    found = times.LAYER.run([article])[0]
    return times_bounds.LAYER.run([msgspec.structs.replace(article, times=found)])[0]


def test_a_known_day_has_no_bounds() -> None:
    assert bounds("Hôm nay (22/10/2013) mưa.", "2013-10-22") is None


@pytest.mark.parametrize(
    "text",
    [
        "Sáng nay (22/10/2013), Quốc hội họp.",
        "Hôm qua (21/10/2013), Quốc hội họp.",
        "Quốc hội họp chiều nay 22/10/2013.",
        "Ngày mai, 23/10/2013, Quốc hội sẽ họp.",
    ],
)
def test_a_day_said_to_be_today_proves_both(text: str) -> None:
    assert bounds(text) == ("2013-10-22", "2013-10-22")


def test_past_dates_bound_from_below_and_planned_ones_from_above() -> None:
    text = "Cầu đã sập ngày 12/3/2019. Việc sửa cầu dự kiến xong ngày 5/6/2019."
    assert bounds(text) == ("2019-03-12", "2019-06-05")


def test_a_month_bounds_by_its_first_or_last_day() -> None:
    assert bounds("Cầu đã sập hồi tháng 3/2019.") == ("2019-03-01", None)
    assert bounds("Cầu sẽ xong vào tháng 2/2020.") == (None, "2020-02-29")
    assert bounds("Cầu sẽ xong trong năm 2020.") == (None, "2020-12-31")


def test_a_plan_of_the_past_is_no_bound() -> None:
    text = "Cầu dự kiến xong ngày 5/6/2018. Cầu đã sập ngày 12/3/2019."
    assert bounds(text) == ("2019-03-12", None)


def test_nothing_is_proved_by_dates_without_a_year() -> None:
    assert bounds("Cầu đã sập ngày 12/3. Hôm nay người ta sửa.") == (None, None)
