"""Page layouts (版式): columns that stack when the room is short, master and detail, readable scroll areas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from hallclient.gui.shared.theme import look


class Scroll(QScrollArea):
    """A vertical scroll area around one widget; keyboard focus scrolls what has it into view."""

    def __init__(self, inside: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        if inside is not None:
            self.setWidget(inside)
            inside.setAutoFillBackground(False)  # setWidget turned it on


class Column(QWidget):
    """Widgets under each other with the usual gap."""

    def __init__(
        self, *widgets: QWidget, gap: int = 12, stretch_end: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(look().px(gap))
        for widget in widgets:
            self.box.addWidget(widget)
        if stretch_end:
            self.box.addStretch(1)


class Columns(Scroll):
    """Columns side by side: a width at 100 % for each fixed one, 0 for the one that takes the rest.

    When the window is too narrow for them (large font, small screen) they stack in one scrolling column, in the
    given order, and keep the tab order.
    """

    def __init__(
        self,
        columns: Sequence[tuple[QWidget, int]],
        *,
        least_rest: int = 480,
        gap: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        self._columns = list(columns)
        self._least = least_rest
        self._gap = gap
        self._inside = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._box.setContentsMargins(0, 0, 0, 0)
        super().__init__(self._inside, parent)
        for widget, width in columns:
            self._box.addWidget(widget, 0 if width else 1)
        self._arrange()

    def stacked(self) -> bool:
        """Whether the columns stand under each other now."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def _needed(self) -> int:
        here = look()
        gaps = here.px(self._gap) * (len(self._columns) - 1)
        return gaps + sum(here.px(width or self._least) for _, width in self._columns)

    def _arrange(self) -> None:
        here = look()
        stack = self.viewport().width() < self._needed()
        self._box.setSpacing(here.px(self._gap))
        way = QBoxLayout.Direction.TopToBottom if stack else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(way)
        for widget, width in self._columns:
            if width and not stack:
                widget.setFixedWidth(here.px(width))
            else:
                widget.setMinimumWidth(0)
                widget.setMaximumWidth(16777215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or spread."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_box"):
            self._arrange()
        super().changeEvent(event)


class MasterDetail(QSplitter):
    """List at the left, detail at the right. ``master_width`` at 100 %; people may drag the gap."""

    def __init__(
        self, master: QWidget, detail: QWidget, *, master_width: int = 420, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        here = look()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(here.px(12))
        self.addWidget(master)
        self.addWidget(detail)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([here.px(master_width), here.px(1366 - 72 - master_width)])
        detail.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


def page_margins() -> tuple[int, int, int, int]:
    """Margins of a page inside the frame."""
    side = look().px(16)
    return side, side, side, side
