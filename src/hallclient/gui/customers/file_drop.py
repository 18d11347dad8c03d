"""A place to drop a table (选择文件): the file in use, or how to give one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.text import ElidedText, IconMark
from hallclient.gui.shared.theme import look, restyle
from hallclient.services.customer_import import FileLook


class FileDrop(QFrame):
    """Drop a table here, or choose one."""

    def __init__(self, take: Callable[[Path], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self.setProperty("look", "drop")
        self.setAcceptDrops(True)
        here = look()
        row = QHBoxLayout(self)
        row.setContentsMargins(here.px(16), here.px(12), here.px(12), here.px(12))
        row.setSpacing(here.px(12))
        self._mark = IconMark("drop", "text-off", 24)
        row.addWidget(self._mark)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        self._title = ElidedText(self.tr("把 CSV 或 XLSX 表格拖到这里"), "strong")
        self._note = ElidedText(self.tr("GB18030、UTF-8、UTF-16 都能读；被表格软件改成小数的户号会还原"), "meta")
        texts.addWidget(self._title)
        texts.addWidget(self._note)
        row.addLayout(texts, 1)
        self.choose = Button(self.tr("选择文件"), icon="folder", shortcut="Ctrl+O")
        row.addWidget(self.choose)

    def show_file(self, found: FileLook) -> None:
        """The file that was read."""
        table = found.table
        self._mark.set_icon("table", "brand")
        self._title.setText(table.path.name)
        what = self.tr("文本表格") if table.kind == "csv" else self.tr("工作簿")
        self._note.setText(f"{what} · {formats.size(table.size)} · SHA-256 {table.sha256[:12]}")
        self.choose.setText(self.tr("换一个文件"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file comes."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It goes."""
        self._over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first."""
        self._over(False)
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self._take(files[0])

    def _over(self, over: bool) -> None:
        self.setProperty("over", over)
        restyle(self)
