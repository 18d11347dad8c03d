"""The working-day calendar (工作日历): which days are worked, during which hours, and for which years that is known.

A :class:`Calendar` is a value built by the caller from the published holidays, the organisation's own override table
and its shifts. Years without a published notice follow the bare weekend rule, and every result that leaned on such a
year says so (未公布).
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import accumulate, compress
from typing import Literal, NamedTuple

from hallclient.domain.instants import BEIJING

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

Names = tuple[str, str]
"""A name in Chinese and in English."""

Shift = tuple[time, time]
"""Start and end of one stretch of work on a working day; an end of 00:00 means 24:00."""

DayKind = Literal["workday", "makeup", "weekend", "holiday"]

_FIRST = date(1970, 1, 1)
LAST_YEAR = 2199
_AFTER = date(LAST_YEAR + 1, 1, 1)
_DAYS = (_AFTER - _FIRST).days
_EPOCH = datetime(1970, 1, 1, tzinfo=BEIJING)
_WEEK = (1, 1, 1, 1, 1, 0, 0)


def micros(moment: datetime) -> int:
    """Microseconds from the Beijing midnight that began 1970. ValueError when naive or outside 1970 to 2199."""
    if moment.tzinfo is None:
        raise ValueError("naive datetime")
    span = moment - _EPOCH
    if not 0 <= span.days < _DAYS:
        raise ValueError(f"outside the calendar: {moment.isoformat()}")
    return (span.days * 86_400 + span.seconds) * SECOND + span.microseconds


def moment_of(value: int) -> datetime:
    """The Beijing instant of :func:`micros`' number."""
    return _EPOCH + timedelta(microseconds=value)


def date_of(number: int) -> date:
    """The date of a day number (days since 1970-01-01)."""
    return date.fromordinal(number + _FIRST.toordinal())


def number_of(day: date) -> int:
    """The day number of a date."""
    return day.toordinal() - _FIRST.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """One row of the organisation's own table: this day is worked, or rested, whatever the notice says."""

    works: bool
    names: Names = ("", "")


class DayNote(NamedTuple):
    """What a day is, for the explanation."""

    works: bool
    kind: DayKind
    names: Names


class Ledger(NamedTuple):
    """Everything counting needs, worked out once for the days 1970 to 2199."""

    before: array[int]
    """For each day number, how many working days lie before it (one entry more than days)."""
    days: array[int]
    """The day numbers of the working days, in order."""
    shifts: tuple[tuple[int, int], ...]
    """Shifts as microseconds of the day."""
    opens: int
    closes: int
    worked: int
    """Microseconds worked on a working day, breaks left out."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calendar:
    """Working days and working hours.

    ``overrides`` win over everything. They do not make a year published by themselves, since one row may be a single
    local day: a table that holds the whole notice of a year names that year in ``more_years``.
    """

    holidays: Mapping[date, Names]
    workdays: Mapping[date, Names]
    first_year: int
    last_year: int
    shifts: tuple[Shift, ...]
    overrides: Mapping[date, Override] = field(default_factory=dict)
    more_years: frozenset[int] = frozenset()
    _ledgers: list[Ledger] = field(default_factory=list, init=False, repr=False)

    def __post_init__(self) -> None:
        previous = 0
        for start, end in _spans(self.shifts):
            if not previous <= start < end:
                raise ValueError("shifts must be in order and must not overlap")
            previous = end
        if not self.shifts:
            raise ValueError("a calendar needs at least one shift")

    def year_published(self, year: int) -> bool:
        """Whether the holiday arrangement of a year is known."""
        return self.first_year <= year <= self.last_year or year in self.more_years

    def published(self, day: date) -> bool:
        """Whether it is known if a day is worked: its year is published, or the override table names the day."""
        return self.year_published(day.year) or day in self.overrides

    def note(self, day: date) -> DayNote:
        """Whether a day is worked, and why."""
        override = self.overrides.get(day)
        if override is not None:
            weekend = day.weekday() >= 5
            if override.works:
                return DayNote(True, "makeup" if weekend else "workday", override.names)
            return DayNote(False, "holiday" if any(override.names) else "weekend", override.names)
        if day in self.workdays:
            return DayNote(True, "makeup", self.workdays[day])
        if day in self.holidays:
            return DayNote(False, "holiday", self.holidays[day])
        if day.weekday() >= 5:
            return DayNote(False, "weekend", ("", ""))
        return DayNote(True, "workday", ("", ""))

    def is_workday(self, day: date) -> bool:
        """Whether a day is worked; by the bare weekend rule where the year is not published."""
        return self.note(day).works

    def next_workday(self, day: date) -> date:
        """The first working day after a day."""
        ledger = self.ledger()
        return date_of(ledger.days[ledger.before[number_of(day) + 1]])

    @property
    def opens(self) -> time:
        """When a working day starts."""
        return self.shifts[0][0]

    @property
    def closes(self) -> time:
        """When a working day ends."""
        return self.shifts[-1][1]

    def ledger(self) -> Ledger:
        """The tables for counting, made on first use."""
        if not self._ledgers:
            self._ledgers.append(self._count())
        return self._ledgers[0]

    def _count(self) -> Ledger:
        first = _FIRST.weekday()
        flags = bytearray(((_WEEK * 2)[first : first + 7]) * (_DAYS // 7 + 1))[:_DAYS]
        for days, works in ((self.holidays, 0), (self.workdays, 1)):
            for day in days:
                if _FIRST <= day < _AFTER:
                    flags[number_of(day)] = works
        for day, override in self.overrides.items():
            if _FIRST <= day < _AFTER:
                flags[number_of(day)] = override.works
        spans = _spans(self.shifts)
        return Ledger(
            before=array("i", accumulate(flags, initial=0)),
            days=array("i", compress(range(_DAYS), flags)),
            shifts=spans,
            opens=spans[0][0],
            closes=spans[-1][1],
            worked=sum(end - start for start, end in spans),
        )


def _spans(shifts: tuple[Shift, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((_of_day(start), _of_day(end) or DAY) for start, end in shifts)


def _of_day(clock: time) -> int:
    return ((clock.hour * 60 + clock.minute) * 60 + clock.second) * SECOND + clock.microsecond
