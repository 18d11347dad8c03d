"""The customer of the business (客户条): found while typing, then shown with what the clerk must know of her."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.customers import CustomerCard, CustomerHit
from hallclient.gui.counter.catalog_names import CatalogNames
from hallclient.gui.shared.background import Debounce
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.chip import StatusChip
from hallclient.gui.shared.controls.editors import LineBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.controls.text import ElidedText, Text, set_shown
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

FOUND = 30
ROWS = 5
AFTER = 120


class CustomerStrip(QWidget):
    """A search box with its results under it, or the customer chosen with a button to choose another."""

    chosen = Signal(object)
    """The CustomerCard."""
    dropped = Signal()
    """Another customer is wanted."""

    def __init__(self, workplace: Workplace, names: CatalogNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._names = workplace, names
        self._asked = 0
        self._pick_first = self._fresh = False
        here = look()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(6))
        self.box = LineBox(self.tr("户号 / 电话 / 姓名 / 地址"), icon="find")
        self.field = Field(self.tr("查找客户"), self.box, help="Ctrl+F")
        self.box.installEventFilter(self)
        self.model: RecordsModel[CustomerHit] = RecordsModel(
            workplace.background, None, row_look=self._row, parent=self
        )
        self.list = RowList(name=self.tr("找到的客户"), lines=True)
        self.list.setModel(self.model)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(self._open)
        self.none = Text("", "meta", wrap=True)
        self._known = QWidget()
        self._fill_known()
        column.addWidget(self.field)
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addWidget(self._known)
        for widget in (self.none, self.list, self._known):
            widget.hide()
        self._soon = Debounce(self._find, AFTER, self)
        self.box.changed.connect(self._typed)

    def _fill_known(self) -> None:
        here = look()
        row = QHBoxLayout(self._known)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(here.px(10))
        texts = QVBoxLayout()
        texts.setSpacing(here.px(2))
        first = QHBoxLayout()
        first.setSpacing(here.px(8))
        self._name = Text("", "strong")
        self._account = Text("", "meta")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(here.px(6))
        first.addWidget(self._name)
        first.addWidget(self._account)
        first.addLayout(self._chips)
        first.addStretch(1)
        self._address = ElidedText("", "meta")
        texts.addLayout(first)
        texts.addWidget(self._address)
        row.addLayout(texts, 1)
        self.other = Button(self.tr("换客户"), kind="link")
        self.other.set_tip(self.tr("换一个客户（Ctrl+F）"))
        self.other.clicked.connect(self.drop)
        row.addWidget(self.other)

    # ---- finding -------------------------------------------------------------------------------------------------

    def start(self, text: str = "") -> None:
        """Empty, with the cursor in the box."""
        self.show_customer(None)
        self.box.set_value(text)
        self.box.setFocus()

    def drop(self) -> None:
        """Another customer is wanted: the box comes back."""
        self.dropped.emit()
        self.start()

    def _typed(self) -> None:
        self._asked += 1
        self._pick_first = self._fresh = False
        if self.box.value():
            self._soon.poke()
        else:
            self._soon.stop()
            self._show_hits(())
            set_shown(self.none, False)

    def _find(self) -> None:
        self._soon.stop()
        self._asked += 1
        asked, text, place = self._asked, self.box.value(), self._place

        def done(hits: Sequence[CustomerHit]) -> None:
            if asked != self._asked:
                return
            self._fresh = True
            self._show_hits(hits)
            self.none.setText(self.tr("没有找到。请换户号、电话或地址里的几个字再试。"))
            set_shown(self.none, not hits)
            if self._pick_first and len(hits) == 1:
                self._open(self.model.index(0, 0))
            self._pick_first = False

        place.background.run("store", lambda: place.services.customers.find(place.actor, text, FOUND), done, owner=self)

    def _show_hits(self, hits: Sequence[CustomerHit]) -> None:
        self.model.set_records(hits)
        set_shown(self.list, bool(hits))
        if hits:
            rows = min(len(hits), ROWS)
            self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + look().px(2))
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _row(self, hit: CustomerHit) -> RowLook:
        return RowLook(title=f"{hit.name}  {hit.account}", note=hit.address, right=hit.phone)

    def _open(self, index: QModelIndex) -> None:
        hit = self.model.record(index)
        if hit is not None:
            self.choose(hit.id)

    def choose(self, customer_id: str) -> None:
        """Read the card of a customer and take it."""
        place = self._place
        place.background.run(
            "store", lambda: place.services.customers.card(place.actor, customer_id), self.chosen.emit, owner=self
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and Enter in the box work on the results; Enter before they came takes an only one."""
        if watched is self.box and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            rows = self.model.rowCount()
            if move is not None and rows:
                row = min(max(self.list.currentIndex().row() + move, 0), rows - 1)
                self.list.setCurrentIndex(self.model.index(row, 0))
                return True
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
                if rows and self._fresh:
                    self._open(self.list.currentIndex())
                elif self.box.value():
                    self._pick_first = True
                    self._find()
                return True
        return False

    # ---- the one chosen ------------------------------------------------------------------------------------------

    def show_customer(self, card: CustomerCard | None) -> None:
        """Show the customer, or the box to find one."""
        set_shown(self.field, card is None)
        set_shown(self._known, card is not None)
        set_shown(self.none, False)
        self._asked += 1
        self._soon.stop()
        self._show_hits(())
        if card is None:
            return
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)
        customer = card.customer
        self._name.setText(customer.name)
        self._account.setText(customer.account)
        self._address.setText(customer.address)
        while self._chips.count():
            item = self._chips.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text, tone, icon in self._flags(card):
            self._chips.addWidget(StatusChip(text, tone, icon=icon))
        self.field.set_problem(None)

    def _flags(self, card: CustomerCard) -> list[tuple[str, str, str]]:
        customer, found = card.customer, []
        if customer.vulnerable:
            found.append((self.tr("特殊困难"), "soon", "vulnerable"))
        if customer.important or customer.grade:
            found.append((self.tr("重要用户"), "brand", "important"))
        if customer.state == "paused":
            found.append((self.tr("已暂停"), "soon", "paused"))
        if customer.state == "closed":
            found.append((self.tr("已销户"), "late", "late"))
        if card.contract_state in ("expiring", "expired"):
            word = self.tr("合同将到期") if card.contract_state == "expiring" else self.tr("合同已到期")
            found.append((word, "soon", "soon"))
        return found
