"""The top bar (顶栏): hall and window, the find box, the person, lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from hallclient.domain.people import Actor
from hallclient.gui.shared import formats, icons
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.facts import Avatar
from hallclient.gui.shared.controls.text import ElidedText, Line, Text
from hallclient.gui.shared.page import Finder
from hallclient.gui.shared.theme import look
from hallclient.gui.shell.find_box import FindBox


class TopBar(QFrame):
    """Who works where, and the way to everything."""

    lock_asked = Signal()
    hand_over_asked = Signal()
    sign_out_asked = Signal()
    password_asked = Signal()

    def __init__(
        self,
        actor: Actor,
        role: str,
        background: Background,
        finders: Sequence[Finder],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "top")
        here = look()
        row = QHBoxLayout(self)
        row.setContentsMargins(here.px(16), 0, here.px(8), 0)
        row.setSpacing(here.px(8))
        left = QWidget()
        left_row = QHBoxLayout(left)
        left_row.setContentsMargins(0, 0, 0, 0)
        left_row.setSpacing(here.px(8))
        self._hall = ElidedText("", "name")
        self._hall.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._window = Text("", "soft")
        left_row.addWidget(self._hall)
        left_row.addWidget(self._window)
        left_row.addStretch(1)
        self.search = FindBox(background, finders)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self._to_find)
        right = QWidget()
        right_row = QHBoxLayout(right)
        right_row.setContentsMargins(0, 0, 0, 0)
        right_row.setSpacing(here.px(8))
        right_row.addStretch(1)
        right_row.addWidget(Avatar(actor.name))
        self.person = Button(actor.name, kind="quiet")
        self.person.setAccessibleName(self.tr("%1，%2，账户菜单").replace("%1", actor.name).replace("%2", role))
        self.person.clicked.connect(self._menu)
        right_row.addWidget(self.person)
        right_row.addWidget(Text(role, "meta"))
        right_row.addWidget(Line(vertical=True))
        self.lock = Button(self.tr("锁屏"), icon="lock", kind="quiet")
        QShortcut(QKeySequence("Ctrl+L"), self.lock).activated.connect(self.lock.click)
        self.lock.set_tip("Ctrl+L")
        self.lock.clicked.connect(self.lock_asked)
        right_row.addWidget(self.lock)
        row.addWidget(left, 1)
        row.addWidget(self.search, 2)
        row.addWidget(right, 1)
        self.setFixedHeight(here.measure("top"))

    def set_hall(self, hall: str, window: str) -> None:
        """Where this workstation stands."""
        self._hall.setText(hall)
        self._window.setText(self.tr("%1号窗口").replace("%1", window + formats.JOINER) if window else "")

    def _to_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for icon, word, signal in (
            ("handover", self.tr("换人（保留草稿）"), self.hand_over_asked),
            ("key", self.tr("修改密码"), self.password_asked),
            ("sign-out", self.tr("退出登录"), self.sign_out_asked),
        ):
            action = QAction(icons.icon(icon, "text-soft", 16), word, menu)
            action.triggered.connect(signal)
            menu.addAction(action)
        menu.popup(self.person.mapToGlobal(self.person.rect().bottomLeft()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(look().measure("top"))
        super().changeEvent(event)
