"""Text and marks (文字与图标): labels by type role, elided labels, icons that follow the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from hallclient.gui.shared import icons
from hallclient.gui.shared.theme import look, restyle


class Text(QLabel):
    """A label of one type role (tokens.toml [type]). Always plain text: what people typed is never markup."""

    def __init__(
        self, text: str = "", role: str = "body", *, ink: str = "", wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if ink:
            self.setProperty("ink", ink)
        self.setWordWrap(wrap)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        )
        if wrap:
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def set_ink(self, ink: str) -> None:
        """Another colour token; an empty one gives the role's own."""
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            restyle(self)

    def set_role(self, role: str) -> None:
        """Another type role."""
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)


class ElidedText(Text):
    """A one-line label that shortens with … when there is no room, and shows the whole on hover.

    It takes what room there is; a ``modest`` one no more than its words need.
    """

    def __init__(
        self, text: str = "", role: str = "body", *, ink: str = "", modest: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, ink=ink, parent=parent)
        wide = QSizePolicy.Policy.Preferred if modest else QSizePolicy.Policy.Ignored
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for the dots only."""
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class IconMark(QWidget):
    """An icon that is only seen: follows theme and font size. Give it a word beside it."""

    def __init__(self, name: str, token: str = "text-soft", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = icons.check(name), token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, name: str, token: str = "") -> None:
        """Another icon, another colour."""
        self._name = icons.check(name)
        self._token = token or self._token
        self.update()

    def sizeHint(self) -> QSize:
        """The icon's size."""
        side = look().px(self._size)
        return QSize(side, side)

    minimumSizeHint = sizeHint  # noqa: N815

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pixmap in the middle."""
        painter = QPainter(self)
        drawn = icons.pixmap(self._name, self._token, self._size, self.devicePixelRatioF())
        side = look().px(self._size)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)


class Line(QFrame):
    """A one-pixel separator."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "line")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


def set_shown(widget: QWidget, shown: bool) -> None:
    """Show or hide; a widget without a parent yet is not shown as a window, it will show with its parent."""
    if shown and widget.parentWidget() is None and not widget.isVisible():
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(shown)
