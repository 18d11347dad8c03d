"""The work list by keys: filters, search, stages, pause, withdrawal, late papers, reprints, why not."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from hallclient.domain.business import DocumentState, Order, OrderDraft
from hallclient.gui.counter.orders_page import OrdersPage
from hallclient.gui.shared import theme
from hallclient.gui.shared.messages import set_next_answer
from tests.gui.clipping import clipped
from tests.gui.conftest import Desk
from tests.gui.counter_keys import ADDRESS, CTRL, ID_CARD, NAME, PHONE, Keys, make_customer
from tests.house.controls import unnamed
from tests.house.tree import expect_none

RECEIVED = DocumentState(status="received")
VALUES = {
    "customer_name": NAME, "contact": NAME, "mobile": PHONE, "address": ADDRESS, "id_card": ID_CARD,
    "declaration": "yes",
}  # fmt: skip


def new_supply(desk: Desk, **documents: DocumentState) -> Order:
    place = desk.workplace()
    papers = {"application_form": RECEIVED, "identity_person": RECEIVED, "ownership": RECEIVED, **documents}
    draft = OrderDraft(kind="lv_resident_new", values=VALUES, documents=papers)
    return place.services.business.accept(place.actor, draft)


def promised(desk: Desk) -> DocumentState:
    due = desk.hall.clock().date() + timedelta(days=6)
    return DocumentState(status="deferred", due=due, committed=True)


def archive_change(desk: Desk) -> Order:
    place, customer = desk.workplace(), make_customer(desk)
    draft = OrderDraft(
        kind="archive_change", customer_id=customer, values={"declaration": "yes"},
        documents={"identity_person": RECEIVED},
    )  # fmt: skip
    return place.services.business.accept(place.actor, draft)


def shown(desk: Desk, role: str = "teller") -> OrdersPage:
    page = OrdersPage(desk.workplace(role))
    desk.show(page)
    desk.wait(lambda: (page.order is not None and page.detail.complete) or not page.model.rowCount())
    return page


def pick_from_menu(desk: Desk, at: int) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(at):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.settle()


def test_an_empty_list_says_what_belongs_here(desk: Desk) -> None:
    page = shown(desk)
    assert page.nothing.isVisible() and page.empty.isVisible()
    assert not page.head.isVisible()


def test_the_list_opens_with_the_first_order_and_its_papers_stages_and_clock(desk: Desk) -> None:
    order = new_supply(desk, ownership=promised(desk))
    page = shown(desk)
    assert page.order and page.order.id == order.id
    assert order.number in page.head.meta.text()
    assert [row.line.state for row in page.detail.papers.rows()] == ["received", "received", "deferred"]
    assert page.detail.clock.isVisible()
    assert "受理 已完成" in page.detail.plan.accessibleDescription()
    assert "*" in page.order.customer_name
    assert page.detail.history.rowCount() == 1


def test_a_stage_of_another_role_says_whose_it_is(desk: Desk) -> None:
    new_supply(desk)
    page = shown(desk)
    assert not page.actions_of.advance_button.isEnabled()
    assert "客户经理" in page.actions_of.advance_button.toolTip()
    assert page.detail.step_reason.isVisible() and not page.detail.result_field.isVisible()


def test_the_shift_leader_walks_an_order_to_its_end_by_keys(desk: Desk) -> None:
    order = archive_change(desk)
    page, keys = shown(desk, "shift_leader"), Keys(desk)
    steps = 0
    while page.order and page.order.state == "active":
        desk.hall.clock.forward(minutes=2)
        page.detail.result.set_value("已核对")
        keys.press(Qt.Key.Key_Return, CTRL)
        desk.settle()
        steps += 1
        assert steps < 6
    assert page.order and page.order.id == order.id
    assert page.order.state == "finished"
    assert [stage.state for stage in page.order.stages] == ["done"] * len(page.order.stages)
    assert page.order.stages[-1].result == "已核对"
    assert not page.actions_of.advance_button.isVisible()


def test_a_pause_stops_the_clock_and_going_on_moves_the_due_time(desk: Desk) -> None:
    order = new_supply(desk)
    page, keys = shown(desk), Keys(desk)
    keys.press(Qt.Key.Key_F7)
    pick_from_menu(desk, 0)
    assert page.order and page.order.state == "paused"
    assert page.detail.banner.isVisible()
    desk.hall.clock.forward(days=3)
    keys.press(Qt.Key.Key_F7)
    assert page.order.state == "active"
    assert page.order.due and order.due and page.order.due > order.due
    assert any("期限由" in page.detail._event(event).title for event in page.detail.history.records)


def test_a_withdrawal_needs_a_reason_and_names_the_order(desk: Desk) -> None:
    new_supply(desk)
    page, keys = shown(desk), Keys(desk)
    set_next_answer(None)
    keys.press(Qt.Key.Key_F6)
    assert page.order and page.order.state == "active"
    set_next_answer("客户不再需要")
    keys.press(Qt.Key.Key_F6)
    assert page.order.state == "withdrawn"
    assert page.order.close_reason == "客户不再需要"
    assert "客户不再需要" in page.detail.banner.text()


def test_a_promised_paper_is_received_with_space(desk: Desk) -> None:
    new_supply(desk, ownership=promised(desk))
    page, keys = shown(desk), Keys(desk)
    keys.press(Qt.Key.Key_D, CTRL)
    keys.press(Qt.Key.Key_Space)
    assert page.order and not page.order.deferred
    assert [row.line.state for row in page.detail.papers.rows()] == ["received"] * 3


def test_a_scan_for_a_promised_paper_is_tied_to_the_order(desk: Desk, tmp_path: Path) -> None:
    order = new_supply(desk, ownership=promised(desk))
    scan = tmp_path / "deed.jpg"
    scan.write_bytes(b"\xff\xd8\xff\xe0" + bytes(1000))
    page = shown(desk)
    page.detail.scans.asked.emit([scan])
    desk.wait(lambda: page.order is not None and not page.order.deferred)
    place = desk.workplace()
    assert [item.name for item in place.services.evidence.items(place.actor, "orders", order.id)] == ["deed.jpg"]


def test_a_missing_promise_blocks_the_connection_and_names_the_paper(desk: Desk) -> None:
    order = new_supply(desk, ownership=promised(desk))
    place = desk.workplace("shift_leader")
    while order.stage != "meter":
        order = place.services.order_steps.advance(place.actor, order.id, order.stage, order.rev)
    page = shown(desk, "shift_leader")
    assert not page.actions_of.advance_button.isEnabled()
    assert "权属" in page.actions_of.advance_button.toolTip()


@pytest.mark.parametrize(("line", "word"), [(0, "受理回执"), (1, "一次性告知单")])
def test_a_reprint_asks_why_and_is_counted(desk: Desk, line: int, word: str) -> None:
    order = new_supply(desk)
    place = desk.workplace()
    place.services.business_papers.print_acceptance(place.actor, order.id)
    shown(desk)
    set_next_answer("客户遗失")
    Keys(desk).press(Qt.Key.Key_F9)
    pick_from_menu(desk, line)
    desk.wait(lambda: bool(list(desk.papers.glob("*.pdf"))))
    (paper,) = desk.papers.glob("*.pdf")
    assert word in paper.name
    counted = place.services.orders.order(place.actor, order.id).prints
    assert counted == ({"acceptance": 2} if line == 0 else {"acceptance": 1, "notice": 1})


def test_chips_count_and_filter(desk: Desk) -> None:
    new_supply(desk, ownership=promised(desk))
    order = archive_change(desk)
    place = desk.workplace()
    place.services.order_steps.withdraw(place.actor, order.id, "试", order.rev)
    page = shown(desk)
    texts = {chip.key: chip.text() for chip in page.chips._chips.values()}
    assert (texts["all"][-1], texts["deferred"][-1], texts["closed"][-1], texts["paused"][-1]) == ("1", "1", "1", "0")
    page.chips._chips["closed"].click()
    desk.settle()
    assert [line.id for line in page.model.records] == [order.id]
    desk.hall.clock.forward(days=60)
    page.chips._chips["late"].click()
    desk.settle()
    assert [line.kind for line in page.model.records] == ["lv_resident_new"]
    assert page.model.data(page.model.index(0, 0), 0)


def test_an_order_is_found_by_its_number_and_opened_from_elsewhere(desk: Desk) -> None:
    order, other = archive_change(desk), new_supply(desk)
    page, keys = shown(desk), Keys(desk)
    keys.press(Qt.Key.Key_F, CTRL)
    keys.write(order.number)
    desk.wait(lambda: [line.id for line in page.model.records] == [order.id])
    page.open(other.number)
    desk.wait(lambda: page.order is not None and page.order.id == other.id)
    page.open(order.id)
    desk.wait(lambda: page.order is not None and page.order.id == order.id)


def test_somebody_elses_order_says_so(desk: Desk) -> None:
    new_supply(desk)
    page = OrdersPage(desk.workplace("teller", "clerk2"))
    desk.show(page)
    desk.wait(lambda: page.order is not None)
    assert page.actions_of.withdraw_button.toolTip() == "只能办自己受理的工单"
    assert not page.actions_of.withdraw_button.isEnabled()


def test_a_step_somebody_else_took_is_told_and_read_again(desk: Desk) -> None:
    order = archive_change(desk)
    page = shown(desk, "shift_leader")
    place = desk.workplace("shift_leader")
    desk.hall.store.listeners.clear()
    place.services.order_steps.advance(place.actor, order.id, order.stage, order.rev)
    page.actions_of.advance_button.click()
    desk.settle()
    assert page._place.messages.notices.text
    page._place.messages.notices._act()
    desk.wait(lambda: page.order is not None and page.order.rev > order.rev)


def test_why_it_is_due_is_told_line_by_line_and_hidden_data_needs_a_reason(desk: Desk) -> None:
    new_supply(desk)
    page, keys = shown(desk), Keys(desk)
    set_next_answer(True)
    keys.press(Qt.Key.Key_E, CTRL)
    set_next_answer("核对本人")
    keys.press(Qt.Key.Key_U, CTRL)
    assert page.order and not page.order.masked
    assert page.order.customer_name == NAME


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_and_everything_has_a_name(desk: Desk, qapp: QApplication, percent: int) -> None:
    theme.apply(qapp, "light", percent, "sgcc")
    new_supply(desk, ownership=promised(desk))
    page = shown(desk)
    desk.wait(lambda: not clipped(page))
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    desk.wait(lambda: page.detail.isVisible() and not clipped(page))
    expect_none(unnamed(page))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    desk.settle()
    assert page.master.isVisible()
    assert desk.hall.clock().date() == date(2026, 6, 10)
