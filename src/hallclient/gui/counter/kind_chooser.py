"""Choosing the business (选业务): every kind of the catalog, found by Chinese, pinyin initials or code; Enter picks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hallclient import pinyin
from hallclient.catalog.business import BusinessKind
from hallclient.domain.business import OrderFilter, SavedDraft
from hallclient.domain.text import search_form
from hallclient.gui.counter.catalog_names import CatalogNames
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.editors import LineBox
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.controls.text import Text
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.workplace import Workplace

REMEMBERED = 200
"""So many of this clerk's latest orders say which kinds are recent and common."""

RECENT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A line to pick: a kind of business, or a draft put aside."""

    id: str
    kind: BusinessKind
    draft: SavedDraft | None = None
    keys: tuple[str, ...] = ()
    recent: bool = False
    count: int = 0


def search_keys(kind: BusinessKind) -> tuple[str, ...]:
    """What a kind is found by: pinyin initials, names, codes old and new, full pinyin; best first."""
    first, whole = pinyin.initials(kind.zh), pinyin.spelled(kind.zh)
    texts = (first, kind.zh, kind.en, kind.code, *kind.seen, whole, kind.definition_zh)
    return tuple(search_form(text) for text in texts)


def fits(offer: Offer, parts: Sequence[str]) -> int:
    """How well an offer fits what was typed: 0 not at all, more is better."""
    if not all(any(part in key for key in offer.keys) for part in parts):
        return 0
    first = parts[0]
    if any(key.startswith(first) for key in offer.keys[:5]):
        return 3
    return 2 if any(first in key for key in offer.keys[:5]) else 1


class KindChooser(Card):
    """A box to type in over the list of kinds. Up and down move in the list while the cursor stays in the box."""

    picked = Signal(object)
    """The BusinessKind."""
    resumed = Signal(object, object)
    """A SavedDraft and its BusinessKind."""

    def __init__(self, workplace: Workplace, names: CatalogNames, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._place, self._names = workplace, names
        self._offers: list[Offer] = []
        self._drafts: list[Offer] = []
        self.ticket_id: str | None = None
        self.set_title(self.tr("办什么业务"))
        self.add_action(Text(self.tr("↑↓ 选择 · Enter 办理"), "meta"))
        self.box = LineBox(self.tr("输入业务名称、拼音首字母或代码，如 xz、过户、101"), icon="find")
        self.box.setAccessibleName(self.tr("查找业务类型"))
        self.box.changed.connect(self._filter)
        self.box.installEventFilter(self)
        self.add(self.box)
        self.model: RecordsModel[Offer] = RecordsModel(workplace.background, None, row_look=self._row, parent=self)
        self.list = RowList(name=self.tr("业务类型"), lines=True)
        self.list.setModel(self.model)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(self._open)
        self.add_wide(self.list, 1)

    def reload(self) -> None:
        """Read the kinds, what this clerk does most, and her drafts."""
        place, ticket_id = self._place, self.ticket_id
        ready = {offer.kind.code: offer.keys for offer in self._offers}

        def work() -> tuple[list[Offer], list[Offer]]:
            kinds = place.services.business.kinds(place.actor)
            mine = place.services.orders.work_list(place.actor, OrderFilter(mine=True), limit=REMEMBERED)
            done = Counter(line.kind for line in mine)
            recent = list(dict.fromkeys(line.kind for line in mine))[:RECENT]
            offers = [
                Offer(
                    id=kind.code, kind=kind, keys=ready.get(kind.code) or search_keys(kind),
                    recent=kind.code in recent, count=done[kind.code],
                )
                for kind in kinds
            ]  # fmt: skip
            offers.sort(key=lambda offer: (recent.index(offer.id) if offer.recent else RECENT, -offer.count))
            known = {kind.code: kind for kind in kinds}
            saved = place.services.business.drafts(place.actor)
            if ticket_id is not None:
                here = place.services.business.drafts(place.actor, ticket_id=ticket_id)
                saved = tuple({one.id: one for one in (*here, *saved)}.values())
            drafts = [
                Offer(id=one.id, kind=known[one.draft.kind], draft=one) for one in saved if one.draft.kind in known
            ]
            return offers, drafts

        place.background.run("store", work, self._came, owner=self)

    def _came(self, found: tuple[list[Offer], list[Offer]]) -> None:
        self._offers, self._drafts = found
        self._filter()

    def start(self) -> None:
        """An empty box with the cursor in it, and fresh lists."""
        self.box.set_value("")
        self.reload()
        self.box.setFocus()

    def _filter(self) -> None:
        parts = [form for part in self.box.value().split() if (form := search_form(part))]
        if parts:
            scored = [(fits(offer, parts), offer) for offer in self._offers]
            shown = [offer for score, offer in sorted(scored, key=lambda pair: -pair[0]) if score]
        else:
            shown = [*self._drafts, *self._offers]
        self.model.set_records(shown)
        first = self.model.index(0, 0)
        if shown:
            self.list.setCurrentIndex(first)
            self.list.scrollTo(first)

    def _row(self, offer: Offer) -> RowLook:
        name = self._names.of(offer.kind)
        if offer.draft is not None:
            saved = formats.instant(offer.draft.saved_at, self._place.clock())
            note = " · ".join(filter(None, (offer.draft.title, self.tr("%1 暂存").replace("%1", saved))))
            return RowLook(
                title=name, note=note, right=self.tr("接着办"), right_note=self.tr("草稿"), tone="brand",
                note_icon="editing", icon="save", icon_tone="brand",
            )  # fmt: skip
        about = self._names.either(offer.kind.definition_zh, offer.kind.definition_en)
        note = " · ".join(filter(None, (self._names.group(offer.kind.group), about)))
        used = self.tr("最近办过") if offer.recent else self.tr("办过 %n 件", "", offer.count) if offer.count else ""
        return RowLook(title=name, note=note, right=" ".join(offer.kind.seen[:1]), right_note=used)

    def _open(self, index: QModelIndex) -> None:
        offer = self.model.record(index)
        if offer is None:
            return
        if offer.draft is not None:
            self.resumed.emit(offer.draft, offer.kind)
        else:
            self.picked.emit(offer.kind)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and Enter in the box work on the list."""
        if watched is self.box and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            move = step.get(Qt.Key(event.key()))
            rows = self.model.rowCount()
            if move is not None and rows:
                row = min(max(self.list.currentIndex().row() + move, 0), rows - 1)
                self.list.setCurrentIndex(self.model.index(row, 0))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & (
                Qt.KeyboardModifier.ControlModifier
            ):
                self._open(self.list.currentIndex())
                return True
        return False
