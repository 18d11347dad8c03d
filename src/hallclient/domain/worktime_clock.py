"""The clocks of the deadline engine (时钟): limits, pauses, and how each way of counting runs.

Two families, both exact in whole microseconds and both reading tables made once per calendar:

* an *accumulating* clock runs or stands still at every instant, and a limit is met when it has run long enough;
* a *day-counting* clock ticks once, at the close of each day that counts.

Everything here is in microseconds and day numbers; :mod:`hallclient.domain.worktime` speaks in dates and times.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple, Protocol

from hallclient.domain.worktime_calendar import (
    DAY,
    HOUR,
    LAST_YEAR,
    MINUTE,
    SECOND,
    Calendar,
    Ledger,
    date_of,
    micros,
    number_of,
)

Unit = Literal["minute", "hour", "day", "workday", "month"]
Method = Literal["day-count", "accumulate", "working-hours"]

Span = tuple[int, int]
NEVER = 1 << 62
"""The end of a pause that has not ended."""

_UNIT: dict[Unit, int] = {"minute": MINUTE, "hour": HOUR, "day": DAY, "workday": DAY}
_METHODS: dict[Unit, tuple[Method, ...]] = {
    "minute": ("day-count", "accumulate", "working-hours"),
    "hour": ("day-count", "accumulate", "working-hours"),
    "day": ("day-count", "accumulate"),
    "workday": ("day-count", "accumulate"),
    "month": ("day-count",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One time limit of the catalog, as the engine needs it."""

    amount: int
    """How many units. Day counts may be 0: the same day (当日)."""
    unit: Unit
    method: Method = "day-count"
    pauses: tuple[str, ...] = ()
    """Codes of the reasons that stop this clock. Pauses for any other reason do not."""
    edition: str = ""
    effective_from: date | None = None
    warn_ratio: float = 0.75
    """Minutes, hours: amber once this share of the limit is used up. Everything counted in days warns by the day."""

    def __post_init__(self) -> None:
        if self.method not in _METHODS.get(self.unit, ()):
            raise ValueError(f"unknown unit or method: {self.unit}, {self.method}")
        if self.amount < (0 if self.unit in ("day", "workday") and self.method == "day-count" else 1):
            raise ValueError(f"a limit of {self.amount} {self.unit}")
        if not 0 <= self.warn_ratio <= 1:
            raise ValueError(f"warn_ratio must be a share from 0 to 1: {self.warn_ratio}")

    @property
    def by_days(self) -> bool:
        """Counted in days, working days or months, so that it warns by the day."""
        return self.unit in ("day", "workday", "month")

    @property
    def whole_days(self) -> bool:
        """Runs on a clock that ticks once a day."""
        return self.by_days and self.method == "day-count"

    @property
    def by_calendar(self) -> bool:
        """Whether working days or working hours matter to it."""
        return self.unit == "workday" or self.method == "working-hours"

    def total(self, start: int) -> int:
        """The whole limit in microseconds of its own clock; a day is 24 hours of it, and 当日 is one day."""
        if self.unit != "month":
            return max(self.amount, 1) * _UNIT[self.unit]
        day = start // DAY
        return (_months_after(day, self.amount) - day) * DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A stretch in which the clock may stand still; without an end it is still going on (暂停中)."""

    start: datetime
    end: datetime | None = None
    reason: str

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError("a pause ends before it starts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A due time with all that is worth keeping beside it. Computed once and stored; later editions do not move it."""

    at: datetime | None
    """Due at; None while an open pause holds the clock (暂停中)."""
    warn_from: datetime | None
    """Amber from this instant on; None while paused."""
    left: timedelta | None
    """While paused: what will be left on resuming, a counted day being 24 hours."""
    edition: str
    method: Method
    published: bool
    """False when the result leans on a year whose holidays are not published (未公布)."""
    start: datetime
    limit: Limit
    calendar: Calendar = field(repr=False, compare=False)
    pauses: tuple[Pause, ...] = ()


