"""The deadline engine against a simulator that walks minute by minute and knows no arithmetic.

The simulator shares nothing with the engine but the limit's words: it asks the `chinese_calendar` package whether a day
is worked, builds for each day the plain list of its 1440 minutes, and walks over them one at a time.
"""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import chinese_calendar
from hypothesis import given, settings
from hypothesis import strategies as st

from hallclient.domain.instants import BEIJING
from hallclient.domain.worktime import Calendar, Limit, Pause, due, elapsed, explain, remaining
from hallclient.holidays import published

CASES = 100_000
ZERO = datetime(2007, 1, 1, tzinfo=BEIJING)
ZERO_DAY = date(2007, 1, 1)
LAST = datetime(2026, 11, 1, tzinfo=BEIJING)
MINUTES = int((LAST - ZERO) / timedelta(minutes=1))
_TABLES = published()
CALENDAR = Calendar(
    holidays=_TABLES.holidays,
    workdays=_TABLES.workdays,
    first_year=_TABLES.first_year,
    last_year=_TABLES.last_year,
    shifts=((time(8, 30), time(12, 0)), (time(13, 30), time(17, 30))),
)

Minutes = list[tuple[int, int]]


# ---------------------------------------------------------------------------------------------- the simulator


@cache
def works(day: int) -> bool:
    """Whether the day so many days after 2007-01-01 is worked."""
    return bool(chinese_calendar.is_workday(ZERO_DAY + timedelta(days=day)))


def in_shift(minute: int) -> bool:
    """08:30 to 12:00 and 13:30 to 17:30."""
    return 510 <= minute < 720 or 810 <= minute < 1050


def in_opening(minute: int) -> bool:
    """08:30 to 17:30."""
    return 510 <= minute < 1050


ALL = [True] * 1440
NONE = [False] * 1440
SHIFTS = [in_shift(minute) for minute in range(1440)]


def day_minutes(limit: Limit, day: int) -> list[bool]:
    """For each minute of a day, whether an accumulating clock runs in it."""
    if limit.unit == "workday":
        return ALL if works(day) else NONE
    if limit.method == "working-hours":
        return SHIFTS if works(day) else NONE
    return ALL


def simulate(start: int, limit: Limit, pauses: Minutes, stop: int | None = None) -> int:
    """The minute at which the limit is due; with ``stop``, what has been counted at that minute instead."""
    paused = {minute for begin, end in pauses for minute in range(begin, end)}
    if limit.method == "day-count" and limit.unit in ("day", "workday"):
        return _simulate_days(start, limit, paused, stop)
    return _simulate_minutes(start, limit, paused, stop)


