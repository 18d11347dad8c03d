"""The deadline engine on examples worked out by hand with a wall calendar."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.domain.instants import BEIJING
from hallclient.domain.worktime import (
    Calendar,
    Limit,
    Method,
    Pause,
    Unit,
    due,
    elapsed,
    remaining,
    state,
    state_of,
)
from hallclient.holidays import published

SHIFTS = ((time(8, 30), time(12, 0)), (time(13, 30), time(17, 30)))
TABLES = published()
WAYS: tuple[tuple[Unit, Method], ...] = (
    ("minute", "day-count"),
    ("minute", "working-hours"),
    ("hour", "accumulate"),
    ("hour", "working-hours"),
    ("day", "day-count"),
    ("day", "accumulate"),
    ("workday", "day-count"),
    ("workday", "accumulate"),
    ("month", "day-count"),
)


CALENDAR = Calendar(
    holidays=TABLES.holidays,
    workdays=TABLES.workdays,
    first_year=TABLES.first_year,
    last_year=2026,
    shifts=SHIFTS,
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


def pause(start: str, end: str | None = None, reason: str = "customer") -> Pause:
    return Pause(start=at(start), end=None if end is None else at(end), reason=reason)


def limit(amount: int, unit: Unit, method: Method = "day-count") -> Limit:
    return Limit(amount=amount, unit=unit, method=method, pauses=("customer",), edition="2022")


# 2026: 14 Feb (Sat) worked, 15 to 23 Feb rest, 28 Feb (Sat) worked; 19 to 21 Jun rest; 20 Sep (Sun) worked,
# 25 to 27 Sep rest, 1 to 7 Oct rest, 10 Oct (Sat) worked.
@pytest.mark.parametrize(
    ("start", "amount", "unit", "method", "expected"),
    [
        # complaint reply, 5 working days: plain weeks, across a weekend
        ("2026-06-08 09:00", 4, "workday", "day-count", "2026-06-12 17:30"),
        ("2026-06-10 14:09", 5, "workday", "day-count", "2026-06-17 17:30"),
        # across the Dragon Boat Festival, Friday to Sunday
        ("2026-06-15 10:00", 5, "workday", "day-count", "2026-06-23 17:30"),
        # accepted on the eve of Spring Festival: Saturday 14 Feb is worked, then nine days off
        ("2026-02-13 16:00", 1, "workday", "day-count", "2026-02-14 17:30"),
        ("2026-02-13 16:00", 2, "workday", "day-count", "2026-02-24 17:30"),
        ("2026-02-13 16:00", 6, "workday", "day-count", "2026-02-28 17:30"),
        ("2026-02-13 16:00", 7, "workday", "day-count", "2026-03-02 17:30"),
        # accepted during the holiday: the first working day after it is the first counted
        ("2026-02-17 00:00", 1, "workday", "day-count", "2026-02-24 17:30"),
        ("2026-02-23 23:59", 1, "workday", "day-count", "2026-02-24 17:30"),
        ("2026-02-24 00:00", 1, "workday", "day-count", "2026-02-25 17:30"),
        # National Day with its two make-up days
        ("2026-09-18 11:00", 1, "workday", "day-count", "2026-09-20 17:30"),
        ("2026-09-30 17:00", 1, "workday", "day-count", "2026-10-08 17:30"),
        ("2026-09-30 17:00", 3, "workday", "day-count", "2026-10-10 17:30"),
        ("2026-09-30 17:00", 4, "workday", "day-count", "2026-10-12 17:30"),
        # 24 h first contact, straight through the holiday
        ("2026-02-14 20:15", 24, "hour", "day-count", "2026-02-15 20:15"),
        ("2026-09-30 23:59", 24, "hour", "day-count", "2026-10-01 23:59"),
        # repair arrival 45 min over midnight
        ("2026-05-01 23:30", 45, "minute", "day-count", "2026-05-02 00:15"),
        # calendar days: start day not counted, last second of the seventh; holidays count
        ("2026-09-29 12:00", 7, "day", "day-count", "2026-10-06 23:59:59"),
        ("2024-02-28 00:00", 1, "day", "day-count", "2024-02-29 23:59:59"),
        ("2026-09-29 12:00", 2, "day", "accumulate", "2026-10-01 12:00"),
        # 24 h accumulation: same clock time on the n-th next working day
        ("2026-06-10 10:00", 1, "workday", "accumulate", "2026-06-11 10:00"),
        ("2026-06-12 10:00", 1, "workday", "accumulate", "2026-06-15 10:00"),
        # lunch is inside the working day, so it is not moved
        ("2026-06-12 12:40", 1, "workday", "accumulate", "2026-06-15 12:40"),
        # accepted before opening, at closing, after closing, on a Saturday: moved to the next opening
        ("2026-06-10 07:00", 1, "workday", "accumulate", "2026-06-11 08:30"),
        ("2026-06-10 17:29", 1, "workday", "accumulate", "2026-06-11 17:29"),
        ("2026-06-10 17:30", 1, "workday", "accumulate", "2026-06-12 08:30"),
        ("2026-06-12 20:00", 1, "workday", "accumulate", "2026-06-16 08:30"),
        ("2026-06-13 10:00", 1, "workday", "accumulate", "2026-06-16 08:30"),
        # the make-up Saturday adds its 24 hours, the festival none
        ("2026-02-13 10:00", 2, "workday", "accumulate", "2026-02-24 10:00"),
        ("2026-02-14 18:00", 1, "workday", "accumulate", "2026-02-25 08:30"),
        # working hours only: not over lunch, not over night, not on days off
        ("2026-06-10 11:30", 60, "minute", "working-hours", "2026-06-10 14:00"),
        ("2026-06-10 11:00", 60, "minute", "working-hours", "2026-06-10 12:00"),
        ("2026-06-10 12:10", 1, "minute", "working-hours", "2026-06-10 13:31"),
        ("2026-06-10 17:00", 1, "hour", "working-hours", "2026-06-11 09:00"),
        ("2026-06-12 17:00", 2, "hour", "working-hours", "2026-06-15 10:00"),
        ("2026-02-14 17:00", 8, "hour", "working-hours", "2026-02-24 17:30"),
        ("2026-06-10 08:30", 450, "minute", "working-hours", "2026-06-10 17:30"),
        # minutes and hours are calendar time under either name
        ("2026-02-14 20:15", 24, "hour", "accumulate", "2026-02-15 20:15"),
        # months: the day of the same number, or the last of the month
        ("2026-01-15 10:00", 3, "month", "day-count", "2026-04-15 23:59:59"),
        ("2026-01-31 10:00", 1, "month", "day-count", "2026-02-28 23:59:59"),
        ("2023-08-31 10:00", 6, "month", "day-count", "2024-02-29 23:59:59"),
        ("2026-12-01 10:00", 12, "month", "day-count", "2027-12-01 23:59:59"),
        # the same day
        ("2026-06-10 09:00", 0, "workday", "day-count", "2026-06-10 17:30"),
        ("2026-06-10 17:30", 0, "workday", "day-count", "2026-06-11 17:30"),
        ("2026-06-13 09:00", 0, "workday", "day-count", "2026-06-15 17:30"),
        ("2026-06-13 23:00", 0, "day", "day-count", "2026-06-13 23:59:59"),
    ],
)
def test_due_by_hand(start: str, amount: int, unit: Unit, method: Method, expected: str) -> None:
    found = due(at(start), limit(amount, unit, method), CALENDAR)
    assert found.at == at(expected)
    assert found.published
    assert (found.edition, found.method) == ("2022", method)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "method", "pauses", "expected"),
    [
        # day counts: each working day a pause touches does not count
        ("2026-06-08 09:00", 4, "workday", "day-count", [("2026-06-09 10:00", "2026-06-09 10:05")], "2026-06-15 17:30"),
        ("2026-06-08 09:00", 4, "workday", "day-count", [("2026-06-09 10:00", "2026-06-11 09:00")], "2026-06-17 17:30"),
        # a pause by night or over a weekend touches no working day
        ("2026-06-08 09:00", 4, "workday", "day-count", [("2026-06-09 17:30", "2026-06-10 08:30")], "2026-06-12 17:30"),
        ("2026-06-11 09:00", 2, "workday", "day-count", [("2026-06-12 18:00", "2026-06-15 08:00")], "2026-06-15 17:30"),
        # two pauses on one day cost one day; on the start day none
        (
            "2026-06-08 09:00",
            4,
            "workday",
            "day-count",
            [("2026-06-09 10:00", "2026-06-09 11:00"), ("2026-06-09 15:00", "2026-06-09 16:00")],
            "2026-06-15 17:30",
        ),
        ("2026-06-08 09:00", 4, "workday", "day-count", [("2026-06-08 10:00", "2026-06-08 17:00")], "2026-06-12 17:30"),
        # over Spring Festival: 14 Feb and 24 Feb are touched, the nine days off are off anyway
        ("2026-02-13 16:00", 2, "workday", "day-count", [("2026-02-14 10:00", "2026-02-24 09:00")], "2026-02-26 17:30"),
        # a pause after the limit ran out moves nothing
        ("2026-06-08 09:00", 1, "workday", "day-count", [("2026-06-09 17:31", "2026-06-20 09:00")], "2026-06-09 17:30"),
        # hours: to the minute; overlapping pauses are taken off once
        ("2026-06-10 14:09", 24, "hour", "day-count", [("2026-06-10 18:00", "2026-06-11 09:00")], "2026-06-12 05:09"),
        (
            "2026-06-10 14:00",
            24,
            "hour",
            "day-count",
            [("2026-06-10 18:00", "2026-06-10 22:00"), ("2026-06-10 20:00", "2026-06-11 00:00")],
            "2026-06-11 20:00",
        ),
        # working hours: only what the pause covers of them is added
        (
            "2026-06-10 16:00",
            2,
            "hour",
            "working-hours",
            [("2026-06-10 17:00", "2026-06-11 09:00")],
            "2026-06-11 10:00",
        ),
        (
            "2026-06-10 11:00",
            2,
            "hour",
            "working-hours",
            [("2026-06-10 12:00", "2026-06-10 13:30")],
            "2026-06-10 14:30",
        ),
        # 24 h accumulation over a holiday
        (
            "2026-02-13 10:00",
            1,
            "workday",
            "accumulate",
            [("2026-02-13 12:00", "2026-02-14 12:00")],
            "2026-02-24 10:00",
        ),
        (
            "2026-02-13 10:00",
            1,
            "workday",
            "accumulate",
            [("2026-02-15 12:00", "2026-02-20 12:00")],
            "2026-02-14 10:00",
        ),
        # paused before it was accepted: only the rest of that pause counts
        ("2026-06-10 14:00", 24, "hour", "day-count", [("2026-06-09 10:00", "2026-06-10 15:00")], "2026-06-11 15:00"),
        # calendar days
        (
            "2026-01-31 12:00",
            1,
            "month",
            "day-count",
            [("2026-02-10 23:00", "2026-02-11 01:00")],
            "2026-03-02 23:59:59",
        ),
        ("2026-09-29 12:00", 3, "day", "day-count", [("2026-09-30 23:00", "2026-10-01 01:00")], "2026-10-04 23:59:59"),
    ],
)
def test_pauses_by_hand(
    start: str, amount: int, unit: Unit, method: Method, pauses: list[tuple[str, str]], expected: str
) -> None:
    assert due(at(start), limit(amount, unit, method), CALENDAR, [pause(*span) for span in pauses]).at == at(expected)


def test_a_pause_for_a_reason_the_limit_does_not_know_stops_nothing() -> None:
    waiting = pause("2026-06-09 10:00", "2026-06-11 09:00", reason="internal")
    assert due(at("2026-06-08 09:00"), limit(4, "workday"), CALENDAR, [waiting]).at == at("2026-06-12 17:30")


def test_an_open_pause_has_no_due_time_but_says_what_is_left() -> None:
    found = due(at("2026-06-08 09:00"), limit(4, "workday"), CALENDAR, [pause("2026-06-10 10:00")])
    assert (found.at, found.warn_from, found.left) == (None, None, timedelta(days=3))
    assert state(at("2027-06-10 10:00"), found) == "paused"
    hours = due(at("2026-06-08 09:00"), limit(24, "hour"), CALENDAR, [pause("2026-06-08 19:00")])
    assert (hours.at, hours.left) == (None, timedelta(hours=14))


def test_an_open_pause_that_came_too_late_leaves_the_limit_overrun() -> None:
    found = due(at("2026-06-08 09:00"), limit(1, "workday"), CALENDAR, [pause("2026-06-09 17:30")])
    assert found.at == at("2026-06-09 17:30")
    assert state(at("2026-06-09 17:31"), found) == "late"


# ------------------------------------------------------------------------------------ elapsed, remaining, state


def test_elapsed_and_remaining_of_a_day_count_are_whole_days() -> None:
    start, five = at("2026-02-13 16:00"), limit(5, "workday")
    seen = [
        elapsed(start, at(now), five, CALENDAR) // timedelta(days=1)
        for now in ("2026-02-13 17:30", "2026-02-14 17:29", "2026-02-14 17:30", "2026-02-23 12:00", "2026-02-24 18:00")
    ]
    assert seen == [0, 0, 1, 1, 2]
    assert remaining(start, at("2026-02-24 18:00"), five, CALENDAR) == timedelta(days=3)
    assert remaining(start, at("2026-03-04 18:00"), five, CALENDAR) == timedelta(
        days=-4
    )  # 14, 24 to 28 Feb, 2 to 4 Mar: nine


def test_elapsed_of_working_hours_leaves_out_lunch_nights_and_pauses() -> None:
    start, day = at("2026-06-12 11:00"), limit(8, "hour", "working-hours")
    assert elapsed(start, at("2026-06-12 14:00"), day, CALENDAR) == timedelta(hours=1, minutes=30)
    assert elapsed(start, at("2026-06-15 09:00"), day, CALENDAR) == timedelta(hours=5, minutes=30)
    waiting = [pause("2026-06-12 14:00", "2026-06-12 15:00"), pause("2026-06-12 17:00")]
    assert elapsed(start, at("2026-06-15 09:00"), day, CALENDAR, waiting) == timedelta(hours=3, minutes=30)


def test_nothing_has_elapsed_before_the_start() -> None:
    for unit, method in WAYS:
        assert elapsed(at("2026-06-10 09:00"), at("2026-06-01 09:00"), limit(3, unit, method), CALENDAR) == timedelta()


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-06-18 23:59", "soon"),
        ("2026-06-17 23:59", "ok"),
        ("2026-06-18 00:00", "soon"),
        ("2026-06-20 12:00", "soon"),
        ("2026-06-22 17:30", "soon"),
        ("2026-06-22 17:31", "late"),
    ],
)
def test_working_days_turn_amber_on_the_working_day_before_and_red_when_past(now: str, expected: str) -> None:
    found = due(at("2026-06-15 10:00"), limit(4, "workday"), CALENDAR)
    assert found.at == at("2026-06-22 17:30")
    assert state(at(now), found) == expected
    assert state_of(at(now), found.at, found.warn_from) == expected


def test_hours_turn_amber_when_a_quarter_is_left_or_the_share_the_catalog_says() -> None:
    found = due(at("2026-06-10 12:00"), limit(24, "hour"), CALENDAR)
    seen = [state(at(now), found) for now in ("2026-06-11 05:59", "2026-06-11 06:00", "2026-06-11 12:01")]
    assert seen == ["ok", "soon", "late"]
    half = due(at("2026-06-10 12:00"), Limit(amount=24, unit="hour", warn_ratio=0.5), CALENDAR)
    assert half.warn_from == at("2026-06-11 00:00")


def test_amber_moves_with_a_pause() -> None:
    waiting = [pause("2026-06-10 13:00", "2026-06-10 23:00")]
    assert due(at("2026-06-10 12:00"), limit(24, "hour"), CALENDAR, waiting).warn_from == at("2026-06-11 16:00")


def test_calendar_days_turn_amber_the_day_before() -> None:
    assert due(at("2026-09-29 12:00"), limit(7, "day"), CALENDAR).warn_from == at("2026-10-05 00:00")


# ------------------------------------------------------------------------------------ values


def test_seconds_are_kept_and_any_time_zone_will_do() -> None:
    start = datetime(2026, 6, 10, 6, 9, 30, 250_000, tzinfo=UTC)
    assert due(start, limit(20, "minute"), CALENDAR).at == at("2026-06-10 14:29:30.250000")
    # 2026-06-09 in UTC is already the 10th in Beijing
    assert due(datetime(2026, 6, 9, 17, 0, tzinfo=UTC), limit(1, "workday"), CALENDAR).at == at("2026-06-11 17:30")


def test_naive_times_and_years_without_a_calendar_are_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        due(datetime(2026, 6, 10), limit(1, "hour"), CALENDAR)  # noqa: DTZ001
    for start in ("1969-12-31 23:59", "2200-01-01 00:00"):
        with pytest.raises(ValueError, match="calendar"):
            due(at(start), limit(1, "workday"), CALENDAR)
    with pytest.raises(ValueError, match="calendar"):
        due(at("2199-12-30 00:00"), limit(5, "workday"), CALENDAR)


@pytest.mark.parametrize(
    "broken",
    [
        {"amount": 0, "unit": "hour"},
        {"amount": 0, "unit": "workday", "method": "accumulate"},
        {"amount": -1, "unit": "day"},
        {"amount": 1, "unit": "week"},
        {"amount": 1, "unit": "day", "method": "guess"},
        {"amount": 1, "unit": "hour", "warn_ratio": 1.5},
        {"amount": 1, "unit": "day", "method": "working-hours"},
        {"amount": 1, "unit": "month", "method": "accumulate"},
        {"amount": 0, "unit": "month"},
    ],
)
def test_limits_that_make_no_sense_are_refused(broken: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Limit(**broken)  # type: ignore[arg-type]


def test_a_pause_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        pause("2026-06-10 10:00", "2026-06-10 09:00")


@given(
    st.integers(0, 600_000),
    st.sampled_from(WAYS),
)
def test_a_longer_limit_and_a_later_start_are_never_due_earlier(minute: int, way: tuple[Unit, Method]) -> None:
    unit, method = way
    start = at("2025-09-01 00:00") + timedelta(minutes=minute)
    found = [due(start, limit(amount, unit, method), CALENDAR).at for amount in range(1, 8)]
    for earlier, later in pairwise(found):
        assert earlier is not None and later is not None and start < earlier < later
    after = due(start + timedelta(minutes=7), limit(3, unit, method), CALENDAR).at
    assert after is not None and found[2] is not None and after >= found[2]
