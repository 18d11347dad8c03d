"""The evidence player (证据播放器): checks the hash, notes the play, then shows, plays and takes marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.evidence import Custody, EvidenceItem, EvidenceKind, Mark, MarkDraft
from hallclient.errors import HallError
from hallclient.gui.evidence import player_keys
from hallclient.gui.evidence.console import Console
from hallclient.gui.evidence.desk import EvidenceDesk, OpenReader
from hallclient.gui.evidence.papers import Sheet, sheet
from hallclient.gui.evidence.peaks import Peaks
from hallclient.gui.evidence.playback import Playback
from hallclient.gui.evidence.side import PlayerSide
from hallclient.gui.evidence.viewing import Viewing
from hallclient.gui.shared import messages
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.controls.button import IconButton
from hallclient.gui.shared.controls.card import PageHead
from hallclient.gui.shared.controls.chip import StatusChip
from hallclient.gui.shared.controls.progress import ProgressLine
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.theme import look

WAVEFORM_LIMIT = 1 << 30
"""Larger files get a plain track: a waveform needs the whole file to be read."""

_RECORDINGS = {EvidenceKind.AUDIO, EvidenceKind.VIDEO}
_NEAR = 3000


class EvidencePlayer(QWidget):
    """Load an item with its desk; nothing is seen or heard before its hash was checked and the play noted.

    ``mark_made(item, MarkDraft)`` asks the owner to store a mark; the owner then calls :meth:`set_marks`.
    """

    mark_made = Signal(object, object)
    back_wanted = Signal()

    _hints_known = False

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._marking: int | None = None
        self._page = 1
        self.playback = Playback(self)
        self.peaks = Peaks(self)
        self.viewing = Viewing(background, self)
        self.console = Console()
        self.side = PlayerSide()
        self.progress = ProgressLine()
        self.chip = StatusChip()
        self.head = PageHead("")
        self.back = IconButton("back", self.tr("返回"), kind="plain")
        self._lay_out()
        self._wire()
        self.clear()

    def _lay_out(self) -> None:
        here = look()
        self.head.set_chips(self.chip)
        top, row, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.setSpacing(here.px(12))
        top.addWidget(self.back)
        top.addWidget(self.head, 1)
        row.setSpacing(here.px(12))
        row.addWidget(self.console, 1)
        row.addWidget(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(12))
        column.addLayout(top)
        column.addWidget(self.progress)
        column.addLayout(row, 1)

    def _wire(self) -> None:
        form = self.console.form
        self.back.clicked.connect(self.back_wanted)
        self.console.key_pressed.connect(self._key)
        form.play.clicked.connect(self.toggle)
        form.back.clicked.connect(lambda: self.step(-5000))
        form.ahead.clicked.connect(lambda: self.step(5000))
        form.previousMark.clicked.connect(lambda: self.next_mark(-1))
        form.nextMark.clicked.connect(lambda: self.next_mark(1))
        form.speed.clicked.connect(lambda: self.console.show_speed(self.playback.next_speed()))
        form.mute.clicked.connect(self.toggle_sound)
        form.mark.clicked.connect(self.begin_mark)
        form.markSave.clicked.connect(self._save_mark)
        form.markText.returnPressed.connect(self._save_mark)
        form.markCancel.clicked.connect(self._drop_mark)
        form.hintDone.clicked.connect(self._hints_done)
        form.wave.sliderMoved.connect(self.seek)
        form.previousPage.clicked.connect(lambda: self.turn_page(-1))
        form.nextPage.clicked.connect(lambda: self.turn_page(1))
        form.closer.clicked.connect(lambda: form.stage.zoom(1))
        form.farther.clicked.connect(lambda: form.stage.zoom(-1))
        form.fit.clicked.connect(form.stage.fit)
        self.side.list.wanted.connect(lambda mark: self.seek(mark.at_ms))
        self.playback.moved.connect(self._moved)
        self.playback.length_known.connect(self._length)
        self.playback.playing_changed.connect(self.console.show_playing)
        self.playback.framed.connect(form.stage.set_frame)
        self.playback.failed.connect(self.viewing.refuse)
        self.peaks.ready.connect(form.wave.set_peaks)
        self.progress.cancelled.connect(self.viewing.stop_check)
        self.viewing.progressed.connect(lambda done, of: self.progress.report(done, of, "B"))
        self.viewing.state_changed.connect(self._state)
        self.viewing.opened.connect(self._opened)
        self.viewing.refused.connect(self._refused)

    # loading

    @property
    def item(self) -> EvidenceItem | None:
        """What is loaded."""
        return self.viewing.item

    @property
    def _recording(self) -> bool:
        return self.item is not None and self.item.kind in _RECORDINGS

    def load(self, desk: EvidenceDesk, item: EvidenceItem, *, meta: str = "", watermark: str = "") -> None:
        """Show an item of a desk: check it first. ``meta`` stands under the name; ``watermark`` lies on the picture."""
        self.clear()
        self.head.set_title(item.name, meta or item.number)
        stage = self.console.form.stage
        stage.setAccessibleName(item.name)
        stage.set_watermark(watermark)
        recording = item.kind in _RECORDINGS
        self.console.show_papers(not recording)
        self.side.show_marks(recording)
        self._length(item.duration_ms or 0)
        self.viewing.start(desk, item)
        self._show_hints()

    def clear(self) -> None:
        """Stop and let go of the file. Call it before the profile is closed."""
        self.peaks.stop()
        self.playback.close()
        self.viewing.close()
        self._drop_mark()
        form = self.console.form
        form.stage.clear()
        form.wave.set_peaks(())
        self.set_marks(())
        self.side.set_custody(())
        self._length(0)
        self.console.show_playing(False)
        self.console.show_speed(1.0)

    def _state(self, state: str) -> None:
        """What each state of the viewing looks like."""
        words = {
            "empty": self.tr("没有打开的证据"),
            "checking": self.tr("校验通过后才能播放"),
            "unchecked": self.tr("校验通过后才能播放"),
            "refused": self.tr("不能播放"),
        }
        self.console.allow(words.get(state))
        self.chip.setVisible(state != "empty")
        stage = self.console.form.stage
        if state == "checking" and self.item is not None:
            self.chip.set_state(self.tr("正在校验"), "info", icon="waiting")
            text = self.tr("与入库时的 SHA-256 逐字节比对，通过后即可播放。")
            stage.say("fingerprint", self.tr("正在校验"), text)
            self.progress.start(self.tr("正在校验 %1").replace("%1", self.item.name))
        else:
            self.progress.finish()
        if state == "unchecked":
            self.chip.set_state(self.tr("未校验"), "soon")
            stage.say("fingerprint", self.tr("还没有校验"), self.tr("按空格重新校验，通过后才能播放。"))
            self.console.form.play.setEnabled(True)
        elif state == "ready":
            self.chip.set_state(self.tr("校验通过"), "ok", icon="verified")

    def _opened(self, reader: OpenReader) -> None:
        item = self.viewing.item
        if item is None:
            return
        if not self._recording:
            self.console.form.stage.setFocus(Qt.FocusReason.OtherFocusReason)
            self.viewing.noted(lambda: self._show_page(1))
            return
        self.playback.open(reader, item.name)
        self._sound_button()
        self.console.form.stage.say("video" if item.width else "sound", item.name, self.tr("按空格播放"))
        if item.size <= WAVEFORM_LIMIT:
            self.peaks.start(reader)
        self.reload_marks()
        self.console.form.wave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: HallError) -> None:
        """Say why nothing is shown, and what to do."""
        said = messages.words(error)
        self.peaks.stop()
        self.playback.close()
        broken = error.code in {"evidence.tampered", "evidence.missing"}
        self.chip.set_state(self.tr("校验不通过") if broken else self.tr("不能播放"), "late" if broken else "soon")
        self.console.allow(said.what)
        stage = self.console.form.stage
        stage.clear()
        stage.say("broken" if broken else "document", said.title, messages.told(said))

    # playing

    def toggle(self) -> None:
        """Play or pause; after a stopped check, check again."""
        if self.viewing.state == "unchecked":
            self.viewing.check()
        elif self.playback.playing:
            self.playback.pause()
        elif self._recording:
            self.viewing.noted(self.playback.play)

    def seek(self, moment: int) -> None:
        """Go to a moment of the recording."""
        if self._recording:
            self.viewing.noted(lambda: self.playback.seek(moment))

    def step(self, milliseconds: int) -> None:
        """Go forward or, when negative, back."""
        self.seek(self.playback.position + milliseconds)

    def faster(self, steps: int) -> None:
        """The next speed up or down."""
        self.console.show_speed(self.playback.faster(steps))

    def toggle_sound(self) -> None:
        """Mute or not, where there is a loudspeaker."""
        self.playback.set_muted(not self.playback.muted)
        self._sound_button()

    def _sound_button(self) -> None:
        heard, mute = self.playback.has_loudspeaker, self.console.form.mute
        self.console.show_muted(self.playback.muted or not heard)
        mute.setEnabled(heard)
        tip = self.tr("静音（0）") if heard else self.tr("这台电脑没有可用的声音设备")
        mute.setToolTip(tip)
        mute.setAccessibleDescription(tip)

    def _moved(self, moment: int) -> None:
        wave = self.console.form.wave
        if not wave.isSliderDown():
            wave.setValue(moment)
        self.console.show_time(moment, wave.maximum())
        mark = next((mark for mark in reversed(self.marks) if mark.at_ms <= moment <= mark.at_ms + _NEAR), None)
        self.side.list.set_current(mark.id if mark else None)
        wave.set_marks(self.marks, mark.id if mark else None)
        number = self.marks.index(mark) + 1 if mark else 0
        said = self.tr("标记")
        self.console.form.stage.set_note(f"{said} {number} · {mark.text}" if mark else "")

    def _length(self, milliseconds: int) -> None:
        self.console.form.wave.setRange(0, milliseconds)
        self.console.show_time(self.playback.position, milliseconds)

    # marks

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks shown, earliest first."""
        return self.side.list.marks.marks

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks."""
        self.side.set_marks(marks)
        self.console.form.wave.set_marks(self.marks)

    def reload_marks(self) -> None:
        """Ask the desk for the marks again."""
        if self.viewing.desk is not None and self.item is not None:
            desk, item, turn = self.viewing.desk, self.item, self.viewing.turn
            self._background.run(
                "store",
                lambda: desk.marks(item.id),
                lambda marks: self.set_marks(marks) if turn == self.viewing.turn else None,
                owner=self,
            )

    def set_custody(self, lines: Sequence[Custody]) -> None:
        """The chain of custody beside the player."""
        self.side.set_custody(lines)

    def next_mark(self, direction: int) -> None:
        """Go to the mark before or after this moment."""
        here = self.playback.position
        if direction > 0:
            found = next((mark for mark in self.marks if mark.at_ms > here), None)
        else:
            found = next((mark for mark in reversed(self.marks) if mark.at_ms < here - 500), None)
        if found is not None:
            self.seek(found.at_ms)

    def begin_mark(self) -> None:
        """Hold the moment and ask what happens there."""
        if self.viewing.state == "shown" and self._recording:
            self._marking = self.playback.position
            self.playback.pause()
            self.console.show_marking(self._marking)

    def _save_mark(self) -> None:
        if self._marking is None or self.item is None:
            return
        draft = MarkDraft(at_ms=self._marking, text=self.console.form.markText.text().strip())
        if problems := draft.problems(self.playback.duration):
            self.console.form.markText.setPlaceholderText(messages.sentence(problems[0]))
            return
        self._drop_mark()
        self.mark_made.emit(self.item, draft)

    def _drop_mark(self) -> None:
        if self._marking is not None:
            self.console.form.wave.setFocus(Qt.FocusReason.OtherFocusReason)
        self._marking = None
        self.console.show_marking(None)

    # pictures and papers

    def turn_page(self, pages: int) -> None:
        """The next page of a paper, or one before."""
        self.viewing.noted(lambda: self._show_page(self._page + pages))

    def _show_page(self, number: int) -> None:
        if self.viewing.reader is None or self.item is None:
            return
        reader, item, turn = self.viewing.reader, self.item, self.viewing.turn

        def done(shown: Sheet) -> None:
            if turn == self.viewing.turn:
                self._page = shown.number
                self.console.form.stage.set_image(shown.image)
                self.console.show_page(shown.number, shown.pages)

        def failed(error: Exception) -> None:
            if turn == self.viewing.turn and isinstance(error, HallError):
                self.viewing.refuse(error)
            elif not isinstance(error, HallError):
                raise error

        self._background.run("files", lambda: sheet(reader, item, number), done, failed, owner=self)

    # keys

    @property
    def keys(self) -> tuple[KeyHint, ...]:
        """For F1."""
        told = (
            (self.tr("空格"), self.tr("播放、暂停")), ("← →", self.tr("退、进 5 秒")),
            ("Shift+← →", self.tr("退、进 1 秒")), ("Ctrl+← →", self.tr("退、进 15 秒")),
            (", .", self.tr("逐帧退、进")), ("[ ]", self.tr("放慢、加快")),
            ("Home End", self.tr("开头、结尾")), ("PgUp PgDn", self.tr("上、下一个标记或页")),
            ("M", self.tr("标记这一刻")), ("0", self.tr("静音；图片整页显示")), ("+ -", self.tr("图片放大、缩小")),
            ("Esc", self.tr("返回")),
        )  # fmt: skip
        return tuple(KeyHint(keys=keys, does=does) for keys, does in told)

    def leave(self) -> None:
        """Escape: first out of the mark being written, then out of the player."""
        if self._marking is not None:
            self._drop_mark()
        else:
            self.back_wanted.emit()

    def _key(self, event: QKeyEvent) -> None:
        if player_keys.press(self, event):
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not player_keys.press(self, event):
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows lose the side, low ones the line of keys."""
        return QSize(look().px(460), look().px(320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.set_room(self.width() >= self.side.width() + look().px(440))
        self._show_hints()

    def _show_hints(self) -> None:
        room = self.height() >= look().px(460)
        self.console.form.hints.setVisible(room and self._recording and not EvidencePlayer._hints_known)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody listens to what nobody sees: another page, or the locked window."""
        self.playback.pause()
        super().hideEvent(event)

    def _hints_done(self) -> None:
        EvidencePlayer._hints_known = True
        self._show_hints()
