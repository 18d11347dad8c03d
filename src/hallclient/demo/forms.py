"""Filling in business forms for the demo (演示填单): any kind of the catalog, from its fields and documents alone."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from hallclient import resources
from hallclient.catalog.business import BusinessKind, Field
from hallclient.demo.city import city
from hallclient.demo.customers import credit_code, id_card, names, phone_of
from hallclient.domain.business import DocumentState, OrderDraft, may_defer
from hallclient.domain.customers import Customer

FIRST_VISITOR = 20_000_000
"""Phones of people who are no customers yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What people write, as resources/demo/orders.toml tells it."""

    values: dict[str, list[str]]
    amounts: dict[str, str]
    figures: dict[str, float]
    days: dict[str, int]
    kind_days: dict[str, dict[str, int]]
    steps: dict[str, list[str]]


@cache
def said() -> Said:
    """The texts of the demo's forms."""
    told: dict[str, Any] = tomllib.loads(resources.file("demo", "orders.toml").read_text(encoding="utf-8"))
    return Said(**told)


class FormFiller:
    """Fills forms as a customer and a clerk would, the same ones for the same seed."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._visitors = FIRST_VISITOR

    def draft(
        self, kind: BusinessKind, customer: Customer | None, today: date, *, deferred: bool = False, agent: bool = False
    ) -> OrderDraft:
        """A complete draft; with ``deferred`` the first document that may come later is promised (容缺)."""
        values: dict[str, str] = {"handler": "agent"} if agent else {}
        draft = OrderDraft(kind=kind.code, customer_id=customer.id if customer else None, values=values, cleared=True)
        archive = {"customer_kind": _kind_of(customer)} if customer else {}
        facts: dict[str, str] = {}
        for _ in range(3):  # a choice made may show more fields
            facts = draft.completed(archive).facts(kind)
            missing = [one for one in kind.fields_for(facts) if one.required and one.code not in {*values, *facts}]
            values |= {one.code: self._value(kind, one, facts, today) for one in missing if not _known(one, customer)}
            values |= {one.code: "yes" for one in missing if one.type == "boolean"}
            draft = replace(draft, values=values)
        documents: dict[str, DocumentState] = {}
        for need in kind.documents_for(facts):
            if deferred and may_defer(need):
                due = today + timedelta(days=min(need.commitment_days, 5))
                documents[need.document] = DocumentState(status="deferred", due=due, committed=True)
                deferred = False
            elif need.required:
                documents[need.document] = DocumentState(status="received")
        return replace(draft, documents=documents)

    def _value(self, kind: BusinessKind, field: Field, facts: dict[str, str], today: date) -> str:
        rng, texts = self._rng, said()
        if field.type == "date":
            days = texts.kind_days.get(kind.code, {}).get(field.code, texts.days.get(field.code, 15))
            return (today + timedelta(days=days)).isoformat()
        if field.type == "money":
            return texts.amounts.get(field.code, "100.00")
        if field.type == "number":
            return self._figure(field, texts.figures.get(field.code))
        if field.type == "choice":
            return field.choices[0].code
        if field.type == "id_card":
            return id_card(rng)
        if field.code in _MADE:
            return _MADE[field.code](self, facts)
        if field.type == "phone":
            return self._phone()
        if field.type == "address":
            return self._address()
        return rng.choice(texts.values.get(field.code, ["按现场情况办理"]))

    def _figure(self, field: Field, wanted: float | None) -> str:
        least = field.min if field.min is not None else 0
        most = field.max if field.max is not None else 10**6
        number = min(max(wanted if wanted is not None else least, least), most)
        return f"{number:.{field.decimals}f}"

    def _phone(self) -> str:
        self._visitors += 1
        return phone_of(self._visitors)

    def _address(self) -> str:
        place = self._rng.choice([one for one in city().places if one.kind == "estate"])
        building, floor = self._rng.randrange(1, place.buildings + 1), self._rng.randrange(1, 12)
        return f"临澜市{place.area}{place.name}{building}幢1单元{floor}01室"

    def _name(self, facts: dict[str, str]) -> str:
        if facts.get("customer_kind") != "organisation":
            return names().person(self._rng)
        pool = names()
        head = self._rng.choice(pool.firm_heads) + self._rng.choice(pool.shop_heads)
        return head + self._rng.choice(pool.firm_words) + "有限公司"


_MADE: dict[str, Callable[[FormFiller, dict[str, str]], str]] = {
    "customer_name": lambda filler, facts: filler._name(facts),
    "new_name": lambda filler, facts: filler._name(facts),
    "tax_title": lambda filler, facts: filler._name(facts),
    "agent_name": lambda filler, _: names().person(filler._rng),
    "contact": lambda filler, _: names().person(filler._rng),
    "legal_person": lambda filler, _: names().person(filler._rng),
    "licence": lambda filler, _: credit_code(filler._rng),
    "new_licence": lambda filler, _: credit_code(filler._rng),
    "tax_number": lambda filler, _: credit_code(filler._rng),
    "meter_number": lambda filler, _: f"3340{filler._rng.randrange(1, 20000):010d}",
}


def _kind_of(customer: Customer) -> str:
    return "organisation" if customer.certificate_kind == "licence" else "person"


def _known(field: Field, customer: Customer | None) -> bool:
    """Whether the archive fills the field in."""
    return customer is not None and field.code in {
        "account", "customer_name", "customer_kind", "contact", "mobile", "address", "id_kind", "id_card", "licence",
    }  # fmt: skip
