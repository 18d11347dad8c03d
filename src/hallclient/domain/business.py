"""Counter business orders (柜台业务工单): the draft a form gathers with its rules, and the records the store holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from hallclient.catalog.business import BusinessKind, DocumentNeed, Field
from hallclient.domain import business_fields, identity
from hallclient.domain.text import figures_only
from hallclient.domain.worktime import State, state_of
from hallclient.errors import Problem

DocumentStatus = Literal["received", "missing", "deferred"]
NOTE_LENGTH = 500
NAME_LENGTH = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person at the counter: the applicant (申请人) or her agent (经办人)."""

    name: str = ""
    kind: str = "person"
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""


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
    """A business order as the form gathers it. ``cleared``: the clerk has seen that nothing is owed (已结清)."""

    kind: str = ""
    customer_id: str | None = None
    ticket_id: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    applicant: Party = Party()
    handler: Literal["self", "agent"] = "self"
    agent: Party = Party()
    documents: Mapping[str, DocumentState] = field(default_factory=dict)
    cleared: bool = False
    note: str = ""

    def facts(self, kind: BusinessKind) -> dict[str, str]:
        """What the catalog's conditions look at: the kept values, the handler and the kind of customer."""
        values = business_fields.with_defaults(kind.fields, self.values)
        return {**values, "handler": self.handler, "customer_kind": self.applicant.kind}

    def problems(self, kind: BusinessKind, *, today: date, owed: int = 0) -> tuple[Problem, ...]:
        """Everything that is missing or wrong, field by field. ``owed`` are the customer's open bills in fen."""
        facts = self.facts(kind)
        found: list[Problem] = []
        if kind.account == "existing" and not self.customer_id:
            found.append(Problem(field="customer", code="business.customer_missing"))
        found += _party_problems("applicant", self.applicant, today, needed=kind.account == "new")
        if self.handler == "agent":
            found += _party_problems("agent", self.agent, today, needed=True)
        for item in kind.fields_for(facts):
            wrong = business_fields.problem(item, facts.get(item.code, self.values.get(item.code, "")), today)
            if wrong is not None:
                found.append(wrong)
        for need in kind.documents_for(facts):
            found += document_problems(need, self.documents.get(need.document, DocumentState()), kind, today=today)
        if kind.needs_cleared and (owed > 0 or not self.cleared):
            found.append(Problem(field="cleared", code="business.debts_open", details={"owed": owed}))
        if len(self.note) > NOTE_LENGTH:
            found.append(_long("note", len(self.note), NOTE_LENGTH))
        return tuple(found)


def document_problems(
    need: DocumentNeed, state: DocumentState, kind: BusinessKind, *, today: date
) -> tuple[Problem, ...]:
    """What is wrong with one document: a required one is received, or deferred with a commitment in time."""
    where = f"documents.{need.document}"
    details = {"document": need.document}
    if state.status == "received" or (state.status == "missing" and not need.required):
        return ()
    if state.status == "missing":
        code = "business.document_missing_deferrable" if may_defer(need, kind) else "business.document_missing"
        return (Problem(field=where, code=code, details=details),)
    if not may_defer(need, kind):
        return (Problem(field=where, code="business.document_not_deferrable", details=details),)
    found = []
    if not state.committed:
        found.append(Problem(field=where, code="business.commitment_missing", details=details))
    last = last_day(need, today)
    if state.due is None:
        found.append(Problem(field=where, code="business.commitment_date_missing", details=details))
    elif not today <= state.due <= last:
        late = {**details, "last": last.isoformat(), "days": need.commitment_days}
        found.append(Problem(field=where, code="business.commitment_date_bad", details=late))
    return tuple(found)


def may_defer(need: DocumentNeed, kind: BusinessKind) -> bool:
    """Whether a document may be brought later (容缺受理)."""
    return need.deferrable and need.commitment_days > 0


def last_day(need: DocumentNeed, today: date) -> date:
    """The last day by which a deferred document may be promised."""
    return today + timedelta(days=need.commitment_days)


def _party_problems(where: str, party: Party, today: date, *, needed: bool) -> list[Problem]:
    found = []
    number = figures_only(party.id_number)
    if needed and not party.name.strip():
        found.append(Problem(field=f"{where}.name", code=f"business.{where}_name_missing"))
    if needed and not number:
        found.append(Problem(field=f"{where}.id_number", code=f"business.{where}_id_missing"))
    if number:
        code = identity.certificate_fault(party.id_kind or "id_card", number, today)
        if code:
            found.append(Problem(field=f"{where}.id_number", code=code))
    if party.phone.strip() and identity.phone_fault(identity.phone_as_kept(figures_only(party.phone))):
        found.append(Problem(field=f"{where}.phone", code="customers.phone_shape"))
    if len(party.name) > NAME_LENGTH:
        found.append(_long(f"{where}.name", len(party.name), NAME_LENGTH))
    return found


def _long(where: str, length: int, most: int) -> Problem:
    return Problem(
        field=where, code="business.too_long", details={"name": "", "name_en": "", "most": most, "length": length}
    )


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
    """One line of an order's history. A moved due time keeps the old one, the new one and the rule's edition."""

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
    customer_name: str
    account: str
    address: str
    phone: str
    values: Mapping[str, str]
    applicant: Party
    handler: str
    agent: Party
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
