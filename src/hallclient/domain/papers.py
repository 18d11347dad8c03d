"""What each printed paper (单据) says: frozen records, one per paper, ready to draw.

Whoever fills them has already masked personal data and put codes into Chinese words; money stays in fen, days stay
dates and moments stay aware datetimes, because how those are written is the paper's business. Every time on a paper is
passed in, so that drawing the same record again gives the same bytes. A ``None`` block or an empty text prints as a
blank to fill in by hand where the form has such a place, and not at all elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

# --- shared parts ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """补打: which copy this is (1 = the first reprint), when and by whom, and why if it was asked."""

    count: int
    at: datetime
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands around every paper: the issuing unit, the hall, the number, and who made it when.

    ``number`` empty means the paper has no order behind it. ``qr`` is what the QR holds; empty takes the number.
    ``internal`` prints 内部资料, ``masked`` says so at the foot. ``printed_at`` and ``printed_by`` are of the first
    printing: a reprint adds ``reprint``.
    """

    unit: str
    hall: str
    printed_at: datetime
    printed_by: str
    number: str = ""
    qr: str = ""
    internal: bool = False
    masked: bool = True
    reprint: Reprint | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A label and its value, e.g. 用电地址 and the masked address. An empty value prints as a blank."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCustomer:
    """The customer as the paper may show her: every text already masked."""

    name: str
    account: str = ""
    address: str = ""
    phone: str = ""
    identity: str = ""
    agent_name: str = ""
    agent_identity: str = ""
    agent_phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where to ask: the hall's address, hours and telephone, and the hotlines."""

    address: str = ""
    hours: str = ""
    phone: str = ""
    hotline: str = "95598"
    regulator: str = "12398"


class DocumentMark(StrEnum):
    """State of one document on paper: only listed, received, missing, or 容缺 (promised by a day)."""

    NEEDED = "needed"
    RECEIVED = "received"
    MISSING = "missing"
    DEFERRED = "deferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One document of a business. ``form`` is e.g. 原件, 复印件 1 份; ``due`` the commitment's day when deferred."""

    name: str
    mark: DocumentMark = DocumentMark.NEEDED
    form: str = ""
    note: str = ""
    due: date | None = None
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLine:
    """One stage of a business: the limit in words (5 个工作日), and on an order its planned and actual end."""

    name: str
    limit: str = ""
    due: datetime | None = None
    done_at: datetime | None = None
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One fee: what for, on which basis, how much (None: by measurement, or none; then ``basis`` says so)."""

    name: str
    basis: str = ""
    amount: int | None = None


# --- counter business -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePaper:
    """一次性告知单: all a customer must bring, the steps and limits, fees, channels and what to do next.

    Without ``customer`` and without ``head.number`` it is the plain notice of a business kind.
    """

    head: Head
    business: str
    documents: tuple[DocumentLine, ...]
    stages: tuple[StageLine, ...]
    customer: PaperCustomer | None = None
    accepted_on: date | None = None
    total_limit: str = ""
    conditions: tuple[str, ...] = ()
    fees: tuple[FeeLine, ...] = ()
    payment_channels: tuple[Pair, ...] = ()
    service_channels: tuple[Pair, ...] = ()
    next_steps: tuple[str, ...] = ()
    contact: Contact = Contact()
    edition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptancePaper:
    """业务受理回执: proof of acceptance, printed as customer's copy and hall's copy (客户联, 营业厅存根联)."""

    head: Head
    business: str
    customer: PaperCustomer
    accepted_at: datetime
    accepted_by: str
    fields: tuple[Pair, ...]
    documents: tuple[DocumentLine, ...]
    stages: tuple[StageLine, ...]
    window: str = ""
    total_limit: str = ""
    due: datetime | None = None
    fees: tuple[FeeLine, ...] = ()
    remarks: str = ""
    contact: Contact = Contact()
    edition: str = ""


# --- money ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentItem:
    """One thing paid for: e.g. 电费, 2026 年 5 月, 186 千瓦时, 10230 fen."""

    name: str
    amount: int
    period: str = ""
    quantity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentWay:
    """One way of paying and its part of the sum; ``reference`` is the POS slip, the cheque or the order of the QR."""

    way: str
    amount: int
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPaper:
    """收费收据. ``amount`` is the sum paid, ``received`` what was handed over, ``change`` what was given back.

    ``reversed_by`` is the number of the reversal, once the payment was taken back: the receipt then says it is void.
    """

    head: Head
    customer: PaperCustomer
    items: tuple[PaymentItem, ...]
    amount: int
    ways: tuple[PaymentWay, ...]
    received: int
    change: int
    paid_at: datetime
    teller: str
    window: str = ""
    business: str = ""
    remarks: str = ""
    reversed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalPaper:
    """冲正单: a payment taken back, asked by one person and approved by another. ``amount`` is positive."""

    head: Head
    original_number: str
    original_paid_at: datetime
    customer: PaperCustomer
    amount: int
    way: str
    reason: str
    requested_by: str
    requested_at: datetime
    approved_by: str
    approved_at: datetime
    window: str = ""
    items: tuple[PaymentItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WayTotal:
    """The day's counts and amounts of one way of paying; reversals are positive here and taken off on paper."""

    way: str
    count: int
    amount: int
    reversed_count: int = 0
    reversed_amount: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Denomination:
    """One kind of note or coin in the drawer: its face in fen and how many."""

    face: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalLine:
    """One reversal of the day in the settlement."""

    number: str
    original_number: str
    at: datetime
    way: str
    amount: int
    reason: str
    approved_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementPaper:
    """轧账单: one teller's day. ``cash_expected`` is ``opening_float`` plus cash taken, less cash given back."""

    head: Head
    teller: str
    window: str
    day: date
    ways: tuple[WayTotal, ...]
    opening_float: int
    cash_expected: int
    cash_counted: int
    denominations: tuple[Denomination, ...]
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    first_number: str = ""
    last_number: str = ""
    reversals: tuple[ReversalLine, ...] = ()
    difference_reason: str = ""
    checker: str = ""

    @property
    def difference(self) -> int:
        """长短款 in fen: counted less expected; negative when cash is missing."""
        return self.cash_counted - self.cash_expected


# --- keeping --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPaper:
    """恢复单: the recovery key of this counter's data, once, on paper. ``key_groups`` are drawn large, in order.

    ``head.qr`` should hold the same key; ``fingerprint`` tells which data it opens without giving the key away.
    """

    head: Head
    key_groups: tuple[str, ...]
    counter: str
    administrator: str
    created_at: datetime
    fingerprint: str = ""
    edition: str = ""


Paper = NoticePaper | AcceptancePaper | PaymentPaper | ReversalPaper | SettlementPaper | RecoveryPaper
