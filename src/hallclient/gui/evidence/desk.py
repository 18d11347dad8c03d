"""What the evidence pages need of a service (证据台): one small protocol, called on worker lanes only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from hallclient.domain.evidence import EvidenceItem, Mark
from hallclient.gui.evidence.device import Reader

Progress = Callable[[int, "int | None"], None]
CancelledCheck = Callable[[], bool]


class OpenReader(Reader, Protocol):
    """A reader that is closed by whoever asked for it."""

    def close(self) -> None: ...


class EvidenceDesk(Protocol):
    """Everything here may take time and may raise a HallError; nothing here is called on the window's thread."""

    def add(
        self, source: Path | bytes, name: str, *, progress: Progress | None, cancelled: CancelledCheck | None
    ) -> EvidenceItem:
        """Take a file (or pasted bytes) in: vault, facts, record, custody line."""

    def list(self) -> Sequence[EvidenceItem]:
        """Everything of this request, oldest first."""

    def open(self, item_id: str) -> OpenReader:
        """A decrypting reader. Thumbnails and waveforms use it too: it writes no custody line."""

    def verify(self, item_id: str, *, progress: Progress | None, cancelled: CancelledCheck | None) -> None:
        """Compare the whole file with its hash; a custody line either way. Raises ``evidence.tampered``."""

    def note_play(self, item_id: str) -> None:
        """Write the audit row and custody line. Called before the first sound or picture; a failure stops playing."""

    def marks(self, item_id: str) -> Sequence[Mark]:
        """The marks of a recording, earliest first."""
