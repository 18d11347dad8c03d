"""The decrypting device: same bytes as the file, an end after a failure, and no deadlock with Qt's own threads."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QIODevice
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallclient import resources
from hallclient.errors import Unavailable
from hallclient.gui.evidence.device import VaultDevice
from hallclient.gui.evidence.peaks import Peaks, reduced
from hallclient.gui.evidence.waveform import short_clock
from hallclient.store.vault import Vault

MEDIA = resources.folder("demo", "media")
PATIENCE = 15_000
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)


@given(
    st.binary(min_size=1, max_size=400),
    st.lists(st.tuples(st.integers(0, 450), st.integers(0, 300)), min_size=1, max_size=12),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_qt_reads_what_was_put_in(tmp_path: Path, plain: bytes, places: list[tuple[int, int]]) -> None:
    vault = Vault(tmp_path / "vault", bytes(32), chunk_size=64)
    with vault.open(vault.add(io.BytesIO(plain))) as reader:
        device = VaultDevice(reader)
        assert device.size() == len(plain)
        assert not device.isSequential()
        for position, count in places:
            if position <= len(plain):
                assert device.seek(position)
                assert bytes(device.read(count).data()) == plain[position : position + count]
        assert not device.isWritable()
        device.close()


def test_a_failure_is_kept_and_ends_the_stream(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault", bytes(32), chunk_size=64)
    file = vault.add(io.BytesIO(os.urandom(640)))
    (path,) = (tmp_path / "vault").rglob(file.id)
    sealed = bytearray(path.read_bytes())
    sealed[300] ^= 1
    path.write_bytes(sealed)
    with vault.open(file) as reader:
        device = VaultDevice(reader)
        assert len(device.read(100).data()) == 100
        assert not device.atEnd()
        assert bytes(device.read(300).data()) == b""
        assert device.failure is not None
        assert device.failure.code == "evidence.tampered"
        assert device.atEnd(), "otherwise Qt's demultiplexer asks for ever"
        device.close()


def test_a_reader_closed_under_the_device_ends_the_stream(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault", bytes(32))
    reader = vault.open(vault.add(io.BytesIO(b"x" * 100)))
    device = VaultDevice(reader)
    reader.close()
    assert bytes(device.read(10).data()) == b""
    device.close()
    assert isinstance(device, QIODevice)


class Slow:
    """A medium that makes Qt's threads wait in Python, where a careless stop would hang for ever."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.size = len(content)

    def read_at(self, position: int, count: int, /) -> bytes:
        threading.Event().wait(0.003)
        return self.content[position : position + min(count, 4096)]


@pytest.mark.timeout(60)
def test_stopping_while_qt_reads_never_hangs(qtbot: QtBot, qapp: QApplication) -> None:
    content = (MEDIA / "complaint-call.m4a").read_bytes()
    peaks = Peaks()
    for turn in range(12):
        peaks.start(Slow(content))
        for _ in range(turn):
            qapp.processEvents()
        peaks.stop()
    with qtbot.waitSignal(peaks.ready, timeout=PATIENCE) as ready:
        peaks.start(Slow(content))
    assert max((ready.args or [()])[0]) == 1.0


@pytest.mark.timeout(60)
@pytest.mark.parametrize("broken_from", [100, 5_000, 40_000])
def test_reading_that_fails_ends_the_waveform(qtbot: QtBot, broken_from: int) -> None:
    content = (MEDIA / "counter-video.mp4").read_bytes()

    class Broken(Slow):
        def read_at(self, position: int, count: int, /) -> bytes:
            if position > broken_from:
                raise Unavailable("evidence.tampered")
            return self.content[position : position + count]

    peaks = Peaks()
    with qtbot.waitSignal(peaks.ready, timeout=PATIENCE):
        peaks.start(Broken(content))


def test_silence_has_no_waveform_and_the_loudest_is_one() -> None:
    from array import array

    assert reduced(array("H", [0, 3, 5])) == ()
    assert reduced(array("H")) == ()
    assert reduced(array("H", [100, 200, 50, 400]), bins=2) == (0.5, 1.0)
    assert len(reduced(array("H", range(2000)))) == 600


def test_the_axis_is_written_shortly() -> None:
    assert [short_clock(seconds) for seconds in (0, 290, 3890)] == ["00:00", "04:50", "1:04:50"]
