"""Dates (日期): a box that takes 2026-06-17, 6-17, 0617, 17, 今天, 明天 or +3, with a calendar behind a button."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.inset import InsetLine

_WORDS = {"今天": 0, "明天": 1, "后天": 2, "昨天": -1, "前天": -2}  # not shown


def read_date(text: str, today: date) -> date | None:
    """The date a person means, None where it is none. Month and day alone mean this year."""
    text = re.sub(r"\s+(周.|[A-Z][a-z]{2})$", "", text.strip())
    if text in _WORDS:
        return today + timedelta(days=_WORDS[text])
    if re.fullmatch(r"[+-]\d{1,3}", text):
        return today + timedelta(days=int(text))
    parts = [int(part) for part in re.split(r"[-/.年月日\s]+", text) if part.isdigit()]
    if len(parts) == 1:
        digits = re.sub(r"\D", "", text)
        if len(digits) == 8:
            parts = [int(digits[:4]), int(digits[4:6]), int(digits[6:])]
        elif len(digits) == 4:
            parts = [today.year, int(digits[:2]), int(digits[2:])]
        elif len(digits) in {1, 2}:
            parts = [today.year, today.month, int(digits)]
    elif len(parts) == 2:
        parts = [today.year, *parts]
    if len(parts) != 3 or re.sub(r"[\d\-/.年月日\s]", "", text):
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


class DateBox(InsetLine):
    """A date or none. ``today`` is asked when relative words are typed; ``bad()``: there is text that is no date."""

    changed = Signal()

    def __init__(
        self, value: date | None = None, *, today: Callable[[], date] = date.today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._value: date | None = None
        self.setPlaceholderText(self.tr("年-月-日"))
        self.setMaxLength(20)
        self.set_button("calendar", self.tr("打开日历"), self.open_calendar)
        self._popup: QFrame | None = None
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._settle)
        self.set_value(value)

    def value(self) -> date | None:
        """The date, None for none or for text that is no date."""
        return self._value

    def bad(self) -> bool:
        """There is text, but it is no date."""
        return bool(self.text().strip()) and self._value is None

    def set_value(self, value: date | None) -> None:
        """Show a date."""
        moved = value != self._value
        self._value = value
        self._settle()
        if value is None:
            self.clear()
        if moved:
            self.changed.emit()

    def _typed(self, text: str) -> None:
        self._value = read_date(text, self._today())
        self.changed.emit()

    def _settle(self) -> None:
        if self._value is not None:
            self.setText(formats.day(self._value, with_weekday=True))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here selects all, so typing replaces."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4 and Alt+Down open the calendar."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Down and alt):
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """The calendar under the box."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("look", "dialog")
        box = QVBoxLayout(popup)
        box.setContentsMargins(4, 4, 4, 4)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        shown = self._value or self._today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(self._picked)
        box.addWidget(calendar)
        self._popup = popup
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.set_value(date(day.year(), day.month(), day.day()))
