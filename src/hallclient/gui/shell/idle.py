"""The idle watch (无人操作): tells when nobody has touched keyboard or mouse for a while.

It listens to the top-level windows only, so that no widget's event passes through Python twice.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Emits ``idle`` after ``minutes`` without a touch, once until the next :meth:`start`."""

    idle = Signal()

    def __init__(self, minutes: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._window_came)

    def set_minutes(self, minutes: float) -> None:
        """Another patience."""
        self._timer.setInterval(round(minutes * 60_000))

    def start(self) -> None:
        """Somebody is here now."""
        self._watch_all()
        self._timer.start()

    def stop(self) -> None:
        """Nobody is signed in: nothing to watch."""
        self._timer.stop()

    def watching(self) -> bool:
        """Whether it counts now."""
        return self._timer.isActive()

    def _watch_all(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            self._window_came(window)

    def _window_came(self, window: QWindow | None) -> None:
        if window is not None and window.thread() is self.thread():
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A touch starts the patience anew; nothing is ever swallowed."""
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
        return False
