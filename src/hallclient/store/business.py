"""Business orders in the store (柜台业务工单): orders, their stages, documents, pauses and history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Boolean, Column, Date, Index, Integer, RowMapping, String, Text, select

from hallclient.domain.business import (
    Order,
    OrderDocument,
    OrderEvent,
    OrderPause,
    OrderStage,
)
from hallclient.domain.business_plan import KeptLimit
from hallclient.store import people
from hallclient.store.base import Instant, Json, noun
from hallclient.store.transaction import Reading, Transaction

NO_DUE = datetime(2199, 12, 31, tzinfo=UTC)
"""Where an order without a due time sorts."""

orders = noun(
    "orders",
    Column("number", String(32), nullable=False, unique=True),
    Column("kind", String(48), nullable=False),
    Column("state", String(16), nullable=False),
    Column("open", Boolean, nullable=False, default=True),
    Column("stage", String(48), nullable=False, default=""),
    Column("role", String(48), nullable=False, default=""),
    Column("customer_id", String(32)),
    Column("ticket_id", String(32), index=True),
    Column("customer_kind", String(16), nullable=False, default="person"),
    Column("customer_name", String(256), nullable=False, default=""),
    Column("account", String(32), nullable=False, default=""),
    Column("address", String(512), nullable=False, default=""),
    Column("phone", String(32), nullable=False, default=""),
    Column("values", Json, nullable=False),
    Column("note", Text, nullable=False, default=""),
    Column("window", String(16), nullable=False, default=""),
    Column("accepted_at", Instant, nullable=False),
    Column("edition", String(32), nullable=False, default=""),
    Column("kept", Json),
    Column("due", Instant),
    Column("due_warn", Instant),
    Column("next_due", Instant),
    Column("warn_from", Instant),
    Column("sort_due", Instant, nullable=False),
    Column("deferred", Integer, nullable=False, default=0),
    Column("pause_reason", String(48), nullable=False, default=""),
    Column("closed_at", Instant),
    Column("close_reason", String(512), nullable=False, default=""),
    Column("prints", Json, nullable=False),
    Index("ix_orders_work", "unit", "open", "sort_due", "id", "deleted", "state", "kind", "role", "created_by",
          "deferred", "warn_from"),
    Index("ix_orders_all_work", "open", "sort_due", "id", "deleted", "state", "kind"),
    Index("ix_orders_by_state", "unit", "state", "accepted_at", "id", "deleted"),
    Index("ix_orders_by_day", "unit", "accepted_at", "id", "deleted"),
    Index("ix_orders_all_days", "accepted_at", "id", "deleted", "state"),
    Index(None, "created_by", "open", "sort_due", "id"),
    Index(None, "customer_id", "accepted_at"),
    Index(None, "customer_name"),
    Index(None, "account"),
)  # fmt: skip
"""The first five indexes carry what the work list filters by, so that only the rows of the page itself are read."""

stages = noun(
    "order_stages",
    Column("order_id", String(32), nullable=False),
    Column("code", String(48), nullable=False),
    Column("sort", Integer, nullable=False),
    Column("role", String(48), nullable=False),
    Column("state", String(16), nullable=False),
    Column("notify", Boolean, nullable=False, default=False),
    Column("kept", Json),
    Column("planned", Instant),
    Column("due", Instant),
    Column("warn_from", Instant),
    Column("started_at", Instant),
    Column("done_at", Instant),
    Column("done_by", String(32), nullable=False, default=""),
    Column("result", Text, nullable=False, default=""),
    Index(None, "order_id", "sort", unique=True),
)

documents = noun(
    "order_documents",
    Column("order_id", String(32), nullable=False),
    Column("code", String(48), nullable=False),
    Column("sort", Integer, nullable=False),
    Column("required", Boolean, nullable=False),
    Column("state", String(16), nullable=False),
    Column("form", String(48), nullable=False, default=""),
    Column("due", Date),
    Column("committed", Boolean, nullable=False, default=False),
    Column("received_at", Instant),
    Column("received_by", String(32), nullable=False, default=""),
    Column("evidence", Json, nullable=False),
    Index(None, "order_id", "sort", unique=True),
)

visits = noun(
    "order_visits",
    Column("order_id", String(32), nullable=False),
    Column("ticket_id", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    Index(None, "order_id", "ticket_id", unique=True),
)
"""Each visit to the hall that an order cost the customer (S36)."""

pauses = noun(
    "order_pauses",
    Column("order_id", String(32), nullable=False, index=True),
    Column("reason", String(48), nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("note", String(512), nullable=False, default=""),
)

events = noun(
    "order_events",
    Column("order_id", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    Column("by", String(32), nullable=False),
    Column("action", String(32), nullable=False),
    Column("detail", Json, nullable=False),
    Index(None, "order_id", "at"),
)

TABLES = (orders, stages, documents, visits, pauses, events)


# ---- writing -------------------------------------------------------------------------------------------------------


def add(tx: Transaction, values: Mapping[str, Any], *, stage_rows: Iterable[Mapping[str, Any]],
        document_rows: Iterable[Mapping[str, Any]]) -> str:  # fmt: skip
    """An order with its stages and documents; returns its id."""
    order_id = tx.insert(orders, values)
    for row in stage_rows:
        tx.insert(stages, {"done_by": "", "result": "", **row, "order_id": order_id})
    for row in document_rows:
        tx.insert(documents, {"received_by": "", **row, "order_id": order_id})
    return order_id


def note(tx: Transaction, order_id: str, action: str, **detail: str) -> None:
    """A line of the order's history."""
    tx.insert(events, {"order_id": order_id, "at": tx.now, "by": tx.actor.user_id, "action": action, "detail": detail})


