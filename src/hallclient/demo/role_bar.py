"""The demo's bar to change roles (换角色): one box above the window signs in as another person of the city."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from hallclient.app import Opened, Program, application
from hallclient.demo.city import PASSWORD, City, city
from hallclient.demo.fill import Demo, fill
from hallclient.domain.people import Actor
from hallclient.gui.shared.controls.editors import Choice
from hallclient.gui.shared.controls.text import Text
from hallclient.gui.shared.theme import look
from hallclient.gui.shell.window import MainWindow
from hallclient.services.opening import wall_clock
from hallclient.settings import Settings


class RoleBar(QFrame):
    """Signs in through the sign-in page, as the person would. The one who leaves keeps her drafts."""

    def __init__(self, window: MainWindow, told: City) -> None:
        super().__init__()
        self._window = window
        self.setProperty("ground", "sunk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        here = look()
        row = QHBoxLayout(self)
        row.setContentsMargins(here.px(16), here.px(4), here.px(16), here.px(4))
        row.setSpacing(here.px(8))
        words = {role.code: role.zh for role in window.doors.services().parts.catalog.roles()}
        people = [
            (one.staff_no, f"{'、'.join(words.get(role, role) for role in one.roles)}　{one.draft.name} {one.staff_no}")
            for one in told.people
        ]
        self.people = Choice(people)
        self.people.setAccessibleName(self.tr("换成谁"))
        self.people.setMaximumWidth(here.px(380))
        label = Text(self.tr("演示：换成"), "soft")
        label.setBuddy(self.people)
        row.addWidget(label)
        row.addWidget(self.people, 1)
        told_of = self.tr("临澜市是虚构的，关闭窗口后一切清除。每个人的密码：%1").replace("%1", PASSWORD)
        row.addWidget(Text(told_of, "meta"))
        row.addStretch(1)
        self.people.picked.connect(self.become)
        window.signed_in.connect(self._show_who)

    def become(self, staff_no: str) -> None:
        """Sign in as somebody."""
        window = self._window
        if window.actor is not None and not window.locked:
            if window.actor.staff_no == staff_no:
                return
            window.hand_over()
        window.sign_in.form.staff.setText(staff_no)
        window.sign_in.form.password.setText(PASSWORD)
        window.sign_in.enter()

    def _show_who(self, actor: Actor | None) -> None:
        if actor is not None:
            self.people.set_value(actor.staff_no)


class Preparing(QObject):
    """Tells at the sign-in how far the city is; the filling runs on the store lane."""

    moved = Signal(str)

    def say(self, what: str, share: float) -> None:
        """From any thread."""
        sys.stdout.write(f"{share:4.0%}  {what}\n")
        sys.stdout.flush()
        self.moved.emit(f"{what}  {share:.0%}")


def run(folder: Path, customers: int) -> int:
    """Fill the workspace behind the first window, sign a teller in, and work until the window is closed."""
    app = application()
    settings = Settings(folder=folder, demo=True)
    made: list[Demo] = []
    preparing = Preparing()

    def opened() -> Opened:
        filled = fill(folder, customers=customers, progress=preparing.say)
        filled.clock.run()
        made.append(filled)
        return Opened(services=filled.services, key_place="file")

    program = Program(settings, clock=lambda: made[0].clock() if made else wall_clock(), opened=opened)
    program.crashes.install()

    def ready(window: MainWindow) -> None:
        bar = RoleBar(window, city())
        window.setMenuWidget(bar)
        bar.become(city().of_role("teller").staff_no)

    program.ready.connect(ready)
    program.start()
    if isinstance(program.window, MainWindow):
        preparing.moved.connect(program.window.sign_in.form.lead.setText)
    status = app.exec()
    program.close()
    return status
