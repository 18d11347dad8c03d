"""Waveform and seek bar in one (波形与进度条): bars, flags of marks, time axis; a slider to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from hallclient.domain.evidence import Mark
from hallclient.gui.shared.theme import look

_FLAG = 18
_AXIS = 20
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 36000)


class Waveform(QAbstractSlider):
    """Range and value are milliseconds. Dragging and clicking emit ``sliderMoved``; the keys belong to the player."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._peaks: tuple[float, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._current: str | None = None
        self._ring = False

    def set_peaks(self, peaks: Sequence[float]) -> None:
        """Loudness from 0 to 1; none draws a plain track."""
        self._peaks = tuple(peaks)
        self.update()

    def set_marks(self, marks: Sequence[Mark], current: str | None = None) -> None:
        """Flags, earliest first; ``current`` is the id of the one that stands out."""
        self._marks, self._current = tuple(marks), current
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(480), look().px(132))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(280), look().px(96))

    # where things are

    def _track(self) -> QRectF:
        here = look()
        side, top = here.px(16), here.px(_FLAG + 16)
        return QRectF(side, top, max(1, self.width() - 2 * side), max(1, self.height() - top - here.px(_AXIS + 8)))

    def _x(self, moment: float) -> float:
        track = self._track()
        return track.left() + track.width() * moment / max(1, self.maximum())

    def moment_at(self, x: float) -> int:
        """The millisecond under a place of the widget."""
        track = self._track()
        return round(min(1.0, max(0.0, (x - track.left()) / track.width())) * self.maximum())

    def flag_places(self) -> list[float]:
        """Middles of the flags: pushed apart where marks stand closer than a flag is wide, kept inside."""
        apart = look().px(_FLAG + 4)
        places = [self._x(mark.at_ms) for mark in self._marks]
        for at in range(1, len(places)):
            places[at] = max(places[at], places[at - 1] + apart)
        edge = self._track().right()
        for at in range(len(places) - 1, -1, -1):
            places[at] = min(places[at], edge)
            edge = places[at] - apart
        return places

    # input

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.maximum() > 0:
            self.setSliderDown(True)
            self._drag(event)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._drag(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def _drag(self, event: QMouseEvent) -> None:
        flag = self._flag_at(event.position())
        self.setSliderPosition(flag.at_ms if flag else self.moment_at(event.position().x()))

    def _flag_at(self, place: QPointF) -> Mark | None:
        if place.y() > look().px(_FLAG + 10):
            return None
        half = look().px(_FLAG) / 2
        return next(
            (mark for mark, x in zip(self._marks, self.flag_places(), strict=True) if abs(x - place.x()) <= half), None
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who come by the keyboard."""
        self._ring = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), here.colour("stage-bar"))
        self._paint_bars(painter)
        self._paint_axis(painter)
        self._paint_marks(painter)
        if self.maximum() > 0:
            track, x = self._track(), self._x(self.sliderPosition())
            painter.setPen(QPen(here.colour("stage-text"), here.px(3) * 0.67))
            painter.drawLine(QPointF(x, track.top() - here.px(5)), QPointF(x, track.bottom() + here.px(5)))
        if self._ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(here.colour("stage-brand"), here.focus_width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)

    def _paint_bars(self, painter: QPainter) -> None:
        here, track = look(), self._track()
        middle, played = track.center().y(), self._x(self.sliderPosition())
        before, after = here.colour("stage-brand"), here.colour("stage-soft")
        after.setAlpha(110)
        painter.setPen(Qt.PenStyle.NoPen)
        if not self._peaks:
            line = QRectF(track.left(), middle - 2, track.width(), 4)
            painter.setBrush(after)
            painter.drawRoundedRect(line, 2, 2)
            if self.maximum() > 0:
                painter.setBrush(before)
                painter.drawRoundedRect(QRectF(line.left(), line.top(), max(0.0, played - line.left()), 4), 2, 2)
            return
        pitch = here.px(4)
        bars = max(1, int(track.width() // pitch))
        for bar in range(bars):
            start = len(self._peaks) * bar // bars
            peak = max(self._peaks[start : max(start + 1, len(self._peaks) * (bar + 1) // bars)])
            half = max(1.0, peak * track.height() / 2)
            x = track.left() + bar * pitch
            painter.setBrush(before if x < played else after)
            painter.drawRect(QRectF(x, middle - half, pitch * 0.55, 2 * half))

    def _paint_axis(self, painter: QPainter) -> None:
        if self.maximum() <= 0:
            return
        here, track = look(), self._track()
        painter.setFont(here.font("meta"))
        metrics, seconds = here.metrics("meta"), self.maximum() / 1000
        width = metrics.horizontalAdvance("00:00:00") + here.px(24)
        room = max(1, int(track.width() // width))
        step = next((step for step in _STEPS if seconds / step <= room), _STEPS[-1])
        painter.setPen(here.colour("stage-soft"))
        for tick in range(int(seconds // step) + 1):
            x, text = self._x(tick * step * 1000), short_clock(tick * step)
            wide = metrics.horizontalAdvance(text)
            left = min(max(x - wide / 2, track.left()), track.right() - wide)
            painter.drawLine(QPointF(x, track.bottom() + here.px(4)), QPointF(x, track.bottom() + here.px(8)))
            painter.drawText(QPointF(left, self.height() - here.px(6)), text)

    def _paint_marks(self, painter: QPainter) -> None:
        here, track, side = look(), self._track(), look().px(_FLAG)
        painter.setFont(here.font("meta-strong"))
        for number, (mark, x) in enumerate(zip(self._marks, self.flag_places(), strict=True), start=1):
            colour = here.colour("stage-late" if mark.id == self._current else "stage-info")
            flag = QRectF(x - side / 2, here.px(6), side, side)
            true_x = self._x(mark.at_ms)
            painter.setPen(QPen(colour, 1))
            painter.drawPolyline(
                [QPointF(x, flag.bottom()), QPointF(true_x, track.top() - here.px(2)), QPointF(true_x, track.bottom())]
            )
            painter.setPen(QPen(here.colour("stage-text"), 2) if mark.id == self._current else Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(flag, 4, 4)
            painter.setPen(here.colour("stage"))
            painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, str(number))


def short_clock(seconds: int) -> str:
    """A moment on the axis: ``04:50``, from an hour on ``1:04:50``."""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60:02d}:{rest % 60:02d}"
