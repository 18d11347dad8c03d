"""Hands and eyes of the demo (操作手): real keys and clicks on the real window, waiting for what must appear.

Keys go to the window the desktop would send them to, so shortcuts, menus and dialogs get them as from a keyboard.
Chinese text is committed as an input method does; it counts as its pinyin and one key to choose.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from hallclient import pinyin
from hallclient.demo.watchdog import Watchdog

PATIENCE = 15.0
"""Seconds after which something that should appear has failed to."""

LOOK_EVERY = 4
"""Milliseconds between two looks at what is waited for."""

TURN = 0.001
"""Seconds between two turns of the event loop, for the lanes to work in."""

Found = TypeVar("Found")
Dialog = TypeVar("Dialog", bound=QDialog)
_NO = Qt.KeyboardModifier.NoModifier


class NotAsExpected(Exception):
    """Something did not appear, or was not where the hand reached for it."""


@dataclass(slots=True)
class Count:
    """What the hands did: ``typed`` of the keys were text, the others say what to do with it."""

    keys: int = 0
    typed: int = 0
    clicks: int = 0


class Hands:
    """One pair of hands for one program. ``trouble()`` names what went wrong behind the scenes, or is empty."""

    def __init__(self, trouble: Callable[[], str] | None = None, watch: Watchdog | None = None) -> None:
        self._trouble = trouble or (lambda: "")
        self.watch = watch or Watchdog()
        self.count = Count()

    # ---- keyboard and mouse -----------------------------------------------------------------------------------------

    def window(self) -> QWindow:
        """Where the keyboard goes now. After a dialog has gone a desktop gives it back to the window below."""
        found = QGuiApplication.focusWindow()
        if found is None:
            below = QApplication.activeModalWidget() or self._lowest()
            below.activateWindow()
            found = self.wait(QGuiApplication.focusWindow, "a window to have the keyboard")
        return found

    def _lowest(self) -> QWidget:
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and isinstance(one, QMainWindow)]
        if not shown:
            raise NotAsExpected("no window is open")
        return shown[0]

    def key(self, keys: str, times: int = 1) -> None:
        """Press a key such as ``F2``, ``Ctrl+Return`` or ``Down``."""
        for _ in range(times):
            pressed = QKeySequence(keys)[0]  # type: ignore[index]
            self.count.keys += 1
            window = self.window()
            with self.watch.timed(f"key {keys}"):
                QTest.keyClick(window, pressed.key(), pressed.keyboardModifiers())
            self.breathe()

    def write(self, text: str) -> None:
        """Type a text into whatever has the cursor."""
        for plain, letters in groupby(text, key=str.isascii):
            part = "".join(letters)
            if plain:
                for letter in part:
                    self.count.keys += 1
                    self.count.typed += 1
                    window = self.window()
                    with self.watch.timed("typing"):
                        QTest.keyClick(window, letter)  # type: ignore[call-overload]
                    self.breathe()
            else:
                self.count.keys += strokes(part)
                self.count.typed += strokes(part)
                self._commit(part)
                self.breathe()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click the middle of a widget, or a place in it."""
        if not widget.isVisible() or not widget.isEnabled():
            raise NotAsExpected(f"{_named(widget)} cannot be clicked")
        handle = widget.window().windowHandle()
        where = widget.mapTo(widget.window(), at if at is not None else widget.rect().center())
        self.count.clicks += 1
        with self.watch.timed("click"):
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, _NO, where)
        self.breathe()

    def _commit(self, text: str) -> None:
        target = QGuiApplication.focusObject()
        if target is None:
            raise NotAsExpected(f"nothing takes the text {text!r}")
        event = QInputMethodEvent()
        event.setCommitString(text)
        with self.watch.timed("typing"):
            QCoreApplication.sendEvent(target, event)

    # ---- waiting ----------------------------------------------------------------------------------------------------

    def breathe(self) -> None:
        """Let the window do what it wants to do at once: one turn of the event loop."""
        with self.watch.timed("events"):
            QCoreApplication.processEvents()

    def wait(self, until: Callable[[], Found | None], what: str, patience: float = PATIENCE) -> Found:
        """The first thing found; NotAsExpected with ``what`` when nothing is found in time."""
        end = time.monotonic() + patience
        while True:
            trouble = self._trouble()
            if trouble:
                raise NotAsExpected(trouble)
            found = until()
            if found:
                return found
            if time.monotonic() > end:
                raise NotAsExpected(f"waited in vain for: {what}")
            self.rest(LOOK_EVERY)

    def rest(self, milliseconds: int) -> None:
        """The event loop turns for so long."""
        end = time.monotonic() + milliseconds / 1000
        while True:
            self.breathe()
            time.sleep(TURN)
            if time.monotonic() > end:
                return

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """The dialog of this kind that is open now, once it is."""

        def there() -> Dialog | None:
            found = QApplication.activeModalWidget()
            return found if isinstance(found, kind) and found.isActiveWindow() else None

        return self.wait(there, kind.__name__)

    def popup(self) -> QWidget:
        """The menu or list that has dropped down."""
        return self.wait(QApplication.activePopupWidget, "a menu")

    @contextmanager
    def deciding(self, answer: Callable[[QDialog], None]) -> Iterator[None]:
        """For keys that open a decision which waits inside: ``answer`` drives it, and its faults come out here."""
        faults: list[BaseException] = []
        timer = QTimer()
        timer.setInterval(LOOK_EVERY)

        def look() -> None:
            found = QApplication.activeModalWidget()
            if not isinstance(found, QDialog) or not found.isActiveWindow():
                return
            timer.stop()
            self.watch.hand_over()
            try:
                answer(found)
            except BaseException as fault:
                faults.append(fault)
                found.reject()

        timer.timeout.connect(look)
        timer.start()
        try:
            yield
        finally:
            waiting = timer.isActive()
            timer.stop()
        if faults:
            raise faults[0]
        if waiting:
            raise NotAsExpected("no decision was asked for")


def strokes(text: str) -> int:
    """Keys that an input method needs: the pinyin of each character and one key to choose the run."""
    return sum(len(pinyin.spelled(letter)) if "一" <= letter <= "鿿" else 1 for letter in text) + 1


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}"
