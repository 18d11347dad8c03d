"""Banners and empty pages (提示条与空页): what the page has to say about itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hallclient.gui.shared.controls.button import Button, IconButton
from hallclient.gui.shared.controls.text import IconMark, Text, set_shown
from hallclient.gui.shared.theme import look, restyle

_ICONS = {"info": "info", "ok": "ok", "soon": "soon", "late": "late", "brand": "speech", "neutral": "info"}


class Banner(QFrame):
    """A line across the page: icon, sentence, one action, and a cross where it may be put away."""

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str = "",
        tone: str = "info",
        *,
        icon: str = "",
        action: str = "",
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        here = look()
        row = QHBoxLayout(self)
        row.setContentsMargins(here.px(12), here.px(5), here.px(8), here.px(5))
        row.setSpacing(here.px(8))
        self._mark = IconMark("info", "info", 18)
        self._text = Text("", "body", wrap=True)
        self._action = Button("", kind="link")
        self._cross = IconButton("close", self.tr("收起"), kind="link")
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._cross)
        self._cross.setVisible(closable)
        self._action.clicked.connect(self.acted)
        self._cross.clicked.connect(self._put_away)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.say(text, tone, icon=icon, action=action)

    def say(self, text: str, tone: str = "info", *, icon: str = "", action: str = "") -> None:
        """Another sentence. An empty one hides the banner."""
        self._text.setText(text)
        self._mark.set_icon(icon or _ICONS[tone], "text" if tone == "neutral" else tone)
        self._action.setText(action)
        self._action.setAccessibleName(action or self.tr("去办理"))
        self._action.set_ink("" if tone == "neutral" else tone)
        self._action.setVisible(bool(action))
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        restyle(self)
        set_shown(self, bool(text))

    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()


class EmptyState(QWidget):
    """What belongs here, and the first action."""

    acted = Signal()

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        icon: str = "empty",
        action: str = "",
        action_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        here = look()
        column = QVBoxLayout(self)
        column.setSpacing(here.px(8))
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(IconMark(icon, "text-off", 40), 0, middle)
        self._title = Text(title, "card")
        self._title.setAlignment(middle)
        self._text = Text(text, "soft", wrap=True)
        self._text.setAlignment(middle)
        column.addWidget(self._title)
        column.addWidget(self._text)
        self._text.setVisible(bool(text))
        self.button = Button(action, icon=action_icon)
        self.button.setVisible(bool(action))
        self.button.setAccessibleName(action or self.tr("去办理"))
        self.button.clicked.connect(self.acted)
        column.addSpacing(here.px(4))
        column.addWidget(self.button, 0, middle)
        column.addStretch(3)

    def say(self, title: str, text: str = "") -> None:
        """Other words."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
