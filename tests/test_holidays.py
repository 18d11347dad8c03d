"""The published holidays as data: known days, names, and the edge of what is known."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest

from hallclient.holidays import published


def test_spring_festival_2026_and_its_make_up_saturdays() -> None:
    tables = published()
    festival = [day for day, names in tables.holidays.items() if day.year == 2026 and names[0] == "春节"]
    assert sorted(festival) == [date(2026, 2, 15) + timedelta(days=n) for n in range(9)]
    assert tables.workdays[date(2026, 2, 14)] == ("春节", "Spring Festival")
    assert tables.workdays[date(2026, 2, 28)] == ("春节", "Spring Festival")


@pytest.mark.parametrize(
    ("day", "zh"),
    [
        (date(2026, 1, 1), "元旦"),
        (date(2026, 4, 5), "清明节"),
        (date(2026, 5, 1), "劳动节"),
        (date(2026, 6, 19), "端午节"),
        (date(2026, 9, 25), "中秋节"),
        (date(2026, 10, 1), "国庆节"),
        (date(2015, 9, 3), "抗战胜利70周年纪念日"),
    ],
)
def test_holidays_have_chinese_names(day: date, zh: str) -> None:
    assert published().holidays[day][0] == zh


def test_every_name_is_chinese_and_english() -> None:
    tables = published()
    for zh, en in {*tables.holidays.values(), *tables.workdays.values()}:
        assert not zh.isascii()
        assert en.isascii()


def test_covers_2007_to_2026_and_says_where_it_ends() -> None:
    tables = published()
    assert tables.first_year <= 2007
    assert tables.last_year >= 2026
    assert {day.year for day in tables.holidays} == set(range(tables.first_year, tables.last_year + 1))


def test_the_package_itself_refuses_the_year_after_the_last() -> None:
    with pytest.raises(NotImplementedError):
        chinese_calendar.is_workday(date(published().last_year + 1, 3, 3))


def test_the_tables_are_read_only() -> None:
    with pytest.raises(TypeError):
        published().holidays[date(2026, 3, 3)] = ("假", "off")  # type: ignore[index]
