"""Counter business (柜台业务): kinds and their forms, checking a draft, putting it aside, accepting it (受理)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hallclient.catalog.business import BusinessKind, DocumentNeed, Field
from hallclient.domain import business_plan, numbering
from hallclient.domain.business import (
    ACCEPTANCE,
    DocumentState,
    Order,
    OrderDraft,
    SavedDraft,
)
from hallclient.domain.business_plan import Plan, PlannedStage
from hallclient.domain.customers import Customer
from hallclient.domain.instants import day_of
from hallclient.domain.people import Actor
from hallclient.domain.text import several_lines
from hallclient.errors import NotFound, Problem, RuleBroken
from hallclient.services import business_archive, business_rules
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import business, business_lists, customers, evidence, payments, queue
from hallclient.store.transaction import Reading, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCheck:
    """A draft while it is typed: the fields and documents to show, what is wrong, and the plan it would get."""

    fields: tuple[Field, ...]
    documents: tuple[DocumentNeed, ...]
    archive: Mapping[str, str]
    problems: tuple[Problem, ...]
    plan: Plan
    owed: int


class BusinessService:
    """Accepting business at the counter."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs("business.accept")
    def kinds(self, actor: Actor) -> tuple[BusinessKind, ...]:
        """The kinds of business in force today that this person may accept."""
        today = day_of(self._parts.clock())
        return tuple(kind for kind in self._parts.catalog.kinds(today) if actor.may(kind.right))

    @needs("business.accept")
    def check(self, actor: Actor, draft: OrderDraft) -> DraftCheck:
        """Everything a form shows for a draft: fields, documents, masked archive values, problems, due dates."""
        with self._parts.store.read() as tx:
            kind = business_rules.kind(self._parts, draft.kind, day_of(tx.now))
            customer = _customer(tx, draft)
            archive = business_archive.values_of(customer, kind) if customer else {}
            full = draft.completed(archive)
            owed = _owed(tx, customer)
            problems = full.problems(kind, business_rules.draft_rules(self._parts, tx, owed)) + _same_account(
                draft, customer
            )
            facts = full.facts(kind)
            return DraftCheck(
                fields=kind.fields_for(facts),
                documents=kind.documents_for(facts),
                archive=business_archive.masked_values(
                    self._parts.catalog, kind.fields, archive, facts["customer_kind"]
                ),
                problems=problems,
                plan=business_rules.plan(self._parts, tx, kind, full),
                owed=owed,
            )

    @needs("business.accept")
    def accept(self, actor: Actor, draft: OrderDraft, *, draft_id: str | None = None) -> Order:
        """Accept an order: number, stages with due times, documents, timeline and audit in one transaction.

        ``draft_id`` throws the draft put aside away with it. The visit at this window is linked when the draft names
        none. Raises RuleBroken("business.draft_wrong") naming each field, NotAllowed, NotFound.
        """
        with self._parts.store.begin(actor) as tx:
            kind = business_rules.kind(self._parts, draft.kind, day_of(tx.now))
            actor.require(kind.right, unit=actor.hall or actor.unit, owner=actor.user_id)
            customer = _customer(tx, draft)
            full = draft.completed(business_archive.values_of(customer, kind) if customer else {})
            problems = full.problems(
                kind, business_rules.draft_rules(self._parts, tx, _owed(tx, customer))
            ) + _same_account(draft, customer)
            if problems:
                raise RuleBroken("business.draft_wrong", problems, count=len(problems))
            ticket_id = _visit(tx, draft.ticket_id)
            number = tx.number(numbering.ORDER)
            plan = business_rules.plan(self._parts, tx, kind, full)
            stages = _stage_rows(tx, plan, self._parts)
            documents = _document_rows(tx, kind, full)
            values = _order_row(tx, kind, full, customer, plan, stages, documents)
            order_id = business.add(
                tx, {**values, "number": number, "ticket_id": ticket_id}, stage_rows=stages, document_rows=documents
            )
            business.note(tx, order_id, "accepted", edition=kind.edition or kind.valid_from.isoformat())
            if ticket_id is not None:
                business.link_visit(tx, order_id, ticket_id)
            papers = tuple(piece for row in documents for piece in row["evidence"])
            evidence.link(tx, papers, "orders", order_id)
            if customer is not None:
                customers.note_event(tx, customer.id, "business", order_id, number, kind.zh, tx.now)
            if draft_id is not None:
                business_lists.discard(tx, (draft_id,))
            tx.audit("order.accept", "orders", order_id, number=number, business=kind.code, deferred=values["deferred"])
            order = business.get(tx, order_id)
        assert order is not None
        return business_archive.masked_order(self._parts.catalog, kind, order)

    # ---- drafts ------------------------------------------------------------------------------------------------

    @needs("business.accept")
    def save_draft(self, actor: Actor, draft: OrderDraft, *, draft_id: str | None = None, title: str = "") -> str:
        """Put a draft aside (暂存) as it is; it outlives lock, hand-over and a crash. Returns its id."""
        with self._parts.store.begin(actor) as tx:
            if draft_id is not None:
                _draft(tx, actor, draft_id)
            return business_lists.save_draft(tx, draft, draft_id=draft_id, title=title)

    @needs("business.accept")
    def drafts(self, actor: Actor, *, ticket_id: str | None = None) -> tuple[SavedDraft, ...]:
        """This person's drafts, or, for a ticket of this hall, everybody's: after a hand-over the next one goes on."""
        owner = actor.user_id if ticket_id is None else None
        with self._parts.store.read() as tx:
            return business_lists.saved(tx, actor.hall or actor.unit, owner=owner, ticket_id=ticket_id)

    @needs("business.accept")
    def discard_draft(self, actor: Actor, draft_id: str) -> None:
        """Throw a draft away."""
        with self._parts.store.begin(actor) as tx:
            _draft(tx, actor, draft_id)
            business_lists.discard(tx, (draft_id,))
            tx.audit("draft.discard", "order_drafts", draft_id)


