"""Buttons (按钮): plain, primary, quiet, link and danger, with icon and shortcut text, and a reason when disabled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from hallclient.gui.shared import icons
from hallclient.gui.shared.theme import look, restyle

ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
"""Keys that Qt's buttons take for themselves; the rows of buttons here want them."""

KINDS = ("plain", "primary", "quiet", "link", "danger")
_INK = {"plain": "text", "primary": "on-brand", "quiet": "text", "link": "brand", "danger": "late"}


class Button(QPushButton):
    """A push button with an icon before its text and its shortcut after it.

    The shortcut given works in the window that holds the button, and is drawn beside the text.
    """

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        kind: str = "plain",
        shortcut: str = "",
        role: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role = role or ("bold" if kind == "primary" else "strong")
        self._icon = icons.check(icon) if icon else ""
        self._kind = kind
        self._hint = shortcut
        self._tip = ""
        self._ink = ""
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if shortcut:
            QShortcut(QKeySequence(shortcut), self).activated.connect(self.click)  # at once, without Qt's animation

    def set_icon(self, name: str) -> None:
        """Another icon; an empty name for none."""
        self._icon = icons.check(name) if name else ""
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Another kind, e.g. primary."""
        self._kind = kind
        self._role = "bold" if kind == "primary" else "strong"
        self.setProperty("kind", kind)
        restyle(self)

    def set_ink(self, token: str) -> None:
        """Another colour for icon and text; an empty one for the kind's own."""
        self._ink = token
        self.update()

    def set_tip(self, tip: str) -> None:
        """What hovering says; needed for a button without words, and becomes its accessible name there."""
        self._tip = tip
        self.setToolTip(tip)
        if not self.text():
            self.setAccessibleName(tip)

    def set_reason(self, reason: str | None) -> None:
        """Disable with a reason, shown on hover and to a screen reader; None enables."""
        self.setEnabled(reason is None)
        self.setToolTip(reason or self._tip)
        self.setAccessibleDescription(reason or "")

    def _fonts(self) -> tuple[QFont, QFont]:
        return look().font(self._role), look().font("meta")

    def sizeHint(self) -> QSize:
        """Wide enough for icon, text and shortcut."""
        here = look()
        text, hint = self._fonts()
        width = QFontMetrics(text).horizontalAdvance(self._shown())
        if self._icon:
            width += here.px(18) + (here.px(8) if self.text() else 0)
        if self._hint and self.text():
            width += here.px(10) + QFontMetrics(hint).horizontalAdvance(self._hint_text())
        pad = {"link": 4, "quiet": 8}.get(self._kind, 14)
        if not self.text():
            pad = 6 if self._kind != "link" else 4
        height = here.px(24) if self._kind == "link" else here.measure("control")
        return QSize(max(width + 2 * here.px(pad) + 2, height), max(height, QFontMetrics(text).height() + 4))

    minimumSizeHint = sizeHint  # noqa: N815

    def _shown(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _hint_text(self) -> str:
        return {"Return": "↵", "Ctrl+Return": "Ctrl+Enter"}.get(self._hint, self._hint)

    def _colour(self) -> QColor:
        here = look()
        if not self.isEnabled():
            return here.colour("text-off")
        if self._ink:
            return here.colour(self._ink)
        if self.isChecked():
            return here.colour("brand")
        return here.colour(_INK.get(self._kind, "text"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet draws the plate, this the icon, the text and the shortcut."""
        here = look()
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""  # type: ignore[attr-defined]
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        text_font, hint_font = self._fonts()
        shown, hint = self._shown(), self._hint_text() if self._hint and self.text() else ""
        widths = [here.px(18) if self._icon else 0, QFontMetrics(text_font).horizontalAdvance(shown)]
        gap = here.px(8) if self._icon and shown else 0
        hint_width = QFontMetrics(hint_font).horizontalAdvance(hint) + here.px(10) if hint else 0
        left = (self.width() - sum(widths) - gap - hint_width) // 2
        colour = self._colour()
        if self._icon:
            token = _token_of(self, colour)
            drawn = icons.pixmap(self._icon, token, 18, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - here.px(18)) // 2, drawn)
            left += widths[0] + gap
        painter.setFont(text_font)
        painter.setPen(colour)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(left, 0, widths[1] + 2, self.height()), middle, shown)
        if hint:
            painter.setFont(hint_font)
            painter.setPen(here.colour("text-soft") if self._kind != "primary" and self.isEnabled() else colour)
            painter.drawText(QRect(left + widths[1] + here.px(10), 0, hint_width, self.height()), middle, hint)
        if self.hasFocus() and self._kind == "primary":
            pen = QPen(here.colour("on-brand"), here.focus_width)
            painter.setPen(pen)
            painter.setRenderHint(painter.RenderHint.Antialiasing)
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -4, -4), here.px(4), here.px(4))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)


def _token_of(button: Button, colour: QColor) -> str:
    here = look()
    for token in ("text-off", "brand", "on-brand", "late", "text", "text-soft", "ok", "soon", "info"):
        if here.hex(token).lower() == colour.name().lower():
            return token
    return button._ink or "text"


class IconButton(Button):
    """A square button with an icon only: ``tip`` is what hovering and a screen reader say."""

    def __init__(
        self, icon: str, tip: str, *, kind: str = "quiet", shortcut: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", icon=icon, kind=kind, shortcut=shortcut, parent=parent)
        self.set_tip(tip if not shortcut else f"{tip} ({shortcut})")
        self.setAccessibleName(tip)
