"""The main window (主窗口): sign-in, the frame of whoever is signed in, the lock over it, and the look."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget

from hallclient.domain.people import Actor
from hallclient.gui.shared import icons, printing, theme
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.changes import Changes
from hallclient.gui.shared.messages import Messages, ask
from hallclient.gui.shared.printing import Printing
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.workplace import Workplace
from hallclient.gui.shell.doors import Doors
from hallclient.gui.shell.frame import Frame
from hallclient.gui.shell.idle import IdleWatch
from hallclient.gui.shell.password_dialog import PasswordDialog
from hallclient.gui.shell.settings_page import SettingsPage
from hallclient.gui.shell.sign_in_page import SignInPage
from hallclient.settings import FONT_PERCENT, Settings


class MainWindow(QMainWindow):
    """One window for the whole day. Frames of clerks who handed over stay behind with their drafts."""

    signed_in = Signal(object)
    """The Actor in front of the window now; None when it is locked or nobody is."""

    def __init__(self, doors: Doors, settings: Settings, background: Background, changes: Changes) -> None:
        super().__init__()
        self.doors, self.settings = doors, settings
        self.background, self.changes = background, changes
        self.messages = Messages(self, self._say_offline)
        self.printing = Printing(settings.papers_folder, settings.printer)
        background.expected = lambda error, _owner: self.messages.tell(error)
        self._frames: dict[str, Frame] = {}
        self._dialogs: list[QDialog] = []
        self._hall = ("", "")
        self.actor: Actor | None = None
        self.locked = False
        self.setWindowTitle(self.tr("供电营业厅"))
        self.setWindowIcon(icons.icon("brand", "brand", 64))
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.sign_in = SignInPage(self._check, background)
        self.sign_in.signed_in.connect(self._came)
        self.sign_in.cancelled.connect(self._back_to_work)
        self.stack.addWidget(self.sign_in)
        self.idle = IdleWatch(settings.idle_minutes, self)
        self.idle.idle.connect(self.lock)
        self._keys = Shortcuts(self)
        self._keys.add("Ctrl+=", self.tr("字号大一档"), lambda: self._font_step(10))
        self._keys.add("Ctrl+-", self.tr("字号小一档"), lambda: self._font_step(-10))
        self.resize(QSize(1366, 768))
        self.sign_in.ask()
        background.run("store", doors.hall, self._hall_known, owner=self)

    @property
    def frame(self) -> Frame | None:
        """The frame of the person signed in."""
        return self._frames.get(self.actor.user_id) if self.actor is not None else None

    def go(self, key: str, reference: str = "") -> None:
        """Show a place in the frame of the person signed in."""
        if self.frame is not None and not self.locked:
            self.frame.go(key, reference)

    def lock(self) -> None:
        """Hide everything, keep everything: decisions that are open end as cancelled, forms come back."""
        if self.actor is None or self.locked:
            return
        self.locked = True
        lead = self.tr("输入密码继续，页面上的内容都还在；别的同事也可以直接登录")
        self._put_away(self.tr("已锁屏"), lead, self.actor.staff_no)
        self.signed_in.emit(None)

    def hand_over(self) -> None:
        """Another clerk takes this window; the drafts of this one stay until she comes back."""
        if self.actor is not None and not self.locked:
            self.locked = True
            lead = self.tr("%1 的草稿会保留").replace("%1", self.actor.name)
            self._put_away(self.tr("换人登录"), lead, "")

    def sign_out(self) -> None:
        """Leave, after asking: the drafts on the pages go."""
        actor = self.actor
        if actor is None:
            return
        title = self.tr("退出 %1 的登录？").replace("%1", actor.name)
        warning = self.tr("页面上没有保存的内容会丢失。暂时离开请用锁屏。")
        if not ask(self, title, warning, yes=self.tr("退出登录"), danger=True):
            return
        self.idle.stop()
        frame = self._frames.pop(actor.user_id)
        frame.step_away()
        self.stack.setCurrentWidget(self.sign_in)
        self.stack.removeWidget(frame)
        frame.deleteLater()
        self.actor, self.locked = None, False
        self._dialogs.clear()
        self.background.run("store", lambda: self.doors.sign_out(actor), owner=self)
        self.sign_in.ask()
        self.signed_in.emit(None)

    def change_password(self, *, must: bool = False) -> PasswordDialog | None:
        """Ask for a new password."""
        actor = self.actor
        if actor is None:
            return None
        dialog = PasswordDialog(
            lambda old, new: self.doors.change_password(actor, old, new), self.background, must=must, parent=self
        )
        dialog.accepted.connect(lambda: self.messages.say(self.tr("密码已修改")))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def use_settings(self, settings: Settings) -> None:
        """Take other settings into use, and keep them."""
        old, self.settings = self.settings, settings
        looks = ("theme", "font_percent", "brand")
        if any(getattr(old, name) != getattr(settings, name) for name in looks):
            app = cast(QApplication, QApplication.instance())
            theme.apply(app, settings.theme, settings.font_percent, settings.brand)
        for frame in self._frames.values():
            frame.settings_page.show_settings(settings)
        self.idle.set_minutes(settings.idle_minutes)
        self.printing.printer = settings.printer
        self.background.run("store", lambda: self.doors.save_settings(settings), owner=self)

    def _check(self, staff_no: str, password: str) -> Actor:
        """On the store lane: the same person unlocks, anybody else signs in."""
        actor = self.actor
        if actor is not None and staff_no.upper() == actor.staff_no.upper():
            self.doors.unlock(actor, password)
            return actor
        return self.doors.sign_in(staff_no, password)

    def _came(self, actor: Actor) -> None:
        if self.actor is not None and self.actor.user_id != actor.user_id:
            self._dialogs.clear()
        self.actor, self.locked = actor, False
        known = self._frames.get(actor.user_id)
        if known is None or known.workplace.actor != actor:
            if known is not None:
                self.stack.removeWidget(known)
                known.deleteLater()
            known = self._make_frame(actor)
        self.stack.setCurrentWidget(known)
        known.come_back()
        self.idle.start()
        for dialog in self._dialogs:
            dialog.show()
        self._dialogs.clear()
        self.background.run("store", lambda: self.doors.must_change(actor), self._must_change, owner=known)
        self.signed_in.emit(actor)

    def _must_change(self, must: bool) -> None:
        if must:
            self.change_password(must=True)

    def _make_frame(self, actor: Actor) -> Frame:
        workplace = Workplace(
            services=self.doors.services(),
            actor=actor,
            settings=self.settings,
            background=self.background,
            changes=self.changes,
            messages=self.messages,
            printing=self.printing,
            clock=self.doors.clock,
            go=self.go,
        )
        page = SettingsPage(self.settings, printing.printers, key_place=self.doors.key_place)
        page.changed.connect(self.use_settings)
        frame = Frame(workplace, self.doors.places(workplace), page, self.doors, self.doors.role_word(actor))
        frame.top.set_hall(*self._hall)
        frame.top.lock_asked.connect(self.lock)
        frame.top.hand_over_asked.connect(self.hand_over)
        frame.top.sign_out_asked.connect(self.sign_out)
        frame.top.password_asked.connect(self.change_password)
        self._frames[actor.user_id] = frame
        self.stack.addWidget(frame)
        return frame

    def _put_away(self, title: str, lead: str, staff_no: str) -> None:
        self.idle.stop()
        self.messages.notices.clear()
        if self.frame is not None:
            self.frame.step_away()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible() and widget.parentWidget() is not None:
                widget.hide()
                self._dialogs.append(widget)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self.stack.setCurrentWidget(self.sign_in)
        self.sign_in.ask(title=title, lead=lead, staff_no=staff_no, may_cancel=not staff_no)

    def _back_to_work(self) -> None:
        """The hand-over was not meant; a locked window never comes this way."""
        if self.actor is not None:
            self._came(self.actor)

    def _hall_known(self, hall: tuple[str, str]) -> None:
        self._hall = hall
        self.sign_in.set_hall(*hall)
        for frame in self._frames.values():
            frame.top.set_hall(*hall)

    def _font_step(self, step: int) -> None:
        low, high = FONT_PERCENT
        percent = min(max(self.settings.font_percent + step, low), high)
        if percent != self.settings.font_percent:
            self.use_settings(replace(self.settings, font_percent=percent))
            self.messages.say(self.tr("字号 %1 %").replace("%1", str(percent)), "info")

    def _say_offline(self, sentence: str) -> None:
        if self.frame is not None:
            self.frame.status.say_offline(sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let running work finish."""
        self.idle.stop()
        for frame in self._frames.values():
            frame.step_away()
        super().closeEvent(event)
