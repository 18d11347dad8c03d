"""A desk over a real vault for the tests of the evidence pages: what the service does, without a store."""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hallclient.domain.evidence import EvidenceItem, Mark, MarkDraft
from hallclient.errors import HallError, NotFound
from hallclient.gui.evidence.desk import CancelledCheck, Progress
from hallclient.store.media_facts import facts
from hallclient.store.vault import Vault
from hallclient.store.vault_format import VaultFile, VaultReader

NOW = datetime(2026, 6, 10, 6, 9, tzinfo=UTC)


class DeskOnVault:
    """Keeps its records in memory. ``touched`` lists what was done, in order; ``gate`` holds an intake back."""

    def __init__(self, folder: Path) -> None:
        self.vault = Vault(folder, bytes(range(32)))
        self.files: dict[str, VaultFile] = {}
        self.items: list[EvidenceItem] = []
        self.kept_marks: list[Mark] = []
        self.touched: list[str] = []
        self.refuse_play: HallError | None = None
        self.gate = threading.Event()
        self.gate.set()

    def add(
        self, source: Path | bytes, name: str, *, progress: Progress | None, cancelled: CancelledCheck | None
    ) -> EvidenceItem:
        def held(done: int, of: int | None) -> None:
            if progress is not None:
                progress(done, of)
            while not self.gate.wait(0.01):
                if progress is not None:
                    progress(done, of)

        stream = source if isinstance(source, Path) else io.BytesIO(source)
        file = self.vault.add(stream, progress=held, cancelled=cancelled)
        with self.vault.open(file) as reader:
            read = facts(reader, name)
        item = EvidenceItem(
            id=file.id, number=f"ZJ-{len(self.items) + 1:04d}", name=name, kind=read.kind, size=file.size,
            sha256=file.sha256, received_at=NOW, verified_at=NOW, duration_ms=read.duration_ms, width=read.width,
            height=read.height, container=read.container, codec=read.codec, recorded_at=read.recorded_at,
            playable=read.playable, reason=read.reason,
        )  # fmt: skip
        self.files[file.id] = file
        self.items.append(item)
        self.touched.append("add")
        return item

    def list(self) -> Sequence[EvidenceItem]:
        return tuple(self.items)

    def open(self, item_id: str) -> VaultReader:
        if item_id not in self.files:
            raise NotFound("evidence.missing")
        return self.vault.open(self.files[item_id])

    def verify(self, item_id: str, *, progress: Progress | None, cancelled: CancelledCheck | None) -> None:
        self.touched.append("verify")
        self.vault.verify(self.files[item_id], progress=progress, cancelled=cancelled)

    def note_play(self, item_id: str) -> None:
        if self.refuse_play is not None:
            raise self.refuse_play
        self.touched.append("play")

    def marks(self, item_id: str) -> Sequence[Mark]:
        return tuple(self.kept_marks)

    def keep(self, draft: MarkDraft, by: str = "何予安") -> None:
        """What the owner of a player does with ``mark_made``."""
        made = Mark(id=f"m{len(self.kept_marks)}", at_ms=draft.at_ms, text=draft.text, by=by, made_at=NOW)
        self.kept_marks.append(made)

    def scratch(self, item: EvidenceItem, at: int = 100) -> None:
        """Change one byte of the stored file."""
        (path,) = self.vault._folder.rglob(item.id)
        sealed = bytearray(path.read_bytes())
        sealed[at] ^= 1
        path.write_bytes(sealed)

    def rename(self, item: EvidenceItem, name: str) -> EvidenceItem:
        """Another name on the record."""
        made = replace(item, name=name)
        self.items[self.items.index(item)] = made
        return made
