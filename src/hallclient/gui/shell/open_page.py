"""The page before sign-in (打开工作区): the passphrase, or the recovery code, or why the workspace does not open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.errors import HallError
from hallclient.gui.shared import messages
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.controls.banner import Banner, EmptyState
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.editors import LineBox, PasswordBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.theme import look


class OpenPage(QWidget):
    """``unlock(passphrase)`` and ``recover(code, new passphrase or None)`` run on the store lane."""

    opened = Signal(object)
    """What unlock or recover gave."""

    def __init__(
        self,
        unlock: Callable[[str], Any],
        recover: Callable[[str, str | None], Any],
        background: Background,
        *,
        keyring_works: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._unlock, self._recover, self._background = unlock, recover, background
        self._keyring_works, self._recovering = keyring_works, False
        here = look()
        column = QVBoxLayout(self)
        column.addStretch(1)
        self.card = Card(name=self.tr("打开工作区"))
        self.card.setFixedWidth(here.px(440))
        self._title, self._lead = Text("", "page"), Text("", "soft", wrap=True)
        self._problem = Banner("", "late")
        self.phrase, self.code = PasswordBox(), LineBox("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX", limit=60)
        self._phrase = Field(self.tr("口令"), self.phrase)
        self._code = Field(self.tr("恢复单上的恢复码"), self.code)
        self.go_on = Button("", kind="primary")
        self.other = Button("", kind="link")
        for widget in (self._title, self._lead, self._problem, self._code, self._phrase, self.go_on, self.other):
            self.card.add(widget)
        self.card.add_stretch()
        column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.go_on.clicked.connect(self.try_it)
        self.other.clicked.connect(self.switch)
        self.phrase.returnPressed.connect(self.try_it)
        self.code.returnPressed.connect(self.try_it)
        self._show()

    def switch(self) -> None:
        """Between passphrase and recovery code."""
        self._recovering = not self._recovering
        self._show()

    def say(self, error: HallError) -> None:
        """Why it does not open, and what to do."""
        said = messages.words(error)
        self._problem.say(messages.told(said), "late")

    def try_it(self) -> None:
        """Open."""
        phrase, code = self.phrase.value(), self.code.value()
        if self._recovering:
            fresh = phrase if phrase or not self._keyring_works else None
            work: Callable[[], Any] = lambda: self._recover(code, fresh)  # noqa: E731
        else:
            work = lambda: self._unlock(phrase)  # noqa: E731
        self._problem.say("")
        self.go_on.set_reason(self.tr("正在打开"))
        self._background.run("store", work, self._opened, self._failed, owner=self)

    def _opened(self, keys: Any) -> None:
        self.go_on.set_reason(None)
        self.phrase.clear()
        self.code.clear()
        self.opened.emit(keys)

    def _failed(self, error: Exception) -> None:
        self.go_on.set_reason(None)
        if isinstance(error, HallError):
            self.say(error)
        else:
            self._background.unexpected(error)

    def _show(self) -> None:
        self._problem.say("")
        if self._recovering:
            self._title.setText(self.tr("用恢复单打开"))
            lead = self.tr("恢复后钥匙放进系统钥匙串") if self._keyring_works else self.tr("恢复后由新口令保护")
            self._lead.setText(lead)
            self._phrase.label.setText(self.tr("新口令"))
            self._phrase.set_optional(self._keyring_works)
            self.other.setText(self.tr("返回输入口令"))
            self.go_on.setText(self.tr("恢复并打开"))
        else:
            self._title.setText(self.tr("打开工作区"))
            self._lead.setText(self.tr("数据由口令保护，输入口令后才能登录"))
            self._phrase.label.setText(self.tr("口令"))
            self._phrase.set_optional(False)
            self.other.setText(self.tr("忘记口令，用恢复单"))
            self.go_on.setText(self.tr("打开"))
        set_shown(self._code, self._recovering)
        (self.code if self._recovering else self.phrase).setFocus()


def notice(title: str, text: str, icon: str) -> QWidget:
    """A page that only says something: that it opens, or why it does not."""
    ground = QWidget()
    ground.setProperty("ground", "canvas")
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    QVBoxLayout(ground).addWidget(EmptyState(title, text, icon=icon))
    return ground
