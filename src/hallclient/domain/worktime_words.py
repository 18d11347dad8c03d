"""The words of an explanation (时限说明的文字): each step of a count as one Chinese or English line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from hallclient.domain.instants import weekday_zh
from hallclient.domain.worktime_calendar import Calendar, Names
from hallclient.domain.worktime_clock import Due, Unit

Language = Literal["zh", "en"]

StepKind = Literal[
    "accepted", "same_day", "runs", "office", "round_clock", "moved", "ignored", "unpublished",
    "rest", "closed", "counted", "makeup", "touched", "part", "pause", "paused", "due",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the explanation. Which fields are filled depends on the kind."""

    kind: StepKind
    first: date
    last: date
    at: datetime | None = None
    until: datetime | None = None
    number: int = 0
    upto: int = 0
    spent: timedelta = timedelta()
    total: timedelta = timedelta()
    names: Names = ("", "")
    reason: str = ""
    ends: bool = False
    """The limit is due in this step, at ``at``."""


_UNITS: dict[Unit, tuple[str, str]] = {
    "minute": ("分钟", "minute"),
    "hour": ("小时", "hour"),
    "day": ("天", "day"),
    "workday": ("个工作日", "working day"),
    "month": ("个月", "month"),
}
_DAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def chinese(step: Step, due: Due, reasons: Mapping[str, str]) -> str:
    """One step as a Chinese line."""
    year = due.start.year
    unit = _UNITS[due.limit.unit][0]
    counted = _counted(due)[0]
    days = _day_zh(step.first, year)
    if step.last != step.first:
        days = f"{days}至{_day_zh(step.last, year)}"
    at = f"{days} {_clock(step.at)}" if step.at else days
    why = f"（{reasons[step.reason]}）" if step.reason in reasons else ""
    until = f"{_day_zh(step.until.date(), year)} {_clock(step.until)}" if step.until else ""
    name = step.names[0]
    match step.kind:
        case "accepted":
            return f"{at} 受理，限{due.limit.amount}{unit}，当日不计"
        case "same_day":
            return f"{at} 受理，限当日"
        case "runs":
            return f"{at} 起算，限{due.limit.amount}{unit}，按自然时间连续计时，夜间和节假日不停"
        case "office":
            return f"{at} 受理，限{due.limit.amount}{unit}，只计工作日的工作时间 {_shifts(due.calendar, '、')}"
        case "round_clock":
            return f"{at} 起算，限{due.limit.amount}{unit}，每个工作日按24小时累计，休息日不计"
        case "moved":
            return (
                f"{at} 受理，不在工作时间内，自{until} 起算，"
                f"限{due.limit.amount}{unit}，每个工作日按24小时累计，休息日不计"
            )
        case "ignored":
            return f"{at} 的暂停{why}不中止本时限，照常计时"
        case "unpublished":
            return f"{step.first.year}年放假安排尚未公布（未公布），暂按周末计"
        case "rest":
            return f"{days} {name or '休息日'}，不计"
        case "closed":
            return f"{days} 已过当日截止时间，不计"
        case "touched":
            return f"{days} 有暂停{why}，当日不计"
        case "counted" | "makeup":
            which = f"第{step.number}" if step.number == step.upto else f"第{step.number}至{step.upto}"
            makeup = f"调休上班{f'（{name}）' if name else ''}，" if step.kind == "makeup" else ""
            return f"{days} {makeup}{which}{counted}" + (f"，{_due_clock(step)} 到期" if step.ends else "")
        case "part":
            makeup = f"调休上班{f'（{name}）' if name else ''}，" if step.names != ("", "") else ""
            paused = f"扣除暂停{why}后" if step.reason else ""
            text = f"{days} {makeup}{paused}计{_length_zh(step.spent)}，累计{_length_zh(step.total)}"
            return text + (f"，{_due_clock(step)} 到期" if step.ends else "")
        case "pause":
            return f"{at} 至 {until} 暂停{why}，扣除{_length_zh(step.spent)}"
        case "paused":
            left = f"{step.total.days}{counted}" if due.limit.whole_days else _length_zh(step.total)
            return f"{at} 起暂停{why}，尚未恢复，暂停中不到期，剩余{left}"
        case "due":
            return f"{at} 到期"


