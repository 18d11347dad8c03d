"""Cards and page heads (卡片与页头): the grounds on which everything stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from hallclient.gui.shared.controls.text import ElidedText, Line, Text
from hallclient.gui.shared.theme import look


class Card(QFrame):
    """A card: optional title line with a meta text after it and actions at the right, then ``body``."""

    def __init__(self, title: str = "", *, aside: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        here = look()
        self._outer = QVBoxLayout(self)
        self.body = QVBoxLayout()
        self._open_segment()
        self.head = QHBoxLayout()
        self.head.setSpacing(here.px(8))
        self.title = Text(title, "card")
        self.aside = ElidedText(aside, "meta", modest=True)
        self.head.addWidget(self.title)
        self.head.addWidget(self.aside)
        self.head.addStretch(1)
        self.body.addLayout(self.head)
        self.title.setVisible(bool(title))
        self.aside.setVisible(bool(aside))
        self.setAccessibleName(name or title)
        self._space()

    def _open_segment(self) -> None:
        self.body = QVBoxLayout()
        self._outer.addLayout(self.body)

    def _space(self) -> None:
        here = look()
        self._outer.setContentsMargins(here.px(6), here.px(14), here.px(6), here.px(14))
        self._outer.setSpacing(here.px(8))
        for place in range(self._outer.count()):
            inner = self._outer.itemAt(place).layout()
            if isinstance(inner, QVBoxLayout):
                inner.setContentsMargins(here.px(10), 0, here.px(10), 0)
                inner.setSpacing(here.px(8))

    def changeEvent(self, event: QEvent) -> None:
        """Margins follow the font size."""
        if event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)

    def set_title(self, title: str, aside: str | None = None) -> None:
        """Another title, another meta text after it (None leaves it)."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)
        if aside is not None:
            self.aside.setText(aside)
            self.aside.setVisible(bool(aside))

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Append a widget or a layout to the body."""
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)
        if stretch:
            self._outer.setStretchFactor(self.body, stretch)

    def add_wide(self, widget: QWidget, stretch: int = 0) -> None:
        """Append a list of rows: the rows' ground reaches 10 px beyond the text, so that their text stands in line."""
        self._outer.addWidget(widget, stretch)
        self._open_segment()
        self._space()

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right of the title."""
        self.head.addWidget(widget)

    def add_line(self) -> None:
        """A separator."""
        self.body.addWidget(Line())

    def add_stretch(self) -> None:
        """Free room at the end, so that nothing is squashed."""
        self.body.addStretch(1)


class PageHead(QWidget):
    """The head of a page: title, chips after it, a meta line under it, actions at the right (the primary last).

    Where the room is short (large font) the actions go to a line of their own.
    """

    def __init__(self, title: str, *, meta: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        here = look()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(here.px(8))
        left = QVBoxLayout()
        left.setSpacing(0)
        self._first = QHBoxLayout()
        self._first.setSpacing(here.px(8))
        self.title = ElidedText(title, "page")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.meta = ElidedText(meta, "meta")
        self._first.addWidget(self.title)
        self._first.addStretch(1)
        left.addLayout(self._first)
        left.addWidget(self.meta)
        self._box.addLayout(left, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(here.px(8))
        self._box.addLayout(self._actions)
        self.meta.setVisible(bool(meta))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._chips: list[QWidget] = []

    def set_title(self, title: str, meta: str | None = None) -> None:
        """Another title, another meta line (None leaves it)."""
        self.title.setText(title)
        if meta is not None:
            self.meta.setText(meta)
            self.meta.setVisible(bool(meta))

    def set_chips(self, *chips: QWidget) -> None:
        """Chips after the title; the old ones go."""
        for old in self._chips:
            self._first.removeWidget(old)
            old.deleteLater()
        self._chips = list(chips)
        for place, chip in enumerate(chips, start=1):
            self._first.insertWidget(place, chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_action(self, widget: QWidget) -> None:
        """A button (or a status text) at the right."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """Title or actions, whichever is wider: they can stand under each other."""
        return QSize(max(self._actions.sizeHint().width(), look().px(160)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or under each other."""
        super().resizeEvent(event)
        needed = self._first.sizeHint().width() + self._actions.sizeHint().width() + self._box.spacing()
        beside = QBoxLayout.Direction.LeftToRight
        wanted = beside if needed <= self.width() else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()
