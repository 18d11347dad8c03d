"""Contacts with the customer (联系记录): each with its outcome; the first that reached her stops its clock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.requests import Contact
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card, PageHead
from hallclient.gui.shared.controls.editors import LongBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.segment import Segment
from hallclient.gui.shared.controls.text import Text
from hallclient.gui.shared.theme import look

_TONES = {"reached": "ok", "met": "info", "missed": "soon"}


class ContactsCard(Card):
    """``note_wanted`` asks for the dialog."""

    note_wanted = Signal()

    def __init__(self, words: RequestWords, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self.note = Button(self.tr("记一次联系"), icon="phone", kind="link", shortcut="Ctrl+L")
        self.note.clicked.connect(self.note_wanted)
        self.add_action(self.note)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look().px(8))
        self.add(self._rows)

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """Oldest first."""
        while (taken := self._rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.set_title(self.tr("联系记录"), self.tr("%1 次").replace("%1", str(len(contacts))))
        if not contacts:
            self._rows.addWidget(Text(self.tr("还没有联系客户"), "soft"))
        for contact in contacts:
            self._rows.addWidget(self._row(contact))

    def _row(self, contact: Contact) -> QWidget:
        words = {"reached": self.tr("接通"), "met": self.tr("已见面"), "missed": self.tr("未接通")}
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(12))
        left, middle = QVBoxLayout(), QVBoxLayout()
        left.addWidget(Text(formats.instant(contact.at, self._words.clock()), "strong"))
        left.addWidget(Text(self.tr("工号 %1").replace("%1", contact.by), "meta"))
        middle.addWidget(Text(words.get(contact.outcome, ""), "strong", ink=_TONES.get(contact.outcome, "")))
        middle.addWidget(Text(contact.text, "body", wrap=True))
        for column in (left, middle):
            column.setSpacing(0)
            column.addStretch(1)
        row.addLayout(left)
        row.addLayout(middle, 1)
        return holder


class ContactDialog(QDialog):
    """Outcome and words of one contact; what was typed stays until it is saved."""

    noted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        here = look()
        self.setWindowTitle(self.tr("记一次联系"))
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(here.px(24), here.px(20), here.px(24), here.px(20))
        column.setSpacing(here.px(12))
        column.addWidget(PageHead(self.tr("记一次联系"), meta=self.tr("接通或见面后，首次联系的时限即告完成")))
        options = [("reached", self.tr("接通")), ("missed", self.tr("未接通")), ("met", self.tr("见面"))]
        self.outcome = Segment(options, "reached", name=self.tr("结果"))
        self.text = LongBox(rows=4, limit=2000)
        self.text_field = Field(self.tr("说了什么"), self.text)
        column.addWidget(Field(self.tr("结果"), self.outcome))
        column.addWidget(self.text_field)
        foot = QHBoxLayout()
        foot.addStretch(1)
        cancel, self.save = Button(self.tr("取消")), Button(
            self.tr("保存"), icon="done", kind="primary", shortcut="Ctrl+Return"
        )  # fmt: skip
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)
        self.setMinimumWidth(here.px(460))
        self.text.setFocus()

    def _save(self) -> None:
        if not self.text.value():
            self.text_field.set_problem(self.tr("请写下联系的内容"))
            self.text_field.go()
            return
        self.noted.emit(str(self.outcome.value()), self.text.value())
