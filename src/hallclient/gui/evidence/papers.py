"""Pictures and papers of the vault as images (图片与文档): decoded in a worker lane, in memory only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtPdf import QPdfDocument

from hallclient.domain.evidence import EvidenceItem, EvidenceKind
from hallclient.errors import Unavailable
from hallclient.gui.evidence.device import Reader, VaultDevice


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page: its image, its number from 1, and how many there are."""

    image: QImage
    number: int
    pages: int


def sheet(reader: Reader, item: EvidenceItem, number: int = 1, edge: int = 2400) -> Sheet:
    """A picture, or one page of a PDF, at most ``edge`` pixels long. For a worker lane.

    Raises Unavailable: what the reader found, or ``evidence.damaged``.
    """
    device = VaultDevice(reader)
    try:
        shown = _page(device, number, edge) if item.kind is EvidenceKind.DOCUMENT else _picture(device, edge)
        if device.failure is not None:
            raise device.failure
        if shown is None:
            raise Unavailable("evidence.damaged")
        return shown
    finally:
        device.close()


def _picture(device: VaultDevice, edge: int) -> Sheet | None:
    pictures = QImageReader(device)
    pictures.setAutoTransform(True)
    size = pictures.size()
    if size.isValid() and max(size.width(), size.height()) > edge:
        pictures.setScaledSize(size.scaled(QSize(edge, edge), Qt.AspectRatioMode.KeepAspectRatio))
    image = pictures.read()
    return None if image.isNull() else Sheet(image=image, number=1, pages=1)


def _page(device: VaultDevice, number: int, edge: int) -> Sheet | None:
    document = QPdfDocument()
    try:
        document.load(device)
        if document.status() != QPdfDocument.Status.Ready or document.pageCount() == 0:
            return None
        number = min(max(1, number), document.pageCount())
        size = document.pagePointSize(number - 1).scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio).toSize()
        drawn = document.render(number - 1, size)
        if drawn.isNull():
            return None
        page = QImage(drawn.size(), QImage.Format.Format_RGB32)
        page.fill(Qt.GlobalColor.white)
        _lay(drawn, page)
        return Sheet(image=page, number=number, pages=document.pageCount())
    finally:
        document.close()


def _lay(drawn: QImage, page: QImage) -> None:
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
