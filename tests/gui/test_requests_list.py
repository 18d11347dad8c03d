"""The one list of requests: every kind and channel, filters, search, due times, opening by keyboard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hallclient.gui.requests.requests_page import ComplaintsPage, RequestsPage
from hallclient.gui.shared.page import Page
from tests.gui.conftest import Desk
from tests.gui.request_cases import complaint, simple
from tests.house.controls import unnamed
from tests.house.tree import expect_none


def shown(page: RequestsPage) -> list[str]:
    return [line.kind for line in page.list.model.records]


def a_hall_day(desk: Desk) -> RequestsPage:
    work = desk.workplace("shift_leader")
    complaint(work)
    simple(work, "fault", "石桥三组没电，整栋都没有", subtype="lv", channel="hall")
    simple(work, "consultation", "想了解居民峰谷电怎么办理", subtype="bill")
    page = RequestsPage(work)
    desk.show(page)
    desk.wait(lambda: len(page.list.model.records) == 3)
    return page


@pytest.mark.row("S15")
def test_repair_and_all_other_kinds_stand_in_one_list_with_one_numbering_and_search(desk: Desk) -> None:
    page = a_hall_day(desk)
    assert shown(page) == ["consultation", "fault", "complaint"]
    numbers = [line.number for line in page.list.model.records]
    assert len({number.rsplit("-", 1)[0] for number in numbers}) == 1
    assert len(set(numbers)) == 3
    page.list.search.set_value("石桥")
    desk.wait(lambda: shown(page) == ["fault"])
    page.list.search.set_value(numbers[0])
    desk.wait(lambda: shown(page) == ["consultation"])


@pytest.mark.row("S16")
def test_a_channel_is_a_filter_over_the_same_pool(desk: Desk) -> None:
    page = a_hall_day(desk)
    page.list.channel.set_value("hall")
    desk.wait(lambda: shown(page) == ["fault"])
    page.list.channel.set_value("95598_phone")
    desk.wait(lambda: shown(page) == ["consultation", "complaint"])
    page.list.channel.set_value("")
    desk.wait(lambda: len(shown(page)) == 3)


def test_chips_count_and_filter_by_kind(desk: Desk) -> None:
    page = a_hall_day(desk)
    texts = {chip.key: chip.text() for chip in page.list.kinds.chips()}
    assert texts[""].endswith("3")
    assert texts["fault"].endswith("1")
    assert "praise" not in texts
    next(chip for chip in page.list.kinds.chips() if chip.key == "fault").click()
    desk.wait(lambda: shown(page) == ["fault"])
    page.list.search.set_value("没有这样的话")
    desk.wait(lambda: not shown(page))
    assert page.list.empty.isVisible()


def test_what_is_due_stands_out_and_what_is_over_more(desk: Desk) -> None:
    page = a_hall_day(desk)
    line = page.list.model.records[-1]
    assert page.list.row_look(line).tone in {"", "soon"}
    desk.hall.clock.forward(hours=23, minutes=30)
    soon = page.list.row_look(line)
    assert soon.tone == "soon" and soon.note_icon == "soon" and "30 分" in soon.right
    desk.hall.clock.forward(hours=1)
    late = page.list.row_look(line)
    assert late.tone == "late" and "超期" in late.right
    next(chip for chip in page.list.quick.chips() if chip.key == "late").click()
    desk.wait(lambda: "complaint" in shown(page))
    assert all(each.due is not None and each.due < desk.hall.clock() for each in page.list.model.records)


def test_the_row_opens_by_enter_and_escape_comes_back_to_it(desk: Desk) -> None:
    page = a_hall_day(desk)
    page.list.rows.setCurrentIndex(page.list.model.index(2, 0))
    QTest.keyClick(page.list.rows, Qt.Key.Key_Return)
    desk.wait(lambda: page.detail.request is not None)
    assert page.stack.currentWidget() is page.detail
    assert [button.step.mark for button in page.detail.path.buttons()] == list("听记析查纠答")
    states = [button.step.state for button in page.detail.path.buttons()]
    assert states == ["done", "done", "next", "next", "next", "next"]
    QTest.keyClick(page.detail.back, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.browse
    assert page.list.current() is not None and page.list.current().kind == "complaint"  # type: ignore[union-attr]


def test_the_complaints_page_shows_complaints_only(desk: Desk) -> None:
    work = desk.workplace("shift_leader")
    complaint(work)
    simple(work, "praise", "桃坞所师傅冒雨抢修，专业又客气", subtype="service")
    page = ComplaintsPage(work)
    desk.show(page)
    desk.wait(lambda: shown(page) == ["complaint"])
    assert isinstance(page, Page)
    page.begin()
    assert page.intake.form.is_complaint


def test_every_control_has_a_name(desk: Desk) -> None:
    page = a_hall_day(desk)
    page.begin("complaint")
    desk.settle()
    expect_none(unnamed(page))
    assert all(hint.does for hint in page.keys)


def test_the_person_complained_about_reads_a_sentence_and_nothing_else(desk: Desk) -> None:
    work = desk.workplace("teller")
    case = complaint(desk.workplace("shift_leader"), person=work.actor.staff_no)
    page = RequestsPage(work)
    desk.show(page)
    assert not page.list.model.records
    page.open(case.id)
    desk.wait(lambda: page.detail.refusal.isVisible())
    assert page.detail.request is None
    assert "：" not in page.detail.said.said.text()
    page.detail.refusal.button.click()
    assert page.stack.currentWidget() is page.browse


def test_a_change_elsewhere_is_shown_and_keeps_the_place(desk: Desk) -> None:
    page = a_hall_day(desk)
    page.list.rows.setCurrentIndex(page.list.model.index(1, 0))
    desk.hall.clock.forward(minutes=1)
    simple(desk.workplace("shift_leader"), "praise", "窗口服务好", subtype="service")
    desk.wait(lambda: len(page.list.model.records) == 4)
    assert page.list.current() is not None and page.list.current().kind == "fault"  # type: ignore[union-attr]
    assert page.list.wanted(quick="urgent").due_before == desk.hall.clock() + timedelta(hours=24)
