"""Small pictures of evidence (缩略图): a frame of a video, loudness of a recording, the first page; in memory only."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink

from hallclient.domain.evidence import EvidenceItem, EvidenceKind
from hallclient.gui.evidence.desk import EvidenceDesk, OpenReader
from hallclient.gui.evidence.device import VaultDevice
from hallclient.gui.evidence.papers import Sheet, sheet
from hallclient.gui.evidence.peaks import Peaks
from hallclient.gui.shared.background import Background

Thumb = QImage | tuple[float, ...]

_EDGE = 480
_PATIENCE = 4000
_SOUND_LIMIT = 256 << 20


class Thumbs(QObject):
    """Made one after the other and kept while the page lives. What cannot be made stays an icon."""

    made = Signal(str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._made: dict[str, Thumb] = {}
        self._asked: set[str] = set()
        self._waiting: deque[EvidenceItem] = deque()
        self._now: EvidenceItem | None = None
        self._desk: EvidenceDesk | None = None
        self._reader: OpenReader | None = None
        self._device: VaultDevice | None = None
        self._sought = False
        self._turn = 0
        self._player = QMediaPlayer(self)
        self._sink = QVideoSink(self)
        self._player.setVideoSink(self._sink)
        queued = Qt.ConnectionType.QueuedConnection  # a player must not be stopped inside its own signals
        self._player.mediaStatusChanged.connect(self._status, queued)
        self._sink.videoFrameChanged.connect(self._frame, queued)
        self._peaks = Peaks(self)
        self._peaks.ready.connect(self._heard)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._finish(None))

    def of(self, item_id: str) -> Thumb | None:
        """What was made, if it was."""
        return self._made.get(item_id)

    @property
    def busy(self) -> bool:
        """Whether one is being made or waits."""
        return self._now is not None or bool(self._waiting)

    def ask(self, desk: EvidenceDesk, items: tuple[EvidenceItem, ...]) -> None:
        """Make those that are not there yet."""
        self._desk = desk
        for item in items:
            if item.id not in self._asked and item.playable and not item.broken:
                self._asked.add(item.id)
                self._waiting.append(item)
        self._next()

    def clear(self) -> None:
        """Forget everything and let go of all files."""
        self._waiting.clear()
        self._made.clear()
        self._asked.clear()
        self._desk = None
        self._let_go()

    def _next(self) -> None:
        if self._now is not None or not self._waiting or self._desk is None:
            return
        item, desk, turn = self._waiting.popleft(), self._desk, self._turn
        self._now = item
        if item.kind in {EvidenceKind.IMAGE, EvidenceKind.DOCUMENT}:

            def first_page() -> Sheet:
                reader = desk.open(item.id)
                try:
                    return sheet(reader, item, edge=_EDGE)
                finally:
                    reader.close()

            def shown(page: Sheet) -> None:
                if turn == self._turn:
                    self._finish(page.image)

            self._background.run("files", first_page, shown, lambda _error: self._missed(turn), owner=self)
        elif item.kind is EvidenceKind.AUDIO and item.size > _SOUND_LIMIT:
            self._finish(None)
        else:
            self._background.run(
                "files",
                lambda: desk.open(item.id),
                lambda reader: self._opened(turn, reader),
                lambda _error: self._missed(turn),
                owner=self,
            )

    def _missed(self, turn: int) -> None:
        """The list shows an icon instead; opening it will say what is wrong."""
        if turn == self._turn:
            self._finish(None)

    def _opened(self, turn: int, reader: OpenReader) -> None:
        if turn != self._turn or self._now is None:
            reader.close()
            return
        self._reader = reader
        self._timer.start(_PATIENCE)
        if self._now.kind is EvidenceKind.AUDIO:
            self._peaks.start(reader)
        else:
            self._sought = False
            self._device = VaultDevice(reader, self)
            self._player.setSourceDevice(self._device, QUrl("evidence"))

    def _status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._device is None:
            return
        if status == QMediaPlayer.MediaStatus.LoadedMedia and not self._sought:
            self._sought = True  # seeking reports the same status again
            self._player.setPosition(min(3000, self._player.duration() // 5))
            self._player.pause()
        elif status in {QMediaPlayer.MediaStatus.InvalidMedia, QMediaPlayer.MediaStatus.EndOfMedia}:
            self._finish(None)

    def _frame(self, frame: QVideoFrame) -> None:
        if self._device is None or not frame.isValid():
            return
        image = frame.toImage()
        if not image.isNull():
            cover = Qt.AspectRatioMode.KeepAspectRatio
            self._finish(image.scaled(QSize(_EDGE, _EDGE), cover, Qt.TransformationMode.SmoothTransformation))

    def _heard(self, peaks: tuple[float, ...]) -> None:
        if self._now is not None and self._now.kind is EvidenceKind.AUDIO:
            self._finish(peaks or None)

    def _finish(self, thumb: Thumb | None) -> None:
        item = self._now
        if item is None:
            return
        self._let_go()
        if thumb is not None:
            self._made[item.id] = thumb
            self.made.emit(item.id)
        self._next()

    def _let_go(self) -> None:
        self._turn += 1
        self._now = None
        self._timer.stop()
        self._peaks.stop()
        device, self._device = self._device, None
        if device is not None:
            self._player.stop()
            self._player.setSource(QUrl())
            device.close()
            device.deleteLater()
        if self._reader is not None:
            self._reader.close()
            self._reader = None
