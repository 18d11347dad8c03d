"""The window in English: every page without Chinese but for names, and with room for the longer words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallclient.domain.business import DocumentState, OrderDraft
from hallclient.domain.customers import CustomerDraft
from hallclient.domain.payments import PaymentDraft, PaymentPart, ReceivableDraft
from hallclient.domain.requests import RequestDraft
from hallclient.gui.counter.catalog_names import names_of
from hallclient.gui.counter.issue_dialog import IssueDialog
from hallclient.gui.counter.promise_dialog import PromiseDialog
from hallclient.gui.payments.settle_dialog import SettleDialog
from hallclient.gui.shared import theme
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.workplace import Workplace
from hallclient.gui.shell import language
from hallclient.gui.shell.crash import CrashDialog
from hallclient.gui.shell.first_run import FirstRunPage
from hallclient.gui.shell.keys_sheet import KeysSheet
from hallclient.gui.shell.password_dialog import PasswordDialog
from hallclient.gui.shell.places import places
from hallclient.gui.shell.settings_page import SettingsPage
from tests.gui.clipping import clipped
from tests.gui.conftest import Desk
from tests.gui.english import chinese_left, too_wide
from tests.gui.shell_desk import close_shell, make_shell
from tests.halls import Hall
from tests.house.tree import expect_none

NAME, ACCOUNT, PHONE, ADDRESS = "Lin Wanzhao", "9900000061", "10000000010", "Qingshan Lane 6, Lindong"
RECEIVED = DocumentState(status="received")
NOTES = {"柜台", "客户", "草稿", "呼叫下一位"}  # the small pages of shell_desk
WHO = {
    "counter": "teller", "orders": "teller", "payments": "teller", "customers": "teller", "requests": "teller",
    "complaints": "shift_leader", "import": "shift_leader", "admin": "system_admin", "audit": "audit_admin",
}  # fmt: skip


def refuse(*_: object) -> NoReturn:
    """Nothing is set up or printed here."""
    raise AssertionError


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """The program's English, taken out again."""
    locale = QLocale()
    assert "hallclient_en" in language.apply(qapp, "en")
    yield
    language.apply(qapp, "zh_CN")
    QLocale.setDefault(locale)


def workplace(desk: Desk, role: str) -> Workplace:
    place = desk.workplace(role)
    return replace(place, settings=replace(place.settings, language="en"))


def names(desk: Desk) -> set[str]:
    """What stays Chinese: the units and people of the hall."""
    admin = desk.workplace("system_admin")
    people = admin.services.people
    units = {unit.name for unit in people.units(admin.actor)}
    return units | {user.name for user in people.users(admin.actor)}


def a_day(desk: Desk) -> None:
    """A customer with a bill, an order with a paper to come, two requests, all in Latin letters."""
    teller, leader = workplace(desk, "teller"), workplace(desk, "shift_leader")
    customer = teller.services.customers.create(
        teller.actor, CustomerDraft(account=ACCOUNT, name=NAME, phone=PHONE, address=ADDRESS)
    )
    bill = ReceivableDraft(customer=customer, account=ACCOUNT, item="Electricity", period="2026-05", amount=12345)
    teller.services.payments.key_receivable(teller.actor, bill)
    values = {
        "customer_name": NAME, "contact": NAME, "mobile": PHONE, "address": ADDRESS,
        "id_card": "330102199001011234", "declaration": "yes",
    }  # fmt: skip
    due = desk.hall.clock().date() + timedelta(days=6)
    papers = {
        "application_form": RECEIVED, "identity_person": RECEIVED,
        "ownership": DocumentState(status="deferred", due=due, committed=True),
    }  # fmt: skip
    order = OrderDraft(kind="lv_resident_new", values=values, documents=papers)
    teller.services.business.accept(teller.actor, order)
    told = {"name": NAME, "phone": PHONE, "account": ACCOUNT}
    fault = RequestDraft(kind="fault", subtype="lv", channel="hall", facts="No power in the whole house", **told)
    leader.services.requests.accept(leader.actor, fault)
    now = desk.hall.clock()
    complaint = RequestDraft(
        kind="complaint", channel="95598_phone", contact_start=now - timedelta(minutes=9), contact_end=now,
        category="01.01.01", severity="general", facts="Nobody looked up", claim="An apology",
        confidentiality="open", visit_note="Told at the counter", **told,
    )  # fmt: skip
    leader.services.requests.accept(leader.actor, complaint)


def shown(desk: Desk, key: str) -> Any:
    """A page of the rail after :func:`a_day`."""
    a_day(desk)
    work = workplace(desk, WHO[key])
    place = next(place for place in places(work) if place.key == key)
    page = place.make(work).widget
    desk.show(page)
    assert place.title.isascii()
    assert all(hint.does.isascii() for hint in page.keys)  # type: ignore[attr-defined]
    return page


