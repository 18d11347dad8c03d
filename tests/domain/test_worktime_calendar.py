"""The working-day calendar: notices, overrides, years not published, shifts."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import chinese_calendar
import pytest

from hallclient.domain.instants import BEIJING
from hallclient.domain.worktime import Calendar, Limit, Method, Override, Pause, Unit, due
from hallclient.holidays import published

SHIFTS = ((time(8, 30), time(12, 0)), (time(13, 30), time(17, 30)))
TABLES = published()


def calendar(overrides: dict[date, Override] | None = None, more_years: frozenset[int] = frozenset()) -> Calendar:
    """The published years up to 2026, whatever a newer package may know."""
    return Calendar(
        holidays=TABLES.holidays,
        workdays=TABLES.workdays,
        first_year=TABLES.first_year,
        last_year=2026,
        shifts=SHIFTS,
        overrides=overrides or {},
        more_years=more_years,
    )


CALENDAR = calendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


def limit(amount: int, unit: Unit, method: Method = "day-count") -> Limit:
    return Limit(amount=amount, unit=unit, method=method, pauses=("customer",))


def test_unpublished_years_follow_weekends_and_say_so() -> None:
    found = due(at("2026-12-30 10:00"), limit(3, "workday"), CALENDAR)
    assert found.at == at("2027-01-04 17:30")
    assert not found.published
    assert not CALENDAR.published(date(2027, 1, 1))
    assert due(at("2026-12-28 10:00"), limit(3, "workday"), CALENDAR).published


def test_calendar_time_does_not_care_what_is_published() -> None:
    assert due(at("2030-12-30 10:00"), limit(24, "hour"), CALENDAR).published
    assert due(at("2030-12-30 10:00"), limit(7, "day"), CALENDAR).published
    assert not due(at("2030-12-30 10:00"), limit(1, "hour", "working-hours"), CALENDAR).published


def test_a_paused_limit_says_whether_its_calendar_is_published() -> None:
    for method in ("day-count", "accumulate"):
        held = due(
            at("2027-01-01 00:00"),
            limit(3, "workday", method),
            CALENDAR,
            [Pause(start=at("2027-01-01 00:00"), reason="customer")],
        )
        assert (held.at, held.published) == (None, False)


def test_the_override_table_wins_over_the_notice() -> None:
    own = calendar(
        {
            date(2026, 6, 11): Override(works=False, names=("台风停业", "Typhoon")),
            date(2026, 6, 13): Override(works=True, names=("补班", "Make-up")),
            date(2026, 2, 14): Override(works=False),
        }
    )
    assert due(at("2026-06-10 10:00"), limit(2, "workday"), own).at == at("2026-06-13 17:30")
    assert due(at("2026-02-13 10:00"), limit(1, "workday"), own).at == at("2026-02-24 17:30")
    assert own.is_workday(date(2026, 6, 13))
    assert not own.is_workday(date(2026, 2, 14))


def test_a_year_is_published_when_the_override_table_says_it_is_whole() -> None:
    new_year = {date(2027, 1, 1): Override(works=False, names=("元旦", "New Year's Day"))}
    start, three = at("2026-12-30 10:00"), limit(3, "workday")
    single = due(start, three, calendar(new_year))
    assert (single.at, single.published) == (at("2027-01-05 17:30"), False)
    whole = due(start, three, calendar(new_year, more_years=frozenset({2027})))
    assert (whole.at, whole.published) == (at("2027-01-05 17:30"), True)


def test_a_named_day_in_an_unpublished_year_is_known() -> None:
    new_year = {date(2027, 1, 1): Override(works=True)}
    assert due(at("2026-12-31 10:00"), limit(1, "workday"), calendar(new_year)).published


def test_next_workday() -> None:
    assert CALENDAR.next_workday(date(2026, 2, 13)) == date(2026, 2, 14)
    assert CALENDAR.next_workday(date(2026, 2, 14)) == date(2026, 2, 24)
    assert CALENDAR.next_workday(date(2026, 2, 20)) == date(2026, 2, 24)


def test_every_published_day_agrees_with_the_package_in_rule_and_in_ledger() -> None:
    for number in range((date(2026, 12, 31) - date(2004, 1, 1)).days + 1):
        day = date(2004, 1, 1) + timedelta(days=number)
        works = chinese_calendar.is_workday(day)
        assert CALENDAR.is_workday(day) == works
        assert (CALENDAR.next_workday(day - timedelta(days=1)) == day) == works


def test_a_day_named_both_as_holiday_and_as_make_up_day_is_worked() -> None:
    saturday, names = date(2026, 3, 14), ("补班", "Make-up")
    twice = Calendar(
        holidays={saturday: names}, workdays={saturday: names}, first_year=2004, last_year=2026, shifts=SHIFTS
    )
    assert twice.is_workday(saturday)
    assert twice.next_workday(date(2026, 3, 13)) == saturday


def test_one_shift_round_the_clock() -> None:
    always = Calendar(holidays={}, workdays={}, first_year=2004, last_year=2026, shifts=((time(0), time(0)),))
    assert due(at("2026-06-12 23:00"), limit(2, "hour", "working-hours"), always).at == at("2026-06-15 01:00")


@pytest.mark.parametrize(
    "shifts",
    [
        (),
        ((time(12), time(8)),),
        ((time(8), time(12)), (time(11), time(17))),
        ((time(13), time(17)), (time(8), time(12))),
        ((time(8), time(8)),),
    ],
)
def test_shifts_that_make_no_sense_are_refused(shifts: tuple[tuple[time, time], ...]) -> None:
    with pytest.raises(ValueError, match="shift"):
        Calendar(holidays={}, workdays={}, first_year=2004, last_year=2026, shifts=shifts)
