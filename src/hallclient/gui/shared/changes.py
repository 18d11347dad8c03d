"""Changes (变更通知): which kinds of record have changed. Pages reload for the kinds they show, for no other reason."""

from __future__ import annotations

from collections.abc import Callable, Collection

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal


class Changes(QObject):
    """Announce from any thread; ``changed(frozenset of kinds)`` comes in the main thread, bursts as one."""

    changed = Signal(object)
    _heard = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._kinds: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._tell)
        self._heard.connect(self._gather, Qt.ConnectionType.QueuedConnection)

    def announce(self, kinds: Collection[str]) -> None:
        """These kinds have changed. Give it to the store as its listener."""
        self._heard.emit(frozenset(kinds))

    def watch(self, owner: QObject, kinds: Collection[str], call: Callable[[], None]) -> None:
        """Call when one of these kinds changes, as long as the owner lives."""
        wanted = frozenset(kinds)

        def heard(changed: frozenset[str]) -> None:
            if not shiboken6.isValid(owner):
                self.changed.disconnect(heard)
            elif changed & wanted:
                call()

        self.changed.connect(heard)

    def _gather(self, kinds: frozenset[str]) -> None:
        self._kinds |= kinds
        if not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        kinds, self._kinds = frozenset(self._kinds), set()
        self.changed.emit(kinds)
