"""Serving by the archive (客户档案): find in one box, card, timeline, unmask, edit, confirm; masked by default."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hallclient.domain.customers import (
    FIELDS,
    PERSONAL,
    Customer,
    CustomerBrief,
    CustomerCard,
    CustomerDraft,
    CustomerHit,
    FieldChange,
    TimelineEntry,
    contract_state,
    expiring_until,
    tidy_value,
)
from hallclient.domain.identity import phone_digits
from hallclient.domain.instants import day_of
from hallclient.domain.people import Actor, Reach
from hallclient.domain.text import query_parts
from hallclient.errors import NotAllowed, NotFound, Problem, RuleBroken
from hallclient.services.customer_masks import masked, masked_change, masked_value
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.store import customer_index as keys
from hallclient.store import customer_search, customers
from hallclient.store.transaction import Reading

READ, EDIT, UNMASK = "customers.read", "customers.edit", "customers.unmask"

_WHY = {
    keys.ACCOUNT: "account", keys.ACCOUNT_END: "account", keys.PHONE: "phone", keys.PHONE_END: "phone",
    keys.METER: "meter", keys.METER_END: "meter", keys.NAME: "name", keys.INITIALS: "initials",
}  # fmt: skip


class CustomerService:
    """Customers as the counter sees them. Texts come masked unless the method says otherwise."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @needs(READ)
    def find(self, actor: Actor, text: str, limit: int = 50) -> tuple[CustomerHit, ...]:
        """Customers that fit what was typed in the one box (M06), best first, masked, each with why it fits.

        Account, telephone and meter number (whole, beginning, last four or more), part of name or address from two
        characters, one character as the beginning of a name, pinyin initials; several parts with blanks between.
        Nothing found gives an empty tuple.
        """
        parts = query_parts(text)
        if not parts:
            return ()
        reach = actor.reach(READ)
        own = actor.rights[READ] == "own"
        with self._parts.store.read() as tx:
            if own:
                found = customers.of_manager(tx, actor.user_id, parts, limit=limit)
                return tuple(self._hit(customer, parts, ()) for customer in found)
            tags = customer_search.look_up(tx, parts, limit=limit, units=reach.units)
            known = customers.briefs(tx, list(tags))
            if actor.rights[READ] == "case":
                with_case = customers.has_any_event(tx, [customer.id for customer in known])
                known = [c for c in known if c.id in with_case or _names_wholly(c, parts)]
        return tuple(self._hit(customer, parts, tags[customer.id]) for customer in known)

    @needs(READ)
    def by_phone(self, actor: Actor, number: str) -> tuple[CustomerHit, ...]:
        """Customers with exactly this number as their own or a contact's: what a call brings up (M08)."""
        reach = actor.reach(READ)
        with self._parts.store.read() as tx:
            found = customers.by_phone(tx, number)
        inside = [c for c in found if _within(reach, actor.rights[READ], actor, c)]
        return tuple(self._hit(customer, (), (keys.PHONE,)) for customer in inside)

    @needs(READ)
    def card(self, actor: Actor, customer_id: str) -> CustomerCard:
        """The card of a customer: archive with sources, contacts, contract state, edits; masked.

        Raises NotFound("record.not_found"), NotAllowed.
        """
        with self._parts.store.read() as tx:
            found = self._reached(tx, actor, READ, customer_id)
            changes = customers.history(tx, customer_id)
            return self._card(found, changes, day_of(tx.now))

    @needs(READ)
    def timeline(self, actor: Actor, customer_id: str, offset: int = 0, limit: int = 50) -> tuple[TimelineEntry, ...]:
        """Orders, requests, payments, edits and whatever else was noted on the customer, newest first (S30).

        An entry of kind ``changes`` has the changed fields' names, separated by commas, as its title.
        """
        with self._parts.store.read() as tx:
            self._reached(tx, actor, READ, customer_id)
            return customers.timeline(tx, customer_id, offset=offset, limit=limit)

    @needs(READ)
    def expiring(self, actor: Actor, limit: int = 200) -> tuple[CustomerHit, ...]:
        """Customers whose supply contract ends soon, soonest first (P04)."""
        reach = actor.reach(READ)
        if actor.rights[READ] == "case":
            return ()
        with self._parts.store.read() as tx:
            today = day_of(tx.now)
            found = customers.expiring(tx, since=today, until=expiring_until(today), units=reach.units, limit=limit)
        inside = [c for c in found if _within(reach, actor.rights[READ], actor, c)]
        return tuple(self._hit(customer, (), ()) for customer in inside)

    @needs(UNMASK)
    def unmask(
        self, actor: Actor, customer_id: str, fields: Sequence[str], reason: str, case: str = ""
    ) -> dict[str, Any]:
        """The clear values of fields, against a reason; written to the audit trail.

        A person whose right is for her own cases names the ``case`` (the id of an object on the customer's timeline).
        Raises RuleBroken("customers.refused") with the problems, NotFound, NotAllowed.
        """
        problems = [
            Problem(field=name, code="customers.field_unknown") for name in fields if name not in PERSONAL
        ] + _reason_problems(reason)
        if problems:
            raise RuleBroken("customers.refused", tuple(problems))
        with self._parts.store.begin(actor) as tx:
            found = self._reached(tx, actor, UNMASK, customer_id)
            if actor.rights[UNMASK] == "case" and not (case and customers.has_event(tx, customer_id, case)):
                raise NotAllowed("people.not_yours", right=UNMASK)
            said: dict[str, Any] = {"fields": sorted(set(fields)), "reason": reason.strip(), "case": case}
            tx.audit("customer.unmask", "customers", customer_id, **said)
        return {name: getattr(found, name) for name in fields}

    @needs(EDIT)
    def problems(self, actor: Actor, customer_id: str | None, changes: Mapping[str, Any]) -> tuple[Problem, ...]:
        """What the changes would break; for a new customer (``None``) the whole draft. For hints while typing.

        A fault that was in the archive before does not stop another field's edit.
        """
        with self._parts.store.read() as tx:
            before = None if customer_id is None else self._reached(tx, actor, EDIT, customer_id)
            return self._problems(tx, before, changes)

    @needs(EDIT)
    def edit(
        self, actor: Actor, customer_id: str, rev: int, changes: Mapping[str, Any], reason: str, source: str = ""
    ) -> CustomerCard:
        """Change fields with a reason; before and after are kept. Returns the new card.

        ``changes`` holds only what the person changed, clear. ``source`` names where the new value comes from; without
        it, the counter. Raises RuleBroken("customers.refused") with the problems, Stale("record.stale"), NotFound.
        """
        with self._parts.store.begin(actor) as tx:
            before = self._reached(tx, actor, EDIT, customer_id)
            problems = (*self._problems(tx, before, changes), *_reason_problems(reason))
            if problems:
                raise RuleBroken("customers.refused", problems)
            after = _overlaid(before.draft(), changes)
            changed = customers.edit(
                tx, before, after, rev=rev, reason=reason.strip(), source=source or _counter(actor),
                confirmed=day_of(tx.now),
            )  # fmt: skip
            if changed:
                tx.audit("customer.edit", "customers", customer_id, fields=sorted(changed))
            found = self._reached(tx, actor, EDIT, customer_id)
            return self._card(found, customers.history(tx, customer_id), day_of(tx.now))

    @needs(EDIT)
    def confirm(self, actor: Actor, customer_id: str, rev: int, fields: Sequence[str]) -> CustomerCard:
        """Note that the customer confirmed these fields today. Raises RuleBroken, Stale, NotFound."""
        unknown = [Problem(field=name, code="customers.field_unknown") for name in fields if name not in FIELDS]
        if unknown or not fields:
            raise RuleBroken("customers.refused", tuple(unknown))
        with self._parts.store.begin(actor) as tx:
            before = self._reached(tx, actor, EDIT, customer_id)
            customers.confirm(tx, before, fields, rev=rev, source=_counter(actor), day=day_of(tx.now))
            tx.audit("customer.confirm", "customers", customer_id, fields=sorted(set(fields)))
            found = self._reached(tx, actor, EDIT, customer_id)
            return self._card(found, customers.history(tx, customer_id), day_of(tx.now))

    @needs(EDIT)
    def create(self, actor: Actor, draft: CustomerDraft, source: str = "") -> str:
        """Add a customer; returns the id. Raises RuleBroken("customers.refused") with the problems."""
        with self._parts.store.begin(actor) as tx:
            problems = self._problems(tx, None, {name: getattr(draft, name) for name in FIELDS})
            if problems:
                raise RuleBroken("customers.refused", problems)
            source = source or _counter(actor)
            customer_id = customers.add(tx, draft.tidy(), source=source, confirmed=day_of(tx.now))
            tx.audit("customer.create", "customers", customer_id)
            return customer_id

    def _problems(self, tx: Reading, before: Customer | None, changes: Mapping[str, Any]) -> tuple[Problem, ...]:
        unknown = [Problem(field=name, code="customers.field_unknown") for name in changes if name not in FIELDS]
        if unknown:
            return tuple(unknown)
        today = day_of(tx.now)
        old = CustomerDraft() if before is None else before.draft()
        draft = _overlaid(old, changes)
        earlier = set() if before is None else {(p.field, p.code) for p in old.problems(today)}
        found = [p for p in draft.problems(today) if p.field in changes or (p.field, p.code) not in earlier]
        if draft.account and draft.account != old.account and customers.by_account(tx, draft.account) is not None:
            found.append(Problem(field="account", code="customers.account_taken"))
        return tuple(found)

    def _reached(self, tx: Reading, actor: Actor, right: str, customer_id: str) -> Customer:
        found = customers.get(tx, customer_id)
        if found is None:
            raise NotFound("record.not_found")
        if not _within(actor.reach(right), actor.rights[right], actor, found):
            scope = actor.rights[right]
            raise NotAllowed("people.not_yours" if scope == "own" else "people.other_unit", right=right)
        return found

    def _hit(self, customer: Customer | CustomerBrief, parts: Sequence[str], tags: Sequence[str]) -> CustomerHit:
        catalog = self._parts.catalog
        shown = {
            name: masked_value(catalog, customer, name, getattr(customer, name))
            for name in ("account", "name", "phone", "address", "meter")
        }
        return CustomerHit(id=customer.id, state=customer.state, why=_why(customer, parts, tags), **shown)

    def _card(self, customer: Customer, changes: Sequence[FieldChange], today: date) -> CustomerCard:
        catalog = self._parts.catalog
        shown = masked(catalog, customer)
        hidden = frozenset(name for name in PERSONAL if getattr(shown, name) != getattr(customer, name))
        state, left = contract_state(customer.contract_to, today)
        return CustomerCard(
            customer=shown, hidden=hidden, contract_state=state, contract_days_left=left,
            changes=tuple(masked_change(catalog, customer, change) for change in changes),
        )  # fmt: skip


