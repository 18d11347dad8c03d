"""How values are written for people (书写格式): instants, days, money, durations, sizes, due words. No Qt."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hallclient.domain.instants import beijing, weekday_zh

MINUS = "\u2212"
JOINER = "\u2060"

_english = False


def set_language(language: str) -> None:
    """``zh_CN`` or ``en``."""
    global _english  # noqa: PLW0603
    _english = language.startswith("en")


def number_of(figure: int | str, unit: str) -> str:
    """A figure and its unit that a line break never parts: 3号."""
    return f"{figure}{JOINER}{unit}"


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
    for unit in ("B", "KB", "MB", "GB"):
        if amount < 1024 or unit == "GB":
            return f"{amount:.0f} {unit}" if unit in {"B", "KB"} else f"{amount:.1f} {unit}"
        amount /= 1024
    raise AssertionError


def day(when: date, *, weekday: bool = False) -> str:
    """2026-06-17, with 周三 on demand."""
    if not weekday:
        return f"{when:%Y-%m-%d}"
    return f"{when:%Y-%m-%d %a}" if _english else f"{when:%Y-%m-%d}  {weekday_zh(when)}"


def short_day(when: date, now: date | None = None) -> str:
    """6 月 17 日; 今天 6 月 10 日 when it is today; with the year when that is another."""
    if _english:
        return (
            ("today " if when == now else "")
            + f"{when:%d %b}"
            + ("" if now is None or when.year == now.year else f" {when.year}")
        )
    words = f"{when.month} 月 {when.day} 日"
    if now is not None and when.year != now.year:
        return f"{when.year} 年 {words}"
    return f"今天 {words}" if when == now else words


def clock(moment: datetime) -> str:
    """14:22."""
    return f"{beijing(moment):%H:%M}"


def instant(moment: datetime, now: datetime | None = None) -> str:
    """2026-06-10 14:22; with ``now`` the shortest that is clear: 14:22 today, 6-08 16:30 this year."""
    local = beijing(moment)
    if now is None:
        return f"{local:%Y-%m-%d %H:%M}"
    today = beijing(now).date()
    if local.date() == today:
        return f"{'today' if _english else '今天'} {local:%H:%M}"
    if local.year == today.year:
        return f"{local.month}-{local.day:02} {local:%H:%M}"
    return f"{local:%Y-%m-%d %H:%M}"


def duration(spent: float | timedelta) -> str:
    """7 分 20 秒; 4 小时 38 分; 2 天 3 小时. Never negative."""
    total = max(0, round(spent.total_seconds() if isinstance(spent, timedelta) else spent))
    minutes, seconds = divmod(total, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    names = ("d", "h", "min", "s") if _english else ("天", "小时", "分", "秒")
    parts = [(days, names[0]), (hours, names[1]), (minutes, names[2]), (seconds, names[3])]
    first = next((at for at, (figure, _) in enumerate(parts) if figure), 3)
    shown = [pair for pair in parts[first : first + 2] if pair[0]] or [parts[3]]
    return " ".join(f"{figure} {unit}" for figure, unit in shown)


def time_parts(spent: timedelta) -> list[tuple[str, str]]:
    """The two leading figures of a duration for BigTime: ``[("27", "小时"), ("36", "分")]``."""
    words = duration(abs(spent)).split(" ")
    return list(zip(words[::2], words[1::2], strict=True))


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
        return f"{'overdue' if _english else '超期'} {duration(-left)}"
    return f"{duration(left)} left" if _english else f"还剩 {duration(left)}"


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
