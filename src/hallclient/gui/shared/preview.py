"""Paper preview (预览): a PDF in the window with print and save; printing runs on the files lane."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hallclient.gui.shared.background import Background
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import PageHead
from hallclient.gui.shared.printing import Printed, Printing
from hallclient.gui.shared.theme import look


class PaperPreview(QDialog):
    """Shows a paper; ``printed`` tells what became of it."""

    printed = Signal(object)

    def __init__(
        self,
        title: str,
        pdf: bytes,
        printing: Printing,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        here = look()
        self.setWindowTitle(title)
        self._title, self._pdf = title, pdf
        self._printing, self._background = printing, background
        column = QVBoxLayout(self)
        column.setContentsMargins(here.px(16), here.px(12), here.px(16), here.px(16))
        head = PageHead(title)
        self._print = Button(self.tr("打印"), icon="print", kind="primary", shortcut="Ctrl+P")
        self._print.clicked.connect(self._go)
        close = Button(self.tr("关闭"))
        close.clicked.connect(self.close)
        head.add_action(close)
        head.add_action(self._print)
        column.addWidget(head)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._buffer)
        view = QPdfView(self)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setDocument(self.document)
        view.setAccessibleName(title)
        column.addWidget(view, 1)
        self.resize(here.px(760), here.px(900))

    def _go(self) -> None:
        self._print.set_reason(self.tr("正在打印"))
        title, pdf, printing = self._title, self._pdf, self._printing
        self._background.run("files", lambda: printing.print(title, pdf), self._done, self._failed, owner=self)

    def _done(self, printed: Printed) -> None:
        self._print.set_reason(None)
        self.printed.emit(printed)

    def _failed(self, error: Exception) -> None:
        self._print.set_reason(None)
        if not self._background.expected(error, self):
            self._background.unexpected(error)