def english(step: Step, due: Due, reasons: Mapping[str, str]) -> str:
    """One step as an English line."""
    year = due.start.year
    amount = _many(due.limit.amount, _UNITS[due.limit.unit][1])
    days = _day_en(step.first, year)
    if step.last != step.first:
        days = f"{days} to {_day_en(step.last, year)}"
    at = f"{days} {_clock(step.at)}" if step.at else days
    why = f" ({reasons[step.reason]})" if step.reason in reasons else ""
    until = f"{_day_en(step.until.date(), year)} {_clock(step.until)}" if step.until else ""
    name = step.names[1]
    match step.kind:
        case "accepted":
            return f"{at}, accepted, {amount}, this day is not counted"
        case "same_day":
            return f"{at}, accepted, due the same day"
        case "runs":
            return f"{at}, clock starts, {amount} without a break, nights and holidays included"
        case "office":
            return f"{at}, accepted, {amount} within the hours of working days {_shifts(due.calendar, ', ')}"
        case "round_clock":
            return f"{at}, clock starts, {amount} at 24 hours each, days of rest not counted"
        case "moved":
            return (
                f"{at}, accepted outside working hours, clock starts {until}, "
                f"{amount} at 24 hours each, days of rest not counted"
            )
        case "ignored":
            return f"{at}, pause{why} does not stop this limit, time runs on"
        case "unpublished":
            return f"Holidays of {step.first.year} are not published yet (未公布); plain weekends assumed"
        case "rest":
            return f"{days}, {name or 'day of rest'}, not counted"
        case "closed":
            return f"{days}, already past closing, not counted"
        case "touched":
            return f"{days}, paused{why}, not counted"
        case "counted" | "makeup":
            noun = _counted(due)[1]
            which = f"{noun} {step.number}" if step.number == step.upto else f"{noun}s {step.number} to {step.upto}"
            makeup = f"make-up working day{f' for {name}' if name else ''}, " if step.kind == "makeup" else ""
            return f"{days}, {makeup}{which}" + (f", due at {_due_clock(step)}" if step.ends else "")
        case "part":
            makeup = f"make-up working day{f' for {name}' if name else ''}, " if step.names != ("", "") else ""
            paused = f", pause{why} taken off" if step.reason else ""
            text = f"{days}, {makeup}{_length_en(step.spent)}{paused}, {_length_en(step.total)} in all"
            return text + (f", due at {_due_clock(step)}" if step.ends else "")
        case "pause":
            return f"{at} to {until}, paused{why}, {_length_en(step.spent)} taken off"
        case "paused":
            left = _many(step.total.days, _counted(due)[1]) if due.limit.whole_days else _length_en(step.total)
            return f"{at}, paused{why} and not resumed, not due while paused, {left} left"
        case "due":
            return f"{at}, due"


def _counted(due: Due) -> tuple[str, str]:
    """What is counted one by one: months too are counted in days."""
    return _UNITS["day" if due.limit.unit == "month" else due.limit.unit]


def _day_zh(day: date, year: int) -> str:
    return f"{f'{day.year}年' if day.year != year else ''}{day.month}月{day.day}日({weekday_zh(day)})"


def _day_en(day: date, year: int) -> str:
    text = f"{_DAYS_EN[day.weekday()]} {day.day} {_MONTHS_EN[day.month - 1]}"
    return text if day.year == year else f"{text} {day.year}"


def _clock(at: datetime | time | None) -> str:
    if at is None:
        return ""
    return at.strftime("%H:%M:%S" if at.second else "%H:%M")


def _due_clock(step: Step) -> str:
    """The due time on the line of its day; the midnight that ends the day is its 24:00."""
    return "24:00" if step.at and step.at.date() > step.last else _clock(step.at)


def _shifts(calendar: Calendar, comma: str) -> str:
    return comma.join(f"{_clock(start)}—{_clock(end) if end != time() else '24:00'}" for start, end in calendar.shifts)


def _parts_of(length: timedelta) -> tuple[int, int, int]:
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    return minutes // 60, minutes % 60, seconds


def _length_zh(length: timedelta) -> str:
    texts = [f"{value}{unit}" for value, unit in zip(_parts_of(length), ("小时", "分", "秒"), strict=True) if value]
    return "".join(texts) or "0分"


def _length_en(length: timedelta) -> str:
    texts = [f"{value} {unit}" for value, unit in zip(_parts_of(length), ("h", "min", "s"), strict=True) if value]
    return " ".join(texts) or "0 min"


def _many(amount: int, noun: str) -> str:
    return f"{amount} {noun}" if amount == 1 else f"{amount} {noun}s"
