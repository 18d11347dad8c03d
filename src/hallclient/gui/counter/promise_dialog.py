"""容缺: a paper comes later. The customer signs a commitment and a day is agreed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.catalog.business import DocumentNeed
from hallclient.domain.business import DocumentState, DraftRules, document_problems, last_day
from hallclient.gui.counter.form_fields import TickBox
from hallclient.gui.shared import formats, messages
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.dates import DateBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.text import Text
from hallclient.gui.shared.theme import look


class PromiseDialog(QDialog):
    """Asks for the day and the signed commitment. ``state()`` is what to keep."""

    def __init__(
        self,
        title: str,
        need: DocumentNeed,
        given: DocumentState,
        today: Callable[[], date],
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._need, self._given, self._today = need, given, today
        here = look()
        self.setWindowTitle(self.tr("容缺受理：%1").replace("%1", title))
        self.setModal(True)
        self.setMinimumWidth(here.px(420))
        column = QVBoxLayout(self)
        column.setContentsMargins(here.px(24), here.px(20), here.px(24), here.px(20))
        column.setSpacing(here.px(12))
        column.addWidget(Text(self.tr("容缺受理：%1").replace("%1", title), "card", wrap=True))
        column.addWidget(Text(note or self.tr("材料补齐前不能送电、办结。"), "soft", wrap=True))
        last = last_day(need, today())
        self.day = DateBox(given.due or last, today=today)
        until = self.tr("最迟 %1").replace("%1", formats.short_day(last))
        self.day_field = Field(self.tr("补齐日期"), self.day, help=until)
        self.signed = TickBox(self.tr("客户已签承诺书"))
        self.signed.set_value(given.committed)
        self.signed_field = Field("", self.signed)
        self.signed_field.label.hide()
        self.signed.setAccessibleName(self.signed.text())
        column.addWidget(self.day_field)
        column.addWidget(self.signed_field)
        row = QHBoxLayout()
        row.setSpacing(here.px(8))
        row.addStretch(1)
        no = Button(self.tr("取消"))
        self.yes = Button(self.tr("容缺"), icon="deferred", kind="primary")
        self.yes.setDefault(True)
        no.clicked.connect(self.reject)
        self.yes.clicked.connect(self._agree)
        row.addWidget(no)
        row.addWidget(self.yes)
        column.addLayout(row)
        self.signed.setFocus()

    def state(self) -> DocumentState:
        """What was agreed."""
        return DocumentState(
            status="deferred",
            due=self.day.value(),
            committed=self.signed.value(),
            form=self._given.form,
            evidence=self._given.evidence,
        )

    def _agree(self) -> None:
        rules = DraftRules(today=self._today(), limit_of=lambda _code: None, earliest_day=lambda _rule: self._today())
        wrong = document_problems(self._need, self.state(), rules)
        for field, codes in (
            (self.signed_field, {"business.commitment_missing"}),
            (self.day_field, {"business.commitment_date_missing", "business.commitment_date_bad"}),
        ):
            found = next((problem for problem in wrong if problem.code in codes), None)
            field.set_problem(messages.sentence(found) if found else None)
            if found is not None:
                field.go()
        if not wrong:
            self.accept()
