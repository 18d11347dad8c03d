"""Crashes (意外): a bug is logged under a number; the person sees the number, what is safe, and a copy button."""

from __future__ import annotations

import secrets
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.instants import beijing
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.text import IconMark, Text
from hallclient.gui.shared.theme import look
from hallclient.logs import incident


def number(moment: datetime) -> str:
    """E-20260610-142210-7F3A: what a person reads out on the telephone."""
    return f"E-{beijing(moment):%Y%m%d-%H%M%S}-{secrets.token_hex(2).upper()}"


class CrashDialog(QDialog):
    """Says that something went wrong, under which number, and what to do. No trace in front of people."""

    def __init__(self, crash_number: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        here = look()
        self.number = crash_number
        self.setWindowTitle(self.tr("出了意外"))
        column = QVBoxLayout(self)
        column.setContentsMargins(here.px(24), here.px(20), here.px(24), here.px(20))
        column.setSpacing(here.px(12))
        head = QHBoxLayout()
        head.setSpacing(here.px(10))
        head.addWidget(IconMark("bug", "late", 22))
        head.addWidget(Text(self.tr("刚才这一步没有做成"), "card"), 1)
        column.addLayout(head)
        told = self.tr("这是程序的问题，不是您的操作有误。已经保存的单据和证据不受影响。")
        after = self.tr("没有保存的内容还在页面上，请核对后再做一次。")
        column.addWidget(Text(told + after, "body", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(here.px(8))
        line.addWidget(Text(self.tr("编号"), "soft"))
        shown = Text(crash_number, "strong")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(shown)
        self.copy = Button(self.tr("复制"), icon="copy", kind="link")
        self.copy.clicked.connect(self._copy)
        line.addWidget(self.copy)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(Text(self.tr("请把编号告诉系统管理员，他能据此查到原因。"), "soft", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        self.go_on = Button(self.tr("继续工作"), kind="primary")
        self.go_on.clicked.connect(self.accept)
        row.addWidget(self.go_on)
        column.addLayout(row)
        self.setMinimumWidth(here.px(420))
        self.go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.number)
        self.copy.setText(self.tr("已复制"))


class Crashes(QObject):
    """Catches what nobody caught, in any thread; one dialog at a time."""

    _came = Signal(str)

    def __init__(self, clock: Callable[[], datetime], window: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._clock, self._window = clock, window
        self.dialog: CrashDialog | None = None
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of Python."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self.take(args.exc_value) if args.exc_value is not None else None

    def take(self, error: BaseException) -> str:
        """Log it, show the dialog (in the window's thread), and give its number."""
        found = number(self._clock())
        incident(found, error)
        self._came.emit(found)
        return found

    def _hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(type(error), error, error.__traceback__)
        else:
            self.take(error)

    def _show(self, crash_number: str) -> None:
        if self.dialog is not None:
            return
        self.dialog = CrashDialog(crash_number, self._window())
        self.dialog.finished.connect(self._gone)
        self.dialog.open()

    def _gone(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
