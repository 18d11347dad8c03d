"""Clocks (时限): the catalog's limits made into due times by the deadline engine, once, with their edition."""

from __future__ import annotations

from datetime import datetime

from hallclient.catalog.model import LimitRule
from hallclient.domain import worktime
from hallclient.domain.instants import day_of
from hallclient.domain.requests import Clock
from hallclient.domain.worktime import Limit
from hallclient.services.parts import Parts


def limit_of(rule: LimitRule) -> Limit | None:
    """The engine's limit for a catalog rule; None for averages, terms and lead times, which are no clocks."""
    if rule.sort != "deadline":
        return None
    return Limit(
        amount=rule.amount,
        unit=rule.unit,
        method=rule.method,
        pauses=rule.pauses,
        edition=rule.edition,
        effective_from=rule.effective_from,
        warn_ratio=rule.warn_ratio,
    )


def clock(parts: Parts, code: str, started: datetime, *, event: str) -> Clock | None:
    """The clock of a limit that the event starts; None when it is not in force that day or starts otherwise."""
    if not parts.catalog.has_limit(code, day_of(started)):
        return None
    rule = parts.catalog.limit(code, day_of(started))
    limit = limit_of(rule)
    if limit is None or rule.start != event:
        return None
    due = worktime.due(started, limit, parts.calendar)
    if due.at is None:
        return None
    return Clock(
        code=code,
        zh=rule.zh,
        en=rule.en,
        started=started,
        due=due.at,
        edition=rule.edition,
        published=due.published,
        warn_ratio=rule.warn_ratio,
    )
