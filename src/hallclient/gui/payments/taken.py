"""What was taken (今日收费): receipts of the teller, reversals asked and to decide, and the way to the settlement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from hallclient.domain.payments import Payment, Reversal, Settlement
from hallclient.gui.payments.settle_dialog import SettleDialog
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.exchange_jobs import import_bills
from hallclient.gui.shared.messages import ask, ask_reason
from hallclient.gui.shared.paper_jobs import print_paper
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.workplace import Workplace

_TONES = {"valid": "ok", "asked": "soon", "reversed": "late"}


class TakenCard(Card):
    """Newest first. Ctrl+R reprints, F6 asks for a reversal, F9 settles."""

    def __init__(self, work: Workplace) -> None:
        super().__init__()
        self.set_title(self.tr("收费记录"))
        self._work = work
        services, actor = work.services, work.actor
        self._ways = {way.code: way for way in services.parts.catalog.payment_ways()}
        self.waiting = Banner("", "soon", action=self.tr("审批"))
        self.waiting.acted.connect(self._decide)
        self.add(self.waiting)
        self._open: tuple[Reversal, ...] = ()
        self.list = RowList(name=self.tr("收费记录"), lines=True)
        self.model: RecordsModel[Payment] = RecordsModel(
            work.background,
            lambda offset, limit: services.payments.taken(actor, limit=limit, offset=offset),
            row_look=self._row,
            key=lambda payment: payment.id,
            parent=self,
        )
        self.list.setModel(self.model)
        self.list.chosen.connect(lambda _index: self._buttons())
        self.list.opened.connect(lambda _index: self.reprint())
        self.add_wide(self.list, 1)
        self.again = Button(self.tr("补打收据"), icon="print", shortcut="Ctrl+R")
        self.back = Button(self.tr("申请冲正"), icon="reverse", shortcut="F6")
        self.settle = Button(self.tr("轧账"), icon="done", shortcut="F9")
        self.again.clicked.connect(self.reprint)
        self.back.clicked.connect(self._ask_back)
        self.settle.clicked.connect(self._settle)
        self.bring = Button(self.tr("导入应收账单"), icon="import", kind="link")
        self.bring.clicked.connect(lambda: import_bills(work, self))
        row = QHBoxLayout()
        row.addWidget(self.again, 1)
        row.addWidget(self.back, 1)
        self.add(row)
        self.add(self.settle)
        if actor.may("payments.import"):
            self.add(self.bring)
        set_shown(self.waiting, False)
        self._buttons()

    def reload(self) -> None:
        """Ask again what was taken, and what waits for a decision."""
        self.model.reload()
        work = self._work
        if work.actor.may("payments.approve_reversal"):
            work.background.run(
                "store", lambda: work.services.payments.waiting_reversals(work.actor), self._waiting, owner=self
            )  # fmt: skip

    def choose(self, payment: str) -> bool:
        """Make a payment current, if it is in the list."""
        index = self.model.index_of(payment)
        if index.isValid():
            self.list.setCurrentIndex(index)
        return index.isValid()

    def reprint(self) -> None:
        """补打 the receipt of the current payment."""
        payment = self._current()
        if payment is None:
            return
        papers, actor = self._work.services.payment_papers, self._work.actor
        name = self.tr("收费收据 {0}").format(payment.number)
        print_paper(self._work, name, lambda: papers.receipt(actor, payment.id), self)

    def _current(self) -> Payment | None:
        return self.model.record(self.list.currentIndex())

    def _buttons(self) -> None:
        payment, actor = self._current(), self._work.actor
        none = None if payment else self.tr("先选一笔收费")
        self.again.set_reason(none if actor.may("documents.reprint") else self.tr("您的岗位不能补打"))
        reason = none
        if payment is not None and payment.state != "valid":
            reason = self.tr("已经申请过冲正")
        if payment is not None and payment.settlement:
            reason = self.tr("已经轧账，请走退费")
        self.back.set_reason(reason if actor.may("payments.reverse") else self.tr("您的岗位不能申请冲正"))
        self.settle.set_reason(None if actor.may("payments.settle") else self.tr("您的岗位不轧账"))

    def _ask_back(self) -> None:
        payment = self._current()
        if payment is None:
            return
        title = self.tr("申请冲正 {0}").format(payment.number)
        text = self.tr("金额 {0} 元。由另一位有权限的同事审批后才生效。").format(formats.money(payment.amount))
        reason = ask_reason(self, title, text, label=self.tr("冲正原因"), yes=self.tr("提交审批"))
        if reason is None:
            return
        actor, services = self._work.actor, self._work.services
        self._work.background.run(
            "store",
            lambda: services.payments.ask_reversal(actor, payment.id, reason),
            lambda asked: self._work.messages.say(self.tr("冲正 {0} 已提交，等值长审批").format(asked.number), "info"),
            owner=self,
        )

    def _waiting(self, reversals: Sequence[Reversal]) -> None:
        self._open = tuple(each for each in reversals if each.asked_by != self._work.actor.user_id)
        if self._open:
            self.waiting.say(self.tr("{0} 笔冲正等您审批").format(len(self._open)), "soon", action=self.tr("审批"))
        set_shown(self.waiting, bool(self._open))

    def _decide(self) -> None:
        first = self._open[0]
        approve = ask(
            self,
            self.tr("冲正 {0}").format(first.payment_number),
            self.tr("金额 {0} 元。原因：{1}").format(formats.money(first.amount), first.reason),
            yes=self.tr("同意冲正"),
            no=self.tr("不同意"),
        )
        actor, services = self._work.actor, self._work.services

        def decided(reversal: Reversal) -> None:
            if reversal.state == "approved":
                name = self.tr("冲正单 {0}").format(reversal.number)
                print_paper(self._work, name, lambda: services.payment_papers.reversal(actor, reversal.id), self)

        self._work.background.run(
            "store", lambda: services.payments.decide_reversal(actor, first.id, approve=approve), decided, owner=self
        )  # fmt: skip

    def _settle(self) -> None:
        dialog = SettleDialog(self._work, self)
        dialog.settled.connect(self._settled)
        dialog.open()

    def _settled(self, closed: Settlement) -> None:
        papers, actor = self._work.services.payment_papers, self._work.actor
        self._work.messages.say(self.tr("已轧账 {0}").format(closed.number))
        name = self.tr("轧账单 {0}").format(closed.number)
        print_paper(self._work, name, lambda: papers.settlement(actor, closed.id), self)

    def _row(self, payment: Payment) -> RowLook:
        words = {"valid": self.tr("已收"), "asked": self.tr("待审批冲正"), "reversed": self.tr("已冲正")}
        way = self._ways.get(payment.way)
        english = self._work.settings.language.startswith("en")
        named = payment.way if way is None else way.en if english else way.zh
        state = self.tr("已轧账") if payment.settlement and payment.state == "valid" else words[payment.state]
        return RowLook(
            title=formats.money(payment.amount),
            note=f"{named}  {payment.number}",
            right=formats.instant(payment.paid_at, self._work.clock()),
            right_note=state,
            tone=_TONES[payment.state] if payment.state != "valid" else "",
        )
