"""One happening told several times in an article is one event."""

from sukien.annotate.events.once import once
from sukien.model import Event, Role, Span

TEXT = (
    "Mỹ rút quân khỏi Niger. Mỹ rút quân hôm qua. Pháp rút quân. Lầu Năm Góc nói Mỹ chưa rút quân."
)


def event(nth: int, *who: tuple[str, str | None], **more: str | None) -> Event:
    start = -1
    for _ in range(nth):
        start = TEXT.index("rút quân", start + 1)
    roles = tuple(
        Role(TEXT.index(name), TEXT.index(name) + len(name), role="actor", entity=entity)
        for name, entity in who
    )
    fields = {"date": None, "status": "actual", "place": None, **more}
    return Event(
        type="withdraw", trigger=Span(start, start + 8), sentence=nth - 1, roles=roles, **fields
    )


US, NIGER, FRANCE = ("Mỹ", "country:US"), ("Niger", "country:NE"), ("Pháp", "country:FR")


def test_the_mention_with_the_date_stays_and_gains_who_else_takes_part() -> None:
    first, second = event(1, US, NIGER, place="country:NE"), event(2, US, date="2024-05-18")
    (only,) = once(TEXT, [first, second])
    assert (only.sentence, only.date, only.place) == (1, "2024-05-18", "country:NE")
    assert [role.entity for role in only.roles] == ["country:US", "country:NE"]


def test_others_who_do_the_same_are_another_event() -> None:
    found = list(once(TEXT, [event(1, US, NIGER), event(3, FRANCE)]))
    assert [one.sentence for one in found] == [0, 2]


def test_another_day_or_another_status_is_another_event() -> None:
    days = [event(1, US, date="2024-05-17"), event(2, US, date="2024-05-18")]
    assert len(list(once(TEXT, days))) == 2
    assert len(list(once(TEXT, [event(1, US), event(4, US, status="negated")]))) == 2


def test_a_month_and_a_day_of_it_agree() -> None:
    (only,) = once(TEXT, [event(1, US, date="2024-05"), event(2, US, date="2024-05-18")])
    assert only.date == "2024-05-18"


def test_without_participants_only_a_shared_date_joins() -> None:
    assert len(list(once(TEXT, [event(1), event(2)]))) == 2
    dated = [event(1, date="2024-05-18"), event(2, date="2024-05-18")]
    assert len(list(once(TEXT, dated))) == 1


def test_the_order_is_that_of_the_text() -> None:
    found = list(once(TEXT, [event(1, US), event(3, FRANCE), event(2, US, date="2024-05-18")]))
    assert [one.trigger.start for one in found] == sorted(one.trigger.start for one in found)
