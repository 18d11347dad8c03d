"""Moving business orders (业务流转): stages with actual dates, pause, resume, documents, withdrawal, finish."""

from __future__ import annotations

from typing import Any

from hallclient.domain import business_plan, workflow
from hallclient.domain.business import CONNECTION, Order, OrderStage
from hallclient.domain.instants import day_of, iso_utc
from hallclient.domain.people import Actor
from hallclient.domain.text import several_lines
from hallclient.errors import NotAllowed, NotFound, Problem, RuleBroken, Stale
from hallclient.services.orders import holds, kind_of, masked, pauses_of, reached
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import business, customers, evidence, queue
from hallclient.store.transaction import Reading, Transaction

RESULT_LENGTH = 500


class OrderStepService:
    """The steps of an order after its acceptance. Each one gives the order back as it stands now, masked."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs("business.advance")
    def advance(self, actor: Actor, order_id: str, stage: str, rev: int, *, result: str = "") -> Order:
        """Finish the stage in hand and open the next; the last one finishes the order.

        Only the stage's role does it, or who may authorise. Raises RuleBroken("business.deferred_blocks") before a
        connection stage, or the last one, while promised documents are missing (容缺未补); Stale when somebody was
        quicker.
        """
        result = _whole("result", result)
        with self._parts.store.begin(actor) as tx:
            order = self._open(tx, actor, order_id, "business.advance", rev)
            if order.state == "paused":
                raise RuleBroken("business.paused")
            _may(order, "finished")
            current = order.current()
            if current is None or current.code != stage:
                raise Stale("record.step_taken", state=order.stage)
            if current.role not in actor.roles and not actor.may("business.authorise"):
                raise NotAllowed("business.other_role", role=current.role)
            following = _after(order, current)
            if order.deferred and (current.code in CONNECTION or following is None):
                raise RuleBroken("business.deferred_blocks", count=len(order.deferred))
            self._done(tx, order, current, result)
            if following is None:
                self._close(tx, order, "finished", "")
            else:
                self._begin(tx, order, following)
            return self._after_step(tx, order_id, "order.advance", stage=stage)

    @needs("business.advance")
    def finish(self, actor: Actor, order_id: str, rev: int, *, result: str = "") -> Order:
        """Finish an order whose last stage is in hand, or which has none. Raises RuleBroken("business.stages_open")."""
        result = _whole("result", result)
        with self._parts.store.begin(actor) as tx:
            order = self._open(tx, actor, order_id, "business.advance", rev)
            _may(order, "finished")
            current = order.current()
            if current is not None and _after(order, current) is not None:
                raise RuleBroken("business.stages_open")
            if current is not None and current.role not in actor.roles and not actor.may("business.authorise"):
                raise NotAllowed("business.other_role", role=current.role)
            if order.deferred:
                raise RuleBroken("business.deferred_blocks", count=len(order.deferred))
            if current is not None:
                self._done(tx, order, current, result)
            self._close(tx, order, "finished", result)
            return self._after_step(tx, order_id, "order.finish")

    @needs("business.read")
    def pause_reasons(self, actor: Actor, order_id: str) -> tuple[str, ...]:
        """The reasons for which the limits of this order, or of the stage in hand, allow a pause."""
        with self._parts.store.read() as tx:
            return _reasons(tx, reached(tx, actor, order_id, "business.read"))

    @needs("business.pause")
    def pause(self, actor: Actor, order_id: str, reason: str, rev: int, *, note: str = "") -> Order:
        """Stop the clocks while the order waits for somebody outside (挂起).

        Raises RuleBroken("business.pause_not_allowed") for a reason that none of its limits allows.
        """
        note = _whole("note", note)
        with self._parts.store.begin(actor) as tx:
            order = self._open(tx, actor, order_id, "business.pause", rev)
            _may(order, "paused")
            if reason not in _reasons(tx, order):
                raise RuleBroken("business.pause_not_allowed")
            business.begin_pause(tx, order_id, reason, note)
            business.note(tx, order_id, "paused", reason=reason, note=note)
            held = business.get(tx, order_id)
            assert held is not None
            moved = self._next_due(tx, held)
            business.step(tx, order_id, frozenset({"active"}), "paused", {"pause_reason": reason, **moved})
            return self._after_step(tx, order_id, "order.pause", reason=reason)

    @needs("business.pause")
    def resume(self, actor: Actor, order_id: str, rev: int) -> Order:
        """Go on after a pause: due times are counted again by the rules kept at acceptance; history keeps both."""
        with self._parts.store.begin(actor) as tx:
            order = self._open(tx, actor, order_id, "business.pause", rev)
            _may(order, "active")
            business.end_pause(tx, order_id)
            business.note(tx, order_id, "resumed", reason=order.pause_reason)
            again = business.get(tx, order_id)
            assert again is not None
            self._move_dues(tx, again)
            again = business.get(tx, order_id)
            assert again is not None
            values = {"pause_reason": "", **self._next_due(tx, again)}
            business.step(tx, order_id, frozenset({"paused"}), "active", values)
            return self._after_step(tx, order_id, "order.resume")

    @needs("business.withdraw")
    def withdraw(self, actor: Actor, order_id: str, reason: str, rev: int) -> Order:
        """The customer takes the order back, or it cannot be done. Raises RuleBroken("business.reason_missing")."""
        reason = _whole("reason", reason)
        if not reason:
            raise RuleBroken("business.reason_missing")
        with self._parts.store.begin(actor) as tx:
            order = self._open(tx, actor, order_id, "business.withdraw", rev)
            _may(order, "withdrawn")
            self._visit(tx, order)
            if order.state == "paused":
                business.end_pause(tx, order_id)
            for stage in order.stages:
                if stage.state in workflow.STAGE.sources("cancelled"):
                    business.stage_step(tx, order_id, stage.code, workflow.STAGE.sources("cancelled"), "cancelled", {})
            self._close(tx, order, "withdrawn", reason)
            return self._after_step(tx, order_id, "order.withdraw")

    @needs("business.accept")
    def receive_document(
        self, actor: Actor, order_id: str, document: str, *, form: str = "", evidence_ids: tuple[str, ...] = ()
    ) -> Order:
        """A document came later, as promised or not; scans are tied to the order. The visit is counted (S36)."""
        with self._parts.store.begin(actor) as tx:
            order = self._open(tx, actor, order_id, "business.accept", None)
            if order.state not in ("active", "paused"):
                raise RuleBroken("business.closed")
            found = next((one for one in order.documents if one.code == document), None)
            if found is None:
                raise NotFound("record.not_found")
            values: dict[str, Any] = {
                "received_at": tx.now, "received_by": actor.user_id, "form": form or found.form,
                "evidence": list(dict.fromkeys((*found.evidence, *evidence_ids))),
            }  # fmt: skip
            business.document_step(tx, order_id, document, workflow.DOCUMENT.sources("received"), "received", values)
            evidence.link(tx, evidence_ids, "orders", order_id)
            business.change(tx, order_id, {"deferred": len(order.deferred) - (found.state == "deferred")})
            late = "yes" if found.late(day_of(tx.now)) else "no"
            business.note(tx, order_id, "document", document=document, late=late)
            self._visit(tx, order)
            return self._after_step(tx, order_id, "order.document", document=document)

    @needs("business.accept")
    def link_visit(self, actor: Actor, order_id: str, ticket_id: str) -> Order:
        """Count a visit that was for this order, e.g. to ask how it stands (S36)."""
        with self._parts.store.begin(actor) as tx:
            self._open(tx, actor, order_id, "business.accept", None)
            if queue.get(tx, ticket_id) is None:
                raise NotFound("record.not_found")
            business.link_visit(tx, order_id, ticket_id)
            return self._after_step(tx, order_id, "order.visit")

    # ---- inside ------------------------------------------------------------------------------------------------

    def _open(self, tx: Transaction, actor: Actor, order_id: str, right: str, rev: int | None) -> Order:
        order = reached(tx, actor, order_id, right)
        if rev is not None and order.rev != rev:
            raise Stale("record.stale")
        return order

    def _after_step(self, tx: Transaction, order_id: str, action: str, **detail: str) -> Order:
        order = business.get(tx, order_id)
        assert order is not None
        tx.audit(action, "orders", order_id, number=order.number, **detail)
        return masked(self._parts, order)

    def _done(self, tx: Transaction, order: Order, stage: OrderStage, result: str) -> None:
        values = {"done_at": tx.now, "done_by": tx.actor.user_id, "result": result}
        business.stage_step(tx, order.id, stage.code, frozenset({"open"}), "done", values)
        late = "yes" if stage.due is not None and tx.now > stage.due else "no"
        business.note(tx, order.id, "stage_done", stage=stage.code, late=late)

    def _begin(self, tx: Transaction, order: Order, stage: OrderStage) -> None:
        kept = business.stage_kept(tx, order.id, stage.code)
        values: dict[str, Any] = {"started_at": tx.now}
        if kept is not None:
            kept = kept.started(tx.now)
            due = kept.due(self._parts.calendar, pauses_of(order))
            values |= {"kept": kept.as_json(), "due": due.at, "warn_from": due.warn_from}
            if due.at != stage.due:
                _moved(tx, order.id, stage.code, stage.due, due.at, kept.edition)
        business.stage_step(tx, order.id, stage.code, frozenset({"waiting"}), "open", values)
        business.change(tx, order.id, {"stage": stage.code, "role": stage.role})
        again = business.get(tx, order.id)
        assert again is not None
        business.change(tx, order.id, self._next_due(tx, again))

    def _close(self, tx: Transaction, order: Order, to: str, reason: str) -> None:
        values = {
            "open": False, "stage": "", "role": "", "closed_at": tx.now, "close_reason": reason, "pause_reason": "",
            "next_due": None, "warn_from": None, "sort_due": business.NO_DUE,
        }  # fmt: skip
        business.step(tx, order.id, workflow.ORDER.sources(to), to, values)
        business.note(tx, order.id, to)
        if order.customer_id is not None:
            kind = kind_of(self._parts, order)
            title = f"{kind.zh if kind else order.kind}：{'办结' if to == 'finished' else '撤销'}"
            customers.note_event(tx, order.customer_id, "business", order.id, order.number, title, tx.now)

    def _move_dues(self, tx: Transaction, order: Order) -> None:
        """Count the due times of the order and of the stage in hand again, with all pauses so far."""
        pauses = pauses_of(order)
        whole = business.kept(tx, order.id)
        if whole is not None:
            due = whole.due(self._parts.calendar, pauses)
            if due.at != order.due:
                business.change(tx, order.id, {"due": due.at, "due_warn": due.warn_from})
                _moved(tx, order.id, "", order.due, due.at, whole.edition)
        current = order.current()
        kept = business.stage_kept(tx, order.id, current.code) if current is not None else None
        if current is not None and kept is not None:
            due = kept.due(self._parts.calendar, pauses)
            if due.at != current.due:
                business.change_stage(tx, order.id, current.code, {"due": due.at, "warn_from": due.warn_from})
                _moved(tx, order.id, current.code, current.due, due.at, kept.edition)

    def _next_due(self, tx: Transaction, order: Order) -> dict[str, Any]:
        """What the work list sorts and warns by: the nearest due time whose clock is not held."""
        held = next((one.reason for one in order.pauses if one.ended_at is None), "")
        current = order.current()
        running = []
        if order.due is not None and not holds(business.kept(tx, order.id), held):
            running.append((order.due, order.warn_from))
        if current is not None and current.due is not None:
            kept = business.stage_kept(tx, order.id, current.code)
            if not holds(kept, held):
                running.append((current.due, current.warn_from))
        next_due = business_plan.earliest(*(due for due, _ in running))
        warn_from = business_plan.earliest(*(warn for _, warn in running))
        return {"next_due": next_due, "warn_from": warn_from, "sort_due": next_due or business.NO_DUE}

    def _visit(self, tx: Transaction, order: Order) -> None:
        """The customer at this window came for the order."""
        actor = tx.actor
        if actor.window:
            current = queue.at_window(tx, actor.hall, day_of(tx.now), actor.window)
            if current is not None:
                business.link_visit(tx, order.id, current.id)


def _whole(field: str, text: str) -> str:
    """A text as it is kept. Raises RuleBroken("business.too_long"): nothing is cut behind anybody's back."""
    kept = several_lines(text)
    if len(kept) > RESULT_LENGTH:
        said = {"most": RESULT_LENGTH, "length": len(kept)}
        raise RuleBroken("business.too_long", (Problem(field=field, code="business.too_long", details=said),), **said)
    return kept


def _may(order: Order, to: str) -> None:
    if not workflow.ORDER.allows(order.state, to):
        raise RuleBroken("business.step_not_allowed", state=order.state)


def _reasons(tx: Reading, order: Order) -> tuple[str, ...]:
    current = order.current()
    limits = (business.kept(tx, order.id), business.stage_kept(tx, order.id, current.code) if current else None)
    return tuple(dict.fromkeys(reason for kept in limits if kept is not None for reason in kept.pauses))


def _after(order: Order, stage: OrderStage) -> OrderStage | None:
    return next((one for one in order.stages if one.sort > stage.sort and one.state == "waiting"), None)


def _moved(tx: Transaction, order_id: str, stage: str, before: Any, after: Any, edition: str) -> None:
    """A due time moved: both are kept, with the edition that counted them."""
    business.note(
        tx, order_id, "due_moved", stage=stage, before=iso_utc(before) if before else "",
        after=iso_utc(after) if after else "", edition=edition,
    )  # fmt: skip
