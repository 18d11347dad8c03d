"""Payments in the store (收费): receivables, payments, reversals, settlements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    RowMapping,
    String,
    case,
    func,
    select,
)

from hallclient.domain.payments import (
    Drawer,
    Payment,
    PaymentPart,
    Receivable,
    Reversal,
    Settlement,
    WayTotal,
)
from hallclient.domain.people import Reach
from hallclient.store.base import Instant, Json, noun
from hallclient.store.transaction import Reading, Transaction

receivables = noun(
    "receivables",
    Column("customer", String(32), nullable=False, index=True),
    Column("account", String(20), nullable=False, index=True),
    Column("item", String(64), nullable=False),
    Column("period", String(7), nullable=False, default=""),
    Column("amount", Integer, nullable=False),
    Column("paid", Integer, nullable=False, default=0),
    Column("due", Date),
    Column("batch", String(32)),
    CheckConstraint("amount > 0 AND paid >= 0 AND paid <= amount", name="amounts"),
)

payments = noun(
    "payments",
    Column("number", String(32), nullable=False, unique=True),
    Column("customer", String(32), nullable=False, index=True),
    Column("account", String(20), nullable=False),
    Column("parts", Json, nullable=False),
    Column("way", String(16), nullable=False),
    Column("amount", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("change", Integer, nullable=False),
    Column("details", Json, nullable=False),
    Column("teller", String(32), nullable=False),
    Column("window", String(8), nullable=False),
    Column("paid_at", Instant, nullable=False),
    Column("state", String(16), nullable=False),
    Column("settlement", String(32)),
    Column("ticket", String(32)),
    Column("remarks", String(512), nullable=False, default=""),
    Column("prepaid", Integer, nullable=False, default=0),
    Column("prints", Integer, nullable=False, default=0),
    Index("ix_payments_open", "teller", "settlement", "paid_at"),
    Index("ix_payments_account", "account"),
    CheckConstraint("amount > 0 AND received - amount = change AND change >= 0", name="amounts"),
)

reversals = noun(
    "reversals",
    Column("number", String(32), nullable=False, unique=True),
    Column("payment", String(32), nullable=False, index=True),
    Column("reason", String(512), nullable=False),
    Column("asked_by", String(32), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("decided_by", String(32)),
    Column("decided_at", Instant),
    Column("settlement", String(32)),
)

settlements = noun(
    "settlements",
    Column("number", String(32), nullable=False, unique=True),
    Column("teller", String(32), nullable=False, index=True),
    Column("window", String(8), nullable=False),
    Column("day", Date, nullable=False),
    Column("ways", Json, nullable=False),
    Column("opening_float", Integer, nullable=False),
    Column("cash_expected", Integer, nullable=False),
    Column("cash_counted", Integer, nullable=False),
    Column("counts", Json, nullable=False),
    Column("reason", String(512), nullable=False),
    Column("checker", String(32)),
    Column("opened_at", Instant),
    Column("closed_at", Instant, nullable=False),
    Column("first_number", String(32), nullable=False),
    Column("last_number", String(32), nullable=False),
)

TABLES = (receivables, payments, reversals, settlements)


def owed(tx: Reading, account: str) -> tuple[Receivable, ...]:
    """What an account still owes, oldest first."""
    rows = tx.rows(
        select(receivables)
        .where(receivables.c.account == account, receivables.c.paid < receivables.c.amount, ~receivables.c.deleted)
        .order_by(receivables.c.period, receivables.c.id)
    )
    return tuple(_receivable(row) for row in rows)


def owed_sum(tx: Reading, account: str) -> int:
    """The sum an account still owes, in fen: transfers and closings need it to be zero."""
    open_part = func.sum(receivables.c.amount - receivables.c.paid)
    return int(tx.scalar(select(open_part).where(receivables.c.account == account, ~receivables.c.deleted)) or 0)


def balance(tx: Reading, account: str) -> int:
    """What an account has paid ahead and not used yet (预存余额), in fen."""
    standing = (payments.c.account == account) & (payments.c.state != "reversed")
    return int(tx.scalar(select(func.sum(payments.c.prepaid)).where(standing)) or 0)


def receivable(tx: Reading, receivable_id: str) -> Receivable | None:
    """One receivable."""
    row = tx.row(select(receivables).where(receivables.c.id == receivable_id))
    return None if row is None else _receivable(row)


def payment(tx: Reading, payment_id: str) -> Payment | None:
    """One payment by id or by its number."""
    row = tx.row(select(payments).where((payments.c.id == payment_id) | (payments.c.number == payment_id)))
    return None if row is None else payment_of(row)


def of_teller(tx: Reading, reach: Reach, *, teller: str | None, limit: int, offset: int) -> tuple[Payment, ...]:
    """Payments newest first, of one teller or of all a right reaches."""
    wanted = select(payments).where(~payments.c.deleted)
    if reach.units is not None:
        wanted = wanted.where(payments.c.unit.in_(reach.units))
    if teller or reach.owner:
        wanted = wanted.where(payments.c.teller == (reach.owner or teller))
    rows = tx.rows(wanted.order_by(payments.c.paid_at.desc()).limit(limit).offset(offset))
    return tuple(payment_of(row) for row in rows)


def reversal(tx: Reading, reversal_id: str) -> Reversal | None:
    """One reversal with its payment's number and amount."""
    row = tx.row(_reversals().where(reversals.c.id == reversal_id))
    return None if row is None else _reversal(row)


def reversals_in(tx: Reading, state: str, units: Iterable[str] | None) -> tuple[Reversal, ...]:
    """Reversals in a state, oldest first."""
    wanted = _reversals().where(reversals.c.state == state)
    if units is not None:
        wanted = wanted.where(reversals.c.unit.in_(list(units)))
    return tuple(_reversal(row) for row in tx.rows(wanted.order_by(reversals.c.asked_at)))


