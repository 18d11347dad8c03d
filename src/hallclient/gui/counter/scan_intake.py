"""Scans on their way into the vault (扫描入库): one after the other, with progress and a stop."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hallclient.domain.evidence import EvidenceDraft, EvidenceItem, Origin
from hallclient.errors import HallError
from hallclient.gui.counter.drop_area import DropArea
from hallclient.gui.shared.background import Job, Reporter
from hallclient.gui.shared.controls.progress import ProgressLine
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace


class ScanIntake(QWidget):
    """The drop area with the progress of what comes in. ``came`` gives each EvidenceItem with its label."""

    asked = Signal(object)
    """Files were dropped or chosen: say for which paper with :meth:`add`."""
    came = Signal(object, str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self._waiting: deque[tuple[Path, str]] = deque()
        self._job: Job | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(6))
        self.progress = ProgressLine()
        self.progress.cancelled.connect(self.stop)
        self.drop = DropArea(self.tr("把扫描件拖到这里，或用高拍仪"), "F8")
        self.drop.pressed.connect(self.choose)
        self.drop.dropped.connect(self.asked)
        column.addWidget(self.progress)
        column.addWidget(self.drop)
        if not workplace.actor.may("evidence.add"):
            self.drop.setEnabled(False)
            self.drop.setToolTip(self.tr("您没有存入证据的权限"))

    def choose(self) -> None:
        """The file dialog: where the document camera puts its pictures."""
        if not self.drop.isEnabled():
            return
        names, _ = QFileDialog.getOpenFileNames(
            self.window(),
            self.tr("选择扫描件"),
            "",
            self.tr("扫描件") + " (*.jpg *.jpeg *.png *.pdf *.tif *.tiff);;" + self.tr("所有文件") + " (*)",
        )
        if names:
            self.asked.emit([Path(name) for name in names])

    def add(self, paths: Sequence[Path], label: str) -> None:
        """Take files in for one paper."""
        self._waiting.extend((path, label) for path in paths)
        if self._job is None:
            self._next()

    def stop(self) -> None:
        """Stop, and forget what waits."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        self._job = None
        if not self._waiting:
            self.progress.finish()
            return
        path, label = self._waiting.popleft()
        place = self._place
        self.progress.start(self.tr("入库 %1").replace("%1", path.name))
        draft = EvidenceDraft(name=path.name[-200:], origin=Origin.SCAN, purpose=self.tr("业务受理收资"))

        def work(report: Reporter) -> EvidenceItem:
            return place.services.evidence.add(
                place.actor, path, draft, progress=lambda done, of: report(done, of or 0),
                cancelled=lambda: report.stopped,
            )  # fmt: skip

        def done(item: EvidenceItem) -> None:
            self.came.emit(item, label)
            self._next()

        def failed(error: Exception) -> None:
            known = isinstance(error, HallError) and place.messages.tell(error)
            self._next()
            if not known:
                place.background.unexpected(error)

        self._job = place.background.run_long(
            "files", work, done, failed,
            progress=lambda done, of: self.progress.report(done, of, "B"), owner=self,
        )  # fmt: skip
