"""The evidence desk of requests (诉求证据台): the panel's and the player's door to the evidence service."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from hallclient.domain.evidence import EvidenceDraft, EvidenceItem, Mark, Origin
from hallclient.domain.people import Actor
from hallclient.errors import Unavailable
from hallclient.gui.evidence.desk import CancelledCheck, OpenReader, Progress
from hallclient.services.evidence import EvidenceService

ORIGIN_OF_GROUP = {
    "phone": Origin.CALL_RECORDING, "hall": Origin.SERVICE_RECORDING, "letter": Origin.SCAN,
    "online": Origin.CUSTOMER, "visit": Origin.SERVICE_RECORDING,
}  # fmt: skip
"""Where evidence of a channel's group usually comes from; the person may say otherwise."""


class RequestDesk:
    """Evidence of one request, or of a draft (no ``request_id``: the ids taken in so far).

    ``origin`` and ``purpose`` go with every file that comes in. ``reason`` is why the person plays what others took in.
    """

    def __init__(
        self, service: EvidenceService, actor: Actor, request_id: str = "", *, purpose: str = "", reason: str = ""
    ) -> None:
        self._service, self._actor, self._request = service, actor, request_id
        self.ids: tuple[str, ...] = ()
        self._sources: dict[str, Path | bytes] = {}
        self.origin = Origin.CUSTOMER
        self.purpose = purpose
        self.reason = reason

    def add(
        self, source: Path | bytes, name: str, *, progress: Progress | None, cancelled: CancelledCheck | None
    ) -> EvidenceItem:
        """Vault, facts, record, custody line."""
        draft = EvidenceDraft(name=name, origin=self.origin, purpose=self.purpose)
        stream: Path | BinaryIO = source if isinstance(source, Path) else io.BytesIO(source)
        item = self._service.add(self._actor, stream, draft, progress=progress, cancelled=cancelled)
        self.ids = (*self.ids, item.id)
        self._sources[item.id] = source
        return item

    def list(self) -> Sequence[EvidenceItem]:
        """Everything of the request, or of the draft."""
        kept = self._service.items(self._actor, "requests", self._request) if self._request else ()
        known = {item.id for item in kept}
        return (*kept, *(self._service.item(self._actor, new) for new in self.ids if new not in known))

    def open(self, item_id: str) -> OpenReader:
        """What a thumbnail is made of: a file just taken in from where it came, any other from the vault."""
        if item_id in self._sources:
            return PlainReader(self._sources[item_id])
        return self._service.preview(self._actor, item_id)

    def verify(self, item_id: str, *, progress: Progress | None, cancelled: CancelledCheck | None) -> None:
        """Compare the whole file with its hash."""
        self._service.verify(self._actor, item_id, progress=progress, cancelled=cancelled)

    def note_play(self, item_id: str) -> None:
        """Thumbnails are not noted; see :class:`PlayingDesk`."""

    def marks(self, item_id: str) -> Sequence[Mark]:
        """The marks of a recording."""
        return self._service.marks(self._actor, item_id)


class PlayingDesk(RequestDesk):
    """The player's: every opening is a play."""

    def open(self, item_id: str) -> OpenReader:
        """A decrypting reader, after :meth:`verify`; the service writes custody line and audit row with it."""
        return self._service.open(self._actor, item_id, reason=self.reason)

    def note_play(self, item_id: str) -> None:
        """Nothing is left to note: :meth:`open` did, before a byte was read."""


class PlainReader:
    """A file as it came, read for its thumbnail."""

    def __init__(self, source: Path | bytes) -> None:
        try:
            self._file: BinaryIO = source.open("rb") if isinstance(source, Path) else io.BytesIO(source)
        except OSError as error:
            raise Unavailable("evidence.missing") from error
        self.size = self._file.seek(0, io.SEEK_END)
        self._lock = Lock()

    def read_at(self, position: int, count: int, /) -> bytes:
        """Bytes at a place, from any thread."""
        with self._lock:
            self._file.seek(position)
            return self._file.read(count)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._file.close()


def needs_reason(actor: Actor, receiver: str) -> bool:
    """Whether playing asks this person why: wide rights over what somebody else took in."""
    return actor.rights.get("evidence.play") in {"unit", "all"} and receiver != actor.user_id
