"""Line edits with something inside (带图标的输入框): a mark before the text, a small button after it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hallclient.gui.shared import icons
from hallclient.gui.shared.controls.button import IconButton
from hallclient.gui.shared.theme import look


class InsetLine(QLineEdit):
    """A line edit that makes room for its mark and its button. Qt's own actions there stay small at 200 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = ""
        self._button: IconButton | None = None

    def set_mark(self, icon: str) -> None:
        """An icon before the text."""
        self._mark = icons.check(icon)
        self._room()

    def set_button(self, icon: str, tip: str, call: Callable[[], None]) -> IconButton:
        """A button after the text, for the mouse; give people a key for it as well."""
        button = IconButton(icon, tip, kind="link", parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.set_ink("text-soft")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(call)
        self._button = button
        self._room()
        return button

    def _room(self) -> None:
        here = look()
        left = here.px(26) if self._mark else 0
        self.setTextMargins(left, 0, here.px(24) if self._button is not None else 0, 0)
        if self._button is not None:
            side = min(here.px(26), self.height() - 4)
            self._button.setGeometry(self.width() - side - here.px(5), (self.height() - side) // 2, side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end."""
        super().resizeEvent(event)
        self._room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_mark"):
            self._room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark over the field."""
        super().paintEvent(event)
        if self._mark:
            here = look()
            drawn = icons.pixmap(self._mark, "text-soft", 18, self.devicePixelRatioF())
            QPainter(self).drawPixmap(here.px(9), (self.height() - here.px(18)) // 2, drawn)
