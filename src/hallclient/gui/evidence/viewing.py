"""One viewing of one item (调阅): check the hash, open, note the play; in that order, or not at all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hallclient.domain.evidence import EvidenceItem
from hallclient.errors import Cancelled, HallError
from hallclient.gui.evidence.desk import EvidenceDesk, OpenReader
from hallclient.gui.shared.background import Background, Job


class Viewing(QObject):
    """``state``: empty, checking, unchecked (stopped by the person), ready, noting, shown, refused."""

    state_changed = Signal(str)
    progressed = Signal(int, int)
    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._checking: Job | None = None
        self.desk: EvidenceDesk | None = None
        self.item: EvidenceItem | None = None
        self.reader: OpenReader | None = None
        self.turn = 0
        """Counts viewings: what comes back for an earlier one is dropped."""
        self.state = "empty"

    def start(self, desk: EvidenceDesk, item: EvidenceItem) -> None:
        """Check an item that can be shown; refuse one that cannot."""
        self.close()
        self.desk, self.item = desk, item
        if item.playable:
            self.check()
        else:
            self.refuse(HallError(item.reason or "evidence.unknown_format"))

    def check(self) -> None:
        """Compare with the hash, then open."""
        if self.desk is None or self.item is None or self.state == "checking":
            return
        desk, item, turn = self.desk, self.item, self.turn

        def work(report: Callable[[int, int], None]) -> OpenReader:
            desk.verify(item.id, progress=lambda done, of: report(done, of or 0), cancelled=None)
            return desk.open(item.id)

        def done(reader: OpenReader) -> None:
            if turn != self.turn:
                reader.close()
                return
            self.reader = reader
            self._become("ready")
            self.opened.emit(reader)

        self._become("checking")
        self._checking = self._background.run_long(
            "files",
            work,
            done,
            lambda error: self._failed(turn, error),
            progress=lambda count, of: self.progressed.emit(count, of) if turn == self.turn else None,
            owner=self,
        )

    def stop_check(self) -> None:
        """The person does not want to wait."""
        if self._checking is not None:
            self._checking.cancel()

    def noted(self, then: Callable[[], None]) -> None:
        """Note the play once per viewing, then go on; where it cannot be noted, nothing is shown."""
        if self.state == "shown":
            then()
        elif self.state == "ready" and self.desk is not None and self.item is not None:
            desk, item, turn = self.desk, self.item, self.turn

            def done(_nothing: None) -> None:
                if turn == self.turn and self.state == "noting":
                    self._become("shown")
                    then()

            self._become("noting")
            self._background.run(
                "store",
                lambda: desk.note_play(item.id),
                done,
                lambda error: self._failed(turn, error),
                owner=self,
            )

    def refuse(self, error: HallError) -> None:
        """Nothing is shown (any more)."""
        self._become("refused")
        self.refused.emit(error)

    def close(self) -> None:
        """Let go of the file."""
        self.turn += 1
        self.stop_check()
        self._checking = None
        if self.reader is not None:
            self.reader.close()
        self.desk = self.item = self.reader = None
        self._become("empty")

    def _failed(self, turn: int, error: Exception) -> None:
        if turn != self.turn:
            return
        if isinstance(error, Cancelled):
            self._become("unchecked")
        elif isinstance(error, HallError):
            self.refuse(error)
        else:
            self.refuse(HallError("evidence.cannot_play"))
            raise error

    def _become(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
