"""The explanation of a due time, line by line, as a clerk reads it."""

from __future__ import annotations

from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from hallclient.domain.instants import BEIJING
from hallclient.domain.worktime import Calendar, Limit, Method, Override, Pause, Unit, due, explain
from hallclient.holidays import published

TABLES = published()
CALENDAR = Calendar(
    holidays=TABLES.holidays,
    workdays=TABLES.workdays,
    first_year=TABLES.first_year,
    last_year=2026,
    shifts=((time(8, 30), time(12, 0)), (time(13, 30), time(17, 30))),
    overrides={date(2026, 6, 24): Override(works=False, names=("台风停业", "Typhoon closure"))},
)
WORDS = {"zh": {"customer": "等待客户补资料"}, "en": {"customer": "waiting for the customer"}}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


def limit(amount: int, unit: Unit, method: Method = "day-count") -> Limit:
    return Limit(amount=amount, unit=unit, method=method, pauses=("customer",))


def pause(start: str, end: str | None = None, reason: str = "customer") -> Pause:
    return Pause(start=at(start), end=None if end is None else at(end), reason=reason)


def both(start: str, of: Limit, *pauses: Pause) -> tuple[list[str], list[str]]:
    found = due(at(start), of, CALENDAR, pauses)
    return list(explain(found, "zh", WORDS["zh"])), list(explain(found, "en", WORDS["en"]))


def test_working_days_across_a_weekend_and_a_holiday() -> None:
    zh, en = both("2026-06-10 14:09", limit(7, "workday"))
    assert zh == [
        "6月10日(周三) 14:09 受理，限7个工作日，当日不计",
        "6月11日(周四) 第1个工作日",
        "6月12日(周五) 第2个工作日",
        "6月13日(周六)至6月14日(周日) 休息日，不计",
        "6月15日(周一) 第3个工作日",
        "6月16日(周二) 第4个工作日",
        "6月17日(周三) 第5个工作日",
        "6月18日(周四) 第6个工作日",
        "6月19日(周五)至6月21日(周日) 端午节，不计",
        "6月22日(周一) 第7个工作日，17:30 到期",
    ]
    assert en[0] == "Wed 10 Jun 14:09, accepted, 7 working days, this day is not counted"
    assert en[3] == "Sat 13 Jun to Sun 14 Jun, day of rest, not counted"
    assert en[8:] == [
        "Fri 19 Jun to Sun 21 Jun, Dragon Boat Festival, not counted",
        "Mon 22 Jun, working day 7, due at 17:30",
    ]


def test_a_make_up_saturday_is_named_and_counted() -> None:
    zh, en = both("2026-02-13 16:00", limit(2, "workday"))
    assert zh[1:] == [
        "2月14日(周六) 调休上班（春节），第1个工作日",
        "2月15日(周日)至2月23日(周一) 春节，不计",
        "2月24日(周二) 第2个工作日，17:30 到期",
    ]
    assert en[1] == "Sat 14 Feb, make-up working day for Spring Festival, working day 1"


def test_an_overridden_day_shows_its_note() -> None:
    zh, en = both("2026-06-23 16:00", limit(1, "workday"))
    assert zh[1] == "6月24日(周三) 台风停业，不计"
    assert en[1] == "Wed 24 Jun, Typhoon closure, not counted"


def test_an_unpublished_year_is_told_once_before_its_first_day() -> None:
    zh, en = both("2026-12-30 12:09", limit(8, "workday"))
    assert zh[1:5] == [
        "12月31日(周四) 第1个工作日",
        "2027年放假安排尚未公布（未公布），暂按周末计",
        "2027年1月1日(周五) 第2个工作日",
        "2027年1月2日(周六)至2027年1月3日(周日) 休息日，不计",
    ]
    assert sum("未公布" in line for line in zh) == 1
    assert en[2] == "Holidays of 2027 are not published yet (未公布); plain weekends assumed"
    for method in ("day-count", "accumulate", "working-hours"):
        zh, _ = both("2028-03-01 09:00", limit(9, "hour", method))
        assert sum("未公布" in line for line in zh) == (method == "working-hours")


def test_a_touched_day_is_told_with_its_reason() -> None:
    zh, en = both("2026-06-08 09:00", limit(2, "workday"), pause("2026-06-09 10:00", "2026-06-10 09:00"))
    assert zh[1:] == [
        "6月9日(周二)至6月10日(周三) 有暂停（等待客户补资料），当日不计",
        "6月11日(周四) 第1个工作日",
        "6月12日(周五) 第2个工作日，17:30 到期",
    ]
    assert en[1] == "Tue 9 Jun to Wed 10 Jun, paused (waiting for the customer), not counted"


