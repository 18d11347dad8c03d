"""The key sheet (快捷键): what the keys of this page and of the whole window do, on F1."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.chip import StatusChip
from hallclient.gui.shared.controls.layouts import Scroll
from hallclient.gui.shared.controls.text import Text
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.theme import look


class KeysSheet(QDialog):
    """Groups of keys: title and hints."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[KeyHint]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        here = look()
        self.setWindowTitle(self.tr("快捷键"))
        column = QVBoxLayout(self)
        column.setContentsMargins(here.px(24), here.px(20), here.px(24), here.px(20))
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(here.px(10))
        for title, hints in groups:
            if hints:
                inner.addWidget(Text(title, "card"))
                inner.addLayout(self._group(hints))
                inner.addSpacing(here.px(8))
        inner.addStretch(1)
        column.addWidget(Scroll(inside), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(self.tr("关闭"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        row.addWidget(close)
        column.addLayout(row)
        wide, high = here.px(520), min(here.px(560), inside.sizeHint().height() + here.px(120))
        if parent is not None:
            edge = here.px(24)
            wide, high = min(wide, parent.width() - edge), min(high, parent.height() - edge)
        self.resize(wide, high)

    def _group(self, hints: Sequence[KeyHint]) -> QGridLayout:
        here = look()
        grid = QGridLayout()
        grid.setHorizontalSpacing(here.px(16))
        grid.setVerticalSpacing(here.px(6))
        grid.setColumnMinimumWidth(0, here.px(140))
        grid.setColumnStretch(1, 1)
        for at, hint in enumerate(hints):
            grid.addWidget(StatusChip(hint.keys, icon=""), at, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Text(hint.does), at, 1)
        return grid
