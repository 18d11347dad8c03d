"""Stage plans and step paths (办理计划与步骤): the way of an order, vertical with dates or horizontal with marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from hallclient.gui.shared import formats, icons
from hallclient.gui.shared.controls.button import ARROWS
from hallclient.gui.shared.theme import look

STATES = ("done", "now", "next", "late", "paused")
_INK = {"done": "brand", "now": "brand", "next": "line-strong", "late": "late", "paused": "soon"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of a plan: title, who or where under it, the date at the right, a state of STATES."""

    title: str
    note: str = ""
    when: str = ""
    state: str = "next"
    when_strong: bool = False


class StagePlan(QWidget):
    """The stages as a vertical path. Read, not pressed: it tells all of itself to a screen reader."""

    def __init__(self, stages: Sequence[Stage] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stages: tuple[Stage, ...] = ()
        self.set_stages(stages)

    def set_stages(self, stages: Sequence[Stage]) -> None:
        """Show these."""
        self._stages = tuple(stages)
        words = {"done": self.tr("已完成"), "now": self.tr("进行中"), "next": self.tr("未开始")}
        words |= {"late": self.tr("已超期"), "paused": self.tr("已暂停")}
        told = [f"{stage.title} {words[stage.state]} {stage.note} {stage.when}" for stage in self._stages]
        self.setAccessibleName(self.tr("办理计划"))
        self.setAccessibleDescription(formats.listed(told, apart=True))
        self.updateGeometry()
        self.update()

    def _step(self) -> int:
        here = look()
        return max(here.px(52), here.metrics("strong").height() + here.metrics("meta").height() + here.px(12))

    def sizeHint(self) -> QSize:
        """A step for each stage; the last without its line."""
        here = look()
        return QSize(here.px(240), max(0, len(self._stages) * self._step() - here.px(10)))

    minimumSizeHint = sizeHint  # noqa: N815

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ring, line, title, date, note."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, radius, text_left = self._step(), here.px(6), here.px(28)
        title_height = here.metrics("strong").height()
        for at, stage in enumerate(self._stages):
            top = at * step
            middle = QPointF(here.px(9), top + title_height / 2 + 1)
            if at + 1 < len(self._stages):
                painter.setPen(QPen(here.colour("brand" if stage.state == "done" else "line-strong"), 2))
                painter.drawLine(middle + QPointF(0, radius + 4), middle + QPointF(0, step - radius - 4))
            _ring(painter, middle, radius, stage.state)
            when_role = "bold" if stage.when_strong or stage.state in {"now", "late"} else "body"
            when_width = here.metrics(when_role).horizontalAdvance(stage.when) + 4
            title_room = self.width() - text_left - when_width - here.px(8)
            painter.setFont(here.font("strong"))
            painter.setPen(here.colour("text"))
            shown = here.metrics("strong").elidedText(stage.title, Qt.TextElideMode.ElideRight, title_room)
            painter.drawText(QRect(text_left, top, title_room, title_height + 2), 0, shown)
            painter.setFont(here.font(when_role))
            painter.setPen(here.colour({"now": "brand", "late": "late", "paused": "soon"}.get(stage.state, "text")))
            area = QRect(self.width() - when_width, top, when_width, title_height + 2)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight), stage.when)
            painter.setFont(here.font("meta"))
            painter.setPen(here.colour("text-soft"))
            room = self.width() - text_left
            note = here.metrics("meta").elidedText(stage.note, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(text_left, top + title_height, room, here.metrics("meta").height() + 2), 0, note)


