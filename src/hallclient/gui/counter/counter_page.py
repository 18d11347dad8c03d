"""The counter page (柜台): queue, the business being accepted, papers and plan, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.business import Order
from hallclient.domain.queue import Ticket
from hallclient.gui.counter.catalog_names import names_of
from hallclient.gui.counter.draft_desk import DraftDesk
from hallclient.gui.counter.order_column import OrderColumn
from hallclient.gui.counter.papers_column import PapersColumn
from hallclient.gui.counter.queue_column import QueueColumn
from hallclient.gui.counter.receipts import Receipts
from hallclient.gui.counter.tall_scroll import StackingColumns, TallScroll
from hallclient.gui.shared.controls.layouts import page_margins
from hallclient.gui.shared.messages import ask
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

QUEUE_WIDTH, PAPERS_WIDTH, LEAST_FORM = 248, 332, 560


class CounterPage(QWidget):
    """Calls, serves, accepts and prints. A draft is put aside whenever the page is left or locked."""

    key = "counter"
    icon = "counter"
    rights = frozenset({"business.accept", "queue.serve", "queue.issue"})
    kinds = frozenset({"tickets", "windows"})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("柜台")
        self._place = workplace
        self._loaded = False
        names = names_of(workplace)
        self.desk = DraftDesk(workplace, self)
        self.queue = QueueColumn(workplace, names)
        self.order = OrderColumn(workplace, names, self.desk)
        self.papers = PapersColumn(workplace, names, self.desk)
        self.receipts = Receipts(workplace, self)
        self._right = TallScroll(self.papers)
        self.columns = StackingColumns(
            [(self.queue, QUEUE_WIDTH), (self.order, 0), (self._right, PAPERS_WIDTH)], least_rest=LEAST_FORM
        )
        self.columns.arranged.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(*page_margins())
        column.addWidget(self.columns)
        self.queue.serving_changed.connect(self._serving)
        self.order.document_problems.connect(self.papers.show_problems)
        self.order.to_papers.connect(self._to_papers)
        self.papers.notice_wanted.connect(self.print_notice)
        self.desk.accepted.connect(self._accepted)
        self.order.form.came_to.connect(self._into_view)
        self._make_keys()

    def _make_keys(self) -> None:
        keys = Shortcuts(self)
        keys.note("F2", self.tr("呼叫下一位"))
        keys.note("F3", self.tr("开始办理、办结"))
        keys.note("F4", self.tr("再叫一次"))
        keys.note("F6", self.tr("过号"))
        keys.note("F7", self.tr("转到别的类别"))
        keys.note("F9", self.tr("请客户旁边填表"))
        keys.note("F10", self.tr("客户评价"))
        keys.add("Ctrl+I", self.tr("取号"), self.queue.issue)
        keys.add("Ctrl+P", self.tr("暂停或恢复窗口"), self.queue.pause_or_resume)
        keys.add("F5", self.tr("到等候列表"), self._to_queue)
        keys.add("Ctrl+B", self.tr("选业务、换业务"), self.order.choose)
        keys.add("Ctrl+F", self.tr("查找客户"), self.order.find_customer)
        keys.note("Enter", self.tr("到下一个要填的地方"))
        keys.add("Ctrl+J", self.tr("到第一处要改的地方"), self.order.go_to_problem)
        keys.add("Ctrl+D", self.tr("到收资清单"), lambda: self._to_papers(""))
        keys.note("Space", self.tr("材料已收、未收"))
        keys.note("D", self.tr("材料容缺"))
        keys.add("F8", self.tr("存入扫描件"), self.papers.scans.choose)
        keys.add("Ctrl+G", self.tr("打印一次性告知单"), self.print_notice)
        keys.note("Ctrl+S", self.tr("暂存"))
        keys.note("Ctrl+Enter", self.tr("受理并打印"))
        keys.add("Ctrl+Enter", self.tr("受理并打印"), self.order.accept.click)
        keys.add("Ctrl+Backspace", self.tr("放弃这一笔"), self.discard)
        self._keys = keys

    # ---- the page ------------------------------------------------------------------------------------------------

    @property
    def widget(self) -> QWidget:
        """Itself."""
        return self

    @property
    def keys(self) -> Sequence[KeyHint]:
        """For F1."""
        return self._keys.hints

    def activate(self) -> None:
        """Load, and put the cursor where work starts."""
        self.queue.reload()
        if self.desk.kind is None:
            self.order.chooser.start()
        else:
            self.order.to_first()

    def open(self, reference: str) -> None:
        """A customer: her business is next."""
        self.order.chooser.start()
        if reference:
            self.order.strip.choose(reference)

    def refresh(self) -> None:
        """The queue has changed."""
        self.queue.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Left or locked: nothing typed is lost."""
        super().hideEvent(event)
        self.desk.put_aside()

    def _fit(self, stacked: bool) -> None:
        """Stacked columns take the height they need; side by side they scroll inside."""
        self._right.set_whole(stacked)
        self.order.form_scroll.set_whole(stacked)
        for rows in (self.queue.list, self.order.chooser.list):
            rows.setMinimumHeight(5 * look().measure("row-two") if stacked else 0)

    def _into_view(self, widget: QWidget) -> None:
        if self.columns.stacked():
            self.columns.ensureWidgetVisible(widget, 0, look().px(40))

    # ---- between the columns -------------------------------------------------------------------------------------

    def _serving(self, ticket: Ticket | None) -> None:
        at_window = ticket.id if ticket is not None else None
        if at_window != self.desk.ticket_id and self.desk.kind is not None and self.desk.ticket_id is not None:
            self.desk.put_aside()
            self.desk.clear()
            self.desk.started.emit()
            self._place.messages.say(self.tr("没受理完的业务已暂存，在“办什么业务”里可以接着办"), "info")
        self.desk.ticket_id = at_window
        self.order.chooser.ticket_id = at_window
        if self.desk.kind is None:
            self.order.chooser.reload()
        if ticket is not None and ticket.customer_id and self.desk.card is None:
            self.order.strip.choose(ticket.customer_id)

    def _to_queue(self) -> None:
        self.queue.reload()
        self.queue.list.setFocus()

    def _to_papers(self, key: str) -> None:
        wanted = key or self.papers.first_needed()
        if not (wanted and self.papers.go(wanted)):
            self.order.accept.setFocus()

    def _accepted(self, order: Order) -> None:
        self.receipts.accepted(order)

    def print_notice(self) -> None:
        """The one-time notice of the kind, with the documents this customer needs."""
        kind = self.desk.kind
        if kind is not None:
            self.receipts.kind_notice(kind.code, names_of(self._place).of(kind), dict(self.desk.draft().values))

    def discard(self) -> None:
        """Throw this draft away, after a question."""
        kind = self.desk.kind
        if kind is None:
            return
        title = self.tr("放弃“%1”？").replace("%1", names_of(self._place).of(kind))
        if ask(self.window(), title, self.tr("填过的内容不再保留。"), yes=self.tr("放弃"), danger=True):
            self.desk.discard()
            self.order.chooser.start()
