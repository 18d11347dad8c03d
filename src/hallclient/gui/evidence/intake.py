"""One file on its way into the vault (入库进度): how far, stop, and what to do when it failed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.evidence import EvidenceItem
from hallclient.errors import Cancelled, HallError
from hallclient.gui.evidence.desk import EvidenceDesk
from hallclient.gui.shared import messages
from hallclient.gui.shared.background import Background, Job, Reporter
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.progress import ProgressLine

Source = Path | bytes | Callable[[], bytes]
"""A file, its bytes, or what makes the bytes (in the worker lane: a pasted picture is packed there)."""


class Intake(QWidget):
    """Starts at once. ``finished`` gives the item, or None when it was stopped or put away."""

    finished = Signal(object)

    def __init__(
        self, background: Background, desk: EvidenceDesk, source: Source, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._background, self._desk, self._source = background, desk, source
        self._job: Job | None = None
        self.progress = ProgressLine()
        self.banner = Banner(closable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addWidget(self.banner)
        self.progress.cancelled.connect(self.stop)
        self.banner.acted.connect(self.start)
        self.banner.closed.connect(lambda: self.finished.emit(None))

    def start(self) -> None:
        """Begin, or begin again."""
        desk, source, name = self._desk, self._source, self.name
        self.banner.hide()
        self.progress.start(self.tr("入库 %1").replace("%1", name))

        def work(report: Reporter) -> EvidenceItem:
            given = source() if callable(source) else source
            return desk.add(
                given, name, progress=lambda done, of: report(done, of or 0), cancelled=lambda: report.stopped
            )

        self._job = self._background.run_long(
            "files",
            work,
            self.finished.emit,
            self._failed,
            progress=lambda done, of: self.progress.report(done, of, "B"),
            owner=self,
        )

    def stop(self) -> None:
        """Stop; what was written is removed."""
        if self._job is not None:
            self._job.cancel()

    def _failed(self, error: Exception) -> None:
        self.progress.finish()
        if isinstance(error, Cancelled):
            self.finished.emit(None)
            return
        if not isinstance(error, HallError):
            self.finished.emit(None)
            raise error
        said = messages.words(error)
        named = "" if self.name in said.what else f"{self.name}  "
        self.banner.say(named + messages.told(said), "late", action=self.tr("重试"))
