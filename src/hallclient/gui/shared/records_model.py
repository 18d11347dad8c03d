"""Records as a model (列表模型): pages over a fetch function on the store lane; rows show at once and fill."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hallclient.gui.shared import icons
from hallclient.gui.shared.background import Background, Job
from hallclient.gui.shared.controls.tables import LOOK_ROLE, RowLook
from hallclient.gui.shared.theme import look

RECORD_ROLE = Qt.ItemDataRole.UserRole + 100
"""The record itself, from any index."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 102
PAGE = 100

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, kw_only=True)
class Column(Generic[R]):  # with slots, ``Column[Order](...)`` fails on Python 3.11
    """One column: its head, its text, and where wanted alignment, tone, icon, hover text and sort key."""

    title: str
    text: Callable[[R], str]
    right: bool = False
    tone: Callable[[R], str] | None = None
    icon: Callable[[R], str] | None = None
    tip: Callable[[R], str] | None = None
    sort: str = ""
    strong: bool = False


class RecordsModel(QAbstractTableModel, Generic[R]):
    """Pages of records. ``fetch(offset, limit)`` runs on the store lane and gives records.

    ``row_look`` makes it usable under a RowList too. ``key`` names the record across reloads.
    """

    loaded = Signal(int)
    """A page or a reload has come: how many rows there are now."""
    sorted = Signal(str, bool)
    """A head was clicked: the column's sort key, and whether descending. Swap the fetch function, then reload."""

    def __init__(
        self,
        background: Background,
        fetch: Callable[[int, int], Sequence[R]] | None,
        columns: Sequence[Column[R]] = (),
        *,
        row_look: Callable[[R], RowLook] | None = None,
        key: Callable[[R], Any] = lambda record: getattr(record, "id", record),
        page: int = PAGE,
        failed: Callable[[Exception], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background, self._fetch = background, fetch
        self._columns = list(columns)
        self._row_look, self._key, self._page = row_look, key, page
        self._failed = failed
        self._records: list[R] = []
        self._complete = fetch is None
        self._job: Job | None = None
        self._asked = 0

    @property
    def records(self) -> Sequence[R]:
        """The records loaded so far."""
        return tuple(self._records)

    @property
    def complete(self) -> bool:
        """Whether the last row has been loaded."""
        return self._complete

    def set_fetch(self, fetch: Callable[[int, int], Sequence[R]]) -> None:
        """Another question (filter, order): start over."""
        self._fetch = fetch
        self.reload(first_page=True)

    def reload(self, *, first_page: bool = False) -> None:
        """Ask again; the rows shown stay until the new ones come, and keep their place where they are the same."""
        if self._fetch is None:
            return
        self._load(0, self._page if first_page else max(self._page, len(self._records)))

    def set_records(self, records: Sequence[R]) -> None:
        """Show records that are at hand; nothing more will be fetched."""
        self._asked += 1
        self._replace(list(records), complete=True)

    def record(self, index: Index) -> R | None:
        """The record of an index."""
        return self._records[index.row()] if index.isValid() and index.row() < len(self._records) else None

    def index_of(self, key: Any) -> QModelIndex:
        """The index of the record with this key, invalid when it is not loaded."""
        for row, record in enumerate(self._records):
            if self._key(record) == key:
                return self.index(row, 0)
        return QModelIndex()

    def _load(self, offset: int, limit: int) -> None:
        fetch = self._fetch
        assert fetch is not None
        self._asked += 1
        asked = self._asked
        if self._job is not None:
            self._job.cancel()
        self._job = self._background.run(
            "store",
            lambda: list(fetch(offset, limit)),
            lambda rows: self._came(asked, offset, limit, rows),
            self._failed,
            owner=self,
        )

    def _came(self, asked: int, offset: int, limit: int, rows: list[R]) -> None:
        if asked != self._asked:
            return
        self._job = None
        complete = len(rows) < limit
        if offset == 0:
            self._replace(rows, complete=complete)
            return
        self._complete = complete
        if rows:
            self.beginInsertRows(_ROOT, offset, offset + len(rows) - 1)
            self._records.extend(rows)
            self.endInsertRows()
        self.loaded.emit(len(self._records))

    def _replace(self, rows: list[R], *, complete: bool) -> None:
        old = [self._key(record) for record in self._records]
        new = [self._key(record) for record in rows]
        self._complete = complete
        if old == new:
            self._records = rows
            if rows:
                last = self.index(len(rows) - 1, max(0, self.columnCount() - 1))
                self.dataChanged.emit(self.index(0, 0), last)
        else:
            self._relayout(rows, new)
        self.loaded.emit(len(self._records))

    def _relayout(self, rows: list[R], new: list[Any]) -> None:
        """Other rows: persistent indexes (the current row, the selection) follow their record."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        place = {key: row for row, key in enumerate(new)}
        targets = []
        for index in kept:
            row = place.get(self._key(self._records[index.row()])) if index.row() < len(self._records) else None
            targets.append((row, index.column()))
        self._records = rows
        self.changePersistentIndexList(
            kept, [QModelIndex() if row is None else self.createIndex(row, column) for row, column in targets]
        )
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows loaded."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Columns, one where there is only a row look."""
        return 0 if parent.isValid() else max(1, len(self._columns))

    def canFetchMore(self, parent: Index) -> bool:
        """Whether a page may follow."""
        return not parent.isValid() and not self._complete and self._job is None

    def fetchMore(self, parent: Index) -> None:
        """The next page."""
        if self.canFetchMore(parent):
            self._load(len(self._records), self._page)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Tell the page; the store sorts."""
        if 0 <= column < len(self._columns) and self._columns[column].sort:
            self.sorted.emit(self._columns[column].sort, order == Qt.SortOrder.DescendingOrder)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Titles."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._side(self._columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, tone, icon, hover text, the record, the row look."""
        record = self.record(index)
        if record is None:
            return None
        if role == RECORD_ROLE:
            return record
        if self._row_look is not None and role in {LOOK_ROLE, Qt.ItemDataRole.AccessibleTextRole}:
            row = self._row_look(record)
            return (
                row if role == LOOK_ROLE else f"{row.tag} {row.title} {row.note} {row.right} {row.right_note}".strip()
            )
        if not self._columns:
            return self._row_look(record).title if role == Qt.ItemDataRole.DisplayRole and self._row_look else None
        return self._cell(self._columns[index.column()], record, role)

    def _cell(self, column: Column[R], record: R, role: int) -> Any:
        if role in {Qt.ItemDataRole.DisplayRole, SORT_ROLE}:
            return column.text(record).replace("\n", " ")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.FontRole and column.strong:
            return look().font("strong")
        if role == Qt.ItemDataRole.ForegroundRole and column.tone is not None:
            tone = column.tone(record)
            return look().colour(tone) if tone and tone != "neutral" else None
        if role == Qt.ItemDataRole.DecorationRole and column.icon is not None:
            named = column.icon(record)
            tone = column.tone(record) if column.tone is not None else ""
            return icons.row_icon(named, tone if tone and tone != "neutral" else "text-soft") if named else None
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return column.tip(record) or None
        return None

    @staticmethod
    def _side(column: Column[R]) -> int:
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)
