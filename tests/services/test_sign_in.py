"""Sign-in: every role, lock-out after five failures, disabled accounts, passwords, what is audited."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hallclient.domain.people import Actor, UserDraft
from hallclient.errors import NotAllowed, RuleBroken
from hallclient.services.audit import AuditService
from hallclient.services.people import PeopleService
from hallclient.services.sign_in import FAILURES, LOCKED
from tests.halls import PASSWORD, Hall, staff_no_of

NEW = "Qingshan-2027!"


def refused(hall: Hall, staff_no: str, password: str = "Wrong-pass-1!") -> NotAllowed:
    with pytest.raises(NotAllowed) as caught:
        hall.sign_in.sign_in(staff_no, password)
    return caught.value


def actions(hall: Hall) -> list[tuple[str, str]]:
    lines = AuditService(hall.parts).lines(hall.actor("audit_admin"), limit=200)
    return [(line.action, line.result) for line in lines]


def test_everyone_signs_in_with_the_rights_of_the_role(hall: Hall) -> None:
    for role in hall.parts.catalog.roles():
        actor = hall.actor(role.code)
        granted = hall.parts.catalog.rights_of([role.code])
        assert actor.rights == {right: scope for right, scope in granted.items() if scope != "named"}
        assert (actor.unit, actor.hall, actor.window) == (hall.units["LD"], hall.units["LD"], "3")


def test_a_right_given_by_name_comes_with_its_person_only(hall: Hall) -> None:
    admin, people = hall.actor("system_admin"), PeopleService(hall.parts)
    draft = UserDraft(staff_no="LD7001", name="杨正之", roles=("discipline",), unit=hall.units["LD"])
    named = replace(draft, staff_no="LD7002", named_rights=("reports.identity",))
    for each in (draft, named):
        people.add_user(admin, each, PASSWORD)
    assert not hall.sign_in.sign_in("LD7001", PASSWORD).may("reports.identity")
    assert hall.sign_in.sign_in("LD7002", PASSWORD).may("reports.identity")


def test_five_failures_lock_the_account_even_for_the_right_password(hall: Hall) -> None:
    left = [refused(hall, "teller").details.get("left") for _ in range(FAILURES - 1)]
    assert left == [4, 3, 2, 1]
    assert refused(hall, "teller").code == "people.locked"
    assert refused(hall, "teller", PASSWORD).code == "people.locked"
    assert hall.actor("guide")  # nobody else is locked out
    hall.clock.forward(seconds=LOCKED.total_seconds() - 1)
    assert refused(hall, "teller", PASSWORD).code == "people.locked"
    hall.clock.forward(seconds=2)
    assert hall.actor("teller").staff_no == "teller"


def test_the_lock_says_until_when_on_the_clock_on_the_wall(hall: Hall) -> None:
    for _ in range(FAILURES):
        fault = refused(hall, "teller")
    assert fault.details["until"] == f"{hall.clock.now + LOCKED:%H:%M}" == "14:39"


def test_a_success_forgets_the_failures(hall: Hall) -> None:
    for _ in range(FAILURES - 1):
        refused(hall, "teller")
    hall.actor("teller")
    assert refused(hall, "teller").details["left"] == FAILURES - 1


def test_an_unknown_number_is_told_apart_by_nothing(hall: Hall) -> None:
    unknown, known = refused(hall, "LD9999"), refused(hall, "teller")
    assert unknown.code == known.code == "people.sign_in_failed"


def test_a_disabled_account_is_refused_only_after_the_right_password(hall: Hall) -> None:
    admin, people = hall.actor("system_admin"), PeopleService(hall.parts)
    teller = hall.actor("teller")
    people.set_active(admin, teller.user_id, False)
    assert refused(hall, "teller").code == "people.sign_in_failed"
    assert refused(hall, "teller", PASSWORD).code == "people.inactive"
    people.set_active(admin, teller.user_id, True)
    assert hall.actor("teller")


def test_blanks_around_a_staff_number_do_not_matter(hall: Hall) -> None:
    assert hall.sign_in.sign_in(" teller ", PASSWORD).staff_no == "teller"


@pytest.mark.parametrize("weak", ["Short-1!", "onlylowercase", "1234567890123", "Teller-2026!"])
def test_a_weak_password_is_refused(hall: Hall, weak: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        hall.sign_in.change_password(hall.actor("teller"), PASSWORD, weak)
    assert caught.value.problems[0].field == "password"
    assert hall.actor("teller")


def test_a_new_password_takes_the_place_of_the_old(hall: Hall) -> None:
    teller = hall.actor("teller")
    with pytest.raises(NotAllowed):
        hall.sign_in.change_password(teller, "Wrong-pass-1!", NEW)
    hall.sign_in.change_password(teller, PASSWORD, NEW)
    assert refused(hall, "teller", PASSWORD).code == "people.sign_in_failed"
    assert hall.sign_in.sign_in("teller", NEW).user_id == teller.user_id


def test_a_password_given_by_the_administrator_has_to_be_changed(hall: Hall) -> None:
    teller = hall.actor("teller")
    assert not hall.sign_in.must_change(teller)
    PeopleService(hall.parts).reset_password(hall.actor("system_admin"), teller.user_id, NEW)
    again = hall.sign_in.sign_in("teller", NEW)
    assert hall.sign_in.must_change(again)
    hall.sign_in.change_password(again, NEW, PASSWORD)
    assert not hall.sign_in.must_change(again)


def test_unlocking_a_locked_window_counts_failures_too(hall: Hall) -> None:
    teller = hall.actor("teller")
    for _ in range(FAILURES):
        with pytest.raises(NotAllowed):
            hall.sign_in.unlock(teller, "Wrong-pass-1!")
    assert refused(hall, "teller", PASSWORD).code == "people.locked"


def test_success_refusal_lock_and_leaving_stand_in_the_audit_trail(hall: Hall) -> None:
    teller = hall.actor("teller")
    hall.sign_in.sign_out(teller)
    refused(hall, "teller")
    refused(hall, "nobody")
    seen = actions(hall)
    assert ("sign_in", "ok") in seen
    assert ("sign_out", "ok") in seen
    assert seen.count(("sign_in", "refused")) == 2


def test_staff_numbers_of_tests_are_those_of_the_roles(hall: Hall) -> None:
    actor: Actor = hall.actor("shift_leader")
    assert actor.staff_no == staff_no_of("shift_leader")
    assert hall.sign_in.ready()
    assert hall.sign_in.place() == ("澜东营业厅", "3")
    assert timedelta(minutes=30) == LOCKED
