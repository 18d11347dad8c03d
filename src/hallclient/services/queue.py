"""The queue (排队叫号): issuing, calling, serving and rating tickets, and what a window is doing."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hallclient.domain import queue as rules
from hallclient.domain import workflow
from hallclient.domain.instants import day_of, start_of
from hallclient.domain.people import Actor
from hallclient.domain.queue import ClassRule, QueueBoard, Ticket, WindowState
from hallclient.domain.text import several_lines
from hallclient.errors import NotFound, Problem, RuleBroken
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import customers, queue
from hallclient.store.transaction import Reading, Transaction


class QueueService:
    """The queue of one hall as this counter sees it."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    # ---- tickets -----------------------------------------------------------------------------------------------

    @needs("queue.issue")
    def issue(
        self, actor: Actor, queue_class: str, *, priority_reason: str = "", topic: str = "",
        customer_id: str | None = None,
    ) -> Ticket:  # fmt: skip
        """Issue the next ticket of a class, e.g. A027. Raises RuleBroken("queue.ticket_wrong") naming the fields."""
        known = self._rules()
        reasons = self._options("priority_reason")
        problems = rules.issue_problems(queue_class, known, reasons=reasons, reason=priority_reason, topic=topic)
        if problems:
            raise RuleBroken("queue.ticket_wrong", problems)
        prefix = {one.code: one.prefix for one in self._parts.catalog.queue_classes()}[queue_class]
        with self._parts.store.begin(actor) as tx:
            values = {"queue_class": queue_class, "priority_reason": priority_reason, "topic": several_lines(topic)}
            ticket = queue.add(tx, prefix=prefix, values={**values, "customer_id": customer_id})
            tx.audit("ticket.issue", "tickets", ticket.id, number=ticket.number, queue_class=queue_class)
            return ticket

    @needs("queue.issue")
    def suggest_priority(self, actor: Actor, customer_id: str) -> str:
        """The reason to offer a priority ticket to a customer, or an empty text (P20)."""
        with self._parts.store.read() as tx:
            customer = customers.get(tx, customer_id)
        return rules.VULNERABLE if customer is not None and customer.vulnerable else ""

    @needs("queue.serve")
    def call_next(self, actor: Actor, classes: tuple[str, ...] = ()) -> Ticket | None:
        """Call the most pressing ticket (of these classes, when given) to this window; None when nobody waits."""
        known = self._rules()
        with self._parts.store.begin(actor) as tx:
            self._ready(tx)
            waiting = queue.of_day(tx, actor.hall, day_of(tx.now), workflow.WAITING)
            wanted = [ticket for ticket in waiting if not classes or ticket.queue_class in classes]
            order = rules.calling_order(wanted, known, tx.now)
            return self._call(tx, order[0]) if order else None

    @needs("queue.serve")
    def call(self, actor: Actor, ticket_id: str) -> Ticket:
        """Call a ticket again, or out of turn. Raises RuleBroken, Stale when another window was quicker."""
        with self._parts.store.begin(actor) as tx:
            ticket = _ticket(tx, actor, ticket_id)
            if ticket.state == "called":
                _mine(actor, ticket)
            else:
                _may(ticket, "called")
                self._ready(tx)
            return self._call(tx, ticket)

    @needs("queue.serve")
    def serve(self, actor: Actor, ticket_id: str) -> Ticket:
        """The customer is at the window: the waiting ends, the handling starts."""
        with self._parts.store.begin(actor) as tx:
            ticket = _ticket(tx, actor, ticket_id)
            _may(ticket, "serving")
            values: dict[str, object] = {"started_at": tx.now, "window": actor.window, "clerk": actor.user_id}
            if ticket.state == "suspended":
                self._ready(tx)
            else:
                _mine(actor, ticket)
                values["waited_seconds"] = _seconds(ticket.waited(tx.now))
            return self._step(tx, ticket, "serving", "ticket.serve", **values)

    @needs("queue.serve")
    def done(self, actor: Actor, ticket_id: str) -> Ticket:
        """The visit is over."""
        with self._parts.store.begin(actor) as tx:
            ticket = _ticket(tx, actor, ticket_id)
            _may(ticket, "done")
            _mine(actor, ticket)
            handled = _seconds(ticket.handled(tx.now))
            return self._step(tx, ticket, "done", "ticket.done", ended_at=tx.now, handled_seconds=handled)

    @needs("queue.serve")
    def suspend(self, actor: Actor, ticket_id: str) -> Ticket:
        """The customer steps aside, e.g. to fill in a form; the window is free meanwhile."""
        with self._parts.store.begin(actor) as tx:
            ticket = _ticket(tx, actor, ticket_id)
            _may(ticket, "suspended")
            _mine(actor, ticket)
            handled = _seconds(ticket.handled(tx.now))
            return self._step(tx, ticket, "suspended", "ticket.suspend", handled_seconds=handled, waiting_since=tx.now)

    @needs("queue.serve")
    def no_show(self, actor: Actor, ticket_id: str) -> Ticket:
        """Nobody came (过号): back into the queue behind those who wait, at most so often; then it is over."""
        with self._parts.store.begin(actor) as tx:
            ticket = _ticket(tx, actor, ticket_id)
            _may(ticket, "no_show")
            _mine(actor, ticket)
            missed = ticket.no_shows + 1
            returns = missed <= rules.NO_SHOW_RETURNS
            ended = None if returns else tx.now
            gone = self._step(tx, ticket, "no_show", "ticket.no_show", no_shows=missed, ended_at=ended)
            if not returns:
                return gone
            return self._step(tx, gone, "issued", "ticket.return", queued_at=tx.now, window="", clerk="")

    @needs("queue.serve")
    def transfer(self, actor: Actor, ticket_id: str, queue_class: str) -> Ticket:
        """Pass the customer on to another class; she keeps the place of her first hour."""
        if queue_class not in self._rules():
            raise RuleBroken("queue.ticket_wrong", (Problem(field="queue_class", code="queue.class_unknown"),))
        with self._parts.store.begin(actor) as tx:
            ticket = _ticket(tx, actor, ticket_id)
            _mine(actor, ticket)
            waited, handled = _seconds(ticket.waited(tx.now)), _seconds(ticket.handled(tx.now))
            if ticket.state == "called":
                ticket = self._step(tx, ticket, "serving", "ticket.serve", started_at=tx.now)
            _may(ticket, "transferred")
            return self._step(
                tx, ticket, "transferred", "ticket.transfer", queue_class=queue_class, waiting_since=tx.now,
                waited_seconds=waited, handled_seconds=handled, started_at=None, window="", clerk="",
            )  # fmt: skip

    @needs("queue.issue")
    def cancel(self, actor: Actor, ticket_id: str) -> Ticket:
        """The customer went away before being served."""
        with self._parts.store.begin(actor) as tx:
            ticket = _ticket(tx, actor, ticket_id)
            _may(ticket, "cancelled")
            return self._step(tx, ticket, "cancelled", "ticket.cancel", ended_at=tx.now)

    @needs("queue.serve")
    def rate(self, actor: Actor, ticket_id: str, rating: str) -> Ticket:
        """Keep the customer's rating with her ticket, once."""
        with self._parts.store.begin(actor) as tx:
            ticket = _ticket(tx, actor, ticket_id)
            problems = rules.rating_problems(ticket, rating, self._options("rating"))
            if problems:
                raise RuleBroken(problems[0].code, problems)
            rated = queue.note(tx, ticket, rating=rating, rated_at=tx.now)
            tx.audit("ticket.rate", "tickets", ticket.id, rating=rating)
            return rated

    @needs("queue.serve")
    def set_customer(self, actor: Actor, ticket_id: str, customer_id: str | None) -> Ticket:
        """Tie the customer found to the visit."""
        with self._parts.store.begin(actor) as tx:
            return queue.note(tx, _ticket(tx, actor, ticket_id), customer_id=customer_id)

    # ---- windows and board -------------------------------------------------------------------------------------

    @needs("queue.serve")
    def open(self, actor: Actor) -> WindowState:
        """Open this window."""
        return self._window(actor, "open")

    @needs("queue.serve")
    def pause(self, actor: Actor, reason: str) -> WindowState:
        """Pause this window. Raises RuleBroken("queue.pause_reason_missing") without a reason of the catalog."""
        if reason not in self._options("pause_reason"):
            raise RuleBroken("queue.pause_reason_missing")
        return self._window(actor, "paused", reason)

    @needs("queue.serve")
    def resume(self, actor: Actor) -> WindowState:
        """Serve on after a pause."""
        return self._window(actor, "open")

    @needs("queue.serve")
    def close(self, actor: Actor) -> WindowState:
        """Close this window. Raises RuleBroken("queue.window_busy") while a customer is at it."""
        return self._window(actor, "closed")

    @needs("queue.issue")
    def board(self, actor: Actor) -> QueueBoard:
        """The queue now: who is at this window, who waits and how long, and how the day goes."""
        known = self._rules()
        with self._parts.store.read() as tx:
            now, day = tx.now, day_of(tx.now)
            present = queue.of_day(tx, actor.hall, day, workflow.WAITING | {"suspended"})
            current = queue.at_window(tx, actor.hall, day, actor.window)
            window = _today(queue.window(tx, actor.hall, actor.window), tx)
            open_windows = queue.open_windows(tx, actor.hall, start_of(day))
            done, seconds = queue.tally(tx, actor.hall, day)
        average = seconds // done if done else _usual_seconds(known)
        waiting = rules.waiting_lines(present, known, now, open_windows=open_windows, average_handling_seconds=average)
        return QueueBoard(
            window=window,
            current=current,
            clocks=rules.clocks(current, known, now) if current is not None else (),
            suspended=tuple(ticket for ticket in present if ticket.state == "suspended"),
            waiting=waiting,
            counts=dict(Counter(line.ticket.queue_class for line in waiting)),
            done_today=done,
            average_handling_seconds=average if done else 0,
            expected_wait_minutes=rules.expected_wait(len(waiting), open_windows, average),
            open_windows=open_windows,
        )

    @needs("queue.issue")
    def ticket(self, actor: Actor, ticket_id: str) -> Ticket:
        """One ticket."""
        with self._parts.store.read() as tx:
            return _ticket(tx, actor, ticket_id)

    # ---- inside ------------------------------------------------------------------------------------------------

    def _call(self, tx: Transaction, ticket: Ticket) -> Ticket:
        values = {"called_at": tx.now, "calls": ticket.calls + 1, "window": tx.actor.window, "clerk": tx.actor.user_id}
        return self._step(tx, ticket, "called", "ticket.call", **values)

    def _step(self, tx: Transaction, ticket: Ticket, to: str, action: str, **values: object) -> Ticket:
        after = queue.step(tx, ticket, frozenset({ticket.state}), to, **values)
        tx.audit(action, "tickets", ticket.id, number=ticket.number, window=tx.actor.window)
        return after

    def _ready(self, tx: Transaction) -> None:
        """This window may take a customer: it is opened if need be, but not while paused or busy."""
        actor = tx.actor
        window = _today(queue.window(tx, actor.hall, actor.window), tx)
        if window.state == "paused":
            raise RuleBroken("queue.window_paused")
        busy = queue.at_window(tx, actor.hall, day_of(tx.now), actor.window)
        if busy is not None:
            raise RuleBroken("queue.window_busy", number=busy.number)
        if window.state == "closed":
            queue.set_window(tx, actor.hall, actor.window, "open")

    def _window(self, actor: Actor, to: str, reason: str = "") -> WindowState:
        with self._parts.store.begin(actor) as tx:
            before = _today(queue.window(tx, actor.hall, actor.window), tx)
            if before.state == to:
                return before
            if not workflow.WINDOW.allows(before.state, to):
                raise RuleBroken("queue.window_step_not_allowed")
            busy = queue.at_window(tx, actor.hall, day_of(tx.now), actor.window)
            if to == "closed" and busy is not None:
                raise RuleBroken("queue.window_busy", number=busy.number)
            after = queue.set_window(tx, actor.hall, actor.window, to, reason)
            tx.audit(f"window.{to}", "windows", actor.window, reason=reason)
            return after

    def _rules(self) -> dict[str, ClassRule]:
        day = day_of(self._parts.clock())
        return {
            one.code: ClassRule(
                code=one.code,
                weight=one.weight,
                handling_minutes=self._minutes(one.handling_limit, day),
                waiting_minutes=self._minutes(one.waiting_limit, day),
            )
            for one in self._parts.catalog.queue_classes()
        }

    def _minutes(self, code: str, day: date) -> int:
        """A norm of the catalog in minutes; 0 where this operator has none."""
        if not self._parts.catalog.has_limit(code, day):
            return 0
        rule = self._parts.catalog.limit(code, day)
        return rule.amount * _MINUTES.get(rule.unit, 0)

    def _options(self, code: str) -> frozenset[str]:
        return frozenset(option.code for option in self._parts.catalog.options(code))


