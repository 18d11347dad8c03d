"""The intake form (受理表单): every field of a request; kind and channel say which are asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.requests import COMPLAINT, RequestDraft
from hallclient.errors import Problem
from hallclient.gui.requests.customer_part import CustomerPart
from hallclient.gui.requests.field_grid import FieldGrid
from hallclient.gui.requests.finder_box import FinderBox
from hallclient.gui.requests.flow import ChipFlow
from hallclient.gui.requests.moment_box import MomentBox
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.editors import Choice, LineBox, LongBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.segment import Segment
from hallclient.gui.shared.controls.text import Text
from hallclient.gui.shared.messages import sentence
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

FLAGS = ("group", "injury", "heavy_loss", "vulnerable", "key_customer")
"""Signals shown as chips; the tendency to go to a higher level has its own tick with a reason."""


class WordsBox(LongBox):
    """The customer's words, in their own size."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.document().setDefaultFont(look().font("words"))

    def sizeHint(self) -> QSize:
        return QSize(look().px(240), look().metrics("words").lineSpacing() * self._rows + look().px(20))


class IntakeForm(QWidget):
    """``changed`` when anything changed; ``left(name)`` when a field was left, so that its problem may show."""

    changed = Signal()
    left = Signal(str)

    def __init__(self, workplace: Workplace, words: RequestWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self._place = words, workplace
        self.fields: dict[str, Field] = {}
        self.extra: dict[str, Any] = {"ticket": "", "repeat_of": "", "evidence": ()}
        self._touched: set[str] = set()
        self._loading = False
        self.customer = CustomerPart(workplace, words, self._field, self)
        self._make_source()
        self._make_content()
        self._make_listening()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        for card in (self.source_card, self.customer.card, self.content_card, self.listening_card):
            column.addWidget(card)
        self.listening_box = column
        self.customer.changed.connect(self._typed)
        self._follow_kind()

    # making

    def _field(self, name: str, label: str, editor: QWidget, *, optional: bool = False, help: str = "") -> Field:
        """One field, known by the name it has in the draft."""
        field = Field(label, editor, optional=optional, help=help)
        self.fields[name] = field
        editor.setObjectName(name)
        for inner in (editor, *editor.findChildren(QWidget)):
            inner.installEventFilter(self)
        signal = getattr(editor, "changed", None) or getattr(editor, "picked", None)
        if signal is not None:
            signal.connect(self._typed)
        return field

    def _make_source(self) -> None:
        words, clock = self.words, self._place.clock
        self.source_card = Card(self.tr("来源"))
        self.source_card.add_action(Text(self.tr("除注明“选填”外均为必填"), "meta"))
        kinds = [(kind.code, words.of(kind)) for kind in words.catalog.request_kinds()]
        self.kind = ChipFlow(kinds, name=self.tr("诉求类型"))
        self.subtype = Choice()
        self.channel = Choice(
            [(each.code, words.of(each)) for each in words.catalog.channels()],
            placeholder=self.tr("从哪里来，输入几个字"), searchable=True,
        )  # fmt: skip
        self.channel.set_value(None)
        self.external_no = LineBox(limit=60)
        self.external_due = MomentBox(clock)
        self.contact_start = MomentBox(clock)
        self.contact_end = MomentBox(clock, self.tr("受理时自动填写"))
        self.parent_case = FinderBox(self.tr("原诉求单号、户号或姓名"))
        self.parent_case.wanted.connect(self._find_parent)
        self.parent_case.chosen.connect(self._took_parent)
        self._parent_id = ""
        self.end_now = Button(self.tr("结束接访"), icon="clock", kind="link")
        self.end_now.clicked.connect(self._end_contact)
        grid = self.source_grid = FieldGrid(columns=4, least=190)
        grid.add(self._field("kind", self.tr("诉求类型"), self.kind), 0)
        grid.add(self._field("subtype", self.tr("子类"), self.subtype))
        grid.add(self._field("parent", self.tr("原诉求"), self.parent_case))
        grid.add(self._field("channel", self.tr("来源渠道"), self.channel))
        grid.add(self._field("contact_start", self.tr("接访开始"), self.contact_start, help=self.tr("自动")))
        grid.add(self._field("contact_end", self.tr("接访结束"), self.contact_end, optional=True))
        grid.add(self._field("external_no", self.tr("来文编号"), self.external_no))
        grid.add(self._field("external_due", self.tr("来文要求的期限"), self.external_due, optional=True))
        self.source_card.add(grid)
        self.source_card.add_action(self.end_now)

    def _make_content(self) -> None:
        words = self.words
        self.content_card = Card(self.tr("内容"))
        self.facts = WordsBox(self.tr("照客户原话记，不概括、不评判"), rows=4, limit=20_000)
        self.claim = LineBox(self.tr("客户要求怎么办"), limit=2000)
        self.category = FinderBox(self.tr("输入编码或几个字，如“态度”“超时”"), after=0)
        self.category.wanted.connect(self._find_category)
        self.category.chosen.connect(self._took_category)
        self.category.textEdited.connect(self._edited_category)
        self._category = ""
        self.severity = Segment([(each.code, words.of(each)) for each in reversed(words.catalog.severities())])
        self.event_time = MomentBox(self._place.clock)
        self.event_place = LineBox(self.tr("如 3号窗口"))
        self.person = LineBox(self.tr("工号"), limit=32)
        self.flags = ChipFlow(
            [(code, words.option("signal", code)) for code in FLAGS], several=True, name=self.tr("关注信号")
        )
        self.leapfrog = QCheckBox(self.tr("客户有越级反映倾向"))
        self.leapfrog.toggled.connect(self._typed)
        self.leapfrog_reason = LineBox(self.tr("客户说要向哪里反映、为什么"))
        self.emotion = Segment(words.options("emotion"))
        self.urgency = Segment(words.options("urgency"))
        self.wants_visit = Segment([(True, self.tr("需要")), (False, self.tr("不需要"))], True)
        grid = self.content_grid = FieldGrid(columns=4, least=190)
        grid.add(self._field("facts", self.tr("客户原话"), self.facts), 0)
        grid.add(self._field("claim", self.tr("诉求"), self.claim), 2)
        grid.add(self._field("emotion", self.tr("客户情绪"), self.emotion, optional=True))
        grid.add(self._field("wants_visit", self.tr("是否回访"), self.wants_visit))
        grid.add(self._field("category", self.tr("投诉分类"), self.category), 2)
        grid.add(self._field("severity", self.tr("投诉等级"), self.severity), 2)
        grid.add(self._field("event_time", self.tr("事发时间"), self.event_time, optional=True))
        grid.add(self._field("event_place", self.tr("事发地点"), self.event_place, optional=True))
        grid.add(self._field("person", self.tr("被投诉人"), self.person, optional=True))
        grid.add(self._field("urgency", self.tr("紧急程度"), self.urgency, optional=True))
        grid.add(self._field("flags", self.tr("关注信号"), self.flags, optional=True), 2)
        grid.add(_dropped(self.leapfrog), 2)
        grid.add(self._field("leapfrog_reason", self.tr("越级原因"), self.leapfrog_reason), 2)
        self.content_card.add(grid)

    def _make_listening(self) -> None:
        self.listening_card = Card(self.tr("倾听"), aside=self.tr("录音、来信扫描件或接访记录，至少有一样"))
        self.visit_note = LongBox(self.tr("没有录音或来信时，记下当面谈的经过"), rows=2)
        self.told_recording = QCheckBox(self.tr("已告知客户本次通话（接访）录音"))
        self.told_recording.toggled.connect(self._typed)
        grid = FieldGrid()
        grid.add(self._field("visit_note", self.tr("接访记录"), self.visit_note, optional=True), 2)
        grid.add(_dropped(self.told_recording))
        self.listening_card.add(grid)

    # what is asked

    @property
    def is_complaint(self) -> bool:
        """Whether a complaint is being taken in."""
        return self.kind.value() == COMPLAINT

    def _follow_kind(self) -> None:
        """Show what this kind and this channel ask for."""
        catalog, kind = self.words.catalog, self.kind.value()
        found = catalog.request_kind(kind) if kind else None
        channel = self.channel.value()
        way = catalog.channel(channel) if channel else None
        complaint = self.is_complaint
        subtypes = [(each.code, self.words.of(each)) for each in found.subtypes] if found else []
        if [code for code, _ in subtypes] != self.subtype._values:
            self.subtype.set_options(subtypes)
        source, content = self.source_grid, self.content_grid
        source.show_field(self.fields["subtype"], bool(subtypes))
        source.show_field(self.fields["parent"], bool(found and found.needs_parent))
        source.show_field(self.fields["external_no"], bool(way and way.reference_required))
        source.show_field(self.fields["external_due"], bool(way and way.deadline_on_transfer))
        for name in ("category",):
            content.show_field(self.fields[name], bool(found and found.uses_complaint_tree))
        for name in ("severity", "event_time", "event_place", "person"):
            content.show_field(self.fields[name], complaint)
        self.fields["claim"].set_optional(not complaint)
        self.fields["category"].set_optional(not complaint)
        content.show_field(self.fields["leapfrog_reason"], self.leapfrog.isChecked())
        self.listening_card.setVisible(complaint)
        self.customer.follow(kind)

    def _typed(self) -> None:
        if not self._loading:
            self._follow_kind()
            self.changed.emit()

    def _end_contact(self) -> None:
        self.contact_end.set_value(self._place.clock())
        self.end_now.set_reason(self.tr("接访已结束"))

    # categories and the case before

    def _find_category(self, text: str) -> None:
        found = self.words.catalog.search_categories(text)[:30]
        self.category.offer([(node.code, self.words.category_line(node)) for node in found])

    def _took_category(self, code: str) -> None:
        self._category = code
        self.category.set_value(f"{code}  {self.words.category(code)}")
        self.fields["category"].set_help(" › ".join(self.words.path(code)[:-1]))
        self._typed()

    def _edited_category(self, text: str) -> None:
        """A code typed in full counts at once; other text is not yet a category."""
        typed = text.strip()
        known = self.words.catalog.knows("categories", typed)
        self._category = typed if known else ""
        self.fields["category"].set_help(" › ".join(self.words.path(typed)) if known else "")

    def _find_parent(self, text: str) -> None:
        place, wanted = self._place, self.customer.request_filter(text)
        place.background.run(
            "store",
            lambda: place.services.requests.page(place.actor, wanted, limit=10),
            lambda lines: self.parent_case.offer(
                [(line, f"{line.number}  {self.words.kind(line.kind)}  {line.name}  {line.title}") for line in lines]
            ),
            owner=self,
        )

    def _took_parent(self, line: Any) -> None:
        self._parent_id = line.id
        self.parent_case.set_value(line.number)
        self.fields["parent"].set_help(line.title)
        self._typed()

    # drafts

    def draft(self, *, end: datetime | None = None) -> RequestDraft:
        """What is on the form; ``end`` closes a contact that is still open."""
        told = RequestDraft(
            kind=self.kind.value(), subtype=self.subtype.value() or "", channel=self.channel.value() or "",
            external_no=self.external_no.value(), external_due=self.external_due.value(),
            contact_start=self.contact_start.value(), contact_end=self.contact_end.value() or end,
            facts=self.facts.value(), claim=self.claim.value(), parent=self._parent_id,
            emotion=self.emotion.value() or "", urgency=self.urgency.value() or "", flags=self.flags.values(),
            wants_visit=bool(self.wants_visit.value()), leapfrog=self.leapfrog.isChecked(),
            leapfrog_reason=self.leapfrog_reason.value() if self.leapfrog.isChecked() else "",
            category=self._category if self.content_grid.shows(self.fields["category"]) else "",
            **self.customer.values(), **self.extra,
        )  # fmt: skip
        if not self.is_complaint:
            return told
        return replace(
            told, severity=self.severity.value() or "", event_time=self.event_time.value(),
            event_place=self.event_place.value(), person=self.person.value(),
            visit_note=self.visit_note.value(), told_recording=self.told_recording.isChecked(),
        )  # fmt: skip

    def show_draft(self, told: RequestDraft) -> None:
        """Put a draft on the form."""
        self._loading = True
        self.kind.set_value(told.kind)
        self.channel.set_value(told.channel or None)
        self._follow_kind()
        for name in (
            "subtype", "external_no", "external_due", "contact_start", "contact_end", "facts", "claim", "severity",
            "event_time", "event_place", "person", "emotion", "urgency", "wants_visit", "leapfrog_reason", "visit_note",
        ):  # fmt: skip
            value = getattr(told, name)
            self.fields[name].editor.set_value(value if value != "" else None)  # type: ignore[attr-defined]
        self.flags.set_value(*told.flags)
        self.leapfrog.setChecked(told.leapfrog)
        self.told_recording.setChecked(told.told_recording)
        self._category, self._parent_id = told.category, told.parent
        self.category.set_value(f"{told.category}  {self.words.category(told.category)}" if told.category else "")
        self.fields["category"].set_help(" › ".join(self.words.path(told.category)[:-1]))
        self.parent_case.set_value("")
        self.extra = {"ticket": told.ticket, "repeat_of": told.repeat_of, "evidence": told.evidence}
        self.customer.show_values(told)
        self.end_now.set_reason(None)
        self._touched.clear()
        self._loading = False
        self.show_problems((), everything=True)
        self._follow_kind()
        self.changed.emit()

    # problems

    def bad_moments(self) -> Iterable[str]:
        """Fields with text that is no instant."""
        boxes = ("external_due", "contact_start", "contact_end", "event_time")
        return [name for name in boxes if self.fields[name].editor.bad()]  # type: ignore[attr-defined]

    def show_problems(self, problems: Iterable[Problem], *, everything: bool) -> list[str]:
        """Put problems under their fields; of fields not yet left only with ``everything``. Gives the names shown."""
        first: dict[str, str] = {name: self.tr("写成 14:09 或 6-10 14:09") for name in self.bad_moments()}
        for problem in problems:
            first.setdefault(problem.field, sentence(problem))
        shown = []
        for name, field in self.fields.items():
            said = first.get(name) if everything or name in self._touched else None
            field.set_problem(said)
            if said:
                shown.append(name)
        return [*shown, *(name for name in first if name not in self.fields and everything)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that was left may be judged."""
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QWidget):
            named = watched if watched.objectName() in self.fields else watched.parentWidget()
            if named is not None and named.objectName() in self.fields:
                self._touched.add(named.objectName())
                self.left.emit(named.objectName())
        return False


def _dropped(box: QWidget) -> QWidget:
    """A tick in a row of fields, on the line of their editors."""
    side = QWidget()
    line = QHBoxLayout(side)
    line.setContentsMargins(0, look().px(24), 0, 0)
    line.addWidget(box)
    line.addStretch(1)
    return side