def _simulate_minutes(start: int, limit: Limit, paused: set[int], stop: int | None) -> int:
    size = {"minute": 1, "hour": 60, "day": 1440, "workday": 1440}[limit.unit]
    wanted = limit.amount * size
    now = start
    if limit.unit == "workday":
        while not (works(now // 1440) and in_opening(now % 1440)):
            now += 1
    counted = 0
    while True:
        for runs in day_minutes(limit, now // 1440)[now % 1440 :]:
            if now == stop:
                return counted
            now += 1
            if runs and now - 1 not in paused:
                counted += 1
                if counted == wanted and stop is None:
                    return now
        if stop is not None and stop < now:
            return 0


def _simulate_days(start: int, limit: Limit, paused: set[int], stop: int | None) -> int:
    working = limit.unit == "workday"
    wanted = max(limit.amount, 1)
    counted = 0
    now = start
    touched = False
    while True:
        day = now // 1440
        first, closes = (510, 1050) if working else (0, 1440)
        counts = works(day) or not working
        may = day > start // 1440 or (limit.amount == 0 and start % 1440 < closes)
        for minute in range(now % 1440, 1440):
            if now == stop:
                return counted
            if now in paused and first <= minute < closes:
                touched = True
            now += 1
            if minute + 1 == closes and counts and may and not touched:
                counted += 1
                if counted == wanted and stop is None:
                    return now
        touched = False


# ---------------------------------------------------------------------------------------------- random cases


def moment(minute: int) -> datetime:
    """The instant of a minute, now as UTC, now on the Beijing clock: the engine must not care."""
    at = ZERO + timedelta(minutes=minute)
    return at if minute % 2 else at.astimezone(UTC)


SPECIAL = [
    (day - ZERO_DAY).days
    for day in sorted({*_TABLES.holidays, *_TABLES.workdays})
    if ZERO_DAY <= day <= LAST.date() - timedelta(days=5)
]


def random_start(rng: random.Random) -> int:
    """Half anywhere, half within six days of a holiday or make-up day; any minute, corners of the day often."""
    day = rng.choice(SPECIAL) - rng.randrange(6) if rng.random() < 0.5 else rng.randrange(MINUTES // 1440)
    corner = rng.random() < 0.2
    minute = rng.choice((0, 1, 509, 510, 511, 719, 720, 750, 809, 810, 1049, 1050, 1051, 1439)) if corner else None
    return max(day, 0) * 1440 + (rng.randrange(1440) if minute is None else minute)


def random_limit(rng: random.Random) -> Limit:
    """Every unit and both methods; mostly short, since the simulator pays for each minute."""
    kind = rng.randrange(20)
    if kind < 4:
        return Limit(amount=rng.randint(1, 300), unit="minute", pauses=("w",))
    if kind < 7:
        return Limit(amount=rng.randint(1, 30), unit="hour", method="accumulate", pauses=("w",))
    if kind < 10:
        return Limit(amount=rng.randint(1, 500), unit="minute", method="working-hours", pauses=("w",))
    if kind < 12:
        return Limit(amount=rng.randint(1, 12), unit="hour", method="working-hours", pauses=("w",))
    if kind < 14:
        return Limit(amount=rng.randint(0, 3), unit="day", pauses=("w",))
    if kind < 15:
        return Limit(amount=rng.randint(1, 3), unit="day", method="accumulate", pauses=("w",))
    amount = rng.randint(1, 7) if rng.random() < 0.1 else rng.randint(1, 2)
    if kind < 17:
        return Limit(amount=amount, unit="workday", method="accumulate", pauses=("w",))
    return Limit(amount=rng.choice((0, amount, amount)), unit="workday", pauses=("w",))


def random_pauses(rng: random.Random, start: int) -> Minutes:
    """None to three, overlapping or touching at times, some begun before the start, over nights and holidays."""
    found: Minutes = []
    for _ in range(rng.choice((0, 0, 0, 1, 1, 2, 3))):
        begin = max(start + rng.randint(-300, 3000), 0)
        length = rng.randint(0, 4000) if rng.random() < 0.2 else rng.randint(0, 600)
        if found and rng.random() < 0.2:
            begin = found[-1][1]
        found.append((begin, begin + length))
    return found


def as_pauses(spans: Minutes) -> list[Pause]:
    return [Pause(start=moment(begin), end=moment(end), reason="w") for begin, end in spans]


def expected_due(minute: int, limit: Limit) -> datetime:
    """Calendar days end with their last second."""
    whole_day = limit.unit == "day" and limit.method == "day-count"
    return ZERO + timedelta(minutes=minute) - timedelta(seconds=whole_day)


def size_of(limit: Limit) -> timedelta:
    by_day = limit.unit in ("day", "workday") and limit.method == "day-count"
    return timedelta(days=1) if by_day else timedelta(minutes=1)


# ---------------------------------------------------------------------------------------------- tests


def test_equals_the_simulator_on_a_hundred_thousand_random_cases() -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    rng = random.Random(seed)
    for case in range(CASES):
        start, limit = random_start(rng), random_limit(rng)
        spans = random_pauses(rng, start)
        pauses = as_pauses(spans)
        told = f"seed {seed} case {case}: {moment(start)} {limit} {pauses}"
        minute = simulate(start, limit, spans)
        found = due(moment(start), limit, CALENDAR, pauses)
        assert found.at == expected_due(minute, limit), told
        assert found.published, told
        if case % 8 == 0:
            now = rng.randint(start, minute)
            counted = simulate(start, limit, spans, stop=now)
            assert elapsed(moment(start), moment(now), limit, CALENDAR, pauses) == counted * size_of(limit), told


minutes = st.integers(0, MINUTES)
limits = st.one_of(
    st.builds(
        Limit,
        amount=st.integers(1, 400),
        unit=st.just("minute"),
        method=st.sampled_from(("day-count", "accumulate", "working-hours")),
        pauses=st.just(("w",)),
    ),
    st.builds(
        Limit,
        amount=st.integers(1, 4),
        unit=st.sampled_from(("hour", "day", "workday")),
        method=st.sampled_from(("day-count", "accumulate")),
        pauses=st.just(("w",)),
    ),
)
gaps = st.lists(st.tuples(st.integers(-600, 6000), st.integers(0, 3000)), max_size=4)


@settings(max_examples=300, deadline=None)
@given(minutes, limits, gaps)
def test_equals_the_simulator_and_shrinks_when_not(start: int, limit: Limit, gaps: Minutes) -> None:
    spans = [(max(start + begin, 0), max(start + begin, 0) + length) for begin, length in gaps]
    found = due(moment(start), limit, CALENDAR, as_pauses(spans))
    assert found.at == expected_due(simulate(start, limit, spans), limit)


@settings(max_examples=300, deadline=None)
@given(minutes, limits, gaps, st.integers(0, 20_000))
def test_one_clock_tells_due_elapsed_and_remaining(start: int, limit: Limit, gaps: Minutes, later: int) -> None:
    pauses = as_pauses([(max(start + begin, 0), max(start + begin, 0) + length) for begin, length in gaps])
    begin, now = moment(start), moment(start + later)
    found = due(begin, limit, CALENDAR, pauses)
    assert found.at is not None
    whole = remaining(begin, begin, limit, CALENDAR, pauses)
    assert elapsed(begin, found.at, limit, CALENDAR, pauses) == whole
    spent = elapsed(begin, now, limit, CALENDAR, pauses)
    assert spent + remaining(begin, now, limit, CALENDAR, pauses) == whole
    assert (spent >= whole) == (now >= found.at)
    last = explain(found)[-1]
    assert last.endswith("到期")
    day = found.at.date() - timedelta(days="24:00" in last)
    assert f"{day.month}月{day.day}日" in last


@settings(max_examples=300, deadline=None)
@given(minutes, limits, gaps, st.integers(0, 6000))
def test_an_open_pause_holds_what_is_left_until_it_ends(start: int, limit: Limit, gaps: Minutes, since: int) -> None:
    spans = [(max(start + begin, 0), max(start + begin, 0) + length) for begin, length in gaps]
    before = as_pauses([(begin, min(end, start + since)) for begin, end in spans if begin < start + since])
    paused = moment(start + since)
    held = due(moment(start), limit, CALENDAR, [*before, Pause(start=paused, reason="w")])
    without = due(moment(start), limit, CALENDAR, before)
    assert without.at is not None
    if without.at < paused:
        assert held.at == without.at
    if held.at is None:
        assert held.left == remaining(moment(start), paused, limit, CALENDAR, before)
    else:
        assert held.at == without.at
