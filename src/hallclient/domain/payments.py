"""Payments (收费): receivables, cash and change (唱收唱付), reversal by a second person, day-end settlement (轧账)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from hallclient.domain.text import one_line
from hallclient.errors import Problem

LARGEST = 10**12
"""Ten thousand million yuan: beyond this an amount is a slip of the hand."""

FACES = (10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 2, 1)
"""Notes and coins in fen, largest first."""

PREPAYMENT = "预存电费"
"""What money ahead of any bill is called on a receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receivable:
    """Something a customer owes (应收): a bill of a period or a fee, in fen."""

    id: str
    customer: str
    account: str
    item: str
    period: str
    amount: int
    paid: int
    due: date | None
    rev: int

    @property
    def open(self) -> int:
        """What is still owed."""
        return self.amount - self.paid


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivableDraft:
    """A receivable keyed at the counter."""

    customer: str = ""
    account: str = ""
    item: str = ""
    period: str = ""
    amount: int = 0
    due: date | None = None

    def problems(self) -> tuple[Problem, ...]:
        """What is missing or wrong."""
        found = []
        if not one_line(self.account):
            found.append(Problem(field="account", code="payments.account_missing"))
        if not one_line(self.item):
            found.append(Problem(field="item", code="payments.item_missing"))
        if not 0 < self.amount <= LARGEST:
            found.append(Problem(field="amount", code="payments.amount_wrong"))
        if self.period and not _is_month(self.period):
            found.append(Problem(field="period", code="payments.period_wrong"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What a teller sees of an account that comes to pay: masked person, what is owed, what is paid ahead."""

    customer: str
    account: str
    shown_account: str
    name: str
    address: str
    owed: tuple[Receivable, ...]
    balance: int

    @property
    def total(self) -> int:
        """The sum owed, in fen."""
        return sum(each.open for each in self.owed)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPart:
    """One receivable paid by a payment, or a prepayment when ``receivable`` is empty."""

    receivable: str
    item: str
    period: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentDraft:
    """A payment as the page gathers it: which receivables, which way, what the customer handed over (fen)."""

    customer: str = ""
    account: str = ""
    parts: tuple[PaymentPart, ...] = ()
    way: str = "cash"
    received: int = 0
    details: dict[str, str] = field(default_factory=dict)
    ticket: str | None = None
    remarks: str = ""

    @property
    def amount(self) -> int:
        """The sum to pay."""
        return sum(part.amount for part in self.parts)

    @property
    def change(self) -> int:
        """What goes back; negative while too little was handed over."""
        return self.received - self.amount

    def problems(self, *, gives_change: bool, needed: tuple[str, ...] = ()) -> tuple[Problem, ...]:
        """What is missing or wrong. ``needed`` are the detail fields the way asks for (cheque number, slip)."""
        found = []
        if not one_line(self.account):
            found.append(Problem(field="account", code="payments.account_missing"))
        if not self.parts:
            found.append(Problem(field="parts", code="payments.nothing_chosen"))
        if any(not 0 < part.amount <= LARGEST for part in self.parts):
            found.append(Problem(field="parts", code="payments.amount_wrong"))
        if self.received < 0 or self.received > LARGEST:
            found.append(Problem(field="received", code="payments.amount_wrong"))
        elif self.change < 0:
            found.append(
                Problem(field="received", code="payments.too_little", details={"missing": _yuan(-self.change)})
            )
        elif self.change > 0 and not gives_change:
            found.append(Problem(field="received", code="payments.no_change"))
        found += [
            Problem(field=name, code="payments.detail_missing")
            for name in needed
            if not one_line(self.details.get(name, ""))
        ]
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A payment taken (收费). ``state`` is valid, asked (reversal asked), or reversed."""

    id: str
    number: str
    customer: str
    account: str
    parts: tuple[PaymentPart, ...]
    way: str
    amount: int
    received: int
    change: int
    details: dict[str, Any]
    teller: str
    window: str
    paid_at: datetime
    state: str
    settlement: str | None
    ticket: str | None
    remarks: str
    prints: int
    rev: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversal:
    """A reversal (冲正): asked by the teller, decided by somebody else."""

    id: str
    number: str
    payment: str
    payment_number: str
    amount: int
    way: str
    reason: str
    asked_by: str
    asked_at: datetime
    state: str
    decided_by: str | None
    decided_at: datetime | None
    settlement: str | None
    rev: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WayTotal:
    """Count and amount of one way of paying since the last settlement; reversals apart."""

    way: str
    count: int
    amount: int
    reversed_count: int
    reversed_amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawer:
    """What a teller's drawer should hold: totals by way, and the cash expected in fen."""

    ways: tuple[WayTotal, ...]
    opening_float: int
    cash_expected: int
    first_number: str
    last_number: str
    opened_at: datetime | None
    payments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementDraft:
    """The teller's count: how many of each face (fen), the float, and a reason when it does not balance."""

    counts: dict[int, int] = field(default_factory=dict)
    opening_float: int = 0
    reason: str = ""

    @property
    def counted(self) -> int:
        """Cash counted, in fen."""
        return sum(face * count for face, count in self.counts.items())

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the count."""
        found = []
        if any(face not in FACES or count < 0 for face, count in self.counts.items()) or self.counted > LARGEST:
            found.append(Problem(field="counts", code="payments.count_wrong"))
        if not 0 <= self.opening_float <= LARGEST:
            found.append(Problem(field="opening_float", code="payments.amount_wrong"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A settlement sheet (轧账单), closed."""

    id: str
    number: str
    teller: str
    window: str
    day: date
    ways: tuple[WayTotal, ...]
    opening_float: int
    cash_expected: int
    cash_counted: int
    counts: dict[int, int]
    reason: str
    checker: str | None
    opened_at: datetime | None
    closed_at: datetime
    first_number: str
    last_number: str

    @property
    def difference(self) -> int:
        """长短款: counted less expected."""
        return self.cash_counted - self.cash_expected


def _is_month(text: str) -> bool:
    found = re.fullmatch(r"[0-9]{4}-([0-9]{1,2})", text)
    return found is not None and 1 <= int(found[1]) <= 12


def _yuan(fen: int) -> str:
    return f"{fen // 100:,}.{fen % 100:02d}"
