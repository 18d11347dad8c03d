"""The administrator's pages: units, people, roles, passwords, locks; the audit trail and its chain."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from sqlalchemy import text

import hallclient
from hallclient.domain.evidence import CustodyAct
from hallclient.domain.instants import BEIJING
from hallclient.domain.people import Unit
from hallclient.errors import HallError
from hallclient.gui.admin.audit_order import Backwards, newest
from hallclient.gui.admin.audit_page import AuditPage
from hallclient.gui.admin.audit_words import AuditWords
from hallclient.gui.admin.people_page import NOTHING, UNIT, USER, PeoplePage
from hallclient.gui.admin.units_card import in_tree_order
from hallclient.gui.shared.messages import set_next_answer
from hallclient.services import bundle
from hallclient.store.audit import AuditLine
from tests.gui.conftest import Desk
from tests.halls import PASSWORD, START
from tests.house.controls import unnamed

GOOD = "Qingshan-2026"


def people(desk: Desk, role: str = "system_admin") -> PeoplePage:
    page = PeoplePage(desk.workplace(role))
    desk.show(page)
    return page


def pick_unit(page: PeoplePage, code: str) -> None:
    row = next(at for at, unit in enumerate(page.units.model.records) if unit.code == code)
    page.units.list.setCurrentIndex(page.units.model.index(row, 0))


def pick_user(desk: Desk, page: PeoplePage, staff_no: str) -> None:
    row = next(at for at, user in enumerate(page.model.records) if user.staff_no == staff_no)
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(row, 0))
    desk.wait(lambda: page.detail.currentIndex() == USER)


@pytest.mark.row("S12")
def test_the_tree_goes_from_province_to_hall_with_grade_and_scope(desk: Desk) -> None:
    page = people(desk)
    pick_unit(page, "LDX")
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.detail.currentIndex() == UNIT
    form = page.unit_form
    form.save.click()
    desk.wait(lambda: bool(form.fields["name"].problem()))
    assert form.fields["code"].problem()
    form.name.set_value("柳塘供电所")
    form.code.set_value("LT")
    form.kind.set_value("station")
    assert not form.grade.isVisible()
    form.save.click()
    desk.wait(lambda: page.detail.currentIndex() == NOTHING)
    pick_unit(page, "LT")
    page.units.new.click()
    assert form.kind.value() == "hall"
    assert form.grade.isVisible()
    form.name.set_value("柳塘营业厅")
    form.code.set_value("LTT")
    form.save.click()
    desk.wait(lambda: bool(form.fields["grade"].problem()))
    form.grade.set_value("C")
    form.scope.set_value("柳塘街道低压业务")
    form.save.click()
    desk.wait(lambda: page.detail.currentIndex() == NOTHING)
    rows = {unit.code: page.units._row(unit) for unit in page.units.model.records}
    assert [unit.code for unit in page.units.model.records] == ["LL", "LDX", "LT", "LTT", "LD", "LXX", "LX"]
    assert rows["LTT"].title == "\u3000\u3000\u3000柳塘营业厅"
    assert rows["LTT"].note.strip() == "营业厅 · C 级 · 柳塘街道低压业务"


def test_a_unit_under_a_lower_one_is_refused_beside_its_field(desk: Desk) -> None:
    page = people(desk)
    pick_unit(page, "LDX")
    page.units.list.setFocus()
    QTest.keyClick(page.units.list, Qt.Key.Key_Return)
    form = page.unit_form
    assert form.code.isReadOnly()
    form.parent_unit.set_value(desk.hall.units["LD"])
    form.save.click()
    desk.wait(lambda: bool(form.fields["parent"].problem()))


def test_a_person_is_added_by_keyboard_and_wrong_input_is_said(desk: Desk) -> None:
    page = people(desk)
    pick_unit(page, "LX")
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = page.user_form
    assert form.staff_no.hasFocus()
    assert form.unit.value() == desk.hall.units["LX"]
    QTest.keyClicks(form.staff_no, "X 1")
    QTest.keyClicks(form.password, "short")
    form.save.click()
    desk.wait(lambda: bool(form.fields["password"].problem()))
    for name in ("staff_no", "name", "roles"):
        assert form.fields[name].problem(), name
    assert "10" in (form.fields["password"].problem() or "")
    form.staff_no.set_value("clerk2")
    form.name.set_value("苏禾")
    form.password.set_value(GOOD)
    form.roles.boxes["teller"].setFocus()
    QTest.keyClick(form.roles.boxes["teller"], Qt.Key.Key_Space)
    form.save.click()
    desk.wait(lambda: "已经有人" in (form.fields["staff_no"].problem() or ""))
    form.staff_no.set_value("LX0021")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: any(user.staff_no == "LX0021" for user in page.model.records))
    actor = desk.hall.sign_in.sign_in("LX0021", GOOD)
    assert actor.roles == ("teller",)
    assert desk.hall.sign_in.must_change(actor)


def test_roles_have_their_meaning_and_conflicts_are_told(desk: Desk) -> None:
    page = people(desk)
    page.start_new()
    form = page.user_form
    meanings = {label.text() for label in form.roles.findChildren(QLabel)}
    assert "受理业务、收费、受理诉求。" in meanings
    form.roles.set_value(("teller",))
    assert not form.warning.text()
    form.roles.set_value(("teller", "system_admin"))
    assert "管理员不得兼任业务角色" in form.warning.text()
    assert set(form.named.boxes) == {"reports.identity", "inspections.read", "findings.read"}


def test_roles_and_rights_by_name_are_changed(desk: Desk) -> None:
    page = people(desk)
    pick_user(desk, page, "clerk2")
    form = page.user_form
    form.roles.boxes["guide"].setChecked(True)
    form.named.boxes["findings.read"].setChecked(True)
    form.save.click()
    desk.wait(lambda: len(next(u for u in page._users if u.staff_no == "clerk2").roles) == 2)
    actor = desk.hall.actor("", "clerk2")
    assert set(actor.roles) == {"teller", "guide"}
    assert actor.rights["findings.read"] == "named"


def test_a_locked_person_is_unlocked_and_a_password_is_reset(desk: Desk) -> None:
    for _ in range(5):
        with pytest.raises(HallError):
            desk.hall.sign_in.sign_in("clerk2", "wrong")
    page = people(desk)
    page.states.set_value("locked")
    page._filter()
    assert [user.staff_no for user in page.model.records] == ["clerk2"]
    pick_user(desk, page, "clerk2")
    form = page.user_form
    assert "锁定到" in form.state.text
    form.lock.click()
    desk.wait(lambda: not page.model.records)
    desk.hall.sign_in.sign_in("clerk2", PASSWORD)
    page.states.set_value("all")
    page._filter()
    pick_user(desk, page, "clerk2")
    form.reset.click()
    assert form.password.hasFocus()
    form.password.set_value("clerk2-ABC")
    form.save.click()
    desk.wait(lambda: bool(form.fields["password"].problem()))
    form.password.set_value(GOOD)
    form.save.click()
    desk.wait(lambda: not form.password.isVisible())
    desk.hall.sign_in.sign_in("clerk2", GOOD)


def test_a_person_is_disabled_after_a_question_and_nobody_disables_herself(desk: Desk) -> None:
    page = people(desk)
    pick_user(desk, page, "systemadmin")
    assert not page.user_form.lock.isEnabled()
    assert "正在使用" in page.user_form.lock.toolTip()
    pick_user(desk, page, "clerk2")
    set_next_answer(False)
    page.user_form.lock.click()
    desk.settle()
    desk.hall.actor("", "clerk2")
    set_next_answer(True)
    page.user_form.lock.click()
    desk.wait(lambda: not next(u for u in page._users if u.staff_no == "clerk2").active)
    with pytest.raises(HallError):
        desk.hall.actor("", "clerk2")


def test_typed_words_are_not_lost_without_a_question(desk: Desk) -> None:
    page = people(desk)
    page.start_new()
    page.user_form.name.set_value("苏禾")
    set_next_answer(False)
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(0, 0))
    assert page.user_form.name.value() == "苏禾"
    set_next_answer(True)
    QTest.keyClick(page.user_form, Qt.Key.Key_Escape)
    assert page.detail.currentIndex() == NOTHING


def test_who_may_only_read_sees_why(desk: Desk) -> None:
    page = people(desk, "security_admin")
    assert not page.new.isEnabled()
    assert "系统管理员" in page.new.toolTip()
    pick_user(desk, page, "clerk2")
    assert not page.user_form.save.isEnabled()
    assert not page.user_form.lock.isEnabled()
    assert page.audit.isEnabled()


def test_every_control_can_be_named(desk: Desk) -> None:
    page = people(desk)
    page.start_new()
    assert unnamed(page) == []
    page.hide()
    assert unnamed(trail(desk)) == []


# ---- the trail ------------------------------------------------------------------------------------------------------


def trail(desk: Desk, role: str = "audit_admin") -> AuditPage:
    page = AuditPage(desk.workplace(role))
    desk.show(page)
    desk.settle()
    return page


def test_the_trail_shows_who_did_what_newest_first_and_verifies(desk: Desk) -> None:
    clerk = desk.hall.actor("teller")
    bundle.build(desk.hall.parts).sign_in.sign_out(clerk)
    page = trail(desk)
    desk.wait(lambda: len(page.model.records) > 2)
    shown = [(page._who(line.actor), page._words.action(line.action)) for line in page.model.records]
    assert (f"{clerk.name} {clerk.staff_no}", "退出登录") in shown
    numbers = [line.seq for line in page.model.records]
    assert numbers == sorted(numbers, reverse=True)
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: "全部相符" in page.said.text())
    desk.wait(lambda: page.model.records[0].action == "audit.verify")


def test_an_altered_row_is_named(desk: Desk) -> None:
    desk.hall.actor("teller")
    desk.hall.actor("teller")
    with desk.hall.store._engine.connect().execution_options(write=True) as connection, connection.begin():
        connection.execute(text("DROP TRIGGER audit_no_update"))
        connection.execute(text("UPDATE audit SET action='sign_out' WHERE seq=2"))
    page = trail(desk)
    page.verify.click()
    desk.wait(lambda: "第 2 条" in page.said.text())
    assert page.verify.isEnabled()


def test_who_may_only_verify_sees_no_rows(desk: Desk) -> None:
    page = trail(desk, "security_admin")
    assert not page.model.records
    assert page.none.isVisible()
    page.verify.click()
    desk.wait(lambda: "全部相符" in page.said.text())


def test_administrators_see_no_business_data(desk: Desk) -> None:
    for role in ("system_admin", "security_admin", "audit_admin"):
        actor = desk.hall.actor(role)
        assert not any(right.split(".")[0] in {"customers", "requests", "payments"} for right in actor.rights)


def test_every_action_that_is_audited_has_a_word() -> None:
    folder = Path(hallclient.__file__).parent
    written: set[str] = set()
    for file in [*folder.glob("services/*.py"), *folder.glob("store/*.py")]:
        for call in re.findall(r"tx\.audit\(([^,]*),", file.read_text(encoding="utf-8")):
            written |= set(re.findall(r'(?<!f)"([a-z_]+(?:\.[a-z_]+)?)"', call))
    written |= {f"evidence.{act}" for act in CustodyAct}
    assert len(written) > 40
    assert written <= set(AuditWords().actions)


@given(st.integers(0, 400), st.sets(st.integers(1, 400)), st.integers(1, 60))
def test_pages_from_the_end_give_every_row_once(last: int, missing: set[int], limit: int) -> None:
    seqs = [seq for seq in range(1, last + 1) if seq not in missing]

    def lines(after: int, many: int) -> list[AuditLine]:
        found = [seq for seq in seqs if seq > after][:many]
        same: dict[str, Any] = dict.fromkeys(("actor", "terminal", "action", "kind", "object_id"), "")
        return [
            AuditLine(seq=seq, at=START.astimezone(BEIJING), detail={}, result="ok", prev="", hash="", **same)
            for seq in found
        ]

    end = newest(lines)
    assert end == max(seqs, default=0)
    pages = Backwards(lines, end)
    read: list[int] = []
    while page := pages.page(len(read), limit):
        read += [line.seq for line in page]
        if len(page) < limit:
            break
    assert read == seqs[::-1]


def test_units_whose_parent_is_gone_still_stand_in_the_tree() -> None:
    units = [
        Unit(id="h", code="H", name="厅", kind="hall", parent="gone"),
        Unit(id="c", code="C", name="市", kind="city"),
        Unit(id="x", code="X", name="县", kind="county", parent="c"),
    ]
    assert [(unit.id, depth) for unit, depth in in_tree_order(units)] == [("c", 0), ("x", 1), ("h", 0)]
