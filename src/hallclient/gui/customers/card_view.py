"""The customer card (客户卡): who it is, what she has, what is due, and everything that happened."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.customers import CustomerCard
from hallclient.domain.instants import day_of
from hallclient.gui.customers.dialogs import ConfirmDialog, HistoryDialog, UnmaskDialog
from hallclient.gui.customers.facts import FactsCard, SupplyPath
from hallclient.gui.customers.field_words import FieldWords
from hallclient.gui.customers.flow import Flow
from hallclient.gui.customers.tall import TallColumns
from hallclient.gui.customers.timeline import TimelineCard
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.button import Button, IconButton
from hallclient.gui.shared.controls.card import PageHead
from hallclient.gui.shared.controls.chip import StatusChip
from hallclient.gui.shared.controls.layouts import Column
from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

SHOWN_SECONDS = 60
_STATE_TONES = {"active": "ok", "paused": "soon", "closed": "neutral"}


class CardView(QWidget):
    """One customer, masked; clear text for a minute after a reason. The page hears ``edit_asked``, ``back_asked``."""

    edit_asked = Signal()
    back_asked = Signal()
    changed = Signal(object)
    """The card as it is now, after a confirmation."""
    clear_changed = Signal(object)
    """The clear values by field, empty when they are hidden again."""

    def __init__(self, work: Workplace, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._words = work, words
        self.card: CustomerCard | None = None
        self.clear: dict[str, Any] = {}
        self._name = ""
        self._until = work.clock()
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._ticked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(10))
        column.addWidget(self._head())
        second = QHBoxLayout()
        second.setSpacing(look().px(8))
        self.chips = Flow()
        second.addWidget(self.chips, 1)
        for button in (self.confirm, self.request, self.pay):
            second.addWidget(button)
        column.addLayout(second)
        self.shown_clear = Banner("", "soon", icon="show", action=self.tr("立即隐藏"))
        self.shown_clear.acted.connect(self.hide_clear)
        column.addWidget(self.shown_clear)
        self.expiry = Banner("", "soon", action=self.tr("去受理"))
        self.expiry.acted.connect(self._accept)
        column.addWidget(self.expiry)
        self.path = SupplyPath(words)
        self.groups: list[FactsCard] = []
        parts: list[QWidget] = []
        for title, names in words.groups:
            if "station" in names:
                parts.append(self.path)
                continue
            group = FactsCard(title, names, words)
            group.asked.connect(self.show_history)
            self.groups.append(group)
            parts.append(group)
        self.timeline = TimelineCard(work, words)
        self.timeline.asked_history.connect(self.show_history)
        self.columns = TallColumns(Column(*parts, stretch_end=True), self.timeline, 308, least_rest=400)
        column.addWidget(self.columns, 1)
        set_shown(self.shown_clear, False)
        set_shown(self.expiry, False)

    def _head(self) -> PageHead:
        self.head = PageHead("", meta=" ")
        self.back = IconButton("back", self.tr("返回列表"))
        self.edit = Button(self.tr("编辑"), icon="edit", shortcut="Ctrl+E")
        self.unmask = Button(self.tr("查看明文"), icon="show", shortcut="Ctrl+U")
        self.accept = Button(self.tr("受理业务"), icon="counter", kind="primary", shortcut="Ctrl+Return")
        self.confirm = Button(self.tr("确认资料"), icon="stamp", kind="quiet", shortcut="F7")
        self.request = Button(self.tr("登记诉求"), icon="requests", kind="quiet", shortcut="F8")
        self.pay = Button(self.tr("收费"), icon="payments", kind="quiet", shortcut="F9")
        for button in (self.back, self.edit, self.unmask, self.accept):
            self.head.add_action(button)
        self.back.clicked.connect(self.back_asked)
        self.edit.clicked.connect(self.edit_asked)
        self.unmask.clicked.connect(self.ask_unmask)
        self.accept.clicked.connect(self._accept)
        self.confirm.clicked.connect(self._ask_confirm)
        self.request.clicked.connect(lambda: self._go("requests", f"new:{self._id()}"))
        self.pay.clicked.connect(lambda: self._go("payments", self._id()))
        set_shown(self.back, False)
        return self.head

    def show_card(self, card: CustomerCard) -> None:
        """A customer, or the same one as she is now."""
        other = self.card is None or self.card.customer.id != card.customer.id
        self.card = card
        if other:
            self._mask()
            self.timeline.show_customer(card.customer.id)
            self.columns.to_top()
        else:
            self.timeline.model.reload()
        self._show()

    def show_history(self, field: str = "") -> None:
        """Before and after of the edits."""
        if self.card is not None:
            HistoryDialog(self._work, self._words, self.card, field, parent=self).open()

    def ask_unmask(self) -> None:
        """Ask for the reason; a right that reaches only own cases asks for the case too."""
        card = self.card
        if card is None or not self.unmask.isEnabled():
            return
        if self.clear:
            self.hide_clear()
            return
        cases = None
        if self._work.actor.rights.get("customers.unmask") == "case":
            cases = [entry for entry in self.timeline.model.records if entry.kind != "changes"]
        dialog = UnmaskDialog(self._words, card, cases, parent=self)
        dialog.agreed.connect(self._unmask)
        dialog.open()

    def hide_clear(self) -> None:
        """Mask again."""
        if self.clear:
            self._mask()
            self._show()

    def _unmask(self, reason: str, case: str) -> None:
        card, work = self.card, self._work
        assert card is not None
        names = sorted(card.hidden)
        customer_id = card.customer.id

        def came(values: dict[str, Any]) -> None:
            if self.card is not None and self.card.customer.id == customer_id:
                self.clear = values
                self._until = work.clock() + timedelta(seconds=SHOWN_SECONDS)
                self._tick.start()
                self._show()
                self.clear_changed.emit(values)

        work.background.run(
            "store", lambda: work.services.customers.unmask(work.actor, customer_id, names, reason, case), came,
            owner=self,
        )  # fmt: skip

    def _ticked(self) -> None:
        left = int((self._until - self._work.clock()).total_seconds())
        if left <= 0:
            self.hide_clear()
        else:
            self._say_left(left)

    def _say_left(self, left: int) -> None:
        self.shown_clear.say(
            self.tr("正在显示明文，%1 秒后自动隐藏").replace("%1", str(left)), "soon", icon="show",
            action=self.tr("立即隐藏"),
        )  # fmt: skip

    def _mask(self) -> None:
        self._tick.stop()
        had, self.clear = bool(self.clear), {}
        if had:
            self.clear_changed.emit({})

    def _ask_confirm(self) -> None:
        card = self.card
        if card is None:
            return
        today = day_of(self._work.clock())
        stale = frozenset(n for n in ConfirmDialog.ASKED if self._words.stale(card.customer, n, today))
        dialog = ConfirmDialog(self._words, card, stale, parent=self)
        dialog.confirmed.connect(self._confirm)
        dialog.open()

    def _confirm(self, names: tuple[str, ...]) -> None:
        card, work = self.card, self._work
        assert card is not None
        customer = card.customer

        def done(fresh: CustomerCard) -> None:
            work.messages.say(self.tr("%1 项已确认，日期记为今天").replace("%1", str(len(names))))
            self.changed.emit(fresh)

        work.background.run(
            "store", lambda: work.services.customers.confirm(work.actor, customer.id, customer.rev, names), done,
            owner=self,
        )  # fmt: skip

    def _accept(self) -> None:
        self._go("counter", self._id())

    def _go(self, page: str, reference: str) -> None:
        if self.card is not None:
            self._work.go(page, reference)

    def _id(self) -> str:
        return "" if self.card is None else self.card.customer.id

    def _show(self) -> None:
        card = self.card
        assert card is not None
        customer, now = card.customer, self._work.clock()
        name = str(self.clear.get("name", customer.name))
        meta = " · ".join(
            filter(None, (
                self.tr("户号 %1").replace("%1", str(self.clear.get("account", customer.account))),
                str(self.clear.get("address", customer.address)),
            ))
        )  # fmt: skip
        self._name = name
        self.head.set_title("", meta)
        self._fit_name()
        self.chips.set_parts(*self._chips(card))
        for group in self.groups:
            group.show_customer(customer, self.clear, day_of(now), self._tone)
        self.path.show_customer(customer, self.clear)
        self._show_contract(card)
        set_shown(self.shown_clear, bool(self.clear))
        if self.clear:
            self._say_left(max(1, int((self._until - now).total_seconds())))
        self.unmask.setText(self.tr("隐藏明文") if self.clear else self.tr("查看明文"))
        self.unmask.set_icon("hide" if self.clear else "show")
        self._allow(card)

    def _fit_name(self) -> None:
        """A long name keeps the buttons in the window."""
        here = look()
        buttons = (self.back, self.edit, self.unmask, self.accept)
        taken = sum(button.sizeHint().width() + here.px(8) for button in buttons if not button.isHidden())
        room = max(self.width() - taken - here.px(16), here.px(60))
        shown = here.metrics("page").elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.head.title.setText(shown)
        self.head.title.setToolTip(self._name if shown != self._name else "")
        self.head.title.setAccessibleName(self._name)

    def _fit_expiry(self) -> None:
        """The chip says it as well: a low window has no room for both."""
        set_shown(self.expiry, bool(self.expiry.text()) and self.height() >= look().px(400))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name follows the room."""
        super().resizeEvent(event)
        self._fit_name()
        self._fit_expiry()

    def _allow(self, card: CustomerCard) -> None:
        actor = self._work.actor
        self.edit.set_reason(None if actor.may("customers.edit") else self.tr("您的岗位不能修改客户档案"))
        self.confirm.set_reason(None if actor.may("customers.edit") else self.tr("您的岗位不能确认客户资料"))
        reason = None if actor.may("customers.unmask") else self.tr("您的岗位不能查看明文")
        if reason is None and not card.hidden:
            reason = self.tr("这份档案没有隐藏的内容")
        self.unmask.set_reason(reason)
        closed = self.tr("已销户，不能办理业务") if card.customer.state == "closed" else None
        self.accept.set_reason(closed if actor.may("business.accept") else self.tr("您的岗位不受理业务"))
        self.request.set_reason(None if actor.may("requests.intake") else self.tr("您的岗位不登记诉求"))
        self.pay.set_reason(None if actor.may("payments.collect") else self.tr("您的岗位不收费"))

    def _chips(self, card: CustomerCard) -> list[StatusChip]:
        customer, words = card.customer, self._words
        chips = [
            StatusChip(words.choice("state", customer.state), _STATE_TONES[customer.state]),
            StatusChip(words.choice("customer_class", customer.customer_class), "neutral", icon=""),
        ]
        if customer.grade:
            chips.append(StatusChip(words.choice("grade", customer.grade), "info", icon="important"))
        elif customer.important:
            chips.append(StatusChip(self.tr("重要客户"), "info", icon="important"))
        if customer.vulnerable:
            when = formats.day(customer.consent) if customer.consent else self.tr("未登记同意")
            chips.append(StatusChip(self.tr("弱势 · %1 同意").replace("%1", when), "brand", icon="vulnerable"))
        left = card.contract_days_left
        contract = {
            "none": (self.tr("合同未登记"), "neutral"),
            "valid": (self.tr("合同有效"), "ok"),
            "expiring": (self.tr("合同 %1 天后到期").replace("%1", str(left)), "soon"),
            "expired": (self.tr("合同已过期 %1 天").replace("%1", str(-(left or 0))), "late"),
        }[card.contract_state]
        chips.append(StatusChip(*contract))
        if customer.arrears_fen:
            owed = self.tr("欠费 %1 元").replace("%1", formats.money(customer.arrears_fen))
            chips.append(StatusChip(owed, "late"))
        return chips

    def _show_contract(self, card: CustomerCard) -> None:
        if card.contract_state not in {"expiring", "expired"} or card.customer.contract_to is None:
            self.expiry.say("")
            return
        end, left = formats.day(card.customer.contract_to), card.contract_days_left or 0
        if left < 0:
            text = self.tr("供用电合同 %1 已到期，请办理续签").replace("%1", end)
        else:
            text = self.tr("供用电合同 %1 到期，还有 %2 天，请约客户续签").replace("%1", end)
            text = text.replace("%2", str(left))
        can = self._work.actor.may("business.accept")
        self.expiry.say(text, "late" if left < 0 else "soon", action=self.tr("去受理") if can else "")
        self._fit_expiry()

    def _tone(self, name: str) -> str:
        card = self.card
        if card is None:
            return ""
        if name == "contract_to":
            return {"expiring": "soon", "expired": "late"}.get(card.contract_state, "")
        return "late" if name == "arrears_fen" and card.customer.arrears_fen else ""
