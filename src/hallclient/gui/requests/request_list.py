"""The one list of all requests (诉求清单): every kind and channel, filters on top, pages over the store (S15, S16)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.requests import RequestFilter, RequestLine
from hallclient.gui.requests.flow import ChipFlow
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.background import Debounce
from hallclient.gui.shared.controls.banner import EmptyState
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.editors import Choice, LineBox
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

ALL, MINE, URGENT, LATE = "", "mine", "urgent", "late"
SOON = timedelta(hours=24)
KIND_ICONS = {
    "complaint": "complaints", "fault": "outage", "praise": "star", "report": "shield", "suggestion": "note",
    "opinion": "speech", "consultation": "unknown", "query": "find", "service": "tasks",
}  # fmt: skip


class RequestList(QWidget):
    """``chosen(line or None)`` follows the current row, ``opened(line)`` is Enter or a double click."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, workplace: Workplace, words: RequestWords, *, only: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._place, self._words, self._only = workplace, words, only
        self._counted = 0
        self.model: RecordsModel[RequestLine] = RecordsModel(workplace.background, None, row_look=self.row_look)
        self.kinds = ChipFlow([(ALL, self.tr("全部"))], needed=True, name=self.tr("类型"))
        quick = [
            (ALL, self.tr("不限")),
            (URGENT, self.tr("要抓紧")),
            (LATE, self.tr("超期")),
            (MINE, self.tr("我受理的")),
        ]
        self.quick = ChipFlow(quick, needed=True, name=self.tr("时限"))
        self.channel = Choice(placeholder=self.tr("全部渠道"))
        channels = [(each.code, words.of(each)) for each in words.catalog.channels()]
        self.channel.set_options([(ALL, self.tr("全部渠道")), *channels], ALL)
        self.channel.setAccessibleName(self.tr("渠道"))
        states = [(ALL, self.tr("全部状态")), ("accepted", words.state("accepted")), ("closed", words.state("closed"))]
        self.state = Choice(states, ALL)
        self.state.setAccessibleName(self.tr("状态"))
        self.search = LineBox(self.tr("单号、户号、电话、姓名、地址或原话"), icon="find")
        self.search.setAccessibleName(self.tr("在诉求里查找"))
        self.rows = RowList(name=self.tr("诉求清单"), lines=True)
        self.rows.setModel(self.model)
        self.empty = EmptyState(self.tr("没有符合的诉求"), self.tr("换一个筛选条件，或受理一件新的。"))
        self._lay_out()
        self._soon = Debounce(self.reload, 150, self)
        self.kinds.picked.connect(lambda _key: self.reload())
        self.quick.picked.connect(lambda _key: self.reload())
        self.channel.changed.connect(self.reload)
        self.state.changed.connect(self.reload)
        self.search.changed.connect(self._soon.poke)
        self.rows.chosen.connect(self._chosen)
        self.rows.opened.connect(self._opened)
        self.model.loaded.connect(self._loaded)

    def _lay_out(self) -> None:
        here = look()
        self.kinds.setVisible(not self._only)
        card = Card(name=self.tr("诉求清单"))
        pair = QHBoxLayout()
        pair.setSpacing(here.px(8))
        pair.addWidget(self.channel, 1)
        pair.addWidget(self.state, 1)
        self._filters = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._filters.setSpacing(here.px(8))
        self._filters.addWidget(self.search, 1)
        self._filters.addLayout(pair, 1)
        card.add(self._filters)
        card.add(self.kinds)
        card.add(self.quick)
        card.add_line()
        card.add_wide(self.rows, 1)
        card.add(self.empty, 1)
        self.empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The filters beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() > look().px(560)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._filters.setDirection(way)

    # what is asked

    def wanted(self, kind: str | None = None, quick: str | None = None) -> RequestFilter:
        """The filter in force; with ``kind`` or ``quick`` as if that chip were on."""
        kind = self.kinds.value() if kind is None else kind
        quick = self.quick.value() if quick is None else quick
        now, channel, state = self._place.clock(), self.channel.value(), self.state.value()
        due = {LATE: now, URGENT: now + SOON}.get(quick)
        return RequestFilter(
            kinds=tuple(filter(None, (self._only or kind,))),
            channels=(channel,) if channel else (),
            states=(state,) if state else (),
            mine=quick == MINE,
            due_before=due,
            text=self.search.value(),
        )

    def reload(self) -> None:
        """Ask with the filter in force."""
        place, wanted = self._place, self.wanted()

        def fetch(offset: int, limit: int) -> Sequence[RequestLine]:
            return place.services.requests.page(place.actor, wanted, limit=limit, offset=offset)

        self.model.set_fetch(fetch)
        self._count()

    def refresh(self) -> None:
        """Requests have changed: the same rows again, in their place."""
        self.model.reload()
        self._count()

    def _count(self) -> None:
        """The figures on the chips, of everything else that is chosen."""
        self._counted += 1
        asked, place = self._counted, self._place
        codes = [] if self._only else [kind.code for kind in self._words.catalog.request_kinds()]
        kinds = {code: self.wanted(kind=code) for code in (ALL, *codes)}
        quick = {key: self.wanted(quick=key) for key in (ALL, URGENT, LATE, MINE)}

        def work() -> tuple[dict[str, int], dict[str, int]]:
            count, actor = place.services.requests.count, place.actor
            return (
                {code: count(actor, one) for code, one in kinds.items()},
                {key: count(actor, one) for key, one in quick.items()},
            )

        def done(found: tuple[dict[str, int], dict[str, int]]) -> None:
            if asked == self._counted:
                self._show_counts(*found)

        place.background.run("store", work, done, owner=self)

    def _show_counts(self, kinds: dict[str, int], quick: dict[str, int]) -> None:
        on = self.kinds.value()
        shown = [(code, number) for code, number in kinds.items() if number or code in {ALL, on}]
        name = {ALL: self.tr("全部")}
        self.kinds.set_options([(code, f"{name.get(code) or self._words.kind(code)} {n}") for code, n in shown])
        words = {ALL: self.tr("不限"), URGENT: self.tr("要抓紧"), LATE: self.tr("超期"), MINE: self.tr("我受理的")}
        self.quick.set_options([(key, f"{word} {quick[key]}" if key else word) for key, word in words.items()])

    # rows

    def row_look(self, line: RequestLine) -> RowLook:
        """Two lines of a request: what and where from, how long it still has."""
        words, now = self._words, self._place.clock()
        kind = words.kind(line.kind)
        right, right_note, tone, icon = "", words.state(line.state), "", ""
        if line.state == "closed":
            icon = "done"
        elif line.due is not None:
            tone = formats.due_tone(line.due, now, SOON)
            tone = "" if tone == "neutral" else tone
            right, icon = formats.due(line.due, now), {"late": "late", "soon": "soon"}.get(tone, "")
        if line.kind == "complaint" and line.severity not in {"", "general"}:
            right_note = f"{words.severity(line.severity)} · {right_note}"
        who = line.name or self.tr("匿名")
        parts = [words.when(line.accepted_at), words.channel(line.channel), who]
        if line.evidence:
            parts.append(self.tr("证据 %1").replace("%1", str(line.evidence)))
        return RowLook(
            title=line.title, note=" · ".join(parts), right=right, right_note=right_note, tone=tone, note_icon=icon,
            tag="" if self._only else kind,
        )  # fmt: skip

    def current(self) -> RequestLine | None:
        """The line of the current row."""
        return self.model.record(self.rows.currentIndex())

    def show_current(self, request_id: str) -> None:
        """Make a row current, if it is loaded."""
        index = self.model.index_of(request_id)
        if index.isValid():
            self.rows.setCurrentIndex(index)

    def _loaded(self, count: int) -> None:
        set_shown(self.rows, count > 0)
        set_shown(self.empty, count == 0)
        if count and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.model.index(0, 0))
        self.chosen.emit(self.current())

    def _chosen(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.chosen.emit(self.model.record(index))

    def _opened(self, index: QModelIndex | QPersistentModelIndex) -> None:
        line = self.model.record(index)
        if line is not None:
            self.opened.emit(line)
