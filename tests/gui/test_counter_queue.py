"""The counter's queue by keys: call, serve, rate, finish, no-show, transfer, pause, issue."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from hallclient.gui.counter.counter_page import CounterPage
from hallclient.gui.counter.issue_dialog import IssueDialog
from tests.gui.conftest import Desk


@pytest.fixture
def page(desk: Desk) -> CounterPage:
    place = desk.workplace()
    guide = desk.hall.actor("guide")
    for queue_class, reason, topic in (("business", "", "过户"), ("payment", "", "交费"), ("priority", "elderly", "")):
        place.services.queue.issue(guide, queue_class, priority_reason=reason, topic=topic)
        desk.hall.clock.forward(minutes=1)
    page = CounterPage(place)
    desk.show(page)
    return page


def press(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, and what it starts: a button pressed by its key clicks a tenth of a second later."""
    QTest.keyClick(QApplication.focusWidget() or desk.window, key, modifier)
    desk.qtbot.waitUntil(lambda: not any(button.isDown() for button in desk.window.findChildren(QAbstractButton)))
    desk.settle()


def numbers(page: CounterPage) -> list[str]:
    return [line.ticket.number for line in page.queue.model.records]


def pick_from_menu(desk: Desk, at: int) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(at):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.settle()


def test_a_visit_from_call_to_rating_takes_four_keys(desk: Desk, page: CounterPage) -> None:
    assert numbers(page) == ["Y001", "A001", "B001"]
    press(desk, Qt.Key.Key_F2)
    assert page.queue.ticket.number.text() == "Y001"
    assert page.queue.next.toolTip(), "a busy window says why nobody can be called"
    press(desk, Qt.Key.Key_F3)
    desk.hall.clock.forward(minutes=12, seconds=40)
    page.queue.reload()
    desk.settle()
    assert page.queue.ticket.used.text() == "12:40"
    assert "7 分 20 秒" in page.queue.ticket.left.text()
    press(desk, Qt.Key.Key_F10)
    pick_from_menu(desk, 0)
    assert page.queue.board and page.queue.board.current
    assert page.queue.board.current.rating == "very_satisfied"
    press(desk, Qt.Key.Key_F3)
    assert page.queue.board.current is None
    assert page.queue.board.done_today == 1


def test_who_does_not_come_goes_back_into_the_queue(desk: Desk, page: CounterPage) -> None:
    press(desk, Qt.Key.Key_F2)
    press(desk, Qt.Key.Key_F6)
    assert "Y001" in numbers(page)
    assert page.queue.board and page.queue.board.current is None


def test_a_customer_is_passed_on_to_another_class(desk: Desk, page: CounterPage) -> None:
    press(desk, Qt.Key.Key_F2)
    press(desk, Qt.Key.Key_F3)
    press(desk, Qt.Key.Key_F7)
    pick_from_menu(desk, 1)
    assert page.queue.board and page.queue.board.counts["payment"] == 2


def test_a_customer_who_fills_in_a_form_is_taken_up_again_from_the_list(desk: Desk, page: CounterPage) -> None:
    press(desk, Qt.Key.Key_F2)
    press(desk, Qt.Key.Key_F3)
    press(desk, Qt.Key.Key_F9)
    assert page.queue.board and page.queue.board.current is None
    assert numbers(page)[-1] == "Y001"
    page.queue.list.setFocus()
    press(desk, Qt.Key.Key_End)
    press(desk, Qt.Key.Key_Return)
    assert page.queue.board.current and page.queue.board.current.number == "Y001"


def test_the_window_is_paused_with_a_reason_and_opened_again(desk: Desk, page: CounterPage) -> None:
    press(desk, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    pick_from_menu(desk, 0)
    assert page.queue.board and page.queue.board.window.state == "paused"
    assert page.queue.board.window.reason == "rest"
    assert not page.queue.next.isEnabled()
    press(desk, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.queue.board.window.state == "open"


def test_a_chip_narrows_list_and_call(desk: Desk, page: CounterPage) -> None:
    page.queue.chips.set_value("payment")
    page.queue.chips.picked.emit("payment")
    assert numbers(page) == ["B001"]
    press(desk, Qt.Key.Key_F2)
    assert page.queue.ticket.number.text() == "B001"


def test_a_ticket_is_issued_by_keys_and_a_priority_needs_its_reason(desk: Desk, page: CounterPage) -> None:
    press(desk, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = page.window().findChild(IssueDialog)
    assert dialog is not None
    dialog.queue_class.set_value("priority")
    dialog.queue_class.picked.emit("priority")
    dialog.yes.click()
    desk.settle()
    assert dialog.fields["priority_reason"].problem()
    dialog.reason.set_value("pregnant")
    dialog.yes.click()
    desk.settle()
    assert "Y002" in numbers(page)


def test_waiting_minutes_and_norm_are_shown(desk: Desk, page: CounterPage) -> None:
    desk.hall.clock.forward(minutes=16)
    page.queue.reload()
    desk.settle()
    rows = [page.queue._row(line) for line in page.queue.model.records]
    assert {row.tone for row in rows} == {"late"}
    assert all(row.note_icon and row.right_note for row in rows), "never colour alone"
