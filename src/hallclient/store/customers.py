"""Customers in the store (客户档案): the archive, its changes, events of the timeline, imports and their mappings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    RowMapping,
    String,
    Text,
    func,
    literal,
    or_,
    select,
    union_all,
)

from hallclient.domain.customers import (
    FIELDS,
    Customer,
    CustomerBrief,
    CustomerDraft,
    FieldChange,
    Source,
    TimelineEntry,
    as_plain,
    differences,
    from_plain,
)
from hallclient.domain.identity import phone_digits
from hallclient.errors import RuleBroken, Stale
from hallclient.store import customer_index, customer_search, people
from hallclient.store.base import Instant, Json, noun
from hallclient.store.transaction import Reading, Transaction

customers = noun(
    "customers",
    Column("account", String(32), nullable=False),
    Column("name", String(200), nullable=False),
    Column("segment", String(16), nullable=False),
    Column("customer_class", String(16), nullable=False),
    Column("state", String(16), nullable=False, default="active"),
    Column("phone", String(32), nullable=False, default=""),
    Column("contacts", Json, nullable=False, default=[]),
    Column("certificate_kind", String(16), nullable=False, default=""),
    Column("certificate_no", String(32), nullable=False, default=""),
    Column("address", Text, nullable=False, default=""),
    Column("meter", String(32), nullable=False, default=""),
    Column("contract_no", String(64), nullable=False, default=""),
    Column("contract_signed", Date),
    Column("contract_from", Date),
    Column("contract_to", Date),
    Column("grade", String(32), nullable=False, default=""),
    Column("vulnerable", Boolean, nullable=False, default=False),
    Column("important", Boolean, nullable=False, default=False),
    Column("consent", Date),
    Column("use_category", String(128), nullable=False, default=""),
    Column("tariff", String(128), nullable=False, default=""),
    Column("voltage", String(128), nullable=False, default=""),
    Column("capacity_va", BigInteger),
    Column("station", String(128), nullable=False, default=""),
    Column("line", String(128), nullable=False, default=""),
    Column("transformer", String(128), nullable=False, default=""),
    Column("transformer_no", String(32), nullable=False, default=""),
    Column("meter_box", String(128), nullable=False, default=""),
    Column("arrears_fen", BigInteger),
    Column("email", String(254), nullable=False, default=""),
    Column("invoice_title", String(200), nullable=False, default=""),
    Column("invoice_tax_no", String(32), nullable=False, default=""),
    Column("invoice_bank", String(128), nullable=False, default=""),
    Column("invoice_account", String(64), nullable=False, default=""),
    Column("manager", String(32), nullable=False, default=""),
    Column("import_id", String(32), nullable=False, default=""),
    Column("provenance", Json, nullable=False, default={}),
)
_c = customers.c
Index("uq_customers_account_live", _c.account, unique=True, sqlite_where=_c.deleted == 0)
Index("ix_customers_import_id", _c.import_id, sqlite_where=_c.import_id != "")
Index("ix_customers_contract_to", _c.contract_to, sqlite_where=_c.contract_to.is_not(None))
Index("ix_customers_manager", _c.manager, sqlite_where=_c.manager != "")
Index("ix_customers_transformer_no", _c.transformer_no, sqlite_where=_c.transformer_no != "")

customer_changes = noun(
    "customer_changes",
    Column("customer_id", String(32), nullable=False),
    Column("field", String(32), nullable=False),
    Column("before", Json),
    Column("after", Json),
    Column("reason", Text, nullable=False),
    Column("import_id", String(32), nullable=False, default=""),
    Column("rev_after", Integer, nullable=False),
)
Index("ix_customer_changes_customer_id", customer_changes.c.customer_id, customer_changes.c.created_at)
Index("ix_customer_changes_import_id", customer_changes.c.import_id, sqlite_where=customer_changes.c.import_id != "")

customer_events = noun(
    "customer_events",
    Column("customer_id", String(32), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("object_id", String(32), nullable=False, index=True),
    Column("number", String(64), nullable=False),
    Column("title", String(200), nullable=False),
    Column("at", Instant, nullable=False),
)
Index("ix_customer_events_customer_id", customer_events.c.customer_id, customer_events.c.at)


def customer_of(row: RowMapping) -> Customer:
    """The record of a row."""
    values: dict[str, Any] = {name: row[name] for name in FIELDS}
    values["contacts"] = from_plain("contacts", row["contacts"])
    sources = {
        name: Source(source=said["source"], confirmed=date.fromisoformat(said["confirmed"]))
        for name, said in row["provenance"].items()
    }
    kept = ("id", "unit", "rev", "created_at", "updated_at", "import_id")
    return Customer(**values, **{name: row[name] for name in kept}, provenance=sources)


def columns_of(draft: CustomerDraft, names: Iterable[str] = FIELDS) -> dict[str, Any]:
    """Column values of fields of a draft."""
    return {name: as_plain(v) if isinstance(v := getattr(draft, name), tuple) else v for name in names}


def provenance_of(names: Iterable[str], source: str, confirmed: date) -> dict[str, dict[str, str]]:
    """The same source for each of the fields."""
    return {name: {"source": source, "confirmed": confirmed.isoformat()} for name in names}


def plain_sources(customer: Customer) -> dict[str, dict[str, str]]:
    """The sources of a record as they are stored."""
    said = customer.provenance.items()
    return {name: {"source": s.source, "confirmed": s.confirmed.isoformat()} for name, s in said}


def get(tx: Reading, customer_id: str) -> Customer | None:
    """One customer, unmasked: services decide who sees what."""
    row = tx.row(select(customers).where(_c.id == customer_id, ~_c.deleted))
    return None if row is None else customer_of(row)


def by_account(tx: Reading, account: str) -> Customer | None:
    """The customer of an account number."""
    row = tx.row(select(customers).where(_c.account == account, _c.deleted == 0))
    return None if row is None else customer_of(row)


def many(tx: Reading, ids: Sequence[str]) -> list[Customer]:
    """Customers by id, in that order; unknown ones are left out."""
    rows = {row["id"]: row for row in tx.rows(select(customers).where(_c.id.in_(ids), ~_c.deleted))}
    return [customer_of(rows[i]) for i in ids if i in rows]


def briefs(tx: Reading, ids: Sequence[str]) -> list[CustomerBrief]:
    """What a list needs of customers, in that order; unknown ones are left out."""
    names = CustomerBrief.__slots__
    found = select(*(_c[name] for name in names)).where(_c.id.in_(ids), ~_c.deleted)
    rows = {row[0]: CustomerBrief(**dict(zip(names, row, strict=True))) for row in tx.connection.execute(found)}
    return [rows[i] for i in ids if i in rows]


def by_phone(tx: Reading, number: str, *, limit: int = 20) -> list[Customer]:
    """Customers with exactly this number as their own or a contact's."""
    digits = phone_digits(number)
    if not digits:
        return []
    found = customer_search.by_key(tx, customer_index.PHONE, digits, limit=limit, exact=True)
    return many(tx, list(dict.fromkeys(hit.customer_id for hit in found)))


