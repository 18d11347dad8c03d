"""The work list (业务工单): every order within reach, by what is due next, and what can be done with it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.domain.business import Order, OrderFilter, OrderLine
from hallclient.domain.evidence import EvidenceItem
from hallclient.errors import NotFound
from hallclient.gui.counter.catalog_names import names_of
from hallclient.gui.counter.class_chips import ClassChips
from hallclient.gui.counter.order_actions import OrderActions
from hallclient.gui.counter.order_detail import OrderDetail
from hallclient.gui.counter.order_words import OrderWords
from hallclient.gui.counter.receipts import Receipts
from hallclient.gui.shared import formats
from hallclient.gui.shared.background import Debounce
from hallclient.gui.shared.controls.banner import EmptyState
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card, PageHead
from hallclient.gui.shared.controls.chip import StatusChip
from hallclient.gui.shared.controls.editors import LineBox
from hallclient.gui.shared.controls.layouts import MasterDetail, page_margins
from hallclient.gui.shared.controls.tables import RowList
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.exchange_jobs import export_list
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

OPEN = ("active", "paused")
FILTERS = {
    "all": OrderFilter(states=OPEN),
    "mine": OrderFilter(states=OPEN, mine=True),
    "soon": OrderFilter(states=OPEN, light="soon"),
    "late": OrderFilter(states=OPEN, light="late"),
    "paused": OrderFilter(states=("paused",)),
    "deferred": OrderFilter(states=OPEN, deferred=True),
    "closed": OrderFilter(states=("finished", "withdrawn")),
}
MASTER_WIDTH, NARROW = 400, 900


class OrdersPage(QWidget):
    """List at the left, the order at the right. Every action is a service's; a disabled one says why."""

    key = "orders"
    icon = "list"
    rights = frozenset({"business.read"})
    kinds = frozenset({"orders"})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("业务工单")
        self._place = workplace
        names = names_of(workplace)
        self.words = OrderWords(names, workplace.actor, self)
        self.receipts = Receipts(workplace, self)
        self._shown = self._wanted_by_number = ""
        self._narrow = self._reading = False
        self._reasons: tuple[str, ...] = ()
        self.master = Card(self.tr("业务工单"))
        self._fill_master()
        self.export = Button(self.tr("导出"), icon="export", kind="link", shortcut="Ctrl+Shift+E")
        self.export.clicked.connect(self._export)
        self.master.add_action(self.export)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        self.head = PageHead("")
        self.back = Button(self.tr("返回"), icon="back")
        self.back.set_tip(self.tr("回到列表（Esc）"))
        self.back.clicked.connect(self.close_order)
        self.head.add_action(self.back)
        self.back.hide()
        self.detail = OrderDetail(workplace, self.words)
        self.actions_of = OrderActions(workplace, self.words, self.receipts, self.detail.result.value, self)
        self.actions_of.done.connect(self._done)
        self.actions_of.stale.connect(self.refresh)
        self.actions_of.unmasked.connect(self._show)
        for button in self.actions_of.buttons:
            self.head.add_action(button)
        self.detail.received.connect(self.actions_of.receive)
        self.detail.scans.asked.connect(self._scan)
        self.detail.scans.came.connect(self._scanned)
        self.empty = EmptyState(
            self.tr("选一件工单"), self.tr("左边按到期先后排着；↑↓ 选择，这里显示环节、材料和记录。"), icon="list"
        )
        for widget in (self.head, self.detail, self.empty):
            column.addWidget(widget, 0 if widget is self.head else 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*page_margins())
        self._right = right
        outer.addWidget(MasterDetail(self.master, right, master_width=MASTER_WIDTH))
        self._show_none()
        self._make_keys()

    def _fill_master(self) -> None:
        self.box = LineBox(self.tr("单号 / 姓名 / 户号"), icon="find")
        self.box.setAccessibleName(self.tr("查找工单"))
        self._soon = Debounce(self._ask_anew, parent=self)
        self.box.changed.connect(self._soon.poke)
        self.box.returnPressed.connect(self._to_list)
        self.chips = ClassChips(self.tr("筛选"))
        self.chips.set_options([(key, self._word(key, None)) for key in FILTERS])
        self.chips.picked.connect(lambda _key: self._ask_anew())
        self.model: RecordsModel[OrderLine] = RecordsModel(
            self._place.background, None, row_look=lambda line: self.words.row(line, self._place.clock()), parent=self
        )
        self.model.loaded.connect(self._loaded)
        self.list = RowList(name=self.tr("业务工单"), lines=True)
        self.list.setModel(self.model)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _index: self._read())
        self.nothing = Text("", "meta", wrap=True)
        self.master.add(self.box)
        self.master.add(self.chips)
        self.master.add(self.nothing)
        self.master.add_wide(self.list, 1)

    def _word(self, key: str, count: int | None) -> str:
        words = {
            "all": self.tr("在办"), "mine": self.tr("我的"), "soon": self.tr("即将到期"), "late": self.tr("超期"),
            "paused": self.tr("挂起"), "deferred": self.tr("容缺"), "closed": self.tr("已结束"),
        }  # fmt: skip
        return words[key] if count is None else f"{words[key]} {formats.count(count)}"

    def _make_keys(self) -> None:
        keys, do = Shortcuts(self), self.actions_of
        keys.note("Ctrl+Enter", self.tr("完成当前环节"))
        keys.add("Ctrl+Enter", self.tr("完成当前环节"), do.advance_button.click)
        keys.add("F7", self.tr("挂起或恢复"), do.pause_button.click)
        keys.add("F6", self.tr("撤销工单"), do.withdraw_button.click)
        keys.add("F9", self.tr("补打"), do.print_button.click)
        keys.add("F8", self.tr("存入扫描件"), self.detail.scans.choose)
        keys.note("Space", self.tr("收下材料"))
        keys.add("Ctrl+D", self.tr("到材料清单"), self.to_papers)
        keys.add("Ctrl+E", self.tr("期限怎么算的"), do.explain)
        keys.add("Ctrl+U", self.tr("显示完整信息"), do.unmask)
        keys.add("Ctrl+F", self.tr("查找工单"), self._to_box)
        keys.add("Esc", self.tr("回到列表"), self.close_order)
        keys.note("↑ ↓", self.tr("换一件工单"))
        keys.note("Ctrl+Shift+E", self.tr("导出清单"))
        self._keys = keys

    # ---- the page ------------------------------------------------------------------------------------------------

    @property
    def widget(self) -> QWidget:
        """Itself."""
        return self

    @property
    def keys(self) -> Sequence[KeyHint]:
        """For F1."""
        return self._keys.hints[1:]

    def activate(self) -> None:
        """Load, with the cursor in the list."""
        self._ask()
        self.list.setFocus()

    def open(self, reference: str) -> None:
        """An order by its id or its number."""
        place = self._place

        def work() -> Order:
            try:
                return place.services.orders.order(place.actor, reference)
            except NotFound:
                return place.services.orders.order(place.actor, place.services.orders.find(place.actor, reference))

        def done(order: Order) -> None:
            self._reading = True
            self._wanted_by_number = order.id
            self._mark()
            self._arrange()
            self._load(order.id)

        place.background.run("store", work, done, owner=self)

    def refresh(self) -> None:
        """Orders have changed."""
        self.model.reload()
        self._count()
        if self._shown:
            self._load(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Too narrow for both (large font): the list or the order, not both squeezed."""
        super().resizeEvent(event)
        self._narrow = self.width() < look().px(NARROW)
        self._arrange()

    def _arrange(self) -> None:
        set_shown(self.master, not (self._narrow and self._reading))
        set_shown(self._right, not self._narrow or self._reading)
        set_shown(self.back, self._narrow)

    def _read(self) -> None:
        """Enter in the list: on to the order."""
        self._reading = True
        self._arrange()
        if self.actions_of.advance_button.isEnabled() and self.actions_of.advance_button.isVisible():
            self.actions_of.advance_button.setFocus()
        else:
            self.to_papers()

    def close_order(self) -> None:
        """Back to the list."""
        self._reading = False
        self._arrange()
        self.list.setFocus()

    def _to_box(self) -> None:
        self.close_order()
        self.box.setFocus()

    # ---- the list ------------------------------------------------------------------------------------------------

    def _wanted(self) -> OrderFilter:
        return replace(FILTERS[self.chips.value() or "all"], text=self.box.value())

    def _ask_anew(self) -> None:
        """Another filter: its first order is shown."""
        self._wanted_by_number = ""
        self._ask()

    def _mark(self) -> None:
        """The order that was jumped to is the current row, or none is where the filter leaves it out."""
        self.list.setCurrentIndex(self.model.index_of(self._wanted_by_number))

    def _ask(self) -> None:
        self._soon.stop()
        place, wanted = self._place, self._wanted()
        self.model.set_fetch(
            lambda offset, limit: place.services.orders.work_list(place.actor, wanted, offset=offset, limit=limit)
        )
        self._count()

    def _export(self) -> None:
        place, wanted = self._place, self._wanted()
        export_list(
            place, self, self.title, lambda target: place.services.exchange.export_orders(place.actor, wanted, target)
        )  # fmt: skip

    def _count(self) -> None:
        place = self._place

        def work() -> dict[str, int]:
            return {key: place.services.orders.count(place.actor, one) for key, one in FILTERS.items()}

        def done(counts: dict[str, int]) -> None:
            self.chips.set_options([(key, self._word(key, counts[key])) for key in FILTERS])

        place.background.run("store", work, done, owner=self)

    def _loaded(self, rows: int) -> None:
        self.nothing.setText("" if rows else self.tr("这里没有工单。换一个筛选，或在柜台受理业务。"))
        set_shown(self.nothing, not rows)
        if self._wanted_by_number:
            self._mark()
        elif rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))
        elif not rows and not self.box.value() and not self._shown:
            self._show_none()

    def _to_list(self) -> None:
        self.list.setFocus()

    def _chosen(self, index: QModelIndex) -> None:
        line = self.model.record(index)
        if line is not None and line.id != self._wanted_by_number:
            self._wanted_by_number = ""
        if line is not None and line.id != self._shown:
            self._load(line.id)

    # ---- the order -----------------------------------------------------------------------------------------------

    @property
    def order(self) -> Order | None:
        """The order shown."""
        return self.detail.order if self._shown else None

    def _load(self, order_id: str) -> None:
        self._shown = order_id
        place = self._place

        def work() -> tuple[Order, tuple[str, ...]]:
            order = place.services.orders.order(place.actor, order_id)
            return order, place.services.order_steps.pause_reasons(place.actor, order_id)

        def done(found: tuple[Order, tuple[str, ...]]) -> None:
            if found[0].id == self._shown:
                self._reasons = found[1]
                self._show(found[0])

        place.background.run("store", work, done, owner=self)

    def _done(self, order: Order) -> None:
        self.detail.result.set_value("")
        self._load(order.id)

    def _show_none(self) -> None:
        self._shown = ""
        for widget in (self.head, self.detail):
            set_shown(widget, False)
        set_shown(self.empty, True)

    def _show(self, order: Order) -> None:
        for widget in (self.head, self.detail):
            set_shown(widget, True)
        set_shown(self.empty, False)
        now, words = self._place.clock(), self.words
        self._shown = order.id
        accepted = self.tr("%1 受理").replace("%1", formats.instant(order.accepted_at, now))
        self.head.set_title(words.names.kind(order.kind, order.accepted_at), f"{order.number}  ·  {accepted}")
        word, tone, icon = words.state(order, now)
        self.head.set_chips(StatusChip(word, tone, icon=icon))
        self.actions_of.show_order(order, self._reasons)
        self.detail.show_order(order)

    def _scan(self, paths: Sequence[Path]) -> None:
        paper = self.detail.next_open_paper()
        if paper and self.order is not None:
            self.detail.scans.add(paths, f"{self.order.id}/{paper}")

    def _scanned(self, item: EvidenceItem, label: str) -> None:
        order_id, _, document = label.partition("/")
        if self.order is not None and self.order.id == order_id:
            self.actions_of.receive(document, (item.id,))

    def to_papers(self) -> None:
        """The cursor to the first paper that is not here."""
        wanted = self.detail.next_open_paper()
        rows = self.detail.papers.rows()
        row = next((row for row in rows if row.line.key == wanted), rows[0] if rows else None)
        if row is not None:
            row.setFocus()
            self.detail.columns.ensureWidgetVisible(row)
