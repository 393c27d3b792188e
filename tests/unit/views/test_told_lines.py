from sukien.views.lines import TimelineLine
from sukien.views.told_lines import days_before, told_lines


def line(number: int, date: str, **more) -> TimelineLine:
    return TimelineLine(
        date=date,
        text="Mưa",
        articles=1,
        sources=1,
        upcoming=more.get("upcoming", False),
        evidence=(),
        background=more.get("background", False),
        number=number,
    )


def test_lines_stand_under_their_dates_background_and_plans_apart():
    lines = [line(0, "1960", background=True), line(1, "2024-03-16"), line(2, "2024-03-16")]
    lines += [line(3, "2024-03-20"), line(4, "2024-05-01", upcoming=True)]
    told = told_lines(lines)
    assert [(one.date, len(one.lines)) for one in told.recent] == [
        ("2024-03-16", 2),
        ("2024-03-20", 1),
    ]
    assert [one.date for one in (*told.background, *told.planned)] == ["1960", "2024-05-01"]
    assert (told.earlier, told.left) == ((), 0)
    assert told.numbers == frozenset(range(5))


def test_of_very_many_lines_the_last_are_listed_and_the_rest_counted():
    told = told_lines([line(n, f"2024-03-{n % 28 + 1:02}") for n in range(300)])
    assert told.numbers == frozenset(range(255, 300))
    assert told.left == 255
    assert min(one.number for group in told.recent for one in group.lines) == 270


def test_news_is_asked_for_back_from_the_last_article():
    assert days_before("2024-03-01") == (
        ("since_last_day", "2024-03-01"),
        ("since_last_week", "2024-02-24"),
        ("since_last_month", "2024-02-01"),
    )
    assert days_before("0001-01-03")[2] == ("since_last_month", "0001-01-01")
    assert days_before(None) == ()