def link_visit(tx: Transaction, order_id: str, ticket_id: str) -> None:
    """The customer came to the hall for this order; the same visit counts once."""
    known = select(visits.c.id).where(visits.c.order_id == order_id, visits.c.ticket_id == ticket_id)
    if tx.scalar(known) is None:
        tx.insert(visits, {"order_id": order_id, "ticket_id": ticket_id, "at": tx.now})


def change(tx: Transaction, order_id: str, values: Mapping[str, Any], *, rev: int | None = None) -> None:
    """Change facts of an order."""
    tx.change(orders, order_id, values, rev=rev)


def step(tx: Transaction, order_id: str, frm: frozenset[str], to: str, values: Mapping[str, Any]) -> None:
    """A workflow step of an order."""
    tx.transition(orders, order_id, "state", frm, to, values)


def stage_step(
    tx: Transaction, order_id: str, code: str, frm: frozenset[str], to: str, values: Mapping[str, Any]
) -> None:
    """A workflow step of one stage."""
    tx.transition(stages, _stage_id(tx, order_id, code), "state", frm, to, values)


def change_stage(tx: Transaction, order_id: str, code: str, values: Mapping[str, Any]) -> None:
    """Change facts of one stage: its due time."""
    tx.change(stages, _stage_id(tx, order_id, code), values)


def document_step(
    tx: Transaction, order_id: str, code: str, frm: frozenset[str], to: str, values: Mapping[str, Any]
) -> None:
    """A workflow step of one document."""
    where = (documents.c.order_id == order_id, documents.c.code == code)
    tx.transition(documents, str(tx.scalar(select(documents.c.id).where(*where))), "state", frm, to, values)


def begin_pause(tx: Transaction, order_id: str, reason: str, note: str) -> None:
    """The order waits from now on."""
    tx.insert(pauses, {"order_id": order_id, "reason": reason, "started_at": tx.now, "note": note})


def end_pause(tx: Transaction, order_id: str) -> None:
    """The open pause ends now."""
    found = tx.rows(select(pauses.c.id).where(pauses.c.order_id == order_id, pauses.c.ended_at.is_(None)))
    for row in found:
        tx.change(pauses, row["id"], {"ended_at": tx.now})


def _stage_id(tx: Reading, order_id: str, code: str) -> str:
    return str(tx.scalar(select(stages.c.id).where(stages.c.order_id == order_id, stages.c.code == code)))


# ---- reading -------------------------------------------------------------------------------------------------------


def get(tx: Reading, order_id: str) -> Order | None:
    """One order whole."""
    row = tx.row(select(orders).where(orders.c.id == order_id, ~orders.c.deleted))
    return None if row is None else _order_of(tx, row)


def id_of(tx: Reading, number: str) -> str | None:
    """The order of a number."""
    found = tx.scalar(select(orders.c.id).where(orders.c.number == number, ~orders.c.deleted))
    return None if found is None else str(found)


def kept(tx: Reading, order_id: str) -> KeptLimit | None:
    """The whole order's limit as kept at acceptance."""
    return _kept(tx.scalar(select(orders.c.kept).where(orders.c.id == order_id)))


def stage_kept(tx: Reading, order_id: str, code: str) -> KeptLimit | None:
    """A stage's limit as kept."""
    return _kept(tx.scalar(select(stages.c.kept).where(stages.c.order_id == order_id, stages.c.code == code)))


def _kept(value: Any) -> KeptLimit | None:
    return None if value is None else KeptLimit.from_json(value)


def _children(tx: Reading, table: Any, order_id: str, *by: Any) -> Sequence[RowMapping]:
    return tx.rows(select(table).where(table.c.order_id == order_id).order_by(*by))


def _pick(row: RowMapping, names: Iterable[str]) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _order_of(tx: Reading, row: RowMapping) -> Order:
    order_id = row["id"]
    limit = row["kept"] or {}
    plain = (
        "id", "number", "unit", "kind", "state", "stage", "rev", "accepted_at", "window", "customer_id", "ticket_id",
        "customer_kind", "customer_name", "account", "address", "phone", "values", "note", "edition", "due",
        "closed_at", "close_reason", "pause_reason", "prints",
    )  # fmt: skip
    return Order(
        **_pick(row, plain),
        accepted_by=row["created_by"],
        limit=limit.get("code", ""),
        warn_from=row["due_warn"],
        stages=tuple(map(_stage_of, _children(tx, stages, order_id, stages.c.sort))),
        documents=tuple(map(_document_of, _children(tx, documents, order_id, documents.c.sort))),
        pauses=tuple(
            OrderPause(**_pick(one, ("reason", "started_at", "ended_at", "note")))
            for one in _children(tx, pauses, order_id, pauses.c.started_at)
        ),
        history=_history(tx, order_id),
    )


def _history(tx: Reading, order_id: str) -> tuple[OrderEvent, ...]:
    rows = _children(tx, events, order_id, events.c.at, events.c.id)
    known = people.names(tx, [row["by"] for row in rows])
    return tuple(
        OrderEvent(
            at=row["at"], by=known.get(row["by"], (row["by"], ""))[0], action=row["action"], detail=row["detail"]
        )
        for row in rows
    )


def _stage_of(row: RowMapping) -> OrderStage:
    limit = row["kept"] or {}
    same = (
        "code", "role", "sort", "state", "planned", "due", "warn_from", "started_at", "done_at", "done_by", "result",
        "notify",
    )  # fmt: skip
    return OrderStage(**_pick(row, same), limit=limit.get("code", ""), edition=limit.get("edition", ""))


def _document_of(row: RowMapping) -> OrderDocument:
    same = ("code", "sort", "required", "state", "form", "due", "committed", "received_at", "received_by")
    return OrderDocument(**_pick(row, same), evidence=tuple(row["evidence"]))
