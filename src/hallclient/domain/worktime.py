"""The deadline engine (时限): when a limit is due, what has elapsed, what is left, and why.

How each limit counts (domain reference 3.0; 民法典 第201至203条 for the start day and the closing hour):

=========  =============  ===================================================================================
unit       method         counting
=========  =============  ===================================================================================
minute     either         calendar time, through nights, weekends and holidays; so for ``hour``
minute     working-hours  only time inside the shifts of working days; so for ``hour``
day        day-count      start day not counted, due with the last second (23:59:59) of the n-th day after it;
                          not moved when that day is a day of rest, which would favour the utility
day        accumulate     n times 24 hours of calendar time
month      day-count      start day not counted, due with the last second of the corresponding day (第202条)
workday    day-count      start day not counted, due when the n-th working day after it closes (last shift's end)
workday    accumulate     n times 24 hours that run on working days only; acceptance outside opening hours moves
                          to the next opening, other days add nothing
=========  =============  ===================================================================================

An amount of 0 days or working days is 当日: due when the start day closes, or, accepted after closing or on a day of
rest, when the next (working) day does. Pauses stop an accumulating clock to the second. For day counts every day that
a pause touches does not count (for working days: touches between opening and closing), so the due day moves by as
many days. While a pause is open no due time exists, unless the limit ran out before it.

All instants are aware; results are on the Beijing clock. Nothing here reads the time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from hallclient.domain.worktime_calendar import DAY, Calendar, Override, Shift, date_of, micros, moment_of
from hallclient.domain.worktime_clock import Clock, Due, Limit, Method, Pause, Reached, Span, Unit, clock_of, merged
from hallclient.domain.worktime_explain import explain

__all__ = [
    "Calendar",
    "Due",
    "Limit",
    "Method",
    "Override",
    "Pause",
    "Shift",
    "State",
    "Unit",
    "due",
    "elapsed",
    "explain",
    "remaining",
    "state",
    "state_of",
]

State = Literal["ok", "soon", "late", "paused"]


def due(start: datetime, limit: Limit, calendar: Calendar, pauses: Iterable[Pause] = ()) -> Due:
    """When a limit that starts to run at ``start`` is due."""
    pauses = tuple(pauses)
    begin = micros(start)
    clock = clock_of(limit, calendar)
    spans = merged(pauses, limit) if pauses else []
    try:
        reached = clock.reaches(begin, limit.total(begin), spans)
        warn = None if reached.left else _warn(clock, begin, limit, calendar, spans, reached)
    except IndexError:
        raise ValueError("due beyond the calendar") from None
    return Due(
        at=None if reached.left else moment_of(reached.at),
        warn_from=None if warn is None else moment_of(warn),
        left=timedelta(microseconds=reached.left) if reached.left else None,
        edition=limit.edition,
        method=limit.method,
        published=not limit.by_calendar or _published(calendar, begin, reached.at),
        start=start,
        limit=limit,
        calendar=calendar,
        pauses=pauses,
    )


def elapsed(
    start: datetime, now: datetime, limit: Limit, calendar: Calendar, pauses: Iterable[Pause] = ()
) -> timedelta:
    """What has been counted at ``now`` on the limit's own clock: a day is 24 hours, day counts are whole days."""
    spent = clock_of(limit, calendar).elapsed(micros(start), micros(now), merged(pauses, limit))
    return timedelta(microseconds=spent)


def remaining(
    start: datetime, now: datetime, limit: Limit, calendar: Calendar, pauses: Iterable[Pause] = ()
) -> timedelta:
    """What is left at ``now`` on the limit's own clock; negative when overrun."""
    return timedelta(microseconds=limit.total(micros(start))) - elapsed(start, now, limit, calendar, pauses)


def state(now: datetime, due: Due) -> State:
    """Green, amber, red or paused.

    Amber: for days and working days from the start of the (working) day before the due day, so when due today or on
    the next one; for minutes and hours once the limit's ``warn_ratio`` share is used up. Red: past.
    """
    return state_of(now, due.at, due.warn_from)


def state_of(now: datetime, at: datetime | None, warn_from: datetime | None) -> State:
    """The same from the two instants as they are stored with the order."""
    if at is None:
        return "paused"
    if now > at:
        return "late"
    return "soon" if warn_from is not None and now >= warn_from else "ok"


def _warn(clock: Clock, begin: int, limit: Limit, calendar: Calendar, spans: list[Span], reached: Reached) -> int:
    if not limit.by_days:
        return clock.reaches(begin, int(limit.total(begin) * limit.warn_ratio), spans).at
    day = (reached.at - 1) // DAY
    if limit.unit != "workday":
        return max(day - 1, 0) * DAY
    ledger = calendar.ledger()
    return ledger.days[max(ledger.before[day] - 1, 0)] * DAY


def _published(calendar: Calendar, begin: int, end: int) -> bool:
    end = max(begin, end - 1)
    first, last = date_of(begin // DAY), date_of(end // DAY)
    if all(calendar.year_published(year) for year in range(first.year, last.year + 1)):
        return True
    if not calendar.overrides:
        return False
    days = range(begin // DAY, end // DAY + 1)
    return all(calendar.published(date_of(day)) for day in days)
