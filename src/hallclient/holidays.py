"""Public holidays (法定节假日, 调休): what the `chinesecalendar` package knows, as plain data.

The package carries the State Council's yearly notices as tables. It refuses years it has no notice for; other sources
answer for such years with bare weekends, silently wrong. So the years are given along with the days, and whoever
builds a working-day calendar from this can say 未公布 for the rest. Names are (Chinese, English).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from chinese_calendar import constants

Names = tuple[str, str]

# The package's Chinese names are short forms (清明, 中秋); these are the names on the State Council's notice.
_NAMES: dict[str, Names] = {
    "New Year's Day": ("元旦", "New Year's Day"),
    "Spring Festival": ("春节", "Spring Festival"),
    "Tomb-sweeping Day": ("清明节", "Tomb-sweeping Day"),
    "Labour Day": ("劳动节", "Labour Day"),
    "Dragon Boat Festival": ("端午节", "Dragon Boat Festival"),
    "National Day": ("国庆节", "National Day"),
    "Mid-autumn Festival": ("中秋节", "Mid-Autumn Festival"),
    "Anti-Fascist 70th Day": ("抗战胜利70周年纪念日", "70th anniversary of victory"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedHolidays:
    """Days off and make-up working days of the years whose notice is known, with their names."""

    holidays: Mapping[date, Names]
    """Every day of a holiday period, its Saturdays and Sundays included."""
    workdays: Mapping[date, Names]
    """Saturdays and Sundays worked to make up for a holiday (调休上班)."""
    first_year: int
    last_year: int


def _named(table: Mapping[date, Any]) -> Mapping[date, Names]:
    return MappingProxyType({day: _NAMES.get(str(name), (str(name), str(name))) for day, name in table.items()})


@cache
def published() -> PublishedHolidays:
    """The tables of the installed package."""
    years = {day.year for day in constants.holidays}
    return PublishedHolidays(
        holidays=_named(constants.holidays),
        workdays=_named(constants.workdays),
        first_year=min(years),
        last_year=max(years),
    )
