"""Toasts (短通知): a sentence at the foot of the window that goes by itself; kept long enough to be read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.theme import look


class Notices(QObject):
    """Shows one toast at a time over a host widget."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._toast = Banner(closable=True, parent=host)
        self._toast.hide()
        self._toast.acted.connect(self._act)
        self._call: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._toast.hide)
        host.installEventFilter(self)

    @property
    def text(self) -> str:
        """What is shown now, empty for nothing."""
        return self._toast.text() if self._toast.isVisible() else ""

    def say(self, text: str, tone: str = "ok", *, action: str = "", call: Callable[[], None] | None = None) -> None:
        """Show a sentence; with an action it stays twice as long."""
        self._call = call
        self._toast.say(text, tone, action=action)
        self._place()
        self._toast.raise_()
        self._timer.start(4000 + 60 * len(text) + (5000 if action else 0))

    def clear(self) -> None:
        """Take away what is shown: somebody else comes to the window."""
        self._timer.stop()
        self._toast.hide()

    def _act(self) -> None:
        self._toast.hide()
        if self._call is not None:
            self._call()

    def _place(self) -> None:
        here = look()
        width = min(here.px(520), self._host.width() - here.px(32))
        height = max(self._toast.heightForWidth(width), self._toast.sizeHint().height())
        left = (self._host.width() - width) // 2
        self._toast.setGeometry(left, self._host.height() - height - here.px(40), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window is resized."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self._toast.isVisible():
            self._place()
        return False
