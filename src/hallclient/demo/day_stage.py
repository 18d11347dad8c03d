"""The stage of the demo (演示程序): the real program on the filled workspace, opened, restarted and put away."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hallclient.app import Opened, Program
from hallclient.credentials import Keys
from hallclient.demo import workplace
from hallclient.demo.agenda import Clock
from hallclient.demo.city import PASSWORD, city
from hallclient.demo.day_hands import Hands
from hallclient.demo.fill import PICTURES, Demo
from hallclient.demo.watchdog import Watchdog
from hallclient.gui.shared.page import Page
from hallclient.gui.shell.frame import Frame
from hallclient.gui.shell.window import MainWindow
from hallclient.services import bundle, opening
from hallclient.settings import Settings

WIDTH, HEIGHT = 1366, 768

SOON = 400
"""Milliseconds that a look-up waits for the next key at most."""


class Stage:
    """One program at a time over one workspace. ``hands`` drive it; use :meth:`close` in the end."""

    def __init__(self, demo: Demo, watch: Watchdog | None = None) -> None:
        self.demo = demo
        self.hands = Hands(self._trouble, watch)
        self.settings = replace(demo.services.parts.settings, theme="light", idle_minutes=15)
        self.program: Program | None = None
        self._services = demo.services

    @property
    def window(self) -> MainWindow:
        """The main window."""
        assert self.program is not None and isinstance(self.program.window, MainWindow)
        return self.program.window

    @property
    def frame(self) -> Frame:
        """What the person who is signed in sees."""
        frame = self.window.frame
        assert frame is not None
        return frame

    def page(self, key: str) -> Page:
        """A page of this person."""
        return self.frame.page(key)

    def open(self, settings: Settings | None = None) -> MainWindow:
        """Start the program up to the sign-in. The second time the workspace is opened anew from its file."""
        again = self.program is not None
        if settings is not None:
            self.settings = settings
        self._put_away()
        program = Program(self.settings, clock=self.demo.clock, opened=self._reopened if again else self._first)
        self.program = program
        ready: list[object] = []
        program.ready.connect(ready.append)
        program.start()
        self.hands.wait(lambda: ready and program.background.busy == 0, "the sign-in")
        self.window.resize(WIDTH, HEIGHT)
        self.window.activateWindow()
        self.hands.wait(self.window.isActiveWindow, "the window to be active")
        return self.window

    def settle(self) -> None:
        """Until nothing is under way and everything is drawn; what was let go outside the event loop goes too."""
        program = self.program
        assert program is not None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.hands.wait(lambda: program.background.busy == 0, "the lanes to be idle", 60)
        self.hands.rest(20)
        self.hands.wait(lambda: program.background.busy == 0 and not self._soon(), "the lanes to be idle", 60)

    def _soon(self) -> bool:
        """Whether something is about to be looked up because of what was just typed."""
        timers = self.window.findChildren(QTimer)
        return any(one.isActive() and one.isSingleShot() and one.interval() <= SOON for one in timers)

    def window_lock(self) -> None:
        """Lock, as Ctrl+L does."""
        self.window.lock()
        self.settle()

    def until(self, true: Callable[[], object], what: str) -> None:
        """Wait for something, then until all is still."""
        self.hands.wait(true, what)
        self.settle()

    def sign_in(self, staff_no: str, password: str = PASSWORD) -> None:
        """Type staff number (where another one stands) and password at the sign-in page."""
        form = self.window.sign_in.form
        self.hands.window()
        self.hands.wait(lambda: form.staff.hasFocus() or form.password.hasFocus(), "the sign-in form")
        if form.staff.text() != staff_no:
            if not form.staff.hasFocus():
                self.hands.click(form.staff)
            self.hands.key("Ctrl+A")
            self.hands.write(staff_no)
            self.hands.key("Return")
        self.hands.write(password)
        self.hands.key("Return")

    def enter(self, staff_no: str) -> None:
        """Sign in and wait until the first page is there."""
        self.sign_in(staff_no)
        window = self.window
        self.until(lambda: window.actor is not None and window.actor.staff_no == staff_no, "the person's own frame")

    def go(self, key: str) -> Page:
        """To a place of the rail, by Alt and its number."""
        number = list(self.frame.rail.buttons()).index(key) + 1
        self.hands.key(f"Alt+{number}")
        self.until(lambda: self.frame.here == key, f"the page {key}")
        return self.page(key)

    def hand_over(self, staff_no: str) -> None:
        """Another person takes the window through the menu at the top right."""
        self.hands.click(self.frame.top.person)
        self.hands.popup()
        self.hands.key("Down")
        self.hands.key("Return")
        self.hands.wait(lambda: self.window.locked, "the sign-in for somebody else")
        self.enter(staff_no)

    def role(self, code: str) -> str:
        """The staff number of the first person of a role."""
        return self.demo.city.of_role(code).staff_no

    def close(self) -> None:
        """Close the program and its store."""
        self._put_away()
        self.program = None

    def _first(self) -> Opened:
        return Opened(services=self._services, key_place="file")

    def _reopened(self) -> Opened:
        parts = opening.open_parts(self.settings, self.demo.keys, clock=self.demo.clock)
        self._services = self.demo.services = bundle.build(parts)
        return Opened(services=self._services, key_place="file")

    def _put_away(self) -> None:
        if self.program is None:
            return
        program = self.program
        for _ in range(2000):
            if program.background.busy == 0:
                break
            self.hands.rest(5)
        program.close()
        windows: list[QWidget] = [program.window, *QApplication.topLevelWidgets()]
        for window in windows:
            window.close()
        program.window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        self.hands.breathe()

    def _trouble(self) -> str:
        crashes = self.program.crashes if self.program is not None else None
        return f"the program had a fault: {crashes.dialog.number}" if crashes and crashes.dialog else ""


def nobody_yet(folder: Path) -> Demo:
    """The city's hall and people on the first morning: no customers, orders or requests."""
    clock = Clock(PICTURES)
    parts, keys = workplace.open_new(folder, clock)
    staff = workplace.set_up(parts)
    return Demo(
        folder=folder, keys=keys, services=bundle.build(parts), clock=clock, city=staff.city, staff=staff,
        now=PICTURES, complaints={},
    )  # fmt: skip


def filled_before(folder: Path, keys: Keys, complaints: dict[int, str] | None = None) -> Demo:
    """A workspace that was filled earlier, or by another process, opened again."""
    clock, told = Clock(PICTURES), city()
    parts = opening.open_parts(Settings(folder=folder, demo=True), keys, clock=clock)
    return Demo(
        folder=folder, keys=keys, services=bundle.build(parts), clock=clock, city=told,
        staff=workplace.Staff(parts, told), now=PICTURES, complaints=complaints or {},
    )  # fmt: skip
