"""A short menu whose lines are numbered (编号菜单): one figure picks, so does Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class NumberMenu(QMenu):
    """``picked`` gives the code of the line."""

    picked = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        for at, (code, word) in enumerate(options, start=1):
            action = QAction(f"&{at}  {word}" if at < 10 else word, self)
            action.triggered.connect(lambda _on=False, code=code: self.picked.emit(code))
            self.addAction(action)
        self.aboutToHide.connect(self.deleteLater)

    def open_under(self, widget: QWidget) -> None:
        """Open under a widget, the first line chosen."""
        self.popup(widget.mapToGlobal(widget.rect().bottomLeft()))
        if self.actions():
            self.setActiveAction(self.actions()[0])
