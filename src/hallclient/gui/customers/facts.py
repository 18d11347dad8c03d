"""Archive fields for reading (档案字段): label, value, and where the value comes from; what is stale is marked."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hallclient.domain.customers import Customer
from hallclient.gui.customers.field_words import FieldWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.text import ElidedText, IconMark, Text, set_shown
from hallclient.gui.shared.theme import look

_LONG = re.compile(r"[!-~]{32}(?=[!-~])")
"""A run of Latin signs longer than any number in use may break; shorter ones stay whole, for copying."""

WIDE = frozenset({"contacts", "address"})
"""Fields that take a whole line."""


class Fact(QWidget):
    """One field: label line with its marks, value under it. A click asks for the field's history."""

    asked = Signal(str)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._label = name, label
        here = look()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(2))
        line = QHBoxLayout()
        line.setSpacing(here.px(5))
        line.addWidget(Text(label, "meta"))
        self._mark = IconMark("waiting", "soon", 13)
        self._stale = Text(self.tr("久未确认"), "meta", ink="soon")
        line.addWidget(self._mark)
        line.addWidget(self._stale)
        line.addStretch(1)
        column.addLayout(line)
        self._value = Text("", "body", wrap=True)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def text(self) -> str:
        """The value shown."""
        return self._value.text().replace("\u200b", "")

    @property
    def stale(self) -> bool:
        """Whether the field is marked."""
        return not self._mark.isHidden()

    def show_value(self, text: str, source: str, *, stale: bool, clear: bool, tone: str = "") -> None:
        """The value, its source on hover, and the marks."""
        shown = text or "—"
        self._value.setText(_LONG.sub("\\g<0>\u200b", shown))
        self._value.set_ink("brand" if clear else tone if text else "text-off")
        stale = stale and bool(text)
        set_shown(self._mark, stale)
        set_shown(self._stale, stale)
        self.setToolTip(source if text else "")
        marked = self.tr("久未确认") if stale else ""
        self._value.setAccessibleName(" ".join(filter(None, (self._label, shown, marked, source))))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The history of this field."""
        self.asked.emit(self._name)
        super().mouseDoubleClickEvent(event)


class FactsCard(Card):
    """A group of fields in two columns (one where it is narrow), with the common source at the title."""

    asked = Signal(str)

    def __init__(self, title: str, names: tuple[str, ...], words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._names, self._words = names, words
        self.aside.hide()
        self._source = ElidedText("", "meta")
        self._source.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.head.insertWidget(2, self._source, 3)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look().px(16))
        self._grid.setVerticalSpacing(look().px(10))
        self.facts: dict[str, Fact] = {}
        for name in names:
            fact = Fact(name, words.label(name))
            fact.asked.connect(self.asked)
            self.facts[name] = fact
        self._columns = 0
        self.add(self._grid)
        self._arrange(2)

    def show_customer(
        self, customer: Customer, clear: dict[str, Any], today: date, tone_of: Callable[[str], str]
    ) -> None:
        """The values; fields in ``clear`` are shown unmasked."""
        sources = set()
        for name, fact in self.facts.items():
            value = clear.get(name, getattr(customer, name))
            text = self._words.value(name, value)
            source = self._words.provenance(customer, name)
            if text:
                sources.add(source)
            stale = self._words.stale(customer, name, today)
            fact.show_value(text, source, stale=stale, clear=name in clear and bool(text), tone=tone_of(name))
        self._source.setText(next(iter(sources)) if len(sources) == 1 else "")
        if len(sources) > 1:
            self._source.setText(self.tr("%1 个来源，停在字段上可看").replace("%1", str(len(sources))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        row = place = 0
        for name, fact in self.facts.items():
            if name in WIDE and place:
                row, place = row + 1, 0
            span = columns if name in WIDE else 1
            self._grid.addWidget(fact, row, place, 1, span, Qt.AlignmentFlag.AlignTop)
            place += span
            if place >= columns:
                row, place = row + 1, 0
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def event(self, event: QEvent) -> bool:
        """One column where two would be too narrow."""
        if event.type() == QEvent.Type.Resize and hasattr(self, "facts"):
            self._arrange(2 if self.width() >= look().px(400) else 1)
        return super().event(event)


class SupplyPath(Card):
    """The supply chain 站-线-变-户 as a path."""

    def __init__(self, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("供电路径"), aside=self.tr("站 线 变 户"), parent=parent)
        self._words = words
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        self._values: dict[str, ElidedText] = {}
        self._notes: dict[str, ElidedText] = {}
        icons = {"station": "brand", "line": "link", "transformer": "transformer", "meter": "meter"}
        for number, (name, icon) in enumerate(icons.items()):
            if number:
                row.addWidget(IconMark("right", "text-off", 14), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(IconMark(icon, "brand", 18), 0, Qt.AlignmentFlag.AlignVCenter)
            texts = QVBoxLayout()
            texts.setSpacing(0)
            self._notes[name], self._values[name] = ElidedText("", "meta"), ElidedText("", "strong")
            texts.addWidget(self._values[name])
            texts.addWidget(self._notes[name])
            row.addLayout(texts, 1)
        self.add(row)

    def show_customer(self, customer: Customer, clear: dict[str, Any]) -> None:
        """The chain down to the meter."""
        said = []
        for name, value in self._values.items():
            shown = str(clear.get(name, getattr(customer, name))) or self.tr("未登记")
            note = self._words.label(name)
            if name == "transformer" and customer.transformer_no:
                note = customer.transformer_no
            if name == "meter" and customer.meter_box:
                note = self.tr("表箱 %1").replace("%1", customer.meter_box)
            value.setText(shown)
            value.set_ink("" if getattr(customer, name) else "text-off")
            self._notes[name].setText(note)
            said.append(f"{self._words.label(name)} {shown}")
        self.setAccessibleDescription(formats.listed(said))