def test_an_open_pause_ends_the_explanation() -> None:
    zh, en = both("2026-06-08 09:00", limit(2, "workday"), pause("2026-06-10 10:00"))
    assert zh[1:] == [
        "6月9日(周二) 第1个工作日",
        "6月10日(周三) 10:00 起暂停（等待客户补资料），尚未恢复，暂停中不到期，剩余1个工作日",
    ]
    assert en[-1] == (
        "Wed 10 Jun 10:00, paused (waiting for the customer) and not resumed, not due while paused, 1 working day left"
    )
    zh, en = both("2026-06-10 14:00", limit(24, "hour"), pause("2026-06-10 18:30"))
    assert zh[-1].endswith("剩余19小时30分")
    assert en[-1].endswith("19 h 30 min left")


def test_a_pause_that_does_not_stop_the_limit_is_told_too() -> None:
    zh, en = both("2026-06-08 09:00", limit(1, "workday"), pause("2026-06-09 10:00", reason="internal"))
    assert zh == [
        "6月8日(周一) 09:00 受理，限1个工作日，当日不计",
        "6月9日(周二) 10:00 的暂停不中止本时限，照常计时",
        "6月9日(周二) 第1个工作日，17:30 到期",
    ]
    assert en[1] == "Tue 9 Jun 10:00, pause does not stop this limit, time runs on"


def test_hours_of_calendar_time_with_a_pause() -> None:
    zh, en = both("2026-06-10 14:09", limit(24, "hour"), pause("2026-06-10 18:00", "2026-06-11 09:00"))
    assert zh == [
        "6月10日(周三) 14:09 起算，限24小时，按自然时间连续计时，夜间和节假日不停",
        "6月10日(周三) 18:00 至 6月11日(周四) 09:00 暂停（等待客户补资料），扣除15小时",
        "6月12日(周五) 05:09 到期",
    ]
    assert en == [
        "Wed 10 Jun 14:09, clock starts, 24 hours without a break, nights and holidays included",
        "Wed 10 Jun 18:00 to Thu 11 Jun 09:00, paused (waiting for the customer), 15 h taken off",
        "Fri 12 Jun 05:09, due",
    ]


def test_working_hours_are_added_up_day_by_day() -> None:
    zh, en = both("2026-06-12 16:00", limit(3, "hour", "working-hours"))
    assert zh == [
        "6月12日(周五) 16:00 受理，限3小时，只计工作日的工作时间 08:30—12:00、13:30—17:30",
        "6月12日(周五) 计1小时30分，累计1小时30分",
        "6月13日(周六)至6月14日(周日) 休息日，不计",
        "6月15日(周一) 计1小时30分，累计3小时，10:00 到期",
    ]
    assert en[0] == "Fri 12 Jun 16:00, accepted, 3 hours within the hours of working days 08:30—12:00, 13:30—17:30"
    assert en[3] == "Mon 15 Jun, 1 h 30 min, 3 h in all, due at 10:00"


def test_24_hour_accumulation_moved_to_the_next_opening() -> None:
    zh, en = both("2026-02-13 18:09", limit(1, "workday", "accumulate"), pause("2026-02-14 09:00", "2026-02-14 10:00"))
    assert zh == [
        "2月13日(周五) 18:09 受理，不在工作时间内，自2月14日(周六) 08:30 起算，"
        "限1个工作日，每个工作日按24小时累计，休息日不计",
        "2月14日(周六) 调休上班（春节），扣除暂停（等待客户补资料）后计14小时30分，累计14小时30分",
        "2月15日(周日)至2月23日(周一) 春节，不计",
        "2月24日(周二) 计9小时30分，累计24小时，09:30 到期",
    ]
    assert en[1] == (
        "Sat 14 Feb, make-up working day for Spring Festival, 14 h 30 min, "
        "pause (waiting for the customer) taken off, 14 h 30 min in all"
    )
    zh, _ = both("2026-06-10 10:00", limit(2, "workday", "accumulate"))
    assert zh[0] == "6月10日(周三) 10:00 起算，限2个工作日，每个工作日按24小时累计，休息日不计"


