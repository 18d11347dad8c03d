"""The called ticket (当前号): number, time used against the norm, and what can be done with it now."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallclient.domain.queue import QueueBoard, Ticket
from hallclient.gui.counter.catalog_names import CatalogNames
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.button import Button, IconButton
from hallclient.gui.shared.controls.clocks import TicketBlock
from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.theme import look

NEARLY = 0.8
"""Where the tick on the bar stands: the share of a norm from which it is nearly over."""


class TicketCard(TicketBlock):
    """A TicketBlock with a row of actions. ``wanted`` says which."""

    wanted = Signal(str)

    def __init__(self, names: CatalogNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self.allowed: frozenset[str] = frozenset()
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, look().px(4), 0, 0)
        row.setSpacing(look().px(6))
        self.main = Button(self.tr("开始办理"), shortcut="F3")
        self.main.clicked.connect(lambda: self.wanted.emit("done" if "done" in self.allowed else "serve"))
        self.buttons: dict[str, Button] = {
            "recall": IconButton("call", self.tr("再叫一次"), kind="plain", shortcut="F4"),
            "no_show": Button(self.tr("过号")),
            "transfer": IconButton("transfer", self.tr("转到别的类别"), kind="plain", shortcut="F7"),
            "suspend": IconButton("editing", self.tr("请客户旁边填表，先叫下一位"), kind="plain", shortcut="F9"),
            "rate": IconButton("rating", self.tr("客户评价"), kind="plain", shortcut="F10"),
        }
        QShortcut(QKeySequence("F6"), self.buttons["no_show"]).activated.connect(self.buttons["no_show"].click)
        self.buttons["no_show"].set_tip(self.tr("客户没有来（F6）"))
        row.addWidget(self.main, 1)
        for action, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, action=action: self.wanted.emit(action))
            row.addWidget(button)
        self.add(self._row)
        self._row.hide()

    def show_board(self, board: QueueBoard, now: datetime) -> None:
        """The ticket at this window, or what the window is doing."""
        ticket = board.current
        if ticket is None:
            self._show_idle(board)
            return
        serving = ticket.state == "serving"
        clock = next(iter(board.clocks), None)
        used = ticket.handled(now) if serving else ticket.waited(now)
        norm = timedelta(minutes=clock.minutes) if clock else None
        share = used / norm if norm else 0.0
        tone = "late" if share > 1 else "soon" if share >= NEARLY else "brand"
        if norm is None:
            left = ""
        elif used <= norm:
            left = self.tr("还剩 %1").replace("%1", formats.duration(norm - used))
        else:
            left = self.tr("超 %1").replace("%1", formats.duration(used - norm))
        minutes = clock.minutes if clock else 0
        self.show_ticket(
            number=ticket.number,
            state=self.tr("服务中") if serving else self.tr("请到窗口"),
            state_icon="serving" if serving else "call",
            state_tone="brand" if serving else "info",
            kind=self._about(ticket),
            used=formats.stopwatch(used),
            left=left,
            share=share,
            tone=tone,
            tick=NEARLY if norm else None,
            caption=self.tr("办理用时") if serving else self.tr("等候用时"),
            norm=self.tr("限 %n 分", "", minutes) if minutes else "",
        )
        self._allow(ticket, serving)

    def _about(self, ticket: Ticket) -> str:
        why = self._names.option("priority_reason", ticket.priority_reason) if ticket.priority_reason else ""
        return " · ".join(filter(None, (self._names.queue_class(ticket.queue_class), ticket.topic or why)))

    def _allow(self, ticket: Ticket, serving: bool) -> None:
        allowed = {"done", "transfer", "suspend"} if serving else {"serve", "recall", "no_show"}
        if serving and not ticket.rating:
            allowed.add("rate")
        self.allowed = frozenset(allowed)
        self.main.setText(self.tr("办结") if serving else self.tr("开始办理"))
        self.main.set_icon("done" if serving else "")
        for action, button in self.buttons.items():
            set_shown(button, action in allowed or (action == "rate" and serving))
        rated = self.tr("已评价：%1").replace("%1", self._names.option("rating", ticket.rating))
        self.buttons["rate"].set_reason(rated if ticket.rating else None)
        set_shown(self._row, True)

    def _show_idle(self, board: QueueBoard) -> None:
        self.allowed = frozenset()
        set_shown(self._row, False)
        window = board.window
        paused = window.state == "paused"
        self.show_ticket(
            number="—",
            state=self.tr("暂停服务") if paused else self.tr("空闲"),
            state_icon="paused" if paused else "waiting",
            state_tone="soon" if paused else "neutral",
            kind=self._names.option("pause_reason", window.reason) if paused else "",
            used="",
            left=self.tr("按 F2 呼叫下一位") if not paused else self.tr("按 Ctrl+P 恢复服务"),
            share=0,
            tone="neutral",
        )
