"""Editors of the archive fields (档案输入): one for each field, with what cannot be read told apart from empty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hallclient.domain.customers import CHOICES, DATES, LENGTH, LENGTHS, VOLTAGES, Contact
from hallclient.domain.money import from_figures
from hallclient.errors import Problem
from hallclient.gui.customers.field_words import FieldWords
from hallclient.gui.shared.controls.button import Button, IconButton
from hallclient.gui.shared.controls.dates import DateBox
from hallclient.gui.shared.controls.editors import Choice, LineBox
from hallclient.gui.shared.controls.segment import Segment
from hallclient.gui.shared.theme import look

FLAGS = ("vulnerable", "important")
AMOUNTS = ("capacity_va", "arrears_fen")
SEGMENTS = ("segment", "state")


class ContactsEditor(QWidget):
    """Other people to call: name, relation, telephone; a line each."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(6))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._rows: list[tuple[QWidget, LineBox, LineBox, LineBox]] = []
        self.add_row = Button(self.tr("添加联系人"), icon="add", kind="link")
        self.add_row.clicked.connect(lambda: self._add(Contact(name="", phone=""), focus=True))
        self._column.addWidget(self.add_row, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add_row)

    def value(self) -> tuple[Contact, ...]:
        """Contacts that are not wholly empty."""
        found = (
            Contact(name=name.value(), phone=phone.value(), relation=relation.value())
            for _row, name, relation, phone in self._rows
        )
        return tuple(each for each in found if each.name or each.phone or each.relation)

    def set_value(self, contacts: Sequence[Contact] | None) -> None:
        """Show these."""
        if tuple(contacts or ()) == self.value():
            return
        while self._rows:
            self._remove(self._rows[0][0], tell=False)
        for contact in contacts or ():
            self._add(contact)
        self.changed.emit()

    def rows(self) -> list[tuple[LineBox, LineBox, LineBox]]:
        """The boxes: name, relation, telephone."""
        return [(name, relation, phone) for _row, name, relation, phone in self._rows]

    def _add(self, contact: Contact, *, focus: bool = False) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look().px(6))
        name, relation, phone = LineBox(self.tr("姓名")), LineBox(self.tr("关系")), LineBox(self.tr("电话"), limit=32)
        name.set_value(contact.name)
        relation.set_value(contact.relation)
        phone.set_value(contact.phone)
        words = (self.tr("联系人姓名"), self.tr("联系人关系"), self.tr("联系人电话"))
        for box, stretch, word in zip((name, relation, phone), (3, 2, 4), words, strict=True):
            box.setAccessibleName(word)
            box.changed.connect(self.changed)
            line.addWidget(box, stretch)
        remove = IconButton("delete", self.tr("删去这位联系人"))
        remove.clicked.connect(lambda: self._remove(row))
        line.addWidget(remove)
        self._rows.append((row, name, relation, phone))
        self._column.insertWidget(len(self._rows) - 1, row)
        if focus:
            name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def _remove(self, row: QWidget, *, tell: bool = True) -> None:
        self._rows = [each for each in self._rows if each[0] is not row]
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.add_row.setFocus(Qt.FocusReason.OtherFocusReason)
        if tell:
            self.changed.emit()


Editor = LineBox | Choice | DateBox | Segment | ContactsEditor


def make(name: str, words: FieldWords, today: date) -> Editor:
    """The editor of a field."""
    if name == "contacts":
        return ContactsEditor()
    if name in SEGMENTS:
        return Segment(words.choices(name), name=words.label(name))
    if name in FLAGS:
        return Segment([(False, words.value(name, False)), (True, words.value(name, True))], name=words.label(name))
    if name in CHOICES:
        options = [(value, word or "—") for value, word in words.choices(name)]
        return Choice(options)
    if name in DATES:
        return DateBox(today=lambda: today)
    if name == "voltage":
        return Choice([("", "—"), *((volts, volts) for volts in VOLTAGES)])
    return LineBox(limit=LENGTHS.get(name, LENGTH) + 50)


def show(name: str, editor: Editor, value: Any) -> None:
    """Put an archive value into its editor."""
    put: Any = editor.set_value
    if name in AMOUNTS:
        put("" if value in (None, "") else f"{value / 1000:g}" if name == "capacity_va" else f"{value / 100:.2f}")
        return
    if name == "voltage" and isinstance(editor, Choice) and value not in ("", *VOLTAGES):
        editor.set_options([("", "—"), *((volts, volts) for volts in (value, *VOLTAGES))], value)
    put(value)
    if isinstance(editor, LineBox):
        editor.setCursorPosition(0)


def read(name: str, editor: Editor) -> tuple[Any, Problem | None]:
    """The archive value of an editor, or why it is none."""
    value: Any = editor.value()
    if isinstance(editor, DateBox) and editor.bad():
        return None, Problem(field=name, code="customers.date_shape")
    if name not in AMOUNTS:
        return ("" if value is None and name not in DATES else value), None
    if not value:
        return None, None
    try:
        amount = int(Decimal(value) * 1000) if name == "capacity_va" else from_figures(value)
    except (InvalidOperation, ValueError, OverflowError):
        return None, Problem(field=name, code="customers.amount_shape")
    return amount, None


def listen(editor: Editor, call: Any) -> None:
    """Tell of each change."""
    (editor.picked if isinstance(editor, Segment) else editor.changed).connect(lambda *_: call())
