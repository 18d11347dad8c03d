"""Names of a request's codes in the language of the window (诉求名称): kinds, channels, categories, options, clocks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from hallclient.catalog.lookups import Catalog
from hallclient.catalog.model import Category, Item
from hallclient.domain.instants import beijing, day_of
from hallclient.domain.requests import Clock
from hallclient.gui.shared import formats
from hallclient.gui.shared.workplace import Workplace


class RequestWords(QObject):
    """Looks names up; a code the catalog has lost is shown as it is."""

    def __init__(self, catalog: Catalog, language: str, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.catalog = catalog
        self.english = language.startswith("en")
        self.clock = clock

    def of(self, item: Item) -> str:
        """The name of an item."""
        return item.en if self.english else item.zh

    def kind(self, code: str) -> str:
        """咨询, 投诉, …"""
        return self._named("request_kinds", code)

    def subtype(self, kind: str, code: str) -> str:
        """The sub-type of a kind."""
        if not self.catalog.knows("request_kinds", kind):
            return code
        found = next((each for each in self.catalog.request_kind(kind).subtypes if each.code == code), None)
        return code if found is None else self.of(found)

    def channel(self, code: str) -> str:
        """95598电话, 营业厅当面, …"""
        return self._named("channels", code)

    def severity(self, code: str) -> str:
        """一般, 重要, 重大, 特殊."""
        return self._named("severities", code)

    def option(self, name: str, code: str) -> str:
        """The word of one option of a plain list."""
        found = next((each for each in self.catalog.options(name) if each.code == code), None) if code else None
        return code if found is None else self.of(found)

    def options(self, name: str) -> list[tuple[str, str]]:
        """Code and word of a plain list."""
        return [(each.code, self.of(each)) for each in self.catalog.options(name)]

    def category(self, code: str) -> str:
        """The name of a category."""
        return self._named("categories", code)

    def path(self, code: str) -> tuple[str, ...]:
        """A category's names from the class down."""
        if not self.catalog.knows("categories", code):
            return (code,) if code else ()
        return tuple(self.of(node) for node in self.catalog.category_path(code))

    def category_line(self, node: Category) -> str:
        """A level-3 category as a line to choose: code, name, where it hangs."""
        above = " › ".join(self.of(each) for each in self.catalog.category_path(node.code)[:-1])
        return f"{node.code}  {self.of(node)}  ({above})"

    def clock_name(self, clock: Clock) -> str:
        """The name of a limit."""
        return (clock.en if self.english else clock.zh).split("(")[0].strip()

    def edition(self, clock: Clock) -> str:
        """Where the limit comes from."""
        known = self.catalog.knows("editions", clock.edition)
        return self.of(self.catalog.edition(clock.edition)) if known else clock.edition

    def unpublished(self, clock: Clock) -> str:
        """Said where the calendar behind a due time is only assumed."""
        return "" if clock.published else self.tr("放假安排未公布，暂按周末计")

    def state(self, code: str) -> str:
        """The state of a request."""
        return {"accepted": self.tr("处理中"), "closed": self.tr("已办结")}.get(code, code)

    def field(self, name: str) -> str:
        """A field of a request as versions name it."""
        return {
            "kind": self.tr("类型"), "subtype": self.tr("子类"), "channel": self.tr("渠道"),
            "external_no": self.tr("来文编号"), "external_due": self.tr("来文期限"),
            "contact_start": self.tr("接访开始"), "contact_end": self.tr("接访结束"), "customer": self.tr("客户档案"),
            "account": self.tr("户号"), "name": self.tr("姓名"), "phone": self.tr("电话"),
            "relation": self.tr("与户主关系"), "address": self.tr("地址"), "category": self.tr("分类"),
            "severity": self.tr("等级"), "facts": self.tr("客户原话"), "claim": self.tr("诉求"),
            "event_time": self.tr("事发时间"), "event_place": self.tr("事发地点"), "person": self.tr("被投诉人"),
            "confidentiality": self.tr("保密方式"), "wants_visit": self.tr("回访"), "emotion": self.tr("情绪"),
            "urgency": self.tr("紧急程度"), "leapfrog": self.tr("越级倾向"), "leapfrog_reason": self.tr("越级原因"),
            "flags": self.tr("关注信号"), "repeat_of": self.tr("重复件"), "parent": self.tr("原诉求"),
            "visit_note": self.tr("接访记录"), "told_recording": self.tr("告知录音"), "evidence": self.tr("证据"),
            "ticket": self.tr("排队号"),
        }.get(name, name)  # fmt: skip

    def reason(self, code: str) -> str:
        """Why an earlier case may be the same matter."""
        return {
            "account": self.tr("同户号"), "phone": self.tr("同电话"), "address": self.tr("同地址"),
            "category": self.tr("同分类"), "topic": self.tr("同类问题"), "confirmed": self.tr("已确认是同一件"),
            "parent": self.tr("原诉求"), "customer": self.tr("同一客户"),
        }.get(code, code)  # fmt: skip

    def due_line(self, moment: datetime) -> str:
        """6 月 11 日 18:00 前."""
        local = beijing(moment)
        today = day_of(self.clock())
        said = self.tr("今天") if local.date() == today else formats.short_day(local.date(), today)
        return self.tr("%1 %2 前").replace("%1", said).replace("%2", formats.clock(moment))

    def due_tone(self, clock: Clock) -> str:
        """The tone of a clock: late, soon, ok (met) or brand."""
        return {"late": "late", "soon": "soon", "met": "ok"}.get(clock.state(self.clock()), "brand")

    def done_word(self) -> str:
        """Said of a limit that was met."""
        return self.tr("已完成")

    def left(self, moment: datetime) -> str:
        """还剩 3 小时 36 分."""
        return formats.due(moment, self.clock())

    def when(self, moment: datetime) -> str:
        """今天 14:22, 6-08 16:30."""
        return formats.instant(moment, self.clock())

    def _named(self, table: str, code: str) -> str:
        found = next((item for item in self.catalog.items[table] if item.code == code), None) if code else None
        return code if found is None else self.of(found)


def words_of(workplace: Workplace) -> RequestWords:
    """The names for a page."""
    return RequestWords(workplace.services.parts.catalog, workplace.settings.language, workplace.clock)
