"""Document rows (收资清单): each paper with its state received, missing or 容缺, changed by keys or a menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from hallclient.gui.shared import icons
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.text import ElidedText, IconMark, Text
from hallclient.gui.shared.theme import look, restyle

STATES = ("received", "missing", "deferred", "not-needed")
_ICONS = {
    "received": ("ok", "ok"),
    "missing": ("missing", "late"),
    "deferred": ("deferred", "soon"),
    "not-needed": ("neutral", "text-soft"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """What one row shows. ``promise`` is the third line of a 容缺 row (补齐日期), ``action`` its link."""

    key: str
    title: str
    note: str = ""
    state: str = "missing"
    promise: str = ""
    promise_note: str = ""
    action: str = ""
    states: tuple[str, ...] = ("received", "missing", "deferred")


class DocumentRow(QFrame):
    """One paper. Space ticks it received or missing, D asks for 容缺, Enter opens it; the state word is a menu."""

    state_picked = Signal(str, str)
    """Key of the paper, state wanted."""
    opened = Signal(str)
    acted = Signal(str)

    def __init__(self, line: PaperLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        here = look()
        grid = QGridLayout(self)
        grid.setContentsMargins(here.px(10), here.px(4), here.px(6), here.px(4))
        grid.setHorizontalSpacing(here.px(11))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self._mark = IconMark("missing", "late", 16)
        self._title = ElidedText("", "strong")
        self._note = ElidedText("", "meta")
        self._state = Button("", kind="link")
        self._state.clicked.connect(self._menu)
        self._promise = Text("", "meta-strong", ink="soon")
        self._promise_note = ElidedText("", "meta")
        self._action = Button("", kind="link")
        self._action.clicked.connect(lambda: self.acted.emit(self.line.key))
        grid.addWidget(self._mark, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._note, 1, 1)
        grid.addWidget(self._state, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self._third = QWidget()
        third = QHBoxLayout(self._third)
        third.setContentsMargins(0, 0, 0, 0)
        third.setSpacing(here.px(8))
        third.addWidget(self._promise)
        third.addWidget(self._promise_note, 1)
        grid.addWidget(self._third, 2, 1)
        grid.addWidget(self._action, 2, 2, Qt.AlignmentFlag.AlignRight)
        self.show_line(line)

    def word(self, state: str) -> str:
        """The word of a state."""
        return {
            "received": self.tr("已收"),
            "missing": self.tr("缺"),
            "deferred": self.tr("容缺"),
            "not-needed": self.tr("不需要"),
        }[state]

    def show_line(self, line: PaperLine) -> None:
        """Show a paper."""
        self.line = line
        icon, ink = _ICONS[line.state]
        self._mark.set_icon(icon, ink)
        self._title.setText(line.title)
        self._note.setText(line.note)
        self._note.setVisible(bool(line.note))
        self._state.setText(self.word(line.state))
        self._state.set_ink(ink)
        self._state.setAccessibleName(self.tr("%1，状态").replace("%1", line.title))
        self._promise.setText(line.promise)
        self._promise_note.setText(line.promise_note)
        self._third.setVisible(bool(line.promise))
        self._action.setText(line.action)
        self._action.setAccessibleName(f"{line.title} {line.action}".strip())
        self._action.setVisible(bool(line.action))
        self.setAccessibleName(f"{line.title} {self.word(line.state)}")
        self.setAccessibleDescription(" ".join(part for part in (line.note, line.promise, line.promise_note) if part))
        self.setProperty("tone", "soon" if line.state == "deferred" else "")
        restyle(self)

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for state in self.line.states:
            icon, ink = _ICONS[state]
            action = QAction(icons.icon(icon, ink, 16), self.word(state), menu)
            action.triggered.connect(lambda _on=False, wanted=state: self.state_picked.emit(self.line.key, wanted))
            menu.addAction(action)
        menu.popup(self._state.mapToGlobal(self._state.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, D and Enter."""
        if event.key() == Qt.Key.Key_Space:
            wanted = "missing" if self.line.state == "received" else "received"
            self.state_picked.emit(self.line.key, wanted)
        elif event.key() == Qt.Key.Key_D and "deferred" in self.line.states:
            self.state_picked.emit(self.line.key, "deferred")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.line.key)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens it."""
        self.opened.emit(self.line.key)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus ring."""
        super().paintEvent(event)
        if self.hasFocus():
            here = look()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(here.colour("focus"), here.focus_width))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), here.px(6), here.px(6))

    def event(self, event: QEvent) -> bool:
        """Redraw the ring when focus moves."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)


class DocumentList(QWidget):
    """The rows of all papers; up and down move. Rows that stay keep their widget and focus."""

    state_picked = Signal(str, str)
    opened = Signal(str)
    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, DocumentRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(2))

    def set_lines(self, lines: Sequence[PaperLine]) -> None:
        """Show these papers."""
        wanted = [line.key for line in lines]
        for key in [known for known in self._rows if known not in wanted]:
            old = self._rows.pop(key)
            self._column.removeWidget(old)
            old.deleteLater()
        for place, line in enumerate(lines):
            row = self._rows.get(line.key)
            if row is None:
                row = DocumentRow(line)
                row.state_picked.connect(self.state_picked)
                row.opened.connect(self.opened)
                row.acted.connect(self.acted)
                self._rows[line.key] = row
                self._column.insertWidget(place, row)
            else:
                row.show_line(line)

    def rows(self) -> list[DocumentRow]:
        """The rows, in order."""
        return list(self._rows.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down."""
        rows = self.rows()
        at = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if at is not None and step is not None and 0 <= at + step < len(rows):
            rows[at + step].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
