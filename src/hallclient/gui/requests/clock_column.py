"""The clocks at the right (时限栏): the nearest one large and running, the others in lines with edition and state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.instants import beijing
from hallclient.domain.requests import Clock
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.clocks import ClockBlock
from hallclient.gui.shared.controls.text import ElidedText, IconMark, Text
from hallclient.gui.shared.theme import look

_TICK = 1000
_ICONS = {"late": "late", "soon": "soon", "ok": "ok", "brand": "waiting"}
REPLY, INTERNAL = "complaint.reply", "complaint.reply_internal"


class ClockLine(QWidget):
    """One limit: name and due time, what is left, where the limit comes from."""

    def __init__(self, words: RequestWords, clock: Clock) -> None:
        super().__init__()
        here = look()
        tone = words.due_tone(clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(here.px(6))
        second.setSpacing(here.px(8))
        ink = tone if tone != "brand" else "text-soft"
        said = words.done_word() if clock.met_at is not None else words.left(clock.due)
        first.addWidget(ElidedText(words.clock_name(clock), "strong"), 1)
        first.addWidget(IconMark(_ICONS[tone], ink, 14))
        first.addWidget(Text(said, "meta-strong", ink="" if tone == "brand" else tone))
        second.addWidget(ElidedText(words.edition(clock), "meta"), 1)
        second.addWidget(Text(words.when(clock.met_at or clock.due), "meta"))
        column.addLayout(first)
        column.addLayout(second)
        if words.unpublished(clock):
            column.addWidget(Text(words.unpublished(clock), "meta-strong", ink="soon", wrap=True))
        self.setAccessibleName(f"{words.clock_name(clock)} {said} {words.when(clock.due)} {words.unpublished(clock)}")


class ClockColumn(QWidget):
    """Ticks while it is seen."""

    def __init__(self, words: RequestWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._clocks: tuple[Clock, ...] = ()
        self._coming = False
        here = look()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(12))
        self.block = ClockBlock()
        self.others = Card(self.tr("其他时限"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(here.px(10))
        self.others.add(self._lines)
        column.addWidget(self.block)
        column.addWidget(self.others)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.tick)
        self._relist()

    @property
    def clocks(self) -> tuple[Clock, ...]:
        """The limits shown, nearest first."""
        return self._clocks

    def show_clocks(self, clocks: Sequence[Clock], *, coming: bool = False) -> None:
        """These limits; ``coming``: they would run if the request were accepted now."""
        order = sorted(clocks, key=lambda clock: (clock.met_at is not None, clock.due))
        moved = tuple(order) != self._clocks or coming != self._coming
        self._clocks, self._coming = tuple(order), coming
        if moved:
            self._relist()
        self.tick()

    def _relist(self) -> None:
        while (taken := self._lines.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        for clock in self._clocks[1:]:
            self._lines.addWidget(ClockLine(self._words, clock))
        self.block.setVisible(bool(self._clocks))
        self.others.setVisible(len(self._clocks) > 1)

    def tick(self) -> None:
        """Show what is left now."""
        if not self._clocks:
            return
        words, clock, now = self._words, self._clocks[0], self._words.clock()
        tone = words.due_tone(clock)
        name = words.clock_name(clock)
        said = {
            "late": self.tr("%1 已超期"), "soon": self.tr("%1 即将到期"), "ok": self.tr("%1 已完成"),
        }.get(tone, self.tr("%1 · 还剩"))  # fmt: skip
        if self._coming:
            said = self.tr("%1 · 受理后起算")
        whole = max(1.0, (clock.due - clock.started).total_seconds())
        line = next((each for each in self._clocks if each.code == INTERNAL), None) if clock.code == REPLY else None
        tick = None if line is None else (line.due - clock.started).total_seconds() / whole
        parts = self._parts((clock.met_at or clock.due) - (clock.started if clock.met_at else now))
        start, begun = beijing(clock.started), self.tr("受理 %1")
        self.block.show_clock(
            state=said.replace("%1", name),
            parts=parts,
            due=" · ".join(filter(None, (words.due_line(clock.due), words.unpublished(clock), words.edition(clock)))),
            used=((clock.met_at or now) - clock.started).total_seconds() / whole,
            tone=tone,
            tick=tick,
            start="" if self._coming else begun.replace("%1", f"{start.month}-{start.day:02} {start:%H:%M}"),
            line=self.tr("内控线 %1").replace("%1", words.when(line.due)) if line is not None else "",
        )

    def _parts(self, left: timedelta) -> list[tuple[str, str]]:
        """Hours and minutes up to four days, as people count a day's work; longer in days."""
        minutes = round(abs(left).total_seconds()) // 60
        if not 60 <= minutes < 96 * 60:
            return formats.time_parts(left)
        return [(str(minutes // 60), self.tr("小时")), (f"{minutes % 60:02}", self.tr("分"))]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
