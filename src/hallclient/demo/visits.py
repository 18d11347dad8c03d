"""Today's queue of the demo (演示排队): visits served since the morning, those at the windows now, those who wait."""

from __future__ import annotations

from functools import partial
from itertools import cycle
from random import Random

from hallclient.demo.agenda import Agenda
from hallclient.demo.cases import told
from hallclient.demo.customers import names
from hallclient.demo.orders import OrderBook
from hallclient.demo.till import Till
from hallclient.demo.workplace import Staff
from hallclient.domain.people import Actor
from hallclient.domain.queue import Ticket
from hallclient.domain.requests import RequestDraft
from hallclient.services.bundle import Services

BUSINESS = ("transfer", "lv_resident_new", "archive_change", "multi_person", "charging_pile", "rename", "meter_test")
CORPORATE = ("lv_business_new", "contract_renewal", "hv_increase")
RATINGS = ("very_satisfied", "satisfied", "very_satisfied", "", "satisfied", "fair", "very_satisfied", "dissatisfied")
CLASSES = ("payment", "business", "payment", "enquiry", "business", "corporate", "payment", "priority")
TOPICS = {
    "business": "过户",
    "payment": "交电费",
    "enquiry": "咨询峰谷电",
    "corporate": "增容",
    "priority": "一户多人口",
}
FIRST, LAST, LONGEST = 318, 15, 19
"""Visits are served from so many minutes before now until so many, and take so many at most."""

WAITING = (
    ("business", 22, "", "过户"), ("payment", 17, "", "交电费"), ("business", 13, "", "充电桩报装"),
    ("corporate", 11, "", "厂房增容"), ("enquiry", 8, "", "咨询光伏"), ("payment", 6, "", "交电费"),
    ("priority", 4, "elderly", "交电费"), ("business", 3, "", "更名"), ("payment", 1, "", "发票"),
)  # fmt: skip
"""Class, minutes since issue, reason of priority, topic."""


class Visits:
    """Tickets of today, issued by the guide and served by the tellers."""

    def __init__(
        self, services: Services, staff: Staff, agenda: Agenda, rng: Random, orders: OrderBook, till: Till
    ) -> None:
        self._services, self._staff, self._agenda, self._rng = services, staff, agenda, rng
        self._orders, self._till = orders, till
        self._enquiries = cycle(told().telling["enquiries"])
        self._business, self._corporate, self._ratings = cycle(BUSINESS), cycle(CORPORATE), cycle(RATINGS)

    def plan(self) -> None:
        """Put the whole of today on the agenda."""
        classes = cycle(CLASSES)
        for place, teller in enumerate(self._staff.tellers):
            minute: float = FIRST - place * 4
            while minute > LAST + LONGEST:
                handling = self._rng.uniform(9, LONGEST)
                self._agenda.at(
                    self._agenda.ago(minute), partial(self._visit, teller, next(classes), minute, minute - handling)
                )
                minute -= handling + self._rng.uniform(4, 14)
        for queue_class, since, reason, topic in WAITING:
            self._agenda.at(self._agenda.ago(since), partial(self._issue, queue_class, topic, reason))
        self._windows_now()

    def _windows_now(self) -> None:
        """One window has just called, one serves, one has asked a customer to fill in a form and is paused."""
        home, serving, paused = self._staff.tellers
        at, ago = self._agenda.at, self._agenda.ago
        at(ago(15), partial(self._called, serving, "business", "电能表校验", serve=9.0))
        at(ago(12), partial(self._called, paused, "business", "销户", serve=11.0, suspend=6.0))
        at(ago(8), partial(self._called, home, "business", "过户", call=1.0))
        at(ago(3.5), lambda: self._services.queue.pause(paused, "rest"))

    def _issue(self, queue_class: str, topic: str, reason: str = "") -> Ticket:
        guide = self._staff.role("guide")
        return self._services.queue.issue(guide, queue_class, priority_reason=reason, topic=topic)

    def _called(
        self, teller: Actor, queue_class: str, topic: str, *, call: float = 0, serve: float = 0, suspend: float = 0
    ) -> None:
        """A ticket that is at a window now: called, served or suspended so many minutes ago."""
        queue, at, ago = self._services.queue, self._agenda.at, self._agenda.ago
        ticket = self._issue(queue_class, topic)
        at(ago(call or serve + 1), lambda: queue.call(teller, ticket.id))
        if serve:
            at(ago(serve), lambda: queue.serve(teller, ticket.id))
        if suspend:
            at(ago(suspend), lambda: queue.suspend(teller, ticket.id))

    def _visit(self, teller: Actor, queue_class: str, begin: float, end: float) -> None:
        """A whole visit: issued now, called three minutes later, served, done at the end, rated."""
        reason = "elderly" if queue_class == "priority" else ""
        ticket = self._issue(queue_class, TOPICS[queue_class], reason)
        queue, at, ago = self._services.queue, self._agenda.at, self._agenda.ago
        at(ago(begin - 3), lambda: queue.call(teller, ticket.id))
        at(ago(begin - 4), lambda: queue.serve(teller, ticket.id))
        at(ago((begin + end) / 2 - 2), partial(self._serve, teller, ticket))
        at(ago(end), partial(self._done, teller, ticket))

    def _serve(self, teller: Actor, ticket: Ticket) -> None:
        if ticket.queue_class == "payment":
            self._till.collect(teller, ticket.id)
        elif ticket.queue_class == "enquiry":
            about = next(self._enquiries)
            draft = RequestDraft(
                kind="consultation", subtype=about["subtype"], channel="hall", name=names().person(self._rng),
                phone=f"1003000{self._rng.randrange(10_000):04d}", facts=about["text"], ticket=ticket.id,
            )  # fmt: skip
            asked = self._services.requests.accept(teller, draft)
            self._services.requests.close_first_contact(teller, asked.id, about["answer"])
        else:
            code = next(self._corporate if ticket.queue_class == "corporate" else self._business)
            self._orders.accept(teller, self._orders.draft(code, deferred=code in ("transfer", "hv_increase")))

    def _done(self, teller: Actor, ticket: Ticket) -> None:
        self._services.queue.done(teller, ticket.id)
        rating = next(self._ratings)
        if rating:
            self._services.queue.rate(teller, ticket.id, rating)
