"""Media facts: read what is there, never fail over what is not."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from hallclient import errors, resources
from hallclient.domain.evidence import EvidenceKind
from hallclient.errors import Unavailable
from hallclient.store.media_facts import facts
from hallclient.store.vault import Vault

MEDIA = resources.folder("demo", "media")


def sound(container: str, codec: str, rate: int, *, seconds: int = 2, **said: str) -> bytes:
    target = io.BytesIO()
    with av.open(target, "w", format=container) as made:
        made.metadata.update(said)
        stream = made.add_stream(codec, rate=rate)
        stream.layout = "mono"
        samples = (np.sin(np.arange(rate * seconds) * 0.2) * 9000).astype(np.int16)
        resampler = av.AudioResampler(format=stream.format, layout="mono", rate=rate, frame_size=160)
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = rate
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            made.mux(stream.encode(part))
        made.mux(stream.encode(None))
    return target.getvalue()


def test_the_demo_recording() -> None:
    read = facts(MEDIA / "complaint-call.m4a", "complaint-call.m4a")
    assert (read.kind, read.codec, read.sample_rate, read.channels) == (EvidenceKind.AUDIO, "AAC", 8000, 1)
    assert read.duration_ms is not None
    assert 20_000 < read.duration_ms < 30_000
    assert read.recorded_at == datetime(2026, 6, 4, 2, 40, tzinfo=UTC)
    assert (read.playable, read.reason) == (True, None)


def test_the_demo_video() -> None:
    read = facts(MEDIA / "counter-video.mp4", "counter-video.mp4")
    assert (read.kind, read.codec, read.width, read.height) == (EvidenceKind.VIDEO, "AVC + AAC", 640, 360)
    assert read.duration_ms == 15_000
    assert read.recorded_at == datetime(2026, 6, 4, 2, 12, 5, tzinfo=UTC)
    assert read.playable


def test_the_demo_pictures_carry_their_beijing_clock() -> None:
    photo = facts(MEDIA / "wall-notice.jpg", "x")
    assert (photo.kind, photo.container, photo.width, photo.height) == (EvidenceKind.IMAGE, "JPEG", 1280, 960)
    assert photo.recorded_at == datetime(2026, 6, 4, 2, 20, 31, tzinfo=UTC)
    scan = facts(MEDIA / "letter-scan.jpg", "x")
    assert scan.recorded_at == datetime(2026, 6, 5, 1, 52, 10, tzinfo=UTC)


def test_a_file_of_the_vault_is_read_without_decrypting_it_to_disk(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault", bytes(32))
    source = MEDIA / "counter-video.mp4"
    with vault.open(vault.add(source)) as reader:
        assert facts(reader, source.name) == facts(source, source.name)


@pytest.mark.parametrize(
    ("container", "codec", "rate"),
    [
        ("mp3", "libmp3lame", 8000),
        ("wav", "pcm_alaw", 8000),
        ("wav", "pcm_s16le", 16000),
        ("amr", "libopencore_amrnb", 8000),
    ],
)
def test_what_recorders_of_the_field_write(container: str, codec: str, rate: int) -> None:
    read = facts(io.BytesIO(sound(container, codec, rate)), f"call.{container}")
    assert (read.kind, read.playable, read.sample_rate) == (EvidenceKind.AUDIO, True, rate)
    assert read.duration_ms is not None
    assert 1900 <= read.duration_ms <= 2200


def test_an_mp3_with_its_date() -> None:
    read = facts(io.BytesIO(sound("mp3", "libmp3lame", 8000, date="2026-06-04T10:40:00")), "a.mp3")
    assert read.recorded_at == datetime(2026, 6, 4, 10, 40, tzinfo=UTC), "times in ID3v2.4 are UTC by its standard"


def reason(content: bytes, name: str) -> tuple[EvidenceKind, bool, str | None]:
    read = facts(io.BytesIO(content), name)
    return read.kind, read.playable, read.reason


def test_each_file_that_cannot_be_played_has_its_reason() -> None:
    video = (MEDIA / "counter-video.mp4").read_bytes()
    late_index = sound("mp4", "aac", 16000)
    other, document = EvidenceKind.OTHER, EvidenceKind.DOCUMENT
    assert reason(b"", "a.mp4") == (other, False, "evidence.empty_file")
    assert reason(bytes(range(256)) * 40, "a.dav") == (other, False, "evidence.unknown_format")
    assert reason(late_index[: len(late_index) // 2], "a.mp4") == (other, False, "evidence.damaged")
    assert reason(video[: len(video) // 2], "a.mp4") == (EvidenceKind.VIDEO, True, "evidence.cut_short")
    assert reason((MEDIA / "wall-notice.jpg").read_bytes()[:9000], "a.jpg")[1:] == (False, "evidence.damaged")
    assert reason(b"%PDF-1.7\n...", "a.pdf") == (document, True, None)
    assert reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a") == (document, False, "evidence.document_kept")
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    assert reason(word.getvalue(), "约谈记录.docx") == (document, False, "evidence.document_kept")


def test_a_picture_bomb_is_named_not_opened() -> None:
    target = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(target, "PNG")
    assert reason(target.getvalue(), "a.png") == (EvidenceKind.IMAGE, False, "evidence.picture_too_large")


@given(
    st.binary(max_size=3000),
    st.sampled_from(
        [b"", b"\xff\xd8\xff", b"RIFF\x10\x00\x00\x00WAVEfmt ", b"\x00\x00\x00\x18ftypmp42", b"ID3\x04", b"II*\x00"]
    ),
    st.sampled_from(["a.mp4", "b.jpg", "c", "录音.wav"]),
)
@settings(deadline=None, max_examples=150)
def test_no_content_makes_it_fail(content: bytes, head: bytes, name: str) -> None:
    read = facts(io.BytesIO(head + content), name)
    assert read.playable or read.reason in errors.codes()


@given(st.integers(0, 139), st.integers(0, 255), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_a_scratched_video_never_makes_it_fail(block: int, value: int, luck: object) -> None:
    video = bytearray((MEDIA / "counter-video.mp4").read_bytes())
    video[block * 40 : block * 40 + 20] = bytes([value]) * 20
    read = facts(io.BytesIO(video), "a.mp4")
    assert read.playable or read.reason in errors.codes()


class CountingZeros(io.RawIOBase):
    """Six gigabytes of nothing, counting what is read of them."""

    def __init__(self) -> None:
        self.at = self.given = 0

    def read(self, size: int = -1) -> bytes:
        self.at += size
        self.given += size
        return bytes(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at = offset if whence == 0 else (6 << 30) + offset
        return self.at

    def tell(self) -> int:
        return self.at


def test_a_huge_file_of_nothing_is_not_read_through() -> None:
    zeros = CountingZeros()
    assert facts(zeros, "a.mp4").reason == "evidence.unknown_format"
    assert zeros.given < 100 << 20


def test_tampered_evidence_is_not_called_damaged(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault", bytes(32), chunk_size=4096)
    file = vault.add(MEDIA / "complaint-call.m4a")
    (path,) = (tmp_path / "vault").rglob(file.id)
    sealed = bytearray(path.read_bytes())
    sealed[5] ^= 1
    path.write_bytes(sealed)
    with vault.open(file) as reader, pytest.raises(Unavailable, match="tampered"):
        facts(reader, "complaint-call.m4a")
