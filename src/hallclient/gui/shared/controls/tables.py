"""Lists and tables (列表): one-line tables and two-line rows, drawn by delegates over models."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hallclient.gui.shared import icons
from hallclient.gui.shared.theme import look

LOOK_ROLE = Qt.ItemDataRole.UserRole + 101
"""A model of a :class:`RowList` gives a RowLook for this role."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLook:
    """What a two-line row shows. Tones: brand, ok, soon, late, info or empty; ``tag`` stands before the title."""

    title: str
    note: str = ""
    right: str = ""
    right_note: str = ""
    tone: str = ""
    note_icon: str = ""
    icon: str = ""
    icon_tone: str = ""
    tag: str = ""
    strong: bool = True


class RowDelegate(QStyledItemDelegate):
    """Draws a RowLook: title and note at the left, two short texts at the right, a line between rows."""

    def __init__(self, view: QAbstractItemView, *, lines: bool = False) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines high."""
        here = look()
        text = here.metrics("strong").height() + here.metrics("meta").height()
        return QSize(here.px(120), max(here.measure("row-two"), text + here.px(7)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row = index.data(LOOK_ROLE)
        if not isinstance(row, RowLook):
            super().paint(painter, option, index)
            return
        here = look()
        area: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = area.adjusted(0, 1, 0, -1)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(
                QPen(here.colour("line-strong"), 2) if chosen and here.theme == "contrast" else Qt.PenStyle.NoPen
            )
            painter.setBrush(here.colour("brand-tint" if chosen else "hover"))
            painter.drawRoundedRect(inner, here.px(6), here.px(6))
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(here.colour("focus"), here.focus_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), here.px(6), here.px(6))
        elif self._lines and not chosen:
            painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), here.colour("line"))
        self._texts(painter, area.adjusted(here.px(10), 0, -here.px(10), 0), row)
        painter.restore()

    def _texts(self, painter: QPainter, area: QRect, row: RowLook) -> None:
        here = look()
        first, second = here.metrics("strong").height(), here.metrics("meta").height()
        top = area.top() + (area.height() - first - second) // 2
        left = area.left()
        tone = row.tone or "text"
        if row.icon:
            shade = row.icon_tone or (row.tone or "text-soft")
            painter.drawPixmap(left, top + (first - here.px(16)) // 2, icons.pixmap(row.icon, shade, 16))
            left += here.px(26)
        right_role = "strong" if row.tone else "body"
        right_width = here.metrics(right_role).horizontalAdvance(row.right) + 2 if row.right else 0
        painter.setFont(here.font(right_role))
        painter.setPen(here.colour(tone if row.tone else "text-soft"))
        line = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(area.right() - right_width, top, right_width + 1, first), line, row.right)
        note_width = 0
        if row.right_note:
            note_width = here.metrics("meta-strong").horizontalAdvance(row.right_note) + 2
            painter.setFont(here.font("meta-strong" if row.tone else "meta"))
            painter.drawText(
                QRect(area.right() - note_width, top + first, note_width + 1, second), line, row.right_note
            )
            if row.note_icon:
                note_width += here.px(18)
                drawn = icons.pixmap(row.note_icon, tone if row.tone else "text-soft", 13)
                painter.drawPixmap(area.right() - note_width, top + first + (second - here.px(13)) // 2, drawn)
        if row.tag:
            width = here.metrics("meta").horizontalAdvance(row.tag) + here.px(10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(here.colour("tag"))
            painter.drawRoundedRect(QRect(left, top, width, first), here.px(4), here.px(4))
            painter.setPen(here.colour("text"))
            painter.setFont(here.font("meta"))
            painter.drawText(QRect(left, top, width, first), int(Qt.AlignmentFlag.AlignCenter), row.tag)
            left += width + here.px(8)
        role = "strong" if row.strong else "body"
        self._elided(painter, QRect(left, top, area.right() - right_width - here.px(8) - left, first), row.title, role)
        start = left if not row.tag else area.left() + (here.px(26) if row.icon else 0)
        room = area.right() - note_width - here.px(8) - start
        self._elided(painter, QRect(start, top + first, room, second), row.note, "meta")

    def _elided(self, painter: QPainter, area: QRect, text: str, role: str) -> None:
        here = look()
        painter.setFont(here.font(role))
        painter.setPen(here.role_colour(role))
        shown = here.metrics(role).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)


class RowList(QListView):
    """A list of two-line rows over a model that gives RowLook for LOOK_ROLE. Enter or double click opens."""

    opened = Signal(object)
    """The index that was opened."""
    chosen = Signal(object)
    """The index that became current, by the person or the program."""

    def __init__(self, *, name: str = "", lines: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(RowDelegate(self, lines=lines))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(name)
        self.doubleClicked.connect(self._double)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Take a model and tell of its current row."""
        super().setModel(model)
        if model is not None:
            self.selectionModel().currentChanged.connect(lambda now, _before: self.chosen.emit(now))

    def _double(self, index: QModelIndex) -> None:
        self.opened.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Three rows."""
        return QSize(look().px(120), 3 * look().measure("row-two"))

    def changeEvent(self, event: QEvent) -> None:
        """Row heights follow the font size."""
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)


class CellDelegate(QStyledItemDelegate):
    """A cell with a hairline under it and no dotted focus box."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """No focus box inside the row: the row is what is chosen."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]
        tone = index.data(Qt.ItemDataRole.ForegroundRole)
        ink = tone if isinstance(tone, QColor) else look().colour("text")
        option.palette.setColor(QPalette.ColorRole.HighlightedText, ink)  # type: ignore[attr-defined]


class RecordTable(QTableView):
    """A table for reading: whole rows chosen, no grid, calm heads. Enter or double click opens."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        self.setAccessibleName(name)
        self.doubleClicked.connect(self._double)
        self._rows()

    def _rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look().measure("row-one"))
        self.setIconSize(QSize(look().px(16), look().px(16)))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Take a model and tell of its current row."""
        super().setModel(model)
        if model is not None:
            self.selectionModel().currentRowChanged.connect(lambda now, _before: self.chosen.emit(now))

    def set_widths(self, *widths: int) -> None:
        """Widths of the first columns at 100 % font size; the last stretches."""
        for column, width in enumerate(widths):
            self.setColumnWidth(column, look().px(width))

    def _double(self, index: QModelIndex) -> None:
        self.opened.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Row heights follow the font size."""
        if event.type() == QEvent.Type.StyleChange:
            self._rows()
        super().changeEvent(event)
