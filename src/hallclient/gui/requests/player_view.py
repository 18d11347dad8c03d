"""Evidence played in the page (调阅): the player with its marks and custody line kept through the service (K14)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.evidence import Custody, EvidenceItem, Mark, MarkDraft
from hallclient.gui.evidence.player import EvidencePlayer
from hallclient.gui.requests.request_desk import PlayingDesk, needs_reason
from hallclient.gui.shared import formats, messages
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.workplace import Workplace


class PlayerView(QWidget):
    """``peaks_known(item_id, loudness)`` lets the page draw the recording it came from."""

    back_wanted = Signal()
    peaks_known = Signal(str, object)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self.desk: PlayingDesk | None = None
        self.player = EvidencePlayer(workplace.background)
        self.player.mark_made.connect(self._keep_mark)
        self.player.back_wanted.connect(self.back_wanted)
        self.player.peaks.ready.connect(self._peaks)
        self.player.viewing.state_changed.connect(lambda _state: self._custody())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.player)

    @property
    def keys(self) -> Sequence[KeyHint]:
        """For F1."""
        return self.player.keys

    def play(self, item: EvidenceItem, *, request_id: str, number: str, receiver: str) -> bool:
        """Check and show an item; False when the person did not say why where the rules ask."""
        place, reason = self._place, ""
        if needs_reason(place.actor, receiver):
            asked = messages.ask_reason(
                self, self.tr("调阅“%1”").replace("%1", item.name), self.tr("调阅原因记入保管链和审计日志。"),
                label=self.tr("调阅原因"), yes=self.tr("调阅"),
            )  # fmt: skip
            if not asked:
                return False
            reason = asked
        self.desk = PlayingDesk(place.services.evidence, place.actor, request_id, reason=reason)
        meta = "  •  ".join(filter(None, (number, item.number, formats.size(item.size), item.codec)))
        mark = f"{place.actor.name} {formats.instant(place.clock())}"
        self.player.load(self.desk, item, meta=meta, watermark=mark)
        return True

    def stop(self) -> None:
        """Let go of the file."""
        self.player.clear()
        self.desk = None

    def _keep_mark(self, item: EvidenceItem, draft: MarkDraft) -> None:
        place = self._place

        def work() -> Sequence[Mark]:
            service = place.services.evidence
            service.add_mark(place.actor, item.id, draft)
            return service.marks(place.actor, item.id)

        def done(marks: Sequence[Mark]) -> None:
            if self.player.item is not None and self.player.item.id == item.id:
                self.player.set_marks(marks)
                self._custody()

        place.background.run("store", work, done, owner=self)

    def _custody(self) -> None:
        place, item = self._place, self.player.item
        if item is None or self.player.viewing.state == "checking":
            return

        def done(lines: Sequence[Custody]) -> None:
            if self.player.item is not None and self.player.item.id == item.id:
                self.player.set_custody(lines)

        place.background.run("store", lambda: place.services.evidence.custody(place.actor, item.id), done, owner=self)

    def _peaks(self, peaks: Sequence[float]) -> None:
        if self.player.item is not None:
            self.peaks_known.emit(self.player.item.id, tuple(peaks))
