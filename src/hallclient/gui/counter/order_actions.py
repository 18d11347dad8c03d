"""What can be done with an order (工单操作): finish a stage, pause, withdraw, receive papers, print again, explain."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hallclient.domain.business import Order
from hallclient.domain.worktime_words import Language
from hallclient.errors import Stale
from hallclient.gui.counter.number_menu import NumberMenu
from hallclient.gui.counter.order_words import OrderWords
from hallclient.gui.counter.receipts import Receipts
from hallclient.gui.shared import messages
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.workplace import Workplace

OPEN = ("active", "paused")


class OrderActions(QObject):
    """The buttons of an order and what they do. ``result`` gives what was written of the stage in hand."""

    done = Signal(object)
    """The Order after a step."""
    unmasked = Signal(object)
    """The Order with nothing hidden."""
    stale = Signal()
    """Somebody was quicker: read again."""

    def __init__(
        self, workplace: Workplace, words: OrderWords, receipts: Receipts, result: Callable[[], str], owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._place, self.words, self.receipts = workplace, words, receipts
        self._result, self._owner = result, owner
        self.order: Order | None = None
        self._reasons: tuple[str, ...] = ()
        self._make_actions()

    def _make_actions(self) -> None:
        self.print_button = Button(self.tr("补打"))
        self.print_button.set_tip(self.tr("补打回执或一次性告知单（F9）"))
        self.print_button.clicked.connect(self.reprint)
        self.withdraw_button = Button(self.tr("撤销"))
        self.withdraw_button.set_tip(self.tr("撤销工单（F6）"))
        self.withdraw_button.clicked.connect(self.withdraw)
        self.pause_button = Button(self.tr("挂起"))
        self.pause_button.set_tip(self.tr("挂起或恢复（F7）"))
        self.pause_button.clicked.connect(self.pause_or_resume)
        self.advance_button = Button("", kind="primary", shortcut="Ctrl+Return")
        self.advance_button.clicked.connect(self.advance)
        self.buttons = (self.print_button, self.withdraw_button, self.pause_button, self.advance_button)

    def show_order(self, order: Order, reasons: tuple[str, ...]) -> None:
        """The buttons for an order as it stands; ``reasons`` are those its limits allow a pause for."""
        self.order, self._reasons = order, reasons
        kind = self.words.names.version(order.kind, order.accepted_at)
        current = order.current()
        if current is not None:
            self.advance_button.setText(self.tr("完成%1").replace("%1", self.words.names.stage(kind, current.code)))
        else:
            self.advance_button.setText(self.tr("办结"))
        self.advance_button.updateGeometry()
        self.advance_button.set_reason(self.words.advance(order))
        paused = order.state == "paused"
        self.pause_button.setText(self.tr("恢复") if paused else self.tr("挂起"))
        self.pause_button.set_reason(self.words.pause(order, self._reasons))
        self.withdraw_button.set_reason(self.words.withdraw(order))
        self.print_button.set_reason(self.words.reprint(order))
        for button in (self.pause_button, self.withdraw_button):
            set_shown(button, order.state in OPEN)
        set_shown(self.advance_button, order.state in OPEN)

    # ---- doing ---------------------------------------------------------------------------------------------------

    def _do(self, work: Callable[[], Order], said: str) -> None:
        place = self._place

        def done(order: Order) -> None:
            place.messages.say(said.replace("%1", order.number))
            self.done.emit(order)

        def failed(error: Exception) -> None:
            again = self.stale.emit if isinstance(error, Stale) else None
            if not place.messages.tell(error, reload=again):
                place.background.unexpected(error)

        place.background.run("store", work, done, failed, owner=self._owner)

    def advance(self) -> None:
        """Finish the stage in hand with what was written of its result; without one, finish the order."""
        order = self.order
        if order is None or not self.advance_button.isEnabled():
            return
        steps, actor, result = self._place.services.order_steps, self._place.actor, self._result()
        current = order.current()
        if current is None:
            self._do(lambda: steps.finish(actor, order.id, order.rev, result=result), self.tr("%1 已办结"))
            return
        said = self.tr("%1 %2").replace("%2", self.advance_button.text())
        self._do(lambda: steps.advance(actor, order.id, current.code, order.rev, result=result), said)

    def pause_or_resume(self) -> None:
        """Stop the clocks for one of the reasons its limits allow, or go on."""
        order = self.order
        if order is None or not self.pause_button.isEnabled():
            return
        steps, actor = self._place.services.order_steps, self._place.actor
        if order.state == "paused":
            self._do(lambda: steps.resume(actor, order.id, order.rev), self.tr("%1 已恢复，期限重新计算"))
            return
        options = [(reason, self.words.names.pause(reason)) for reason in self._reasons]
        said = self.tr("%1 已挂起")
        menu = NumberMenu(options, self._owner)
        menu.picked.connect(lambda reason: self._do(lambda: steps.pause(actor, order.id, reason, order.rev), said))
        menu.open_under(self.pause_button)

    def withdraw(self) -> None:
        """The customer takes it back, or it cannot be done."""
        order = self.order
        if order is None or not self.withdraw_button.isEnabled():
            return
        title = self.tr("撤销 %1？").replace("%1", order.number)
        reason = messages.ask_reason(
            self._owner.window(), title, self.tr("撤销后不能恢复，客户需要重新申请。"), label=self.tr("撤销原因"),
            yes=self.tr("撤销工单"),
        )  # fmt: skip
        if reason:
            steps, actor = self._place.services.order_steps, self._place.actor
            self._do(lambda: steps.withdraw(actor, order.id, reason, order.rev), self.tr("%1 已撤销"))

    def receive(self, document: str, evidence_ids: tuple[str, ...] = ()) -> None:
        """A paper came."""
        order = self.order
        found = next((one for one in order.documents if one.code == document), None) if order else None
        if order is None or found is None or found.state == "received" or self.words.receive(order) is not None:
            return
        steps, actor = self._place.services.order_steps, self._place.actor
        said = self.tr("%1 收到%2").replace("%2", self.words.names.document(document))
        self._do(lambda: steps.receive_document(actor, order.id, document, evidence_ids=evidence_ids), said)

    def reprint(self) -> None:
        """补打: the receipt or the notice once more, with a reason."""
        order = self.order
        if order is None or not self.print_button.isEnabled():
            return
        menu = NumberMenu([("receipt", self.tr("受理回执")), ("notice", self.tr("一次性告知单"))], self._owner)
        menu.picked.connect(lambda paper: self._print_again(order, paper == "notice"))
        menu.open_under(self.print_button)

    def _print_again(self, order: Order, notice: bool) -> None:
        reason = messages.ask_reason(
            self._owner.window(), self.tr("补打 %1").replace("%1", order.number), self.tr("纸面会注明补打次数和原因。"),
            label=self.tr("补打原因"), yes=self.tr("补打"),
        )  # fmt: skip
        if reason:
            self.receipts.again(order, notice=notice, reason=reason)

    def explain(self) -> None:
        """How the due time was counted, line by line."""
        order, place = self.order, self._place
        if order is None:
            return
        language: Language = "en" if self.words.names.english else "zh"

        def work() -> tuple[str, ...]:
            lines = place.services.orders.explain(place.actor, order.id, language=language)
            if lines or not order.stage:
                return lines
            return place.services.orders.explain(place.actor, order.id, order.stage, language=language)

        def done(lines: tuple[str, ...]) -> None:
            text = "\n".join(lines) or self.tr("这项业务没有规定时限。")
            messages.box(
                self._owner.window(), self.tr("期限怎么算的"), text, tone="info", icon="info", yes=self.tr("知道了")
            )

        place.background.run("store", work, done, owner=self._owner)

    def unmask(self) -> None:
        """Show the whole of what is hidden, against a reason that is kept."""
        order, place = self.order, self._place
        if order is None or not order.masked:
            return
        title, text = self.tr("显示完整信息"), self.tr("查看个人信息要写明原因，会记入审计。")
        reason = messages.ask_reason(self._owner.window(), title, text, yes=self.tr("显示"))
        if reason:
            place.background.run(
                "store",
                lambda: place.services.orders.unmasked(place.actor, order.id, reason),
                self.unmasked.emit,
                owner=self,
            )
