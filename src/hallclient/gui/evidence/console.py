"""The player's dark console (播放台): stage, waveform, mark line and the two rows of controls. It decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPushButton, QWidget

from hallclient.gui.forms.evidence.ui_player import Ui_PlayerStage
from hallclient.gui.shared import formats, icons
from hallclient.gui.shared.theme import look

_ICONS = {
    "previousMark": "skip-back", "back": "step-back", "ahead": "step-forward", "nextMark": "skip-forward",
    "mute": "volume", "mark": "mark", "previousPage": "step-back", "nextPage": "step-forward",
    "farther": "remove", "closer": "add",
}  # fmt: skip
_SHEET = """
QFrame#PlayerStage, QFrame#playBar, QFrame#paperBar, QFrame#markBar, QFrame#hints {{
  background: {stage}; border: none; }}
QFrame#PlayerStage {{ border-radius: {radius}px; }}
QFrame#hints, QFrame#markBar {{ background: {stage-bar}; border-top: 1px solid {stage-line}; }}
QFrame#playBar QLabel, QFrame#paperBar QLabel, QFrame#markBar QLabel {{ color: {stage-text}; }}
QFrame#hints QLabel {{ color: {stage-soft}; font-size: {meta}pt; }}
QLabel#total {{ color: {stage-soft}; }}
QLabel#time {{ font-size: {number}pt; font-weight: 600; }}
QPushButton {{ background: transparent; color: {stage-text}; border: 1px solid transparent; border-radius: 6px;
  padding: 4px 10px; min-height: {control}px; font-weight: 500; }}
QPushButton:hover {{ background: {stage-line}; }}
QPushButton:focus {{ border: 2px solid {stage-brand}; padding: 3px 9px; }}
QPushButton:disabled {{ color: {stage-soft}; background: transparent; }}
QPushButton#play {{ background: {stage-brand}; border-radius: {half}px; min-width: {round}px; max-width: {round}px;
  min-height: {round}px; max-height: {round}px; padding: 0px; border: none; }}
QPushButton#play:focus {{ border: 3px solid {stage-text}; min-width: {inner}px; max-width: {inner}px;
  min-height: {inner}px; max-height: {inner}px; }}
QPushButton#play:disabled {{ background: {stage-line}; }}
QPushButton#hintDone, QPushButton#markSave {{ color: {stage-brand}; }}
QLineEdit {{ background: {stage}; color: {stage-text}; border: 1px solid {stage-soft}; }}
QLineEdit:focus {{ border: 2px solid {stage-brand}; }}
"""


class Console(QFrame):
    """Form, colours and icons. ``key_pressed`` hands over keys that no field needs; accept the event to keep it."""

    key_pressed = Signal(QKeyEvent)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_PlayerStage()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAccessibleName(self.tr("播放台"))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.installEventFilter(self)
        self.form.wave.installEventFilter(self)
        self.form.markText.installEventFilter(self)
        self._dress()
        look().changed.connect(self._dress)
        self.show_marking(None)
        self.show_papers(False)

    def _dress(self) -> None:
        here = look()
        tokens = {name: here.hex(name) for name in here.tokens.colours if "stage" in name}
        sizes = {
            "radius": here.px(8), "meta": here.font("meta").pointSizeF(), "number": here.font("number").pointSizeF(),
            "control": here.px(26),
            "round": here.px(44), "half": here.px(44) // 2, "inner": here.px(44) - 6,
        }  # fmt: skip
        self.setStyleSheet(_SHEET.format_map({**tokens, **sizes}))
        for name, meaning in _ICONS.items():
            button: QPushButton = getattr(self.form, name)
            button.setIcon(icons.icon(meaning, "stage-text"))
            button.setIconSize(QSize(here.px(18), here.px(18)))
        self.form.play.setIconSize(QSize(here.px(22), here.px(22)))
        self.show_playing(getattr(self, "_playing", False))
        self.form.time.setFont(here.font("number"))
        self.form.time.setFixedWidth(here.metrics("number").horizontalAdvance("00:00:00.000") + 4)
        self.form.markTime.setFixedWidth(here.metrics("body").horizontalAdvance("00:00:00.000") + 8)

    # what is shown

    def show_papers(self, papers: bool) -> None:
        """The controls of pictures and papers, or those of recordings."""
        self.form.playBar.setVisible(not papers)
        self.form.wave.setVisible(not papers)
        self.form.paperBar.setVisible(papers)
        if papers:
            self.form.hints.hide()

    def show_playing(self, playing: bool) -> None:
        self._playing = playing
        self.form.play.setIcon(_plain(icons.icon("pause" if playing else "play", "on-stage-brand", 22)))
        self.form.play.setAccessibleName(self.tr("暂停") if playing else self.tr("播放"))
        self.form.play.setToolTip(self.tr("暂停（空格）") if playing else self.tr("播放（空格）"))

    def show_time(self, moment: int, length: int) -> None:
        self.form.time.setText(formats.media_time(moment))
        self.form.total.setText("/ " + formats.media_time(length)[:-4])

    def show_speed(self, speed: float) -> None:
        self.form.speed.setText(f"{speed:g}×" if speed != int(speed) else f"{speed:.1f}×")

    def show_muted(self, muted: bool) -> None:
        self.form.mute.setIcon(icons.icon("mute" if muted else "volume", "stage-text"))
        self.form.mute.setAccessibleName(self.tr("打开声音") if muted else self.tr("静音"))

    def show_marking(self, moment: int | None) -> None:
        """The line in which a mark is written, or not."""
        self.form.markBar.setVisible(moment is not None)
        if moment is not None:
            self.form.markTime.setText(formats.media_time(moment))
            self.form.markText.clear()
            self.form.markText.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_page(self, number: int, of: int) -> None:
        self.form.pageNumber.setText(f"{number} / {of}")
        for button, on in ((self.form.previousPage, number > 1), (self.form.nextPage, number < of)):
            button.setEnabled(on)
        for widget in (self.form.previousPage, self.form.pageNumber, self.form.nextPage):
            widget.setVisible(of > 1)

    def allow(self, reason: str | None) -> None:
        """Enable the controls (None), or disable them and say why."""
        for widget in (*self.form.playBar.findChildren(QPushButton), *self.form.paperBar.findChildren(QPushButton)):
            widget.setEnabled(reason is None)
            widget.setAccessibleDescription(reason or "")
        self.form.wave.setEnabled(reason is None)

    # keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The player's keys work on every control of it; a text field keeps its own."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if isinstance(watched, QLineEdit) and event.key() != Qt.Key.Key_Escape:
            return False
        if isinstance(watched, QPushButton) and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.key() == Qt.Key.Key_Space:
                return False
            watched.click()
            return True
        event.ignore()
        self.key_pressed.emit(event)
        return event.isAccepted()


def _plain(icon: QIcon) -> QIcon:
    """The same picture when disabled: Qt's greying is unreadable on the dark stage."""
    pixmap = icon.pixmap(QSize(64, 64), QApplication.primaryScreen().devicePixelRatio())
    icon.addPixmap(pixmap, QIcon.Mode.Disabled)
    return icon
