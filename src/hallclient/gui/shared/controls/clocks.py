"""Clocks and bars (时限): remaining time large, a bar with the internal line as a tick, and the called ticket."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.chip import StatusChip
from hallclient.gui.shared.controls.text import ElidedText, IconMark, Text
from hallclient.gui.shared.theme import look

_ICON = {"brand": "waiting", "ok": "ok", "soon": "soon", "late": "late", "info": "info", "neutral": "waiting"}


class TimeBar(QWidget):
    """How much of a limit is used, 0 to 1, and where the internal line is."""

    def __init__(
        self, used: float = 0, *, tick: float | None = None, tone: str = "brand", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_used(used, tick=tick, tone=tone)

    def set_used(self, used: float, *, tick: float | None = None, tone: str = "brand") -> None:
        """Another share, tick and tone."""
        self._used = min(max(used, 0.0), 1.0)
        self._tick, self._tone = tick, tone
        self.setAccessibleName(self.tr("已用 %1%").replace("%1", str(round(self._used * 100))))
        self.update()

    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(look().px(120), look().px(14))

    minimumSizeHint = sizeHint  # noqa: N815

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Groove, share, tick."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = here.px(8)
        area = QRectF(0, (self.height() - high) / 2, self.width(), high)
        strong = here.theme == "contrast"
        painter.setPen(QPen(here.colour("line-strong"), 1) if strong else Qt.PenStyle.NoPen)
        painter.setBrush(here.colour("surface" if strong else "line"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
        if self._used > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(here.colour("text-soft" if self._tone == "neutral" else self._tone))
            painter.drawRoundedRect(QRectF(0, area.y(), max(high, self.width() * self._used), high), high / 2, high / 2)
        if self._tick is not None:
            at = self.width() * min(max(self._tick, 0.0), 1.0)
            painter.fillRect(
                QRectF(at - 1, 0, 2, self.height()), here.colour("text" if self._tone == "soon" else "soon")
            )


class BigTime(QWidget):
    """Figures with small units after them: ``[("27", "小时"), ("36", "分")]``. Sized by the widest digits."""

    def __init__(self, role: str = "clock", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._ink = role, "text"
        self._parts: tuple[tuple[str, str], ...] = (("0", ""),)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[tuple[str, str]], ink: str = "text") -> None:
        """Show these."""
        self._parts, self._ink = tuple(parts), ink
        self.setAccessibleName(" ".join(figure + unit for figure, unit in parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The widest these digits can be."""
        here = look()
        big, small = here.metrics(self._role), QFontMetrics(here.font("lead"))
        width = sum(
            big.horizontalAdvance("0" * len(figure)) + small.horizontalAdvance(unit) + here.px(14)
            for figure, unit in self._parts
        )
        return QSize(width, big.ascent() + here.px(6))

    minimumSizeHint = sizeHint  # noqa: N815

    def paintEvent(self, _event: QPaintEvent) -> None:
        """On one baseline."""
        here = look()
        painter = QPainter(self)
        painter.setPen(here.colour(self._ink))
        big, small = here.metrics(self._role), here.metrics("lead")
        left, base = 0, self.height() - here.px(5)
        for figure, unit in self._parts:
            painter.setFont(here.font(self._role))
            painter.drawText(left, base, figure)
            left += big.horizontalAdvance(figure) + here.px(5)
            painter.setFont(here.font("lead"))
            painter.drawText(left, base, unit)
            left += small.horizontalAdvance(unit) + here.px(9)


class ClockBlock(Card):
    """The remaining time as the most visible number: state line, figures, what is due, bar with the internal line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        here = look()
        first = QHBoxLayout()
        first.setSpacing(here.px(8))
        self._mark = IconMark("waiting", "brand", 18)
        self._state = ElidedText("", "strong", modest=True)
        first.addWidget(self._mark)
        first.addWidget(self._state)
        first.addStretch(1)
        self._time = BigTime()
        self._due = ElidedText("", "meta")
        self._bar = TimeBar()
        ends = QHBoxLayout()
        self._from, self._line = ElidedText("", "meta", modest=True), Text("", "meta-strong")
        ends.addWidget(self._from)
        ends.addStretch(1)
        ends.addWidget(self._line)
        self.add(first)
        for widget in (self._time, self._due, self._bar):
            self.add(widget)
        self.add(ends)
        self.body.setSpacing(here.px(3))

    def show_clock(
        self,
        *,
        state: str,
        parts: Sequence[tuple[str, str]],
        due: str,
        used: float,
        tone: str = "brand",
        tick: float | None = None,
        start: str = "",
        line: str = "",
    ) -> None:
        """``state`` says 答复即将到期, ``parts`` the figures, ``due`` the instant, ``line`` names the tick."""
        self._mark.set_icon(_ICON[tone], "text-soft" if tone == "neutral" else tone)
        self._state.setText(state)
        self._state.set_ink("" if tone == "neutral" else tone)
        self._time.set_parts(parts, "late" if tone == "late" else "text")
        self._due.setText(due)
        self._bar.set_used(used, tick=tick, tone=tone)
        self._from.setText(start)
        self._line.setText(line)
        self._from.setVisible(bool(start))
        self._line.setVisible(bool(line))
        self.setAccessibleName(state)


class TicketBlock(Card):
    """The called ticket: number large, state chip, kind, time used and left, bar with the norm."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        here = look()
        top = QHBoxLayout()
        self.number = Text("—", "ticket")
        right = QVBoxLayout()
        right.setSpacing(here.px(4))
        self.chip = StatusChip("", "brand", icon="serving")
        self.kind = Text("", "meta")
        right.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignRight)
        top.addWidget(self.number)
        top.addStretch(1)
        top.addLayout(right)
        time_row = QHBoxLayout()
        time_row.setSpacing(here.px(8))
        self.used = Text("", "number")
        self.left = Text("", "meta-strong")
        self.left.setContentsMargins(0, 0, 0, here.px(5))
        time_row.addWidget(self.used, 0, Qt.AlignmentFlag.AlignBottom)
        time_row.addWidget(self.left, 0, Qt.AlignmentFlag.AlignBottom)
        time_row.addStretch(1)
        self.bar = TimeBar()
        ends = QHBoxLayout()
        self.caption, self.norm = Text("", "meta"), Text("", "meta")
        ends.addWidget(self.caption)
        ends.addStretch(1)
        ends.addWidget(self.norm)
        self.add(top)
        self.add(time_row)
        self.add(self.bar)
        self.add(ends)
        self.body.setSpacing(here.px(6))

    def show_ticket(
        self,
        *,
        number: str,
        state: str,
        kind: str,
        used: str,
        left: str,
        share: float,
        tone: str = "brand",
        tick: float | None = None,
        caption: str = "",
        norm: str = "",
        state_tone: str = "brand",
        state_icon: str = "serving",
    ) -> None:
        """Everything at once."""
        self.number.setText(number)
        self.chip.set_state(state, state_tone, icon=state_icon)
        self.chip.setVisible(bool(state))
        self.kind.setText(kind)
        self.used.setText(used)
        self.left.setText(left)
        self.left.set_ink("" if tone in {"brand", "neutral"} else tone)
        self.bar.set_used(share, tick=tick, tone=tone)
        self.caption.setText(caption)
        self.norm.setText(norm)
        self.setAccessibleName(f"{number} {state} {kind}")
