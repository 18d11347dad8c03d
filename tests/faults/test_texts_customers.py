"""Any text in any field of the archive: kept and found again, or refused with words; never anything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallclient.domain.customers import FIELDS, LENGTHS, Contact, CustomerDraft
from hallclient.domain.people import Actor
from hallclient.domain.text import one_line, query_parts, search_form, whole
from hallclient.services import bundle
from hallclient.services.bundle import Services
from hallclient.store import customers
from tests.faults.conftest import opened
from tests.faults.sentences import spoken, tried, wrong
from tests.faults.texts import ANY, LONG, NASTY, RARE
from tests.halls import Hall

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

TEXTS = tuple(name for name in FIELDS if isinstance(getattr(CustomerDraft(), name), str))
"""Fields that hold a text."""

SHORT = st.one_of(ANY, st.sampled_from([text for text in NASTY.values() if text != LONG]))


@pytest.fixture(scope="module")
def hall(hall_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """One hall for the whole file: what is found must be found among all the others."""
    with opened(hall_template, tmp_path_factory.mktemp("texts")) as one:
        yield one


@pytest.fixture(scope="module")
def services(hall: Hall) -> Services:
    return bundle.build(hall.parts)


@pytest.fixture(scope="module")
def leader(hall: Hall) -> Actor:
    return hall.actor("shift_leader")


class Accounts:
    """A fresh account number for each customer."""

    def __init__(self) -> None:
        self.last = 9_900_000_000

    def __call__(self) -> str:
        self.last += 1
        return str(self.last)


account = Accounts()


def kept(hall: Hall, customer_id: str) -> CustomerDraft:
    with hall.store.read() as tx:
        found = customers.get(tx, customer_id)
    assert found is not None
    return found.draft()


def as_kept(draft: CustomerDraft) -> CustomerDraft:
    """The draft as the store gives it back: tidy, and of whole characters."""
    tidy = draft.tidy()
    kept: dict[str, Any] = {name: whole(getattr(tidy, name)) for name in TEXTS}
    return replace(tidy, **kept)


@pytest.mark.parametrize("name", NASTY)
def test_a_name_and_address_are_kept_and_found(hall: Hall, services: Services, leader: Actor, name: str) -> None:
    text = NASTY[name]
    draft = CustomerDraft(account=account(), name=text, address=f"人民路{account()}号{text}")
    made = tried(services.customers.create, leader, draft)
    if made is None:
        assert len(one_line(text)) > LENGTHS["name"] or not one_line(text)
        return
    saved = kept(hall, made)
    assert (saved.name, saved.address) == (as_kept(draft).name, as_kept(draft).address)
    assert saved == saved.tidy(), "what is kept is not changed by keeping it again"
    found = services.customers.find(leader, text)
    assert not query_parts(text) or made in {hit.id for hit in found}
    assert made in {hit.id for hit in services.customers.find(leader, draft.address)}
    services.customers.card(leader, made)


def test_rare_characters_are_found_by_any_of_them(services: Services, leader: Actor) -> None:
    made = services.customers.create(leader, CustomerDraft(account=account(), name=f"嬴{RARE}𫟹", address="甲路𬙂巷"))
    for typed in (f"嬴{RARE}", RARE, RARE[1:], "𬭎𫟹", "嬴", "路𬙂"):
        assert made in {hit.id for hit in services.customers.find(leader, typed)}, typed


@pytest.mark.parametrize("field", TEXTS)
def test_every_field_keeps_or_refuses(hall: Hall, services: Services, leader: Actor, field: str) -> None:
    made = services.customers.create(leader, CustomerDraft(account=account(), name="王芳"))
    refusals = 0
    for text in NASTY.values():
        rev = services.customers.card(leader, made).customer.rev
        before = kept(hall, made)
        done = tried(services.customers.edit, leader, made, rev, {field: text}, f"改 {text}")
        after = kept(hall, made)
        refusals += done is None
        changed: dict[str, Any] = {field: text}
        wanted = before if done is None else as_kept(replace(before, **changed))
        assert after == wanted, "a refusal changes nothing, and an edit only this field"
        if done is not None and before != after:
            assert done.changes[0].reason == whole(f"改 {text}".strip())
    assert refusals, f"{field} takes ten thousand characters"


def test_contacts_keep_or_refuse(hall: Hall, services: Services, leader: Actor) -> None:
    for text in NASTY.values():
        contact = Contact(name=text, phone="10000000001", relation=text)
        made = tried(
            services.customers.create, leader, CustomerDraft(account=account(), name="甲", contacts=(contact,))
        )
        if made is not None:
            assert kept(hall, made).contacts == (
                replace(contact, name=whole(one_line(text)), relation=whole(one_line(text))),
            )


def test_ten_thousand_characters_are_refused_not_cut(services: Services, leader: Actor) -> None:
    with wrong("name", "address", "email"):
        services.customers.create(leader, CustomerDraft(account=account(), name=LONG, address=LONG, email=LONG))
    assert services.customers.find(leader, LONG) == ()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=SHORT, address=SHORT, box=SHORT, reason=SHORT)
def test_any_text_is_kept_and_found_or_refused(
    hall: Hall, services: Services, leader: Actor, name: str, address: str, box: str, reason: str
) -> None:
    draft = CustomerDraft(account=account(), name=name, address=address, meter_box=box)
    problems = services.customers.problems(leader, None, {field: getattr(draft, field) for field in FIELDS})
    for problem in problems:
        spoken(problem)
    made = tried(services.customers.create, leader, draft)
    assert (made is None) == bool(problems)
    if made is None:
        return
    assert kept(hall, made) == as_kept(draft)
    for typed in (draft.name, name, address):
        parts = query_parts(typed)
        form = search_form(one_line(typed))  # a blank between a letter and an accent parts what the form joins
        if any(len(part) > 1 for part in parts) and all(part in form for part in parts):
            assert made in {hit.id for hit in services.customers.find(leader, typed, limit=500)}, typed
    tried(services.customers.unmask, leader, made, ["name"], reason)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=SHORT)
def test_any_text_may_be_typed_into_a_search_box(services: Services, leader: Actor, typed: str) -> None:
    services.customers.find(leader, typed)
    services.find.find(leader, typed)


@pytest.mark.parametrize(
    "number", ["SL-LD03-20260610-" + "1" * 9_000, "SL-LD03-20260230-0001", "ＳＬ-LD03-20260610-０００１"]
)
def test_a_number_that_cannot_be_is_just_not_found(services: Services, leader: Actor, number: str) -> None:
    assert services.find.find(leader, number) == ()