def _within(reach: Reach, scope: str, actor: Actor, customer: Customer) -> bool:
    if scope == "own":
        return customer.manager == actor.user_id
    return reach.units is None or customer.unit in reach.units


def _overlaid(draft: CustomerDraft, changes: Mapping[str, Any]) -> CustomerDraft:
    return replace(draft, **{name: tidy_value(name, value) for name, value in changes.items()})


def _reason_problems(reason: str) -> list[Problem]:
    return [] if reason.strip() else [Problem(field="reason", code="customers.reason_missing")]


def _counter(actor: Actor) -> str:
    return f"柜台 {actor.staff_no}"


def _names_wholly(customer: CustomerBrief, parts: Sequence[str]) -> bool:
    numbers = {customer.account, phone_digits(customer.phone)}
    return any(part in numbers for part in parts)


def _why(customer: Customer | CustomerBrief, parts: Sequence[str], tags: Sequence[str]) -> tuple[str, ...]:
    found = [_WHY[tag] for tag in tags if tag in _WHY]
    for field, form in zip(("name", "address"), keys.doc_form(
        {"name": customer.name, "address": customer.address}).split("\n"), strict=True):  # fmt: skip
        if any(part in form for part in parts):
            found.append(field)
    return tuple(dict.fromkeys(found))