def test_due_at_the_midnight_that_ends_a_working_day() -> None:
    zh, en = both("2026-06-10 12:00", limit(1, "workday", "accumulate"), pause("2026-06-10 13:00", "2026-06-11 01:00"))
    assert zh[-1] == "6月11日(周四) 扣除暂停（等待客户补资料）后计23小时，累计24小时，24:00 到期"
    assert en[-1].endswith("due at 24:00")


def test_calendar_days_and_the_same_day() -> None:
    zh, en = both("2026-09-29 12:00", limit(2, "day"))
    assert zh == [
        "9月29日(周二) 12:00 受理，限2天，当日不计",
        "9月30日(周三) 第1天",
        "10月1日(周四) 第2天，23:59:59 到期",
    ]
    assert en[1] == "Wed 30 Sep, day 1"
    zh, en = both("2026-06-10 18:00", limit(0, "workday"))
    assert zh == [
        "6月10日(周三) 18:00 受理，限当日",
        "6月10日(周三) 已过当日截止时间，不计",
        "6月11日(周四) 第1个工作日，17:30 到期",
    ]
    assert en[1] == "Wed 10 Jun, already past closing, not counted"


def test_months_are_told_in_days() -> None:
    zh, en = both("2026-01-31 12:00", limit(1, "month"), pause("2026-02-10 23:00", "2026-02-11 01:00"))
    assert zh == [
        "1月31日(周六) 12:00 受理，限1个月，当日不计",
        "2月1日(周日)至2月9日(周一) 第1至9天",
        "2月10日(周二)至2月11日(周三) 有暂停（等待客户补资料），当日不计",
        "2月12日(周四)至3月1日(周日) 第10至27天",
        "3月2日(周一) 第28天，23:59:59 到期",
    ]
    assert en[0] == "Sat 31 Jan 12:00, accepted, 1 month, this day is not counted"


def test_long_limits_join_their_days() -> None:
    zh, en = both("2026-09-29 12:09", limit(15, "workday"))
    assert zh == [
        "9月29日(周二) 12:09 受理，限15个工作日，当日不计",
        "9月30日(周三) 第1个工作日",
        "10月1日(周四)至10月7日(周三) 国庆节，不计",
        "10月8日(周四)至10月9日(周五) 第2至3个工作日",
        "10月10日(周六) 调休上班（国庆节），第4个工作日",
        "10月11日(周日) 休息日，不计",
        "10月12日(周一)至10月16日(周五) 第5至9个工作日",
        "10月17日(周六)至10月18日(周日) 休息日，不计",
        "10月19日(周一)至10月23日(周五) 第10至14个工作日",
        "10月24日(周六)至10月25日(周日) 休息日，不计",
        "10月26日(周一) 第15个工作日，17:30 到期",
    ]
    assert en[3] == "Thu 8 Oct to Fri 9 Oct, working days 2 to 3"


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2027, 3, 1)),  # noqa: DTZ001
    st.integers(1, 40),
    st.sampled_from(("minute", "hour", "day", "workday")),
    st.sampled_from(("day-count", "accumulate")),
    st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 4000) | st.none()), max_size=3),
)
def test_every_explanation_has_both_languages_and_a_last_word(
    start: datetime, amount: int, unit: Unit, method: Method, gaps: list[tuple[int, int | None]]
) -> None:
    begin = start.replace(microsecond=0, tzinfo=BEIJING)
    seconds = [(begin.timestamp() + first * 60, length) for first, length in gaps]
    pauses = [
        Pause(
            start=datetime.fromtimestamp(since, BEIJING),
            end=None if length is None else datetime.fromtimestamp(since + length * 60, BEIJING),
            reason="customer",
        )
        for since, length in seconds
    ]
    found = due(begin, limit(amount, unit, method), CALENDAR, pauses)
    zh, en = explain(found, "zh", WORDS["zh"]), explain(found, "en", WORDS["en"])
    assert len(zh) == len(en)
    assert all(line.isascii() for line in (text.replace("—", "-").replace("未公布", "") for text in en))
    last = "到期" if found.at is not None else "起暂停"
    assert [line for line in zh if (last in line and "不到期" not in line) or "起暂停" in line] == [zh[-1]]
    assert any("未公布" in line for line in zh) != found.published
    if unit == "workday" and method == "day-count" and found.at is not None:
        counted = [line for line in zh if "个工作日" in line]
        assert counted[-1].startswith(
            f"{'' if found.at.year == begin.year else f'{found.at.year}年'}{found.at.month}月"
        )
        assert f"第{amount}个工作日" in counted[-1]
