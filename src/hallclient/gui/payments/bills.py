"""The bills of an account as a list to tick (应收账单): Space ticks, the sum follows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hallclient.domain.payments import Receivable
from hallclient.gui.shared import formats
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.records_model import RecordsModel


class BillList(RowList):
    """Receivables, ticked at first. ``ticked`` gives those to pay."""

    changed = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(name=self.tr("应收账单"), lines=True, parent=parent)
        self._left_out: set[str] = set()
        self._model: RecordsModel[Receivable] = RecordsModel(background, None, row_look=self._row, parent=self)
        self.setModel(self._model)
        self.clicked.connect(lambda _index: self._turn())

    def show_bills(self, bills: Sequence[Receivable]) -> None:
        """Show these, all ticked."""
        self._left_out.clear()
        self._model.set_records(bills)
        if bills:
            self.setCurrentIndex(self._model.index(0, 0))
        self.changed.emit()

    def ticked(self) -> tuple[Receivable, ...]:
        """The bills to pay."""
        return tuple(bill for bill in self._model.records if bill.id not in self._left_out)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        if event.key() == Qt.Key.Key_Space:
            self._turn()
            return
        super().keyPressEvent(event)

    def _turn(self) -> None:
        bill = self._model.record(self.currentIndex())
        if bill is None:
            return
        self._left_out ^= {bill.id}
        self._model.dataChanged.emit(self.currentIndex(), self.currentIndex())
        self.changed.emit()

    def _row(self, bill: Receivable) -> RowLook:
        ticked = bill.id not in self._left_out
        paid = self.tr("已缴 {0}").format(formats.money(bill.paid)) if bill.paid else ""
        return RowLook(
            title=f"{bill.item}  {bill.period}".strip(),
            note=self.tr("本次缴") if ticked else self.tr("本次不缴"),
            right=formats.money(bill.open),
            right_note=paid,
            icon="ok" if ticked else "neutral",
            icon_tone="brand" if ticked else "text-off",
        )
