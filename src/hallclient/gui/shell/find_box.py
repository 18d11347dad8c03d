"""The find box (全局查找): one box for customers, orders, requests and commands; Ctrl+K from anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hallclient.gui.shared.background import Background, Debounce
from hallclient.gui.shared.controls.inset import InsetLine
from hallclient.gui.shared.controls.tables import LOOK_ROLE, RowList, RowLook
from hallclient.gui.shared.controls.text import Text
from hallclient.gui.shared.page import Finder, Hit
from hallclient.gui.shared.theme import look

MOST = 12


class HitsModel(QAbstractListModel):
    """The hits shown under the box."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Other hits."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def hit(self, row: int) -> Hit | None:
        """The hit of a row."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many."""
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        """A row look."""
        hit = self.hit(index.row())
        if hit is None:
            return None
        if role == LOOK_ROLE:
            return RowLook(title=hit.title, note=hit.note, right=hit.group, icon=hit.icon)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{hit.title} {hit.note} {hit.group}"
        return None


class FindBox(InsetLine):
    """Type, choose with up and down, open with Enter. Escape clears and leaves."""

    chosen = Signal(object)
    """The Hit to open."""
    found = Signal(int)
    """Hits for what is typed have come."""

    def __init__(self, background: Background, finders: Sequence[Finder], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        here = look()
        self._background, self._finders = background, tuple(finders)
        self._asked = 0
        self._open_first = False
        self.setProperty("look", "find")
        self.setMaxLength(100)
        self.setPlaceholderText(self.tr("户号 / 电话 / 姓名 / 地址 / 单号"))
        self.setAccessibleName(self.tr("查找客户、单据和命令"))
        self.set_mark("find")
        self.setMinimumWidth(here.px(160))
        self.setMaximumWidth(here.px(440))
        self._model = HitsModel(self)
        self._panel: QFrame | None = None
        self._list = RowList(name=self.tr("找到的内容"))
        self._none = Text("", "soft")
        self._debounce = Debounce(self._ask, 120, self)
        self.textEdited.connect(self._typed)

    @property
    def hits(self) -> HitsModel:
        """What is shown."""
        return self._model

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ctrl+K at the right while the box is empty."""
        super().paintEvent(event)
        if not self.text() and not self.hasFocus():
            here = look()
            painter = QPainter(self)
            painter.setFont(here.font("meta"))
            painter.setPen(here.colour("text-soft"))
            area = self.rect().adjusted(0, 0, -here.px(16), 0)
            taken = here.px(36) + self.fontMetrics().horizontalAdvance(self.placeholderText())
            if area.width() - painter.fontMetrics().horizontalAdvance("Ctrl+K") < taken:
                return
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), "Ctrl+K")

    def _typed(self, text: str) -> None:
        self._open_first = False
        if text.strip():
            self._debounce.poke()
        else:
            self._debounce.stop()
            self._asked += 1
            self._show_hits(())
            self.close_panel()

    def _ask(self) -> None:
        text, finders = self.text().strip(), self._finders
        self._asked += 1
        asked = self._asked

        def find() -> list[Hit]:
            hits: list[Hit] = []
            for finder in finders:
                hits.extend(finder(text))
            hits.sort(key=lambda hit: hit.number.upper() != text.upper())
            return hits[:MOST]

        self._background.run("store", find, lambda hits: self._came(asked, hits), owner=self)

    def _came(self, asked: int, hits: list[Hit]) -> None:
        if asked != self._asked:
            return
        self._show_hits(hits)
        if self.hasFocus() or self._open_first:
            self._open_panel()
        self.found.emit(len(hits))
        if self._open_first and hits:
            self._choose(0)

    def _show_hits(self, hits: Sequence[Hit]) -> None:
        self._model.set_hits(hits)
        if hits and self._panel is not None:
            self._list.setCurrentIndex(self._model.index(0))

    def _make_panel(self) -> QFrame:
        here = look()
        panel = QFrame(self.window())
        panel.setProperty("look", "dialog")
        column = QVBoxLayout(panel)
        column.setContentsMargins(here.px(6), here.px(6), here.px(6), here.px(6))
        self._list.setModel(self._model)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._clicked)
        column.addWidget(self._list)
        self._none.setMargin(here.px(8))
        column.addWidget(self._none)
        return panel

    def _open_panel(self) -> None:
        if self._panel is None:
            self._panel = self._make_panel()
        here, rows = look(), self._model.rowCount()
        self._none.setText(self.tr("没有找到，换几个字试试"))
        self._none.setVisible(rows == 0)
        self._list.setVisible(rows > 0)
        if rows:
            self._list.setCurrentIndex(self._model.index(0))
        high = rows * max(self._list.sizeHintForRow(0), here.measure("row-two")) if rows else here.px(40)
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        most = self.window().height() - corner.y() - here.px(40)
        self._panel.setGeometry(corner.x(), corner.y(), self.width(), min(high + here.px(14), most))
        self._panel.show()
        self._panel.raise_()

    def close_panel(self) -> None:
        """Put the results away."""
        if self._panel is not None:
            self._panel.hide()

    def panel_visible(self) -> bool:
        """Whether results are shown."""
        return self._panel is not None and self._panel.isVisible()

    def _clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        hit = self._model.hit(row)
        if hit is not None:
            self.close_panel()
            self.clear()
            self._asked += 1
            self.chosen.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down, Enter, Escape."""
        key, row = event.key(), self._list.currentIndex().row()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.panel_visible():
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentIndex(self._model.index((row + step) % max(1, self._model.rowCount())))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.panel_visible() and self._model.rowCount():
                self._choose(max(0, row))
            elif self.text().strip():
                self._open_first = True
                self._debounce.stop()
                self._ask()
        elif key == Qt.Key.Key_Escape:
            self.close_panel()
            self.clear()
            self._asked += 1
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving closes the results."""
        super().focusOutEvent(event)
        self.close_panel()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        if event.type() == QEvent.Type.StyleChange:
            self.setMaximumWidth(look().px(440))
        super().changeEvent(event)
