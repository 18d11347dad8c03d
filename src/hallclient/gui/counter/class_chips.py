"""Filter chips that go on in a second row (筛选标签): a hall may have more classes than one row holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallclient.gui.shared.controls.chip import Chip
from hallclient.gui.shared.theme import look


class ClassChips(QWidget):
    """One chip is on. Left and right move, Space presses."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, Chip] = {}
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Key and text of each; keys that stay keep their state."""
        wanted = dict(options)
        chosen = self.value()
        for key in [known for known in self._chips if known not in wanted]:
            old = self._chips.pop(key)
            old.hide()
            old.deleteLater()
        for key, text in options:
            if key not in self._chips:
                chip = Chip(key, text, self)
                chip.clicked.connect(lambda _on=False, key=key: self._pressed(key))
                self._chips[key] = chip
                chip.show()
            self._chips[key].setText(text)
        self._chips = {key: self._chips[key] for key, _ in options}
        for chip, after in pairwise(self._chips.values()):
            QWidget.setTabOrder(chip, after)
        if chosen not in self._chips and self._chips:
            next(iter(self._chips.values())).setChecked(True)
        self._arrange(self.width())
        self.updateGeometry()

    def value(self) -> str:
        """The key that is on."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Turn one on, without a signal."""
        for code, chip in self._chips.items():
            chip.setChecked(code == key)

    def _pressed(self, key: str) -> None:
        self.set_value(key)
        self.picked.emit(key)

    def _places(self, width: int) -> list[tuple[Chip, int, int]]:
        here = look()
        gap, row = here.px(5), here.px(26) + here.px(6)
        left = top = 0
        places = []
        for chip in self._chips.values():
            wide = chip.sizeHint().width()
            if left and left + wide > width:
                left, top = 0, top + row
            places.append((chip, left, top))
            left += wide + gap
        return places

    def _arrange(self, width: int) -> None:
        for chip, left, top in self._places(width):
            chip.setGeometry(left, top, chip.sizeHint().width(), chip.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """As many rows as it takes."""
        return max((top for _, _, top in self._places(width)), default=0) + look().px(26)

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(look().px(120), self.heightForWidth(max(self.width(), look().px(120))))

    minimumSizeHint = sizeHint  # noqa: N815

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other rows."""
        super().resizeEvent(event)
        self._arrange(event.size().width())
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the neighbour."""
        order = list(self._chips.values())
        at = next((place for place, chip in enumerate(order) if chip.hasFocus()), None)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if at is not None and step is not None:
            order[(at + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
