"""Units and users: the tree from province to hall, who may keep it, roles that exclude each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hallclient.domain.people import UnitDraft, UserDraft
from hallclient.errors import NotAllowed, RuleBroken, Stale
from hallclient.services.people import PeopleService
from tests.halls import PASSWORD, Hall


@pytest.fixture
def people(hall: Hall) -> PeopleService:
    return PeopleService(hall.parts)


def clerk(hall: Hall, **changes: object) -> UserDraft:
    draft = UserDraft(staff_no="LD0399", name="李桐", roles=("teller",), unit=hall.units["LD"])
    return replace(draft, **changes)  # type: ignore[arg-type]


def codes(caught: pytest.ExceptionInfo[RuleBroken]) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in caught.value.problems}


@pytest.mark.row("S12")
def test_the_tree_goes_from_province_to_hall_with_grade_and_scope(hall: Hall, people: PeopleService) -> None:
    admin = hall.actor("system_admin")
    province = people.add_unit(admin, UnitDraft(code="YZ", name="云泽省电力公司", kind="province"))
    city = people.add_unit(admin, UnitDraft(code="QC", name="青川供电公司", kind="city", parent=province.id))
    county = people.add_unit(admin, UnitDraft(code="QB", name="青北县供电公司", kind="county", parent=city.id))
    station = people.add_unit(admin, UnitDraft(code="QBS", name="河口供电所", kind="station", parent=county.id))
    draft = UnitDraft(
        code="qbh", name="河口供电所营业厅", kind="hall", parent=station.id, grade="C",
        service_scope="低压业务、收费", phone="0570-8000001", address="河口镇1号", hours="08:30-17:30",
    )  # fmt: skip
    added = people.add_unit(admin, draft)
    kept = next(unit for unit in people.units(admin) if unit.id == added.id)
    assert (kept.code, kept.grade, kept.service_scope, kept.parent) == ("QBH", "C", "低压业务、收费", station.id)
    assert (kept.phone, kept.address, kept.hours) == ("0570-8000001", "河口镇1号", "08:30-17:30")


@pytest.mark.row("S12")
def test_somebody_of_a_county_reaches_its_halls_and_no_other_county(hall: Hall, people: PeopleService) -> None:
    admin = hall.actor("system_admin")
    specialist = clerk(hall, staff_no="LDX0201", roles=("complaint_specialist",), unit=hall.units["LDX"])
    people.add_user(admin, specialist, PASSWORD)
    actor = hall.sign_in.sign_in("LDX0201", PASSWORD)
    assert actor.units == {hall.units["LDX"], hall.units["LD"]}
    actor.require("requests.read", unit=hall.units["LD"])
    with pytest.raises(NotAllowed) as caught:
        actor.require("requests.read", unit=hall.units["LX"])
    assert caught.value.code == "people.other_unit"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": "青"}, "code"), ({"code": ""}, "code"), ({"code": "LX"}, "code"), ({"name": " "}, "name"),
        ({"grade": ""}, "grade"), ({"kind": "tower"}, "kind"), ({"kind": "city"}, "parent"),
    ],
)  # fmt: skip
def test_a_unit_that_cannot_be_is_refused_by_its_field(
    hall: Hall, people: PeopleService, changes: dict[str, str], field: str
) -> None:
    good = UnitDraft(code="QT", name="桥头营业厅", kind="hall", grade="C", parent=hall.units["LXX"])
    with pytest.raises(RuleBroken) as caught:
        people.add_unit(hall.actor("system_admin"), replace(good, **changes))
    assert field in {problem.field for problem in caught.value.problems}


def test_a_units_code_stays_since_numbers_were_given_under_it(hall: Hall, people: PeopleService) -> None:
    admin = hall.actor("system_admin")
    draft = UnitDraft(code="LD", name="澜东营业厅（新址）", kind="hall", grade="A", parent=hall.units["LDX"])
    assert people.change_unit(admin, hall.units["LD"], draft).name == "澜东营业厅（新址）"
    with pytest.raises(RuleBroken) as caught:
        people.change_unit(admin, hall.units["LD"], replace(draft, code="LE"))
    assert ("code", "people.unit_code_fixed") in codes(caught)


def test_only_the_system_administrator_keeps_users(hall: Hall, people: PeopleService) -> None:
    for role in hall.parts.catalog.roles():
        if role.code == "system_admin":
            continue
        with pytest.raises(NotAllowed):
            people.add_user(hall.actor(role.code), clerk(hall), PASSWORD)


def test_a_new_user_signs_in_and_must_change_the_password(hall: Hall, people: PeopleService) -> None:
    people.add_user(hall.actor("system_admin"), clerk(hall, name=" 李桐 "), PASSWORD)
    actor = hall.sign_in.sign_in("LD0399", PASSWORD)
    assert actor.name == "李桐"
    assert hall.sign_in.must_change(actor)


def test_a_staff_number_is_given_once(hall: Hall, people: PeopleService) -> None:
    admin = hall.actor("system_admin")
    people.add_user(admin, clerk(hall), PASSWORD)
    with pytest.raises(RuleBroken) as caught:
        people.add_user(admin, clerk(hall, name="王五"), PASSWORD)
    assert codes(caught) == {("staff_no", "people.staff_no_taken")}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"staff_no": "李"}, "staff_no"), ({"name": ""}, "name"), ({"roles": ()}, "roles"),
        ({"roles": ("emperor",)}, "roles"), ({"unit": ""}, "unit"), ({"unit": "0" * 32}, "unit"),
    ],
)  # fmt: skip
def test_a_user_that_cannot_be_is_refused_by_its_field(
    hall: Hall, people: PeopleService, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(RuleBroken) as caught:
        people.add_user(hall.actor("system_admin"), clerk(hall, **changes), PASSWORD)
    assert {problem.field for problem in caught.value.problems} == {field}


@pytest.mark.parametrize(
    "roles", [("system_admin", "audit_admin"), ("security_admin", "audit_admin"), ("system_admin", "teller")]
)
def test_roles_that_exclude_each_other_are_not_given_to_one_person(
    hall: Hall, people: PeopleService, roles: tuple[str, ...]
) -> None:
    admin = hall.actor("system_admin")
    with pytest.raises(RuleBroken) as caught:
        people.add_user(admin, clerk(hall, roles=roles), PASSWORD)
    assert ("roles", "people.roles_apart") in codes(caught)
    one = people.add_user(admin, clerk(hall), PASSWORD)
    with pytest.raises(RuleBroken):
        people.change_user(admin, one.id, clerk(hall, roles=roles), rev=one.rev)
    both = people.change_user(admin, one.id, clerk(hall, roles=("teller", "guide")), rev=one.rev)
    assert both.roles == ("teller", "guide")


def test_two_administrators_at_once_do_not_overwrite_each_other(hall: Hall, people: PeopleService) -> None:
    admin = hall.actor("system_admin")
    one = people.add_user(admin, clerk(hall), PASSWORD)
    people.change_user(admin, one.id, clerk(hall, name="李彤"), rev=one.rev)
    with pytest.raises(Stale):
        people.change_user(admin, one.id, clerk(hall, name="李同"), rev=one.rev)


def test_nobody_disables_the_account_in_use(hall: Hall, people: PeopleService) -> None:
    admin = hall.actor("system_admin")
    with pytest.raises(RuleBroken) as caught:
        people.set_active(admin, admin.user_id, False)
    assert caught.value.code == "people.not_yourself"


def test_a_reset_unlocks(hall: Hall, people: PeopleService) -> None:
    teller = hall.actor("teller")
    for _ in range(5):
        with pytest.raises(NotAllowed):
            hall.sign_in.sign_in("teller", "Wrong-pass-1!")
    people.reset_password(hall.actor("system_admin"), teller.user_id, "Qingshan-2027!")
    assert hall.sign_in.sign_in("teller", "Qingshan-2027!")
