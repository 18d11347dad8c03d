"""Business orders of the demo (演示工单): every kind of the catalog, in every stage an order can be in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import cycle
from random import Random

from hallclient.catalog.business import BusinessKind
from hallclient.demo.agenda import Agenda
from hallclient.demo.forms import FormFiller, said
from hallclient.demo.workplace import Staff
from hallclient.domain.business import Order, OrderDraft, may_defer
from hallclient.domain.customers import Customer
from hallclient.domain.instants import day_of
from hallclient.domain.people import Actor
from hallclient.services.bundle import Services

STORIES = ("fresh", "under_way", "finished", "promised", "paused", "withdrawn", "late", "brought")
"""What becomes of an order: just accepted, halfway, finished, a document promised, paused, withdrawn, overdue,
and finished after the promised document was brought."""

DAYS_BACK = {"fresh": 2, "under_way": 6, "finished": 25, "promised": 3, "paused": 9, "withdrawn": 15, "late": 40}
"""Working days before today on which orders of a story are accepted, at most."""

PER_KIND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pools:
    """Customers for orders, by what a business asks for. None of them owes anything."""

    residents: tuple[Customer, ...]
    shops: tuple[Customer, ...]
    firms: tuple[Customer, ...]


class OrderBook:
    """Writes the demo's orders through the services, as the people would."""

    def __init__(self, services: Services, staff: Staff, agenda: Agenda, rng: Random, pools: Pools) -> None:
        self._services, self._staff, self._agenda, self._rng = services, staff, agenda, rng
        self._parts, self._steps = services.parts, services.order_steps
        self._forms = FormFiller(rng)
        self._residents, self._shops, self._firms = cycle(pools.residents), cycle(pools.shops), cycle(pools.firms)
        self.accepted = 0

    def plan(self, per_kind: int = PER_KIND) -> None:
        """Put the acceptance of each order on the agenda; the rest follows from it."""
        stories = cycle(STORIES)
        for number, kind in enumerate(self._kinds()):
            for copy in range(per_kind):
                story = self._fitting(kind, next(stories))
                back = self._rng.randrange(1, DAYS_BACK.get(story, 30) + 1)
                back = max(back, 25) if story in ("late", "brought") else max(back, 12) if story == "finished" else back
                minute = (number * per_kind + copy) % 55
                when = self._agenda.workday(back, 9 + self._rng.randrange(7), minute)
                self._agenda.at(when, partial(self._accept, kind, story))
            next(stories)  # so that the kinds do not all have the same stories

    def draft(self, code: str, *, deferred: bool = False, agent: bool = False) -> OrderDraft:
        """A complete draft of a kind for the next customer, as of now."""
        today = day_of(self._parts.clock())
        kind = self._parts.catalog.business(code, today)
        return self._forms.draft(kind, self._customer(kind), today, deferred=deferred, agent=agent)

    def accept(self, actor: Actor, draft: OrderDraft) -> Order:
        """Accept an order now."""
        self.accepted += 1
        return self._services.business.accept(actor, draft)

    def _kinds(self) -> Iterator[BusinessKind]:
        return (kind for kind in self._parts.catalog.kinds(self._agenda.today) if kind.route == "business")

    def _fitting(self, kind: BusinessKind, story: str) -> str:
        if story in ("promised", "brought") and not any(may_defer(need) for need in kind.documents):
            return "under_way"
        return "finished" if story in ("paused", "late") and not (kind.whole or kind.whole_when) else story

    def _customer(self, kind: BusinessKind) -> Customer | None:
        if kind.account != "existing":
            return None
        organisation = any(one.code == "customer_kind" and one.default == "organisation" for one in kind.fields)
        if kind.queue_class == "corporate":
            return next(self._firms)
        return next(self._shops) if organisation else next(self._residents)

    # ---- what becomes of an order ----------------------------------------------------------------------------------

    def _accept(self, kind: BusinessKind, story: str) -> None:
        clerk = self._staff.role("shift_leader")
        if kind.right == "business.accept":
            clerk = self._rng.choice(self._staff.tellers)
        draft = self.draft(kind.code, deferred=story in ("promised", "brought"), agent=self._rng.random() < 0.15)
        order = self.accept(clerk, draft)
        start = order.accepted_at
        if story in ("fresh", "promised"):
            return
        if story == "late":
            self._advance_after(order, start, hours=3, steps=1)
        elif story == "withdrawn":
            self._agenda.at(self._agenda.after(start, 12), partial(self._withdraw, order, clerk))
        elif story == "paused":
            self._agenda.at(self._agenda.after(start, 5), partial(self._pause, order, clerk))
        elif story == "brought":
            self._agenda.at(self._agenda.after(start, 20), partial(self._bring, order, clerk))
        else:
            steps = max(1, len(order.stages) // 2) if story == "under_way" else len(order.stages)
            self._advance_after(order, start, hours=4, steps=steps)

    def _advance_after(self, order: Order, start: datetime, *, hours: float, steps: int) -> None:
        when = self._agenda.after(start, hours * self._rng.uniform(0.5, 1.5))
        self._agenda.at(when, partial(self._advance, order, hours, steps))

    def _advance(self, order: Order, hours: float, steps: int) -> None:
        stage = order.current()
        if order.state != "active" or stage is None or not steps:
            return
        who = self._who(order, stage.role)
        result = self._rng.choice(said().steps["results"])
        after = self._steps.advance(who, order.id, stage.code, order.rev, result=result)
        if after.state == "active" and steps > 1:
            self._advance_after(after, self._parts.clock(), hours=hours, steps=steps - 1)

    def _who(self, order: Order, role: str) -> Actor:
        """Who does a stage: its clerk, or somebody of the role; the shift leader where their right does not reach."""
        if role == "teller":
            clerk = next((one for one in self._staff.tellers if one.user_id == order.accepted_by), None)
            return clerk or self._staff.role("shift_leader")
        person = self._staff.role(role)
        if person.may("business.advance") and person.reach("business.advance").owner is None:
            return person
        return self._staff.role("shift_leader")

    def _pause(self, order: Order, clerk: Actor) -> None:
        reasons = self._steps.pause_reasons(clerk, order.id)
        if reasons:
            note = self._rng.choice(said().steps["pause_note"])
            self._steps.pause(clerk, order.id, reasons[0], order.rev, note=note)

    def _withdraw(self, order: Order, clerk: Actor) -> None:
        self._steps.withdraw(clerk, order.id, self._rng.choice(said().steps["withdrawn"]), order.rev)

    def _bring(self, order: Order, clerk: Actor) -> None:
        for document in order.deferred:
            order = self._steps.receive_document(clerk, order.id, document.code)
        self._advance_after(order, self._parts.clock(), hours=4, steps=len(order.stages))
