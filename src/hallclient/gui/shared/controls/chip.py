"""Chips (标签): filter chips that are pressed, status chips that are read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from hallclient.gui.shared import icons
from hallclient.gui.shared.controls.button import ARROWS
from hallclient.gui.shared.theme import look


class StatusChip(QWidget):
    """A state as icon and word on its soft tint. ``tone``: brand, ok, soon, late, info, neutral."""

    def __init__(
        self, text: str = "", tone: str = "neutral", *, icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(text, tone, icon=icon)

    def set_state(self, text: str, tone: str, *, icon: str | None = None) -> None:
        """Another word, tone and icon. ``icon=""`` shows none (for tags that are not states)."""
        self._text, self._tone = text, tone
        named = icons.TONE_ICONS[tone] if icon is None else icon
        self._icon = icons.check(named) if named else ""
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The word."""
        return self._text

    def sizeHint(self) -> QSize:
        """Icon, word and room around."""
        here = look()
        metrics = here.metrics("meta-strong")
        width = metrics.horizontalAdvance(self._text) + here.px(16) + (here.px(20) if self._icon else 0)
        return QSize(width, max(here.px(22), metrics.height() + 2))

    minimumSizeHint = sizeHint  # noqa: N815

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint, icon, word."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = ("text", "tag") if self._tone == "neutral" else (self._tone, f"{self._tone}-tint")
        painter.setPen(QPen(here.colour("line-strong"), 1) if here.theme == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(here.colour(ground))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), here.px(4), here.px(4))
        left = here.px(8)
        if self._icon:
            drawn = icons.pixmap(self._icon, ink, 14, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - here.px(14)) // 2, drawn)
            left += here.px(20)
        painter.setFont(here.font("meta-strong"))
        painter.setPen(here.colour(ink))
        painter.drawText(
            QRect(left, 0, self.width() - left, self.height()), int(Qt.AlignmentFlag.AlignVCenter), self._text
        )


class Chip(QPushButton):
    """One filter chip: pressed or not."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.key = key
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for the row of buttons."""
        if event.key() in ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Exactly the word and the padding."""
        here = look()
        metrics = QFontMetrics(here.font("meta-strong"))
        return QSize(metrics.horizontalAdvance(self.text()) + here.px(18), here.px(26))

    minimumSizeHint = sizeHint  # noqa: N815


class FilterChips(QWidget):
    """A row of filter chips, one of which is on (or several with ``several=True``). Left and right move."""

    picked = Signal(str)
    """The key pressed (with ``several``: the key that changed)."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        *,
        several: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._chips: dict[str, Chip] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look().px(5))
        self._row.addStretch(1)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Key and text (with its count, e.g. 全部 6) of each; keys that stay keep their state."""
        keys = [key for key, _ in options]
        for key in [known for known in self._chips if known not in keys]:
            old = self._chips.pop(key)
            self._row.removeWidget(old)
            old.deleteLater()
        for place, (key, text) in enumerate(options):
            if key in self._chips:
                self._chips[key].setText(text)
                self._chips[key].updateGeometry()
            else:
                chip = Chip(key, text)
                chip.clicked.connect(self._pressed)
                self._chips[key] = chip
                self._row.insertWidget(place, chip)
        if not self._several and self._chips and not self.values():
            next(iter(self._chips.values())).setChecked(True)

    def _pressed(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            if not self._several:
                self.set_value(chip.key)
            self.picked.emit(chip.key)

    def value(self) -> str:
        """The key that is on, or an empty text."""
        return next(iter(self.values()), "")

    def values(self) -> tuple[str, ...]:
        """All keys that are on."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def set_value(self, *keys: str) -> None:
        """Turn these on, the others off, without a signal."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the neighbour."""
        order = list(self._chips.values())
        here = next((at for at, chip in enumerate(order) if chip.hasFocus()), None)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if here is not None and step is not None and order:
            order[(here + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
