"""Counter business orders (柜台业务工单): the draft a form gathers with its rules, and the records the store holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal

from hallclient.catalog.business import BusinessKind, DocumentNeed, Field
from hallclient.catalog.model import LimitRule
from hallclient.domain import business_fields, business_terms, money
from hallclient.domain.worktime import State, state_of
from hallclient.errors import Problem

DocumentStatus = Literal["received", "missing", "deferred"]
NOTE_LENGTH = 500

ACCEPTANCE = frozenset({"accept", "register"})
"""Stages that are done with the acceptance itself, when an order starts with one of them."""

CONNECTION = frozenset({"meter", "energise", "grid_connect", "reconnect"})
"""Stages that give power: not before every promised document has come (容缺未补不送电)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentState:
    """One document of a draft. Deferred = 容缺: promised (``committed``) by ``due``. ``form`` is the paper shown."""

    status: DocumentStatus = "missing"
    due: date | None = None
    committed: bool = False
    form: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDraft:
    """A business order as the form gathers it.

    ``values`` holds what was typed, by field code; the customer, her agent (``handler``) and the request are all fields
    of the kind. ``cleared``: the clerk has seen that nothing is owed (已结清).
    """

    kind: str = ""
    customer_id: str | None = None
    ticket_id: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, DocumentState] = field(default_factory=dict)
    cleared: bool = False
    note: str = ""

    def completed(self, archive: Mapping[str, str]) -> OrderDraft:
        """The draft with empty fields filled from the customer's archive."""
        typed = {code: text for code, text in self.values.items() if text.strip()}
        return replace(self, values={**archive, **typed})

    def facts(self, kind: BusinessKind) -> dict[str, str]:
        """What the catalog's conditions look at: the values as they will be kept, defaults included."""
        values = business_fields.with_defaults(kind.fields, self.values)
        return {"handler": "self", "customer_kind": "person", **values}

    def problems(self, kind: BusinessKind, rules: DraftRules) -> tuple[Problem, ...]:
        """Everything that is missing or wrong, field by field, in the order of the form."""
        facts = self.facts(kind)
        found: list[Problem] = []
        if kind.account == "existing" and not self.customer_id:
            found.append(Problem(field="customer", code="business.customer_missing"))
        for item in kind.fields_for(facts):
            wrong = business_fields.problem(item, facts.get(item.code, self.values.get(item.code, "")), rules.today)
            if wrong is not None:
                found.append(wrong)
        found += business_terms.problems(kind, facts, rules.limit_of, rules.earliest_day, rules.today)
        for need in kind.documents_for(facts):
            found += document_problems(need, self.documents.get(need.document, DocumentState()), rules)
        if kind.needs_cleared and (rules.owed > 0 or not self.cleared):
            owed = money.figures(rules.owed)
            code = "business.debts_open" if rules.owed > 0 else "business.debts_unchecked"
            found.append(Problem(field="cleared", code=code, details={"owed": owed}))
        if len(self.note) > NOTE_LENGTH:
            details = {"name": "备注", "name_en": "Remarks", "most": NOTE_LENGTH, "length": len(self.note)}
            found.append(Problem(field="note", code="business.too_long", details=details))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRules:
    """What a draft is checked against beside its kind. ``owed`` are the customer's open bills in fen."""

    today: date
    limit_of: Callable[[str], LimitRule | None]
    earliest_day: Callable[[LimitRule], date]
    owed: int = 0


def document_problems(need: DocumentNeed, state: DocumentState, rules: DraftRules) -> tuple[Problem, ...]:
    """What is wrong with one document: a required one is received, or deferred with a commitment in time."""
    where = f"documents.{need.document}"
    details = {"document": need.document}
    if state.status == "received" or (state.status == "missing" and not need.required):
        return ()
    if state.status == "missing":
        code = "business.document_missing_deferrable" if may_defer(need) else "business.document_missing"
        return (Problem(field=where, code=code, details=details),)
    if not may_defer(need):
        return (Problem(field=where, code="business.document_not_deferrable", details=details),)
    found = []
    if not state.committed:
        found.append(Problem(field=where, code="business.commitment_missing", details=details))
    last = last_day(need, rules.today)
    if state.due is None:
        found.append(Problem(field=where, code="business.commitment_date_missing", details=details))
    elif not rules.today <= state.due <= last:
        late = {**details, "last": last.isoformat(), "days": need.commitment_days}
        found.append(Problem(field=where, code="business.commitment_date_bad", details=late))
    return tuple(found)


