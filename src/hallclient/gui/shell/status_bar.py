"""The status bar (状态栏): sync, what waits to go up, what is due soon and late, F1. Sentences, never boxes."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from hallclient.domain.instants import beijing
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.text import ElidedText, IconMark
from hallclient.gui.shared.theme import look
from hallclient.gui.shell.doors import Status


class _Part(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        here = look()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(here.px(5))
        self._mark = IconMark("synced", "ok", 14)
        self._words = ElidedText("", "meta")
        self._words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self._mark)
        row.addWidget(self._words)

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, words: str, icon: str, tone: str) -> None:
        self._mark.set_icon(icon, tone or "text-soft")
        self._words.setText(words)
        self._words.set_ink(tone)
        self.setAccessibleName(words)
        self.setVisible(bool(words))


class StatusBar(QFrame):
    """One line at the foot of the window."""

    keys_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        here = look()
        row = QHBoxLayout(self)
        row.setContentsMargins(here.px(16), 0, here.px(8), 0)
        row.setSpacing(here.px(20))
        self.sync, self.waiting, self.soon, self.late = _Part(), _Part(), _Part(), _Part()
        self._keys = Button(self.tr("F1 快捷键"), kind="link", role="meta")
        self._keys.set_ink("text-soft")
        self._keys.clicked.connect(self.keys_asked)
        row.addWidget(self.sync)
        row.addWidget(self.waiting)
        row.addStretch(1)
        row.addWidget(self.soon)
        row.addWidget(self.late)
        row.addWidget(self._keys)
        self.setFixedHeight(here.measure("status"))

    def show_status(self, status: Status, now: datetime) -> None:
        """Say it."""
        if status.offline:
            self.sync.say(status.offline, "offline", "soon")
        elif status.synced_at is None:
            self.sync.say(self.tr("本机保存，尚未同步"), "drive", "")
        else:
            same_day = beijing(status.synced_at).date() == beijing(now).date()
            when = formats.clock(status.synced_at) if same_day else formats.instant(status.synced_at, now)
            self.sync.say(self.tr("已同步 %1").replace("%1", when), "synced", "ok")
        waiting = self.tr("%1 条待上传").replace("%1", formats.count(status.waiting)) if status.waiting else ""
        self.waiting.say(waiting, "outbox", "")
        soon = self.tr("%1 件即将到期").replace("%1", formats.count(status.soon)) if status.soon else ""
        self.soon.say(soon, "waiting", "soon")
        late = self.tr("%1 件超期").replace("%1", formats.count(status.late)) if status.late else ""
        self.late.say(late, "overdue", "late")

    def say_offline(self, sentence: str) -> None:
        """Sync cannot reach the centre."""
        self.sync.say(sentence, "offline", "soon")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(look().measure("status"))
        super().changeEvent(event)
