"""Settling the till (轧账): what should be in the drawer, what was counted, and a second person when they differ."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.money import figures, from_figures
from hallclient.domain.payments import FACES, Drawer, Settlement, SettlementDraft
from hallclient.domain.people import Actor
from hallclient.errors import HallError, RuleBroken
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import PageHead
from hallclient.gui.shared.controls.editors import LineBox, LongBox, PasswordBox
from hallclient.gui.shared.controls.facts import KeyValues
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.layouts import Columns
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.messages import words
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace


class SettleDialog(QDialog):
    """Counts by face; the difference is shown with each keystroke. ``settled`` carries the closed sheet."""

    settled = Signal(object)

    def __init__(self, work: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._drawer: Drawer | None = None
        here = look()
        self.setWindowTitle(self.tr("轧账"))
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(here.px(24), here.px(20), here.px(24), here.px(20))
        column.setSpacing(here.px(12))
        column.addWidget(PageHead(self.tr("轧账"), meta=self.tr("清点钱箱，按面额填写张数")))
        counts, sums = QWidget(), QWidget()
        counts.setLayout(self._count_grid())
        sums.setLayout(self._sums())
        both = Columns([(counts, 0), (sums, 324)], least_rest=240, gap=24)
        column.addWidget(both, 1)
        self.problem = Text("", "meta-strong", ink="late", wrap=True)
        column.addWidget(self.problem)
        set_shown(self.problem, False)
        foot = QHBoxLayout()
        foot.addStretch(1)
        cancel = Button(self.tr("取消"))
        cancel.clicked.connect(self.reject)
        self.close_till = Button(self.tr("轧账并打印"), icon="print", kind="primary", shortcut="Ctrl+Return")
        self.close_till.clicked.connect(self._settle)
        foot.addWidget(cancel)
        foot.addWidget(self.close_till)
        column.addLayout(foot)
        room = parent.window().size() if parent is not None else QSize(here.px(800), here.px(700))
        self.resize(min(here.px(720), room.width() - here.px(32)), min(here.px(690), room.height() - here.px(32)))
        self._load()

    def _count_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().px(12))
        grid.setVerticalSpacing(look().px(6))
        self.counts: dict[int, LineBox] = {}
        for place, face in enumerate(FACES):
            label = Text(self.tr("{0} 元").format(f"{face / 100:g}"), "body")
            box = LineBox("0", limit=6)
            box.setAccessibleName(self.tr("{0} 元张数").format(f"{face / 100:g}"))
            label.setBuddy(box)
            box.changed.connect(self._counted)
            self.counts[face] = box
            grid.addWidget(label, place, 0)
            grid.addWidget(box, place, 1)
        return grid

    def _sums(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(10))
        self.float_box = LineBox("0.00", limit=16)
        self.float_box.changed.connect(self._load)
        column.addWidget(Field(self.tr("备用金（元）"), self.float_box, optional=True))
        self.facts = KeyValues()
        column.addWidget(self.facts)
        column.addWidget(Text(self.tr("差额（元）"), "label"))
        self.difference = Text("0.00", "clock", ink="ok")
        column.addWidget(self.difference)
        self.reason = LongBox(rows=2, limit=500)
        self.checker = LineBox(self.tr("值长工号"), limit=16)
        self.password = PasswordBox()
        self.second = QWidget()
        inside = QVBoxLayout(self.second)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(Field(self.tr("差额原因"), self.reason))
        inside.addWidget(Field(self.tr("复核人工号"), self.checker))
        inside.addWidget(Field(self.tr("复核人密码"), self.password))
        column.addWidget(self.second)
        column.addStretch(1)
        set_shown(self.second, False)
        return column

    def _float(self) -> int:
        try:
            return from_figures(self.float_box.value() or "0")
        except ValueError:
            return -1

    def draft(self) -> SettlementDraft:
        """What was counted so far."""
        counts = {face: _whole(box.value()) for face, box in self.counts.items() if box.value()}
        return SettlementDraft(counts=counts, opening_float=self._float(), reason=self.reason.value())

    def _load(self) -> None:
        actor, payments, opening = self._work.actor, self._work.services.payments, max(self._float(), 0)
        self._work.background.run("store", lambda: payments.drawer(actor, opening), self._show, owner=self)

    def _show(self, drawer: Drawer) -> None:
        self._drawer = drawer
        english = self._work.settings.language.startswith("en")
        ways = {w.code: w.en if english else w.zh for w in self._work.services.parts.catalog.payment_ways()}
        rows: list[tuple[str, ...]] = [(self.tr("收费笔数"), formats.count(drawer.payments))]
        for total in drawer.ways:
            name = ways.get(total.way, total.way)
            shown = formats.money(total.amount)
            if total.reversed_amount:
                shown += self.tr("，冲正 {0}").format(formats.money(total.reversed_amount))
            rows.append((name, shown))
        rows.append((self.tr("应有现金"), formats.money(drawer.cash_expected)))
        self.facts.set_rows(rows)
        self._counted()

    def _counted(self) -> None:
        if self._drawer is None:
            return
        difference = self.draft().counted - self._drawer.cash_expected
        self.difference.setText(figures(difference))
        self.difference.set_ink("late" if difference else "ok")
        set_shown(self.second, bool(difference))

    def _settle(self) -> None:
        draft, work = self.draft(), self._work
        staff_no, password = self.checker.value(), self.password.value()
        sign_in: Callable[[str, str], Actor] = work.services.sign_in.sign_in
        needs_second = bool(self._drawer and draft.counted != self._drawer.cash_expected and staff_no)
        self.close_till.set_reason(self.tr("正在轧账"))

        def settle() -> Settlement:
            checker = sign_in(staff_no, password) if needs_second else None
            return work.services.payments.settle(work.actor, draft, checker=checker)

        work.background.run("store", settle, self._done, self._refused, owner=self)

    def _done(self, closed: Settlement) -> None:
        self.settled.emit(closed)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.close_till.set_reason(None)
        if not isinstance(error, HallError):
            raise error
        said = words(error)
        lines = [said.what, said.do]
        if isinstance(error, RuleBroken):
            lines += [words(RuleBroken(problem.code, **problem.details)).what for problem in error.problems]
        self.problem.setText("".join(lines))
        set_shown(self.problem, True)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else -1
