"""A file of the vault as Qt reads it (解密播放设备): decrypts in memory, chunk by chunk, never to disk."""

from __future__ import annotations

from threading import Lock
from typing import Protocol

from PySide6.QtCore import QIODevice, QIODeviceBase, QObject

from hallclient.errors import HallError


class Reader(Protocol):
    """What the device needs of a vault reader: bytes at a place, from any thread."""

    @property
    def size(self) -> int: ...

    def read_at(self, position: int, count: int, /) -> bytes: ...


class VaultDevice(QIODevice):
    """A random-access device over a reader. Qt calls :meth:`readData` on its own threads; no widget is touched there.

    A read that fails ends the stream for Qt; :attr:`failure` keeps why, for the words shown to people. Stop the player
    and take the device from it (``setSource(QUrl())``) before closing.
    """

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._reader: Reader | None = reader
        self._size = reader.size
        self._lock = Lock()
        self.failure: HallError | None = None
        self.open(QIODeviceBase.OpenModeFlag.ReadOnly | QIODeviceBase.OpenModeFlag.Unbuffered)

    def isSequential(self) -> bool:
        return False

    def size(self) -> int:
        return self._size

    def bytesAvailable(self) -> int:
        return 0 if self.ended else max(0, self._size - self.pos())

    def atEnd(self) -> bool:
        """Also after a failure: Qt's demultiplexer would ask for ever otherwise."""
        return self.bytesAvailable() == 0

    @property
    def ended(self) -> bool:
        """Whether nothing more will be read."""
        return self._reader is None or self.failure is not None

    def readData(self, maxlen: int) -> bytes:
        with self._lock:
            if self._reader is None or self.failure is not None:
                return b""
            try:
                return self._reader.read_at(self.pos(), maxlen)
            except HallError as failure:
                self.failure = failure
                self.setErrorString(failure.code)
                return b""
            except ValueError:  # closed by its owner meanwhile
                return b""

    def writeData(self, data: bytes | bytearray | memoryview, maxlen: int) -> int:
        return -1

    def close(self) -> None:
        with self._lock:
            self._reader = None
        super().close()
