"""Papers about money (收费单据): receipt, reversal, settlement sheet, filled from the records and drawn.

The drawing is imported when the first paper is drawn: reportlab would slow the start.
"""

from __future__ import annotations

from hallclient.domain import papers
from hallclient.domain.payments import Payment, PaymentPart
from hallclient.domain.people import Actor
from hallclient.errors import NotFound
from hallclient.services.paper_heads import head
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import customers, payments, people
from hallclient.store.transaction import Reading


class PaymentPaperService:
    """Prints what the till produces. Every printing is audited; a later one says 补打."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs("payments.read")
    def receipt(self, actor: Actor, payment_id: str, *, reason: str = "") -> bytes:
        """收费收据 as a PDF."""
        with self._parts.store.begin(actor) as tx:
            paid = payments.payment(tx, payment_id)
            if paid is None:
                raise NotFound("record.not_found")
            actor.require("payments.read", owner=paid.teller)
            paper = papers.PaymentPaper(
                head=head(self._parts, tx, actor, paid.number, printed=paid.prints, reason=reason),
                customer=self._customer(tx, paid),
                items=tuple(_item(part) for part in paid.parts),
                amount=paid.amount,
                ways=(papers.PaymentWay(way=self._way(paid.way), amount=paid.amount, reference=_reference(paid)),),
                received=paid.received,
                change=paid.change,
                paid_at=paid.paid_at,
                teller=_staff_no(tx, paid.teller),
                window=paid.window,
                remarks=paid.remarks,
                reversed_by=_reversed_by(tx, paid),
            )
            tx.change(payments.payments, paid.id, {"prints": paid.prints + 1})
            tx.audit("receipt.print", "payments", paid.id, copy=paid.prints + 1)
        from hallclient.reports.payment import payment

        return payment(paper)

    @needs("payments.read")
    def reversal(self, actor: Actor, reversal_id: str) -> bytes:
        """冲正单 as a PDF, once it is approved."""
        with self._parts.store.begin(actor) as tx:
            taken = payments.reversal(tx, reversal_id)
            paid = payments.payment(tx, taken.payment) if taken else None
            if taken is None or paid is None or taken.decided_by is None or taken.decided_at is None:
                raise NotFound("record.not_found")
            paper = papers.ReversalPaper(
                head=head(self._parts, tx, actor, taken.number, internal=True),
                original_number=paid.number,
                original_paid_at=paid.paid_at,
                customer=self._customer(tx, paid),
                amount=taken.amount,
                way=self._way(taken.way),
                reason=taken.reason,
                requested_by=_staff_no(tx, taken.asked_by),
                requested_at=taken.asked_at,
                approved_by=_staff_no(tx, taken.decided_by),
                approved_at=taken.decided_at,
                window=paid.window,
                items=tuple(_item(part) for part in paid.parts),
            )
            tx.audit("reversal.print", "reversals", taken.id)
        from hallclient.reports.reversal import reversal

        return reversal(paper)

    @needs("payments.settle")
    def settlement(self, actor: Actor, settlement_id: str) -> bytes:
        """轧账单 as a PDF."""
        with self._parts.store.begin(actor) as tx:
            closed = payments.settlement(tx, settlement_id)
            if closed is None:
                raise NotFound("record.not_found")
            actor.require("payments.settle", owner=closed.teller)
            backs = payments.reversals_settled(tx, settlement_id)
            paper = papers.SettlementPaper(
                head=head(self._parts, tx, actor, closed.number, internal=True),
                teller=_staff_no(tx, closed.teller),
                window=closed.window,
                day=closed.day,
                ways=tuple(
                    papers.WayTotal(
                        way=self._way(way.way), count=way.count, amount=way.amount,
                        reversed_count=way.reversed_count, reversed_amount=way.reversed_amount,
                    )
                    for way in closed.ways
                ),
                opening_float=closed.opening_float,
                cash_expected=closed.cash_expected,
                cash_counted=closed.cash_counted,
                denominations=tuple(
                    papers.Denomination(face=face, count=count)
                    for face, count in sorted(closed.counts.items(), reverse=True)
                ),
                opened_at=closed.opened_at,
                closed_at=closed.closed_at,
                first_number=closed.first_number,
                last_number=closed.last_number,
                reversals=tuple(
                    papers.ReversalLine(
                        number=back.number, original_number=back.payment_number, at=back.decided_at or back.asked_at,
                        way=self._way(back.way), amount=back.amount, reason=back.reason,
                        approved_by=_staff_no(tx, back.decided_by or ""),
                    )
                    for back in backs
                ),
                difference_reason=closed.reason,
                checker=_staff_no(tx, closed.checker or ""),
            )  # fmt: skip
            tx.audit("settlement.print", "settlements", closed.id)
        from hallclient.reports.settlement import settlement

        return settlement(paper)

    def _way(self, code: str) -> str:
        return next((way.zh for way in self._parts.catalog.payment_ways() if way.code == code), code)

    def _customer(self, tx: Reading, paid: Payment) -> papers.PaperCustomer:
        mask = self._parts.catalog.mask
        known = customers.get(tx, paid.customer) if paid.customer else None
        return papers.PaperCustomer(
            name=mask("name", known.name) if known else "",
            account=mask("account", paid.account),
            address=mask("address", known.address) if known else "",
        )


def _item(part: PaymentPart) -> papers.PaymentItem:
    return papers.PaymentItem(name=part.item, amount=part.amount, period=part.period)


def _reference(paid: Payment) -> str:
    return " ".join(str(value) for value in paid.details.values() if value)


def _reversed_by(tx: Reading, paid: Payment) -> str:
    if paid.state != "reversed":
        return ""
    return next((back.number for back in payments.reversals_in(tx, "approved", None) if back.payment == paid.id), "")


def _staff_no(tx: Reading, user_id: str) -> str:
    return people.names(tx, [user_id]).get(user_id, ("", ""))[0] if user_id else ""
