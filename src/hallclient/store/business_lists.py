"""Lists of business orders (业务清单) that page through an index, and the drafts put aside at this counter (暂存)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Index,
    RowMapping,
    Select,
    String,
    and_,
    delete,
    func,
    select,
    true,
    union,
)

from hallclient.domain import numbering
from hallclient.domain.business import DocumentState, OrderDraft, OrderFilter, OrderLine, SavedDraft
from hallclient.domain.people import Reach
from hallclient.store.base import Instant, Json, local, new_id
from hallclient.store.business import orders, visits
from hallclient.store.transaction import Reading, Transaction

OPEN_STATES = frozenset({"active", "paused"})
CLOSED_STATES = frozenset({"withdrawn", "finished"})

drafts = local(
    "order_drafts",
    Column("id", String(32), primary_key=True),
    Column("owner", String(32), nullable=False),
    Column("hall", String(32), nullable=False),
    Column("ticket_id", String(32)),
    Column("title", String(128), nullable=False, default=""),
    Column("draft", Json, nullable=False),
    Column("saved_at", Instant, nullable=False),
    Index(None, "hall", "owner"),
)

TEXT_HITS = 1000
"""So many orders that begin with a text are looked at; a shorter text finds more than anybody reads."""

_LINE = (
    "id", "number", "kind", "state", "stage", "role", "customer_kind", "customer_name", "account", "accepted_at",
    "due", "next_due", "warn_from", "deferred", "rev",
)  # fmt: skip


def lines(
    tx: Reading, reach: Reach, wanted: OrderFilter, *, me: str, offset: int = 0, limit: int = 50
) -> tuple[OrderLine, ...]:
    """A page of orders: open ones by what is due next, any others by acceptance, newest first."""
    columns = [orders.c[name] for name in _LINE]
    found = _filtered(select(*columns, orders.c.created_by), tx, reach, wanted, me)
    if _only_open(wanted):
        found = found.order_by(orders.c.sort_due, orders.c.id)
    else:
        found = found.order_by(orders.c.accepted_at.desc(), orders.c.id.desc())
    return tuple(_line_of(row) for row in tx.rows(found.limit(limit).offset(offset)))


def count(tx: Reading, reach: Reach, wanted: OrderFilter, *, me: str) -> int:
    """How many orders a filter finds."""
    return int(tx.scalar(_filtered(select(func.count()).select_from(orders), tx, reach, wanted, me)) or 0)


def trips(tx: Reading, reach: Reach, *, since: datetime, until: datetime, me: str) -> tuple[int, int]:
    """Orders accepted in a stretch of time, and the visits they cost."""
    inside = and_(orders.c.accepted_at >= since, orders.c.accepted_at < until)
    accepted = _filtered(select(orders.c.id), tx, reach, OrderFilter(), me).where(inside).subquery()
    count_of = select(func.count()).select_from
    visited = count_of(visits.join(accepted, visits.c.order_id == accepted.c.id))
    return int(tx.scalar(count_of(accepted)) or 0), int(tx.scalar(visited) or 0)


def _line_of(row: RowMapping) -> OrderLine:
    return OrderLine(**{name: row[name] for name in _LINE}, accepted_by=row["created_by"])


def _only_open(wanted: OrderFilter) -> bool:
    return bool(wanted.light) or (bool(wanted.states) and set(wanted.states) <= OPEN_STATES)


def _filtered(found: Select[Any], tx: Reading, reach: Reach, wanted: OrderFilter, me: str) -> Select[Any]:
    conditions: list[ColumnElement[bool]] = [~orders.c.deleted]
    text, states = wanted.text.strip(), frozenset(wanted.states)
    if reach.units is not None:
        units = sorted(unit for unit in reach.units if unit)
        # With a text the few rows it finds are looked up by id; an index on the unit would read every row of the hall.
        column = orders.c.unit.concat("") if text else orders.c.unit
        conditions.append(column == units[0] if len(units) == 1 else column.in_(units))
    if wanted.mine or reach.owner is not None:
        conditions.append(orders.c.created_by == (reach.owner or me))
    if _only_open(wanted):
        conditions.append(orders.c.open == true())
    if states and states != OPEN_STATES:
        # Closed orders are many: walk them by day rather than sort them all, unless an index has just that state.
        narrow = len(states) == 1 and reach.units is not None
        conditions.append((orders.c.state if narrow else orders.c.state.concat("")).in_(sorted(states)))
    if wanted.kinds:
        conditions.append(orders.c.kind.in_(wanted.kinds))
    if wanted.role:
        conditions.append(orders.c.role == wanted.role)
    if wanted.light:
        conditions += _light(wanted.light, tx.now)
    if wanted.deferred:
        conditions.append(orders.c.deferred > 0)
    if wanted.customer_id is not None:
        conditions.append(orders.c.customer_id == wanted.customer_id)
    if wanted.ticket_id is not None:
        conditions.append(orders.c.ticket_id == wanted.ticket_id)
    if text:
        conditions.append(_text(text))
    return found.where(*conditions)


def _light(light: str, now: datetime) -> list[ColumnElement[bool]]:
    active = orders.c.state == "active"
    if light == "late":
        return [active, orders.c.sort_due < now]
    return [active, orders.c.sort_due >= now, orders.c.warn_from <= now]


def _text(text: str) -> ColumnElement[bool]:
    number = numbering.parse(text)
    if number is not None:
        said = numbering.compose(number.prefix, number.block, number.day, number.sequence)
        return orders.c.number == said
    plain = "".join(text.split())
    columns = ((orders.c.customer_name, text.strip()), (orders.c.account, plain), (orders.c.number, plain.upper()))
    found = [select(orders.c.id).where(_begins(column, part)).limit(TEXT_HITS).subquery() for column, part in columns]
    return orders.c.id.in_(union(*(select(one.c.id) for one in found)))


def _begins(column: Any, text: str) -> ColumnElement[bool]:
    return and_(column >= text, column < text + "\U0010ffff")


def ids_of_ticket(tx: Reading, ticket_id: str) -> tuple[str, ...]:
    """The orders of one visit, oldest first."""
    rows = tx.rows(select(orders.c.id).where(orders.c.ticket_id == ticket_id).order_by(orders.c.accepted_at))
    return tuple(row["id"] for row in rows)


# ---- drafts --------------------------------------------------------------------------------------------------------


def save_draft(tx: Transaction, draft: OrderDraft, *, draft_id: str | None, title: str) -> str:
    """Put a draft aside, or put it aside again."""
    values = {
        "owner": tx.actor.user_id, "hall": tx.actor.hall or tx.actor.unit, "ticket_id": draft.ticket_id,
        "title": title[:128], "draft": _draft_json(draft), "saved_at": tx.now,
    }  # fmt: skip
    if draft_id is not None:
        changed = tx.connection.execute(drafts.update().where(drafts.c.id == draft_id).values(**values))
        if changed.rowcount:
            tx.kinds.add("order_drafts")
            return draft_id
    draft_id = draft_id or new_id()
    tx.connection.execute(drafts.insert().values(id=draft_id, **values))
    tx.kinds.add("order_drafts")
    return draft_id


def saved(tx: Reading, hall: str, *, owner: str | None = None, ticket_id: str | None = None) -> tuple[SavedDraft, ...]:
    """Drafts of a hall, of one clerk or of one ticket, newest first."""
    found = select(drafts).where(drafts.c.hall == hall).order_by(drafts.c.saved_at.desc(), drafts.c.id.desc())
    if owner is not None:
        found = found.where(drafts.c.owner == owner)
    if ticket_id is not None:
        found = found.where(drafts.c.ticket_id == ticket_id)
    return tuple(_saved_of(row) for row in tx.rows(found))


def draft(tx: Reading, draft_id: str) -> tuple[SavedDraft, str] | None:
    """One draft and its hall."""
    row = tx.row(select(drafts).where(drafts.c.id == draft_id))
    return None if row is None else (_saved_of(row), row["hall"])


def discard(tx: Transaction, draft_ids: Iterable[str]) -> None:
    """Throw drafts away."""
    tx.connection.execute(delete(drafts).where(drafts.c.id.in_(list(draft_ids))))
    tx.kinds.add("order_drafts")


def _saved_of(row: RowMapping) -> SavedDraft:
    return SavedDraft(
        id=row["id"], draft=_draft_of(row["draft"]), saved_at=row["saved_at"], by=row["owner"], title=row["title"]
    )


def _draft_json(draft: OrderDraft) -> dict[str, Any]:
    return asdict(draft)


def _draft_of(kept: dict[str, Any]) -> OrderDraft:
    states = {code: _state_of(state) for code, state in kept["documents"].items()}
    return OrderDraft(**{**kept, "documents": states})


def _state_of(kept: dict[str, Any]) -> DocumentState:
    due = kept["due"]
    return DocumentState(
        **{**kept, "due": None if due is None else date.fromisoformat(due), "evidence": tuple(kept["evidence"])}
    )