class Reached(NamedTuple):
    """Where a clock ends: at ``at``, or, stopped by an open pause at ``at``, with ``left`` still to run."""

    at: int
    left: int


def _months_after(number: int, months: int) -> int:
    """The day with the same number some months on, or that month's last day when it has none (民法典 第202条)."""
    day = date_of(number)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > LAST_YEAR:
        raise ValueError("due beyond the calendar")
    return number_of(date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])))


class Clock(Protocol):
    """One way of counting. ``start`` is the acceptance; pauses are merged spans in order."""

    def begins(self, start: int) -> int:
        """From when the clock may run."""

    def reaches(self, start: int, total: int, pauses: list[Span]) -> Reached:
        """The earliest instant at which ``total`` has been counted."""

    def elapsed(self, start: int, now: int, pauses: list[Span]) -> int:
        """What has been counted at ``now``."""


def clock_of(limit: Limit, calendar: Calendar) -> Clock:
    """The clock a limit runs on."""
    if not limit.by_calendar:
        return DayCount(None, limit.amount == 0) if limit.whole_days else Accumulation()
    if limit.method == "working-hours":
        return OfficeTime(calendar.ledger())
    if limit.method == "accumulate":
        return WorkingDays(calendar.ledger())
    return DayCount(calendar.ledger(), limit.amount == 0)


def merged(pauses: Iterable[Pause], limit: Limit) -> list[Span]:
    """The pauses that stop this limit's clock, in order, overlaps joined."""
    spans = sorted(
        (micros(pause.start), NEVER if pause.end is None else micros(pause.end))
        for pause in pauses
        if pause.reason in limit.pauses
    )
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


class Accumulation:
    """Calendar time (自然时间): runs nights, weekends and holidays. The base of the other clocks."""

    __slots__ = ()

    def begins(self, start: int) -> int:
        """At once."""
        return start

    def counted(self, moment: int) -> int:
        """What the clock would show at an instant, had it run since 1970."""
        return moment

    def when(self, shown: int) -> int:
        """The earliest instant at which it shows that much."""
        return shown

    def reaches(self, start: int, total: int, pauses: list[Span]) -> Reached:
        """See :class:`Clock`."""
        counted = self.counted
        start = self.begins(start)
        target = counted(start) + total
        for pause, resume in pauses:
            if resume <= start:
                continue
            shown = counted(max(pause, start))
            if shown >= target:
                break
            if resume == NEVER:
                return Reached(max(pause, start), target - shown)
            target += counted(resume) - shown
        return Reached(self.when(target), 0)

    def elapsed(self, start: int, now: int, pauses: list[Span]) -> int:
        """See :class:`Clock`."""
        counted = self.counted
        start = self.begins(start)
        if now <= start:
            return 0
        spent = counted(now) - counted(start)
        for pause, resume in pauses:
            if pause >= now:
                break
            if resume > start:
                spent -= counted(min(resume, now)) - counted(max(pause, start))
        return spent


class WorkingDays(Accumulation):
    """24 hours for each working day (24小时累计): working days run round the clock, other days add nothing.

    Acceptance outside the working day, from opening to closing with its lunch break, is moved to the next opening.
    """

    __slots__ = ("before", "closes", "days", "opens")

    def __init__(self, ledger: Ledger) -> None:
        self.before, self.days = ledger.before, ledger.days
        self.opens, self.closes = ledger.opens, ledger.closes

    def begins(self, start: int) -> int:
        """The acceptance, or the next opening when it lies outside the working day."""
        day, clock = divmod(start, DAY)
        past = self.before[day]
        if self.before[day + 1] > past:
            if self.opens <= clock < self.closes:
                return start
            past += clock >= self.closes
        return self.days[past] * DAY + self.opens

    def counted(self, moment: int) -> int:
        """Working days so far, at 24 hours each."""
        day, clock = divmod(moment, DAY)
        past = self.before[day]
        return past * DAY + (clock if self.before[day + 1] > past else 0)

    def when(self, shown: int) -> int:
        """See the base; the end of a working day is its midnight, not the next working day's."""
        past, rest = divmod(shown, DAY)
        return self.days[past] * DAY + rest if rest else (self.days[past - 1] + 1) * DAY


