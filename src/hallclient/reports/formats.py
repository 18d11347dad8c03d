"""How papers write days, moments and money. A number and its unit are tied by a no-break space."""

from __future__ import annotations

from datetime import date, datetime

from hallclient.domain import money
from hallclient.domain.instants import beijing


def day(value: date | None) -> str:
    """2026 年 6 月 10 日, or nothing."""
    return "" if value is None else f"{value.year}\xa0年\xa0{value.month}\xa0月\xa0{value.day}\xa0日"


def day_at(value: datetime) -> str:
    """The Beijing day of an instant: 2026 年 6 月 10 日."""
    return day(beijing(value).date())


def day_short(value: date | None) -> str:
    """2026-06-10, or nothing: for tables."""
    return "" if value is None else value.isoformat()


def moment(value: datetime | None) -> str:
    """2026-06-10 14:09 on the Beijing clock, or nothing."""
    return "" if value is None else f"{beijing(value):%Y-%m-%d %H:%M}"


def moment_stacked(value: datetime | None) -> str:
    """The day over the time, for narrow columns; nothing for none."""
    return "" if value is None else f"{beijing(value):%Y-%m-%d}\n{beijing(value):%H:%M:%S}"


def moment_exact(value: datetime | None) -> str:
    """2026-06-10 14:09:31 on the Beijing clock, or nothing."""
    return "" if value is None else f"{beijing(value):%Y-%m-%d %H:%M:%S}"


def moment_long(value: datetime | None) -> str:
    """2026 年 6 月 10 日 14:09, or nothing."""
    return "" if value is None else f"{day(beijing(value).date())}\xa0{beijing(value):%H:%M}"


def clock(value: datetime | None) -> str:
    """14:09, or nothing."""
    return "" if value is None else f"{beijing(value):%H:%M}"


def yuan(fen: int | None) -> str:
    """1,234.50, with a real minus; nothing for none."""
    return "" if fen is None else money.figures(fen)


def yuan_signed(fen: int) -> str:
    """+1,234.50 or −1,234.50; 0.00 without a sign."""
    return ("+" if fen > 0 else "") + money.figures(fen)


def capitals(fen: int) -> str:
    """人民币壹佰零贰元叁角整."""
    return "人民币" + money.capitals(fen)


def joined(*parts: str, by: str = "，") -> str:
    """The parts that are not empty."""
    return by.join(part for part in parts if part)
