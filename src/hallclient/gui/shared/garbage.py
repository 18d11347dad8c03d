"""Collecting garbage (垃圾回收): cycles of Python objects in the window's thread, the old ones when nobody works.

A cycle may hold an object of Qt with a timer or an event filter. Collected in a lane it would be destroyed there, and
its timer would go on for a dead object. A full collection takes longer than an event may, so it waits until the
window has been locked for a while.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 400
"""Milliseconds between two looks."""

QUIET = 8000
"""Milliseconds that nobody has been there before everything is collected."""


class Garbage(QObject):
    """Takes over from Python's own collector until :meth:`stop`. Make it in the main thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._young, self._middle, _ = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self.rest)

    def somebody(self, there: object) -> None:
        """Somebody is in front of the window, or (None) nobody is any more."""
        if there is None:
            self._quiet.start()
        else:
            self._quiet.stop()

    def look(self) -> None:
        """Collect what is young, when there is enough of it."""
        young, middle, _ = gc.get_count()
        if young > self._young:
            gc.collect(1 if middle > self._middle else 0)

    def rest(self) -> None:
        """Nobody works now: collect everything."""
        gc.collect()

    def stop(self) -> None:
        """Python collects by itself again."""
        self._timer.stop()
        self._quiet.stop()
        gc.enable()
