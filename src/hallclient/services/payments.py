"""Taking money (收费): receivables, payments with change, reversals approved by another person, settlement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from hallclient.domain import numbering
from hallclient.domain.instants import day_of
from hallclient.domain.money import figures
from hallclient.domain.payments import (
    Bill,
    Drawer,
    Payment,
    PaymentDraft,
    Receivable,
    ReceivableDraft,
    Reversal,
    Settlement,
    SettlementDraft,
)
from hallclient.domain.people import Actor
from hallclient.domain.text import one_line, several_lines
from hallclient.errors import NotAllowed, NotFound, Problem, RuleBroken, Stale
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import customers, payments
from hallclient.store.base import new_id
from hallclient.store.transaction import Reading, Transaction

CASH = "cash"
DETAIL_LENGTH = 64


class PaymentService:
    """The till of one teller."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs("payments.read")
    def bill(self, actor: Actor, reference: str) -> Bill:
        """What an account owes, by its number or its customer's id; the person masked.

        Raises NotFound("payments.account_unknown").
        """
        mask = self._parts.catalog.mask
        with self._parts.store.read() as tx:
            known = customers.by_account(tx, reference) or customers.get(tx, reference)
            if known is None:
                raise NotFound("payments.account_unknown")
            return Bill(
                customer=known.id,
                account=known.account,
                shown_account=mask("account", known.account),
                name=mask("name", known.name),
                address=mask("address", known.address),
                owed=payments.owed(tx, known.account),
                balance=payments.balance(tx, known.account),
            )

    @needs("payments.collect")
    def key_receivable(self, actor: Actor, draft: ReceivableDraft) -> Receivable:
        """Key a bill or a fee by hand. Raises RuleBroken("payments.wrong") naming the fields."""
        problems = draft.problems()
        if problems:
            raise RuleBroken("payments.wrong", problems)
        with self._parts.store.begin(actor) as tx:
            receivable_id = tx.insert(payments.receivables, {**_kept(draft), "paid": 0})
            tx.audit("receivable.key", "receivables", receivable_id, amount=draft.amount)
            found = payments.receivable(tx, receivable_id)
        assert found is not None
        return found

    @needs("payments.import")
    def import_bills(self, actor: Actor, drafts: Iterable[ReceivableDraft]) -> int:
        """Take a batch of bills in (应收导入), all or none; returns how many.

        Raises RuleBroken("payments.wrong"): each problem's field is ``row.field``, counted from 1.
        """
        rows = tuple(drafts)
        problems = tuple(
            Problem(field=f"{number}.{problem.field}", code=problem.code, details=problem.details)
            for number, row in enumerate(rows, 1)
            for problem in row.problems()
        )
        if problems:
            raise RuleBroken("payments.wrong", problems)
        batch = new_id()
        with self._parts.store.begin(actor) as tx:
            values = ({**_kept(row), "paid": 0, "batch": batch} for row in rows)
            count = tx.insert_many(payments.receivables, values, batch=batch)
            tx.audit("receivable.import", "receivables", batch, rows=count)
        return count

    @needs("payments.collect")
    def collect(self, actor: Actor, draft: PaymentDraft) -> Payment:
        """Take a payment: number, receivables, change and timeline in one transaction.

        Raises RuleBroken("payments.wrong") naming the fields, Stale("payments.already_paid") when a receivable was
        paid meanwhile.
        """
        problems = self.problems(actor, draft)
        if problems:
            raise RuleBroken("payments.wrong", problems)
        with self._parts.store.begin(actor) as tx:
            for part in draft.parts:
                _pay(tx, draft.account, part.receivable, part.amount)
            prepaid = sum(part.amount for part in draft.parts if not part.receivable)
            if self._is_prepaid(draft.way):
                if draft.amount > payments.balance(tx, draft.account):
                    raise Stale("payments.already_paid")
                prepaid = -draft.amount
            number = tx.number(numbering.PAYMENT)
            details = {name: one_line(text) for name, text in draft.details.items()}
            payment_id = tx.insert(
                payments.payments,
                {
                    "number": number, "customer": draft.customer, "account": draft.account,
                    "parts": payments.parts_json(draft.parts), "way": draft.way, "amount": draft.amount,
                    "received": draft.received, "change": draft.change, "details": details,
                    "teller": actor.user_id, "window": actor.window, "paid_at": tx.now, "state": "valid",
                    "ticket": draft.ticket, "remarks": several_lines(draft.remarks), "prepaid": prepaid,
                },
            )  # fmt: skip
            if draft.customer:
                title = "、".join(dict.fromkeys(part.item for part in draft.parts))
                customers.note_event(tx, draft.customer, "payment", payment_id, number, title, tx.now)
            tx.audit("payment.collect", "payments", payment_id, amount=draft.amount, way=draft.way)
            return _payment(tx, payment_id)

    @needs("payments.collect")
    def problems(self, actor: Actor, draft: PaymentDraft) -> tuple[Problem, ...]:
        """What is missing or wrong with a payment, for the page to show while it is typed."""
        ways = {way.code: way for way in self._parts.catalog.payment_ways()}
        way = ways.get(draft.way)
        if way is None:
            return (Problem(field="way", code="payments.way_unknown"),)
        needed = tuple(field.code for field in way.fields if field.required)
        problems = draft.problems(gives_change=way.change, needed=needed)
        for field in way.fields:
            length, most = len(draft.details.get(field.code, "")), field.max_length or DETAIL_LENGTH
            if length > most:
                said = {"most": most, "length": length}
                problems += (Problem(field=field.code, code="business.too_long", details=said),)
        if way.prepaid:
            with self._parts.store.read() as tx:
                left = payments.balance(tx, draft.account)
            if any(not part.receivable for part in draft.parts):
                problems += (Problem(field="way", code="payments.not_prepaid"),)
            elif draft.amount > left:
                problems += (Problem(field="way", code="payments.balance_short", details={"left": figures(left)}),)
        return problems

    @needs("payments.read")
    def payment(self, actor: Actor, payment_id: str) -> Payment:
        """One payment by id or number."""
        with self._parts.store.read() as tx:
            found = _payment(tx, payment_id)
            actor.require("payments.read", owner=found.teller)
            return found

    @needs("payments.read")
    def taken(self, actor: Actor, *, limit: int = 100, offset: int = 0) -> tuple[Payment, ...]:
        """Payments the person may see, newest first."""
        with self._parts.store.read() as tx:
            reach = actor.reach("payments.read")
            return payments.of_teller(tx, reach, teller=None, limit=limit, offset=offset)

    def _is_prepaid(self, code: str) -> bool:
        return any(way.code == code and way.prepaid for way in self._parts.catalog.payment_ways())

    @needs("payments.reverse")
    def ask_reversal(self, actor: Actor, payment_id: str, reason: str) -> Reversal:
        """Ask for a payment to be taken back (冲正). Raises RuleBroken when a rule of the catalog forbids it."""
        rules = self._parts.catalog.reversal
        if rules.reason_required and not several_lines(reason):
            raise RuleBroken("payments.wrong", (Problem(field="reason", code="payments.reason_missing"),))
        with self._parts.store.begin(actor) as tx:
            paid = _payment(tx, payment_id)
            actor.require("payments.reverse", owner=paid.teller)
            if rules.same_day_only and day_of(paid.paid_at) != day_of(tx.now):
                raise RuleBroken("payments.reversal_other_day")
            if rules.before_settlement_only and paid.settlement is not None:
                raise RuleBroken("payments.reversal_settled")
            if paid.state != "valid":
                raise Stale("payments.reversal_taken")
            tx.transition(payments.payments, paid.id, "state", "valid", "asked")
            reversal_id = tx.insert(
                payments.reversals,
                {
                    "number": tx.number(numbering.REVERSAL), "payment": paid.id, "reason": several_lines(reason),
                    "asked_by": actor.user_id, "asked_at": tx.now, "state": "asked",
                },
            )  # fmt: skip
            tx.audit("reversal.ask", "reversals", reversal_id, payment=paid.id)
            return _reversal(tx, reversal_id)

    @needs("payments.approve_reversal")
    def waiting_reversals(self, actor: Actor) -> tuple[Reversal, ...]:
        """Reversals that wait for a decision."""
        with self._parts.store.read() as tx:
            return payments.reversals_in(tx, "asked", actor.reach("payments.approve_reversal").units)

    @needs("payments.approve_reversal")
    def decide_reversal(self, actor: Actor, reversal_id: str, *, approve: bool) -> Reversal:
        """Approve or refuse a reversal. Raises NotAllowed("payments.same_person") to whoever asked for it."""
        with self._parts.store.begin(actor) as tx:
            asked = _reversal(tx, reversal_id)
            if asked.asked_by == actor.user_id or _payment(tx, asked.payment).teller == actor.user_id:
                raise NotAllowed("payments.same_person")
            verdict = "approved" if approve else "refused"
            decided = {"decided_by": actor.user_id, "decided_at": tx.now}
            tx.transition(payments.reversals, reversal_id, "state", "asked", verdict, decided)
            paid = _payment(tx, asked.payment)
            tx.transition(payments.payments, paid.id, "state", "asked", "reversed" if approve else "valid")
            if approve:
                for part in paid.parts:
                    _give_back(tx, part.receivable, part.amount)
                if paid.customer:
                    customers.note_event(tx, paid.customer, "reversal", reversal_id, asked.number, "冲正", tx.now)
            tx.audit("reversal.approve" if approve else "reversal.refuse", "reversals", reversal_id)
            return _reversal(tx, reversal_id)

    @needs("payments.settle")
    def drawer(self, actor: Actor, opening_float: int = 0) -> Drawer:
        """What the teller's drawer should hold since the last settlement."""
        with self._parts.store.read() as tx:
            return payments.drawer(tx, actor.user_id, opening_float, CASH)

    @needs("payments.settle")
    def settle(self, actor: Actor, draft: SettlementDraft, *, checker: Actor | None = None) -> Settlement:
        """Close the till (轧账). It must balance; a difference needs a reason and a second person who may approve.

        Raises RuleBroken("payments.not_balanced", difference=…) and ("payments.reversal_open") while one waits.
        """
        problems = draft.problems()
        if problems:
            raise RuleBroken("payments.wrong", problems)
        with self._parts.store.begin(actor) as tx:
            drawer = payments.drawer(tx, actor.user_id, draft.opening_float, CASH)
            if not drawer.payments and not drawer.ways:
                raise RuleBroken("payments.nothing_to_settle")
            open_ones = [r for r in payments.reversals_in(tx, "asked", None) if r.asked_by == actor.user_id]
            if open_ones:
                raise RuleBroken("payments.reversal_open", number=open_ones[0].number)
            difference = draft.counted - drawer.cash_expected
            if difference:
                _check_difference(actor, checker, draft, difference)
            number = tx.number(numbering.SETTLEMENT)
            settlement_id = tx.insert(
                payments.settlements,
                {
                    "number": number, "teller": actor.user_id, "window": actor.window, "day": day_of(tx.now),
                    "ways": [asdict(way) for way in drawer.ways], "opening_float": draft.opening_float,
                    "cash_expected": drawer.cash_expected, "cash_counted": draft.counted,
                    "counts": {str(face): count for face, count in draft.counts.items() if count},
                    "reason": several_lines(draft.reason), "checker": checker.user_id if checker else None,
                    "opened_at": drawer.opened_at, "closed_at": tx.now, "first_number": drawer.first_number,
                    "last_number": drawer.last_number,
                },
            )  # fmt: skip
            payments.close_into(tx, actor.user_id, settlement_id)
            tx.audit("settlement.close", "settlements", settlement_id, difference=difference)
            found = payments.settlement(tx, settlement_id)
        assert found is not None
        return found

    @needs("payments.settle")
    def settlements(self, actor: Actor, *, limit: int = 60) -> tuple[Settlement, ...]:
        """Settlements the person may see, newest first."""
        with self._parts.store.read() as tx:
            return payments.settlements_of(tx, actor.reach("payments.settle"), limit)


