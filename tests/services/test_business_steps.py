"""Orders on their way: stages with planned and actual dates, pauses that move due times, documents, the work list."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hallclient.domain.business import DocumentState, Order, OrderFilter
from hallclient.domain.instants import BEIJING, day_of
from hallclient.errors import NotAllowed, NotFound, RuleBroken, Stale
from hallclient.services.business import BusinessService
from hallclient.services.order_steps import OrderStepService
from hallclient.services.orders import OrderService
from hallclient.services.queue import QueueService
from hallclient.store import customers
from tests.halls import Hall
from tests.services.business_forms import add_customer, full_draft


def accepted(
    hall: Hall, code: str = "lv_resident_new", customer_id: str | None = None, *, deferred: bool = False
) -> Order:
    today = day_of(hall.clock())
    draft = full_draft(hall, hall.parts.catalog.business(code, today), customer_id)
    if deferred:
        promised = DocumentState(status="deferred", due=today + timedelta(days=5), committed=True)
        draft = replace(draft, documents={**draft.documents, "ownership": promised})
    return BusinessService(hall.parts).accept(hall.actor("teller"), draft)


def forward_to(hall: Hall, order: Order, stage: str) -> Order:
    """Advance an order until a stage is in hand."""
    steps, leader = OrderStepService(hall.parts), hall.actor("shift_leader")
    while order.stage != stage:
        order = steps.advance(leader, order.id, order.stage, order.rev)
    return order


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


def test_an_order_goes_through_its_stages_to_the_end(hall: Hall) -> None:
    steps, customer_id = OrderStepService(hall.parts), add_customer(hall)
    order = accepted(hall, "lv_resident_increase", customer_id)
    planned = [stage.planned for stage in order.stages]
    leader = hall.actor("shift_leader")
    while order.state == "active":
        hall.clock.forward(hours=3)
        order = steps.advance(leader, order.id, order.stage, order.rev, result="已办")
    assert order.state == "finished" and order.closed_at == hall.clock()
    assert [stage.state for stage in order.stages] == ["done"] * len(order.stages)
    assert [stage.planned for stage in order.stages] == planned
    actual = [stage.done_at for stage in order.stages]
    assert actual == sorted(actual, key=str) and len(set(actual)) == len(actual)
    assert [event.action for event in order.history].count("stage_done") == len(order.stages) - 1
    with hall.store.read() as tx:
        assert customers.timeline(tx, customer_id)[0].title == "低压居民增容：办结"
    with pytest.raises(RuleBroken):
        steps.advance(leader, order.id, "archive", order.rev)
    with pytest.raises(RuleBroken):
        steps.withdraw(leader, order.id, "再想想", order.rev)


def test_a_stage_belongs_to_its_role(hall: Hall) -> None:
    order, steps = accepted(hall), OrderStepService(hall.parts)
    assert order.current() is not None and order.current().role == "account_manager"  # type: ignore[union-attr]
    with pytest.raises(NotAllowed) as refused:
        steps.advance(hall.actor("teller"), order.id, "survey", order.rev)
    assert refused.value.code == "business.other_role"
    with pytest.raises(NotAllowed):
        steps.advance(hall.actor("guide"), order.id, "survey", order.rev)
    order = forward_to(hall, order, "meter")
    done = steps.advance(hall.actor("specialty_handler"), order.id, "meter", order.rev)
    assert done.stage == "archive"
    finished = steps.finish(hall.actor("teller"), order.id, done.rev)
    assert finished.state == "finished"


def test_only_the_clerk_who_accepted_moves_an_order_on_her_own(hall: Hall) -> None:
    order, steps = accepted(hall, "archive_change", add_customer(hall)), OrderStepService(hall.parts)
    with pytest.raises(NotAllowed):
        steps.advance(hall.actor("teller", "clerk2"), order.id, order.stage, order.rev)
    assert steps.advance(hall.actor("teller"), order.id, order.stage, order.rev).stage == "archive"


def test_the_second_of_two_who_are_at_it_is_told(hall: Hall) -> None:
    order, steps, leader = accepted(hall), OrderStepService(hall.parts), hall.actor("shift_leader")
    moved = steps.advance(leader, order.id, "survey", order.rev)
    with pytest.raises(Stale):
        steps.advance(leader, order.id, "survey", order.rev)
    with pytest.raises(Stale):
        steps.advance(leader, order.id, "survey", moved.rev)
    with pytest.raises(RuleBroken) as refused:
        steps.finish(leader, order.id, moved.rev)
    assert refused.value.code == "business.stages_open"
    with pytest.raises(NotFound):
        steps.advance(leader, "0" * 32, "survey", 1)


def test_no_connection_before_promised_documents_have_come(hall: Hall) -> None:
    steps, leader = OrderStepService(hall.parts), hall.actor("shift_leader")
    order = forward_to(hall, accepted(hall, deferred=True), "meter")
    with pytest.raises(RuleBroken) as refused:
        steps.advance(leader, order.id, "meter", order.rev)
    assert refused.value.code == "business.deferred_blocks"
    lists = OrderService(hall.parts)
    assert [line.deferred for line in lists.work_list(leader, OrderFilter(deferred=True))] == [1]
    order = steps.receive_document(hall.actor("teller"), order.id, "ownership", form="property_certificate")
    assert order.deferred == ()
    with pytest.raises(Stale):
        steps.receive_document(hall.actor("teller"), order.id, "ownership")
    with pytest.raises(NotFound):
        steps.receive_document(hall.actor("teller"), order.id, "tea")
    assert steps.advance(leader, order.id, "meter", order.rev).stage == "archive"


def test_a_pause_moves_the_due_times_it_may_and_history_keeps_both(hall: Hall) -> None:
    steps, teller = OrderStepService(hall.parts), hall.actor("teller")
    order = accepted(hall)
    before = order.due
    survey = order.current()
    assert survey is not None and survey.due is not None
    assert set(steps.pause_reasons(teller, order.id)) == {
        "customer_documents", "customer_works", "customer_wish", "no_access",
    }  # fmt: skip
    with pytest.raises(RuleBroken) as refused:
        steps.pause(teller, order.id, "force_majeure", order.rev)
    assert refused.value.code == "business.pause_not_allowed"
    hall.clock.set(at("2026-06-11 10:00"))
    order = steps.pause(teller, order.id, "no_access", order.rev, note="无人在家")
    assert (order.state, order.pause_reason) == ("paused", "no_access")
    assert order.light(hall.clock()) == "paused"
    assert OrderService(hall.parts).work_list(teller)[0].next_due is None
    with pytest.raises(RuleBroken):
        steps.advance(hall.actor("shift_leader"), order.id, "survey", order.rev)
    hall.clock.set(at("2026-06-16 09:00"))  # Thursday to Tuesday: four working days touched
    order = steps.resume(teller, order.id, order.rev)
    assert order.state == "active" and before == at("2026-06-17 17:30")
    assert order.due == at("2026-06-24 17:30")  # four days on, over the weekend and the Dragon Boat holiday of the 19th
    moved = [event.detail for event in order.history if event.action == "due_moved"]
    assert [one["stage"] for one in moved] == ["", "survey"]
    assert moved[0]["before"].startswith("2026-06-17") and moved[0]["after"].startswith("2026-06-24")
    assert moved[0]["edition"] == "sgcc-2022"
    lines = OrderService(hall.parts).explain(teller, order.id)
    assert any("客户原因无法进入现场" in line for line in lines)
    assert OrderService(hall.parts).explain(teller, order.id, language="en")


def test_a_pause_that_only_the_whole_limit_knows_leaves_the_stage_running(hall: Hall) -> None:
    steps, teller = OrderStepService(hall.parts), hall.actor("teller")
    order = accepted(hall)
    survey = order.current()
    assert survey is not None
    order = steps.pause(teller, order.id, "customer_wish", order.rev)
    assert OrderService(hall.parts).work_list(teller)[0].next_due == survey.due
    hall.clock.forward(days=7)
    order = steps.resume(teller, order.id, order.rev)
    assert [e.detail["stage"] for e in order.history if e.action == "due_moved"] == [""]


def test_a_stage_that_starts_early_or_late_counts_from_its_real_start(hall: Hall) -> None:
    order = forward_to(hall, accepted(hall), "contract")
    meter = next(stage for stage in order.stages if stage.code == "meter")
    hall.clock.forward(days=14)
    order = OrderStepService(hall.parts).advance(hall.actor("shift_leader"), order.id, "contract", order.rev)
    started = order.current()
    assert started is not None and started.code == "meter"
    assert started.planned == meter.planned and started.due is not None and meter.planned is not None
    assert started.due > meter.planned
    assert started.light(hall.clock()) == "ok" and order.light(hall.clock()) == "late"
    assert [e.detail["stage"] for e in order.history if e.action == "due_moved"][-1] == "meter"


def test_withdrawing_needs_a_reason_and_closes_everything(hall: Hall) -> None:
    steps, teller = OrderStepService(hall.parts), hall.actor("teller")
    order = accepted(hall)
    with pytest.raises(RuleBroken):
        steps.withdraw(teller, order.id, " ", order.rev)
    order = steps.pause(teller, order.id, "no_access", order.rev)
    order = steps.withdraw(teller, order.id, "客户不办了", order.rev)
    assert (order.state, order.close_reason, order.stage) == ("withdrawn", "客户不办了", "")
    assert {stage.state for stage in order.stages} == {"done", "cancelled"}
    assert all(pause.ended_at is not None for pause in order.pauses)
    lists = OrderService(hall.parts)
    assert lists.count(teller) == 0
    assert [line.id for line in lists.work_list(teller, OrderFilter(states=("withdrawn",)))] == [order.id]
    with pytest.raises(RuleBroken):
        steps.receive_document(teller, order.id, "ownership")


def test_the_work_list_filters_sorts_and_pages(hall: Hall) -> None:
    lists, teller, colleague = OrderService(hall.parts), hall.actor("teller"), hall.actor("teller", "clerk2")
    customer_id = add_customer(hall)
    first = accepted(hall)
    hall.clock.forward(days=1)
    quick = accepted(hall, "archive_change", customer_id)
    slow = accepted(hall, "hv_new")
    assert [line.id for line in lists.work_list(teller)] == [quick.id, first.id, slow.id] or lists.count(teller) == 3
    dues = [line.next_due for line in lists.work_list(teller)]
    assert dues == sorted(dues, key=str) and None not in dues
    pages = [lists.work_list(teller, offset=n, limit=1)[0].id for n in range(3)]
    assert pages == [line.id for line in lists.work_list(teller)]
    assert [line.id for line in lists.work_list(teller, OrderFilter(kinds=("hv_new",)))] == [slow.id]
    assert [line.id for line in lists.work_list(teller, OrderFilter(customer_id=customer_id))] == [quick.id]
    assert lists.work_list(colleague, OrderFilter(mine=True)) == ()
    assert lists.count(colleague) == 3 and lists.work_list(teller)[0].clerk.startswith("王")
    assert [line.id for line in lists.work_list(teller, OrderFilter(text="sl－ld03－20260611－0001"))] == [quick.id]
    assert [line.id for line in lists.work_list(teller, OrderFilter(text="33000123"))] == [quick.id]
    assert lists.find(teller, first.number) == first.id
    assert {line.id for line in lists.work_list(teller, OrderFilter(role="account_manager"))} == {first.id, slow.id}
    hall.clock.set(at("2026-06-12 08:00"))
    assert [line.id for line in lists.work_list(teller, OrderFilter(light="late"))] == [quick.id]
    assert lists.work_list(teller, OrderFilter(light="late"))[0].light(hall.clock()) == "late"
    soon = lists.work_list(teller, OrderFilter(light="soon"))
    assert first.id in {line.id for line in soon} and slow.id not in {line.id for line in soon}


def test_another_hall_and_an_outsider_see_nothing(hall: Hall) -> None:
    order = accepted(hall)
    other = replace(hall.actor("teller", "clerk2"), unit=hall.units["LX"], hall=hall.units["LX"])
    lists = OrderService(hall.parts)
    assert lists.work_list(other) == () and lists.count(other) == 0
    with pytest.raises(NotAllowed):
        lists.order(other, order.id)
    with pytest.raises(NotAllowed):
        lists.work_list(hall.actor("guide"))
    assert lists.count(hall.actor("province_manager")) == 1


@pytest.mark.row("S36")
def test_trips_count_the_visits_of_each_order_once(hall: Hall) -> None:
    teller, queue, steps = hall.actor("teller"), QueueService(hall.parts), OrderStepService(hall.parts)

    def visit() -> str:
        queue.issue(teller, "business")
        called = queue.call_next(teller)
        assert called is not None
        queue.serve(teller, called.id)
        return called.id

    ticket = visit()
    first, second = accepted(hall, deferred=True), accepted(hall)
    steps.link_visit(teller, first.id, ticket)
    queue.done(teller, ticket)
    hall.clock.forward(days=2)
    ticket = visit()
    steps.receive_document(teller, first.id, "ownership")
    steps.withdraw(teller, second.id, "改日再办", second.rev)
    queue.done(teller, ticket)
    hall.clock.forward(days=1)
    third = visit()
    steps.link_visit(teller, first.id, third)
    lists = OrderService(hall.parts)
    trips = lists.trips(teller, at("2026-06-01 00:00"), at("2026-07-01 00:00"))
    assert (trips.orders, trips.visits, trips.average) == (2, 5, 2.5)
    assert lists.trips(teller, at("2026-07-01 00:00"), at("2026-08-01 00:00")).average == 0
