"""The navigation rail (导航栏): icon and word of each place, counts as badges, Alt and a digit to switch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from hallclient.gui.shared import icons
from hallclient.gui.shared.controls.button import ARROWS
from hallclient.gui.shared.page import Badge, Place
from hallclient.gui.shared.theme import look

LEAST = 43
"""The least height of a button with icon and word, at 100 %."""


class RailButton(QAbstractButton):
    """One place of the rail."""

    def __init__(self, key: str, title: str, icon: str, number: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._icon = icons.check(icon)
        self._badge = Badge()
        self._word_only = False
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(title)
        if 1 <= number <= 9:
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(self.click)
            self.setToolTip(f"Alt+{number}")

    def set_badge(self, badge: Badge) -> None:
        """A count; none for zero."""
        self._badge = badge
        self.setAccessibleDescription(str(badge.count) if badge.count else "")
        self.update()

    @property
    def badge(self) -> Badge:
        """The count shown."""
        return self._badge

    def sizeHint(self) -> QSize:
        """The rail less its margins."""
        here = look()
        return QSize(here.measure("rail") - here.px(12), here.px(34 if self._word_only else 56))

    def set_word_only(self, word_only: bool) -> None:
        """Without the icon, where a large font leaves no height for it: all buttons of a rail alike."""
        if word_only != self._word_only:
            self._word_only = word_only
            self.updateGeometry()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for the row of buttons."""
        if event.key() in ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Icon and word, or the word alone."""
        return QSize(self.sizeHint().width(), look().px(26 if self._word_only else LEAST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plate, mark of the place shown, icon, word, badge."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(here.colour("chrome-here"))
            painter.setOpacity(1.0 if chosen else 0.5)
            painter.drawRoundedRect(self.rect(), here.px(6), here.px(6))
            painter.setOpacity(1.0)
        ink = "on-chrome" if chosen else "chrome-text"
        painter.setFont(here.font("strong" if chosen else "body"))
        painter.setPen(here.colour(ink))
        if self._word_only:
            words = QRect(here.px(5), 0, self.width() - here.px(5), self.height())
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        else:
            drawn = icons.pixmap(self._icon, ink, 20, self.devicePixelRatioF())
            top = (self.height() - here.px(42)) // 2
            painter.drawPixmap((self.width() - here.px(20)) // 2, top + here.px(2), drawn)
            words = QRect(0, top + here.px(24), self.width(), here.px(20))
            side = Qt.AlignmentFlag.AlignCenter
        if painter.fontMetrics().horizontalAdvance(self.text()) > words.width():
            painter.setFont(self._fitting(here.font("meta"), words.width()))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(side), shown)
        if self._badge.count:
            self._paint_badge(painter)
        if self.hasFocus():
            painter.setPen(QPen(here.colour("on-chrome" if chosen else "chrome-mark"), here.focus_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), here.px(6), here.px(6))

    def _fitting(self, font: QFont, width: int) -> QFont:
        """The font, a little smaller where a long English word needs it; never below four fifths."""
        wide = QFontMetrics(font).horizontalAdvance(self.text())
        if wide > width:
            font = QFont(font)
            font.setPointSizeF(font.pointSizeF() * max(0.8, 0.98 * width / wide))
        return font

    def _paint_badge(self, painter: QPainter) -> None:
        here = look()
        text = str(self._badge.count) if self._badge.count < 100 else "99+"
        painter.setFont(here.font("meta-strong"))
        width = max(here.px(18), painter.fontMetrics().horizontalAdvance(text) + here.px(10))
        area = QRectF(self.width() // 2 + here.px(5), here.px(3), width, here.px(17))
        area.moveRight(min(area.right(), self.width() - 1))
        if self._word_only:
            area.moveTop((self.height() - area.height()) / 2)
            area.moveRight(self.width() - 1)
        ground, ink = ("badge-late", "on-badge-late") if self._badge.late else ("badge", "on-badge")
        painter.setPen(QPen(here.colour("chrome"), 1))
        painter.setBrush(here.colour(ground))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(here.colour(ink))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)


class Rail(QFrame):
    """The places the signed-in person may use, the settings at the foot."""

    picked = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rail")
        self.setAccessibleName(self.tr("导航"))
        here = look()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(here.px(6), here.px(12), here.px(5), here.px(8))
        self._column.setSpacing(here.px(4))
        self._mark = _BrandMark()
        self._column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(here.px(12))
        self._buttons: dict[str, RailButton] = {}
        for number, place in enumerate(places, start=1):
            self._put(RailButton(place.key, place.title, place.icon, number))
        self._column.addStretch(1)
        self._put(RailButton("settings", self.tr("设置"), "settings"))
        self.setFixedWidth(here.measure("rail"))

    def _put(self, button: RailButton) -> None:
        button.clicked.connect(self._pressed)
        self._buttons[button.key] = button
        self._column.addWidget(button)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.show_place(button.key)
            self.picked.emit(button.key)

    def buttons(self) -> dict[str, RailButton]:
        """The buttons by key."""
        return dict(self._buttons)

    def show_place(self, key: str) -> None:
        """Mark the place that is shown."""
        for known, button in self._buttons.items():
            button.setChecked(known == key)
        self.update()

    def set_badge(self, key: str, badge: Badge) -> None:
        """A count beside a place."""
        if key in self._buttons:
            self._buttons[key].set_badge(badge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The brand goes first where height is short, then the icons."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Every word; the icons come when there is room."""
        return QSize(super().minimumSizeHint().width(), look().px(30) * len(self._buttons) + look().px(20))

    def _fit(self) -> None:
        here = look()
        self._mark.setVisible(self.height() > here.px(500))
        left = self.height() - here.px(20) - (here.px(60) if self.height() > here.px(500) else here.px(16))
        word_only = left < len(self._buttons) * here.px(LEAST + 4)
        for button in self._buttons.values():
            button.set_word_only(word_only)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the mark at the edge beside the place shown."""
        super().paintEvent(event)
        here = look()
        chosen = next((button for button in self._buttons.values() if button.isChecked()), None)
        if chosen is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(here.colour("chrome-mark"))
            high = here.px(26)
            top = chosen.geometry().center().y() - high / 2
            painter.drawRoundedRect(QRectF(-here.px(2), top, here.px(5), high), here.px(2), here.px(2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down."""
        order = list(self._buttons.values())
        at = next((place for place, button in enumerate(order) if button.hasFocus()), None)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if at is not None and step is not None:
            order[(at + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(look().measure("rail"))
            self._fit()
        super().changeEvent(event)


class _BrandMark(QWidget):
    def sizeHint(self) -> QSize:
        side = look().px(28)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        here = look()
        token = "chrome-mark"
        QPainter(self).drawPixmap(here.px(1), here.px(1), icons.pixmap("brand", token, 26, self.devicePixelRatioF()))