def expect_english(desk: Desk, page: QWidget, *more: str) -> None:
    expect_none(chinese_left(page, names(desk) | set(more)))
    expect_none(clipped(page) + too_wide(page))


@pytest.mark.parametrize("key", WHO)
def test_a_page_speaks_english(desk: Desk, key: str) -> None:
    expect_english(desk, shown(desk, key))


@pytest.mark.parametrize("code", ["lv_resident_new", "archive_change", "suspension"])
def test_the_form_of_a_business_speaks_english(desk: Desk, code: str) -> None:
    page = shown(desk, "counter")
    page.order.pick(desk.hall.parts.catalog.business(code, desk.hall.clock().date()))
    desk.wait(lambda: page.order.form.complete and page.papers.complete)
    page.order.strip.box.set_value(ACCOUNT)
    desk.wait(lambda: page.order.strip.model.rowCount() > 0 or not page.order.strip.isVisible())
    expect_english(desk, page)


def test_a_customer_and_the_form_speak_english(desk: Desk) -> None:
    page = shown(desk, "customers")
    work = workplace(desk, "teller")
    page.open(work.services.customers.find(work.actor, ACCOUNT)[0].id)
    desk.settle()
    expect_english(desk, page, "柜台")  # the source of the fields
    page.start_edit()
    desk.settle()
    expect_english(desk, page, "柜台")


@pytest.mark.parametrize("key", ["requests", "complaints"])
def test_a_request_and_the_intake_speak_english(desk: Desk, key: str) -> None:
    page = shown(desk, key)
    desk.wait(lambda: len(page.list.model.records) > 0)
    page.open(page.list.model.records[-1].id)
    desk.settle()
    expect_english(desk, page)
    page.begin()
    desk.settle()
    expect_english(desk, page)


def test_an_account_to_pay_speaks_english(desk: Desk) -> None:
    page = shown(desk, "payments")
    page.open(ACCOUNT)
    desk.settle()
    expect_english(desk, page, "壹佰贰拾叁元肆角伍分")  # as a receipt writes it


def test_settings_speak_english(desk: Desk) -> None:
    page = SettingsPage(desk.hall.parts.settings, list)
    page.setParent(desk.window)
    desk.window.resize(1294, 692)
    page.resize(1294, 692)
    desk.window.show()
    page.show()
    expect_english(desk, page, "简体中文")


@pytest.mark.parametrize("keyring_works", [True, False])
def test_the_first_run_speaks_english(desk: Desk, keyring_works: bool) -> None:
    page = FirstRunPage(refuse, refuse, desk.background, keyring_works=keyring_works)
    page.setParent(desk.window)
    desk.window.resize(1366, 768)
    page.resize(1366, 768)
    desk.window.show()
    page.show()
    for step in range(page.form.steps.count()):
        page.form.steps.setCurrentIndex(step)
        expect_english(desk, page)


def test_the_frame_and_its_sheets_speak_english(hall: Hall, qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp)
    shell = make_shell(hall, qtbot)
    try:
        expect_none(chinese_left(shell.window, {"澜东营业厅"}))
        shell.enter()
        expect_none(chinese_left(shell.window, NOTES | {"澜东营业厅", shell.frame.workplace.actor.name}))
        expect_none(clipped(shell.window))
    finally:
        close_shell(shell)


def test_dialogs_speak_english(desk: Desk) -> None:
    a_day(desk)
    teller = workplace(desk, "teller")
    names_of_codes = names_of(teller)
    today = desk.hall.clock().date()
    kind = desk.hall.parts.catalog.business("lv_resident_new", today)
    need = kind.documents[-1]
    part = PaymentPart(receivable="", item="In advance", period="", amount=5000)
    bill = teller.services.payments.bill(teller.actor, ACCOUNT)
    paid = PaymentDraft(customer=bill.customer, account=ACCOUNT, parts=(part,), way="cash", received=5000)
    teller.services.payments.collect(teller.actor, paid)
    keys = [KeyHint(keys="F2", does="Call next")]
    for dialog in (
        IssueDialog(teller, names_of_codes, desk.window),
        PromiseDialog(names_of_codes.document(need.document), need, DocumentState(), lambda: today, parent=desk.window),
        SettleDialog(teller, desk.window),
        KeysSheet([("This page", keys)], desk.window),
        PasswordDialog(refuse, desk.background, must=True, parent=desk.window),
        CrashDialog("20260610-1", desk.window),
    ):
        dialog.show()
        desk.settle()
        expect_english(desk, dialog)
        dialog.close()
        dialog.deleteLater()


def test_the_choice_of_business_speaks_english(desk: Desk) -> None:
    page = shown(desk, "counter")
    page.order.choose()
    desk.settle()
    expect_english(desk, page)
