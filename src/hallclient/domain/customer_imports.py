"""Imports of customers (批量导入): what a dry run finds, what a run did, the log's line, what taking back left."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import datetime

from hallclient.domain.customer_rows import RowProblem

POLICIES = ("skip", "update")
"""What to do with an account that is here already: leave it, or put the row's fields over it."""

SHOWN_PROBLEMS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What a file holds. ``problems`` are the first ones; the whole list goes to a file."""

    rows: int
    fresh: int
    known: int
    refused: int
    left_out: int
    problem_count: int
    problems: tuple[RowProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What a run did: rows read, customers added, updated, found equal, rows refused, fields left out."""

    import_id: str
    rows: int
    added: int
    updated: int
    unchanged: int
    refused: int
    left_out: int
    problems: tuple[RowProblem, ...]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecord:
    """A line of the import log (S10). ``result``: done, cancelled, failed, undone."""

    id: str
    file_name: str
    sha256: str
    size: int
    mapping: str
    source: str
    policy: str
    rows: int
    added: int
    updated: int
    unchanged: int
    refused: int
    left_out: int
    result: str
    at: datetime
    who: str
    undone_at: datetime | None = None
    undone_by: str = ""
    undo_reason: str = ""
    kept: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """A customer that an undo left as it is, and why: changed since, or used by an order."""

    customer_id: str
    account: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoReport:
    """What taking an import back did."""

    removed: int
    restored: int
    kept: tuple[KeptRow, ...]


class FirstRows:
    """Remembers the row in which each account number stood first, in about 24 bytes a number.

    Numbers are digits, so a number below 2**64 is its own key; longer ones are folded, and the rare false match
    (once in ten million rows) only asks a person to look.
    """

    _FULL = 0.6

    def __init__(self) -> None:
        self._count = 0
        self._room(1 << 16)

    def seen(self, account: str, row: int) -> int:
        """The row that had this number before, or 0 and it is remembered."""
        if self._count > self._FULL * len(self._keys):
            self._grow()
        key = (int(account) if account.isdigit() else hash(account)) % 0xFFFF_FFFF_FFFF_FFC5 + 1
        place = self._find(key)
        if self._keys[place]:
            return self._rows[place]
        self._keys[place], self._rows[place] = key, row
        self._count += 1
        return 0

    def _find(self, key: int) -> int:
        mask = len(self._keys) - 1
        place = (key * 0x9E37_79B9_7F4A_7C15 >> 20) & mask
        while self._keys[place] and self._keys[place] != key:
            place = (place + 1) & mask
        return place

    def _grow(self) -> None:
        old = zip(self._keys, self._rows, strict=True)
        self._room(2 * len(self._keys))
        for key, row in old:
            if key:
                place = self._find(key)
                self._keys[place], self._rows[place] = key, row

    def _room(self, places: int) -> None:
        self._keys = array("Q", bytes(8 * places))
        self._rows = array("L", bytes(array("L").itemsize * places))