def may_defer(need: DocumentNeed) -> bool:
    """Whether a document may be brought later (容缺受理)."""
    return need.deferrable and need.commitment_days > 0


def last_day(need: DocumentNeed, today: date) -> date:
    """The last day by which a deferred document may be promised."""
    return today + timedelta(days=need.commitment_days)


# ---- records -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderStage:
    """A stage (环节): ``planned`` was fixed at acceptance; ``due`` is the plan until the stage really starts."""

    code: str
    role: str
    sort: int
    state: str
    planned: datetime | None = None
    due: datetime | None = None
    warn_from: datetime | None = None
    started_at: datetime | None = None
    done_at: datetime | None = None
    done_by: str = ""
    result: str = ""
    limit: str = ""
    edition: str = ""
    notify: bool = False

    def light(self, now: datetime) -> State | None:
        """ok, soon, late or paused; None without a limit or before it starts. A done one: was it late."""
        if self.state == "done":
            return None if self.due is None or self.done_at is None else "late" if self.done_at > self.due else "ok"
        if self.state != "open" or not self.limit:
            return None
        return state_of(now, self.due, self.warn_from)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDocument:
    """A document of an order."""

    code: str
    sort: int
    required: bool
    state: str
    form: str = ""
    due: date | None = None
    committed: bool = False
    received_at: datetime | None = None
    received_by: str = ""
    evidence: tuple[str, ...] = ()

    def late(self, today: date) -> bool:
        """A promised document that did not come in time."""
        return self.state == "deferred" and self.due is not None and today > self.due


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPause:
    """A stretch in which the order waited for somebody outside (挂起)."""

    reason: str
    started_at: datetime
    ended_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderEvent:
    """One line of an order's history; ``by`` is a staff number. A moved due time keeps old, new and the edition."""

    at: datetime
    by: str
    action: str
    detail: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """An order in a work list."""

    id: str
    number: str
    kind: str
    state: str
    stage: str
    role: str
    customer_kind: str
    customer_name: str
    account: str
    accepted_at: datetime
    accepted_by: str
    clerk: str = ""
    due: datetime | None = None
    next_due: datetime | None = None
    warn_from: datetime | None = None
    deferred: int = 0
    rev: int = 1

    def light(self, now: datetime) -> State | None:
        """ok, soon, late, paused; None when it is closed or has no limit."""
        if self.state == "paused":
            return "paused"
        if self.state != "active" or self.next_due is None:
            return None
        return state_of(now, self.next_due, self.warn_from)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order whole, as the store holds it."""

    id: str
    number: str
    unit: str
    kind: str
    state: str
    stage: str
    rev: int
    accepted_at: datetime
    accepted_by: str
    window: str
    customer_id: str | None
    ticket_id: str | None
    customer_kind: str
    customer_name: str
    account: str
    address: str
    phone: str
    values: Mapping[str, str]
    note: str
    edition: str
    limit: str
    due: datetime | None
    warn_from: datetime | None
    closed_at: datetime | None
    close_reason: str
    pause_reason: str
    stages: tuple[OrderStage, ...]
    documents: tuple[OrderDocument, ...]
    pauses: tuple[OrderPause, ...]
    history: tuple[OrderEvent, ...]
    prints: Mapping[str, int]
    masked: bool = False

    @property
    def deferred(self) -> tuple[OrderDocument, ...]:
        """Documents still promised (容缺未补)."""
        return tuple(document for document in self.documents if document.state == "deferred")

    def current(self) -> OrderStage | None:
        """The stage in hand."""
        return next((stage for stage in self.stages if stage.code == self.stage), None)

    def light(self, now: datetime) -> State | None:
        """The whole order's light."""
        if self.state == "paused":
            return "paused"
        return state_of(now, self.due, self.warn_from) if self.state == "active" and self.due else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFilter:
    """What a work list shows. ``light``: "soon" or "late". ``text``: number, name, account."""

    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    mine: bool = False
    role: str = ""
    light: str = ""
    deferred: bool = False
    customer_id: str | None = None
    ticket_id: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedDraft:
    """A draft put aside (暂存)."""

    id: str
    draft: OrderDraft
    saved_at: datetime
    by: str
    title: str = ""


def form_fields(kind: BusinessKind, draft: OrderDraft) -> tuple[Field, ...]:
    """The fields a form shows for a draft now."""
    return kind.fields_for(draft.facts(kind))
