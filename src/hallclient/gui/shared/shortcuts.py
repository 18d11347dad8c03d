"""Shortcuts (快捷键): made in one place per page so that F1 can show them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hallclient.gui.shared.page import KeyHint


class Shortcuts(QObject):
    """The keys of one page. They work while the page (or a widget in it) has the focus or is shown in the window."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._hints: list[KeyHint] = []

    @property
    def hints(self) -> tuple[KeyHint, ...]:
        """For F1, in the order given."""
        return tuple(self._hints)

    def add(self, keys: str, does: str, call: Callable[[], None], *, whole_window: bool = True) -> QShortcut:
        """A key and what it does. ``whole_window``: also when the focus is elsewhere, if the page is shown."""
        shortcut = QShortcut(QKeySequence(keys), self._owner)
        shortcut.setContext(
            Qt.ShortcutContext.WindowShortcut if whole_window else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        shortcut.activated.connect(lambda: call() if self._owner.isVisible() else None)
        self.note(keys, does)
        return shortcut

    def note(self, keys: str, does: str) -> None:
        """A key that a widget handles itself: only told on F1."""
        self._hints.append(KeyHint(keys=keys.replace("Return", "Enter"), does=does))
