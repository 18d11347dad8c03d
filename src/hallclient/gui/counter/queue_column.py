"""The left column of the counter (排队叫号): the called ticket, its actions, who waits, how the day goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.queue import QueueBoard, Ticket, WaitingLine, WindowState
from hallclient.gui.counter.catalog_names import CatalogNames
from hallclient.gui.counter.class_chips import ClassChips
from hallclient.gui.counter.issue_dialog import IssueDialog
from hallclient.gui.counter.number_menu import NumberMenu
from hallclient.gui.counter.ticket_card import TicketCard
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.button import Button, IconButton
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.controls.text import Text
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

EVERY_SECOND = 1000
EVERY_HALF_MINUTE = 30
ALL = "all"


class QueueColumn(QWidget):
    """Shows the board of this window and does what the clerk says with it."""

    serving_changed = Signal(object)
    """The Ticket at this window, or None: emitted when it is another one or its state has changed."""

    def __init__(self, workplace: Workplace, names: CatalogNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._names = workplace, names
        self.board: QueueBoard | None = None
        self._read_at: datetime | None = None
        self._shown: tuple[str, str] | None = None
        self._seconds = 0
        here = look()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(12))
        self.ticket = TicketCard(names)
        self.ticket.wanted.connect(self.act)
        column.addWidget(self.ticket)
        self.waiting = Card(self.tr("等候"))
        self._expected = Text("", "meta")
        self.issue_button = IconButton("add", self.tr("取号"), kind="link")
        self.issue_button.set_tip(self.tr("取号（Ctrl+I）"))
        self.issue_button.clicked.connect(self.issue)
        self.waiting.add_action(self._expected)
        self.waiting.add_action(self.issue_button)
        self.chips = ClassChips(self.tr("按类别看等候"))
        self.chips.picked.connect(lambda _key: self._show_waiting())
        self.waiting.add(self.chips)
        self.model: RecordsModel[WaitingLine] = RecordsModel(
            workplace.background, None, row_look=self._row, key=lambda line: line.ticket.id, parent=self
        )
        self.list = RowList(name=self.tr("等候的号"))
        self.list.setModel(self.model)
        self.list.opened.connect(self._call_this)
        self.waiting.add_wide(self.list, 1)
        self.waiting.add_line()
        ends = QHBoxLayout()
        self._done, self._average = Text("", "meta"), Text("", "meta")
        ends.addWidget(self._done)
        ends.addStretch(1)
        ends.addWidget(self._average)
        self.waiting.add(ends)
        column.addWidget(self.waiting, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(here.px(8))
        self.next = Button(self.tr("呼叫下一位"), icon="call", shortcut="F2")
        self.next.clicked.connect(self.call_next)
        self.pause = IconButton("pause", self.tr("暂停窗口"), kind="plain")
        self.pause.set_tip(self.tr("暂停窗口（Ctrl+P）"))
        self.pause.clicked.connect(self.pause_or_resume)
        bottom.addWidget(self.next, 1)
        bottom.addWidget(self.pause)
        column.addLayout(bottom)
        self._tick = QTimer(self)
        self._tick.setInterval(EVERY_SECOND)
        self._tick.timeout.connect(self._second)

    # ---- reading -------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the board."""
        place = self._place
        place.background.run("store", lambda: place.services.queue.board(place.actor), self._came, owner=self)

    def _came(self, board: QueueBoard) -> None:
        self.board, self._read_at, self._seconds = board, self._place.clock(), 0
        self.ticket.show_board(board, self._place.clock())
        self._show_counts(board)
        self._show_waiting()
        self._show_window(board.window)
        now = (board.current.id, board.current.state) if board.current else None
        if now != self._shown:
            self._shown = now
            self.serving_changed.emit(board.current)

    def _show_counts(self, board: QueueBoard) -> None:
        count = len(board.waiting)
        self.waiting.set_title(self.tr("等候 %n 人", "", count))
        self._expected.setText(self.tr("约 %n 分", "", board.expected_wait_minutes) if count else "")
        options = [(ALL, self.tr("全部 %1").replace("%1", str(count)))]
        options += [
            (code, f"{self._names.queue_class(code)} {board.counts[code]}")
            for code in [item.code for item in self._place.services.parts.catalog.queue_classes()]
            if board.counts.get(code)
        ]
        self.chips.set_options(options)
        self._done.setText(self.tr("今日已办 %n 件", "", board.done_today))
        average = board.average_handling_seconds
        self._average.setText(self.tr("平均 %1").replace("%1", formats.duration(average)) if average else "")

    def _show_waiting(self) -> None:
        if self.board is None:
            return
        wanted = self.chips.value()
        aside = [_aside(ticket, self._place.clock()) for ticket in self.board.suspended]
        lines = [
            line for line in (*self.board.waiting, *aside) if wanted in ("", ALL) or line.ticket.queue_class == wanted
        ]
        self.model.set_records(lines)
        if lines and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _show_window(self, window: WindowState) -> None:
        paused = window.state == "paused"
        busy = self.board is not None and self.board.current is not None
        if not self._place.actor.may("queue.serve"):
            self.next.set_reason(self.tr("您没有叫号的权限"))
        elif paused:
            self.next.set_reason(self.tr("窗口暂停中，先恢复服务"))
        elif busy:
            self.next.set_reason(self.tr("本窗口还有客户，先办结、过号或转出"))
        else:
            self.next.set_reason(None)
        self.pause.set_icon("play" if paused else "pause")
        word = self.tr("恢复服务（Ctrl+P）") if paused else self.tr("暂停窗口（Ctrl+P）")
        self.pause.set_tip(word)
        self.pause.setAccessibleName(word)

    def _row(self, line: WaitingLine) -> RowLook:
        ticket = line.ticket
        why = self._names.option("priority_reason", ticket.priority_reason) if ticket.priority_reason else ""
        note = " · ".join(filter(None, (self._names.queue_class(ticket.queue_class), why or ticket.topic)))
        minutes = self.tr("%n 分", "", line.waiting_minutes)
        if ticket.state == "suspended":
            said, tone, icon = self.tr("填表中"), "info", "editing"
        elif line.over:
            said, tone, icon = self.tr("等候超时"), "late", "late"
        elif line.next:
            said, tone, icon = self.tr("下一位"), "brand", "star"
        elif line.soon:
            said, tone, icon = self.tr("快超时"), "soon", "soon"
        else:
            said, tone, icon = "", "", ""
            if ticket.no_shows:
                minutes = self.tr("过号 %n 次", "", ticket.no_shows)
        return RowLook(title=ticket.number, note=note, right=minutes, right_note=said, tone=tone, note_icon=icon)

    # ---- doing ---------------------------------------------------------------------------------------------------

    def _do(
        self, work: Callable[[], Ticket | WindowState | None], done: Callable[[object], None] | None = None
    ) -> None:
        place = self._place

        def came(result: object) -> None:
            if done is not None:
                done(result)
            self.reload()

        def failed(error: Exception) -> None:
            if not place.messages.tell(error):
                place.background.unexpected(error)
            self.reload()

        place.background.run("store", work, came, failed, owner=self)

    def call_next(self) -> None:
        """Call the most pressing ticket; of the class whose chip is on."""
        if not self.next.isEnabled():
            return
        place, wanted = self._place, self.chips.value()
        classes = () if wanted in ("", ALL) else (wanted,)

        def done(ticket: object) -> None:
            if ticket is None:
                place.messages.say(self.tr("现在没有人等候"), "info")

        self._do(lambda: place.services.queue.call_next(place.actor, classes), done)

    def _call_this(self, index: QModelIndex) -> None:
        line = self.model.record(index)
        if line is not None:
            queue, actor, ticket_id = self._place.services.queue, self._place.actor, line.ticket.id
            aside = line.ticket.state == "suspended"
            self._do(lambda: queue.serve(actor, ticket_id) if aside else queue.call(actor, ticket_id))

    def act(self, action: str) -> None:
        """serve, recall, done, no_show, suspend, transfer or rate: what the ticket's buttons and keys ask for."""
        if self.board is None:
            return
        ticket = self.board.current
        queue, actor = self._place.services.queue, self._place.actor
        if ticket is None:
            return
        if action not in self.ticket.allowed:
            self._place.messages.say(self.tr("这个号现在不能这样办"), "info")
        elif action == "transfer":
            classes = [(one.code, self._names.of(one)) for one in self._place.services.parts.catalog.queue_classes()]
            options = [(code, word) for code, word in classes if code != ticket.queue_class]
            self._menu(options, lambda code: self._do(lambda: queue.transfer(actor, ticket.id, code)), self.ticket)
        elif action == "rate":
            options = self._names.options("rating")
            self._menu(options, lambda code: self._do(lambda: queue.rate(actor, ticket.id, code)), self.ticket)
        else:
            steps: dict[str, Callable[[], Ticket]] = {
                "serve": lambda: queue.serve(actor, ticket.id),
                "recall": lambda: queue.call(actor, ticket.id),
                "done": lambda: queue.done(actor, ticket.id),
                "no_show": lambda: queue.no_show(actor, ticket.id),
                "suspend": lambda: queue.suspend(actor, ticket.id),
            }
            self._do(steps[action])

    def pause_or_resume(self) -> None:
        """Pause this window with a reason, or go on."""
        if self.board is None:
            return
        queue, actor = self._place.services.queue, self._place.actor
        if self.board.window.state == "paused":
            self._do(lambda: queue.resume(actor))
            return
        self._menu(self._names.options("pause_reason"), self._pause, self.pause)

    def _pause(self, reason: str) -> None:
        queue, actor = self._place.services.queue, self._place.actor

        def work() -> WindowState:
            if self.board is not None and self.board.window.state == "closed":
                queue.open(actor)
            return queue.pause(actor, reason)

        self._do(work)

    def issue(self) -> None:
        """Give out a ticket, for halls without a kiosk."""
        dialog = IssueDialog(self._place, self._names, self.window())
        dialog.issued.connect(lambda _ticket: self.reload())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _menu(self, options: list[tuple[str, str]], pick: Callable[[str], None], under: QWidget) -> None:
        menu = NumberMenu(options, self)
        menu.picked.connect(pick)
        menu.open_under(under)

    # ---- time ----------------------------------------------------------------------------------------------------

    def _second(self) -> None:
        self._seconds += 1
        if self._seconds >= EVERY_HALF_MINUTE:
            self.reload()
        elif self.board is not None:
            self.ticket.show_board(self.board, self._place.clock())

    def showEvent(self, event: QShowEvent) -> None:
        """Time runs while it is seen."""
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """And rests when it is not."""
        super().hideEvent(event)
        self._tick.stop()


def _aside(ticket: Ticket, now: datetime) -> WaitingLine:
    """A customer who fills in a form beside the window, as a line of the list."""
    minutes = max(int((now - ticket.waiting_since).total_seconds()) // 60, 0)
    return WaitingLine(ticket=ticket, waiting_minutes=minutes, next=False, over=False, soon=False, expected_minutes=0)
