"""Reading business orders (业务工单): the work list, one order whole, unmasking, why it is due when it is, trips."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hallclient.catalog.business import BusinessKind
from hallclient.domain import worktime
from hallclient.domain.business import Order, OrderFilter, OrderLine
from hallclient.domain.business_plan import KeptLimit
from hallclient.domain.instants import day_of
from hallclient.domain.people import Actor
from hallclient.domain.worktime import Pause
from hallclient.domain.worktime_words import Language
from hallclient.errors import NotFound, RuleBroken
from hallclient.services import business_archive
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import business, business_lists, people
from hallclient.store.transaction import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Trips:
    """Visits to the hall that orders cost (S36)."""

    orders: int
    visits: int

    @property
    def average(self) -> float:
        """Trips per order."""
        return self.visits / self.orders if self.orders else 0.0


ACCEPTING = "teller"
"""The role that accepts: her stages stay with the person, those of other roles belong to whoever has the role."""


class OrderService:
    """Looking at orders, within reach of business.read."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs("business.read")
    def work_list(
        self, actor: Actor, wanted: OrderFilter | None = None, *, offset: int = 0, limit: int = 50
    ) -> tuple[OrderLine, ...]:
        """A page of the work list: open orders by what is due next, others by acceptance; masked, clerks named."""
        with self._parts.store.read() as tx:
            found = business_lists.lines(
                tx, actor.reach("business.read"), wanted or OPEN, me=actor.user_id, offset=offset, limit=limit
            )
            clerks = people.names(tx, sorted({line.accepted_by for line in found}))
        return tuple(
            business_archive.masked_line(self._parts.catalog, line, clerks.get(line.accepted_by, ("", ""))[1])
            for line in found
        )

    @needs("business.read")
    def count(self, actor: Actor, wanted: OrderFilter | None = None) -> int:
        """How many orders a filter finds."""
        with self._parts.store.read() as tx:
            return business_lists.count(tx, actor.reach("business.read"), wanted or OPEN, me=actor.user_id)

    @needs("business.read")
    def order(self, actor: Actor, order_id: str) -> Order:
        """One order with stages, documents and history, masked."""
        with self._parts.store.read() as tx:
            found = reached(tx, actor, order_id, "business.read")
        return masked(self._parts, found)

    @needs("business.read")
    def find(self, actor: Actor, number: str) -> str:
        """The id of an order's number. Raises NotFound."""
        with self._parts.store.read() as tx:
            found = business.id_of(tx, number)
            if found is None:
                raise NotFound("record.not_found")
            return reached(tx, actor, found, "business.read").id

    @needs("customers.unmask")
    def unmasked(self, actor: Actor, order_id: str, reason: str) -> Order:
        """One order with nothing masked; the reason goes into the audit trail."""
        if not reason.strip():
            raise RuleBroken("business.reason_missing")
        with self._parts.store.begin(actor) as tx:
            found = reached(tx, actor, order_id, "business.read")
            actor.require("customers.unmask", unit=found.unit, owner=found.accepted_by)
            tx.audit("order.unmask", "orders", order_id, reason=reason.strip())
            return found

    @needs("business.read")
    def of_ticket(self, actor: Actor, ticket_id: str) -> tuple[OrderLine, ...]:
        """The orders of one visit."""
        return self.work_list(actor, OrderFilter(ticket_id=ticket_id))

    @needs("business.read")
    def explain(self, actor: Actor, order_id: str, stage: str = "", *, language: Language = "zh") -> tuple[str, ...]:
        """Why the order, or one of its stages, is due when it is: line by line, from what was kept at acceptance."""
        with self._parts.store.read() as tx:
            found = reached(tx, actor, order_id, "business.read")
            kept = business.stage_kept(tx, order_id, stage) if stage else business.kept(tx, order_id)
        if kept is None:
            return ()
        due = kept.due(self._parts.calendar, pauses_of(found))
        return worktime.explain(due, language, self._reasons(language))

    @needs("business.read")
    def trips(self, actor: Actor, since: datetime, until: datetime) -> Trips:
        """Visits per order over the orders accepted in a stretch of time (S36)."""
        with self._parts.store.read() as tx:
            orders, visits = business_lists.trips(
                tx, actor.reach("business.read"), since=since, until=until, me=actor.user_id
            )
        return Trips(orders=orders, visits=visits)

    def _reasons(self, language: Language) -> dict[str, str]:
        return {one.code: one.zh if language == "zh" else one.en for one in self._parts.catalog.items["pauses"]}


OPEN = OrderFilter(states=("active", "paused"))
"""What the work list shows unless asked otherwise."""


def reached(tx: Reading, actor: Actor, order_id: str, right: str) -> Order:
    """An order within reach of a right; whoever has the role of the stage in hand reaches it in her unit's scope.

    Raises NotFound, NotAllowed.
    """
    found = business.get(tx, order_id)
    if found is None:
        raise NotFound("record.not_found")
    current = found.current()
    hers = (
        current is not None
        and current.role != ACCEPTING
        and current.role in actor.roles
        and found.unit in actor.units | {actor.unit, actor.hall}
    )
    if right == "business.advance" and hers and actor.may(right):
        return found
    actor.require(right, unit=found.unit, owner=found.accepted_by)
    return found


def kind_of(parts: Parts, order: Order) -> BusinessKind | None:
    """The kind as it was in force when the order was accepted; None when the catalog has lost it."""
    try:
        return parts.catalog.business(order.kind, day_of(order.accepted_at))
    except NotFound:
        return None


def masked(parts: Parts, order: Order) -> Order:
    """An order as it may be shown."""
    return business_archive.masked_order(parts.catalog, kind_of(parts, order), order)


def pauses_of(order: Order) -> tuple[Pause, ...]:
    """The order's pauses as the engine takes them."""
    return tuple(Pause(start=one.started_at, end=one.ended_at, reason=one.reason) for one in order.pauses)


def holds(kept: KeptLimit | None, reason: str) -> bool:
    """Whether a pause for this reason stops a limit's clock."""
    return kept is not None and reason in kept.pauses
