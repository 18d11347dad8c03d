"""The taking of a payment (收款): way, amount received, change in large figures, what the way asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.catalog.business import PaymentWay
from hallclient.domain.money import capitals, from_figures
from hallclient.domain.payments import PREPAYMENT, Bill, PaymentDraft, PaymentPart, Receivable
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.dates import DateBox
from hallclient.gui.shared.controls.editors import Choice, LineBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.segment import Segment
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.theme import look

WRONG = -1
"""What an amount that cannot be read counts as: below zero, so that it is refused with its sentence."""


class PaymentForm(QWidget):
    """Gathers the draft of one payment. ``changed`` fires with each keystroke."""

    changed = Signal()

    def __init__(self, ways: Sequence[PaymentWay], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways = {way.code: way for way in ways}
        self._english = language.startswith("en")
        self._bill: Bill | None = None
        self._chosen: tuple[Receivable, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(10))
        self._sum = Text("0.00", "ticket", ink="brand")
        self._capitals = Text("", "meta", wrap=True)
        column.addWidget(Text(self.tr("本次应收（元）"), "label"))
        column.addWidget(self._sum)
        column.addWidget(self._capitals)
        first = ways[0].code if ways else None
        self.way = Segment([(way.code, self._word(way)) for way in ways], first, name=self.tr("收费方式"))
        self.way.picked.connect(lambda _way: self._way_picked())
        self.received = LineBox(limit=16)
        self.received.changed.connect(self._typed)
        self.ahead = LineBox(limit=16)
        self.ahead.changed.connect(self._typed)
        self.fields = {
            "way": Field(self.tr("收费方式"), self.way),
            "received": Field(self.tr("实收（元）"), self.received, help=self.tr("按 Enter 等于应收")),
            "parts": Field(self.tr("另预存（元）"), self.ahead, optional=True),
        }
        column.addWidget(self.fields["way"])
        row = QHBoxLayout()
        row.setSpacing(look().px(16))
        row.addWidget(self.fields["received"], 1)
        row.addWidget(self.fields["parts"], 1)
        column.addLayout(row)
        self._details = QWidget()
        self._detail_column = QVBoxLayout(self._details)
        self._detail_column.setContentsMargins(0, 0, 0, 0)
        self._detail_column.setSpacing(look().px(10))
        self._detail_fields: dict[str, Field] = {}
        self._editors: dict[str, LineBox | Choice | DateBox] = {}
        column.addWidget(self._details)
        self._change_label = Text(self.tr("找零（元）"), "label")
        self._change = Text("0.00", "clock", ink="ok")
        column.addWidget(self._change_label)
        column.addWidget(self._change)
        column.addStretch(1)
        self.received.returnPressed.connect(self._exact)
        self._way_picked()

    def show_bill(self, bill: Bill | None) -> None:
        """Another account: everything starts over."""
        self._bill = bill
        self.received.set_value("")
        self.ahead.set_value("")
        for editor in self._editors.values():
            editor.set_value(None)
        self.show_problems_of(())

    def choose(self, bills: Sequence[Receivable]) -> None:
        """The bills ticked now."""
        self._chosen = tuple(bills)
        self._typed()

    def draft(self, ticket: str | None = None) -> PaymentDraft:
        """What is gathered so far."""
        parts = [
            PaymentPart(receivable=bill.id, item=bill.item, period=bill.period, amount=bill.open)
            for bill in self._chosen
        ]
        ahead = self._fen(self.ahead.value())
        if ahead:
            parts.append(PaymentPart(receivable="", item=PREPAYMENT, period="", amount=ahead))
        total = sum(part.amount for part in parts)
        typed = self.received.value()
        gives_change = self._way().change
        return PaymentDraft(
            customer=self._bill.customer if self._bill else "",
            account=self._bill.account if self._bill else "",
            parts=tuple(parts),
            way=self._way().code,
            received=self._fen(typed) if typed or gives_change else total,
            details={name: _plain(editor) for name, editor in self._editors.items()},
            ticket=ticket,
        )

    def show_problems_of(self, shown: Sequence[tuple[str, str]]) -> None:
        """Put sentences under their fields: field name and sentence."""
        said = dict(reversed(list(shown)))
        for name, field in {**self.fields, **self._detail_fields}.items():
            field.set_problem(said.get(name))

    def first_problem(self) -> Field | None:
        """The first field with a problem."""
        fields = [*self.fields.values(), *self._detail_fields.values()]
        return next((field for field in fields if field.problem()), None)

    def _way(self) -> PaymentWay:
        return self._ways[self.way.value()]

    def _word(self, way: PaymentWay) -> str:
        return way.en if self._english else way.zh

    def _way_picked(self) -> None:
        while self._detail_column.count():
            item = self._detail_column.takeAt(0)
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._detail_fields, self._editors = {}, {}
        way = self._way()
        for rule in way.fields:
            editor: LineBox | Choice | DateBox
            if rule.type == "choice":
                words = [(choice.code, choice.en if self._english else choice.zh) for choice in rule.choices]
                editor = Choice(words, rule.default)
            elif rule.type == "date":
                editor = DateBox()
            else:
                editor = LineBox(limit=rule.max_length or 64)
                editor.set_value(str(rule.default) if rule.default else "")
            editor.changed.connect(self.changed)
            label = rule.en if self._english else rule.zh
            field = Field(label, editor, optional=not rule.required)
            self._detail_fields[rule.code], self._editors[rule.code] = field, editor
            self._detail_column.addWidget(field)
        set_shown(self._details, bool(way.fields))
        set_shown(self.fields["received"], way.change)
        set_shown(self._change_label, way.change)
        set_shown(self._change, way.change)
        self._typed()

    def _exact(self) -> None:
        if not self.received.value():
            self.received.set_value(formats.money(self.draft().amount).replace(",", ""))

    def _typed(self) -> None:
        draft = self.draft()
        self._sum.setText(formats.money(draft.amount))
        self._capitals.setText(capitals(draft.amount) if draft.amount > 0 else "")
        short = draft.received > 0 and draft.change < 0
        self._change.setText(formats.money(draft.change) if draft.received > 0 else "0.00")
        self._change.set_ink("late" if short else "ok")
        self._change_label.setText(self.tr("还差（元）") if short else self.tr("找零（元）"))
        self.changed.emit()

    @staticmethod
    def _fen(text: str) -> int:
        if not text:
            return 0
        try:
            return from_figures(text)
        except ValueError:
            return WRONG


def _plain(editor: LineBox | Choice | DateBox) -> str:
    value = editor.value()
    return "" if value is None else str(value)
