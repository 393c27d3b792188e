"""Lanes: who spoke on which days."""

from sukien.views.charts.voices import LANES, Spoken, Voice, VoicesChart, voices_chart


def voice(name: str, *days: str, direct: bool = True) -> Voice:
    return Voice(name, tuple(Spoken(direct, None, day) for day in days))


def drawn(*voices: Voice) -> VoicesChart:
    found = voices_chart(voices)
    assert found is not None
    return found


def test_every_speaker_has_a_row_and_every_day_a_mark():
    chart = drawn(voice("A", "2024-03-16", "2024-03-16", "2024-03-20"), voice("B", "2024-03-18"))
    first, second = chart.lanes
    assert [mark.of for mark in first.marks] == [(0, 1), (2,)]
    assert first.marks[0].radius > first.marks[1].radius
    assert first.marks[0].x < second.marks[0].x < first.marks[1].x
    assert first.y < second.y < chart.height


def test_direct_and_reported_words_of_a_day_stand_side_by_side():
    both = Voice("A", (Spoken(True, None, "2024-03-16"), Spoken(False, None, "2024-03-16")))
    direct, reported = drawn(both, voice("B", "2024-03-20")).lanes[0].marks
    assert direct.direct
    assert not reported.direct
    assert direct.dx < reported.dx


def test_the_day_of_speaking_counts_and_old_words_stand_at_the_edge():
    old = Voice("A", (Spoken(True, "2019", "2024-03-16"), Spoken(True, "2024-03-15", "2024-03-16")))
    chart = drawn(old, voice("B", "2024-03-18"))
    past, before = chart.lanes[0].marks
    assert past.before
    assert not before.before
    assert 0 <= past.x < before.x < chart.lanes[1].marks[0].x


def test_nothing_is_drawn_of_one_day_or_one_speaker_or_unknown_ones():
    assert voices_chart([voice("A", "2024-03-16"), voice("B", "2024-03-16")]) is None
    assert voices_chart([voice("A", "2024-03-16", "2024-03-17")]) is None
    assert voices_chart([voice("", "2024-03-16"), voice("B", "2024-03-17")]) is None


def test_few_lanes_are_drawn_of_many_speakers():
    assert len(drawn(*(voice(f"S{n}", f"2024-03-{n + 1:02}") for n in range(30))).lanes) == LANES
