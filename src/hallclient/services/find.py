"""The find box (查找): customers, orders, requests and payments by whatever a person types."""

from __future__ import annotations

from dataclasses import dataclass

from hallclient.domain import numbering
from hallclient.domain.business import Order
from hallclient.domain.instants import day_of
from hallclient.domain.money import figures
from hallclient.domain.people import Actor
from hallclient.domain.requests import Request
from hallclient.errors import HallError
from hallclient.services.customers import CustomerService
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.services.requests import RequestService
from hallclient.store import business, evidence, payments, requests
from hallclient.store.transaction import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing found: its kind (``customers``, ``orders``, ``requests``, ``payments``), id, and what a line shows."""

    kind: str
    id: str
    title: str
    note: str
    number: str = ""


class FindService:
    """One box for everything: a number jumps, anything else searches the customers."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._customers = CustomerService(parts)
        self._requests = RequestService(parts)

    @needs("search.find")
    def find(self, actor: Actor, text: str, *, limit: int = 8) -> tuple[Found, ...]:
        """A few things, best first; nothing for an empty text. What a person may not see is not found."""
        number = numbering.parse(text)
        if number is not None:
            written = numbering.compose(number.prefix, number.block, number.day, number.sequence)
            return self._numbered(actor, number.prefix, written)
        if not text.strip() or not actor.may("customers.read"):
            return ()
        hits = self._customers.find(actor, text, limit=limit)
        return tuple(
            Found(kind="customers", id=hit.id, title=f"{hit.name}  {hit.account}", note=hit.address) for hit in hits
        )

    def _numbered(self, actor: Actor, prefix: str, number: str) -> tuple[Found, ...]:
        with self._parts.store.read() as tx:
            found = self._record(tx, actor, prefix, number)
        if found is None:
            return ()
        if found.kind == "requests":
            try:
                self._requests.request(actor, found.id)
            except HallError:
                return ()
        return (found,)

    def _record(self, tx: Reading, actor: Actor, prefix: str, number: str) -> Found | None:
        if prefix == numbering.ORDER and actor.may("business.read"):
            order_id = business.id_of(tx, number)
            order = business.get(tx, order_id) if order_id else None
            return self._order(order) if order is not None else None
        if prefix == numbering.REQUEST and actor.may("requests.read"):
            request = requests.request(tx, number)
            return self._request(request) if request else None
        if prefix == numbering.PAYMENT and actor.may("payments.read"):
            paid = payments.payment(tx, number)
            note = figures(paid.amount) if paid else ""
            return Found(kind="payments", id=paid.id, title=number, note=note, number=number) if paid else None
        if prefix == numbering.EVIDENCE and actor.may("requests.read"):
            for request_id in evidence.requests_with(tx, number):
                return Found(kind="requests", id=request_id, title=number, note="", number=number)
        return None

    def _order(self, order: Order) -> Found:
        catalog = self._parts.catalog
        kind = catalog.business(order.kind, day_of(order.accepted_at))
        note = catalog.name(kind, self._language)
        return Found(kind="orders", id=order.id, title=order.number, note=note, number=order.number)

    def _request(self, request: Request) -> Found:
        note = self._parts.catalog.name(self._parts.catalog.request_kind(request.content.kind), self._language)
        return Found(kind="requests", id=request.id, title=request.number, note=note, number=request.number)

    @property
    def _language(self) -> str:
        return "en" if self._parts.settings.language.startswith("en") else "zh"
