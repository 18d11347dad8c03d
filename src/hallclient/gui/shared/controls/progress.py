"""Long work in the page (进度): what, how much, how long, cancel."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.text import ElidedText, Text
from hallclient.gui.shared.theme import look


class ProgressLine(QFrame):
    """A line that says what is being done, how much of it, how long it will take, and stops it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "well")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        here = look()
        column = QVBoxLayout(self)
        column.setContentsMargins(here.px(12), here.px(6), here.px(8), here.px(8))
        column.setSpacing(here.px(4))
        row = QHBoxLayout()
        row.setSpacing(here.px(12))
        self._what = ElidedText("", "strong")
        self._much = Text("", "meta")
        self._stop = Button(self.tr("停止"), kind="link")
        self._stop.clicked.connect(self._stopped)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        row.addWidget(self._what, 1)
        row.addWidget(self._much)
        row.addWidget(self._stop)
        column.addLayout(row)
        column.addWidget(self._bar)
        self._since = 0.0
        self.hide()

    def start(self, what: str, *, can_cancel: bool = True) -> None:
        """Show the line."""
        self._since = time.monotonic()
        self._what.setText(what)
        self._much.setText("")
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(what)
        self._stop.setVisible(can_cancel)
        self._stop.setEnabled(True)
        self.show()

    def report(self, done: int, total: int, unit: str = "") -> None:
        """How much; a total of 0 is unknown. ``unit`` is 行, 件; bytes when it is ``B``."""
        self._bar.setRange(0, 1000 if total else 0)
        if total:
            self._bar.setValue(round(done / total * 1000))
        count = formats.size if unit == "B" else formats.count
        much = f"{count(done)} / {count(total)}" if total else count(done)
        if unit and unit != "B":
            much = f"{much} {unit}"
        spent = time.monotonic() - self._since
        if total and done and spent > 2:
            much += self.tr("，约剩 %1").replace("%1", formats.duration(spent * (total - done) / done))
        self._much.setText(much)

    def finish(self) -> None:
        """Put the line away."""
        self.hide()

    def _stopped(self) -> None:
        self._stop.setEnabled(False)
        self.cancelled.emit()
