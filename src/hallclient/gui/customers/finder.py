"""Finding customers (查找客户): one box, the list while typing; nothing typed shows whose contract ends soon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallclient.domain.customers import CustomerHit
from hallclient.gui.customers.field_words import FieldWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.background import Debounce
from hallclient.gui.shared.controls.banner import EmptyState
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.editors import LineBox
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

FOUND = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A customer whose contract ends soon, with the day."""

    hit: CustomerHit
    day: date | None
    left: int


class FinderCard(Card):
    """``picked`` carries the id of the customer to show; ``new_asked`` wants a new record."""

    picked = Signal(str)
    new_asked = Signal()

    def __init__(self, work: Workplace, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(name="", parent=parent)
        self._work, self._words = work, words
        self._asked = 0
        self._pick_first = False
        self.shown = ""
        self.box = LineBox(self.tr("户号 / 电话 / 表号 / 姓名 / 地址"), icon="find", limit=100)
        self.box.setAccessibleName(self.tr("查找客户"))
        self.box.returnPressed.connect(self._enter)
        self.box.changed.connect(self._typed)
        self.box.installEventFilter(self)
        self.add(self.box)
        self.caption = Text("", "meta")
        self.add(self.caption)
        self.model: RecordsModel[CustomerHit | Ending] = RecordsModel(
            work.background, None, row_look=self._row, key=key_of, page=40, parent=self
        )
        self.model.loaded.connect(self._loaded)
        self.list = RowList(name=self.tr("找到的客户"), lines=True)
        self.list.setModel(self.model)
        self.list.chosen.connect(self._chosen)
        self.list.clicked.connect(self._opened)
        self.list.opened.connect(self._opened)
        self.add_wide(self.list, 1)
        self.none = EmptyState("", "", icon="find")
        self.add(self.none, 1)
        set_shown(self.none, False)
        self._buttons()
        self._soon = Debounce(self.look_up, 120, self)
        self._show_ending()

    def _buttons(self) -> None:
        actor = self._work.actor
        self.new = Button(self.tr("新建档案"), icon="add", shortcut="Ctrl+N")
        self.new.clicked.connect(self.new_asked)
        self.new.set_reason(None if actor.may("customers.edit") else self.tr("您的岗位不能新建客户档案"))
        self.load = Button(self.tr("批量导入"), icon="import", shortcut="Ctrl+I")
        self.load.clicked.connect(lambda: self._work.go("import", ""))
        self.load.set_reason(None if actor.may("customers.import") else self.tr("您的岗位不能导入客户档案"))
        foot = QHBoxLayout()
        foot.setSpacing(look().px(8))
        foot.addWidget(self.new, 1)
        foot.addWidget(self.load, 1)
        self.add(foot)

    def reload(self) -> None:
        """The archive changed."""
        if self.box.value():
            self.look_up()
        else:
            self.model.reload()

    def mark(self, customer_id: str) -> None:
        """This customer is shown beside the list."""
        self.shown = customer_id
        self._loaded(len(self.model.records))

    def go_to_box(self) -> None:
        """Type from the start."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def go_to_list(self) -> None:
        """Move among what was found."""
        if not self.model.records:
            self.go_to_box()
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the box into the list."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.model.records:
                self.go_to_list()
                return True
            if event.key() == Qt.Key.Key_Escape and self.box.value():
                self.box.set_value("")
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._pick_first = False
        if self.box.value():
            self._soon.poke()
        else:
            self._soon.stop()
            self._show_ending()

    def _enter(self) -> None:
        """The first one found; when the list is still on its way, as soon as it is there."""
        if not self.box.value():
            return
        self._pick_first = True
        self.look_up()

    def look_up(self) -> None:
        self._soon.stop()
        self._asked += 1
        asked, text, work = self._asked, self.box.value(), self._work

        def came(hits: Sequence[CustomerHit]) -> None:
            if asked == self._asked:
                self._show_hits(hits)

        work.background.run("store", lambda: work.services.customers.find(work.actor, text, FOUND), came, owner=self)

    def _show_hits(self, hits: Sequence[CustomerHit]) -> None:
        pick, self._pick_first = self._pick_first, False
        self.model.set_records(hits)
        many = self.tr("前 %1 位，再多输几个字可缩小范围") if len(hits) >= FOUND else self.tr("找到 %1 位")
        self.caption.setText(many.replace("%1", str(len(hits))))
        self.none.say(self.tr("没有找到"), self.tr("换个说法试试：户号后四位、电话、姓名拼音首字母或地址里的两个字"))
        if pick and hits:
            self.go_to_list()
            self.list.setCurrentIndex(self.model.index(0, 0))
            self.picked.emit(hits[0].id)

    def _show_ending(self) -> None:
        """Nothing typed: whose contract ends soon (P04)."""
        self._asked += 1
        work = self._work
        self.caption.setText(self.tr("合同即将到期，最近的在前"))
        self.none.say(self.tr("没有即将到期的合同"), self.tr("在上面输入户号、电话、姓名或地址查找客户"))

        def fetch(offset: int, limit: int) -> list[CustomerHit | Ending]:
            service = work.services.customers
            found: list[CustomerHit | Ending] = []
            for hit in service.expiring(work.actor, offset + limit)[offset:]:
                card = service.card(work.actor, hit.id)
                found.append(Ending(hit=hit, day=card.customer.contract_to, left=card.contract_days_left or 0))
            return found

        self.model.set_fetch(fetch)

    def _loaded(self, rows: int) -> None:
        set_shown(self.list, bool(rows))
        set_shown(self.none, not rows)
        index = self.model.index_of(self.shown)
        if index.isValid() and index != self.list.currentIndex() and not self.list.hasFocus():
            self.list.setCurrentIndex(index)

    def _row(self, record: CustomerHit | Ending) -> RowLook:
        hit = record.hit if isinstance(record, Ending) else record
        title = f"{hit.name}  {hit.account}"
        if isinstance(record, Ending):
            right = self.tr("%1 天").replace("%1", str(record.left))
            when = formats.short_day(record.day) if record.day else ""
            note = " ".join(filter(None, (hit.phone, hit.address)))
            return RowLook(title=title, note=note, right=right, right_note=when, tone="soon")
        note = " ".join(filter(None, (formats.phone(hit.phone), hit.address)))
        state = "" if hit.state == "active" else self._words.choice("state", hit.state)
        return RowLook(title=title, note=note, right=state, right_note=self._words.why(hit.why))

    def _chosen(self, index: QModelIndex) -> None:
        """Up and down in the list show the card at once."""
        record = self.model.record(index)
        if record is not None and self.list.hasFocus() and key_of(record) != self.shown:
            self.picked.emit(key_of(record))

    def _opened(self, index: QModelIndex) -> None:
        record = self.model.record(index)
        if record is not None:
            self.picked.emit(key_of(record))

    def call(self, number: str) -> None:
        """A call's number: one account opens, several are listed, none is said."""
        work = self._work

        def came(hits: Sequence[CustomerHit]) -> None:
            self.box.blockSignals(True)
            self.box.set_value(number)
            self.box.blockSignals(False)
            self._asked += 1
            self._show_hits(hits)
            if len(hits) == 1:
                self.picked.emit(hits[0].id)

        work.background.run("store", lambda: work.services.customers.by_phone(work.actor, number), came, owner=self)


def key_of(record: CustomerHit | Ending) -> str:
    """The customer's id."""
    return record.hit.id if isinstance(record, Ending) else record.id
