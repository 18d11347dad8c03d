"""Segments (分段选择): two or three exclusive choices side by side, real buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from hallclient.gui.shared.controls.button import ARROWS
from hallclient.gui.shared.theme import look


class SegmentButton(QPushButton):
    """One choice."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for the row of buttons."""
        if event.key() in ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)


class Segment(QWidget):
    """Exclusive choices as joined buttons. ``options``: value and word. Left and right choose, Tab leaves."""

    picked = Signal(object)
    """The value the person chose."""

    def __init__(
        self,
        options: Sequence[tuple[Any, str]],
        value: Any = None,
        *,
        name: str = "",
        height: str = "control",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height = height
        self._wrong = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons: list[tuple[Any, QPushButton]] = []
        for option, word in options:
            button = SegmentButton(word)
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            button.clicked.connect(self._pressed)
            row.addWidget(button, 1)
            self._buttons.append((option, button))
        if self._buttons:
            self.setFocusProxy(self._buttons[0][1])
        self.set_value(value)

    def sizeHint(self) -> QSize:
        """As high as a field."""
        return QSize(super().sizeHint().width(), look().measure(self._height))

    minimumSizeHint = sizeHint  # noqa: N815

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The plate behind the buttons."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(here.colour("late" if self._wrong else "line-strong"), 2 if self._wrong else 1))
        painter.setBrush(here.colour("surface"))
        inset = 1.0 if self._wrong else 0.5
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, here.px(6), here.px(6))

    def value(self) -> Any:
        """The value chosen, None for none yet."""
        return next((option for option, button in self._buttons if button.isChecked()), None)

    def set_value(self, value: Any) -> None:
        """Choose without a signal; an unknown value chooses none."""
        for option, button in self._buttons:
            button.setChecked(value is not None and option == value)
        chosen = next((button for _, button in self._buttons if button.isChecked()), None)
        for _, button in self._buttons:
            alone = chosen is None or button is chosen
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if alone else Qt.FocusPolicy.ClickFocus)
        if self._buttons:
            self.setFocusProxy(chosen or self._buttons[0][1])

    def set_problem_look(self, wrong: bool) -> None:
        """The red ring of a field with a problem."""
        self._wrong = wrong
        self.update()

    def buttons(self) -> list[QPushButton]:
        """The buttons, in order."""
        return [button for _, button in self._buttons]

    def _pressed(self) -> None:
        pressed = self.sender()
        for option, button in self._buttons:
            if button is pressed:
                self._choose(option)

    def _choose(self, option: Any) -> None:
        self.set_value(option)
        self.picked.emit(option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        at = next((place for place, (_, button) in enumerate(self._buttons) if button.hasFocus()), None)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if at is not None and step is not None:
            option, button = self._buttons[(at + step) % len(self._buttons)]
            self._choose(option)
            button.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
