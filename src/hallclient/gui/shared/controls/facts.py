"""Facts and faces (要素与头像): key-value lines, avatars, number tiles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.text import ElidedText, IconMark, Text
from hallclient.gui.shared.theme import look


class KeyValues(QWidget):
    """Lines of key at the left and value at the right. A third item of a row is its tone (ok, soon, late, info)."""

    def __init__(
        self,
        rows: Sequence[tuple[str, ...]] = (),
        *,
        left_aligned: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._left = left_aligned
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().px(16))
        self._grid.setVerticalSpacing(look().px(7))
        self._grid.setColumnStretch(1, 1)
        self._cells: list[tuple[Text, Text]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show these; labels are reused."""
        while len(self._cells) < len(rows):
            key, value = Text("", "soft"), Text("", "body", wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if not self._left:
                value.setAlignment(Qt.AlignmentFlag.AlignRight)
            place = len(self._cells)
            self._grid.addWidget(key, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, place, 1)
            self._cells.append((key, value))
        for place, (key, value) in enumerate(self._cells):
            shown = place < len(rows)
            key.setVisible(shown)
            value.setVisible(shown)
            if shown:
                row = rows[place]
                key.setText(row[0])
                value.setText(row[1])
                value.set_ink(row[2] if len(row) > 2 else "")
                value.setAccessibleName(f"{row[0]} {row[1]}")


class Avatar(QWidget):
    """The first character of a name on the brand's tint."""

    def __init__(self, name: str = "", size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Another person."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Square."""
        side = look().px(self._size)
        return QSize(side, side)

    minimumSizeHint = sizeHint  # noqa: N815

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle and character."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(here.colour("line-strong"), 1) if here.theme == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(here.colour("brand-tint"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(here.colour("brand"))
        painter.setFont(here.font("bold"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._name[:1])


class Tile(Card):
    """A number tile: caption, figure with unit, and a sentence that judges it (icon and tone)."""

    def __init__(self, caption: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        here = look()
        self.body.setSpacing(here.px(4))
        self.setAccessibleName(caption)
        figure_row = QHBoxLayout()
        figure_row.setSpacing(here.px(6))
        self._mark = IconMark("late", "late", 20)
        self._figure = Text("—", "tile")
        self._unit = Text("", "soft")
        self._unit.setContentsMargins(0, 0, 0, here.px(6))
        figure_row.addWidget(self._mark)
        figure_row.addWidget(self._figure)
        figure_row.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        figure_row.addStretch(1)
        note_row = QHBoxLayout()
        note_row.setSpacing(here.px(6))
        self._note_mark = IconMark("info", "info", 14)
        self._note = ElidedText("", "meta-strong")
        note_row.addWidget(self._note_mark)
        note_row.addWidget(self._note, 1)
        self.add(Text(caption, "soft"))
        self.add(figure_row)
        self.add(note_row)
        self._mark.hide()

    def show_figure(
        self, figure: str, unit: str = "", *, note: str = "", tone: str = "", icon: str = "", alarm: bool = False
    ) -> None:
        """``alarm`` draws the figure in red: only for what somebody must do now."""
        self._figure.setText(figure)
        self._figure.set_ink("late" if alarm else "")
        self._mark.setVisible(alarm)
        self._unit.setText(unit)
        self._note.setText(note)
        self._note.set_ink(tone)
        self._note_mark.setVisible(bool(icon))
        if icon:
            self._note_mark.set_icon(icon, tone or "text-soft")
