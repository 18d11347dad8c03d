"""A scroll area that can also stand at its whole height (整页): side by side it scrolls, stacked the page does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hallclient.gui.shared.controls.layouts import Columns, Scroll
from hallclient.gui.shared.theme import look

LEAST = 120


class TallScroll(Scroll):
    """``set_whole(True)`` asks for all the height its widget needs, and follows it."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        self._whole = False
        super().__init__(inside, parent)
        inside.setAutoFillBackground(False)

    def set_whole(self, whole: bool) -> None:
        """Stand at the whole height, or scroll inside."""
        if whole != self._whole:
            self._whole = whole
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """The whole height, or a strip of it."""
        plain = super().minimumSizeHint()
        inside = self.widget()
        if self._whole and inside is not None:
            least = max(inside.minimumSizeHint().height(), inside.sizeHint().height())
            return QSize(plain.width(), least + 2 * self.frameWidth())
        return QSize(plain.width(), look().px(LEAST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another height inside is another height here."""
        if self._whole and watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class StackingColumns(Columns):
    """Columns that tell when they were arranged: ``arranged`` says whether they stand under each other."""

    arranged = Signal(bool)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or spread, and tell."""
        super().resizeEvent(event)
        self.arranged.emit(self.stacked())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size, and tell."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_box"):
            self.arranged.emit(self.stacked())