def add(tx: Transaction, draft: CustomerDraft, *, source: str, confirmed: date) -> str:
    """Add a customer. Raises RuleBroken("customers.account_taken")."""
    if tx.scalar(select(_c.id).where(_c.account == draft.account, _c.deleted == 0)) is not None:
        raise RuleBroken("customers.account_taken")
    values = {**columns_of(draft), "import_id": "", "provenance": provenance_of(["*"], source, confirmed)}
    customer_id = tx.insert(customers, values)
    customer_index.add(tx.connection, {**values, "id": customer_id, "unit": _unit(tx)})
    return customer_id


def edit(
    tx: Transaction, before: Customer, after: CustomerDraft, *, rev: int | None, reason: str, source: str,
    confirmed: date, import_id: str = "", sources: Mapping[str, Any] | None = None,
) -> tuple[str, ...]:  # fmt: skip
    """Change what differs, keep both values with the reason. Returns the fields that changed.

    The changed fields get the source given, or all fields the ``sources`` given, when an import is taken back.
    Raises Stale("record.stale"), RuleBroken("customers.account_taken").
    """
    if rev is not None and rev != before.rev:
        raise Stale("record.stale")
    changed = differences(before, after)
    if not changed:
        return ()
    if "account" in changed and by_account(tx, after.account) is not None:
        raise RuleBroken("customers.account_taken")
    values = columns_of(after, changed)
    fresh = {**plain_sources(before), **provenance_of(changed, source, confirmed)}
    values["provenance"] = fresh if sources is None else dict(sources)
    tx.change(customers, before.id, values, rev=rev)
    for name, (old, new) in changed.items():
        tx.insert(customer_changes, {
            "customer_id": before.id, "field": name, "before": as_plain(old), "after": as_plain(new), "reason": reason,
            "import_id": import_id, "rev_after": before.rev + 1, "unit": before.unit,
        })  # fmt: skip
    identity = {"id": before.id, "unit": before.unit}
    customer_index.change(tx.connection, {**columns_of(before), **identity}, {**columns_of(after), **identity})
    return tuple(changed)


def confirm(tx: Transaction, before: Customer, names: Iterable[str], *, rev: int, source: str, day: date) -> None:
    """Note that fields were found right on a day, without changing them. Raises Stale("record.stale")."""
    values = {**plain_sources(before), **provenance_of(names, source, day)}
    tx.change(customers, before.id, {"provenance": values}, rev=rev)