def _problems(parts: Parts, tx: Reading, kind: BusinessKind, full: OrderDraft, owed: int) -> tuple[Problem, ...]:
    return full.problems(kind, business_rules.draft_rules(parts, tx, owed))


def _customer(tx: Reading, draft: OrderDraft) -> Customer | None:
    if draft.customer_id is None:
        return None
    found = customers.get(tx, draft.customer_id)
    if found is None:
        raise NotFound("record.not_found")
    return found


def _same_account(draft: OrderDraft, customer: Customer | None) -> tuple[Problem, ...]:
    typed = draft.values.get("account", "").strip()
    if customer is None or not typed or typed == customer.account:
        return ()
    return (Problem(field="account", code="business.account_differs"),)


def _owed(tx: Reading, customer: Customer | None) -> int:
    if customer is None:
        return 0
    return sum(bill.amount - bill.paid for bill in payments.owed(tx, customer.account))


def _visit(tx: Transaction, ticket_id: str | None) -> str | None:
    if ticket_id is None:
        current = queue.at_window(tx, tx.actor.hall, day_of(tx.now), tx.actor.window) if tx.actor.window else None
        return None if current is None else current.id
    if queue.get(tx, ticket_id) is None:
        raise NotFound("record.not_found")
    return ticket_id


def _draft(tx: Reading, actor: Actor, draft_id: str) -> SavedDraft:
    found = business_lists.draft(tx, draft_id)
    if found is None:
        raise NotFound("record.not_found")
    saved, hall = found
    if saved.by != actor.user_id:
        actor.require("queue.serve", unit=hall)
    return saved


def _stage_rows(tx: Transaction, plan: Plan, parts: Parts) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    opened = False
    for stage in plan.stages:
        row: dict[str, Any] = {
            "code": stage.code, "sort": stage.sort, "role": stage.role, "notify": stage.notify, "state": "waiting",
            "kept": stage.kept.as_json() if stage.kept else None, "planned": stage.planned, "due": stage.planned,
            "warn_from": stage.due.warn_from if stage.due else None, "started_at": None, "done_at": None,
        }  # fmt: skip
        if stage.sort == 0 and stage.code in ACCEPTANCE:
            row |= {"state": "done", "started_at": tx.now, "done_at": tx.now, "done_by": tx.actor.user_id}
        elif not opened:
            opened = True
            row |= {"state": "open", "started_at": tx.now, **_started(tx, stage, parts)}
        rows.append(row)
    return rows


def _started(tx: Transaction, stage: PlannedStage, parts: Parts) -> dict[str, Any]:
    if stage.kept is None:
        return {}
    kept = stage.kept.started(tx.now)
    due = kept.due(parts.calendar)
    return {"kept": kept.as_json(), "due": due.at, "warn_from": due.warn_from}


def _document_rows(tx: Transaction, kind: BusinessKind, draft: OrderDraft) -> list[dict[str, Any]]:
    rows = []
    for sort, need in enumerate(kind.documents_for(draft.facts(kind))):
        given = draft.documents.get(need.document, DocumentState())
        received = given.status == "received"
        deferred = given.status == "deferred"
        rows.append(
            {
                "code": need.document, "sort": sort, "required": need.required, "state": given.status,
                "form": given.form, "due": given.due if deferred else None, "committed": deferred and given.committed,
                "received_at": tx.now if received else None, "received_by": tx.actor.user_id if received else "",
                "evidence": list(given.evidence),
            }
        )  # fmt: skip
    return rows


def _order_row(
    tx: Transaction, kind: BusinessKind, draft: OrderDraft, customer: Customer | None, plan: Plan,
    stages: list[dict[str, Any]], documents: list[dict[str, Any]],
) -> dict[str, Any]:  # fmt: skip
    facts = draft.facts(kind)
    shown = {field.code for field in kind.fields_for(facts)}
    values = {code: text for code, text in facts.items() if code in shown}
    current = next((row for row in stages if row["state"] == "open"), None)
    stage_due = current["due"] if current else None
    stage_warn = current["warn_from"] if current else None
    whole, warn = (plan.due.at, plan.due.warn_from) if plan.due else (None, None)
    next_due = business_plan.earliest(whole, stage_due)
    return {
        "kind": kind.code, "state": "active", "open": True,
        "stage": current["code"] if current else "", "role": current["role"] if current else "",
        "customer_id": customer.id if customer else None, "customer_kind": facts["customer_kind"],
        "customer_name": values.get("customer_name", customer.name if customer else ""),
        "account": values.get("account", customer.account if customer else ""),
        "address": values.get("address", customer.address if customer else ""),
        "phone": values.get("mobile", customer.phone if customer else ""),
        "values": values, "note": several_lines(draft.note), "window": tx.actor.window, "accepted_at": tx.now,
        "edition": kind.edition or kind.valid_from.isoformat(), "kept": plan.kept.as_json() if plan.kept else None,
        "due": whole, "due_warn": warn, "next_due": next_due,
        "warn_from": business_plan.earliest(warn, stage_warn),
        "sort_due": next_due or business.NO_DUE,
        "deferred": sum(1 for row in documents if row["state"] == "deferred"),
        "pause_reason": "", "closed_at": None, "close_reason": "", "prints": {},
    }  # fmt: skip
