"""Where scans come in (扫描件): a focusable area to drop files on, to press, or to reach with F8."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hallclient.gui.shared.controls.text import ElidedText, IconMark, Text
from hallclient.gui.shared.theme import look, restyle


class DropArea(QFrame):
    """Files dropped here come out of ``dropped``; pressing it asks for files with ``pressed``."""

    dropped = Signal(object)
    """A list of paths."""
    pressed = Signal()

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        here = look()
        self.setProperty("look", "drop")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        row = QHBoxLayout(self)
        row.setContentsMargins(here.px(16), here.px(10), here.px(12), here.px(10))
        row.setSpacing(here.px(12))
        row.addWidget(IconMark("scan", "brand", 18))
        row.addWidget(ElidedText(text, "soft"), 1)
        row.addWidget(Text(key, "meta"))

    def _over(self, over: bool) -> None:
        self.setProperty("over", over)
        restyle(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._over(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went away."""
        self._over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        self._over(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        files = [path for path in paths if path.is_file()]
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for files."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter ask for files."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Redraw the ring when focus moves."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus ring."""
        super().paintEvent(event)
        if self.hasFocus():
            here = look()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(here.colour("focus"), here.focus_width))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), here.px(6), here.px(6))
