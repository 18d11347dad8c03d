"""The queue (排队叫号): tickets, the order of calling, the norms' remaining time, and the board a window shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import ceil

from hallclient.domain.workflow import AT_WINDOW, WAITING
from hallclient.errors import Problem

NO_SHOW_RETURNS = 2
"""So often a customer who did not come goes back into the queue; the next time the ticket ends (过号作废)."""

PRIORITY = "priority"
"""The class of tickets that is given for a reason (优先)."""

VULNERABLE = "vulnerable"
"""The reason suggested for a customer whose archive says 特殊困难 (P20)."""

HEAD_START = 300.0
"""Seconds added to every wait before it is weighed, so that a heavier class goes first among those who just came."""

TOPIC_LENGTH = 60
REASON_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One visit's ticket. Its place in the queue counts from ``queued_at``; the present wait from ``waiting_since``."""

    id: str
    number: str
    queue_class: str
    state: str
    hall: str
    day: date
    issued_at: datetime
    queued_at: datetime
    waiting_since: datetime
    called_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    window: str = ""
    clerk: str = ""
    calls: int = 0
    no_shows: int = 0
    handled_seconds: int = 0
    waited_seconds: int = 0
    priority_reason: str = ""
    topic: str = ""
    customer_id: str | None = None
    rating: str = ""
    rated_at: datetime | None = None
    rev: int = 1

    @property
    def waiting(self) -> bool:
        """Whether the customer waits to be called."""
        return self.state in WAITING

    @property
    def at_window(self) -> bool:
        """Whether a window is busy with it."""
        return self.state in AT_WINDOW

    def waited(self, now: datetime) -> timedelta:
        """Waiting time: start less issue, or until now; the waits before and after a transfer are added up."""
        earlier = timedelta(seconds=self.waited_seconds)
        if self.waiting or self.state == "called":
            return earlier + max(now - self.waiting_since, timedelta())
        return earlier

    def handled(self, now: datetime) -> timedelta:
        """Handling time: end less start, or until now; parts before a transfer or a suspension are added."""
        earlier = timedelta(seconds=self.handled_seconds)
        if self.state == "serving" and self.started_at is not None:
            return earlier + max(now - self.started_at, timedelta())
        return earlier


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRule:
    """What the queue needs of a class: weight in calling and the norms in minutes."""

    code: str
    weight: int
    handling_minutes: int
    waiting_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NormClock:
    """A norm running for a ticket: what it is, and what is left (negative when overrun)."""

    kind: str
    minutes: int
    remaining_seconds: int

    @property
    def late(self) -> bool:
        """Whether the norm is overrun."""
        return self.remaining_seconds < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """One line of the waiting list. ``over`` = waits longer than the norm; ``soon`` = within five minutes of it."""

    ticket: Ticket
    waiting_minutes: int
    next: bool
    over: bool
    soon: bool
    expected_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowState:
    """What a window is doing: open, paused (with a reason) or closed."""

    window: str
    state: str = "closed"
    reason: str = ""
    since: datetime | None = None
    clerk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueBoard:
    """The queue as one window sees it."""

    window: WindowState
    current: Ticket | None
    clocks: tuple[NormClock, ...]
    suspended: tuple[Ticket, ...]
    waiting: tuple[WaitingLine, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    done_today: int = 0
    average_handling_seconds: int = 0
    expected_wait_minutes: int = 0
    open_windows: int = 0


def ticket_number(prefix: str, sequence: int) -> str:
    """The number on the slip, e.g. ``A027``."""
    return f"{prefix}{sequence:03d}"


def issue_problems(
    queue_class: str, rules: Mapping[str, ClassRule], *, reasons: frozenset[str], reason: str, topic: str
) -> tuple[Problem, ...]:
    """What is wrong with a ticket about to be issued."""
    found = []
    if queue_class not in rules:
        found.append(Problem(field="queue_class", code="queue.class_unknown"))
    elif queue_class == PRIORITY and not reason:
        found.append(Problem(field="priority_reason", code="queue.priority_reason_missing"))
    if reason and reason not in reasons | {VULNERABLE}:
        found.append(Problem(field="priority_reason", code="queue.priority_reason_unknown"))
    if len(topic) > TOPIC_LENGTH:
        found.append(Problem(field="topic", code="queue.topic_too_long", details={"most": TOPIC_LENGTH}))
    return tuple(found)


def urgency(ticket: Ticket, rules: Mapping[str, ClassRule], now: datetime) -> float:
    """How pressing a waiting ticket is: its place's age times the weight of its class.

    Of those who came together the heavier class goes first, yet nobody starves: a class of ten times the weight ages
    ten times as fast, so whoever has waited three quarters of an hour goes before a priority customer just come.
    Whoever did not come when called has lost the weight of the class.
    """
    rule = rules.get(ticket.queue_class)
    weight = rule.weight if rule else 1
    if ticket.no_shows:
        weight = min((one.weight for one in rules.values()), default=1)
    return max(weight, 1) * (max((now - ticket.queued_at).total_seconds(), 0.0) + HEAD_START)


def calling_order(tickets: Iterable[Ticket], rules: Mapping[str, ClassRule], now: datetime) -> list[Ticket]:
    """Waiting tickets, the next one first; equal urgency goes by issue, then by number."""
    waiting = (ticket for ticket in tickets if ticket.waiting)
    return sorted(waiting, key=lambda t: (-urgency(t, rules, now), t.issued_at, t.number))


def clocks(ticket: Ticket, rules: Mapping[str, ClassRule], now: datetime) -> tuple[NormClock, ...]:
    """The norms that run for a ticket: waiting until it is served, handling while it is served."""
    rule = rules.get(ticket.queue_class)
    if rule is None:
        return ()
    if ticket.state == "serving":
        kind, minutes, spent = "handling", rule.handling_minutes, ticket.handled(now)
    elif ticket.waiting or ticket.state == "called":
        kind, minutes, spent = "waiting", rule.waiting_minutes, ticket.waited(now)
    else:
        return ()
    if not minutes:
        return ()
    return (NormClock(kind=kind, minutes=minutes, remaining_seconds=minutes * 60 - int(spent.total_seconds())),)


def waiting_lines(
    tickets: Sequence[Ticket],
    rules: Mapping[str, ClassRule],
    now: datetime,
    *,
    open_windows: int,
    average_handling_seconds: int,
) -> tuple[WaitingLine, ...]:
    """The waiting list in calling order, each with how long it waits and may still wait."""
    lines = []
    for place, ticket in enumerate(calling_order(tickets, rules, now)):
        waited = ticket.waited(now).total_seconds()
        norm = rules[ticket.queue_class].waiting_minutes * 60 if ticket.queue_class in rules else 0
        lines.append(
            WaitingLine(
                ticket=ticket,
                waiting_minutes=int(waited // 60),
                next=place == 0,
                over=bool(norm) and waited > norm,
                soon=bool(norm) and norm - 300 <= waited <= norm,
                expected_minutes=expected_wait(place, open_windows, average_handling_seconds),
            )
        )
    return tuple(lines)


def expected_wait(ahead: int, open_windows: int, average_handling_seconds: int) -> int:
    """Minutes until called, with so many ahead, rounded up: the queue moves ``open_windows`` at a time."""
    return ceil((ahead + 1) * average_handling_seconds / max(open_windows, 1) / 60)


def rating_problems(ticket: Ticket, rating: str, ratings: frozenset[str]) -> tuple[Problem, ...]:
    """A ticket is rated once it is served, once, with one of the four answers."""
    if rating not in ratings:
        return (Problem(field="rating", code="queue.rating_unknown"),)
    if ticket.state not in ("serving", "done", "suspended"):
        return (Problem(field="rating", code="queue.rating_too_early"),)
    if ticket.rating:
        return (Problem(field="rating", code="queue.rated_already"),)
    return ()
