"""The queue in the store (排队叫号): tickets, what each window is doing, and the ticket numbers of the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Date, Index, Integer, RowMapping, String, func, select

from hallclient.domain.instants import day_of
from hallclient.domain.queue import Ticket, WindowState, ticket_number
from hallclient.store import numbers
from hallclient.store.base import Instant, noun
from hallclient.store.transaction import Reading, Transaction

tickets = noun(
    "tickets",
    Column("number", String(12), nullable=False),
    Column("block", String(16), nullable=False),
    Column("queue_class", String(32), nullable=False),
    Column("state", String(16), nullable=False),
    Column("hall", String(32), nullable=False),
    Column("day", Date, nullable=False),
    Column("issued_at", Instant, nullable=False),
    Column("queued_at", Instant, nullable=False),
    Column("waiting_since", Instant, nullable=False),
    Column("called_at", Instant),
    Column("started_at", Instant),
    Column("ended_at", Instant),
    Column("window", String(16), nullable=False, default=""),
    Column("clerk", String(32), nullable=False, default=""),
    Column("calls", Integer, nullable=False, default=0),
    Column("no_shows", Integer, nullable=False, default=0),
    Column("handled_seconds", Integer, nullable=False, default=0),
    Column("waited_seconds", Integer, nullable=False, default=0),
    Column("priority_reason", String(32), nullable=False, default=""),
    Column("topic", String(64), nullable=False, default=""),
    Column("customer_id", String(32), index=True),
    Column("rating", String(32), nullable=False, default=""),
    Column("rated_at", Instant),
    Index(None, "hall", "day", "state"),
    Index(None, "day", "block", "number", unique=True),
)

windows = noun(
    "windows",
    Column("hall", String(32), nullable=False),
    Column("window", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(64), nullable=False, default=""),
    Column("clerk", String(32), nullable=False),
    Column("since", Instant, nullable=False),
    Column("until", Instant),
    Index(None, "hall", "window", "until"),
)
"""One row per stretch of a window's day: open, paused with its reason, closed. The present one has no end."""

_NAMES = tuple(Ticket.__dataclass_fields__)


def ticket_of(row: RowMapping) -> Ticket:
    """The record of a row."""
    return Ticket(**{name: row[name] for name in _NAMES})


def add(tx: Transaction, *, prefix: str, values: Mapping[str, Any]) -> Ticket:
    """Issue a ticket: its number is the next of this class, day and counter."""
    block, day, hall = tx.place("block"), day_of(tx.now), tx.actor.hall or tx.actor.unit
    number = ticket_number(prefix, numbers.take(tx.connection, prefix=f"PH{prefix}", block=block, day=day))
    times = dict.fromkeys(("issued_at", "queued_at", "waiting_since"), tx.now)
    fixed = {"number": number, "block": block, "day": day, "hall": hall, "state": "issued", **times}
    ticket_id = tx.insert(tickets, {**_DEFAULTS, **fixed, **values})
    found = get(tx, ticket_id)
    assert found is not None
    return found


_DEFAULTS: dict[str, Any] = {
    "window": "", "clerk": "", "calls": 0, "no_shows": 0, "handled_seconds": 0, "waited_seconds": 0,
    "priority_reason": "", "topic": "", "rating": "",
}  # fmt: skip


def get(tx: Reading, ticket_id: str) -> Ticket | None:
    """One ticket."""
    row = tx.row(select(tickets).where(tickets.c.id == ticket_id, ~tickets.c.deleted))
    return None if row is None else ticket_of(row)


def of_day(tx: Reading, hall: str, day: date, states: frozenset[str]) -> tuple[Ticket, ...]:
    """Tickets of a hall's day in these states, by issue."""
    where = (tickets.c.hall == hall, tickets.c.day == day, tickets.c.state.in_(sorted(states)))
    rows = tx.rows(select(tickets).where(*where).order_by(tickets.c.issued_at, tickets.c.number))
    return tuple(ticket_of(row) for row in rows)


def at_window(tx: Reading, hall: str, day: date, window: str) -> Ticket | None:
    """The ticket a window is busy with."""
    where = (tickets.c.hall == hall, tickets.c.day == day, tickets.c.state.in_(("called", "serving")))
    row = tx.row(select(tickets).where(*where, tickets.c.window == window))
    return None if row is None else ticket_of(row)


def tally(tx: Reading, hall: str, day: date) -> tuple[int, int]:
    """How many tickets are done today, and their handling time in seconds altogether."""
    where = (tickets.c.hall == hall, tickets.c.day == day, tickets.c.state == "done")
    seconds = func.coalesce(func.sum(tickets.c.handled_seconds), 0)
    row = tx.row(select(func.count().label("done"), seconds.label("seconds")).where(*where))
    return (0, 0) if row is None else (int(row["done"]), int(row["seconds"]))


def step(tx: Transaction, ticket: Ticket, frm: frozenset[str], to: str, **values: Any) -> Ticket:
    """A workflow step of a ticket. Raises Stale when another window was quicker."""
    tx.transition(tickets, ticket.id, "state", frm, to, values)
    found = get(tx, ticket.id)
    assert found is not None
    return found


def note(tx: Transaction, ticket: Ticket, **values: Any) -> Ticket:
    """Change facts of a ticket without a step: rating, customer, topic."""
    tx.change(tickets, ticket.id, values, rev=ticket.rev)
    found = get(tx, ticket.id)
    assert found is not None
    return found


# ---- windows -------------------------------------------------------------------------------------------------------


def _window_of(row: RowMapping) -> WindowState:
    return WindowState(
        window=row["window"], state=row["state"], reason=row["reason"], since=row["since"], clerk=row["clerk"]
    )


def window(tx: Reading, hall: str, name: str) -> WindowState:
    """What a window is doing; closed when it never opened."""
    row = _present(tx, hall, name)
    return WindowState(window=name) if row is None else _window_of(row)


def open_windows(tx: Reading, hall: str, day_start: datetime) -> int:
    """How many windows of the hall are open and were opened today."""
    where = (windows.c.hall == hall, windows.c.until.is_(None), windows.c.state == "open", windows.c.since >= day_start)
    return int(tx.scalar(select(func.count()).select_from(windows).where(*where)) or 0)


def set_window(tx: Transaction, hall: str, name: str, state: str, reason: str = "") -> WindowState:
    """End the present stretch of a window and begin the next."""
    row = _present(tx, hall, name)
    if row is not None:
        tx.change(windows, row["id"], {"until": tx.now})
    values = {"hall": hall, "window": name, "state": state, "reason": reason}
    tx.insert(windows, {**values, "clerk": tx.actor.user_id, "since": tx.now})
    return window(tx, hall, name)


def stretches(tx: Reading, hall: str, name: str, since: datetime) -> tuple[WindowState, ...]:
    """The stretches of a window since an instant, oldest first."""
    where = (windows.c.hall == hall, windows.c.window == name, windows.c.since >= since)
    return tuple(
        _window_of(row) for row in tx.rows(select(windows).where(*where).order_by(windows.c.since, windows.c.id))
    )


def _present(tx: Reading, hall: str, name: str) -> RowMapping | None:
    where = (windows.c.hall == hall, windows.c.window == name, windows.c.until.is_(None))
    return tx.row(select(windows).where(*where).order_by(windows.c.since.desc()))
