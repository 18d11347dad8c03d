"""Who speaks (客户): found in the archive by anything typed, or keyed; masked in lists, clear only for the intake."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hallclient.domain.customers import CustomerHit
from hallclient.domain.requests import REPORT, RequestDraft, RequestFilter
from hallclient.errors import HallError
from hallclient.gui.requests.field_grid import FieldGrid
from hallclient.gui.requests.finder_box import FinderBox
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.shared.background import Debounce
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.editors import Choice, LineBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.segment import Segment
from hallclient.gui.shared.workplace import Workplace

MakeField = Callable[..., Field]
_TAKEN = ("name", "phone", "address", "account")


class CustomerPart(QObject):
    """The customer's card of the form. ``changed`` when anything in it changed."""

    changed = Signal()

    def __init__(self, workplace: Workplace, words: RequestWords, field: MakeField, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._words = workplace, words
        self._customer = ""
        self._popped: CustomerHit | None = None
        self.card = Card(self.tr("客户"))
        self.finder = FinderBox(self.tr("户号 / 电话 / 姓名 / 地址，边打边找"))
        self.finder.setAccessibleName(self.tr("查找客户"))
        self.finder.wanted.connect(self._find)
        self.finder.chosen.connect(self.take)
        self.banner = Banner(icon="person")
        self.banner.acted.connect(self._acted)
        self.name, self.phone = LineBox(limit=64), LineBox(limit=32)
        self.account, self.address = LineBox(limit=20), LineBox(limit=256)
        self.relation = Choice(words.options("relation"))
        self.confidentiality = Segment(words.options("confidentiality"))
        self.grid = FieldGrid(columns=4, least=190)
        self._finder_field = Field(self.tr("查找客户"), self.finder, optional=True)
        self.grid.add(self._finder_field, 2)
        for box, label, key, optional in (
            (self.name, self.tr("姓名"), "name", False), (self.phone, self.tr("联系电话"), "phone", False),
            (self.account, self.tr("户号"), "account", True), (self.address, self.tr("地址"), "address", True),
            (self.relation, self.tr("与户主关系"), "relation", True),
            (self.confidentiality, self.tr("保密方式"), "confidentiality", False),
        ):  # fmt: skip
            made: QWidget = box
            self.grid.add(field(key, label, made, optional=optional))
        self.fields: dict[str, Field] = {}
        self.card.add(self.grid)
        self.card.add(self.banner)
        self._pop_soon = Debounce(self._pop, 250, self)
        self.phone.textEdited.connect(lambda _text: self._pop_soon.poke())
        self.confidentiality.picked.connect(lambda _value: self.changed.emit())

    @property
    def customer(self) -> str:
        """The id of the archive's customer, empty where it is nobody's."""
        return self._customer

    def follow(self, kind: str) -> None:
        """What this kind asks: a report may be anonymous, and so may anybody who says so."""
        free = self.confidentiality.value() == "anonymous" or kind == REPORT
        for box in (self.name, self.phone):
            parent = box.parentWidget()
            if isinstance(parent, Field):
                parent.set_optional(free)
        confidential = self.confidentiality.parentWidget()
        if isinstance(confidential, Field):
            confidential.set_optional(kind != "complaint")

    def request_filter(self, text: str) -> RequestFilter:
        """Earlier requests by number, account, name or phone."""
        return RequestFilter(text=text)

    # finding

    def _find(self, text: str) -> None:
        place = self._place
        if not place.actor.may("customers.read"):
            return
        place.background.run(
            "store",
            lambda: place.services.customers.find(place.actor, text, limit=10),
            lambda hits: self._offer(text, hits),
            owner=self,
        )

    def _offer(self, text: str, hits: Sequence[CustomerHit]) -> None:
        if text == self.finder.value():
            self.finder.offer([(hit, self._line(hit)) for hit in hits])
            none = self.tr("没有找到，直接填写下面各项") if not hits else ""
            self._finder_field.set_help(none)

    @staticmethod
    def _line(hit: CustomerHit) -> str:
        return "    ".join(part for part in (hit.account, hit.name, hit.phone, hit.address) if part)

    def _pop(self) -> None:
        """Who rings up: the archive's customers with this telephone."""
        place, number = self._place, self.phone.value()
        if self._customer or len(number) < 7 or not place.actor.may("customers.read"):
            return
        place.background.run(
            "store", lambda: place.services.customers.by_phone(place.actor, number), self._popped_up, owner=self
        )

    def _popped_up(self, hits: Sequence[CustomerHit]) -> None:
        if self._customer or not hits:
            return
        self._popped = hits[0]
        more = self.tr("，还有 %1 户").replace("%1", str(len(hits) - 1)) if len(hits) > 1 else ""
        text = self.tr("这个电话在档案里是 %1，户号 %2").replace("%1", hits[0].name).replace("%2", hits[0].account)
        self.banner.say(text + more, "info", icon="phone-in", action=self.tr("就是这一户"))

    def _acted(self) -> None:
        if self._customer:
            self._customer = ""
            self.banner.say("")
            self.changed.emit()
        elif self._popped is not None:
            self.take(self._popped)

    def take(self, hit: CustomerHit) -> None:
        """This customer: fill in what the person may see; the reason goes to the audit trail."""
        self._customer, self._popped = hit.id, None
        self.finder.set_value("")
        text = self.tr("已关联档案：%1，户号 %2").replace("%1", hit.name).replace("%2", hit.account)
        self.banner.say(text, "ok", icon="ok", action=self.tr("取消关联"))
        place = self._place
        if place.actor.may("customers.unmask"):
            reason = self.tr("受理诉求，核对来访人")
            place.background.run(
                "store",
                lambda: place.services.customers.unmask(place.actor, hit.id, _TAKEN, reason),
                lambda clear: self._fill(hit, clear),
                self._hidden,
                owner=self,
            )
        self.changed.emit()

    def _fill(self, hit: CustomerHit, clear: dict[str, Any]) -> None:
        if self._customer != hit.id:
            return
        for name in _TAKEN:
            box: LineBox = getattr(self, name)
            if not box.value():
                box.set_value(str(clear[name]))
        self.changed.emit()

    def _hidden(self, error: Exception) -> None:
        """Not for this person to see: name and telephone are asked for."""
        if not isinstance(error, HallError):
            raise error
        ask = self.tr("%1。姓名和电话请当面问清填写").replace("%1", self.banner.text())
        self.banner.say(ask, "info", action=self.tr("取消关联"))

    # values

    def values(self) -> dict[str, Any]:
        """What the draft takes from here."""
        return {
            "customer": self._customer, "name": self.name.value(), "phone": self.phone.value(),
            "account": self.account.value(), "address": self.address.value(),
            "relation": self.relation.value() or "", "confidentiality": self.confidentiality.value() or "",
        }  # fmt: skip

    def show_values(self, told: RequestDraft) -> None:
        """Show a draft's customer."""
        self._customer, self._popped = told.customer, None
        for name in ("name", "phone", "account", "address"):
            getattr(self, name).set_value(getattr(told, name))
        self.relation.set_value(told.relation or None)
        self.confidentiality.set_value(told.confidentiality or None)
        self.finder.set_value("")
        self._finder_field.set_help("")
        self.banner.say(self.tr("已关联客户档案") if told.customer else "", "ok", action=self.tr("取消关联"))
