"""Who comes to the window in the demo's day (当天的客户): an order to accept, somebody who pays, one who complains."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from hallclient.demo.customers import account_of
from hallclient.demo.fill import Demo
from hallclient.demo.forms import FormFiller
from hallclient.domain.business import OrderDraft
from hallclient.domain.customers import Customer
from hallclient.domain.instants import day_of
from hallclient.domain.people import Actor
from hallclient.store import customers as archive

LOOKED_AT = 4000
"""Customers looked through for fitting ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """A customer who owes, and what."""

    customer: Customer
    owed: int

    @property
    def given(self) -> str:
        """What she puts on the counter: the next whole hundred yuan."""
        return str(-(-self.owed // 10_000) * 100)


class Cast:
    """Fitting customers of the filled workspace. Looks only; ask before the program is opened."""

    def __init__(self, demo: Demo) -> None:
        self._demo = demo
        self._parts = demo.services.parts
        self._teller = demo.actor("teller")
        self._filler = FormFiller(Random(demo.now.day))
        with self._parts.store.read() as tx:
            found = archive.by_accounts(tx, [account_of(number) for number in range(61, LOOKED_AT)])
        self._known = [one for one in found.values() if one.state == "active"]
        self._used: set[str] = set()

    @property
    def teller(self) -> Actor:
        """Whose day it is."""
        return self._teller

    def customer(self, group: str = "resident") -> Customer:
        """One with a certificate in the archive who owes nothing and has not come before."""
        for one in self._known:
            if one.id not in self._used and one.customer_class == group and one.certificate_no and not self._owed(one):
                self._used.add(one.id)
                return one
        raise LookupError(group)

    def order(self, code: str, *, deferred: bool = False) -> tuple[OrderDraft, Customer | None]:
        """What somebody brings for a kind of business, and whose account it is for."""
        today = day_of(self._demo.now)
        kind = self._parts.catalog.business(code, today)
        customer = None
        if kind.account == "existing":
            firm = kind.queue_class == "corporate"
            shop = any(one.code == "customer_kind" and one.default == "organisation" for one in kind.fields)
            customer = self.customer("high_voltage" if firm else "non_resident" if shop else "resident")
        return self._filler.draft(kind, customer, today, deferred=deferred), customer

    def payer(self) -> Payer:
        """One who owes and has not come before."""
        for one in self._known:
            if one.id not in self._used and one.customer_class == "resident" and (owed := self._owed(one)):
                self._used.add(one.id)
                return Payer(customer=one, owed=owed)
        raise LookupError("nobody owes anything")

    def _owed(self, customer: Customer) -> int:
        return self._demo.services.payments.bill(self._teller, customer.account).total
