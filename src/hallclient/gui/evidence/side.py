"""Beside the player (播放器侧栏): the marks, and the chain of custody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hallclient.domain.evidence import Custody, CustodyAct, Mark
from hallclient.gui.evidence.marks import MarkList
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.layouts import Scroll
from hallclient.gui.shared.controls.text import ElidedText, IconMark, Text
from hallclient.gui.shared.theme import look

_ACT_ICONS = {
    CustodyAct.RECEIVED: "download", CustodyAct.VERIFIED: "audit", CustodyAct.FAILED: "broken",
    CustodyAct.PLAYED: "show", CustodyAct.MARKED: "mark", CustodyAct.EXPORTED: "export",
    CustodyAct.PRINTED: "print", CustodyAct.DESTROYED: "delete",
}  # fmt: skip


class PlayerSide(QWidget):
    """Two cards; the second only when there is a chain to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        here = look()
        self._has_room = True
        self.setFixedWidth(here.measure("right-column") - here.px(12))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.marks_card = Card(self.tr("标记"))
        self.list = MarkList()
        self._none = Text(self.tr("还没有标记。播放到要紧的地方，按 M 记一句。"), "soft", wrap=True)
        self.marks_card.add(self._none)
        self.marks_card.add(self.list, 1)
        self._room = QWidget()
        self.marks_card.add(self._room, 1)
        self.custody_card = Card(self.tr("保管链"))
        self._lines = QWidget()
        self._rows = QVBoxLayout(self._lines)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(here.px(8))
        scroll = Scroll(self._lines)
        for ground in (self._lines, scroll.viewport()):
            ground.setAutoFillBackground(False)  # the card shows through
        self.custody_card.add(scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(12))
        column.addWidget(self.marks_card, 3)
        column.addWidget(self.custody_card, 2)
        column.addStretch(0)
        self.set_marks(())
        self.set_custody(())

    def show_marks(self, on: bool) -> None:
        """Recordings have marks, papers do not."""
        self.marks_card.setVisible(on)
        self._fold()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Other marks."""
        self.list.marks.set_marks(marks)
        self.marks_card.set_title(self.tr("标记"), str(len(marks)) if marks else "")
        self._none.setVisible(not marks)
        self._room.setVisible(not marks)
        self.list.setVisible(bool(marks))

    def set_custody(self, lines: Sequence[Custody]) -> None:
        """Other custody lines, earliest first."""
        while (taken := self._rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.deleteLater()
        for line in lines:
            self._rows.addWidget(self._line(line))
        self._rows.addStretch(1)
        self.custody_card.setVisible(bool(lines))
        self._fold()

    def set_room(self, room: bool) -> None:
        """Whether the window is wide enough for it."""
        if room != self._has_room:
            self._has_room = room
            self._fold()

    def _fold(self) -> None:
        empty = self.marks_card.isHidden() and self.custody_card.isHidden()
        self.setVisible(self._has_room and not empty)

    def _line(self, line: Custody) -> QWidget:
        names = {
            CustodyAct.RECEIVED: self.tr("入库"), CustodyAct.VERIFIED: self.tr("校验一致"),
            CustodyAct.FAILED: self.tr("校验不通过"), CustodyAct.PLAYED: self.tr("播放"),
            CustodyAct.MARKED: self.tr("标记"), CustodyAct.EXPORTED: self.tr("导出"),
            CustodyAct.PRINTED: self.tr("打印"), CustodyAct.DESTROYED: self.tr("到期销毁"),
        }  # fmt: skip
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        bad = line.act is CustodyAct.FAILED
        row.addWidget(IconMark(_ACT_ICONS[line.act], "late" if bad else "brand", 16))
        words = ElidedText(f"{line.person} {names[line.act]} {line.note}".strip(), "body", ink="late" if bad else "")
        row.addWidget(words, 1)
        row.addWidget(Text(formats.instant(line.at)[5:], "meta"))
        return widget
