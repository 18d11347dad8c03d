"""A grid of fields (表单栅格): as many columns as have room, fewer at a larger font, hidden fields leave no gap."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.theme import look


class FieldGrid(QWidget):
    """Fields in the order given. ``span`` is how many columns one takes; 0 takes the whole row."""

    def __init__(self, *, columns: int = 3, least: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._least = columns, least
        self._fields: list[tuple[QWidget, int]] = []
        self._hidden: set[QWidget] = set()
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._space()

    def _space(self) -> None:
        here = look()
        self._grid.setHorizontalSpacing(here.px(16))
        self._grid.setVerticalSpacing(here.px(10))

    def add(self, field: QWidget, span: int = 1) -> None:
        """Append a field."""
        self._fields.append((field, span))
        self._grid.addWidget(field, self._grid.rowCount(), 0)
        self._arrange()

    def show_field(self, field: QWidget, shown: bool) -> None:
        """Show or hide one; the others close up."""
        if shown == (field not in self._hidden):
            return
        (self._hidden.discard if shown else self._hidden.add)(field)
        self._arrange()

    def shows(self, field: QWidget) -> bool:
        """Whether a field is asked for now."""
        return field not in self._hidden

    def _fitting(self) -> int:
        here = look()
        gap, least = here.px(16), here.px(self._least)
        return max(1, min(self._most, (self.width() + gap) // (least + gap)))

    def _arrange(self) -> None:
        columns = self._columns
        for field, _ in self._fields:
            self._grid.removeWidget(field)
        row = at = 0
        for field, span in self._fields:
            set_shown(field, field not in self._hidden)
            if field in self._hidden:
                continue
            wide = columns if span == 0 else min(span, columns)
            if at + wide > columns:
                row, at = row + 1, 0
            self._grid.addWidget(field, row, at, 1, wide, Qt.AlignmentFlag.AlignTop)
            at += wide
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
            self._grid.setColumnMinimumWidth(column, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._space()
            self._refit()
        super().changeEvent(event)

    def _refit(self) -> None:
        columns = self._fitting()
        if columns != self._columns:
            self._columns = columns
            self._arrange()
