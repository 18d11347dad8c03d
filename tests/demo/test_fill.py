"""The demo's city is all there: people who sign in, customers found, orders in every state, cases, money, queue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from hallclient.demo.city import city
from hallclient.demo.customers import invent
from hallclient.demo.fill import PICTURES, Demo, fill
from hallclient.domain.business import OrderFilter
from hallclient.domain.instants import BEIJING, day_of
from hallclient.domain.requests import RequestFilter
from hallclient.services import doctor, opening
from hallclient.store import customers, payments

CUSTOMERS = 300


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """One filled city for all these tests, which only look at it."""
    filled = fill(tmp_path_factory.mktemp("demo") / "profile", customers=CUSTOMERS, now=PICTURES, orders_per_kind=2)
    yield filled
    filled.close()


def test_customers_are_the_same_each_time_and_keep_the_archives_rules() -> None:
    today = date(2026, 6, 10)
    first, again = list(invent(2000, today=today)), list(invent(2000, today=today))
    assert first == again
    assert first != list(invent(2000, today=today, seed=7))
    assert [draft for draft in first if draft.problems(today) or draft != draft.tidy()] == []
    assert len({draft.account for draft in first}) == 2000
    assert all(draft.account.startswith("99") and draft.phone.startswith("100") for draft in first)
    kinds = Counter(draft.customer_class for draft in first)
    assert set(kinds) == {"resident", "non_resident", "high_voltage", "temporary", "generator"}
    assert any("䶮" in draft.name for draft in first)
    assert any(draft.vulnerable for draft in first)
    assert any(draft.important for draft in first)
    assert any(today <= draft.contract_to <= today + timedelta(days=60) for draft in first if draft.contract_to)


def test_there_is_somebody_in_every_role_and_each_signs_in(demo: Demo) -> None:
    catalog = demo.services.parts.catalog
    with_people = {role for person in city().people for role in person.roles}
    assert with_people == {role.code for role in catalog.roles()}
    for person in city().people:
        unit = next(unit for unit in city().units if unit.draft.code == person.unit)
        levels = {level for role in person.roles for level in catalog.role(role).levels}
        assert unit.draft.kind in levels, person.staff_no
        actor = demo.staff.person(person.staff_no)
        assert actor.roles == person.roles
        assert not demo.services.sign_in.must_change(actor)


def test_the_organisation_goes_from_the_province_to_the_halls(demo: Demo) -> None:
    units = {unit.id: unit for unit in demo.services.people.units(demo.actor("system_admin"))}
    assert Counter(unit.kind for unit in units.values()) == {
        "province": 1, "city": 1, "county": 2, "station": 3, "hall": 5,
    }  # fmt: skip
    assert sorted(unit.grade for unit in units.values() if unit.kind == "hall") == ["A", "B", "B", "C", "C"]
    for unit in units.values():
        assert unit.kind == "province" or unit.parent in units


def test_customers_are_found_by_whatever_is_typed(demo: Demo) -> None:
    teller = demo.actor("teller")
    find = demo.services.customers.find
    assert find(teller, "9900000001")[0].account != ""
    assert [hit.id for hit in find(teller, "10000000027")] == [hit.id for hit in find(teller, "9900000027")]
    assert len(find(teller, "青杉里")) > 5
    assert find(teller, "苏若溪")
    assert find(teller, "srx")
    with demo.services.parts.store.read() as tx:
        assert customers.count(tx) == CUSTOMERS


def test_orders_of_every_kind_stand_in_every_state(demo: Demo) -> None:
    leader, orders = demo.actor("shift_leader"), demo.services.orders
    every = orders.work_list(leader, OrderFilter(states=("active", "paused", "finished", "withdrawn")), limit=1000)
    on_form = {kind.code for kind in demo.services.parts.catalog.kinds(day_of(PICTURES)) if kind.route == "business"}
    assert {line.kind for line in every} == on_form
    assert set(Counter(line.state for line in every)) == {"active", "paused", "finished", "withdrawn"}
    assert {"ok", "late", "paused"} <= {line.light(PICTURES) for line in every}
    assert any(line.deferred for line in every)
    assert any(day_of(line.accepted_at) == day_of(PICTURES) for line in every)
    assert len({line.clerk for line in every}) > 1
    assert max(line.accepted_at for line in every) < PICTURES


def test_todays_queue_has_all_classes_waiting_and_one_called_at_the_home_window(demo: Demo) -> None:
    board = demo.services.queue.board(demo.staff.tellers[0])
    assert set(board.counts) == {one.code for one in demo.services.parts.catalog.queue_classes()}
    assert board.current is not None
    assert (board.current.state, board.current.window) == ("called", city().counter)
    assert board.suspended
    assert board.done_today > 10
    assert sum(line.next for line in board.waiting) == 1
    assert board.open_windows >= 2


def test_money_was_taken_in_every_way_and_the_days_before_are_settled(demo: Demo) -> None:
    leader, home = demo.actor("shift_leader"), demo.staff.tellers[0]
    service = demo.services.payments
    taken = service.taken(leader, limit=1000)
    assert {payment.way for payment in taken} == {way.code for way in demo.services.parts.catalog.payment_ways()}
    assert {payment.state for payment in taken} == {"valid", "reversed", "asked"}
    assert len(service.waiting_reversals(leader)) == 1
    for payment in taken:
        assert (payment.settlement is not None) == (day_of(payment.paid_at) < day_of(PICTURES)), payment.number
    settled = service.settlements(leader)
    assert len(settled) >= 5
    assert Counter(sheet.difference for sheet in settled) == {0: len(settled) - 1, -500: 1}
    assert service.drawer(home).payments > 0
    with demo.services.parts.store.read() as tx:
        assert any(payments.owed(tx, f"99{number:08d}") for number in range(1, CUSTOMERS))


def test_the_sixty_complaints_came_with_repeats_companions_and_versions(demo: Demo) -> None:
    leader, service = demo.actor("shift_leader"), demo.services.requests
    lines = service.page(leader, RequestFilter(kinds=("complaint",)), limit=200)
    assert len(lines) == 64
    assert {line.severity for line in lines} == {"general", "important", "major", "special"}
    assert {line.category[:2] for line in lines} == {"01", "02", "03", "04", "05"}
    assert len({line.channel for line in lines}) == 10
    assert all(line.due is not None for line in lines)
    assert service.request(leader, demo.complaints[34]).repeats == 2
    assert service.request(leader, demo.complaints[46]).repeats == 1
    assert service.request(leader, demo.complaints[24]).repeats == 1
    assert len(service.versions(leader, demo.complaints[1])) == 2
    others = service.page(leader, RequestFilter(), limit=200)
    kinds = {line.kind for line in others}
    assert {"consultation", "query", "fault", "suggestion", "opinion", "praise", "service", "urge"} <= kinds
    assert "report" not in kinds  # its reporter is hidden from the hall
    assert {line.state for line in others} == {"accepted", "closed"}


def test_the_first_complaint_kept_its_recording_and_it_plays_from_the_vault(demo: Demo) -> None:
    clerk, evidence = demo.actor("complaint_specialist"), demo.services.evidence
    items = evidence.items(clerk, "requests", demo.complaints[1])
    assert [item.kind for item in items] == ["audio", "video", "image", "image"]
    for item in items:
        evidence.verify(clerk, item.id)
        with evidence.open(clerk, item.id, reason="核实") as reader:
            assert len(reader.read()) == item.size
    assert items[0].duration_ms is not None
    assert evidence.marks(clerk, items[0].id)


def test_the_doctor_finds_all_well(demo: Demo) -> None:
    found = {finding.name: finding.well for finding in doctor.examine(demo.services.parts)}
    assert found
    assert all(found.values()), found


def test_the_workspace_opens_again_with_its_key(tmp_path: Path) -> None:
    filled = fill(tmp_path / "profile", customers=120, now=PICTURES, orders_per_kind=1)
    filled.close()
    parts = opening.open_parts(filled.services.parts.settings, filled.keys, clock=filled.clock)
    assert parts.settings.demo
    parts.store.close()


@pytest.mark.parametrize(
    "now", [datetime(2026, 10, 3, 0, 20, tzinfo=BEIJING), datetime(2025, 12, 31, 18, 5, tzinfo=BEIJING)]
)
def test_it_can_be_filled_at_any_hour_of_any_day(tmp_path: Path, now: datetime) -> None:
    heard: list[float] = []
    filled = fill(
        tmp_path / "profile", customers=150, now=now, orders_per_kind=1, progress=lambda _, share: heard.append(share)
    )
    try:
        board = filled.services.queue.board(filled.staff.tellers[0])
        assert board.current is not None
        assert len(board.waiting) >= 8
        assert heard == sorted(heard)
        assert heard[-1] == 1.0
    finally:
        filled.close()
