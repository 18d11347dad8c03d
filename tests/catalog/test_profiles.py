"""State Grid and China Southern Grid side by side, and the queue, payments and units they share."""

from __future__ import annotations

from datetime import date, time

import pytest

from hallclient.catalog.lookups import Catalog
from hallclient.errors import NotFound

TODAY = date(2026, 6, 10)

DIFFERENCES = [
    ("reconnect.power", 24, 12),
    ("repair.restore.urban", 3, 4),
    ("repair.restore.rural", 4, 5),
    ("connect.resident.plan", 3, 2),
    ("connect.lv.plan", 3, 5),
    ("connect.hv_single.plan", 10, 15),
    ("connect.hv_dual.plan", 20, 30),
    ("connect.hv.meter", 3, 5),
    ("complaint.reply", 5, 5),
    ("hall.waiting", 15, 15),
]


@pytest.mark.parametrize(("code", "state_grid", "southern"), DIFFERENCES)
def test_limits_of_the_two_operators(sgcc: Catalog, csg: Catalog, code: str, state_grid: int, southern: int) -> None:
    assert sgcc.limit(code, TODAY).amount == state_grid
    assert csg.limit(code, TODAY).amount == southern


def test_names_of_the_two_operators(sgcc: Catalog, csg: Catalog) -> None:
    assert (sgcc.profile.short_zh, sgcc.profile.app_zh) == ("国家电网", "网上国网")
    assert (csg.profile.short_zh, csg.profile.app_zh) == ("南方电网", "南网在线")
    assert sgcc.profile.hotline == csg.profile.hotline == "95598"
    assert sgcc.profile.brand_key != csg.profile.brand_key
    assert csg.channel("app").zh == "南网在线App" and csg.channel("app").group == "online"


def test_kinds_of_the_two_operators(sgcc: Catalog, csg: Catalog) -> None:
    ours = {kind.code for kind in sgcc.kinds(TODAY)}
    theirs = {kind.code for kind in csg.kinds(TODAY)}
    assert ours - theirs == {"suspension", "suspension_restore"}
    assert theirs - ours == {"equipment_change", "joint_service"}
    assert csg.business("suspension", date(2024, 5, 31)).zh == "暂停"
    with pytest.raises(NotFound):
        csg.business("suspension", date(2024, 6, 1))


def test_clocks_that_only_one_operator_runs(sgcc: Catalog, csg: Catalog) -> None:
    assert "complaint.review" not in sgcc.clocks("complaint", severity="major")
    assert {"complaint.review", "complaint.pass_on"} <= set(csg.clocks("complaint", severity="major"))
    assert "complaint.review" not in csg.clocks("complaint", severity="general")
    assert csg.clocks("fault")[0] == "fault.dispatch"


def test_queue_classes_and_norms(sgcc: Catalog) -> None:
    assert {each.prefix: each.zh for each in sgcc.queue_classes()} == {
        "A": "业务",
        "B": "收费",
        "C": "咨询",
        "D": "对公",
        "Y": "优先",
    }
    assert sgcc.limit(sgcc.queue_class("payment").handling_limit, TODAY).amount == 5
    assert sgcc.limit(sgcc.queue_class("business").handling_limit, TODAY).amount == 20
    weights = {each.code: each.weight for each in sgcc.queue_classes()}
    assert max(weights, key=lambda code: weights[code]) == "priority"


def test_ticket_states_lead_to_an_end(sgcc: Catalog) -> None:
    states = {state.code: state for state in sgcc.ticket_states()}
    assert {"issued", "called", "serving", "done", "no_show", "transferred", "suspended"} <= set(states)
    reached = {"issued"}
    while added := {code for state in reached for code in states[state].next} - reached:
        reached |= added
    assert reached == set(states)
    assert {code for code, state in states.items() if not state.next} == {"done", "cancelled"}
    assert [state.code for state in sgcc.window_states()] == ["open", "paused", "closed"]


def test_ways_to_pay(sgcc: Catalog) -> None:
    assert [way.code for way in sgcc.payment_ways()] == ["cash", "pos", "qr", "cheque", "prepaid"]
    assert sgcc.payment_way("cash").change and sgcc.payment_way("cheque").clears_later
    cheque = {field.code for field in sgcc.payment_way("cheque").fields if field.required}
    assert cheque == {"number", "bank", "drawer", "drawer_account", "issued_on"}
    assert sgcc.reversal.second_person and sgcc.reversal.approve_right == "payments.approve_reversal"


def test_units_and_grades_of_halls(sgcc: Catalog) -> None:
    assert [kind.code for kind in sgcc.unit_kinds()] == ["province", "city", "county", "station", "hall"]
    assert sgcc.unit_kind("hall").parents == ("station", "county", "city")
    assert "new_supply" in sgcc.hall_grade("A").groups and "new_supply" not in sgcc.hall_grade("D").groups


def test_shifts_with_a_lunch_break(sgcc: Catalog) -> None:
    hours = [(shift.start, shift.end) for shift in sgcc.calendar.shifts]
    assert hours == [(time(8, 30), time(12)), (time(13, 30), time(17, 30))]
    assert sgcc.calendar.days == ()


def test_every_item_has_both_names(sgcc: Catalog, csg: Catalog) -> None:
    for catalog in (sgcc, csg):
        for table, items in catalog.items.items():
            for item in items:
                if table == "days":
                    continue
                assert catalog.name(item, "zh") and catalog.name(item, "en"), (table, item.code)
                assert catalog.name(item, "en").isascii() or "“" in item.en, (table, item.en)