_MINUTES = {"minute": 1, "hour": 60}


def _ticket(tx: Reading, actor: Actor, ticket_id: str) -> Ticket:
    found = queue.get(tx, ticket_id)
    if found is None:
        raise NotFound("record.not_found")
    actor.require("queue.issue", unit=found.hall)
    return found


def _may(ticket: Ticket, to: str) -> None:
    if not workflow.TICKET.allows(ticket.state, to):
        raise RuleBroken("queue.step_not_allowed", state=ticket.state)


def _mine(actor: Actor, ticket: Ticket) -> None:
    """Another window's customer is left alone, unless one manages the queue."""
    if ticket.window != actor.window and not actor.may("queue.manage"):
        raise RuleBroken("queue.other_window", number=ticket.number, window=ticket.window)


def _today(window: WindowState, tx: Reading) -> WindowState:
    """A window left open yesterday is closed today."""
    if window.since is not None and day_of(window.since) != day_of(tx.now):
        return WindowState(window=window.window)
    return window


def _seconds(span: timedelta) -> int:
    return int(span.total_seconds())


def _usual_seconds(known: dict[str, ClassRule]) -> int:
    """What handling takes before anybody was served today: half the longest norm."""
    return max((rule.handling_minutes for rule in known.values()), default=20) * 30
