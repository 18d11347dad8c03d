"""What a media file says about itself (媒体信息): kind, codec, length, when it was recorded, whether it can be played.

MediaInfo reads recordings and videos, Pillow reads pictures; both from a stream, so a file of the vault is never
decrypted to disk. A file nobody can read is kind ``other`` with a plain reason; it is kept all the same.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO, Protocol

from hallclient.domain.evidence import EvidenceFacts, EvidenceKind
from hallclient.domain.instants import BEIJING
from hallclient.errors import HallError


class ByteSource(Protocol):
    """A seekable binary stream: an open file, bytes in memory, or a reader of the vault."""

    def read(self, size: int = -1, /) -> bytes: ...

    def seek(self, offset: int, whence: int = 0, /) -> int: ...

    def tell(self) -> int: ...


_HEAD = 4096
_READ_LIMIT = 96 << 20
_PIXEL_LIMIT = 120_000_000
_one_at_a_time = Lock()  # MediaInfo's options belong to the whole process

_PLAYED_AUDIO = {
    "AAC", "MPEG Audio", "PCM", "ADPCM", "AMR", "FLAC", "Opus", "Vorbis", "WMA", "ALAC", "GSM", "GSM 6.10", "G.729",
    "G.723.1", "AC-3", "E-AC-3", "Speex", "Monkey's Audio", "TrueSpeech", "QCELP", "EVRC", "DTS", "WavPack", "TTA",
}  # fmt: skip
_PLAYED_VIDEO = {
    "AVC", "HEVC", "MPEG Video", "MPEG-4 Visual", "JPEG", "VP8", "VP9", "H.263", "Sorenson Spark", "VC-1", "WMV",
    "Theora", "RealVideo 4", "AVS Video", "Motion JPEG",
}  # fmt: skip
_PICTURES = (
    b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*",
)  # fmt: skip
_OFFICE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")
_DOCUMENT_ENDINGS = {
    ".pdf", ".ofd", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".txt", ".csv", ".rtf", ".eml",
}  # fmt: skip
_MOMENT = re.compile(r"(\d{4})[-:/](\d\d)[-:/](\d\d)[T ](\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)$")


def facts(source: Path | ByteSource, name: str) -> EvidenceFacts:
    """Read a file's facts; ``name`` is what it was called. Never fails because of the file's content."""
    if isinstance(source, Path):
        with source.open("rb") as stream:
            return _facts(stream, name)
    return _facts(source, name)


def _facts(stream: ByteSource | BinaryIO, name: str) -> EvidenceFacts:
    stream.seek(0)
    head = stream.read(_HEAD)
    if not head:
        return EvidenceFacts(kind=EvidenceKind.OTHER, reason="evidence.empty_file")
    stream.seek(0)
    try:
        if head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
            return _picture(stream)
        if b"%PDF-" in head[:1024]:
            return EvidenceFacts(kind=EvidenceKind.DOCUMENT, container="PDF", playable=True)
        ending = Path(name).suffix.lower()
        if head.startswith(_OFFICE) or ending in _DOCUMENT_ENDINGS:
            return EvidenceFacts(
                kind=EvidenceKind.DOCUMENT, container=ending.lstrip(".").upper(), reason="evidence.document_kept"
            )
        return _recording(stream)
    except HallError:
        raise
    except Exception:  # whatever a parser makes of a broken file: the file is kept, and that is all we know
        return EvidenceFacts(kind=EvidenceKind.OTHER, reason="evidence.unknown_format")


def _picture(stream: ByteSource | BinaryIO) -> EvidenceFacts:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(stream) as picture:  # type: ignore[arg-type]
                container, (width, height) = picture.format or "", picture.size
                exif = picture.getexif()
                details: Mapping[int, Any] = exif.get_ifd(0x8769)
                taken = str(details.get(0x9003) or exif.get(0x0132) or "") + str(details.get(0x9011) or "")
                known = EvidenceFacts(
                    kind=EvidenceKind.IMAGE,
                    container=container,
                    codec=container,
                    width=width,
                    height=height,
                    recorded_at=_moment(taken),
                    reason="evidence.picture_too_large",
                )
                if width * height > _PIXEL_LIMIT:
                    return known
                picture.draft(picture.mode, (256, 256))
                picture.load()
        except Image.DecompressionBombError:
            return EvidenceFacts(kind=EvidenceKind.IMAGE, reason="evidence.picture_too_large")
        except (OSError, SyntaxError, ValueError):
            return EvidenceFacts(kind=EvidenceKind.IMAGE, reason="evidence.damaged")
    return _playable(known)


def _playable(known: EvidenceFacts, reason: str | None = None) -> EvidenceFacts:
    return replace(known, playable=True, reason=reason)


def _recording(stream: ByteSource | BinaryIO) -> EvidenceFacts:
    from pymediainfo import MediaInfo

    with _one_at_a_time:
        tracks = [track.to_data() for track in MediaInfo.parse(_Bounded(stream)).tracks]
    general = next((track for track in tracks if track["track_type"] == "General"), {})
    video = next((track for track in tracks if track["track_type"] == "Video"), None)
    audio = next((track for track in tracks if track["track_type"] == "Audio"), None)
    container = str(general.get("format", ""))
    cut = general.get("istruncated") == "Yes"
    if not container:
        return EvidenceFacts(kind=EvidenceKind.OTHER, reason="evidence.unknown_format")
    if video is None and audio is None:
        reason = "evidence.damaged" if cut or general.get("internet_media_type") else "evidence.unknown_format"
        return EvidenceFacts(kind=EvidenceKind.OTHER, container=container, reason=reason)
    first = video or audio or {}
    known = EvidenceFacts(
        kind=EvidenceKind.VIDEO if video else EvidenceKind.AUDIO,
        container=container,
        codec=" + ".join(str(track.get("format", "?")) for track in (video, audio) if track),
        duration_ms=_whole(general.get("duration")) or _whole(first.get("duration")),
        width=_whole(first.get("width")),
        height=_whole(first.get("height")),
        recorded_at=next(
            (
                moment
                for track in (general, first)
                for field in ("recorded_date", "encoded_date", "mastered_date", "tagged_date")
                if (moment := _moment(str(track.get(field, ""))))
            ),
            None,
        ),
        sample_rate=_whole((audio or {}).get("sampling_rate")),
        channels=_whole((audio or {}).get("channel_s")),
        reason="evidence.codec_unknown",
    )
    heard = audio is None or str(audio.get("format", "")) in _PLAYED_AUDIO
    seen = video is None or str(video.get("format", "")) in _PLAYED_VIDEO
    if not (heard and seen):
        return known
    return _playable(known, "evidence.cut_short" if cut else None)


class _Bounded:
    """The stream, ending early: a large file without any structure is not read through to its end."""

    def __init__(self, stream: ByteSource | BinaryIO) -> None:
        self._stream = stream
        self._left = _READ_LIMIT

    def read(self, size: int) -> bytes:
        found = self._stream.read(min(size, self._left))
        self._left -= len(found)
        return found

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()


def _whole(value: Any) -> int | None:
    """MediaInfo gives numbers as int, float or text, and sometimes several joined by a slash."""
    found = re.match(r"\d+", str(value))
    return int(found.group()) if found else None


def _moment(text: str) -> datetime | None:
    """A moment as media files write it; without a zone it is the Beijing clock of the recorder."""
    found = _MOMENT.search(text)
    if not found:
        return None
    offset = _OFFSET.search(text)
    try:
        moment = datetime(*(int(part) for part in found.groups()), tzinfo=BEIJING)  # type: ignore[arg-type,misc]
        if "UTC" in text or text.endswith("Z"):
            moment = moment.replace(tzinfo=UTC)
        elif offset:
            moment = datetime.fromisoformat(
                moment.replace(tzinfo=None).isoformat() + f"{offset[1]}{offset[2]}:{offset[3]}"
            )
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.year > 1990 else None  # 1904 and 1970 are clocks never set
