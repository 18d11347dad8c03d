"""The status sentence (状态栏): what waits for the centre, what is due soon and what is late."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from hallclient.domain.business import OrderFilter
from hallclient.domain.people import Actor
from hallclient.domain.requests import RequestFilter
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import business_lists, outbox, requests

SOON = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Counts over everything the person may see."""

    waiting: int = 0
    soon: int = 0
    late: int = 0
    orders_late: int = 0
    requests_late: int = 0


class StatusService:
    """Counts for the status bar and the badges."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs("catalog.read")
    def standing(self, actor: Actor) -> Standing:
        """What waits, what is due within a day, what is late."""
        with self._parts.store.read() as tx:
            found = Standing(waiting=outbox.waiting(tx.connection)[0])
            if actor.may("business.read"):
                reach = actor.reach("business.read")
                soon = business_lists.count(tx, reach, OrderFilter(light="soon"), me=actor.user_id)
                late = business_lists.count(tx, reach, OrderFilter(light="late"), me=actor.user_id)
                found = replace(found, soon=soon, late=late, orders_late=late)
            if actor.may("requests.read"):
                reach = actor.reach("requests.read")
                late = requests.count(
                    tx, RequestFilter(due_before=tx.now), reach, actor.user_id, actor.staff_no, secret=False
                )  # fmt: skip
                due = requests.count(
                    tx, RequestFilter(due_before=tx.now + SOON), reach, actor.user_id, actor.staff_no, secret=False
                )  # fmt: skip
                found = replace(
                    found, soon=found.soon + due - late, late=found.late + late, requests_late=late
                )  # fmt: skip
        return found
