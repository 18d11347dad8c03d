"""Imports of customers in the store (导入登记): the log, saved mappings, the rows of an import, and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Column, Integer, RowMapping, String, Text, delete, exists, func, or_, select, update

from hallclient.domain.customer_imports import ImportRecord, KeptRow
from hallclient.domain.customer_rows import ColumnMapping
from hallclient.domain.customers import Customer, CustomerDraft, differences, from_plain
from hallclient.domain.instants import day_of
from hallclient.store import customer_index, outbox, people
from hallclient.store.base import Instant, Json, new_id, noun
from hallclient.store.customers import (
    columns_of,
    customer_changes,
    customer_events,
    customer_of,
    customers,
    edit,
    plain_sources,
    provenance_of,
)
from hallclient.store.transaction import Reading, Transaction

PAGE = 2000
PROVENANCE = "provenance"
"""A change of this field keeps the sources an import replaced, so that they come back with the values."""

imports = noun(
    "imports",
    Column("kind", String(32), nullable=False),
    Column("file_name", String(255), nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    Column("mapping", String(64), nullable=False),
    Column("source", String(128), nullable=False),
    Column("policy", String(16), nullable=False),
    Column("rows", Integer, nullable=False, default=0),
    Column("added", Integer, nullable=False, default=0),
    Column("updated", Integer, nullable=False, default=0),
    Column("unchanged", Integer, nullable=False, default=0),
    Column("refused", Integer, nullable=False, default=0),
    Column("left_out", Integer, nullable=False, default=0),
    Column("result", String(16), nullable=False),
    Column("undone_at", Instant),
    Column("undone_by", String(32), nullable=False, default=""),
    Column("undo_reason", Text, nullable=False, default=""),
    Column("kept", Integer, nullable=False, default=0),
)

import_mappings = noun(
    "import_mappings",
    Column("name", String(64), nullable=False, unique=True),
    Column("columns", Json, nullable=False),
    Column("source", String(128), nullable=False, default=""),
)

_c = customers.c


_listed = select(imports, people.staff_no(imports.c.created_by).label("who"))


def record_of(row: RowMapping) -> ImportRecord:
    """The record of a row."""
    names = (
        "id", "file_name", "sha256", "size", "mapping", "source", "policy", "rows", "added", "updated", "unchanged",
        "refused", "left_out", "result", "undone_at", "undone_by", "undo_reason", "kept",
    )  # fmt: skip
    return ImportRecord(**{name: row[name] for name in names}, at=row["created_at"], who=row["who"])


def log(tx: Transaction, values: Mapping[str, Any]) -> str:
    """Write a line of the import log (S10)."""
    return tx.insert(imports, {"kind": "customers", **values})


def logged(tx: Reading, *, limit: int = 200) -> tuple[ImportRecord, ...]:
    """The log, newest first."""
    rows = tx.rows(_listed.order_by(imports.c.created_at.desc(), imports.c.id.desc()).limit(limit))
    return tuple(record_of(row) for row in rows)


def get(tx: Reading, import_id: str) -> tuple[ImportRecord, str] | None:
    """One line with the unit it belongs to."""
    row = tx.row(_listed.where(imports.c.id == import_id))
    return None if row is None else (record_of(row), str(row["unit"]))


def same_file(tx: Reading, sha256: str) -> ImportRecord | None:
    """The last finished import of the same bytes."""
    i = imports.c
    found = _listed.where(i.sha256 == sha256, i.result == "done").order_by(i.created_at.desc()).limit(1)
    row = tx.row(found)
    return None if row is None else record_of(row)


def save_mapping(tx: Transaction, mapping: ColumnMapping) -> None:
    """Keep a mapping under its name; the same name is replaced."""
    values = {"columns": dict(mapping.columns), "source": mapping.source}
    known = tx.scalar(select(import_mappings.c.id).where(import_mappings.c.name == mapping.name))
    if known is None:
        tx.insert(import_mappings, {"name": mapping.name, **values})
    else:
        tx.change(import_mappings, known, values)


def mappings(tx: Reading) -> tuple[ColumnMapping, ...]:
    """Saved mappings by name."""
    rows = tx.rows(select(import_mappings).where(~import_mappings.c.deleted).order_by(import_mappings.c.name))
    return tuple(ColumnMapping(name=r["name"], columns=r["columns"], source=r["source"]) for r in rows)


def add_many(
    tx: Transaction, pages: Iterable[Sequence[CustomerDraft]], *, import_id: str, source: str, confirmed: date
) -> int:  # fmt: skip
    """Add pages of new customers, findable when the transaction ends. Returns how many."""
    bulk = customer_index.Bulk(tx.connection)
    unit = tx.actor.hall or tx.actor.unit
    said = provenance_of(["*"], source, confirmed)

    def rows() -> Iterator[dict[str, Any]]:
        for page in pages:
            made = [
                {**columns_of(draft), "id": new_id(), "unit": unit, "import_id": import_id, "provenance": said}
                for draft in page
            ]
            bulk.add(made)
            yield from made

    count = tx.insert_many(customers, rows(), batch=import_id)
    bulk.finish()
    return count


def overlay(
    tx: Transaction, before: Customer, draft: CustomerDraft, names: Iterable[str], *, import_id: str, source: str,
    confirmed: date, reason: str,
) -> bool:  # fmt: skip
    """Put the fields a row gives over an existing customer. Whether anything changed."""
    after = before.draft()
    fresh = {name: getattr(draft, name) for name in names if name not in {"account", "manager"}}
    after = CustomerDraft(**{**{name: getattr(after, name) for name in after.__slots__}, **fresh})
    if not differences(before, after):
        return False
    edit(tx, before, after, rev=None, reason=reason, source=source, confirmed=confirmed, import_id=import_id)
    tx.insert(customer_changes, {
        "customer_id": before.id, "field": PROVENANCE, "before": plain_sources(before), "after": None, "reason": reason,
        "import_id": import_id, "rev_after": before.rev + 1, "unit": before.unit,
    })  # fmt: skip
    return True


# ---- taking an import back ---------------------------------------------------------------------------------------


def take_back(
    tx: Transaction, import_id: str, *, reason: str, progress: Callable[[int], None]
) -> tuple[int, int, list[KeptRow]]:  # fmt: skip
    """Remove what an import added and restore what it changed: (removed, restored, rows that stay and why).

    A customer changed since, or with an event on the timeline, stays as it is. ``progress`` hears the rows done.
    """
    kept = _kept_added(tx, import_id)
    removed = _remove_added(tx, import_id, frozenset(row.customer_id for row in kept), progress)
    restored, kept_changed = _restore_changed(tx, import_id, reason, lambda done: progress(removed + done))
    return removed, restored, kept + kept_changed


def _has_event() -> Any:
    return exists().where(customer_events.c.customer_id == _c.id)


def _kept_added(tx: Reading, import_id: str) -> list[KeptRow]:
    found = (
        select(_c.id, _c.account, _c.rev, _has_event().label("used"))
        .where(_c.import_id == import_id, ~_c.deleted, or_(_c.rev > 1, _has_event()))
        .order_by(_c.id)
    )
    return [
        KeptRow(customer_id=r["id"], account=r["account"],
                code="customers.kept_used" if r["used"] else "customers.kept_changed")
        for r in tx.rows(found)
    ]  # fmt: skip


def _remove_added(tx: Transaction, import_id: str, stay: frozenset[str], progress: Callable[[int], None]) -> int:
    """Rows the centre has never seen vanish; others leave a tombstone for it."""
    o = outbox.outbox.c
    waits = (o.op == "bulk", o.kind == customers.name, o.row_id == import_id)
    unseen = tx.scalar(select(o.seq).where(*waits)) is not None
    wanted = ("id", "account", "phone", "meter", "name", "contacts")
    removed, last = 0, ""
    while True:
        page = select(*(_c[name] for name in wanted)).where(_c.import_id == import_id, _c.id > last, ~_c.deleted)
        rows = tx.rows(page.order_by(_c.id).limit(PAGE))
        if not rows:
            break
        last = rows[-1]["id"]
        gone = [dict(row) for row in rows if row["id"] not in stay]
        customer_index.remove(tx.connection, gone)
        ids = [row["id"] for row in gone]
        if unseen:
            tx.connection.execute(delete(customers).where(_c.id.in_(ids)))
        else:
            tx.connection.execute(
                update(customers).where(_c.id.in_(ids)).values(deleted=True, rev=_c.rev + 1, updated_at=tx.now)
            )
        removed += len(ids)
        progress(removed)
    if removed and unseen and not stay:
        tx.connection.execute(delete(outbox.outbox).where(*waits))
    elif removed and not unseen:
        outbox.put(tx.connection, op="bulk_undo", kind=customers.name, row_id=import_id, base=1,
                   patch={"rows": removed}, author=tx.actor.user_id, at=tx.now)  # fmt: skip
    tx.kinds.add(customers.name)
    return removed


def _restore_changed(
    tx: Transaction, import_id: str, reason: str, progress: Callable[[int], None]
) -> tuple[int, list[KeptRow]]:  # fmt: skip
    h = customer_changes.c
    touched = select(h.customer_id, func.max(h.rev_after).label("rev")).where(h.import_id == import_id)
    kept: list[KeptRow] = []
    restored = 0
    for line in tx.rows(touched.group_by(h.customer_id).order_by(h.customer_id)):
        row = tx.row(select(customers).where(_c.id == line["customer_id"], ~_c.deleted))
        if row is None:
            continue
        if row["rev"] != line["rev"]:
            code = "customers.kept_changed"
            kept.append(KeptRow(customer_id=row["id"], account=row["account"], code=code))
            continue
        _restore(tx, customer_of(row), import_id, reason)
        restored += 1
        progress(restored)
    return restored, kept


def _restore(tx: Transaction, now: Customer, import_id: str, reason: str) -> None:
    h = customer_changes.c
    rows = tx.rows(select(h.field, h.before).where(h.import_id == import_id, h.customer_id == now.id))
    before = {row["field"]: row["before"] for row in rows}
    sources = before.pop(PROVENANCE, {})
    values = {name: from_plain(name, value) for name, value in before.items()}
    whole = {name: getattr(now, name) for name in CustomerDraft.__slots__}
    day = day_of(tx.now)
    edit(
        tx,
        now,
        CustomerDraft(**{**whole, **values}),
        rev=None,
        reason=reason,
        source="",
        confirmed=day,
        sources=sources,
    )
