"""Two columns (双栏): the long one scrolls by itself beside the other; stacked, both scroll under each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hallclient.gui.shared.controls.layouts import Columns, Scroll


class TallColumns(Columns):
    """``long`` at the left takes the rest of the width and scrolls; ``side`` has its width at 100 %."""

    def __init__(self, long: QWidget, side: QWidget, width: int, *, least_rest: int, gap: int = 12) -> None:
        self._long = long
        self._long_scroll = Scroll(long)
        super().__init__([(self._long_scroll, 0), (side, width)], least_rest=least_rest, gap=gap)
        long.installEventFilter(self)

    def to_top(self) -> None:
        """Start at the beginning."""
        self.verticalScrollBar().setValue(0)
        self._long_scroll.verticalScrollBar().setValue(0)

    def show_part(self, part: QWidget) -> None:
        """Bring a part of the long column into view."""
        (self if self.stacked() else self._long_scroll).ensureWidgetVisible(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stacked, the long one has its whole height."""
        super().resizeEvent(event)
        self._give_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The long one became longer or shorter."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._give_height()
        return super().eventFilter(watched, event)

    def _give_height(self) -> None:
        layout = self._long.layout()
        width = self._long_scroll.viewport().width()
        wanted = self._long.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            wanted = max(wanted, layout.heightForWidth(width))
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self.stacked() else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._long_scroll.setVerticalScrollBarPolicy(policy)
        self._long_scroll.setMinimumHeight(wanted if self.stacked() else 0)
