"""One order (工单详情): where it stands, its clock, stages, papers, what was asked for, and its history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.catalog.business import BusinessKind
from hallclient.domain.business import Order, OrderDocument, OrderEvent, OrderStage
from hallclient.domain.instants import day_of
from hallclient.gui.counter.order_words import OrderWords
from hallclient.gui.counter.scan_intake import ScanIntake
from hallclient.gui.counter.tall_scroll import StackingColumns
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.clocks import ClockBlock
from hallclient.gui.shared.controls.editors import LineBox
from hallclient.gui.shared.controls.facts import KeyValues
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.papers import DocumentList, PaperLine
from hallclient.gui.shared.controls.plan import Stage, StagePlan
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

SIDE, LEAST = 300, 420
NEARLY = 0.8


class OrderDetail(QWidget):
    """Shows an order. ``received`` asks to receive a paper; the page does it."""

    received = Signal(str)
    explain_wanted = Signal()

    def __init__(self, workplace: Workplace, words: OrderWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._words = workplace, words
        self.order: Order | None = None
        self._kind: BusinessKind | None = None
        self._rest: list[Callable[[], None]] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._some_more)
        here = look()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(12))
        self.banner = Banner("")
        column.addWidget(self.banner)
        main, side = QWidget(), QWidget()
        left, right = QVBoxLayout(main), QVBoxLayout(side)
        for inner in (left, right):
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(here.px(12))
        self.result = LineBox(self.tr("可以写明办理情况，如“已核对容量”"), limit=500)
        self.result_field = Field(self.tr("办理结果"), self.result, optional=True)
        self.step_card = Card()
        self.step_reason = Text("", "soft", wrap=True)
        self.step_card.add(self.result_field)
        self.step_card.add(self.step_reason)
        self.facts_card = Card(self.tr("客户与申请"))
        self.facts = KeyValues(left_aligned=True)
        self.facts_card.add(self.facts)
        self.papers_card = Card(self.tr("材料"))
        self.papers = DocumentList()
        self.papers.state_picked.connect(lambda key, state: self.received.emit(key) if state == "received" else None)
        self.papers.opened.connect(self.received)
        self.papers_card.add_wide(self.papers)
        self.scans = ScanIntake(workplace)
        self.papers_card.add(self.scans)
        for card in (self.step_card, self.papers_card, self.facts_card):
            left.addWidget(card)
        left.addStretch(1)
        self.clock = ClockBlock()
        self.plan_card = Card(self.tr("办理进度"))
        self.plan = StagePlan()
        self.plan_card.add(self.plan)
        self.history_card = Card(self.tr("办理记录"))
        self.history: RecordsModel[OrderEvent] = RecordsModel(
            workplace.background, None, row_look=self._event, key=id, parent=self
        )
        self.history_list = RowList(name=self.tr("办理记录"))
        self.history_list.setModel(self.history)
        self.history_card.add_wide(self.history_list)
        for card in (self.clock, self.plan_card, self.history_card):
            right.addWidget(card)
        right.addStretch(1)
        self.columns = StackingColumns([(main, 0), (side, SIDE)], least_rest=LEAST, gap=12)
        column.addWidget(self.columns, 1)

    def show_order(self, order: Order) -> None:
        """Show an order as it stands."""
        same = self.order is not None and self.order.id == order.id
        now = self._place.clock()
        self.order = order
        self._kind = self._words.names.version(order.kind, order.accepted_at)
        if not same:
            self.result.set_value("")
            self.columns.verticalScrollBar().setValue(0)
        current = order.current()
        set_shown(self.step_card, order.state == "active" and current is not None)
        if current is not None:
            stage = self._words.names.stage(self._kind, current.code)
            self.step_card.set_title(
                self.tr("当前环节：%1").replace("%1", stage), self._words.names.role(current.role)
            )  # fmt: skip
            reason = self._words.advance(order)
            self.step_reason.setText(reason or "")
            set_shown(self.step_reason, reason is not None)
            set_shown(self.result_field, reason is None)
        self._show_banner(order)
        self._show_clock(order, now)
        self._show_plan(order, now)
        self._rest = [
            lambda: self._show_papers(order, now), lambda: self._show_facts(order), lambda: self._show_history(order),
        ]  # fmt: skip
        if same:
            while self._rest:
                self._some_more()
        else:
            self._later.start(0)

    def _some_more(self) -> None:
        """What stands further down comes when the window has had its turn."""
        self._rest.pop(0)()
        if self._rest:
            self._later.start(0)
        else:
            self._later.stop()

    @property
    def complete(self) -> bool:
        """Whether all of the order is shown."""
        return not self._rest

    def _show_history(self, order: Order) -> None:
        events = sorted(order.history, key=lambda event: event.at, reverse=True)
        self.history.set_records(events)
        self.history_list.setFixedHeight(max(len(events), 1) * self.history_list.sizeHintForRow(0) + look().px(2))

    def _show_banner(self, order: Order) -> None:
        if order.state == "paused":
            reason = self._words.names.pause(order.pause_reason)
            self.banner.say(
                self.tr("挂起中：%1。期限停走，恢复后重新计算。").replace("%1", reason), "soon", icon="paused"
            )
        elif order.state == "withdrawn":
            self.banner.say(self.tr("已撤销：%1").replace("%1", order.close_reason), "neutral")
        else:
            self.banner.say("")

    def _show_clock(self, order: Order, now: datetime) -> None:
        held = next((pause.started_at for pause in order.pauses if pause.ended_at is None), None)
        now = held or now
        current = order.current()
        due, since = order.due, order.accepted_at
        what = self.tr("全程")
        if current is not None and current.due is not None and (due is None or current.due < due):
            due, since = current.due, current.started_at or order.accepted_at
            what = self._words.names.stage(self._kind, current.code)
        set_shown(self.clock, order.state in ("active", "paused") and due is not None)
        if due is None:
            return
        left = due - now
        whole = max(due - since, timedelta(minutes=1))
        tone = "late" if left < timedelta() else "soon" if (now - since) / whole >= NEARLY else "brand"
        state = self.tr("%1已超期") if tone == "late" else self.tr("%1剩余")
        tone = "neutral" if order.state == "paused" else tone
        self.clock.show_clock(
            state=self.tr("%1停走").replace("%1", what) if order.state == "paused" else state.replace("%1", what),
            parts=formats.time_parts(left),
            due=self.tr("%1 到期").replace("%1", formats.instant(due, now)),
            used=(now - since) / whole,
            tone=tone,
            tick=NEARLY,
            start=formats.instant(since, now),
        )

    def _show_plan(self, order: Order, now: datetime) -> None:
        today = day_of(now)
        stages = [self._stage(order, stage, now, today.year) for stage in order.stages]
        self.plan.set_stages(stages)
        done = sum(stage.state == "done" for stage in order.stages)
        self.plan_card.set_title(self.tr("办理进度"), f"{done} / {len(order.stages)}")

    def _stage(self, order: Order, stage: OrderStage, now: datetime, _year: int) -> Stage:
        light = stage.light(now)
        state = {"done": "done", "open": "now"}.get(stage.state, "next")
        if stage.state == "open":
            state = "paused" if order.state == "paused" else "late" if light == "late" else "now"
        when = ""
        if stage.state == "done" and stage.done_at is not None:
            when = formats.short_day(day_of(stage.done_at), day_of(now))
        elif stage.due is not None and stage.state in ("open", "waiting"):
            when = self.tr("%1前").replace("%1", formats.short_day(day_of(stage.due), day_of(now)))
        return Stage(
            title=self._words.names.stage(self._kind, stage.code),
            note=self._words.stage_note(stage),
            when=when,
            state=state,
        )

    def _show_papers(self, order: Order, now: datetime) -> None:
        reason = self._words.receive(order)
        lines = [self._paper(one, now, reason is None) for one in order.documents]
        self.papers.set_lines(lines)
        received = sum(one.state == "received" for one in order.documents)
        self.papers_card.set_title(
            self.tr("材料"), self.tr("已收 %1 / %2").replace("%1", str(received)).replace("%2", str(len(lines)))
        )
        open_ones = any(one.state != "received" for one in order.documents)
        set_shown(self.scans, reason is None and open_ones)
        set_shown(self.papers_card, bool(lines))

    def _paper(self, one: OrderDocument, now: datetime, may: bool) -> PaperLine:
        today = day_of(now)
        promise = note = ""
        state = one.state
        if one.state == "received" and one.received_at is not None:
            note = self.tr("%1 收到").replace("%1", formats.instant(one.received_at, now))
            if one.evidence:
                note += " · " + self.tr("扫描 %n 份", "", len(one.evidence))
        elif one.state == "deferred":
            note = self.tr("客户已签承诺书") if one.committed else ""
            if one.due is not None:
                late = one.late(today)
                said = self.tr("%1前补齐，已过期") if late else self.tr("%1前补齐")
                promise = said.replace("%1", formats.short_day(one.due, today))
        elif not one.required:
            state, note = "not-needed", self.tr("选交")
        states = ("received",) if may and one.state != "received" else ()
        return PaperLine(
            key=one.code,
            title=self._words.names.document(one.code),
            note=note,
            state=state,
            promise=promise,
            promise_note=self.tr("按 Space 收下") if promise and may else "",
            states=states,
        )

    def _show_facts(self, order: Order) -> None:
        rows: list[tuple[str, ...]] = [
            (self.tr("客户"), order.customer_name),
            (self.tr("户号"), order.account),
            (self.tr("电话"), order.phone),
            (self.tr("地址"), order.address),
        ]
        shown = {"customer_name", "account", "mobile", "address"}
        fields = self._kind.fields if self._kind else ()
        yes, no = self.tr("是"), self.tr("否")
        for field in fields:
            declared = field.type == "boolean" and field.required and field.default is None
            if field.code in order.values and field.code not in shown and not declared:
                text = self._words.names.value(field, order.values[field.code], yes, no)
                rows.append((self._words.names.of(field), text))
        self.facts.set_rows([row for row in rows if row[1]])
        self.facts_card.set_title(self.tr("客户与申请"), "" if not order.masked else self.tr("已脱敏"))

    def _event(self, event: OrderEvent) -> RowLook:
        title, note = self._words.history(event, self._kind)
        at = formats.instant(event.at, self._place.clock())
        who = self.tr("工号 %1").replace("%1", event.by)
        return RowLook(title=title, note=" · ".join(filter(None, (at, who, note))), strong=False)

    def next_open_paper(self) -> str:
        """The paper that has the cursor, or the first that is not here yet."""
        rows = [row for row in self.papers.rows() if row.line.state != "received"]
        focused = next((row for row in rows if row.hasFocus()), rows[0] if rows else None)
        return focused.line.key if focused is not None else ""
