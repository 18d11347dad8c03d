"""The six steps of a complaint (听 记 析 查 纠 答): how far a case is, told from what is recorded, nothing else."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout

from hallclient.domain.instants import beijing, day_of
from hallclient.domain.requests import Request
from hallclient.gui.requests.clock_column import REPLY
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.plan import Step, StepPath
from hallclient.gui.shared.theme import look


class ComplaintSteps(QObject):
    """Makes the steps of a request."""

    def __init__(self, words: RequestWords) -> None:
        super().__init__()
        self._words = words

    def of(self, request: Request, evidence: int) -> tuple[Step, ...]:
        """听 and 记 are done when a complaint stands here; 析 is next; the answer has its due day."""
        told, words = request.content, self._words
        heard = told.contact_end or request.accepted_at
        filled = sum(bool(getattr(told, field.name)) for field in fields(told))
        how = self.tr("证据 %1 件").replace("%1", str(evidence)) if evidence else self.tr("接访记录")
        reply = next((clock for clock in request.clocks if clock.code == REPLY), None)
        closed = request.state == "closed"
        rest = "done" if closed else "next"
        answer = words.due_line(reply.due) if reply is not None and not closed else ""
        return (
            self._step("listen", self.tr("听"), self._day(heard), f"{words.channel(told.channel)} · {how}", "done"),
            self._step(
                "record", self.tr("记"), self._day(request.accepted_at),
                self.tr("登记 %1 项").replace("%1", str(filled)), "done",
            ),
            self._step(
                "analyse", self.tr("析"), self.tr("下一步"), self.tr("研判分类、定责任单位"), rest
            ),
            self._step("investigate", self.tr("查"), self.tr("待研判后"), self.tr("查明事实"), rest),
            self._step("correct", self.tr("纠"), self.tr("待查清后"), self.tr("整改与责任"), rest),
            self._step("answer", self.tr("答"), answer or self.tr("待答复"), self.tr("答复与回访"), rest),
        )  # fmt: skip

    def _step(self, key: str, mark: str, line: str, note: str, state: str) -> Step:
        return Step(key=key, mark=mark, title=mark, line=line, note=note, state=state)

    def _day(self, moment: datetime) -> str:
        day = formats.short_day(beijing(moment).date())
        year = "" if beijing(moment).year == day_of(self._words.clock()).year else f"{beijing(moment).year}-"
        return f"{year}{day} {formats.clock(moment)}"


def path_card(path: StepPath) -> QFrame:
    """A low card around the path."""
    card = QFrame()
    card.setProperty("look", "card")
    here = look()
    column = QVBoxLayout(card)
    column.setContentsMargins(here.px(18), here.px(12), here.px(18), here.px(6))
    column.addWidget(path)
    return card