def _kept(draft: ReceivableDraft) -> dict[str, Any]:
    return {**asdict(draft), "account": draft.account.strip(), "item": one_line(draft.item)}


def _check_difference(actor: Actor, checker: Actor | None, draft: SettlementDraft, difference: int) -> None:
    if checker is None or not several_lines(draft.reason):
        raise RuleBroken("payments.not_balanced", difference=figures(difference))
    if checker.user_id == actor.user_id or not checker.may("payments.approve_reversal"):
        raise NotAllowed("payments.same_person")


def _pay(tx: Transaction, account: str, receivable_id: str, amount: int) -> None:
    if not receivable_id:
        return
    owed = payments.receivable(tx, receivable_id)
    if owed is None or owed.account != account:
        raise NotFound("record.not_found")
    if amount > owed.open:
        raise Stale("payments.already_paid")
    tx.change(payments.receivables, receivable_id, {"paid": owed.paid + amount})


def _give_back(tx: Transaction, receivable_id: str, amount: int) -> None:
    owed = payments.receivable(tx, receivable_id) if receivable_id else None
    if owed is not None:
        tx.change(payments.receivables, receivable_id, {"paid": owed.paid - amount})


def _payment(tx: Reading, payment_id: str) -> Payment:
    found = payments.payment(tx, payment_id)
    if found is None:
        raise NotFound("record.not_found")
    return found


def _reversal(tx: Reading, reversal_id: str) -> Reversal:
    found = payments.reversal(tx, reversal_id)
    if found is None:
        raise NotFound("record.not_found")
    return found
