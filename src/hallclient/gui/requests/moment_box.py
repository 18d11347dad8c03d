"""Instants (时间): a box that takes 14:09, 6-10 14:09, 昨天 9:30 or a whole date with a time, on the Beijing clock."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hallclient.domain import instants
from hallclient.gui.shared.controls.dates import read_date

_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:：.点]\s*(\d{1,2}|半)?\s*分?)$")


def read_moment(text: str, now: datetime) -> datetime | None:
    """The instant a person means, None where it is none. A time alone is today's; a date needs its time."""
    text = text.strip()
    found = _CLOCK.search(text)
    if found is None:
        return None
    minutes = {None: 0, "半": 30}.get(found[2])  # not shown
    minutes = int(found[2]) if minutes is None else minutes
    hours = int(found[1])
    if hours > 23 or minutes > 59:
        return None
    before = text[: found.start()].strip()
    day = read_date(before, instants.day_of(now)) if before else instants.day_of(now)
    return None if day is None else instants.at(day, time(hours, minutes))


class MomentBox(QLineEdit):
    """An instant or none. What a program sets is kept exactly until a person types."""

    changed = Signal()

    def __init__(self, clock: Callable[[], datetime], placeholder: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._value: datetime | None = None
        self.setPlaceholderText(placeholder or self.tr("如 6-10 14:09"))
        self.setMaxLength(32)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._settle)

    def value(self) -> datetime | None:
        """The instant, None for none or for text that is none."""
        return self._value

    def bad(self) -> bool:
        """There is text, but it is no instant."""
        return bool(self.text().strip()) and self._value is None

    def set_value(self, value: datetime | None) -> None:
        """Show an instant."""
        moved = value != self._value
        self._value = value
        if value is None:
            self.clear()
        self._settle()
        if moved:
            self.changed.emit()

    def _typed(self, text: str) -> None:
        self._value = read_moment(text, self._clock())
        self.changed.emit()

    def _settle(self) -> None:
        if self._value is not None:
            self.setText(f"{instants.beijing(self._value):%Y-%m-%d %H:%M}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here selects all, so typing replaces."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()
