"""Money in the demo (演示收费): bills of the past months, payments of every way, reversals, and settled days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from itertools import cycle
from random import Random

from hallclient.demo.agenda import Agenda
from hallclient.demo.workplace import Staff
from hallclient.domain.customers import Customer
from hallclient.domain.instants import day_of
from hallclient.domain.payments import FACES, PREPAYMENT, PaymentDraft, PaymentPart, ReceivableDraft, SettlementDraft
from hallclient.domain.people import Actor
from hallclient.services.bundle import Services

WAYS = ("cash", "qr", "cash", "pos", "cash", "qr", "advance", "cheque", "cash", "qr", "prepaid")
"""Ways to pay in the order they come; ``advance`` is cash paid ahead (预存), later used as ``prepaid``."""

FLOAT = 20_000
SETTLED_DAYS = 4
PAYMENTS_A_DAY = 9
REVERSAL_REASON = "户号错误，客户当场要求更正"


class Till:
    """Collects money at the windows as the tellers would."""

    def __init__(
        self, services: Services, staff: Staff, agenda: Agenda, rng: Random, debtors: Sequence[Customer]
    ) -> None:
        self._services, self._staff, self._agenda, self._rng = services, staff, agenda, rng
        self._debtors, self._ways = cycle(debtors), cycle(WAYS)
        self._all = tuple(debtors)
        self._paid_ahead: list[Customer] = []
        self._references = 0

    def plan(self) -> None:
        """Bills on the first of the month before last; days of payments before today, each settled."""
        self._agenda.at(self._agenda.workday(SETTLED_DAYS + 4, 8, 40), self._bill)
        for back in range(SETTLED_DAYS, 0, -1):
            tellers = self._staff.tellers if back == 1 else self._staff.tellers[:1]
            for place, teller in enumerate(tellers):
                for number in range(PAYMENTS_A_DAY):
                    when = self._agenda.workday(back, 9 + number * 7 // PAYMENTS_A_DAY, (number * 17 + place * 7) % 60)
                    self._agenda.at(when, partial(self.collect, teller))
                self._agenda.at(self._agenda.workday(back, 16, 20 + place), partial(self._reverse, teller, back != 2))
                wrong = 500 if back == 3 else 0
                self._agenda.at(self._agenda.workday(back, 17, 20 + place), partial(self._settle, teller, wrong))

    def collect(self, teller: Actor, ticket: str | None = None) -> str:
        """The next customer pays everything owed; returns the payment's id."""
        way = next(self._ways)
        if way == "prepaid" and not self._paid_ahead:
            way = "cash"
        customer = self._paid_ahead.pop() if way == "prepaid" else next(self._debtors)
        bill = self._services.payments.bill(teller, customer.account)
        parts = tuple(
            PaymentPart(receivable=one.id, item=one.item, period=one.period, amount=one.open) for one in bill.owed
        )
        if way == "prepaid":
            parts = parts[:1]
        if way == "advance" or not parts:
            parts = (*parts, PaymentPart(receivable="", item=PREPAYMENT, period="", amount=50_000))
        amount = sum(part.amount for part in parts)
        kind = "cash" if way == "advance" else way
        if kind == "prepaid" and amount > bill.balance:
            kind = "qr"
        if way == "advance":
            self._agenda.at(self._clock() + timedelta(days=1), partial(self._later, customer))
        draft = PaymentDraft(
            customer=customer.id, account=customer.account, parts=parts, way=kind,
            received=-(-amount // 5000) * 5000 if kind == "cash" else amount,
            details=self._details(kind, customer), ticket=ticket,
        )  # fmt: skip
        return self._services.payments.collect(teller, draft).id

    def reverse(self, teller: Actor, *, approve: bool | None = True) -> None:
        """The teller asks to take her last payment back; the shift leader decides, or has not yet."""
        mine = self._services.payments.taken(teller, limit=50)
        last = next((one for one in mine if one.teller == teller.user_id and one.state == "valid"), None)
        if last is None or day_of(last.paid_at) != day_of(self._clock()):
            return
        asked = self._services.payments.ask_reversal(teller, last.id, REVERSAL_REASON)
        if approve is not None:
            leader = self._staff.role("shift_leader")
            self._services.payments.decide_reversal(leader, asked.id, approve=approve)

    def _later(self, customer: Customer) -> None:
        """The next month's bill of somebody who has paid ahead."""
        month = _month_before(self._agenda.today, 0)
        self._services.payments.import_bills(self._staff.role("shift_leader"), [self._receivable(customer, month)])
        self._paid_ahead.append(customer)

    def _bill(self) -> None:
        months = [_month_before(self._agenda.today, back) for back in (2, 1)]
        drafts = [
            self._receivable(customer, month)
            for number, customer in enumerate(self._all)
            for month in (months if number % 6 == 0 else months[1:])
        ]
        self._services.payments.import_bills(self._staff.role("shift_leader"), drafts)

    def _receivable(self, customer: Customer, month: str) -> ReceivableDraft:
        scale = {"resident": 1, "non_resident": 12, "high_voltage": 900}.get(customer.customer_class, 6)
        due = self._agenda.today + timedelta(days=18)
        amount = self._rng.randrange(3_000, 26_000) * scale
        return ReceivableDraft(
            customer=customer.id, account=customer.account, item="电费", period=month, amount=amount, due=due
        )

    def _reverse(self, teller: Actor, approve: bool) -> None:
        self.reverse(teller, approve=approve)

    def _settle(self, teller: Actor, missing: int) -> None:
        drawer = self._services.payments.drawer(teller, FLOAT)
        counts = _counted(drawer.cash_expected - missing)
        draft = SettlementDraft(counts=counts, opening_float=FLOAT, reason="找零时多付5元，已登记" if missing else "")
        checker = self._staff.role("shift_leader") if missing else None
        self._services.payments.settle(teller, draft, checker=checker)

    def _details(self, way: str, customer: Customer) -> dict[str, str]:
        self._references += 1
        reference = f"{self._agenda.today:%Y%m%d}{self._references:08d}"
        if way == "pos":
            return {"card_tail": f"{self._rng.randrange(10_000):04d}", "reference": reference}
        if way == "qr":
            return {"app": self._rng.choice(("wechat", "alipay", "unionpay", "digital_yuan")), "reference": reference}
        if way == "cheque":
            return {
                "number": f"{self._rng.randrange(10**8):08d}", "bank": "云泽银行临澜分行", "drawer": customer.name,
                "drawer_account": "9900123456789012", "issued_on": day_of(self._clock()).isoformat(), "purpose": "电费",
            }  # fmt: skip
        return {}

    def _clock(self) -> datetime:
        return self._services.parts.clock()


def _counted(fen: int) -> dict[int, int]:
    """Notes and coins for an amount, largest first."""
    counts = {}
    for face in FACES:
        counts[face], fen = divmod(fen, face)
    return {face: count for face, count in counts.items() if count}


def _month_before(day: date, back: int) -> str:
    month = day.year * 12 + day.month - 1 - back
    return f"{month // 12:04d}-{month % 12 + 1:02d}"
