"""Terms of a change of use (变更期限): applied for early enough, and lasting neither too short nor too long."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from hallclient.catalog.business import BusinessKind
from hallclient.catalog.model import Facts, LimitRule
from hallclient.errors import Problem

STARTS, ENDS = "starts_on", "ends_on"


def problems(
    kind: BusinessKind,
    facts: Facts,
    limit_of: Callable[[str], LimitRule | None],
    earliest_day: Callable[[LimitRule], date],
    today: date,
) -> Iterator[Problem]:
    """What is wrong with the dates of a change. ``earliest_day`` tells the first day a rule of notice allows.

    Where rules differ by voltage the most generous one decides here; the survey decides the rest.
    """
    starts, ends = day_of(facts.get(STARTS, "")), day_of(facts.get(ENDS, ""))
    if starts is not None and kind.ahead:
        rule = limit_of(kind.ahead)
        if rule is not None and starts < earliest_day(rule):
            details = {"earliest": earliest_day(rule).isoformat(), "rule": rule.zh, "rule_en": rule.en}
            yield Problem(field=STARTS, code="business.not_ahead", details=details)
    elif starts is not None and starts < today:
        yield Problem(field=STARTS, code="business.starts_past")
    if starts is None or ends is None:
        return
    if ends <= starts:
        yield Problem(field=ENDS, code="business.ends_before_start")
        return
    rules = [rule for code in kind.terms if (rule := limit_of(code)) is not None]
    shortest = [(after(starts, rule), rule) for rule in rules if rule.sort == "term_min"]
    longest = [(after(starts, rule), rule) for rule in rules if rule.sort == "term_max"]
    if shortest and ends < min(bound for bound, _ in shortest):
        yield _term("business.term_too_short", *min(shortest, key=lambda pair: pair[0]))
    if longest and ends > max(bound for bound, _ in longest):
        yield _term("business.term_too_long", *max(longest, key=lambda pair: pair[0]))


def _term(code: str, bound: date, rule: LimitRule) -> Problem:
    details = {"bound": bound.isoformat(), "rule": rule.zh, "rule_en": rule.en}
    return Problem(field=ENDS, code=code, details=details)


def after(start: date, rule: LimitRule) -> date:
    """The day that lies a rule's amount after another; a month ends on its last day where it is shorter."""
    if rule.unit != "month":
        return start + timedelta(days=rule.amount)
    months = start.month - 1 + rule.amount
    year, month = start.year + months // 12, months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def day_of(text: str) -> date | None:
    """The day of a kept value, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
