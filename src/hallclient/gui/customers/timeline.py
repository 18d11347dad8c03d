"""The customer's timeline (时间线): orders, requests, payments and edits in one list, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from hallclient.domain.customers import TimelineEntry
from hallclient.gui.customers.field_words import FieldWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.banner import EmptyState
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

PAGES = {"business": "orders", "request": "requests", "payment": "payments", "reversal": "payments"}
"""Which page shows what an entry stands for; edits open the history."""
_ICONS = {"business": "document", "request": "requests", "payment": "receipt", "reversal": "reverse", "changes": "edit"}
_ALSO = {"orders": "business", "requests": "request", "payments": "payment"}


class TimelineCard(Card):
    """Pages as it is scrolled. Enter opens the order, request or payment; an edit opens the history."""

    asked_history = Signal(str)
    """The first field that was changed."""

    def __init__(self, work: Workplace, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("往来记录"), self.tr("工单、诉求、收费、变更"))
        self._work, self._words = work, words
        self.list = RowList(name=self.tr("往来记录"), lines=True)
        self.list.setMinimumHeight(look().px(240))
        self.model: RecordsModel[TimelineEntry] = RecordsModel(
            work.background, None, row_look=self._row, key=lambda entry: (entry.kind, entry.object_id, entry.at),
            page=50, parent=self,
        )  # fmt: skip
        self.list.setModel(self.model)
        self.list.opened.connect(self._open)
        self.model.loaded.connect(self._loaded)
        self.nothing = EmptyState(
            self.tr("还没有往来"), self.tr("受理、诉求、收费和资料变更都会记在这里"), icon="history"
        )
        self.add_wide(self.list, 1)
        self.add(self.nothing, 1)
        set_shown(self.nothing, False)

    def show_customer(self, customer_id: str) -> None:
        """Another customer's."""
        service, actor = self._work.services.customers, self._work.actor

        def fetch(offset: int, limit: int) -> Sequence[TimelineEntry]:
            return service.timeline(actor, customer_id, offset, limit)

        self.model.set_records([])
        self.model.set_fetch(fetch)

    def _loaded(self, rows: int) -> None:
        set_shown(self.list, bool(rows))
        set_shown(self.nothing, not rows)

    def _open(self, index: QModelIndex) -> None:
        entry = self.model.record(index)
        if entry is None:
            return
        kind = _ALSO.get(entry.kind, entry.kind)
        if kind == "changes":
            self.asked_history.emit(entry.title.split(",")[0])
        elif kind in PAGES:
            self._work.go(PAGES[kind], entry.object_id)

    def _row(self, entry: TimelineEntry) -> RowLook:
        kind = _ALSO.get(entry.kind, entry.kind)
        words = {
            "business": self.tr("工单"), "request": self.tr("诉求"), "payment": self.tr("收费"),
            "reversal": self.tr("冲正"), "changes": self.tr("资料变更"),
        }  # fmt: skip
        title, note = entry.title, f"{words.get(kind, '')}  {entry.number}".strip()
        if kind == "changes":
            names = [self._words.label(name) for name in dict.fromkeys(entry.title.split(","))]
            title, note = self.tr("变更 %1").replace("%1", formats.listed(names)), words["changes"]
        note = f"{note}  " + self.tr("工号 %1").replace("%1", entry.who)
        return RowLook(
            title=title, note=note, right=formats.instant(entry.at, self._work.clock()), icon=_ICONS.get(kind, "note"),
            icon_tone="text-soft",
        )  # fmt: skip
