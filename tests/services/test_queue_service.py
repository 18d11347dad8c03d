"""The queue at the service floor: tickets, calling, norms, windows, ratings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hallclient.domain.people import Actor
from hallclient.domain.queue import VULNERABLE
from hallclient.errors import NotAllowed, NotFound, RuleBroken
from hallclient.services.queue import QueueService
from hallclient.store import queue as queue_store
from tests.halls import Hall
from tests.services.business_forms import add_customer


def next_window(actor: Actor) -> Actor:
    return replace(actor, window="4")


def test_numbers_run_for_each_class_and_day(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("guide")
    numbers = [service.issue(actor, one).number for one in ("business", "payment", "business", "enquiry")]
    assert numbers == ["A001", "B001", "A002", "C001"]
    hall.clock.forward(days=1)
    assert service.issue(actor, "business").number == "A001"


def test_a_visit_keeps_its_four_times(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    issued = service.issue(actor, "business", topic="新装")
    hall.clock.forward(minutes=7)
    called = service.call_next(actor)
    assert called is not None and (called.id, called.calls) == (issued.id, 1)
    hall.clock.forward(minutes=1)
    assert service.call(actor, called.id).calls == 2
    serving = service.serve(actor, called.id)
    assert serving.waited(hall.clock()).total_seconds() == 8 * 60
    board = service.board(actor)
    assert board.current == serving and board.clocks[0].kind == "handling"
    assert (board.clocks[0].minutes, board.clocks[0].remaining_seconds) == (20, 1200)
    hall.clock.forward(minutes=21)
    late = service.board(actor).clocks[0]
    assert late.remaining_seconds == -60 and late.late
    done = service.done(actor, called.id)
    assert (done.issued_at, done.ended_at) == (issued.issued_at, hall.clock())
    assert done.handled(hall.clock()).total_seconds() == 21 * 60
    board = service.board(actor)
    assert (board.done_today, board.average_handling_seconds, board.current) == (1, 21 * 60, None)
    with pytest.raises(RuleBroken):
        service.done(actor, called.id)


def test_payment_has_the_five_minute_norm(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    ticket = service.issue(actor, "payment")
    service.call(actor, ticket.id)
    service.serve(actor, ticket.id)
    assert service.board(actor).clocks[0].minutes == 5


def test_the_board_shows_who_waits_and_how_long(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    first = service.issue(actor, "business")
    hall.clock.forward(minutes=12)
    second = service.issue(actor, "payment")
    hall.clock.forward(minutes=10)
    third = service.issue(actor, "business")
    board = service.board(actor)
    assert [line.ticket.id for line in board.waiting] == [first.id, second.id, third.id]
    assert [line.waiting_minutes for line in board.waiting] == [22, 10, 0]
    assert [line.next for line in board.waiting] == [True, False, False]
    assert board.counts == {"business": 2, "payment": 1}
    assert board.expected_wait_minutes > 0
    assert service.call_next(actor, ("payment",)) is not None


def test_priority_goes_first_and_needs_its_reason(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    ordinary = service.issue(actor, "business")
    hall.clock.forward(minutes=20)
    with pytest.raises(RuleBroken) as refused:
        service.issue(actor, "priority")
    assert refused.value.problems[0].code == "queue.priority_reason_missing"
    with pytest.raises(RuleBroken):
        service.issue(actor, "priority", priority_reason="in_a_hurry")
    elderly = service.issue(actor, "priority", priority_reason="elderly")
    called = service.call_next(actor)
    assert called is not None and called.id == elderly.id
    service.no_show(actor, elderly.id)
    called = service.call_next(next_window(actor))
    assert called is not None and called.id == ordinary.id


def test_a_vulnerable_customer_is_offered_priority(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    plain = add_customer(hall)
    flagged = add_customer(hall, account="3300012345699", vulnerable=True, consent=date(2026, 1, 5))
    assert service.suggest_priority(actor, plain) == ""
    reason = service.suggest_priority(actor, flagged)
    assert reason == VULNERABLE
    assert service.issue(actor, "priority", priority_reason=reason, customer_id=flagged).customer_id == flagged


def test_who_does_not_come_returns_twice_and_then_no_more(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    absent = service.issue(actor, "business")
    hall.clock.forward(minutes=1)
    waiting = service.issue(actor, "business")
    hall.clock.forward(minutes=30)
    service.call_next(actor)
    back = service.no_show(actor, absent.id)
    assert (back.state, back.no_shows) == ("issued", 1)
    assert [line.ticket.id for line in service.board(actor).waiting] == [waiting.id, absent.id]
    assert service.board(actor).waiting[1].waiting_minutes == 31
    for state in ("issued", "no_show"):
        service.call(actor, absent.id)
        assert service.no_show(actor, absent.id).state == state
    with pytest.raises(RuleBroken):
        service.call(actor, absent.id)


def test_a_transfer_keeps_the_place_and_adds_up_the_times(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    ticket = service.issue(actor, "business")
    hall.clock.forward(minutes=5)
    service.call(actor, ticket.id)
    service.serve(actor, ticket.id)
    hall.clock.forward(minutes=3)
    moved = service.transfer(actor, ticket.id, "payment")
    assert (moved.state, moved.queue_class, moved.window) == ("transferred", "payment", "")
    hall.clock.forward(minutes=2)
    other = next_window(actor)
    called = service.call_next(other)
    assert called is not None and called.id == ticket.id
    service.serve(other, ticket.id)
    hall.clock.forward(minutes=4)
    done = service.done(other, ticket.id)
    assert (done.waited_seconds, done.handled_seconds) == (7 * 60, 7 * 60)
    with pytest.raises(RuleBroken):
        service.transfer(actor, done.id, "tea")


def test_a_suspended_visit_frees_the_window_and_goes_on(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    first, second = service.issue(actor, "business"), service.issue(actor, "business")
    service.call_next(actor)
    service.serve(actor, first.id)
    hall.clock.forward(minutes=2)
    service.suspend(actor, first.id)
    assert [ticket.id for ticket in service.board(actor).suspended] == [first.id]
    service.call_next(actor)
    with pytest.raises(RuleBroken) as refused:
        service.serve(actor, first.id)
    assert refused.value.code == "queue.window_busy"
    service.serve(actor, second.id)
    service.done(actor, second.id)
    service.serve(actor, first.id)
    hall.clock.forward(minutes=3)
    assert service.done(actor, first.id).handled_seconds == 5 * 60


def test_a_window_opens_pauses_with_a_reason_and_closes(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    assert service.board(actor).window.state == "closed"
    with pytest.raises(RuleBroken) as refused:
        service.pause(actor, "rest")
    assert refused.value.code == "queue.window_step_not_allowed"
    service.open(actor)
    with pytest.raises(RuleBroken) as refused:
        service.pause(actor, "")
    assert refused.value.code == "queue.pause_reason_missing"
    paused = service.pause(actor, "rest")
    assert (paused.state, paused.reason) == ("paused", "rest")
    ticket = service.issue(actor, "business")
    with pytest.raises(RuleBroken) as refused:
        service.call_next(actor)
    assert refused.value.code == "queue.window_paused"
    service.resume(actor)
    service.call_next(actor)
    with pytest.raises(RuleBroken) as refused:
        service.close(actor)
    assert refused.value.code == "queue.window_busy"
    service.serve(actor, ticket.id)
    service.done(actor, ticket.id)
    assert service.close(actor).state == "closed"
    with hall.store.read() as tx:
        day = queue_store.stretches(tx, actor.hall, actor.window, hall.clock().replace(hour=0))
    assert [stretch.state for stretch in day] == ["open", "paused", "open", "closed"]
    service.open(actor)
    hall.clock.forward(days=1)
    assert service.board(actor).window.state == "closed"


def test_a_window_takes_one_customer_and_leaves_others_alone(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    ticket = service.issue(actor, "business")
    service.issue(actor, "business")
    service.call_next(actor)
    with pytest.raises(RuleBroken):
        service.call_next(actor)
    with pytest.raises(RuleBroken) as refused:
        service.serve(next_window(actor), ticket.id)
    assert refused.value.code == "queue.other_window"
    service.serve(next_window(hall.actor("shift_leader")), ticket.id)


def test_a_ticket_is_rated_once_after_it_is_served(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    ticket = service.issue(actor, "business")

    def refusal(rating: str) -> str:
        with pytest.raises(RuleBroken) as refused:
            service.rate(actor, ticket.id, rating)
        return refused.value.code

    assert refusal("satisfied") == "queue.rating_too_early"
    service.call_next(actor)
    service.serve(actor, ticket.id)
    assert refusal("wonderful") == "queue.rating_unknown"
    rated = service.rate(actor, ticket.id, "very_satisfied")
    assert (rated.rating, rated.rated_at) == ("very_satisfied", hall.clock())
    assert refusal("satisfied") == "queue.rated_already"


def test_the_queue_belongs_to_its_hall_and_roles(hall: Hall) -> None:
    service, actor = QueueService(hall.parts), hall.actor("teller")
    ticket = service.issue(actor, "business")
    other = replace(actor, unit=hall.units["LX"], hall=hall.units["LX"])
    assert service.board(other).waiting == ()
    assert service.call_next(other) is None
    with pytest.raises(NotAllowed):
        service.call(other, ticket.id)
    with pytest.raises(NotAllowed):
        service.call_next(hall.actor("guide"))
    with pytest.raises(NotAllowed):
        service.board(hall.actor("system_admin"))
    with pytest.raises(NotFound):
        service.call(actor, "0" * 32)
    assert service.cancel(actor, ticket.id).state == "cancelled"
