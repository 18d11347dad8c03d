"""Short decisions on the archive (档案操作): see clear text against a reason, confirm fields, look at a history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.customers import PERSONAL, CustomerCard, FieldChange, TimelineEntry
from hallclient.gui.customers.field_words import FieldWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.controls.banner import Banner, EmptyState
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import PageHead
from hallclient.gui.shared.controls.chip import FilterChips
from hallclient.gui.shared.controls.editors import Choice, LongBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.tables import RecordTable
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.records_model import Column, RecordsModel
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace


class ShortForm(QDialog):
    """Head, body, cancel and one more button."""

    def __init__(self, title: str, meta: str, yes: Button, width: int = 480, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        here = look()
        self.setWindowTitle(title)
        self.setModal(True)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(here.px(24), here.px(20), here.px(24), here.px(20))
        self._outer.setSpacing(here.px(12))
        self._outer.addWidget(PageHead(title))
        if meta:
            self._outer.addWidget(Text(meta, "soft", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(here.px(10))
        self._outer.addLayout(self.body, 1)
        foot = QHBoxLayout()
        foot.setSpacing(here.px(8))
        foot.addStretch(1)
        self.no = Button(self.tr("取消"))
        self.no.clicked.connect(self.reject)
        self.yes = yes
        foot.addWidget(self.no)
        foot.addWidget(yes)
        self._outer.addLayout(foot)
        self.setMinimumWidth(here.px(width))
        self.finished.connect(self.deleteLater)


class UnmaskDialog(ShortForm):
    """Why somebody wants to see the clear text. ``agreed`` carries the reason and the case."""

    agreed = Signal(str, str)

    def __init__(
        self,
        words: FieldWords,
        card: CustomerCard,
        cases: Sequence[TimelineEntry] | None,
        parent: QWidget | None = None,
    ) -> None:
        names = formats.listed(words.label(name) for name in PERSONAL if name in card.hidden)
        yes = Button(self.tr("查看"), icon="show", kind="primary", shortcut="Ctrl+Return")
        super().__init__(self.tr("查看明文"), "", yes, parent=parent)
        self.body.addWidget(Text(self.tr("将显示 60 秒：%1。").replace("%1", names), "body", wrap=True))
        self.body.addWidget(Banner(self.tr("查看人、时间、原因记入审计日志"), "info"))
        self.case = Choice([(entry.object_id, f"{entry.title}  {entry.number}") for entry in cases or ()])
        self._case_field = Field(self.tr("为哪一件办理"), self.case)
        self.body.addWidget(self._case_field)
        set_shown(self._case_field, cases is not None)
        self.usual = FilterChips(
            [("check", self.tr("核对身份")), ("call", self.tr("联系客户")), ("paper", self.tr("填写单据"))],
            several=True, name=self.tr("常用原因"),
        )  # fmt: skip
        self.usual.picked.connect(self._take_usual)
        self.reason = LongBox(rows=2, limit=500)
        self.reason_field = Field(self.tr("原因"), self.reason)
        self.body.addWidget(self.reason_field)
        self.body.addWidget(self.usual)
        yes.clicked.connect(self._agree)
        self.reason.setFocus()

    def _take_usual(self, key: str) -> None:
        words = {"check": self.tr("核对身份"), "call": self.tr("联系客户"), "paper": self.tr("填写单据")}
        self.usual.set_value(key)
        self.reason.set_value(words[key])
        self.reason_field.set_problem(None)
        self.yes.setFocus()

    def _agree(self) -> None:
        if not self.reason.value():
            self.reason_field.set_problem(self.tr("请写明原因，会记入审计"))
            self.reason_field.go()
            return
        if not self._case_field.isHidden() and not self.case.value():
            self._case_field.set_problem(self.tr("请选择办理的工单或诉求"))
            return
        self.agreed.emit(self.reason.value(), self.case.value() or "")
        self.accept()


class ConfirmDialog(ShortForm):
    """Which fields the customer confirmed today. ``confirmed`` carries their names."""

    confirmed = Signal(object)
    ASKED = ("name", "phone", "address", "certificate_no", "email", "contacts", "invoice_title", "invoice_account")

    def __init__(
        self, words: FieldWords, card: CustomerCard, stale: frozenset[str], parent: QWidget | None = None
    ) -> None:
        yes = Button(self.tr("确认无误"), icon="ok", kind="primary", shortcut="Ctrl+Return")
        meta = self.tr("客户当面核对过的项目打勾，来源和日期记为今天的柜台")
        super().__init__(self.tr("确认资料"), meta, yes, parent=parent)
        self.ticks: dict[str, QCheckBox] = {}
        customer = card.customer
        for name in self.ASKED:
            value = words.value(name, getattr(customer, name))
            if not value:
                continue
            tick = QCheckBox(f"{words.label(name)}  {value}".replace("&", "&&"))
            tick.setChecked(name in stale or name == "phone")
            tick.setToolTip(words.provenance(customer, name))
            tick.toggled.connect(self._count)
            self.ticks[name] = tick
            self.body.addWidget(tick)
        self.body.addStretch(1)
        yes.clicked.connect(self._confirm)
        self._count()

    def _chosen(self) -> tuple[str, ...]:
        return tuple(name for name, tick in self.ticks.items() if tick.isChecked())

    def _count(self) -> None:
        self.yes.set_reason(None if self._chosen() else self.tr("先勾选客户核对过的项目"))

    def _confirm(self) -> None:
        self.confirmed.emit(self._chosen())
        self.accept()


class HistoryDialog(ShortForm):
    """Every edit of the archive, or of one field: before, after, why, who, when."""

    def __init__(
        self, work: Workplace, words: FieldWords, card: CustomerCard, field: str = "", parent: QWidget | None = None
    ) -> None:
        close = Button(self.tr("关闭"), kind="primary")
        super().__init__(self.tr("资料变更历史"), "", close, width=860, parent=parent)
        self.no.hide()
        close.clicked.connect(self.accept)
        self._work, self._words, self._changes = work, words, card.changes
        changed = list(dict.fromkeys(change.field for change in card.changes))
        if field and field not in changed:
            changed.insert(0, field)
        self.field = Choice(
            [("", self.tr("全部项目")), *((name, words.label(name)) for name in changed)], field, searchable=False
        )
        self.field.changed.connect(self._show)
        self.body.addWidget(Field(self.tr("项目"), self.field))
        self.table = RecordTable(name=self.tr("资料变更历史"))
        self.model = self._make_model(work.background)
        self.table.setModel(self.model)
        self.table.set_widths(120, 100, 170, 170, 160)
        self.table.setMinimumHeight(look().px(280))
        self.nothing = EmptyState(self.tr("没有变更过"), icon="history")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.nothing, 1)
        self._show()

    def _make_model(self, background: Background) -> RecordsModel[FieldChange]:
        words, work = self._words, self._work

        def side(value: str) -> str:
            return value or "—"

        def who(change: FieldChange) -> str:
            return self.tr("工号 %1").replace("%1", change.who)

        columns: list[Column[FieldChange]] = [
            Column(title=self.tr("时间"), text=lambda c: formats.instant(c.at, work.clock())),
            Column(title=self.tr("项目"), text=lambda c: words.label(c.field), strong=True),
            Column(title=self.tr("变更前"), text=lambda c: side(words.value(c.field, c.before))),
            Column(title=self.tr("变更后"), text=lambda c: side(words.value(c.field, c.after))),
            Column(title=self.tr("原因"), text=lambda c: c.reason, tip=lambda c: c.reason),
            Column(title=self.tr("经办"), text=who),
        ]
        return RecordsModel(background, None, columns, key=id, parent=self)

    def _show(self) -> None:
        wanted = self.field.value()
        shown = [change for change in self._changes if not wanted or change.field == wanted]
        self.model.set_records(shown)
        set_shown(self.table, bool(shown))
        set_shown(self.nothing, not shown)
