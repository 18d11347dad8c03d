"""Chips that wrap (换行的标签): filters and choices of many words in as many rows as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallclient.gui.shared.controls.chip import Chip
from hallclient.gui.shared.theme import look


class ChipFlow(QWidget):
    """Chips in rows, one of which is on (or any number with ``several``). Arrow keys move, Space presses.

    ``needed`` keeps one on; without it, and not ``several``, none may be on yet.
    """

    picked = Signal(str)
    changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        *,
        several: bool = False,
        needed: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._several, self._needed = several, needed
        self._chips: dict[str, Chip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Key and text of each; keys that stay keep their state."""
        keys = [key for key, _ in options]
        for key in [known for known in self._chips if known not in keys]:
            old = self._chips.pop(key)
            old.hide()
            old.deleteLater()
        chips: dict[str, Chip] = {}
        for key, text in options:
            chip = self._chips.get(key)
            if chip is None:
                chip = Chip(key, text, self)
                chip.clicked.connect(self._pressed)
                chip.show()
            elif chip.text() != text:
                chip.setText(text)
            chips[key] = chip
        self._chips = chips
        previous: Chip | None = None
        for chip in chips.values():
            if previous is not None:
                self.setTabOrder(previous, chip)
            previous = chip
        if self._needed and chips and not self.values():
            next(iter(chips.values())).setChecked(True)
        self._settle()
        self._place()
        self.updateGeometry()

    def chips(self) -> list[Chip]:
        """The chips, in order."""
        return list(self._chips.values())

    def value(self) -> str:
        """The key that is on, or an empty text."""
        return next(iter(self.values()), "")

    def values(self) -> tuple[str, ...]:
        """All keys that are on."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def set_value(self, *keys: str) -> None:
        """Turn these on, the others off."""
        before = self.values()
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)
        self._settle()
        if before != self.values():
            self.changed.emit()

    def _pressed(self) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        if not self._several:
            self.set_value(chip.key)
        self.changed.emit()
        self.picked.emit(chip.key)

    def _settle(self) -> None:
        """One stop of the Tab key where one is chosen, so that a form is not 12 stops long."""
        chosen = next((chip for chip in self._chips.values() if chip.isChecked()), None)
        first = next(iter(self._chips.values()), None)
        for chip in self._chips.values():
            stop = self._several or chip is (chosen or first)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        if (stop_here := chosen or first) is not None:
            self.setFocusProxy(stop_here)

    # place

    def _rows(self, width: int) -> tuple[list[tuple[Chip, QRect]], int]:
        here = look()
        gap, left, top, high = here.px(5), 0, 0, here.px(26)
        placed = []
        for chip in self._chips.values():
            size = chip.sizeHint()
            high = size.height()
            if left and left + size.width() > width:
                left, top = 0, top + high + gap
            placed.append((chip, QRect(left, top, size.width(), high)))
            left += size.width() + gap
        return placed, top + high

    def _place(self) -> None:
        placed, high = self._rows(self.width())
        for chip, where in placed:
            chip.setGeometry(where)
        if high != self.height() or self.minimumHeight() != high:
            self.setFixedHeight(high)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._rows(width)[1]

    def sizeHint(self) -> QSize:
        """One row, if it were wide enough."""
        gap = look().px(5)
        width = sum(chip.sizeHint().width() + gap for chip in self._chips.values())
        return QSize(width, self._rows(max(1, self.width()))[1])

    def minimumSizeHint(self) -> QSize:
        widest = max((chip.sizeHint().width() for chip in self._chips.values()), default=1)
        return QSize(widest, look().px(26))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._place()
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = list(self._chips.values())
        at = next((place for place, chip in enumerate(order) if chip.hasFocus()), None)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if at is None or step is None:
            super().keyPressEvent(event)
            return
        neighbour = order[(at + step) % len(order)]
        neighbour.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._several:
            neighbour.click()
