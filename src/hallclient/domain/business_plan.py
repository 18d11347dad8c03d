"""The stage plan of a business order (环节计划): due times worked out once from the limits in force, and kept.

What is kept beside a due time is a :class:`KeptLimit`: enough to count again after a pause, and to explain it line
by line, without ever asking a later edition of the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from hallclient.catalog.business import BusinessKind
from hallclient.catalog.model import Facts, LimitRule
from hallclient.domain.instants import from_iso_utc
from hallclient.domain.worktime import Calendar, Due, Limit, Pause, due

LimitOf = Callable[[str], LimitRule | None]
"""The rule in force for a limit code, or None when this profile has none."""

FROM_ACCEPTANCE = frozenset({"order.accepted", "payment.received"})
"""Start events past when an order is accepted; every other limit of a stage runs from the stage's start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLimit:
    """A limit as it was in force at acceptance, and when its clock started."""

    code: str
    zh: str
    en: str
    amount: int
    unit: str
    method: str
    start: str
    edition: str
    pauses: tuple[str, ...]
    warn_ratio: float
    since: datetime

    def due(self, calendar: Calendar, pauses: Iterable[Pause] = ()) -> Due:
        """The due time on the engine, with everything its explanation needs."""
        limit = Limit(
            amount=self.amount,
            unit=self.unit,  # type: ignore[arg-type]  # checked when it was kept
            method=self.method,  # type: ignore[arg-type]
            pauses=self.pauses,
            edition=self.edition,
            warn_ratio=self.warn_ratio,
        )
        return due(self.since, limit, calendar, pauses)

    def started(self, since: datetime) -> KeptLimit:
        """The same limit with its clock started at the real start of the stage."""
        return self if self.start in FROM_ACCEPTANCE else KeptLimit(**{**asdict(self), "since": since})

    def as_json(self) -> dict[str, Any]:
        """What the store keeps."""
        return asdict(self)

    @staticmethod
    def from_json(kept: Mapping[str, Any]) -> KeptLimit:
        """What the store kept."""
        return KeptLimit(**{**kept, "pauses": tuple(kept["pauses"]), "since": from_iso_utc(kept["since"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStage:
    """A stage with its planned due time; None where no limit governs it."""

    code: str
    role: str
    sort: int
    notify: bool
    kept: KeptLimit | None
    due: Due | None
    planned: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The stages of an order and the whole order's due time."""

    stages: tuple[PlannedStage, ...]
    kept: KeptLimit | None
    due: Due | None

    @property
    def published(self) -> bool:
        """False when a due time leans on a year whose holidays are not published."""
        all_dues = [self.due, *(stage.due for stage in self.stages)]
        return all(one is None or one.published for one in all_dues)


def keep(rule: LimitRule | None, since: datetime) -> KeptLimit | None:
    """A catalog limit as kept with an order; None for what is no deadline."""
    if rule is None or rule.sort != "deadline" or rule.unit == "month":
        return None
    return KeptLimit(
        code=rule.code,
        zh=rule.zh,
        en=rule.en,
        amount=rule.amount,
        unit=rule.unit,
        method=rule.method,
        start=rule.start,
        edition=rule.edition,
        pauses=rule.pauses,
        warn_ratio=rule.warn_ratio,
        since=since,
    )


def make(kind: BusinessKind, facts: Facts, accepted_at: datetime, limit_of: LimitOf, calendar: Calendar) -> Plan:
    """The plan of an order accepted now.

    A stage whose limit runs from acceptance counts from there; any other follows the planned end of the one before.
    No stage is planned beyond the whole order's due time: what one stage takes longer another takes less.
    """
    whole_code = kind.whole_limit(facts)
    whole = keep(limit_of(whole_code), accepted_at) if whole_code else None
    whole_due = whole.due(calendar) if whole else None
    stages: list[PlannedStage] = []
    before = accepted_at
    for sort, stage in enumerate(kind.stages_for(facts)):
        code = stage.limit_for(facts)
        rule = limit_of(code) if code else None
        since = accepted_at if rule is not None and rule.start in FROM_ACCEPTANCE else before
        kept = keep(rule, since)
        own = kept.due(calendar) if kept else None
        planned = earliest(own.at, whole_due.at if whole_due else None) if own else None
        before = max(before, planned or before)
        stages.append(
            PlannedStage(
                code=stage.code, role=stage.role, sort=sort, notify=stage.notify, kept=kept, due=own, planned=planned
            )
        )
    return Plan(stages=tuple(stages), kept=whole, due=whole_due)


def earliest(*moments: datetime | None) -> datetime | None:
    """The earliest of the due times that exist."""
    known = [moment for moment in moments if moment is not None]
    return min(known) if known else None
