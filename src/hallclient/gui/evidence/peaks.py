"""Loudness of a recording over time (波形数据), decoded by Qt from a vault reader, in memory only."""

from __future__ import annotations

from array import array
from itertools import pairwise

from PySide6.QtCore import QMetaObject, QObject, Qt, QUrl, Signal
from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat

from hallclient.gui.evidence.device import Reader, VaultDevice

BINS = 600
_RATE = 8000


class Peaks(QObject):
    """Decodes one recording; ``ready`` gives at most 600 values from 0 to 1, none when silent or unreadable."""

    ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoder = QAudioDecoder(self)
        wanted = QAudioFormat()
        wanted.setSampleRate(_RATE)
        wanted.setChannelCount(1)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._decoder.setAudioFormat(wanted)
        self._decoder.bufferReady.connect(self._take)
        self._decoder.finished.connect(self._finish)
        self._decoder.error.connect(self._finish)
        self._device: VaultDevice | None = None
        self._loud = array("H")

    def start(self, reader: Reader) -> None:
        """Decode from the beginning; what ran before is dropped."""
        self.stop()
        self._loud = array("H")
        self._device = VaultDevice(reader, self)
        self._decoder.setSourceDevice(self._device)
        self._decoder.start()

    def stop(self) -> None:
        """Let go of the reader, whose owner may now close it."""
        device, self._device = self._device, None  # first of all: stopping may say "finished" once more
        # Not self._decoder.stop(): that keeps Python's lock while it waits for a thread that may be in our readData.
        QMetaObject.invokeMethod(self._decoder, "stop", Qt.ConnectionType.DirectConnection)  # type: ignore[call-overload]
        self._decoder.setSource(QUrl())
        if device is not None:
            device.close()
            device.deleteLater()

    def _take(self) -> None:
        while self._decoder.bufferAvailable():
            buffer = self._decoder.read()
            if not buffer.isValid() or buffer.frameCount() == 0:
                return
            samples = memoryview(buffer.constData()).cast("B").cast("h")
            self._loud.append(min(32767, max(max(samples), -min(samples))))  # noqa: PLW3301

    def _finish(self, *_error: object) -> None:
        if self._device is None:
            return
        self.stop()
        self.ready.emit(reduced(self._loud))


def reduced(loud: array[int], bins: int = BINS) -> tuple[float, ...]:
    """At most ``bins`` values, each the loudest of its stretch, scaled so that the loudest of all is 1."""
    loudest = max(loud, default=0)
    if loudest < 64:  # nothing but the noise of quantising
        return ()
    count = min(bins, len(loud))
    edges = [len(loud) * at // count for at in range(count + 1)]
    return tuple(max(loud[start:end]) / loudest for start, end in pairwise(edges))
