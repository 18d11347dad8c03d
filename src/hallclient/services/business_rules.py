"""The rules that one draft meets today (受理规则): limits in force, notice days, arrears, and the plan it would get."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hallclient.catalog.business import BusinessKind
from hallclient.catalog.model import LimitRule
from hallclient.domain import business_plan, worktime
from hallclient.domain.business import DraftRules, OrderDraft
from hallclient.domain.business_plan import Plan
from hallclient.domain.instants import beijing, day_of
from hallclient.errors import NotFound, Problem, RuleBroken
from hallclient.services.parts import Parts
from hallclient.store.transaction import Reading


def kind(parts: Parts, code: str, on: date) -> BusinessKind:
    """A kind in force on a day. Raises RuleBroken("business.draft_wrong") naming the field."""
    try:
        return parts.catalog.business(code, on)
    except NotFound:
        problem = Problem(field="kind", code="business.kind_unknown")
        raise RuleBroken("business.draft_wrong", (problem,), count=1) from None


def limits(parts: Parts, on: date) -> Callable[[str], LimitRule | None]:
    """Looks limits up as in force on a day; None where this operator has none."""

    def limit_of(code: str) -> LimitRule | None:
        return parts.catalog.limit(code, on) if parts.catalog.has_limit(code, on) else None

    return limit_of


def draft_rules(parts: Parts, tx: Reading, owed: int) -> DraftRules:
    """What a draft is checked against now."""
    today = day_of(tx.now)

    def earliest(rule: LimitRule) -> date:
        limit = worktime.Limit(amount=rule.amount, unit=rule.unit)
        at = worktime.due(tx.now, limit, parts.calendar).at
        return today if at is None else beijing(at).date()

    return DraftRules(today=today, limit_of=limits(parts, today), earliest_day=earliest, owed=owed)


def plan(parts: Parts, tx: Reading, wanted: BusinessKind, draft: OrderDraft) -> Plan:
    """The stages and due times a draft would get if it were accepted now."""
    limit_of = limits(parts, day_of(tx.now))
    return business_plan.make(wanted, draft.facts(wanted), tx.now, limit_of, parts.calendar)
