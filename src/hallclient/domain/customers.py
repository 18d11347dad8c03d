"""Customers (客户档案): the archive record, its draft and changes, the contract's state, what a search returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime, timedelta
from typing import Any

from hallclient.domain import identity
from hallclient.domain.text import figures_only, one_line
from hallclient.errors import Problem

Names = dict[str, tuple[str, str]]

SEGMENTS: Names = {"living": ("生活型", "Living"), "production": ("生产型", "Production")}
CLASSES: Names = {
    "resident": ("居民", "Resident"),
    "non_resident": ("低压非居民", "Low-voltage non-resident"),
    "high_voltage": ("高压", "High voltage"),
    "temporary": ("临时用电", "Temporary supply"),
    "generator": ("分布式电源", "Distributed generation"),
}
GRADES: Names = {
    "": ("普通", "Ordinary"),
    "key": ("重点", "Key"),
    "important_2": ("二级重要", "Important, second grade"),
    "important_1": ("一级重要", "Important, first grade"),
    "important_special": ("特级重要", "Important, special grade"),
}
STATES: Names = {"active": ("在用", "In use"), "paused": ("暂停", "Suspended"), "closed": ("销户", "Closed")}
VOLTAGES = ("220V", "380V", "0.4kV", "6kV", "10kV", "20kV", "35kV", "66kV", "110kV", "220kV")

CONTRACT_ALERT_DAYS = 60
"""A contract that ends within so many days is shown as expiring (P04)."""

LENGTHS = {"name": 200, "address": 500}
LENGTH = 128

NUMBERS = ("account", "meter", "certificate_no", "contract_no", "transformer_no")
"""Fields kept as plain digits, letters and dashes."""

PERSONAL = (
    "account", "name", "phone", "address", "certificate_no", "email", "contacts", "meter", "contract_no",
    "invoice_tax_no", "invoice_account", "invoice_title",
)  # fmt: skip
"""Fields that are masked unless somebody unmasks them with a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody to call about an account (联系人)."""

    name: str
    phone: str
    relation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDraft:
    """The archive fields as a form or an import row gathers them; also what every record of a customer holds.

    ``vulnerable`` and ``important`` are kept only with the customer's consent where the law asks for it:
    ``consent`` is the day it was given. ``capacity_va`` is in volt-ampere, ``arrears_fen`` the debt when last known.
    """

    account: str = ""
    name: str = ""
    segment: str = "living"
    customer_class: str = "resident"
    state: str = "active"
    phone: str = ""
    contacts: tuple[Contact, ...] = ()
    certificate_kind: str = ""
    certificate_no: str = ""
    address: str = ""
    meter: str = ""
    contract_no: str = ""
    contract_signed: date | None = None
    contract_from: date | None = None
    contract_to: date | None = None
    grade: str = ""
    vulnerable: bool = False
    important: bool = False
    consent: date | None = None
    use_category: str = ""
    tariff: str = ""
    voltage: str = ""
    capacity_va: int | None = None
    station: str = ""
    line: str = ""
    transformer: str = ""
    transformer_no: str = ""
    meter_box: str = ""
    arrears_fen: int | None = None
    email: str = ""
    invoice_title: str = ""
    invoice_tax_no: str = ""
    invoice_bank: str = ""
    invoice_account: str = ""
    manager: str = ""

    def tidy(self) -> CustomerDraft:
        """The same draft as it will be kept: numbers plain, texts on one line."""
        changed: dict[str, Any] = {name: tidy_value(name, getattr(self, name)) for name in FIELDS}
        return CustomerDraft(**changed)

    def problems(self, today: date) -> tuple[Problem, ...]:
        """What is missing or wrong, in the order of the form. Check the :meth:`tidy` draft."""
        found = [fault for name in FIELDS for fault in value_problems(name, getattr(self, name), today)]
        found += self._together(today)
        return tuple(found)

    def _together(self, today: date) -> list[Problem]:
        found = []
        if not self.account:
            found.append(Problem(field="account", code="customers.account_missing"))
        if not self.name:
            found.append(Problem(field="name", code="customers.name_missing"))
        if self.certificate_no:
            code = identity.certificate_fault(self.certificate_kind, self.certificate_no, today)
            if code:
                where = "certificate_kind" if code == "customers.certificate_kind" else "certificate_no"
                found.append(Problem(field=where, code=code))
        if self.contract_from and self.contract_to and self.contract_to < self.contract_from:
            found.append(Problem(field="contract_to", code="customers.contract_term"))
        if self.vulnerable and self.consent is None:
            found.append(Problem(field="consent", code="customers.consent_missing"))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a field's value comes from and the day somebody last confirmed it."""

    source: str
    confirmed: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer(CustomerDraft):
    """What the store holds. ``provenance`` names the source of each field; ``*`` stands for all not named."""

    id: str
    unit: str
    rev: int
    created_at: datetime
    updated_at: datetime
    import_id: str = ""
    provenance: Mapping[str, Source] = field(default_factory=dict)

    def source_of(self, name: str) -> Source | None:
        """Source and last-confirmed date of a field."""
        return self.provenance.get(name) or self.provenance.get("*")

    def draft(self) -> CustomerDraft:
        """The archive fields alone."""
        return CustomerDraft(**{name: getattr(self, name) for name in FIELDS})


