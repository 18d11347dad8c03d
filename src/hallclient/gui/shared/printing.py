"""Printing (打印): PDF bytes to the printer, or to the papers folder when there is none. Never loses anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument

from hallclient.errors import Unavailable


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What became of a paper: printed on ``printer``, or kept as ``file``."""

    printer: str = ""
    file: Path | None = None
    pages: int = 0


class Printing:
    """One per program. ``printer`` empty: papers go to ``folder``. A copy is always kept there first."""

    def __init__(self, folder: Path, printer: str = "") -> None:
        self.folder = folder
        self.printer = printer

    def keep(self, name: str, pdf: bytes) -> Path:
        """Write the paper to the papers folder under a name that is not taken."""
        safe = re.sub(r'[\\/:*?"<>|\s]+', "-", name).strip("-.") or "paper"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Unavailable("printing.folder_full", folder=self.folder.name) from error
        for number in range(1, 10_000):
            target = self.folder / (f"{safe}.pdf" if number == 1 else f"{safe}-{number}.pdf")
            try:
                with target.open("xb") as out:
                    out.write(pdf)
            except FileExistsError:
                continue
            except OSError as error:
                target.unlink(missing_ok=True)
                raise Unavailable("printing.folder_full", folder=self.folder.name) from error
            return target
        raise Unavailable("printing.folder_full", folder=self.folder.name)

    def print(self, name: str, pdf: bytes) -> Printed:
        """Print, in the files lane or the main thread. Raises Unavailable when the printer fails; the file is kept."""
        file = self.keep(name, pdf)
        if not self.printer:
            return Printed(file=file, pages=page_count(pdf))
        return Printed(printer=self.printer, file=file, pages=self._send(name, pdf))

    def _send(self, name: str, pdf: bytes) -> int:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(self.printer)
        if info.isNull():
            raise Unavailable("printing.printer_gone", printer=self.printer)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        printer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
        )
        printer.setFullPage(True)
        painter = QPainter()
        if not painter.begin(printer):
            raise Unavailable("printing.printer_fails", printer=self.printer)
        try:
            pages = page_count(pdf)
            for page in range(pages):
                if page and not printer.newPage():
                    raise Unavailable("printing.printer_fails", printer=self.printer)
                area = painter.viewport()
                painter.drawImage(area, render(pdf, page, QSize(area.width(), area.height())))
            return pages
        finally:
            painter.end()


def printers() -> list[str]:
    """Names of the printers this workstation knows."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return list(QPrinterInfo.availablePrinterNames())


class _Opened:
    """A PDF in memory, with its buffer kept alive beside it."""

    def __init__(self, pdf: bytes) -> None:
        self.buffer = QBuffer()
        self.buffer.setData(QByteArray(pdf))
        self.buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self.buffer)

    def close(self) -> None:
        self.document.close()
        self.buffer.close()


def page_count(pdf: bytes) -> int:
    """Pages of a PDF, 0 when it is none."""
    opened = _Opened(pdf)
    try:
        return opened.document.pageCount()
    finally:
        opened.close()


def render(pdf: bytes, page: int, size: QSize) -> QImage:
    """One page as a picture that fits ``size``, on white."""
    opened = _Opened(pdf)
    try:
        points: QSizeF = opened.document.pagePointSize(page)
        fitted = points.scaled(QSizeF(size), Qt.AspectRatioMode.KeepAspectRatio).toSize()
        drawn = opened.document.render(page, fitted)
        paper = QImage(fitted, QImage.Format.Format_RGB32)
        paper.fill(0xFFFFFFFF)
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper
    finally:
        opened.close()
