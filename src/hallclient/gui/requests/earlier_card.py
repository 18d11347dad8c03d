"""Earlier cases of the same account, telephone or address (相关往来), each opened from here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hallclient.domain.requests import RepeatHint
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.records_model import RECORD_ROLE, RecordsModel
from hallclient.gui.shared.theme import look

MOST = 6


class EarlierCard(Card):
    """Hidden where there is none."""

    open_wanted = Signal(str)

    def __init__(self, words: RequestWords, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("相关往来"), parent=parent)
        self._words = words
        self.model: RecordsModel[RepeatHint] = RecordsModel(background, None, row_look=self._look)
        self.rows = RowList(name=self.tr("相关往来"), lines=True)
        self.rows.setModel(self.model)
        self.rows.opened.connect(lambda index: self.open_wanted.emit(index.data(RECORD_ROLE).id))
        self.add_wide(self.rows)

    def show_cases(self, cases: Sequence[RepeatHint]) -> None:
        """These, likeliest first."""
        self.model.set_records(list(cases)[:MOST])
        self.set_title(self.tr("相关往来"), self.tr("%1 件，按回车打开").replace("%1", str(len(cases))))
        self.setVisible(bool(cases))
        self.rows.setFixedHeight(min(len(cases), MOST) * look().measure("row-two") + 2 if cases else 0)

    def _look(self, hint: RepeatHint) -> RowLook:
        words = self._words
        why = formats.listed(words.reason(code) for code in hint.reasons)
        return RowLook(
            title=hint.title, note=f"{hint.number} · {why}", right=words.when(hint.accepted_at),
            right_note=words.category(hint.category) or words.kind(hint.kind), tag=words.kind(hint.kind),
        )  # fmt: skip
