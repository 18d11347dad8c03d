"""Columns that scroll each for itself (分栏): clocks stay in sight beside a long form; narrow windows stack them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.gui.shared.controls.layouts import Columns, Scroll
from hallclient.gui.shared.theme import look


class SideBySide(Columns):
    """Like Columns, with a scroll bar per column as long as they stand beside each other."""

    def __init__(
        self, columns: Sequence[tuple[QWidget, int]], *, least_rest: int = 480, gap: int = 12,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self._each = [Scroll(widget) for widget, _ in columns]
        self._lead: QWidget | None = None
        self._host: QVBoxLayout | None = None
        widths = [width for _, width in columns]
        super().__init__(list(zip(self._each, widths, strict=True)), least_rest=least_rest, gap=gap, parent=parent)
        for widget, _ in columns:
            widget.installEventFilter(self)
        self._arrange()

    def set_lead(self, widget: QWidget, host: QVBoxLayout) -> None:
        """A widget above the columns in ``host`` (which holds it now): when they are stacked, it scrolls with them."""
        self._lead, self._host = widget, host
        self._at = host.indexOf(widget)

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget, and the problem under it, can be seen."""
        room = look().px(70)
        for scroll in (*self._each, self):
            if scroll.isAncestorOf(widget):
                scroll.ensureWidgetVisible(widget, 0, room)

    def to_top(self) -> None:
        """Back to the beginning."""
        for scroll in (*self._each, self):
            scroll.verticalScrollBar().setValue(0)

    def _arrange(self) -> None:
        super()._arrange()
        stacked = self.stacked()
        self._move_lead(stacked)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        for scroll in self._each:
            scroll.setVerticalScrollBarPolicy(off if stacked else needed)
            scroll.setHorizontalScrollBarPolicy(off)
            high = self._height_of(scroll.widget()) if stacked else 0
            if scroll.minimumHeight() != high:
                scroll.setMinimumHeight(high)

    def _move_lead(self, stacked: bool) -> None:
        if self._lead is None or self._host is None or (self._box.indexOf(self._lead) >= 0) == stacked:
            return
        shown = not self._lead.isHidden()
        if stacked:
            self._host.removeWidget(self._lead)
            self._box.insertWidget(0, self._lead)
        else:
            self._box.removeWidget(self._lead)
            self._host.insertWidget(self._at, self._lead)
        self._lead.setVisible(shown)

    def _height_of(self, inside: QWidget) -> int:
        width = self.viewport().width()
        least = inside.minimumSizeHint().height()
        wrapped = inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()
        return max(least, wrapped)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands in a stacked column has grown or shrunk."""
        if event.type() == QEvent.Type.LayoutRequest and self.stacked():
            self._arrange()
        return super().eventFilter(watched, event)
