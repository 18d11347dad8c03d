"""The customers page, by keyboard: find, read, see clear text, edit, confirm, make new."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hallclient.domain.customers import Customer, CustomerDraft
from hallclient.gui.customers.customers_page import CARD, FORM, NOTHING, CustomersPage
from hallclient.gui.customers.dialogs import ConfirmDialog, HistoryDialog, UnmaskDialog
from hallclient.gui.customers.finder import Ending
from hallclient.gui.shared.messages import set_next_answer
from hallclient.services import bundle
from hallclient.store import audit
from hallclient.store import customers as archive
from tests.gui.conftest import Desk
from tests.house.controls import unnamed

ACCOUNT, PHONE, ADDRESS = "9900000061", "13800138000", "临澜市澜东区青杉里6幢2单元501室"


def add(desk: Desk, **changes: Any) -> str:
    values: dict[str, Any] = {"account": ACCOUNT, "name": "林晚照", "phone": PHONE, "address": ADDRESS, **changes}
    services = bundle.build(desk.hall.parts)
    return services.customers.create(desk.hall.actor("teller"), CustomerDraft(**values), source="营销系统")


def shown(desk: Desk, role: str = "teller") -> CustomersPage:
    page = CustomersPage(desk.workplace(role))
    desk.show(page)
    return page


def opened(desk: Desk, role: str = "teller", **changes: Any) -> CustomersPage:
    customer_id = add(desk, **changes)
    page = shown(desk, role)
    page.open(customer_id)
    desk.wait(lambda: page.detail.currentIndex() == CARD)
    return page


def type_into(box: Any, text: str) -> None:
    """Keys where a keyboard has them, else as an input method writes."""
    if text.isascii():
        QTest.keyClicks(box, text)
    else:
        (box.insertPlainText if hasattr(box, "insertPlainText") else box.insert)(text)


def editor(page: CustomersPage, name: str) -> Any:
    return page.form.editors[name]


def customer_of(page: CustomersPage) -> Customer:
    assert page.card_view.card is not None
    return page.card_view.card.customer


def dialog(page: QWidget, kind: type[Any]) -> Any:
    found = page.findChild(kind)
    assert found is not None
    return found


def actions(desk: Desk) -> list[tuple[str, dict[str, Any]]]:
    with desk.hall.store.read() as tx:
        return [(line.action, line.detail) for line in audit.lines(tx.connection, limit=1000)]


@pytest.mark.parametrize("typed", [ACCOUNT, "8000", PHONE, "林晚", "lwz", "青杉里", "6幢"])
def test_typing_and_enter_open_the_card(desk: Desk, typed: str) -> None:
    add(desk)
    page = shown(desk)
    assert page.finder.box.hasFocus()
    type_into(page.finder.box, typed)
    QTest.keyClick(page.finder.box, Qt.Key.Key_Return)
    desk.wait(lambda: page.detail.currentIndex() == CARD)
    assert page.card_view.head.title.text().startswith("林")
    assert "晚照" not in page.card_view.head.title.text()
    assert page.finder.list.hasFocus()


def test_the_list_fills_while_typing_and_says_why(desk: Desk) -> None:
    add(desk)
    page = shown(desk)
    type_into(page.finder.box, "青杉")
    desk.wait(lambda: len(page.finder.model.records) == 1)
    row = page.finder._row(page.finder.model.records[0])
    assert row.right_note == "按地址"
    assert PHONE not in row.note
    type_into(page.finder.box, "没有")
    desk.wait(lambda: not page.finder.model.records)
    assert page.finder.none.isVisible()


def test_text_that_looks_like_code_is_only_text(desk: Desk) -> None:
    add(desk, name="<b>䶮㛃𬭎</b>😀'; DROP TABLE", phone="")
    page = shown(desk)
    for typed in ("䶮㛃", "' OR 1=1 --", "%_%", "<b>", "😀" * 40):
        page.finder.box.set_value(typed)
        QTest.keyClick(page.finder.box, Qt.Key.Key_Return)
        desk.settle()
    page.finder.box.set_value("䶮㛃")
    desk.wait(lambda: len(page.finder.model.records) == 1)


def test_nothing_typed_shows_the_contracts_that_end_soon(desk: Desk) -> None:
    add(desk, contract_no="HT-1", contract_from=date(2021, 7, 1), contract_to=date(2026, 6, 30))
    add(desk, account="9900000062", contract_to=date(2029, 6, 30))
    page = shown(desk)
    desk.wait(lambda: len(page.finder.model.records) == 1)
    ending = page.finder.model.records[0]
    assert isinstance(ending, Ending)
    assert (ending.day, ending.left) == (date(2026, 6, 30), 20)


@pytest.mark.row("P04")
def test_the_card_has_contract_number_term_and_expiry_alert(desk: Desk) -> None:
    page = opened(desk, contract_no="HT20210701", contract_from=date(2021, 7, 1), contract_to=date(2026, 6, 30))
    facts = next(group.facts for group in page.card_view.groups if "contract_no" in group.facts)
    assert facts["contract_no"].text.endswith("0701")
    assert facts["contract_from"].text == "2021-07-01"
    assert facts["contract_to"].text == "2026-06-30"
    assert "20 天" in page.card_view.expiry.text()
    assert page.card_view.expiry.isVisible()


def test_sources_are_told_and_stale_fields_are_marked(desk: Desk) -> None:
    page = opened(desk)
    facts = {name: fact for group in page.card_view.groups for name, fact in group.facts.items()}
    assert "营销系统，2026-06-10 确认" in facts["phone"].toolTip()
    assert not facts["phone"].stale
    desk.hall.clock.forward(days=731)
    page.refresh()
    desk.wait(lambda: facts["phone"].stale)
    assert not facts["email"].stale  # nothing is there


def test_clear_text_needs_a_reason_is_audited_and_goes_after_a_minute(desk: Desk) -> None:
    page = opened(desk)
    QTest.keyClick(page, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    form = dialog(page, UnmaskDialog)
    form.yes.click()
    assert form.reason_field.problem()
    type_into(form.reason, "核对身份")
    form.yes.click()
    desk.wait(lambda: page.card_view.head.title.text() == "林晚照")
    facts = {name: fact for group in page.card_view.groups for name, fact in group.facts.items()}
    assert facts["phone"].text == "138 0013 8000"
    told = [detail for action, detail in actions(desk) if action == "customer.unmask"]
    assert told[0]["reason"] == "核对身份"
    desk.hall.clock.forward(seconds=61)
    desk.wait(lambda: page.card_view.head.title.text() != "林晚照")
    assert facts["phone"].text != "138 0013 8000"


def test_leaving_the_page_hides_clear_text(desk: Desk) -> None:
    page = opened(desk)
    page.card_view._unmask("核对身份", "")
    desk.wait(lambda: bool(page.card_view.clear))
    page.hide()
    assert not page.card_view.clear
    assert "晚照" not in page.card_view.head.title.text()


def test_an_edit_by_keyboard_keeps_before_and_after(desk: Desk) -> None:
    page = opened(desk)
    page.finder.list.setFocus()
    QTest.keyClick(page.finder.list, Qt.Key.Key_E)
    assert page.detail.currentIndex() == FORM
    assert page.form.reason.hasFocus()
    type_into(page.form.reason, "客户来厅更正")
    phone = editor(page, "phone")
    assert phone.value() == ""  # hidden: not shown, and not changed when left alone
    type_into(phone, "13900139000")
    QTest.keyClick(page.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: page.detail.currentIndex() == CARD)
    with desk.hall.store.read() as tx:
        kept = archive.by_account(tx, ACCOUNT)
    assert kept is not None
    assert (kept.phone, kept.name, kept.address) == ("13900139000", "林晚照", ADDRESS)
    QTest.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    history = dialog(page, HistoryDialog)
    changes = history.model.records
    assert [(c.field, c.reason) for c in changes] == [("phone", "客户来厅更正")]
    assert changes[0].before != changes[0].after
    history.accept()


def test_wrong_input_is_said_beside_its_field_and_kept(desk: Desk) -> None:
    page = opened(desk)
    page.start_edit()
    editor(page, "phone").set_value("1380013")
    editor(page, "capacity_va").set_value("八千")
    editor(page, "email").set_value("no mail")
    type_into(editor(page, "contract_to"), "2026-02-30")
    page.form.save.click()
    desk.wait(lambda: bool(page.form.fields["email"].problem()))
    for name in ("reason", "capacity_va", "contract_to"):
        assert page.form.fields[name].problem(), name
    assert page.form.wrong.text() == "4 处要改"
    assert editor(page, "capacity_va").value() == "八千"
    editor(page, "capacity_va").set_value("-8")
    editor(page, "email").set_value("a@example.cn")
    editor(page, "contract_to").set_value(None)
    type_into(editor(page, "certificate_no"), "110101199003070001")
    page.form.reason.set_value("更正")
    page.form.save.click()
    desk.wait(lambda: bool(page.form.fields["certificate_kind"].problem()))
    assert page.form.fields["capacity_va"].problem()
    assert page.detail.currentIndex() == FORM


def test_a_record_changed_meanwhile_is_read_again_and_what_was_typed_stays(desk: Desk) -> None:
    page = opened(desk)
    page.start_edit()
    page.form.reason.set_value("更正")
    editor(page, "email").set_value("mine@example.cn")
    card = page.card_view.card
    assert card is not None
    customer_id = card.customer.id
    services = bundle.build(desk.hall.parts)
    services.customers.edit(desk.hall.actor("shift_leader"), customer_id, 1, {"station": "城东站"}, "巡线")
    page.form.save.click()
    desk.wait(page.form.moved.isVisible)
    page.form.moved.acted.emit()
    desk.wait(lambda: editor(page, "station").value() == "城东站")
    assert editor(page, "email").value() == "mine@example.cn"
    page.form.save.click()
    desk.wait(lambda: page.detail.currentIndex() == CARD)
    with desk.hall.store.read() as tx:
        kept = archive.get(tx, customer_id)
    assert kept is not None
    assert (kept.email, kept.station) == ("mine@example.cn", "城东站")


def test_typed_words_are_not_lost_without_a_question(desk: Desk) -> None:
    page = opened(desk)
    page.start_edit()
    editor(page, "station").set_value("城东站")
    set_next_answer(False)
    page.form.cancel.click()
    assert page.detail.currentIndex() == FORM
    set_next_answer(True)
    page.form.cancel.click()
    assert page.detail.currentIndex() == CARD


def test_contacts_are_changed_after_the_clear_text_is_seen(desk: Desk) -> None:
    page = opened(desk, contacts=())
    page.start_edit()
    contacts = editor(page, "contacts")
    contacts.add_row.click()
    name, relation, phone = contacts.rows()[0]
    for box, text in ((name, "林父"), (relation, "父亲"), (phone, "13700137000")):
        type_into(box, text)
    page.form.reason.set_value("补充联系人")
    page.form.save.click()
    desk.wait(lambda: page.detail.currentIndex() == CARD)
    page.start_edit()
    assert not editor(page, "contacts").isEnabled()
    page.card_view._unmask("更正", "")
    desk.wait(editor(page, "contacts").isEnabled)
    assert editor(page, "contacts").value()[0].phone == "13700137000"


def test_a_new_customer_is_made_by_keyboard(desk: Desk) -> None:
    page = shown(desk)
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.detail.currentIndex() == FORM
    page.form.save.click()
    desk.wait(lambda: bool(page.form.fields["account"].problem()))
    assert page.form.fields["name"].problem()
    type_into(editor(page, "name"), "沈清")
    type_into(editor(page, "account"), "９９００００００７７")
    type_into(editor(page, "capacity_va"), "8")
    page.form.save.click()
    desk.wait(lambda: page.detail.currentIndex() == CARD)
    with desk.hall.store.read() as tx:
        kept = archive.by_account(tx, "9900000077")
    assert kept is not None
    assert (kept.name, kept.capacity_va) == ("沈清", 8000)


def test_confirming_dates_the_fields_today(desk: Desk) -> None:
    page = opened(desk)
    desk.hall.clock.forward(days=800)
    page.card_view.confirm.click()
    form = dialog(page, ConfirmDialog)
    assert form.ticks["phone"].isChecked()
    for tick in form.ticks.values():
        tick.setChecked(False)
    assert not form.yes.isEnabled()
    form.ticks["phone"].setChecked(True)
    form.yes.click()
    desk.wait(lambda: page.card_view.card is not None and customer_of(page).rev == 2)
    customer = customer_of(page)
    said = customer.source_of("phone")
    assert said is not None
    assert said.confirmed == date(2028, 8, 18)


@pytest.mark.row("S30")
def test_orders_requests_and_payments_stand_on_one_timeline_and_open(desk: Desk) -> None:
    page = opened(desk)
    customer_id = customer_of(page).id
    actor = desk.hall.actor("teller")
    kinds = {"business": "orders", "request": "requests", "payment": "payments"}
    with desk.hall.store.begin(actor) as tx:
        for kind in kinds:
            archive.note_event(tx, customer_id, kind, f"id-{kind}", f"NO-{kind}", "做过", tx.now)
    timeline = page.card_view.timeline
    desk.wait(lambda: len(timeline.model.records) == 3)
    for row, entry in enumerate(timeline.model.records):
        timeline.list.setCurrentIndex(timeline.model.index(row, 0))
        QTest.keyClick(timeline.list, Qt.Key.Key_Return)
        assert desk.went[-1] == (kinds[entry.kind], f"id-{entry.kind}")


def test_the_doors_to_other_pages(desk: Desk) -> None:
    page = opened(desk)
    customer_id = customer_of(page).id
    for button in (page.card_view.accept, page.card_view.request, page.card_view.pay):
        button.click()
    assert desk.went == [
        ("counter", customer_id),
        ("requests", f"new:{customer_id}"),
        ("payments", customer_id),
    ]


def test_a_call_brings_up_its_account(desk: Desk) -> None:
    add(desk)
    page = shown(desk)
    page.open("phone:138 0013 8000")
    desk.wait(lambda: page.detail.currentIndex() == CARD)
    page.open("phone:13900000000")
    desk.wait(page.finder.none.isVisible)


def test_what_a_role_may_not_do_says_why(desk: Desk) -> None:
    page = opened(desk, role="inspector")
    assert not page.card_view.edit.isEnabled()
    assert "不能修改" in page.card_view.edit.toolTip()
    assert not page.finder.new.isEnabled()
    assert not page.finder.load.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.detail.currentIndex() == CARD


def test_a_small_window_shows_list_and_card_in_turn(desk: Desk) -> None:
    customer_id = add(desk)
    page = CustomersPage(desk.workplace())
    desk.show(page, 700, 600)
    assert page.finder.isVisible()
    page.open(customer_id)
    desk.wait(page.card_view.isVisible)
    assert not page.finder.isVisible()
    page.card_view.back.click()
    assert page.finder.isVisible()
    assert page.detail.currentIndex() == NOTHING


def test_every_control_can_be_named(desk: Desk) -> None:
    page = opened(desk)
    page.start_edit()
    editor(page, "contacts").add_row.click()
    assert unnamed(page) == []


def test_overfull_data_stays_in_the_window(desk: Desk) -> None:
    long = "临澜市澜东区青杉里街道社区居民委员会便民服务中心" * 9
    page = opened(
        desk, name=long[:200], address=(long * 3)[:500], contract_no="H" * 60, certificate_kind="organisation"
    )
    page.card_view._unmask("核对", "")
    desk.wait(lambda: bool(page.card_view.clear))
    right = page.card_view.accept.mapTo(page, page.card_view.accept.rect().topRight()).x()
    assert right < page.width()
    facts = {name: fact for group in page.card_view.groups for name, fact in group.facts.items()}
    assert facts["contract_no"].text == "H" * 60
    assert page.card_view.columns.horizontalScrollBar().maximum() == 0
    assert page.card_view.head.title.accessibleName() == long[:200]
    page.start_edit()
    editor(page, "station").set_value("站" * 10_000)
    page.form.reason.set_value("更正")
    page.form.save.click()
    desk.wait(lambda: bool(page.form.fields["station"].problem()))
