"""How values are written for people (书写格式): instants, days, money, durations, sizes, due words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from hallclient.domain.instants import beijing

MINUS = "\u2212"
JOINER = "\u2060"


def number_of(figure: int | str, unit: str) -> str:
    """A figure and its unit that a line break never parts: 3号."""
    return f"{figure}{JOINER}{unit}"


def listed(words: Iterable[str], *, apart: bool = False) -> str:
    """甲、乙 or, for parts that hold commas themselves, 甲；乙."""
    joiner = QCoreApplication.translate("Formats", "；") if apart else QCoreApplication.translate("Formats", "、")
    return joiner.join(words)


def count(figure: int) -> str:
    """1,284."""
    return f"{figure:,}".replace("-", MINUS)


def money(fen: int) -> str:
    """Fen as yuan: 1,234.50."""
    sign = MINUS if fen < 0 else ""
    yuan, rest = divmod(abs(fen), 100)
    return f"{sign}{yuan:,}.{rest:02}"


def size(octets: int) -> str:
    """Bytes: 12.4 MB."""
    amount = float(octets)
    for unit in ("B", "KB", "MB"):
        if amount < 1024:
            return f"{amount:.1f} {unit}" if unit == "MB" else f"{amount:.0f} {unit}"
        amount /= 1024
    return f"{amount:.1f} GB"


def weekday(when: date) -> str:
    """周三, Wed."""
    names = (
        QCoreApplication.translate("Formats", "周一"),
        QCoreApplication.translate("Formats", "周二"),
        QCoreApplication.translate("Formats", "周三"),
        QCoreApplication.translate("Formats", "周四"),
        QCoreApplication.translate("Formats", "周五"),
        QCoreApplication.translate("Formats", "周六"),
        QCoreApplication.translate("Formats", "周日"),
    )
    return names[when.weekday()]


def day(when: date, *, with_weekday: bool = False) -> str:
    """2026-06-17, with 周三 on demand."""
    return f"{when:%Y-%m-%d}  {weekday(when)}" if with_weekday else f"{when:%Y-%m-%d}"


def short_day(when: date, today: date | None = None) -> str:
    """6 月 17 日; 今天 6 月 10 日 when it is today; with the year when that is another."""
    words = QCoreApplication.translate("Formats", "%1 月 %2 日")
    if today is not None and when.year != today.year:
        words = QCoreApplication.translate("Formats", "%3 年 %1 月 %2 日")
    elif when == today:
        words = QCoreApplication.translate("Formats", "今天 %1 月 %2 日")
    return _month(words, when).replace("%2", str(when.day)).replace("%3", str(when.year))


def _month(words: str, when: date) -> str:
    """%1 is the month's figure, %4 its short name (English says 17 Jun)."""
    name = QLocale().monthName(when.month, QLocale.FormatType.ShortFormat)
    return words.replace("%1", str(when.month)).replace("%4", name)


def clock(moment: datetime) -> str:
    """14:22."""
    return f"{beijing(moment):%H:%M}"


def instant(moment: datetime, now: datetime | None = None) -> str:
    """2026-06-10 14:22; with ``now`` the shortest that is clear: 今天 14:22, 6-08 16:30 this year."""
    local = beijing(moment)
    if now is None:
        return f"{local:%Y-%m-%d %H:%M}"
    today = beijing(now).date()
    if local.date() == today:
        return QCoreApplication.translate("Formats", "今天 %1").replace("%1", f"{local:%H:%M}")
    if local.year == today.year:
        words = _month(QCoreApplication.translate("Formats", "%1-%2 %3"), local.date())
        return words.replace("%2", f"{local.day:02}").replace("%3", f"{local:%H:%M}")
    return f"{local:%Y-%m-%d %H:%M}"


def _parts(spent: float | timedelta) -> list[tuple[str, str]]:
    total = max(0, round(spent.total_seconds() if isinstance(spent, timedelta) else spent))
    minutes, seconds = divmod(total, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [
        (days, QCoreApplication.translate("Formats", "天")),
        (hours, QCoreApplication.translate("Formats", "小时")),
        (minutes, QCoreApplication.translate("Formats", "分")),
        (seconds, QCoreApplication.translate("Formats", "秒")),
    ]
    first = next((at for at, (figure, _) in enumerate(parts) if figure), 3)
    shown = [pair for pair in parts[first : first + 2] if pair[0]] or [parts[3]]
    return [(str(figure), unit) for figure, unit in shown]


def duration(spent: float | timedelta) -> str:
    """7 分 20 秒; 4 小时 38 分; 2 天 3 小时. Never negative."""
    return " ".join(f"{figure} {unit}" for figure, unit in _parts(spent))


def time_parts(spent: timedelta) -> list[tuple[str, str]]:
    """The two leading figures of a duration for BigTime: ``[("27", "小时"), ("36", "分")]``."""
    return _parts(abs(spent))


def stopwatch(spent: float | timedelta) -> str:
    """12:40, or 1:02:05."""
    total = max(0, int(spent.total_seconds() if isinstance(spent, timedelta) else spent))
    minutes, seconds = divmod(total, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def media_time(milliseconds: int) -> str:
    """00:14:07.320."""
    seconds, rest = divmod(max(0, milliseconds), 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def due(moment: datetime, now: datetime) -> str:
    """还剩 3 小时 36 分, or 超期 2 小时 24 分."""
    left = moment - now
    if left < timedelta():
        return QCoreApplication.translate("Formats", "超期 %1").replace("%1", duration(-left))
    return QCoreApplication.translate("Formats", "还剩 %1").replace("%1", duration(left))


def due_tone(moment: datetime, now: datetime, soon: timedelta = timedelta(hours=4)) -> str:
    """late, soon or neutral: the tone a due time is shown in."""
    if moment < now:
        return "late"
    return "soon" if moment - now <= soon else "neutral"


def phone(number: str) -> str:
    """A mobile number in groups: 138 1234 5678."""
    plain = number.strip()
    if len(plain) == 11 and plain.isdigit():
        return f"{plain[:3]} {plain[3:7]} {plain[7:]}"
    return plain
