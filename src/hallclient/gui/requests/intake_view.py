"""Taking a request in (受理): the form, running clocks, the repeats offered, evidence; nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.evidence import EvidenceItem, Origin
from hallclient.domain.requests import COMPLAINT, REPORT, Request, RequestDraft
from hallclient.errors import Problem
from hallclient.gui.evidence.panel import EvidencePanel
from hallclient.gui.requests.clock_column import ClockColumn
from hallclient.gui.requests.intake_check import Check, IntakeCheck
from hallclient.gui.requests.intake_form import IntakeForm
from hallclient.gui.requests.repeats_card import RepeatsCard
from hallclient.gui.requests.request_desk import ORIGIN_OF_GROUP, RequestDesk
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.requests.side_by_side import SideBySide
from hallclient.gui.shared import formats, messages
from hallclient.gui.shared.background import Debounce
from hallclient.gui.shared.controls.button import Button, IconButton
from hallclient.gui.shared.controls.card import Card, PageHead
from hallclient.gui.shared.controls.editors import Choice, LongBox
from hallclient.gui.shared.controls.facts import KeyValues
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.layouts import Column
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

CHECK_AFTER = 200


class IntakeView(QWidget):
    """Holds one draft, for a new request or (with :meth:`amend`) for a later version of one."""

    accepted = Signal(object)
    """The Request, accepted or amended."""
    back_wanted = Signal()
    open_wanted = Signal(object)
    """An EvidenceItem to play."""

    def __init__(self, workplace: Workplace, words: RequestWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._words = workplace, words
        self._tried = False
        self._own_severity = False
        self._amending: Request | None = None
        self._blank = RequestDraft()
        self.check: Check | None = None
        self._check_soon = Debounce(self.check_now, CHECK_AFTER, self)
        self.service = IntakeCheck(workplace, self)
        self.form = IntakeForm(workplace, words)
        self.clocks = ClockColumn(words)
        self.repeats = RepeatsCard(words)
        self.panel = EvidencePanel(workplace.background)
        self.desk = RequestDesk(workplace.services.evidence, workplace.actor)
        self._make_head()
        self._make_contact()
        self._lay_out()
        self._wire()
        self.begin("")

    def _make_head(self) -> None:
        self.head = PageHead(self.tr("受理诉求"))
        self.back = IconButton("back", self.tr("返回列表，草稿保留 (Esc)"), kind="plain")
        self.wrong = Button("", kind="link", icon="late")
        self.wrong.set_ink("late")
        self.wrong.hide()
        self.discard_button = Button(self.tr("清空"), icon="delete")
        self.first_button = Button(self.tr("首接办结"), icon="done")
        self.first_button.set_tip(self.tr("当场答复并办结，不再派发"))
        self.accept_button = Button(self.tr("受理"), icon="done", kind="primary", shortcut="Ctrl+Return")
        for button in (self.wrong, self.discard_button, self.first_button, self.accept_button):
            self.head.add_action(button)

    def _make_contact(self) -> None:
        self.contact = Card(self.tr("本次接访"))
        self._contact_rows = KeyValues()
        self.contact.add(self._contact_rows)
        self.reason = LongBox(self.tr("为什么更正，写给以后看的人"), rows=2, limit=500)
        self._reason_field = Field(self.tr("更正原因"), self.reason)
        self.reason_card = Card(self.tr("更正"))
        self.reason_card.add(self._reason_field)
        origins = {
            Origin.CALL_RECORDING: self.tr("通话录音"), Origin.SERVICE_RECORDING: self.tr("服务录音录像"),
            Origin.SECURITY_VIDEO: self.tr("安防视频"), Origin.CUSTOMER: self.tr("客户提交"),
            Origin.INVESTIGATION: self.tr("调查取得"), Origin.SCAN: self.tr("扫描件"),
        }  # fmt: skip
        self.origin = Choice(list(origins.items()), Origin.CUSTOMER)
        self.origin.setAccessibleName(self.tr("证据来源"))
        self.origin.setMinimumWidth(look().px(150))
        self.panel.head.insertWidget(self.panel.head.count() - 2, self.origin)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._show_contact)

    def _lay_out(self) -> None:
        here = look()
        centre = Column(self.reason_card, self.form, self.panel, stretch_end=True)
        right = Column(self.clocks, self.repeats, self.contact, stretch_end=True)
        self.columns = SideBySide([(centre, 0), (right, 332)], least_rest=560)
        top = Column(gap=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(12))
        row = _beside(self.back, self.head)
        top.box.addWidget(row)
        column.addWidget(top)
        column.addWidget(self.columns, 1)

    def _wire(self) -> None:
        form = self.form
        form.changed.connect(self._changed)
        form.left.connect(lambda _name: self.check_now())
        form.severity.picked.connect(self._severity_picked)
        form.kind.picked.connect(lambda _kind: self._kind_picked())
        form.channel.changed.connect(self._guess_origin)
        self.origin.changed.connect(self._origin_changed)
        self.repeats.confirmed.connect(self._same)
        self.service.checked.connect(self._show)
        self.service.accepted.connect(self._accepted)
        self.service.refused.connect(self._refused)
        self.service.busy.connect(self._busy)
        self.panel.added.connect(self._added)
        self.panel.open_wanted.connect(self.open_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.wrong.clicked.connect(self.go_to_problem)
        self.accept_button.clicked.connect(self.accept)
        self.first_button.clicked.connect(self.accept_and_close)
        self.discard_button.clicked.connect(self.discard)
        self.shortcuts = Shortcuts(self)
        self.shortcuts.add("Esc", self.tr("返回列表，草稿保留"), self.back_wanted.emit)
        self.shortcuts.add("Alt+K", self.tr("查找客户"), self.form.customer.finder.setFocus)
        self.shortcuts.add("Alt+F", self.tr("记客户原话"), self.form.facts.setFocus)
        self.shortcuts.add("Alt+E", self.tr("结束接访"), self.form.end_now.click)
        self.shortcuts.note("Ctrl+Return", self.tr("受理；有错时跳到要改的地方"))
        self.shortcuts.note("F8", self.tr("导入证据"))

    # drafts

    def begin(self, kind: str, *, ticket: str = "") -> None:
        """A new draft; the contact starts now."""
        self._amending = None
        start = self._place.clock()
        confidentiality = "open" if kind == COMPLAINT else ""
        self._load(RequestDraft(kind=kind, contact_start=start, ticket=ticket, confidentiality=confidentiality))
        self.desk = RequestDesk(self._place.services.evidence, self._place.actor)
        self.panel.set_desk(self.desk)
        self.panel.allow_adding(None)
        self._guess_origin()

    def amend(self, request: Request) -> None:
        """A later version of a request, in clear; kind and channel stay."""
        self._amending = request
        self._load(request.content)
        self.desk = RequestDesk(self._place.services.evidence, self._place.actor, request.id)
        self.panel.set_desk(self.desk)
        self._guess_origin()

    def _load(self, draft: RequestDraft) -> None:
        amending = self._amending is not None
        self._tried = False
        self._own_severity = bool(draft.severity)
        self._blank = draft
        self.check = None
        self.reason.set_value("")
        self._reason_field.set_problem(None)
        self.form.show_draft(draft)
        for editor in (self.form.kind, self.form.channel):
            editor.setEnabled(not amending)
        self.reason_card.setVisible(amending)
        self.contact.setVisible(not amending)
        self.repeats.setVisible(not amending)
        self.first_button.setVisible(not amending)
        self.discard_button.setText(self.tr("放弃更正") if amending else self.tr("清空"))
        self.repeats.show_hints((), "")
        self.clocks.show_clocks(self._amending.clocks if self._amending is not None else ())
        self._words_of_head()
        self.check_now()

    def draft(self) -> RequestDraft:
        """What would be accepted now; a contact still open ends now."""
        return self.form.draft(end=self._place.clock())

    @property
    def dirty(self) -> bool:
        """Whether anything was typed."""
        typed = self.form.draft()
        if not self._own_severity:  # only suggested
            typed = replace(typed, severity=self._blank.severity)
        return typed != self._blank or bool(self.desk.ids) or self.panel.busy

    @property
    def amending(self) -> str:
        """The id of the request being amended, or an empty text."""
        return self._amending.id if self._amending is not None else ""

    def discard(self) -> None:
        """Start over, after a question where something would be lost."""
        if self.dirty and not messages.ask(
            self, self.tr("清空这份没有受理的诉求？"), self.tr("填写的内容会丢失；已入库的证据按未关联保管。"),
            yes=self.tr("清空"), danger=True,
        ):  # fmt: skip
            return
        amending = self._amending is not None
        self.begin(self.form.kind.value())
        if amending:
            self.back_wanted.emit()

    def start(self) -> None:
        """Put the focus where work starts."""
        target = self.reason if self._amending else self.form.kind if not self.form.kind.value() else self.form.channel
        target.setFocus()

    # what the service says

    def _changed(self) -> None:
        self._check_soon.poke()
        self._words_of_head()

    def check_now(self) -> None:
        """Problems, clocks, severity and repeats of the draft as it stands."""
        self._check_soon.stop()
        self.service.ask(self.draft())

    def _show(self, check: Check) -> None:
        self.check = check
        if self._amending is None:
            self.clocks.show_clocks(check.clocks, coming=True)
            self.repeats.show_hints(check.repeats, self.form.extra["repeat_of"])
        self._suggest(check)
        self._show_problems()

    def _suggest(self, check: Check) -> None:
        """The severity the rules suggest, with why; the person's own choice stays."""
        field, words = self.form.fields["severity"], self._words
        if not self._own_severity and self.form.is_complaint and self.form.severity.value() != check.severity:
            self.form.severity.set_value(check.severity)
            self._check_soon.poke()
        why = "、".join(words.of(each) for each in check.criteria) or self.tr("没有升级信号")
        same = self.form.severity.value() == check.severity
        text = self.tr("建议“%1”：%2").replace("%1", words.severity(check.severity)).replace("%2", why)
        field.set_help(text, icon="ok" if same else "info", tone="" if same else "soon")

    def _severity_picked(self, _code: object) -> None:
        self._own_severity = True
        self._changed()

    def _show_problems(self) -> None:
        problems = self.check.problems if self.check is not None else ()
        shown = self.form.show_problems(problems, everything=self._tried)
        missing = "evidence" in [problem.field for problem in problems]
        self.panel.banner.say(
            messages.sentence(next(p for p in problems if p.field == "evidence")) if missing and self._tried else "",
            "late",
        )
        count = len(shown) if self._tried else 0
        self.wrong.setText(self.tr("%1 处要改").replace("%1", str(count)))
        self.wrong.setVisible(bool(count))

    def go_to_problem(self) -> None:
        """The cursor into the first field that needs something."""
        for field in (self._reason_field, *self.form.fields.values()):
            if field.problem() and field.isVisible():
                field.go()
                self.columns.reveal(field)
                return
        if self.panel.banner.isVisible():
            self.panel.import_button.setFocus()
            self.columns.reveal(self.panel)

    # accepting

    def accept(self) -> None:
        """Accept (or save the next version); refused, everything stays and the first problem has the cursor."""
        self._send("")

    def accept_and_close(self) -> None:
        """首接办结: answered on the spot."""
        answer = messages.ask_reason(
            self, self.tr("当场答复并办结"), self.tr("写明答复内容，客户认可后办结。"),
            label=self.tr("答复内容"), yes=self.tr("受理并办结"),
        )  # fmt: skip
        if answer:
            self._send(answer)

    def _send(self, answer: str) -> None:
        if self.service.sending:
            return
        if self.panel.busy:
            self._place.messages.say(self.tr("证据还在入库，等它完成或停止后再受理"), "soon")
            return
        self._tried = True
        self._check_soon.stop()
        unexplained = self._amending is not None and not self.reason.value()
        self._reason_field.set_problem(self.tr("请写明原因") if unexplained else None)
        if unexplained or list(self.form.bad_moments()):
            self._show_problems()
            self.go_to_problem()
        elif self._amending is not None:
            self.service.amend(self._amending, self.draft(), self.reason.value())
        else:
            self.service.accept(self.draft(), answer)

    def _busy(self, busy: bool) -> None:
        self.accept_button.set_reason(self.tr("正在保存") if busy else None)

    def _accepted(self, request: Request) -> None:
        self.begin("")
        self.accepted.emit(request)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        if self.check is not None:
            self._show(replace(self.check, problems=problems))
        self.go_to_problem()

    # small things

    def _kind_picked(self) -> None:
        if self.form.is_complaint and not self.form.customer.confidentiality.value():
            self.form.customer.confidentiality.set_value("open")
        self._changed()

    def _same(self, request_id: str) -> None:
        self.form.extra["repeat_of"] = request_id
        self.check_now()

    def _added(self, item: EvidenceItem) -> None:
        self.form.extra["evidence"] = (*self.form.extra["evidence"], item.id)
        self.check_now()

    def _guess_origin(self) -> None:
        code = self.form.channel.value()
        if code:
            group = self._words.catalog.channel(code).group
            self.origin.set_value(ORIGIN_OF_GROUP.get(group, Origin.CUSTOMER))
        self._origin_changed()

    def _origin_changed(self) -> None:
        self.desk.origin = self.origin.value() or Origin.CUSTOMER
        kind = self._words.kind(self.form.kind.value()) or self.tr("诉求")
        self.desk.purpose = self.tr("%1处理").replace("%1", kind)

    def _words_of_head(self) -> None:
        kind = self.form.kind.value()
        name = self._words.kind(kind) if kind else self.tr("诉求")
        if self._amending is not None:
            version = str(self._amending.version + 1)
            self.head.set_title(self.tr("补充更正"), self._amending.number)
            self.accept_button.setText(self.tr("保存为第 %1 版").replace("%1", version))
        else:
            self.head.set_title(self.tr("受理%1").replace("%1", name), self.tr("单号在受理时生成"))
            self.accept_button.setText(self.tr("受理"))
        reason = self.tr("投诉和举报要走完整流程") if kind in {COMPLAINT, REPORT} else None
        self.first_button.set_reason(reason)

    def _show_contact(self) -> None:
        actor, now = self._place.actor, self._place.clock()
        start: datetime | None = self.form.contact_start.value()
        end = self.form.contact_end.value() or now
        spent = formats.stopwatch(end - start) if start is not None else "—"
        self._contact_rows.set_rows(
            [
                (self.tr("已用时"), spent),
                (self.tr("受理人"), f"{actor.name} · {actor.staff_no}"),
                (self.tr("窗口"), self.tr("%1号").replace("%1", actor.window) if actor.window else "—"),
            ]
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_contact()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


def _beside(left: QWidget, right: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(12))
    row.addWidget(left)
    row.addWidget(right, 1)
    return holder
