"""Instants and days: Beijing time, conversions, and how the field writes them.

China has had no daylight saving since 1991 and one time zone, so a fixed offset is exact for every date this product
handles and needs no time zone data on Windows.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

BEIJING = timezone(timedelta(hours=8), "北京时间")

_WEEKDAYS = "一二三四五六日"


def beijing(moment: datetime) -> datetime:
    """The same instant on the Beijing clock. Raises ValueError for a naive datetime."""
    if moment.tzinfo is None:
        raise ValueError("naive datetime")
    return moment.astimezone(BEIJING)


def day_of(moment: datetime) -> date:
    """The Beijing calendar day of an instant."""
    return beijing(moment).date()


def at(day: date, clock: time) -> datetime:
    """The instant of a Beijing wall-clock time."""
    return datetime.combine(day, clock, BEIJING)


def start_of(day: date) -> datetime:
    """Midnight at which a Beijing day starts."""
    return at(day, time())


def iso_utc(moment: datetime) -> str:
    """Fixed-width UTC text that sorts by time, e.g. ``2026-06-10T06:09:00.000000Z``."""
    return beijing(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_iso_utc(text: str) -> datetime:
    """The instant of :func:`iso_utc`'s text."""
    return datetime.fromisoformat(text).astimezone(UTC)


def weekday_zh(day: date) -> str:
    """周一 … 周日."""
    return "周" + _WEEKDAYS[day.weekday()]
