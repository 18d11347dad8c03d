"""Words for orders (工单用语): states, lights, history lines, and why an action is not possible now."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QObject

from hallclient.catalog.business import BusinessKind
from hallclient.domain.business import CONNECTION, Order, OrderEvent, OrderLine, OrderStage
from hallclient.domain.instants import day_of, from_iso_utc
from hallclient.domain.people import Actor
from hallclient.errors import NotAllowed
from hallclient.gui.counter.catalog_names import CatalogNames
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.tables import RowLook

Said = tuple[str, str, str]
"""A word, its tone and its icon: never colour alone."""


class OrderWords(QObject):
    """Everything that is said about an order in words."""

    def __init__(self, names: CatalogNames, actor: Actor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names, self._actor = names, actor

    # ---- states --------------------------------------------------------------------------------------------------

    def state(self, order: Order | OrderLine, now: datetime) -> Said:
        """The state of an order as a chip."""
        light = order.light(now)
        if order.state == "finished":
            return self.tr("已办结"), "ok", "ok"
        if order.state == "withdrawn":
            return self.tr("已撤销"), "neutral", "neutral"
        if order.state == "paused":
            return self.tr("挂起中"), "soon", "paused"
        if light == "late":
            return self.tr("已超期"), "late", "late"
        if light == "soon":
            return self.tr("即将到期"), "soon", "soon"
        return self.tr("在办"), "brand", "editing"

    def row(self, line: OrderLine, now: datetime) -> RowLook:
        """A line of the work list."""
        word, tone, icon = self.state(line, now)
        kind = self.names.version(line.kind, line.accepted_at)
        stage = self.names.stage(kind, line.stage) if line.stage else ""
        right = ""
        if line.state == "active" and line.next_due is not None:
            right = formats.due(line.next_due, now)
        elif line.state not in ("active", "paused"):
            right = formats.instant(line.accepted_at, now)
        note = " · ".join(filter(None, (line.number, line.customer_name)))
        if line.deferred:
            word = self.tr("%1 · 容缺 %2").replace("%1", stage or word).replace("%2", str(line.deferred))
        else:
            word = stage or word
        calm = tone in ("brand", "neutral", "ok")
        return RowLook(
            title=self.names.kind(line.kind, line.accepted_at), note=note, right=right, right_note=word,
            tone="" if calm else tone, note_icon="" if calm else icon,
        )  # fmt: skip

    def stage_note(self, stage: OrderStage) -> str:
        """Who does a stage, and when it was done."""
        role = self.names.role(stage.role)
        if stage.state == "done" and stage.done_at is not None:
            done = self.tr("%1完成").replace("%1", formats.instant(stage.done_at))
            return " · ".join(filter(None, (role, done, stage.result)))
        if stage.state == "cancelled":
            return self.tr("已取消")
        return role

    # ---- history -------------------------------------------------------------------------------------------------

    def history(self, event: OrderEvent, kind: BusinessKind | None) -> tuple[str, str]:
        """A line of the history and what stands under it."""
        detail = event.detail
        match event.action:
            case "accepted":
                return self.tr("受理"), self.tr("规则版本 %1").replace("%1", detail.get("edition", ""))
            case "stage_done":
                said = self.tr("完成“%1”").replace("%1", self.names.stage(kind, detail.get("stage", "")))
                return said, self.tr("超期完成") if detail.get("late") == "yes" else ""
            case "paused":
                said = self.tr("挂起：%1").replace("%1", self.names.pause(detail.get("reason", "")))
                return said, detail.get("note", "")
            case "resumed":
                return self.tr("恢复办理"), self.names.pause(detail.get("reason", ""))
            case "document":
                said = self.tr("收到“%1”").replace("%1", self.names.document(detail.get("document", "")))
                return said, self.tr("晚于承诺日期") if detail.get("late") == "yes" else ""
            case "due_moved":
                stage = detail.get("stage", "")
                what = self.names.stage(kind, stage) if stage else self.tr("全程")
                moved = self.tr("%1的期限由 %2 改为 %3").replace("%1", what)
                moved = moved.replace("%2", _moment(detail.get("before", "")))
                return moved.replace("%3", _moment(detail.get("after", ""))), self.tr("规则版本 %1").replace(
                    "%1", detail.get("edition", "")
                )
            case "finished":
                return self.tr("办结"), ""
            case "withdrawn":
                return self.tr("撤销"), ""
        return event.action, ""

    # ---- reasons -------------------------------------------------------------------------------------------------

    def may(self, right: str, order: Order) -> str | None:
        """Why this person may not, or None."""
        try:
            self._actor.require(right, unit=order.unit, owner=order.accepted_by)
        except NotAllowed as refusal:
            if refusal.code == "people.not_yours":
                return self.tr("只能办自己受理的工单")
            return self.tr("您没有这项权限")
        return None

    def closed(self, order: Order) -> str | None:
        """Why nothing can be done with an order that is over."""
        if order.state == "finished":
            return self.tr("工单已办结")
        return self.tr("工单已撤销") if order.state == "withdrawn" else None

    def advance(self, order: Order) -> str | None:
        """Why the stage in hand cannot be finished now."""
        reason = self.closed(order) or self.may("business.advance", order)
        if reason is not None:
            return reason
        if order.state == "paused":
            return self.tr("工单挂起中，先恢复")
        current = order.current()
        last = current is None or not any(one.sort > current.sort and one.state == "waiting" for one in order.stages)
        if order.deferred and (last or (current is not None and current.code in CONNECTION)):
            papers = self.tr("、").join(self.names.document(one.code) for one in order.deferred)
            return self.tr("容缺材料未补齐：%1").replace("%1", papers)
        if current is not None and current.role not in self._actor.roles and not self._actor.may("business.authorise"):
            return self.tr("这个环节由%1办理").replace("%1", self.names.role(current.role))
        return None

    def pause(self, order: Order, reasons: tuple[str, ...]) -> str | None:
        """Why the order cannot be paused now."""
        reason = self.closed(order) or self.may("business.pause", order)
        if reason is None and order.state == "active" and not reasons:
            return self.tr("这项业务的时限不允许暂停")
        return reason

    def withdraw(self, order: Order) -> str | None:
        """Why the order cannot be withdrawn now."""
        return self.closed(order) or self.may("business.withdraw", order)

    def receive(self, order: Order) -> str | None:
        """Why papers cannot be received now."""
        return self.closed(order) or self.may("business.accept", order)

    def reprint(self, order: Order) -> str | None:
        """Why nothing can be printed again."""
        return self.may("documents.reprint", order)


def _moment(text: str) -> str:
    return formats.instant(from_iso_utc(text)) if text else "—"


def last_day_word(due: datetime, today: date) -> str:
    """A due time as a day."""
    return formats.short_day(day_of(due), today)