def reversals_settled(tx: Reading, settlement_id: str) -> tuple[Reversal, ...]:
    """The reversals a settlement covers."""
    return tuple(_reversal(row) for row in tx.rows(_reversals().where(reversals.c.settlement == settlement_id)))


def drawer(tx: Reading, teller: str, opening_float: int, cash: str) -> Drawer:
    """What a teller took and gave back since the last settlement. ``cash`` is the code of the cash way."""
    mine = (payments.c.teller == teller) & payments.c.settlement.is_(None)
    totals: dict[str, list[int]] = {}
    for row in tx.rows(
        select(payments.c.way, func.count().label("n"), func.sum(payments.c.amount).label("fen"))
        .where(mine)
        .group_by(payments.c.way)
    ):
        totals[row["way"]] = [int(row["n"]), int(row["fen"]), 0, 0]
    back = (
        select(payments.c.way, func.count().label("n"), func.sum(payments.c.amount).label("fen"))
        .join_from(reversals, payments, reversals.c.payment == payments.c.id)
        .where(reversals.c.state == "approved", reversals.c.settlement.is_(None), payments.c.teller == teller)
        .group_by(payments.c.way)
    )
    for row in tx.rows(back):
        totals.setdefault(row["way"], [0, 0, 0, 0])[2:] = [int(row["n"]), int(row["fen"])]
    ends = tx.row(
        select(
            func.min(case((mine, payments.c.number))).label("first"),
            func.max(case((mine, payments.c.number))).label("last"),
            func.min(payments.c.paid_at).label("opened"),
            func.count().label("n"),
        ).where(mine)
    )
    ways = tuple(
        WayTotal(way=way, count=n, amount=fen, reversed_count=back_n, reversed_amount=back_fen)
        for way, (n, fen, back_n, back_fen) in sorted(totals.items())
    )
    in_cash = sum(total.amount - total.reversed_amount for total in ways if total.way == cash)
    return Drawer(
        ways=ways,
        opening_float=opening_float,
        cash_expected=opening_float + in_cash,
        first_number=(ends and ends["first"]) or "",
        last_number=(ends and ends["last"]) or "",
        opened_at=ends["opened"] if ends else None,
        payments=int(ends["n"]) if ends else 0,
    )


def close_into(tx: Transaction, teller: str, settlement_id: str) -> None:
    """Put everything a teller took and gave back since the last settlement into this one."""
    open_payments = select(payments.c.id).where(payments.c.teller == teller, payments.c.settlement.is_(None))
    for payment_id in tx.connection.scalars(open_payments).all():
        tx.change(payments, payment_id, {"settlement": settlement_id})
    back = (
        select(reversals.c.id)
        .join_from(reversals, payments, reversals.c.payment == payments.c.id)
        .where(reversals.c.state == "approved", reversals.c.settlement.is_(None), payments.c.teller == teller)
    )
    for reversal_id in tx.connection.scalars(back).all():
        tx.change(reversals, reversal_id, {"settlement": settlement_id})


def settlement(tx: Reading, settlement_id: str) -> Settlement | None:
    """One settlement."""
    row = tx.row(select(settlements).where(settlements.c.id == settlement_id))
    return None if row is None else _settlement(row)


def settlements_of(tx: Reading, reach: Reach, limit: int) -> tuple[Settlement, ...]:
    """Settlements newest first."""
    wanted = select(settlements)
    if reach.units is not None:
        wanted = wanted.where(settlements.c.unit.in_(reach.units))
    if reach.owner:
        wanted = wanted.where(settlements.c.teller == reach.owner)
    return tuple(_settlement(row) for row in tx.rows(wanted.order_by(settlements.c.closed_at.desc()).limit(limit)))


def payment_of(row: RowMapping) -> Payment:
    """The record of a row."""
    names = (
        "id", "number", "customer", "account", "way", "amount", "received", "change", "details", "teller", "window",
        "paid_at", "state", "settlement", "ticket", "remarks", "prints", "rev",
    )  # fmt: skip
    values: dict[str, Any] = {name: row[name] for name in names}
    return Payment(parts=tuple(PaymentPart(**part) for part in row["parts"]), **values)


def parts_json(parts: Iterable[PaymentPart]) -> list[dict[str, Any]]:
    """What the parts column keeps."""
    return [asdict(part) for part in parts]


def _receivable(row: RowMapping) -> Receivable:
    names = ("id", "customer", "account", "item", "period", "amount", "paid", "due", "rev")
    return Receivable(**{name: row[name] for name in names})


def _reversals() -> Any:
    return select(
        reversals, payments.c.number.label("payment_number"), payments.c.amount, payments.c.way
    ).join_from(reversals, payments, reversals.c.payment == payments.c.id)  # fmt: skip


def _reversal(row: RowMapping) -> Reversal:
    names = (
        "id", "number", "payment", "payment_number", "amount", "way", "reason", "asked_by", "asked_at", "state",
        "decided_by", "decided_at", "settlement", "rev",
    )  # fmt: skip
    return Reversal(**{name: row[name] for name in names})


def _settlement(row: RowMapping) -> Settlement:
    names = (
        "id", "number", "teller", "window", "day", "opening_float", "cash_expected", "cash_counted", "reason",
        "checker", "opened_at", "closed_at", "first_number", "last_number",
    )  # fmt: skip
    values: dict[str, Any] = {name: row[name] for name in names}
    return Settlement(
        ways=tuple(WayTotal(**way) for way in row["ways"]),
        counts={int(face): count for face, count in row["counts"].items()},
        **values,
    )
