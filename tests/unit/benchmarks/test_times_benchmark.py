from benchmarks.times import Told, _tagged, holds, measured, ours, sentences


def test_the_table_is_read_with_its_marks():
    table = sentences()
    assert len(table) > 150
    assert all(one.text[date.start : date.end] for one in table for date in one.dates)
    assert not any("|" in one.text for one in table)


def test_our_own_times_come_out_as_marked():
    result = measured(ours, sentences()[:40])
    assert result.dates == result.stretch == result.value
    assert result.wrong == 0


def test_a_reader_that_finds_nothing_has_nothing_right():
    result = measured(lambda _: [], sentences()[:10])
    assert (result.stretch, result.value, result.wrong) == (0, 0, 0)


def test_a_reader_that_invents_is_told_so():
    result = measured(lambda _: [Told(0, 1, "1066")], sentences()[:10])
    assert result.value == 0


def test_a_moment_in_what_a_value_names_holds():
    for value in ("2024", "2024-07", "2024-07-29", "2024-07-29TEV", "2024-W31", "2024-Q3"):
        assert holds(value, "2024-07-29T00:00:00")
    assert not holds("2024-07-28", "2024-07-29T00:00:00")
    assert not holds("2024-07-29T08:30", "2024-07-29T00:00:00")
    assert not holds("2024", "XXXX")


def test_dates_of_a_tagged_text_lie_where_they_stand():
    text = "Hôm qua, ngày 16/3 & tháng trước."
    marked = (
        '<TimeML><TIMEX3 tid="t1" type="DATE" value="2024-05-18">Hôm qua</TIMEX3>, '
        '<TIMEX3 tid="t2" type="DATE" value="2024-03-16">ngày 16/3</TIMEX3> &amp; '
        '<TIMEX3 tid="t3" type="DATE" value="PAST_REF">tháng trước</TIMEX3>.</TimeML>'
    )
    assert list(_tagged(text, marked)) == [Told(0, 7, "2024-05-18"), Told(9, 18, "2024-03-16")]
