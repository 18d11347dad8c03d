"""A business accepted at the counter by keyboard alone, from the call to the printed receipt."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hallclient.domain.business import Order, OrderFilter
from hallclient.gui.counter.counter_page import CounterPage
from hallclient.gui.counter.promise_dialog import PromiseDialog
from hallclient.gui.shared.messages import set_next_answer
from hallclient.gui.shared.printing import Printing
from tests.gui.conftest import Desk
from tests.gui.counter_keys import ACCOUNT, ADDRESS, CTRL, ID_CARD, NAME, PHONE, Keys, make_customer


def orders(desk: Desk) -> list[Order]:
    place = desk.workplace()
    lines = place.services.orders.work_list(place.actor, OrderFilter())
    return [place.services.orders.order(place.actor, line.id) for line in lines]


def shown(desk: Desk) -> CounterPage:
    page = CounterPage(desk.workplace())
    desk.show(page)
    return page


def papers(desk: Desk) -> list[str]:
    return sorted(file.name for file in desk.papers.glob("*.pdf"))


def test_a_new_supply_with_a_promised_paper_by_keyboard_alone(desk: Desk) -> None:
    place = desk.workplace()
    place.services.queue.issue(desk.hall.actor("guide"), "business", topic="新装")
    page, keys = shown(desk), Keys(desk)
    keys.press(Qt.Key.Key_F2)
    keys.press(Qt.Key.Key_F3)
    keys.write("dyjm")
    keys.enter()
    assert page.desk.kind and page.desk.kind.code == "lv_resident_new"
    for text in (NAME, NAME, PHONE, ADDRESS, ID_CARD):
        keys.write(text)
        keys.enter()
    assert page.order.form.fields["declaration"].editor.hasFocus(), "Enter goes only where something is needed"
    keys.press(Qt.Key.Key_Space)
    keys.enter()
    assert [row.line.key for row in page.papers.list.rows() if row.hasFocus()] == ["application_form"]
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_D)
    dialog = page.window().findChild(PromiseDialog)
    assert dialog is not None and dialog.isVisible()
    keys.press(Qt.Key.Key_Space)
    keys.enter()
    assert [row.line.state for row in page.papers.list.rows()] == ["received", "received", "deferred"]
    keys.press(Qt.Key.Key_Return, CTRL)
    desk.wait(lambda: len(papers(desk)) == 2)
    (order,) = orders(desk)
    assert order.kind == "lv_resident_new"
    assert order.deferred[0].due is not None and order.deferred[0].due.isoformat() == "2026-06-20"
    assert order.ticket_id == (page.queue.board.current.id if page.queue.board and page.queue.board.current else "")
    assert [order.number in name for name in papers(desk)] == [True, True]
    notices = page._place.messages.notices
    assert order.number in notices.text
    assert page.order.chooser.box.hasFocus(), "ready for the next"
    assert page.desk.kind is None
    print(f"低压居民新装：{keys.count} 键")


def test_a_change_of_the_archive_finds_the_customer_while_typing(desk: Desk) -> None:
    customer = make_customer(desk)
    page, keys = shown(desk), Keys(desk)
    keys.write("khjc")
    keys.enter()
    assert page.order.strip.box.hasFocus()
    keys.write(ACCOUNT[-4:])
    desk.wait(lambda: page.order.strip.model.rowCount() == 1)
    keys.enter()
    assert page.desk.customer_id == customer
    mobile = page.order.form.fields["mobile"]
    assert "*" in mobile.editor.text() and mobile.text() == "", "masked, and taken from the archive"  # type: ignore[attr-defined]
    assert page.order.form.fields["declaration"].editor.hasFocus(), "the archive's fields need nothing"
    keys.press(Qt.Key.Key_Space)
    keys.enter()
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return, CTRL)
    desk.wait(lambda: bool(papers(desk)))
    (order,) = orders(desk)
    assert order.account.endswith(ACCOUNT[-2:])
    assert not order.deferred
    print(f"客户基础信息维护：{keys.count} 键")


def test_enter_before_the_results_came_takes_the_only_one(desk: Desk) -> None:
    customer = make_customer(desk)
    page, keys = shown(desk), Keys(desk)
    keys.write("khjc")
    keys.enter()
    keys.write(ACCOUNT)
    keys.enter()
    desk.wait(lambda: page.desk.customer_id == customer)


def test_a_refused_acceptance_loses_nothing_and_goes_to_the_first_problem(desk: Desk) -> None:
    page, keys = shown(desk), Keys(desk)
    keys.write("101")
    keys.enter()
    keys.write("林䶮㛃<b>'; DROP TABLE orders;--")
    keys.enter()
    keys.write("王")
    keys.enter()
    keys.write("1000000001")
    keys.enter()
    desk.wait(lambda: bool(page.order.form.fields["mobile"].field.problem()))
    assert page.order.fix.text().startswith("1 ")
    keys.press(Qt.Key.Key_Return, CTRL)
    assert orders(desk) == []
    count = int(page.order.fix.text().split()[0])
    assert count > 3
    assert page.order.form.fields["mobile"].editor.hasFocus(), "the first thing to change"
    assert page.order.form.fields["customer_name"].text() == "林䶮㛃<b>'; DROP TABLE orders;--"
    assert page.desk.values["mobile"] == "1000000001"
    assert page.order.accept.isEnabled(), "the primary button stays enabled"
    assert all("还没有收到" in row.line.note for row in page.papers.list.rows() if row.line.state == "missing")


def test_a_printer_fault_never_loses_the_order(desk: Desk) -> None:
    make_customer(desk)
    place = desk.workplace()
    object.__setattr__(place, "printing", Printing(desk.papers, printer="不在的打印机"))
    page, keys = CounterPage(place), Keys(desk)
    desk.show(page)
    accept_archive_change(page, keys)
    desk.wait(lambda: bool(place.messages.notices.text))
    (order,) = orders(desk)
    assert order.number in place.messages.notices.text
    assert "数据已保存" in place.messages.notices.text
    assert page.desk.kind is None
    place.printing.printer = ""
    before = len(papers(desk))
    place.messages.notices._act()
    desk.wait(lambda: len(papers(desk)) > before)
    (order,) = orders(desk)
    assert order.prints == {"acceptance": 1}, "the same paper again is no reprint"


def accept_archive_change(page: CounterPage, keys: Keys) -> None:
    keys.write("khjc")
    keys.enter()
    keys.write(ACCOUNT)
    keys.enter()
    keys.desk.wait(lambda: page.desk.card is not None)
    keys.press(Qt.Key.Key_Space)
    keys.enter()
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return, CTRL)


def test_a_draft_is_put_aside_on_leaving_and_offered_again(desk: Desk) -> None:
    page, keys = shown(desk), Keys(desk)
    keys.write("101")
    keys.enter()
    keys.write(NAME)
    page.hide()
    desk.settle()
    again = shown(desk)
    offer = again.order.chooser.model.records[0]
    assert offer.draft is not None
    keys.enter()
    desk.wait(lambda: again.desk.kind is not None)
    assert again.order.form.fields["customer_name"].text() == NAME
    set_next_answer(True)
    keys.press(Qt.Key.Key_Backspace, CTRL)
    assert again.desk.kind is None
    place = desk.workplace()
    assert place.services.business.drafts(place.actor) == ()


def test_autosave_makes_one_draft_however_often(desk: Desk) -> None:
    page, keys = shown(desk), Keys(desk)
    keys.write("101")
    keys.enter()
    for text in ("林", "晚", "照"):
        keys.write(text)
        page.desk.save()
        page.desk.save()
    desk.settle()
    place = desk.workplace()
    (saved,) = place.services.business.drafts(place.actor)
    assert saved.draft.values["customer_name"] == NAME


def test_finishing_the_visit_puts_the_open_business_aside(desk: Desk) -> None:
    place = desk.workplace()
    place.services.queue.issue(desk.hall.actor("guide"), "business")
    page, keys = shown(desk), Keys(desk)
    keys.press(Qt.Key.Key_F2)
    keys.press(Qt.Key.Key_F3)
    keys.write("101")
    keys.enter()
    keys.write(NAME)
    keys.press(Qt.Key.Key_F3)
    assert page.desk.kind is None
    assert [one.draft.values["customer_name"] for one in place.services.business.drafts(place.actor)] == [NAME]


@pytest.mark.parametrize(("code", "page_key"), [("pay", "payments"), ("complaint", "requests")])
def test_what_is_done_elsewhere_goes_there(desk: Desk, code: str, page_key: str) -> None:
    page = shown(desk)
    routes = {"pay": "payment", "complaint": "request"}
    offer = next(one for one in page.order.chooser.model.records if one.kind.route == routes[code])
    page.order.pick(offer.kind)
    assert desk.went[-1][0] == page_key
    assert page.desk.kind is None


def test_a_scan_is_attached_to_the_paper_that_has_the_cursor(desk: Desk, tmp_path: Path) -> None:
    scan = tmp_path / "id.jpg"
    scan.write_bytes(b"\xff\xd8\xff\xe0" + bytes(2000))
    page, keys = shown(desk), Keys(desk)
    keys.write("101")
    keys.enter()
    page.papers.go("identity_person")
    page.papers.add_files([scan])
    desk.wait(lambda: bool(page.desk.documents))
    state = page.desk.documents["identity_person"]
    assert state.status == "received" and len(state.evidence) == 1
    assert "扫描 1 份" in next(row.line.note for row in page.papers.list.rows() if row.line.key == "identity_person")


def test_the_one_time_notice_prints_before_anything_is_accepted(desk: Desk) -> None:
    shown(desk)
    keys = Keys(desk)
    keys.write("101")
    keys.enter()
    keys.press(Qt.Key.Key_G, CTRL)
    desk.wait(lambda: bool(papers(desk)))
    assert "一次性告知单" in papers(desk)[0]
    QApplication.processEvents()


def test_a_transfer_asks_for_cleared_bills_first(desk: Desk) -> None:
    customer = make_customer(desk)
    page, keys = shown(desk), Keys(desk)
    keys.write("guohu")
    keys.enter()
    assert page.desk.kind and page.desk.kind.code == "transfer"
    keys.write(ACCOUNT)
    keys.enter()
    desk.wait(lambda: page.desk.customer_id == customer and page.order.cleared.hasFocus())
    keys.press(Qt.Key.Key_Space)
    keys.enter()
    assert page.desk.cleared
    for text in ("周知微", ID_CARD, PHONE):
        keys.write(text)
        keys.enter()
    assert page.order.form.fields["declaration"].editor.hasFocus()
    keys.press(Qt.Key.Key_Space)
    keys.enter()
    while page.papers.first_needed():
        keys.press(Qt.Key.Key_Space)
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return, CTRL)
    desk.wait(lambda: bool(papers(desk)))
    assert [order.kind for order in orders(desk)] == ["transfer"]
    print(f"过户：{keys.count} 键")
