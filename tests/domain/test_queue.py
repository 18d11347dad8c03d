"""The queue's rules: who is called next, nobody starves, norms, expected wait, and states as the catalog names them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient import resources
from hallclient.catalog import loader
from hallclient.catalog.business import TicketState
from hallclient.domain import queue, workflow
from hallclient.domain.queue import ClassRule, Ticket

NOW = datetime(2026, 6, 10, 6, 0, tzinfo=UTC)
RULES = {
    code: ClassRule(code=code, weight=weight, handling_minutes=20, waiting_minutes=15)
    for code, weight in (("business", 10), ("corporate", 20), ("priority", 100))
}


def ticket(
    number: int, queue_class: str = "business", waited: float = 0, state: str = "issued", **more: object
) -> Ticket:
    since = NOW - timedelta(minutes=waited)
    plain = {
        "id": f"{number:032d}", "number": f"A{number:03d}", "queue_class": queue_class, "state": state, "hall": "h",
        "day": date(2026, 6, 10), "issued_at": since, "queued_at": since, "waiting_since": since,
    }  # fmt: skip
    return Ticket(**{**plain, **more})  # type: ignore[arg-type]


classes = st.sampled_from(sorted(RULES))
waits = st.integers(0, 240)


@given(st.lists(st.tuples(classes, waits), max_size=30))
def test_within_a_class_the_longest_wait_goes_first(queue_of: list[tuple[str, int]]) -> None:
    order = queue.calling_order([ticket(n, c, w) for n, (c, w) in enumerate(queue_of)], RULES, NOW)
    assert len(order) == len(queue_of)
    for code in RULES:
        issued = [one.issued_at for one in order if one.queue_class == code]
        assert issued == sorted(issued)


@given(classes, classes, waits)
def test_of_two_who_came_together_the_heavier_class_goes_first(first: str, second: str, waited: int) -> None:
    order = queue.calling_order([ticket(1, first, waited), ticket(2, second, waited)], RULES, NOW)
    weights = [RULES[one.queue_class].weight for one in order]
    assert weights == sorted(weights, reverse=True)


def test_nobody_starves_behind_an_endless_stream_of_priority() -> None:
    ordinary, now, served = ticket(0), NOW, 0
    while True:
        now += timedelta(minutes=5)
        fresh = ticket(served + 1, "priority", issued_at=now, queued_at=now, waiting_since=now)
        if queue.calling_order([ordinary, fresh], RULES, now)[0] is ordinary:
            break
        served += 1
    assert timedelta(minutes=40) <= now - NOW <= timedelta(minutes=50)


def test_who_did_not_come_has_lost_the_weight() -> None:
    absent = ticket(1, "priority", no_shows=1)
    assert queue.calling_order([absent, ticket(2, waited=1)], RULES, NOW)[-1] is absent


@given(st.integers(0, 3600), st.integers(0, 3600))
def test_norms_run_while_waiting_and_while_served(before: int, during: int) -> None:
    waiting = ticket(1, waited=before / 60)
    (clock,) = queue.clocks(waiting, RULES, NOW)
    assert (clock.kind, clock.remaining_seconds) == ("waiting", 900 - before)
    serving = ticket(1, state="serving", started_at=NOW, waited_seconds=before)
    (clock,) = queue.clocks(serving, RULES, NOW + timedelta(seconds=during))
    assert (clock.kind, clock.remaining_seconds, clock.late) == ("handling", 1200 - during, during > 1200)
    assert queue.clocks(ticket(1, state="done"), RULES, NOW) == ()


@given(st.integers(0, 50), st.integers(0, 10), st.integers(1, 3000))
def test_more_windows_never_make_the_wait_longer(ahead: int, windows: int, average: int) -> None:
    wait = queue.expected_wait(ahead, windows, average)
    assert queue.expected_wait(ahead, windows + 1, average) <= wait <= queue.expected_wait(ahead + 1, windows, average)
    assert wait >= 1


def test_waiting_over_the_norm_and_soon_over_it_are_marked() -> None:
    lines = queue.waiting_lines(
        [ticket(1, waited=16), ticket(2, waited=12), ticket(3, waited=3), ticket(4, state="done", waited=90)],
        RULES, NOW, open_windows=2, average_handling_seconds=600,
    )  # fmt: skip
    assert [(line.ticket.number, line.over, line.soon, line.next) for line in lines] == [
        ("A001", True, False, True), ("A002", False, True, False), ("A003", False, False, False),
    ]  # fmt: skip
    assert [line.expected_minutes for line in lines] == [5, 10, 15]


@pytest.mark.parametrize("brand", ["sgcc", "csg"])
def test_the_catalog_names_the_states_and_steps_of_the_workflows(brand: str) -> None:
    catalog = loader.load([resources.folder("catalog")], brand)

    def pairs(states: tuple[TicketState, ...]) -> set[tuple[str, str]]:
        return {(state.code, after) for state in states for after in state.next}

    assert pairs(catalog.ticket_states()) == workflow.TICKET.pairs
    assert {state.code for state in catalog.ticket_states()} == workflow.TICKET.states
    assert pairs(catalog.window_states()) == workflow.WINDOW.pairs


@pytest.mark.parametrize("one", [workflow.TICKET, workflow.ORDER, workflow.STAGE, workflow.DOCUMENT])
def test_every_state_is_reached_and_some_state_ends(one: workflow.Workflow) -> None:
    reached, grew = {one.start}, True
    while grew:
        more = {to for frm, to in one.pairs if frm in reached} - reached
        reached, grew = reached | more, bool(more)
    assert reached == one.states or one is workflow.DOCUMENT
    assert one.ends
    assert all(one.allows(frm, to) for to in one.states for frm in one.sources(to))
