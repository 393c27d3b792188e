from benchmarks.times import Told, holds, measured, ours, sentences


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