FIELDS = tuple(f.name for f in fields(CustomerDraft))
DATES = ("contract_signed", "contract_from", "contract_to", "consent")
CHOICES: dict[str, Names] = {
    "segment": SEGMENTS,
    "customer_class": CLASSES,
    "grade": GRADES,
    "state": STATES,
    "certificate_kind": {"": ("", ""), **identity.CERTIFICATES},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One edit of one field, both values kept (变更记录)."""

    field: str
    before: Any
    after: Any
    reason: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerBrief:
    """What a result list needs of a customer, clear: services mask it into a :class:`CustomerHit`."""

    id: str
    unit: str
    account: str
    name: str
    phone: str
    address: str
    meter: str
    state: str
    certificate_kind: str
    manager: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerHit:
    """A line of the result list, masked. ``why`` names the fields that matched, best first."""

    id: str
    account: str
    name: str
    phone: str
    address: str
    meter: str
    state: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCard:
    """The card of one customer. Texts named in ``hidden`` are masked in ``customer``."""

    customer: Customer
    hidden: frozenset[str]
    contract_state: str
    contract_days_left: int | None
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Something that happened around an account: ``kind`` is the noun (business, requests, payments, changes …)."""

    kind: str
    object_id: str
    number: str
    title: str
    at: datetime
    who: str


def contract_state(contract_to: date | None, today: date, alert: int = CONTRACT_ALERT_DAYS) -> tuple[str, int | None]:
    """State of a contract and the days left: ``none``, ``valid``, ``expiring`` or ``expired``. The last day counts."""
    if contract_to is None:
        return "none", None
    left = (contract_to - today).days
    if left < 0:
        return "expired", left
    return ("expiring" if left <= alert else "valid"), left


def expiring_until(today: date, alert: int = CONTRACT_ALERT_DAYS) -> date:
    """The last day whose contracts are shown as expiring today."""
    return today + timedelta(days=alert)


_ORGANISED = (
    "公司",
    "厂",
    "店",
    "行",
    "院",
    "校",
    "局",
    "会",
    "社",
    "所",
    "部",
    "中心",
    "集团",
    "政府",
    "馆",
    "站",
    "场",
    "园",
)


def is_organisation(customer: CustomerDraft | CustomerBrief) -> bool:
    """Whether the account is an organisation's: its name is then no personal data (domain.md 8)."""
    if customer.certificate_kind in {"licence", "organisation"}:
        return True
    return not customer.certificate_kind and len(customer.name) > 4 and customer.name.endswith(_ORGANISED)


def tidy_value(name: str, value: Any) -> Any:
    """A field's value as it is kept."""
    if name == "contacts":
        return tuple(
            replace(c, name=one_line(c.name), phone=_phone(c.phone), relation=one_line(c.relation)) for c in value
        )
    if not isinstance(value, str):
        return value
    if name == "phone":
        return _phone(value)
    return figures_only(value) if name in NUMBERS else one_line(value)


def value_problems(name: str, value: Any, today: date) -> list[Problem]:
    """What is wrong with one tidy value by itself; an empty value is never wrong here."""
    if name == "contacts":
        return [
            Problem(field="contacts", code=fault, details={"row": i + 1})
            for i, contact in enumerate(value)
            if (fault := _contact_fault(contact))
        ]
    if value is None or value == "":
        return []
    code = ""
    if isinstance(value, str):
        longest = LENGTHS.get(name, LENGTH)
        if len(value) > longest:
            return [Problem(field=name, code="customers.too_long", details={"most": longest})]
        if name in CHOICES and value not in CHOICES[name]:
            code = "customers.choice_unknown"
        elif name in identity.FAULTS:
            code = identity.FAULTS[name](value)
    elif isinstance(value, date):
        code = "" if date(1949, 10, 1) <= value <= date(2200, 12, 31) else "customers.date_range"
        if not code and name in {"contract_signed", "consent"} and value > today:
            code = "customers.date_future"
    elif isinstance(value, int) and not isinstance(value, bool) and not 0 <= value < 10**15:
        code = "customers.amount_range"
    return [Problem(field=name, code=code)] if code else []


def differences(before: CustomerDraft, after: CustomerDraft) -> dict[str, tuple[Any, Any]]:
    """Fields that differ, with both values."""
    return {
        name: (getattr(before, name), getattr(after, name))
        for name in FIELDS
        if getattr(before, name) != getattr(after, name)
    }


def as_plain(value: Any) -> Any:
    """A field's value for JSON: contacts as dictionaries, dates as text."""
    if isinstance(value, tuple):
        return [asdict(contact) for contact in value]
    return value.isoformat() if isinstance(value, date) else value


def from_plain(name: str, value: Any) -> Any:
    """The value of :func:`as_plain`."""
    if name == "contacts":
        return tuple(Contact(**contact) for contact in value or ())
    return date.fromisoformat(value) if name in DATES and value else value


def _phone(text: str) -> str:
    return identity.phone_as_kept(figures_only(text))


def _contact_fault(contact: Contact) -> str:
    if not contact.name and not contact.phone:
        return "customers.contact_empty"
    if len(contact.name) > LENGTH or len(contact.relation) > LENGTH:
        return "customers.contact_long"
    return identity.phone_fault(contact.phone) if contact.phone else ""
