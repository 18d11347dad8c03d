"""Taking requests in by keyboard: what is asked, what is said beside the fields, what is kept, what is offered."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hallclient.domain.instants import BEIJING
from hallclient.domain.requests import RequestFilter
from hallclient.gui.requests.intake_view import IntakeView
from hallclient.gui.requests.moment_box import read_moment
from hallclient.gui.requests.requests_page import RequestsPage
from hallclient.gui.shared.messages import set_next_answer
from tests.gui.conftest import Desk
from tests.gui.request_cases import ACCOUNT, PHONE, WORDS, complaint, customer, media, type_in

NOW = datetime(2026, 6, 10, 14, 9, tzinfo=BEIJING)


def opened(desk: Desk, role: str = "shift_leader", kind: str = "complaint") -> tuple[RequestsPage, IntakeView]:
    page = RequestsPage(desk.workplace(role))
    desk.show(page)
    page.begin(kind)
    desk.settle()
    return page, page.intake


def press_accept(view: IntakeView) -> None:
    QTest.keyClick(view.form.facts, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def fill(view: IntakeView) -> None:
    form = view.form
    form.channel.set_value("95598_phone")
    form.customer.name.set_value("苏若溪")
    form.customer.phone.set_value(PHONE)
    type_in(form.facts, WORDS)
    form.claim.set_value("道歉")
    form._took_category("01.01.01")


@pytest.mark.row("K04")
def test_a_complaint_keeps_channel_times_receiver_and_its_recording(desk: Desk) -> None:
    page, view = opened(desk)
    began = desk.hall.clock()
    fill(view)
    desk.hall.clock.forward(minutes=7)
    press_accept(view)
    desk.wait(lambda: view.wrong.isVisible())
    assert view.panel.banner.isVisible()  # neither recording nor letter nor note: not listened
    assert view.form.facts.value() == WORDS
    view.panel.add_files([media("complaint-call.m4a")])
    desk.wait(lambda: len(view.form.extra["evidence"]) == 1)
    press_accept(view)
    desk.wait(lambda: page.detail.request is not None)
    kept = page.detail.request
    assert kept is not None
    assert kept.content.channel == "95598_phone"
    assert kept.content.contact_start == began
    assert kept.content.contact_end == desk.hall.clock()
    assert kept.receiver_no == page._place.actor.staff_no
    desk.wait(lambda: len(page.detail.panel.items) == 1)
    assert page.detail.said.strip.item is not None


@pytest.mark.row("K05")
def test_what_must_be_said_is_asked_for_and_what_was_saved_stays_under_later_versions(desk: Desk) -> None:
    page, view = opened(desk)
    press_accept(view)
    desk.wait(lambda: view.wrong.isVisible())
    wrong = {name for name, field in view.form.fields.items() if field.problem()}
    assert {"channel", "name", "phone", "facts", "claim", "category"} <= wrong
    assert not page._place.services.requests.count(page._place.actor, RequestFilter())
    fill(view)
    view.form.visit_note.set_value("客户在 3 号窗口当面说明")
    press_accept(view)
    desk.wait(lambda: page.detail.request is not None)
    page.detail.amend_button.click()
    desk.wait(lambda: page.intake.amending != "")
    assert page.intake.form.facts.value() == WORDS
    assert not page.intake.form.channel.isEnabled()
    page.intake.form.claim.set_value("当面道歉并书面答复")
    press_accept(page.intake)
    desk.settle()
    assert page.intake._reason_field.problem()  # no later version without a reason
    page.intake.reason.set_value("客户来电补充")
    press_accept(page.intake)
    desk.wait(lambda: page.detail.request is not None and page.detail.request.version == 2)
    first, second = page.detail.case.versions  # type: ignore[union-attr]
    assert first.content["claim"] == "道歉"
    assert second.content["claim"] == "当面道歉并书面答复" and second.changed == ("claim",)
    assert second.reason == "客户来电补充"
    assert "第 2 版" in page.detail.said.version.text()


def test_problems_wait_until_a_field_was_left(desk: Desk) -> None:
    _, view = opened(desk)
    view.form.customer.phone.setFocus()
    type_in(view.form.customer.phone, "123")
    QTest.qWait(0)
    view.check_now()
    desk.settle()
    assert view.form.fields["phone"].problem() is None
    QTest.keyClick(view.form.customer.phone, Qt.Key.Key_Tab)
    view.check_now()
    desk.settle()
    assert "位数" in (view.form.fields["phone"].problem() or "")
    assert view.form.fields["claim"].problem() is None


def test_a_channel_that_passes_on_asks_for_its_number_and_brings_its_clock(desk: Desk) -> None:
    _, view = opened(desk)
    grid, fields = view.form.source_grid, view.form.fields
    assert not grid.shows(fields["external_no"])
    view.form.channel.set_value("12345")
    view.check_now()
    desk.settle()
    assert grid.shows(fields["external_no"]) and grid.shows(fields["external_due"])
    codes = [clock.code for clock in view.clocks.clocks]
    assert "channel.12345" in codes and "complaint.contact" in codes
    assert view.clocks.clocks[0].due <= view.clocks.clocks[-1].due
    view.form.external_due.set_value(NOW + timedelta(hours=20))
    view.check_now()
    desk.settle()
    assert view.clocks.clocks[0].code == "external"
    assert view.form.severity.value() == "important"  # passed on by the city: suggested, and said why
    assert "建议" in view.form.fields["severity"]._help.text()


def test_a_severity_that_the_person_chose_stays(desk: Desk) -> None:
    _, view = opened(desk)
    view.form.severity.buttons()[2].click()
    chosen = view.form.severity.value()
    view.form.flags.set_value("vulnerable")
    view.check_now()
    desk.settle()
    assert view.form.severity.value() == chosen == "major"
    assert view.check is not None and view.check.severity == "important"


def test_an_earlier_case_of_the_same_telephone_is_offered_and_confirmed(desk: Desk) -> None:
    before = complaint(desk.workplace("shift_leader"))
    desk.hall.clock.forward(days=3)
    _, view = opened(desk)
    view.form.customer.phone.set_value(PHONE)
    view.check_now()
    desk.settle()
    assert [hint.number for hint in view.repeats.hints] == [before.number]
    view.repeats.buttons[0].click()
    desk.settle()
    assert view.draft().repeat_of == before.id
    view.repeats.buttons[0].click()
    desk.settle()
    assert view.draft().repeat_of == ""


def test_the_archive_fills_in_who_rings(desk: Desk) -> None:
    known = customer(desk.workplace("shift_leader"))
    _, view = opened(desk)
    part = view.form.customer
    part.phone.setFocus()
    type_in(part.phone, PHONE)
    desk.wait(lambda: part.banner.isVisible())
    assert "苏若溪" not in part.banner.text()  # masked until the person says it is this one
    part.banner.acted.emit()
    desk.wait(lambda: part.name.value() == "苏若溪")
    assert view.draft().customer == known
    assert view.draft().account == ACCOUNT


def test_the_category_is_found_by_part_of_a_word_and_by_code(desk: Desk) -> None:
    _, view = opened(desk)
    box = view.form.category
    box.setFocus()
    type_in(box, "态度")
    desk.wait(lambda: bool(box.offers))
    assert any(code == "01.01.01" for code, _ in box.offers)
    box.take([code for code, _ in box.offers].index("01.01.01"))
    assert view.draft().category == "01.01.01"
    assert "服务投诉" in view.form.fields["category"]._help.text()
    box.clear()
    type_in(box, "01.01")
    assert view.draft().category == "01.01"  # known, but no leaf: the service says so
    view.check_now()
    desk.settle()
    assert view.check is not None
    assert "complaints.category_not_leaf" in [problem.code for problem in view.check.problems]
    box.offer(())


def test_a_draft_waits_while_other_things_are_looked_at(desk: Desk) -> None:
    page, view = opened(desk)
    fill(view)
    QTest.keyClick(view.form.facts, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.browse
    assert page.draft_banner.isVisible()
    page.begin()
    assert view.form.facts.value() == WORDS
    set_next_answer(True)
    view.discard()
    desk.settle()
    assert not view.dirty


def test_a_question_is_answered_and_closed_at_once(desk: Desk) -> None:
    page, view = opened(desk, kind="consultation")
    form = view.form
    assert not form.listening_card.isVisible()
    form.subtype.set_value("bill")
    form.channel.set_value("hall")
    form.customer.name.set_value("程远舟")
    form.customer.phone.set_value("10000000002")
    form.facts.set_value("想了解居民峰谷电怎么办理")
    set_next_answer("已说明办理条件和时段，客户认可")
    view.first_button.click()
    desk.wait(lambda: page.detail.request is not None)
    assert page.detail.request is not None and page.detail.request.state == "closed"
    assert not page.detail.close_button.isVisible()


def test_a_complaint_cannot_be_closed_at_once_and_says_why(desk: Desk) -> None:
    _, view = opened(desk)
    assert not view.first_button.isEnabled()
    assert view.first_button.toolTip()


def test_rare_characters_and_markup_stay_what_they_are(desk: Desk) -> None:
    page, view = opened(desk)
    fill(view)
    odd = "䶮㛃𬭎 😀 <b>x</b> '; DROP TABLE requests; --"
    view.form.facts.set_value(odd)
    view.form.visit_note.set_value("当面")
    press_accept(view)
    desk.wait(lambda: page.detail.request is not None)
    assert page.detail.said.said.text() == odd
    assert page.detail.said.said.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:30", datetime(2026, 6, 10, 9, 30, tzinfo=BEIJING)),
        ("昨天 14：05", datetime(2026, 6, 9, 14, 5, tzinfo=BEIJING)),
        ("6-4 10点半", datetime(2026, 6, 4, 10, 30, tzinfo=BEIJING)),
        ("2026-06-04 10:12", datetime(2026, 6, 4, 10, 12, tzinfo=BEIJING)),
        ("25:00", None),
        ("6-40 9:00", None),
        ("上午", None),
    ],
)
def test_instants_as_people_write_them(typed: str, meant: datetime | None) -> None:
    assert read_moment(typed, NOW) == meant


def test_text_that_is_no_time_is_said_and_stops_the_acceptance(desk: Desk, qapp: QApplication) -> None:
    page, view = opened(desk)
    fill(view)
    view.form.visit_note.set_value("当面")
    type_in(view.form.event_time, "上午")
    press_accept(view)
    desk.settle()
    assert view.form.fields["event_time"].problem()
    assert page.stack.currentWidget() is view
    assert view.form.event_time.text() == "上午"
