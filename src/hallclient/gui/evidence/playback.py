"""Playing from the vault (播放): Qt's player over a decrypting device, with or without a loudspeaker."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer, QVideoFrame, QVideoSink

from hallclient.errors import HallError, Unavailable
from hallclient.gui.evidence.device import Reader, VaultDevice

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class Playback(QObject):
    """One recording at a time. Moments are milliseconds."""

    moved = Signal(int)
    length_known = Signal(int)
    playing_changed = Signal(bool)
    framed = Signal(QVideoFrame)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = QMediaPlayer(self)
        self._sink: QVideoSink | None = None
        self._sound: QAudioOutput | None = None
        if not QMediaDevices.defaultAudioOutput().isNull():
            self._sound = QAudioOutput(self)
            self._player.setAudioOutput(self._sound)
        self._device: VaultDevice | None = None
        self._failure: HallError | None = None
        self._player.positionChanged.connect(self._on_position)
        self._player.durationChanged.connect(self._on_duration)
        self._player.playbackStateChanged.connect(self._on_state)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._on_error)

    def open(self, reader: Reader, name: str) -> None:
        """Get ready; nothing is heard or seen yet. ``name`` tells Qt the format by its ending."""
        self.close()
        self._device = VaultDevice(reader, self)
        self._sink = sink = QVideoSink(self)
        sink.videoFrameChanged.connect(lambda frame: self._on_frame(sink, frame))
        self._player.setVideoSink(sink)
        self._player.setSourceDevice(self._device, QUrl("evidence" + PurePath(name).suffix.lower()))

    def close(self) -> None:
        """Stop, and let go of the reader, whose owner may now close it."""
        device, self._device = self._device, None
        self._failure = None
        self._player.stop()
        self._player.setSource(QUrl())
        self._player.setPlaybackRate(1.0)
        if self._sink is not None:
            self._player.setVideoSink(None)  # type: ignore[arg-type]
            self._sink.deleteLater()
            self._sink = None
        if device is not None:
            device.close()
            device.deleteLater()

    @property
    def playing(self) -> bool:
        return self._player.playbackState() == QMediaPlayer.PlaybackState.PlayingState

    @property
    def position(self) -> int:
        return self._player.position()

    @property
    def duration(self) -> int:
        return max(0, self._player.duration())

    @property
    def has_loudspeaker(self) -> bool:
        """Whether anything can be heard on this machine."""
        return self._sound is not None

    def play(self) -> None:
        if self._player.mediaStatus() == QMediaPlayer.MediaStatus.EndOfMedia:
            self._player.setPosition(0)
        self._player.play()

    def pause(self) -> None:
        self._player.pause()

    def seek(self, moment: int) -> None:
        """Go to a moment; a recording that stands still shows its picture there."""
        if self._player.playbackState() == QMediaPlayer.PlaybackState.StoppedState:
            self._player.pause()
        self._player.setPosition(min(max(0, moment), self.duration))

    @property
    def speed(self) -> float:
        return self._player.playbackRate()

    def set_speed(self, speed: float) -> None:
        self._player.setPlaybackRate(speed)

    def faster(self, steps: int) -> float:
        """The next speed up or down; gives the one in force."""
        nearest = min(range(len(SPEEDS)), key=lambda at: abs(SPEEDS[at] - self.speed))
        self.set_speed(SPEEDS[min(len(SPEEDS) - 1, max(0, nearest + steps))])
        return self.speed

    def next_speed(self) -> float:
        """The next speed up, after the highest the lowest; gives the one in force."""
        return self.faster(1) if self.speed < SPEEDS[-1] else self.faster(-len(SPEEDS))

    @property
    def muted(self) -> bool:
        return self._sound is not None and self._sound.isMuted()

    def set_muted(self, muted: bool) -> None:
        if self._sound is not None:
            self._sound.setMuted(muted)

    # what Qt says

    def _on_frame(self, sink: QVideoSink, frame: QVideoFrame) -> None:
        """A frame of the recording before may still be on its way: it is not for this stage."""
        if sink is self._sink:
            self.framed.emit(frame)

    def _on_position(self, moment: int) -> None:
        if self._device is None:
            return
        self.moved.emit(moment)
        self._look_at_device()

    def _on_duration(self, milliseconds: int) -> None:
        if self._device is not None and milliseconds > 0:
            self.length_known.emit(milliseconds)

    def _on_state(self, state: QMediaPlayer.PlaybackState) -> None:
        if self._device is not None:
            self.playing_changed.emit(state == QMediaPlayer.PlaybackState.PlayingState)

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._device is None:
            return
        self._look_at_device()
        if status == QMediaPlayer.MediaStatus.InvalidMedia:
            self._tell(Unavailable("evidence.cannot_play"))

    def _on_error(self, error: QMediaPlayer.Error, _text: str) -> None:
        if self._device is not None and error != QMediaPlayer.Error.NoError:
            self._tell(self._device.failure or Unavailable("evidence.cannot_play"))

    def _look_at_device(self) -> None:
        if self._device is not None and self._device.failure is not None:
            self._tell(self._device.failure)

    def _tell(self, error: HallError) -> None:
        """Once, and not inside a signal of the player: whoever hears it will close the player."""
        if self._failure is None:
            self._failure = error
            self._player.pause()
            QTimer.singleShot(0, self, self._emit_failure)

    def _emit_failure(self) -> None:
        if self._failure is not None:
            self.failed.emit(self._failure)
