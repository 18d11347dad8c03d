"""Who has to do with a request (人员): who took it in, whom it concerns, what was asked again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hallclient.domain.requests import Request
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.facts import KeyValues


class PeopleCard(Card):
    """Lines of key and value."""

    def __init__(self, words: RequestWords, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("接访与人员"), parent=parent)
        self._words = words
        self._rows = KeyValues()
        self.add(self._rows)

    def show_request(self, request: Request) -> None:
        """The people and the contact of a request."""
        told, words = request.content, self._words
        spent = ""
        if told.contact_start is not None and told.contact_end is not None:
            spent = formats.duration(told.contact_end - told.contact_start)
        times = self.tr("第 %1 次反映").replace("%1", str(request.repeats + 1)) if request.repeats else ""
        rows: list[tuple[str, ...]] = [
            (self.tr("受理人"), self.tr("工号 %1").replace("%1", request.receiver_no)),
            (self.tr("受理时间"), words.when(request.accepted_at)),
            (self.tr("接访用时"), spent),
            (self.tr("录音告知"), self.tr("已告知") if told.told_recording else ""),
            (self.tr("重复"), times),
            (self.tr("催办"), self.tr("%1 次").replace("%1", str(request.urged)) if request.urged else "", "soon"),
            (self.tr("打印"), self.tr("%1 次").replace("%1", str(request.prints)) if request.prints else ""),
        ]  # fmt: skip
        self._rows.set_rows([row for row in rows if row[1]])
