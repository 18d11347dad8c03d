"""The payment page (收费): whose account, which bills, how it is paid, and what was taken today."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.customers import CustomerHit
from hallclient.domain.payments import Bill, Payment
from hallclient.errors import Problem, RuleBroken
from hallclient.gui.payments.bills import BillList
from hallclient.gui.payments.payment_form import PaymentForm
from hallclient.gui.payments.taken import TakenCard
from hallclient.gui.shared import formats
from hallclient.gui.shared.background import Debounce
from hallclient.gui.shared.controls.banner import EmptyState
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card, PageHead
from hallclient.gui.shared.controls.editors import LineBox
from hallclient.gui.shared.controls.facts import KeyValues
from hallclient.gui.shared.controls.layouts import Columns, page_margins
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.messages import sentence
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.paper_jobs import print_paper
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace


class PaymentPage(QWidget):
    """Keyboard: account, Enter, amount, Ctrl+Enter. The receipt prints without a question."""

    key = "payments"
    icon = "payments"
    rights = frozenset({"payments.collect", "payments.read", "payments.approve_reversal"})
    kinds = frozenset({"payments", "receivables", "reversals", "settlements"})

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.title = self.tr("收费")
        self._work = workplace
        self._bill: Bill | None = None
        self._busy = False
        column = QVBoxLayout(self)
        column.setContentsMargins(*page_margins())
        column.setSpacing(look().px(12))
        self.head = PageHead(self.title, meta=self.tr("唱收唱付，收款后自动打印收据"))
        self.take = Button(self.tr("收费并打印"), icon="print", kind="primary", shortcut="Ctrl+Return")
        self.take.clicked.connect(self._take)
        self.wrong = Button("", icon="late", kind="link")
        self.wrong.set_ink("late")
        self.wrong.clicked.connect(self._go_to_problem)
        self.clear = Button(self.tr("换一户"), icon="undo", shortcut="F4")
        self.clear.clicked.connect(self._start_over)
        for button in (self.wrong, self.clear, self.take):
            self.head.add_action(button)
        column.addWidget(self.head)
        self.taken = TakenCard(workplace)
        self._columns = Columns(
            [(self._account_card(), 360), (self._payment_card(), 0), (self.taken, 372)], least_rest=420
        )
        column.addWidget(self._columns, 1)
        self._shortcuts = Shortcuts(self)
        self._shortcuts.add(
            "F3", self.tr("查户号"), lambda: self.account_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        )
        self._shortcuts.note("F4", self.tr("换一户"))
        self._shortcuts.note("Space", self.tr("勾选或去掉一笔账单"))
        self._shortcuts.note("Ctrl+Enter", self.tr("收费并打印"))
        self._shortcuts.note("F9", self.tr("轧账"))
        self._show_bill(None)
        self._show_problems(())

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    @property
    def keys(self) -> Sequence[KeyHint]:
        """For F1."""
        return self._shortcuts.hints

    def activate(self) -> None:
        """Start with the account."""
        self.account_box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.account_box.selectAll()
        self.refresh()

    def open(self, reference: str) -> None:
        """A payment (its receipt is chosen in the list) or a customer (her bills are shown)."""
        if not self.taken.choose(reference):
            self._load(reference)

    def refresh(self) -> None:
        """The day's payments changed."""
        self.taken.reload()

    def _account_card(self) -> QWidget:
        card = Card(self.tr("账户"))
        self.account_box = LineBox(self.tr("户号 / 电话 / 姓名 / 地址"), icon="find")
        self.account_box.setAccessibleName(self.tr("查找账户"))
        self.account_box.returnPressed.connect(self._pick)
        card.add(self.account_box)
        self._search = Debounce(self._look_up, 120, self)
        self.account_box.changed.connect(self._search.poke)
        self.hits = RowList(name=self.tr("查到的账户"))
        self._hits: RecordsModel[CustomerHit] = RecordsModel(
            self._work.background, None, row_look=_hit_row, key=lambda hit: hit.id, parent=self
        )
        self.hits.setModel(self._hits)
        self.hits.opened.connect(lambda index: self._chosen(self._hits.record(index)))
        self.hits.clicked.connect(lambda index: self._chosen(self._hits.record(index)))
        card.add_wide(self.hits, 1)
        self.facts = KeyValues()
        card.add(self.facts)
        self.bills = BillList(self._work.background)
        card.add_wide(self.bills, 1)
        self.nothing = EmptyState(self.tr("没有欠费"), self.tr("可以在右边预存电费"), icon="ok")
        card.add(self.nothing, 1)
        return card

    def _payment_card(self) -> QWidget:
        card = Card(self.tr("收款"), aside=self.tr("除注明“选填”外均为必填"))
        ways = self._work.services.parts.catalog.payment_ways()
        self.form = PaymentForm(ways, self._work.settings.language)
        self.form.changed.connect(self._count_problems)
        self.bills.changed.connect(lambda: self.form.choose(self.bills.ticked()))
        card.add(self.form, 1)
        return card

    def _look_up(self) -> None:
        text = self.account_box.value()
        if not text or self._bill is not None:
            self._hits.set_records([])
            return
        actor, customers = self._work.actor, self._work.services.customers
        self._work.background.run(
            "store", lambda: customers.find(actor, text, 20), self._hits.set_records, owner=self
        )  # fmt: skip

    def _pick(self) -> None:
        records = self._hits.records
        if len(records) == 1:
            self._chosen(records[0])
        elif records:
            self.hits.setFocus()
            self.hits.setCurrentIndex(self._hits.index(0, 0))
        elif self.account_box.value():
            self._load(self.account_box.value())

    def _chosen(self, hit: CustomerHit | None) -> None:
        if hit is not None:
            self._load(hit.id)

    def _load(self, reference: str) -> None:
        actor, payments = self._work.actor, self._work.services.payments
        self._work.background.run(
            "store", lambda: payments.bill(actor, reference), self._show_bill, self._not_loaded, owner=self
        )  # fmt: skip

    def _not_loaded(self, error: Exception) -> None:
        self._work.messages.tell(error)
        self.account_box.setFocus()

    def _show_bill(self, bill: Bill | None) -> None:
        self._bill = bill
        shown = bill is not None
        set_shown(self.hits, not shown)
        set_shown(self.facts, shown)
        set_shown(self.bills, bool(bill and bill.owed))
        set_shown(self.nothing, bool(bill and not bill.owed))
        if bill is not None:
            self._hits.set_records([])
            self.account_box.set_value("")
            self.facts.set_rows(
                [
                    (self.tr("户号"), bill.shown_account),
                    (self.tr("户名"), bill.name),
                    (self.tr("地址"), bill.address),
                    (self.tr("欠费合计"), formats.money(bill.total), "late" if bill.total else ""),
                    (self.tr("预存余额"), formats.money(bill.balance)),
                ]
            )
        self.form.show_bill(bill)
        self.bills.show_bills(bill.owed if bill else ())
        self.form.setEnabled(shown)
        self.take.set_reason(None if shown else self.tr("先查找账户"))
        if bill is not None:
            (self.form.received if bill.owed else self.form.ahead).setFocus(Qt.FocusReason.OtherFocusReason)
        self._count_problems()

    def _start_over(self) -> None:
        self._show_bill(None)
        self.account_box.set_value("")
        self.account_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count_problems(self) -> None:
        if self.wrong.isVisible():
            self._show_problems(())

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        self.form.show_problems_of([(problem.field, sentence(problem)) for problem in problems])
        set_shown(self.wrong, bool(problems))
        self.wrong.setText(self.tr("{0} 处要改").format(len(problems)))

    def _go_to_problem(self) -> None:
        field = self.form.first_problem()
        if field is not None:
            field.go()

    def _take(self) -> None:
        if self._bill is None or self._busy:
            return
        draft, actor, services = self.form.draft(), self._work.actor, self._work.services
        self._busy = True
        self.take.set_reason(self.tr("正在入账"))
        self._work.background.run(
            "store", lambda: services.payments.collect(actor, draft), self._paid, self._refused, owner=self
        )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self.take.set_reason(None)
        if isinstance(error, RuleBroken) and error.problems:
            self._show_problems(error.problems)
            self._go_to_problem()
            return
        if not self._work.messages.tell(error):
            raise error

    def _paid(self, payment: Payment) -> None:
        self._busy = False
        self._show_problems(())
        change = formats.money(payment.change)
        text = self.tr("已收 {0} 元，找零 {1} 元，{2}").format(formats.money(payment.received), change, payment.number)
        self._work.messages.say(text)
        self._start_over()
        name, papers, actor = (
            self.tr("收费收据 {0}").format(payment.number),
            self._work.services.payment_papers,
            self._work.actor,
        )
        print_paper(self._work, name, lambda: papers.receipt(actor, payment.id), self)


def _hit_row(hit: CustomerHit) -> RowLook:
    return RowLook(title=f"{hit.name}  {hit.account}", note=hit.address, right=hit.phone)
