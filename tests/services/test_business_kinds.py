"""Every business kind of the catalog is accepted by the same code, and refused for each missing field and document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hallclient.domain.business import DocumentState
from hallclient.domain.instants import day_of
from hallclient.errors import RuleBroken
from hallclient.services.business import BusinessService
from hallclient.services.orders import OrderService
from tests.halls import Hall
from tests.services.business_forms import add_customer, full_draft


def test_every_kind_is_accepted(hall: Hall) -> None:
    service, actor = BusinessService(hall.parts), hall.actor("shift_leader")
    leader_kinds = {kind.code for kind in service.kinds(actor)}
    teller = hall.actor("teller")
    teller_kinds = {kind.code for kind in service.kinds(teller)}
    customer_id = add_customer(hall)
    kinds = hall.parts.catalog.kinds(day_of(hall.clock()))
    assert len(kinds) >= 45
    assert {kind.code for kind in kinds} == leader_kinds | teller_kinds
    numbers = []
    for kind in kinds:
        who = actor if kind.code in leader_kinds else teller
        for handler in ("self", "agent"):
            draft = full_draft(hall, kind, customer_id, handler=handler)
            order = service.accept(who, draft)
            assert order.kind == kind.code
            assert [stage.code for stage in order.stages] == [s.code for s in kind.stages_for(draft.facts(kind))]
            assert all(document.state == "received" for document in order.documents)
            numbers.append(order.number)
    assert [int(number[-4:]) for number in numbers] == list(range(1, len(numbers) + 1))


def test_each_required_field_and_document_is_asked_for(hall: Hall) -> None:
    service = BusinessService(hall.parts)
    actor = hall.actor("shift_leader")
    customer_id = add_customer(hall, certificate_no="", certificate_kind="", phone="", address="")
    missed = 0
    for kind in service.kinds(actor):
        draft = full_draft(hall, kind, customer_id)
        facts = draft.facts(kind)
        for field in kind.fields_for(facts):
            if not field.required or field.default is not None or field.code in ("account", "customer_name", "contact"):
                continue
            missed += 1
            without = {code: text for code, text in draft.values.items() if code != field.code}
            with pytest.raises(RuleBroken) as refused:
                service.accept(actor, replace(draft, values=without))
            assert (field.code, "business.field_missing") in {(p.field, p.code) for p in refused.value.problems}
        for need in kind.documents_for(facts):
            if not need.required:
                continue
            missed += 1
            documents = {**draft.documents, need.document: DocumentState()}
            with pytest.raises(RuleBroken) as refused:
                service.accept(actor, replace(draft, documents=documents))
            assert [p.field for p in refused.value.problems] == [f"documents.{need.document}"]
    assert missed > 200
    assert OrderService(hall.parts).count(actor) == 0


def test_a_kind_of_another_right_is_refused(hall: Hall) -> None:
    service, teller = BusinessService(hall.parts), hall.actor("teller")
    kind = hall.parts.catalog.business("theft_settlement", day_of(hall.clock()))
    draft = full_draft(hall, kind, add_customer(hall))
    from hallclient.errors import NotAllowed

    with pytest.raises(NotAllowed):
        service.accept(teller, draft)
    assert kind.code not in {one.code for one in service.kinds(teller)}
    service.accept(hall.actor("shift_leader"), draft)
