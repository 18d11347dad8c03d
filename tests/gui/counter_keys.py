"""Working the counter page by keys, and counting them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from hallclient.domain.customers import CustomerDraft
from hallclient.domain.payments import ReceivableDraft
from hallclient.gui.counter.counter_page import CounterPage
from tests.gui.conftest import Desk

ACCOUNT = "9900000061"
NAME = "林晚照"
PHONE = "10000000010"
ADDRESS = "临澜市澜东区柳塘街道青杉里6幢2单元501室"
ID_CARD = "330102199001011234"
CTRL = Qt.KeyboardModifier.ControlModifier


class Keys:
    """Presses keys where the cursor is. ``count`` is how many; a text of an input method counts each character."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.count = 0

    @property
    def at(self) -> QWidget:
        """The widget with the cursor. Without a window manager nobody gives the page its focus back after a dialog."""
        if QApplication.activeWindow() is None:
            self.desk.window.activateWindow()
            self.desk.qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)
        return QApplication.focusWidget() or self.desk.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key; then everything it starts is waited for."""
        self.count += 1
        QTest.keyClick(self.at, key, modifier)
        self.settle()

    def settle(self) -> None:
        """A button pressed by its key clicks a tenth of a second later; a draft is checked a little after typing."""
        buttons = [one for top in QApplication.topLevelWidgets() for one in top.findChildren(QAbstractButton)]
        self.desk.qtbot.waitUntil(lambda: not any(button.isDown() for button in buttons))
        self.desk.settle()
        for page in self.desk.window.findChildren(CounterPage):
            self.desk.wait(lambda page=page: page.order.form.complete and page.papers.complete)

    def write(self, text: str) -> None:
        """Type: Chinese comes through the input method, as it does in the hall."""
        self.count += len(text)
        if text.isascii():
            QTest.keyClicks(self.at, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.at, event)
        self.settle()

    def enter(self) -> None:
        """Enter."""
        self.press(Qt.Key.Key_Return)


def make_customer(desk: Desk, owed: int = 0, **more: object) -> str:
    """A customer in the archive; her id."""
    place = desk.workplace()
    known = {"account": ACCOUNT, "name": NAME, "phone": PHONE, "address": ADDRESS}
    known |= {"certificate_kind": "id_card", "certificate_no": ID_CARD, **more}
    customer = place.services.customers.create(place.actor, CustomerDraft(**known))  # type: ignore[arg-type]
    if owed:
        draft = ReceivableDraft(customer=customer, account=ACCOUNT, item="电费", period="2026-05", amount=owed)
        place.services.payments.key_receivable(place.actor, draft)
    return customer