def history(tx: Reading, customer_id: str, *, limit: int = 100) -> tuple[FieldChange, ...]:
    """Edits of a customer, newest first."""
    c = customer_changes.c
    mine = select(customer_changes, people.staff_no(c.created_by).label("who")).where(
        c.customer_id == customer_id, c.field.in_(FIELDS)
    )
    found = mine.order_by(c.created_at.desc(), c.id.desc())
    return tuple(
        FieldChange(
            field=row["field"], before=from_plain(row["field"], row["before"]), who=row["who"],
            after=from_plain(row["field"], row["after"]), reason=row["reason"], at=row["created_at"],
        )
        for row in tx.rows(found.limit(limit))
    )  # fmt: skip


def note_event(
    tx: Transaction, customer_id: str, kind: str, object_id: str, number: str, title: str, at: datetime
) -> str:  # fmt: skip
    """Put something on a customer's timeline (S30). Returns the event's id.

    Every noun that concerns an account (business orders, requests, payments, visits …) calls this in the transaction
    that writes its own row, so that one table gives the whole timeline. ``kind`` is the noun, ``object_id`` its row,
    ``title`` a short sentence without personal data.
    """
    values = {"kind": kind, "object_id": object_id, "number": number, "title": title[:200], "at": at}
    return tx.insert(customer_events, {"customer_id": customer_id, **values})


def timeline(tx: Reading, customer_id: str, *, offset: int = 0, limit: int = 50) -> tuple[TimelineEntry, ...]:
    """Everything that happened around a customer, newest first: noted events and edits of the archive."""
    e, h = customer_events.c, customer_changes.c
    events = select(e.kind, e.object_id, e.number, e.title, e.at, people.staff_no(e.created_by).label("who")).where(
        e.customer_id == customer_id, ~e.deleted
    )
    edits = (
        select(
            literal("changes").label("kind"), func.min(h.id).label("object_id"), literal("").label("number"),
            func.group_concat(h.field, ",").label("title"), h.created_at.label("at"),
            people.staff_no(h.created_by).label("who"),
        )
        .where(h.customer_id == customer_id, h.field.in_(FIELDS))
        .group_by(h.rev_after, h.created_at, h.created_by)
    )  # fmt: skip
    both = union_all(events, edits).subquery()
    rows = tx.rows(select(both).order_by(both.c.at.desc(), both.c.object_id.desc()).limit(limit).offset(offset))
    return tuple(TimelineEntry(**dict(row)) for row in rows)


def has_event(tx: Reading, customer_id: str, object_id: str) -> bool:
    """Whether an object stands on the customer's timeline."""
    e = customer_events.c
    found = select(e.id).where(e.object_id == object_id, e.customer_id == customer_id).limit(1)
    return tx.scalar(found) is not None


def has_any_event(tx: Reading, customer_ids: Sequence[str]) -> set[str]:
    """Which of these customers have anything on their timeline."""
    e = customer_events.c
    return {row[0] for row in tx.connection.execute(select(e.customer_id).where(e.customer_id.in_(customer_ids)))}


def of_manager(tx: Reading, manager: str, parts: Sequence[str], *, limit: int) -> list[Customer]:
    """Customers of one account manager that contain every part in a name, an address or a number."""
    d = customer_index.customer_docs.c
    found = select(customers).join(customer_index.customer_docs, d.customer_id == _c.id)
    found = found.where(_c.manager == manager, ~_c.deleted)
    for part in parts:
        places = (d.form, _c.account, func.replace(_c.phone, "-", ""), _c.meter)
        wanted = (part, part, part.replace("-", ""), part.upper())
        found = found.where(or_(*(func.instr(place, text) > 0 for place, text in zip(places, wanted, strict=True))))
    return [customer_of(row) for row in tx.rows(found.order_by(_c.account).limit(limit))]


def expiring(
    tx: Reading, *, until: date, since: date, units: frozenset[str] | None, limit: int = 200
) -> list[Customer]:  # fmt: skip
    """Customers whose contract ends from ``since`` to ``until``, soonest first (P04)."""
    found = select(customers).where(_c.contract_to.between(since, until), ~_c.deleted, _c.state != "closed")
    if units is not None:
        found = found.where(_c.unit.in_(sorted(units)))
    return [customer_of(row) for row in tx.rows(found.order_by(_c.contract_to, _c.id).limit(limit))]


def count(tx: Reading) -> int:
    """How many customers are here."""
    return int(tx.scalar(select(func.count()).select_from(customers).where(~_c.deleted)) or 0)


def by_accounts(tx: Reading, accounts: Sequence[str]) -> dict[str, Customer]:
    """Customers by account number, for a page of an import."""
    rows = tx.rows(select(customers).where(_c.account.in_(accounts), _c.deleted == 0))
    return {row["account"]: customer_of(row) for row in rows}


def known_accounts(tx: Reading, accounts: Sequence[str]) -> set[str]:
    """Which of these account numbers are taken."""
    rows = tx.connection.execute(select(_c.account).where(_c.account.in_(accounts), _c.deleted == 0))
    return {row[0] for row in rows}


def _unit(tx: Transaction) -> str:
    return tx.actor.hall or tx.actor.unit
