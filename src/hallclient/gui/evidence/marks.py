"""The list of marks (标记列表) beside the player."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hallclient.domain.evidence import Mark
from hallclient.gui.shared import formats
from hallclient.gui.shared.theme import look

MARK_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class MarksModel(QAbstractListModel):
    """The marks of one recording, earliest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks: tuple[Mark, ...] = ()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        self.beginResetModel()
        self.marks = tuple(sorted(marks, key=lambda mark: (mark.at_ms, mark.made_at)))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        mark = self.marks[index.row()]
        if role == MARK_ROLE:
            return mark
        if role == Qt.ItemDataRole.DisplayRole:
            return mark.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{mark.text}\n{formats.media_time(mark.at_ms)}  {mark.by}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.row() + 1}, {formats.media_time(mark.at_ms)}, {mark.text}, {mark.by}"
        return None


class MarkDelegate(QStyledItemDelegate):
    """Number on its flag, the words, moment and who made it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        here = look()
        return QSize(here.px(200), here.metrics("strong").height() + here.metrics("meta").height() + here.px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here, mark = look(), index.data(MARK_ROLE)
        box: QRect = option.rect.adjusted(here.px(2), here.px(2), -here.px(2), -here.px(2))  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(here.colour("brand-tint"))
            painter.drawRoundedRect(box, here.px(6), here.px(6))
            if here.theme == "contrast" or option.state & QStyle.StateFlag.State_HasFocus:  # type: ignore[attr-defined]
                painter.setPen(here.colour("focus"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), here.px(6), here.px(6))
                painter.setPen(Qt.PenStyle.NoPen)
        side, strong, meta = here.px(20), here.metrics("strong"), here.metrics("meta")
        flag = QRect(box.left() + here.px(10), box.top() + here.px(6), side, side)
        painter.setBrush(here.colour("late" if chosen else "info"))
        painter.drawRoundedRect(flag, here.px(4), here.px(4))
        painter.setFont(here.font("meta-strong"))
        painter.setPen(here.colour("surface"))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        left = flag.right() + here.px(10)
        wide = box.right() - left - here.px(8)
        first = QRect(left, box.top() + here.px(5), wide, strong.height())
        second = QRect(left, first.bottom() + here.px(3), wide, meta.height())
        painter.setFont(here.font("strong"))
        painter.setPen(here.colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(first, int(middle), strong.elidedText(mark.text, Qt.TextElideMode.ElideRight, wide))
        painter.setFont(here.font("meta"))
        painter.setPen(here.colour("text-soft"))
        painter.drawText(second, int(middle), formats.media_time(mark.at_ms))
        painter.drawText(second, int(middle | Qt.AlignmentFlag.AlignRight), mark.by)
        painter.restore()


class MarkList(QListView):
    """Enter, a click or a double click goes to the moment."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = MarksModel(self)
        self.setModel(self.marks)
        self.setItemDelegate(MarkDelegate(self))
        self.setAccessibleName(self.tr("标记"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._want)
        self.clicked.connect(self._want)

    def set_current(self, mark_id: str | None) -> None:
        """The mark being passed; no signal."""
        for row, mark in enumerate(self.marks.marks):
            if mark.id == mark_id:
                if self.currentIndex().row() != row:
                    self.setCurrentIndex(self.marks.index(row))
                return
        self.setCurrentIndex(QModelIndex())

    def _want(self, index: QModelIndex) -> None:
        self.wanted.emit(index.data(MARK_ROLE))
