"""The payment page, by keyboard: account, Enter, amount, Ctrl+Enter; reversal; settlement."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hallclient.domain.customers import CustomerDraft
from hallclient.domain.payments import ReceivableDraft
from hallclient.gui.payments.payment_page import PaymentPage
from hallclient.gui.payments.settle_dialog import SettleDialog
from hallclient.gui.shared.exchange_jobs import bills_from
from hallclient.gui.shared.messages import set_next_answer
from tests.gui.conftest import Desk

ACCOUNT = "9900000061"


def bills(desk: Desk) -> None:
    work = desk.workplace("shift_leader")
    customer = work.services.customers.create(
        desk.hall.actor("teller"),
        CustomerDraft(account=ACCOUNT, name="林晚照", phone="10000000010", address="临澜市澜东区青杉里6幢"),
    )
    for period, amount in (("2026-04", 10230), ("2026-05", 9870)):
        draft = ReceivableDraft(customer=customer, account=ACCOUNT, item="电费", period=period, amount=amount)
        work.services.payments.key_receivable(desk.hall.actor("teller"), draft)


def test_a_payment_takes_four_gestures_and_prints(desk: Desk) -> None:
    bills(desk)
    page = PaymentPage(desk.workplace())
    desk.show(page)
    QTest.keyClicks(page.account_box, ACCOUNT)
    QTest.keyClick(page.account_box, Qt.Key.Key_Return)
    desk.wait(lambda: bool(page.bills.ticked()))
    assert page.form.received.hasFocus()
    QTest.keyClicks(page.form.received, "210")
    assert page.form.draft().change == 900
    page.take.click()
    desk.wait(lambda: bool(page.taken.model.records))
    desk.wait(lambda: any(desk.papers.glob("*.pdf")))
    taken = page.taken.model.records[0]
    assert (taken.amount, taken.received, taken.change) == (20100, 21000, 900)
    assert page.account_box.hasFocus()


def test_too_little_money_is_said_under_the_field_and_keeps_what_was_typed(desk: Desk) -> None:
    bills(desk)
    page = PaymentPage(desk.workplace())
    desk.show(page)
    page.open(ACCOUNT)
    desk.wait(lambda: bool(page.bills.ticked()))
    for typed in ("100", "-5", "abc"):
        page.form.received.set_value(typed)
        page.take.click()
        desk.settle()
        assert page.form.fields["received"].problem()
        assert page.form.received.value() == typed
    assert not page.taken.model.records


def test_a_reversal_needs_the_shift_leader_and_the_till_must_balance(desk: Desk) -> None:
    bills(desk)
    page = PaymentPage(desk.workplace())
    desk.show(page)
    page.open(ACCOUNT)
    desk.wait(lambda: bool(page.bills.ticked()))
    QTest.keyClick(page.form.received, Qt.Key.Key_Return)
    page.take.click()
    desk.wait(lambda: bool(page.taken.model.records))
    page.taken.list.setCurrentIndex(page.taken.model.index(0, 0))
    set_next_answer("金额错误")
    page.taken.back.click()
    desk.wait(lambda: page.taken.model.records[0].state == "asked")

    leader = PaymentPage(desk.workplace("shift_leader"))
    desk.show(leader)
    desk.wait(lambda: leader.taken.waiting.isVisible())
    set_next_answer(True)
    leader.taken.waiting.acted.emit()
    desk.wait(lambda: leader.taken.model.records[0].state == "reversed")
    leader.hide()

    page.open(ACCOUNT)
    desk.wait(lambda: len(page.bills.ticked()) == 2)
    QTest.keyClick(page.form.received, Qt.Key.Key_Return)
    page.take.click()
    desk.wait(lambda: len(page.taken.model.records) == 2)
    page.taken.settle.click()
    desk.settle()
    dialog = page.taken.findChild(SettleDialog)
    assert dialog is not None
    dialog.counts[10000].set_value("2")
    dialog.close_till.click()
    desk.settle()
    assert "1.00" in dialog.problem.text()
    dialog.counts[100].set_value("1")
    dialog.close_till.click()
    desk.wait(lambda: page.taken.model.records[0].settlement is not None)


def test_bills_come_from_a_file_for_those_who_may(desk: Desk, tmp_path: Path) -> None:
    bills(desk)
    file = tmp_path / "应收.csv"
    rows = f"{ACCOUNT},电费,2026-06,55.50\n无此户,电费,2026-06,1.00\n"
    file.write_text(f"户号,项目,月份,金额\n{rows}", encoding="gb18030")
    teller, leader = PaymentPage(desk.workplace()), PaymentPage(desk.workplace("shift_leader"))
    desk.show(teller)
    assert not teller.taken.bring.isVisible()
    teller.hide()
    desk.show(leader)
    assert leader.taken.bring.isVisible()
    work = desk.workplace("shift_leader")
    bills_from(work, leader, file)
    desk.settle()
    assert "第一处在第 3 行" in work.messages.notices.text
    assert work.services.payments.bill(work.actor, ACCOUNT).total == 20100 + 5550