class OfficeTime(Accumulation):
    """Working time (工作时间): runs only inside the shifts of working days, so not over lunch."""

    __slots__ = ("before", "days", "shifts", "worked")

    def __init__(self, ledger: Ledger) -> None:
        self.before, self.days = ledger.before, ledger.days
        self.shifts, self.worked = ledger.shifts, ledger.worked

    def counted(self, moment: int) -> int:
        """Working time so far."""
        day, clock = divmod(moment, DAY)
        past = self.before[day]
        shown = past * self.worked
        if self.before[day + 1] > past:
            for opens, closes in self.shifts:
                if clock <= opens:
                    break
                shown += min(clock, closes) - opens
        return shown

    def when(self, shown: int) -> int:
        """See the base; a full shift ends at its end, not when the next one starts."""
        past, rest = divmod(shown, self.worked)
        if not rest:
            past, rest = past - 1, self.worked
        for opens, closes in self.shifts:
            if rest <= closes - opens:
                return self.days[past] * DAY + opens + rest
            rest -= closes - opens
        raise AssertionError("rest is at most a day's work")


class DayCount:
    """Days counted one by one (按日计): the start day does not count, each later day counts at its close.

    A day with a pause in it does not count, as the start day does not. With a ledger it counts working days, which
    close with their last shift and are touched only by a pause between opening and closing. Without one it counts
    calendar days, which close with their last second.
    """

    __slots__ = ("before", "closes", "days", "opens", "same_day")

    def __init__(self, ledger: Ledger | None, same_day: bool = False) -> None:
        self.before = None if ledger is None else ledger.before
        self.days = None if ledger is None else ledger.days
        self.opens = 0 if ledger is None else ledger.opens
        self.closes = DAY - SECOND if ledger is None else ledger.closes
        self.same_day = same_day

    def begins(self, start: int) -> int:
        """At once."""
        return start

    def _open_after(self, moment: int) -> int:
        """The first place in the row of days whose close lies after an instant."""
        day, clock = divmod(moment, DAY)
        if self.before is None:
            return day + (clock >= self.closes)
        past = self.before[day]
        return past + (self.before[day + 1] > past and clock >= self.closes)

    def _opened_before(self, moment: int) -> int:
        """How many places in the row have opened before an instant."""
        day, clock = divmod(moment, DAY)
        if self.before is None:
            return day + (clock > self.opens)
        past = self.before[day]
        return past + (self.before[day + 1] > past and clock > self.opens)

    def _first(self, start: int) -> int:
        if self.same_day:
            return self._open_after(start)
        day = start // DAY + 1
        return day if self.before is None else self.before[day]

    def reaches(self, start: int, total: int, pauses: list[Span]) -> Reached:
        """See :class:`Clock`. What is left is whole days."""
        free = self._first(start)
        target = free + total // DAY - 1
        for pause, resume in pauses:
            if resume <= start:
                continue
            touched = max(self._open_after(max(pause, start)), free)
            if touched > target:
                break
            if resume == NEVER:
                return Reached(max(pause, start), (target - touched + 1) * DAY)
            free_again = self._opened_before(resume)
            if free_again > touched:
                target += free_again - touched
                free = free_again
        day = target if self.days is None else self.days[target]
        return Reached(day * DAY + self.closes, 0)

    def elapsed(self, start: int, now: int, pauses: list[Span]) -> int:
        """See :class:`Clock`. Whole days."""
        free = self._first(start)
        closed = self._open_after(now)
        spent = max(closed - free, 0)
        for pause, resume in pauses:
            if resume <= start:
                continue
            touched = max(self._open_after(max(pause, start)), free)
            if touched >= closed:
                break
            free_again = closed if resume == NEVER else min(self._opened_before(resume), closed)
            if free_again > touched:
                spent -= free_again - touched
                free = free_again
        return spent * DAY
