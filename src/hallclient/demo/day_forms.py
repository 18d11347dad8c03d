"""Accepting a business by keyboard (键盘受理): kind, customer, form and papers, as the cursor asks for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hallclient.demo.day_hands import Hands, NotAsExpected
from hallclient.demo.day_stage import Stage
from hallclient.domain.business import DocumentState, Order, OrderDraft
from hallclient.gui.counter.counter_page import CounterPage
from hallclient.gui.counter.form_fields import FormField, TickBox
from hallclient.gui.counter.promise_dialog import PromiseDialog
from hallclient.gui.shared.controls.dates import DateBox
from hallclient.gui.shared.controls.editors import Choice, LongBox
from hallclient.gui.shared.controls.papers import DocumentRow
from hallclient.gui.shared.controls.segment import Segment

MOST_STEPS = 60


class FormHand:
    """Works on the counter page with keys alone. ``draft`` says what the customer brought and says."""

    def __init__(self, stage: Stage, draft: OrderDraft) -> None:
        self._stage, self._hands, self._draft = stage, stage.hands, draft
        self.page = counter_of(stage)

    def choose_kind(self, words: str) -> None:
        """Type what finds the kind, and take the first."""
        page, hands = self.page, self._hands
        if not page.order.chooser.box.hasFocus():
            hands.key("Ctrl+B")
        hands.wait(page.order.chooser.box.hasFocus, "the cursor in the box of kinds")
        self._stage.settle()
        hands.write(words)
        first = page.order.chooser.model.record(page.order.chooser.model.index(0, 0))
        if first is None or first.kind.code != self._draft.kind:
            raise NotAsExpected(f"{words!r} finds {first.kind.code if first else 'nothing'}, not {self._draft.kind}")
        hands.key("Return")
        self._stage.until(lambda: page.desk.check is not None and self._shown(), "the form of the kind")

    def find_customer(self, text: str, pause: Callable[[], None] | None = None) -> None:
        """Type what is known of the customer until she is the first in the list, and take her."""
        page, hands, wanted = self.page, self._hands, self._draft.customer_id
        hands.wait(page.order.strip.box.hasFocus, "the cursor in the box for the customer")
        hands.write(text)
        rows = page.order.strip.model
        hands.wait(lambda: rows.records, "customers found while typing")
        self._stage.settle()
        if pause is not None:
            pause()
        place = next((at for at, hit in enumerate(rows.records) if hit.id == wanted), -1)
        if place < 0:
            raise NotAsExpected(f"{text!r} does not find the customer")
        hands.key("Down", place)
        hands.key("Return")
        self._stage.until(lambda: page.desk.customer_id == wanted and page.desk.check, "the customer's card")
        self._stage.until(self._shown, "the whole form")

    def fill(self) -> None:
        """Follow the cursor from field to field until it has left the form for the papers or the button."""
        hands = self._hands
        self.clear()
        for _ in range(MOST_STEPS):
            field = self._field()
            if field is None:
                return
            self._answer(field)
            if not isinstance(field.editor, LongBox):
                hands.key("Return")
        raise NotAsExpected("the form never ends")

    def papers(self, promised: Callable[[], None] | None = None) -> None:
        """Tick off the papers: received, or promised (容缺)."""
        hands = self._hands
        for _ in range(MOST_STEPS):
            row = QApplication.focusWidget()
            if not isinstance(row, DocumentRow):
                return
            wanted = self._draft.documents.get(row.line.key, DocumentState())
            if row.line.state == "missing" and wanted.status == "received":
                hands.key("Space")
            elif row.line.state == "missing" and wanted.status == "deferred":
                hands.key("D")
                hands.dialog(PromiseDialog)
                hands.key("Space")
                if promised is not None:
                    promised()
                hands.key("Return")
                hands.wait(lambda: QApplication.activeModalWidget() is None, "the promise to be taken")
            left = [one for one in self.page.papers.list.rows() if one.line.state == "missing"]
            if not left:
                return
            hands.key("Down")
        raise NotAsExpected("the papers never end")

    def accept(self) -> Order:
        """Ctrl+Enter; what still needs something gets it when the cursor goes there."""
        came: list[Order] = []
        self.page.desk.accepted.connect(came.append)
        try:
            for _ in range(4):
                self._stage.settle()
                self._hands.key("Ctrl+Return")
                self._stage.settle()
                if came:
                    return came[0]
                self._mend()
        finally:
            self.page.desk.accepted.disconnect(came.append)
        told = [(one.field, one.code) for one in self.page.order._told()]
        raise NotAsExpected(f"not accepted: {told}")

    def clear(self) -> None:
        """The declaration that nothing is owed, where the cursor is on it."""
        if QApplication.focusWidget() is self.page.order.cleared:
            self._hands.key("Space")
            self._hands.key("Return")

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _shown(self) -> bool:
        """The form and the papers come piece by piece, so that the window never waits for them."""
        return self.page.order.form.complete and self.page.papers.complete

    def _mend(self) -> None:
        if QApplication.focusWidget() is self.page.order.cleared:
            self._hands.key("Space")
        elif self._field() is not None:
            self.fill()
        self.papers()

    def _field(self) -> FormField | None:
        here = QApplication.focusWidget()
        fields = self.page.order.form.fields.values()
        return next((one for one in fields if here is not None and here in one.focus_widgets()), None)

    def _answer(self, field: FormField) -> None:
        hands, editor = self._hands, field.editor
        value = self._draft.values.get(field.code, "")
        if not field.empty() and (not value or value == field.text()):
            if isinstance(editor, LongBox):
                hands.key("Tab")
            return
        match editor:
            case TickBox():
                hands.key("Space")
            case Segment():
                _choose(hands, [one for one, _ in editor._buttons], editor.value(), value, ("Left", "Right"))
            case Choice() if editor.isEditable():
                hands.write(editor.itemText(editor._values.index(value)))
            case Choice():
                _choose(hands, editor._values, editor.value(), value, ("Up", "Down"))
            case DateBox():
                hands.write(value.replace("-", ""))
            case LongBox():
                hands.write(value)
                hands.key("Tab")
            case QLineEdit():
                hands.write(value)
        if not isinstance(editor, LongBox) and field.text() != value and not isinstance(editor, DateBox):
            raise NotAsExpected(f"{field.code} shows {field.text()!r}, typed was {value!r}")


def counter_of(stage: Stage) -> CounterPage:
    """The counter page of the person signed in."""
    page = stage.page("counter")
    assert isinstance(page, CounterPage)
    return page


def focus_is(widget: QWidget) -> bool:
    """Whether the cursor is in a widget or in something inside it."""
    here = QApplication.focusWidget()
    return here is not None and (here is widget or widget.isAncestorOf(here))


def _choose(hands: Hands, values: list[object], now: object, wanted: object, keys: tuple[str, str]) -> None:
    """Move by arrow keys from one choice to another."""
    back, ahead = keys
    start = values.index(now) if now in values else -1 if ahead == "Down" else 0
    steps = values.index(wanted) - start
    if now not in values and ahead == "Right" and not steps:
        hands.key("Space")
    hands.key(ahead if steps > 0 else back, abs(steps))