def _ring(painter: QPainter, middle: QPointF, radius: int, state: str) -> None:
    here = look()
    ink = here.colour(_INK[state])
    if state == "done":
        painter.drawPixmap(
            round(middle.x() - here.px(8)), round(middle.y() - here.px(8)), icons.pixmap("ok", "brand", 16)
        )
        return
    painter.setPen(QPen(ink, 2 if state == "next" else radius * 0.75))
    painter.setBrush(here.colour("surface"))
    inner = radius if state == "next" else radius * 0.68
    painter.drawEllipse(middle, inner, inner)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a path: a mark of one character, two lines under it, a state of STATES."""

    key: str
    mark: str
    title: str
    line: str = ""
    note: str = ""
    state: str = "next"


class StepButton(QAbstractButton):
    """One step: pressed to show that step's work."""

    def __init__(self, step: Step, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = last
        self._here = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_step(step)

    def set_step(self, step: Step, here: bool = False) -> None:
        """Show a step; ``here`` marks the one whose work is shown."""
        self.step, self._here = step, here
        words = {"done": self.tr("已完成"), "now": self.tr("进行中"), "next": self.tr("未开始")}
        words |= {"late": self.tr("已超期"), "paused": self.tr("已暂停")}
        self.setAccessibleName(f"{step.mark} {step.title} {words[step.state]}")
        self.setAccessibleDescription(f"{step.line} {step.note}".strip())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for the row of buttons."""
        if event.key() in ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Circle and two lines."""
        here = look()
        text = max(here.metrics("meta-strong").horizontalAdvance(self._marked()[1]), here.px(60))
        height = here.px(44) + here.metrics("meta-strong").height() + here.metrics("meta").height() + here.px(8)
        return QSize(min(text, here.px(180)) + here.px(12), height)

    def minimumSizeHint(self) -> QSize:
        """The circle."""
        return QSize(look().px(64), self.sizeHint().height())

    def _marked(self) -> tuple[str, str]:
        """What the circle and the first line say: a mark too long for the circle (听 is Listen) gives its initial."""
        if look().metrics("card").horizontalAdvance(self.step.mark) <= look().px(30):
            return self.step.mark, self.step.line
        return self.step.mark[:1], " · ".join(filter(None, (self.step.mark, self.step.line)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle with mark, line on to the next, words."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state, side, pad = self.step.state, here.px(36), here.px(3)
        circle = QRectF(pad, pad, side, side)
        ink = here.colour(_INK[state])
        solid = state in {"now", "late", "paused"}
        painter.setPen(
            QPen(ink, 0 if solid else 2) if state != "done" or here.theme == "contrast" else Qt.PenStyle.NoPen
        )
        painter.setBrush(ink if solid else here.colour("brand-tint" if state == "done" else "surface"))
        painter.drawEllipse(circle)
        painter.setFont(here.font("card"))
        painter.setPen(here.colour("surface") if solid else here.colour("brand" if state == "done" else "text-soft"))
        mark, line = self._marked()
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), mark)
        if state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(here.colour("surface"))
            spot = QPointF(pad + side - here.px(3), pad + side - here.px(4))
            painter.drawEllipse(spot, here.px(7), here.px(7))
            painter.drawPixmap(round(spot.x()) - here.px(6), round(spot.y()) - here.px(6), icons.pixmap("ok", "ok", 12))
        if not self._last:
            painter.setPen(QPen(here.colour("brand" if state == "done" else "line"), 2))
            painter.drawLine(
                QPointF(pad + side + here.px(6), pad + side / 2), QPointF(self.width() - here.px(3), pad + side / 2)
            )
        room, top = self.width() - here.px(10), pad + side + here.px(6)
        height = here.metrics("meta-strong").height()
        painter.setFont(here.font("meta-strong"))
        painter.setPen(here.colour({"now": "brand", "late": "late", "paused": "soon"}.get(state, "text")))
        first = here.metrics("meta-strong").elidedText(line, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(pad, top, room, height), 0, first)
        painter.setFont(here.font("meta"))
        painter.setPen(here.colour("text-soft"))
        second = here.metrics("meta").elidedText(self.step.note, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(pad, top + height, room, height), 0, second)
        if self._here:
            painter.fillRect(QRect(pad, self.height() - 2, side, 2), here.colour("brand"))
        if self.hasFocus():
            painter.setPen(QPen(here.colour("focus"), here.focus_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(-2, -2, 2, 2))


class StepPath(QWidget):
    """The steps of a closed loop side by side (听 记 析 查 纠 答). Left and right move, Space or Enter shows one."""

    picked = Signal(str)
    """Key of the step pressed."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[StepButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("步骤"))
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step], here: str = "") -> None:
        """Show these; ``here`` is the key of the step whose work is shown."""
        if [button.step.key for button in self._buttons] != [step.key for step in steps]:
            for old in self._buttons:
                self._row.removeWidget(old)
                old.deleteLater()
            self._buttons = [StepButton(step, at + 1 == len(steps)) for at, step in enumerate(steps)]
            for button in self._buttons:
                button.clicked.connect(self._pressed)
                self._row.addWidget(button, 1)
        for button, step in zip(self._buttons, steps, strict=True):
            button.set_step(step, step.key == here)

    def buttons(self) -> list[StepButton]:
        """The buttons, in order."""
        return list(self._buttons)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.picked.emit(button.step.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, right, Enter."""
        at = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), None)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if at is not None and step is not None:
            self._buttons[(at + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._buttons[at].click()
        else:
            super().keyPressEvent(event)
