"""One request (诉求详情): words, versions, evidence, earlier cases, clocks; a complaint with its six steps on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from hallclient.domain.evidence import EvidenceItem
from hallclient.domain.requests import COMPLAINT, REPORT, Contact, RepeatHint, Request, Version
from hallclient.errors import HallError
from hallclient.gui.evidence.panel import EvidencePanel
from hallclient.gui.requests.clock_column import ClockColumn
from hallclient.gui.requests.complaint_steps import ComplaintSteps, path_card
from hallclient.gui.requests.contacts_card import ContactDialog, ContactsCard
from hallclient.gui.requests.earlier_card import EarlierCard
from hallclient.gui.requests.people_card import PeopleCard
from hallclient.gui.requests.request_acts import RequestActs
from hallclient.gui.requests.request_desk import RequestDesk
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.requests.side_by_side import SideBySide
from hallclient.gui.requests.versions_card import VersionsCard
from hallclient.gui.requests.words_card import WordsCard
from hallclient.gui.shared import formats, messages
from hallclient.gui.shared.controls.banner import Banner, EmptyState
from hallclient.gui.shared.controls.button import Button, IconButton
from hallclient.gui.shared.controls.card import PageHead
from hallclient.gui.shared.controls.chip import StatusChip
from hallclient.gui.shared.controls.layouts import Column
from hallclient.gui.shared.controls.plan import StepPath
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything the page shows of one request."""

    request: Request
    versions: tuple[Version, ...]
    earlier: tuple[RepeatHint, ...]
    history: dict[str, int]
    contacts: tuple[Contact, ...] = ()


class DetailView(QWidget):
    """``play_wanted(item)``, ``amend_wanted(Request in clear)``, ``open_wanted(request id)``, ``back_wanted()``."""

    play_wanted = Signal(object)
    amend_wanted = Signal(object)
    open_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, workplace: Workplace, words: RequestWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._words = workplace, words
        self._steps = ComplaintSteps(words)
        self._clear = False
        self.reference = ""
        self.case: Case | None = None
        self.acts = RequestActs(workplace, self)
        self._make_head()
        self.path = StepPath()
        self.path_card = path_card(self.path)
        self.said = WordsCard(words)
        self.versions = VersionsCard(words)
        self.contacts = ContactsCard(words)
        self.panel = EvidencePanel(workplace.background)
        self.earlier = EarlierCard(words, workplace.background)
        self.clocks = ClockColumn(words)
        self.people = PeopleCard(words)
        self.banner = Banner(icon="show", closable=False)
        self._lay_out()
        self._wire()

    def _make_head(self) -> None:
        self.back = IconButton("back", self.tr("返回列表 (Esc)"), kind="plain")
        self.head = PageHead("")
        self.unmask_button = Button(self.tr("查看明文"), icon="show")
        self.amend_button = Button(self.tr("补充更正"), icon="edit", shortcut="Ctrl+E")
        self.close_button = Button(self.tr("首接办结"), icon="done")
        self.print_button = Button(self.tr("打印投诉处理单"), icon="print", kind="primary", shortcut="Ctrl+P")
        for button in (self.unmask_button, self.amend_button, self.close_button, self.print_button):
            self.head.add_action(button)

    def _lay_out(self) -> None:
        here = look()
        top = QHBoxLayout()
        top.setSpacing(here.px(12))
        top.addWidget(self.back)
        top.addWidget(self.head, 1)
        centre = Column(self.panel, self.contacts, self.versions, self.earlier, stretch_end=True)
        right = Column(self.clocks, self.people, stretch_end=True)
        self.columns = SideBySide([(Column(self.said), 318), (centre, 0), (right, 310)], least_rest=420)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(here.px(12))
        body.addLayout(top)
        body.addWidget(self.banner)
        body.addWidget(self.path_card)
        body.addWidget(self.columns, 1)
        self.columns.set_lead(self.path_card, body)
        self.refusal = EmptyState("", icon="locked-state", action=self.tr("返回列表"), action_icon="back")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self.refusal)
        self.banner.hide()

    def _wire(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.refusal.acted.connect(self.back_wanted)
        self.said.play_wanted.connect(self.play_wanted)
        self.said.history_wanted.connect(self._all_history)
        self.panel.open_wanted.connect(self.play_wanted)
        self.panel.added.connect(self._evidence_added)
        self.panel.thumbs.made.connect(self._loudness)
        self.panel.strip.items.modelReset.connect(lambda: self._evidence(self.panel.items))
        self.earlier.open_wanted.connect(self.open_wanted)
        self.contacts.note_wanted.connect(self._ask_contact)
        self.banner.acted.connect(self.hide_clear)
        self.unmask_button.clicked.connect(self.unmask)
        self.amend_button.clicked.connect(self.amend)
        self.close_button.clicked.connect(self.close_first)
        self.print_button.clicked.connect(self.print_record)
        self.shortcuts = Shortcuts(self)
        self.shortcuts.add("Esc", self.tr("返回列表"), self.back_wanted.emit)
        self.shortcuts.note("Ctrl+P", self.tr("打印投诉处理单"))
        self.shortcuts.note("Ctrl+E", self.tr("补充更正"))
        self.shortcuts.add("Alt+P", self.tr("播放客户录音"), self.said.strip.click)
        self.shortcuts.note("Ctrl+L", self.tr("记一次联系"))
        self.shortcuts.note("F8", self.tr("导入证据"))

    # showing

    def show_request(self, reference: str) -> None:
        """A request by id or number; masked."""
        self._clear = False
        self.banner.say("")
        self._stack.setCurrentWidget(self._body)
        if reference != self.reference:
            self.reference, self.case = reference, None
            self.panel.set_desk(None)
            self.columns.to_top()
        self.refresh()

    def refresh(self) -> None:
        """Ask again; what is shown in clear stays."""
        reference, place = self.reference, self._place
        if not reference or self._clear:
            return

        def work() -> Case:
            service, actor = place.services.requests, place.actor
            request = service.request(actor, reference)
            return Case(
                request=request,
                versions=service.versions(actor, request.id),
                earlier=self.acts.earlier(request),
                history=self.acts.history(request),
                contacts=service.contacts(actor, request.id),
            )

        def done(case: Case) -> None:
            if reference == self.reference:
                self.show_case(case)

        place.background.run("store", work, done, self._failed, owner=self)

    def _failed(self, error: Exception) -> None:
        """The person concerned, or somebody of another unit: a sentence in the page, not a box."""
        if isinstance(error, HallError):
            said = messages.words(error)
            self.case = None
            self.refusal.say(said.title, messages.told(said))
            self._stack.setCurrentWidget(self.refusal)
            self.refusal.button.setFocus()
        else:
            self._place.background.unexpected(error)

    def show_case(self, case: Case) -> None:
        """Show it."""
        fresh = self.case is None or self.case.request.id != case.request.id
        self.case = case
        request, told, words = case.request, case.request.content, self._words
        complaint = told.kind == COMPLAINT
        title = next((part for part in told.facts.replace("\n", "。").split("。") if part.strip()), request.number)
        meta = [request.number, words.channel(told.channel), words.kind(told.kind)]
        if told.external_no:
            meta.append(self.tr("来文 %1").replace("%1", told.external_no))
        self.head.set_title(title if len(title) <= 24 else title[:23] + "…", "  •  ".join(meta))
        self.head.set_chips(*self._chips(request))
        self.path_card.setVisible(complaint)
        self.path.set_steps(self._steps.of(request, len(self.panel.items)))
        self.said.show_request(request)
        self._history_line(case.history)
        self.versions.show_versions(case.versions)
        self.earlier.show_cases(case.earlier)
        self.contacts.show_contacts(case.contacts)
        self.contacts.setVisible(complaint)
        self.clocks.show_clocks(request.clocks if request.state != "closed" else ())
        self.people.show_request(request)
        self._allow(request)
        if fresh:
            self._show_evidence(request)
        else:
            self.panel.reload()

    def _chips(self, request: Request) -> list[QWidget]:
        told, words = request.content, self._words
        chips = []
        if told.severity:
            tone = {"special": "late", "major": "late", "important": "soon"}.get(told.severity, "neutral")
            chips.append(StatusChip(words.severity(told.severity), tone, icon="" if tone == "neutral" else None))
        path = words.path(told.category)
        if path:
            chips.append(StatusChip(" · ".join(path[1:]), "neutral", icon=""))
        elif told.subtype:
            chips.append(StatusChip(words.subtype(told.kind, told.subtype), "neutral", icon=""))
        if request.state == "closed":
            chips.append(StatusChip(words.state("closed"), "ok"))
        if told.repeat_of:
            chips.append(StatusChip(self.tr("重复"), "soon", icon="repeat-case"))
        return list(chips)

    def _show_evidence(self, request: Request) -> None:
        actor = self._place.actor
        if not actor.may("evidence.read"):
            self.panel.hide()
            return
        desk = RequestDesk(
            self._place.services.evidence, actor, request.id,
            purpose=self.tr("%1处理").replace("%1", self._words.kind(request.content.kind)),
        )  # fmt: skip
        self.panel.set_desk(desk)
        may = actor.may("evidence.add") and actor.may("complaints.amend")
        self.panel.allow_adding(None if may else self.tr("没有补充证据的权限"))

    def _allow(self, request: Request) -> None:
        actor, kind = self._place.actor, request.content.kind
        complaint = kind == COMPLAINT
        self.contacts.note.set_reason(None if actor.may("complaints.amend") else self.tr("没有登记联系的权限"))
        self.amend_button.set_reason(None if actor.may("complaints.amend") else self.tr("没有补充更正的权限"))
        clear = self.tr("已经是明文") if self._clear else None
        self.unmask_button.set_reason(clear if actor.may("customers.unmask") else self.tr("没有查看明文的权限"))
        self.print_button.setVisible(complaint)
        self.close_button.setVisible(kind not in {COMPLAINT, REPORT} and request.state == "accepted")
        self.close_button.set_kind("plain" if complaint else "primary")
        self.print_button.setText(self.tr("补打投诉处理单") if request.prints else self.tr("打印投诉处理单"))

    def _evidence(self, items: Sequence[EvidenceItem]) -> None:
        self.said.show_recording(items)
        if self.said.strip.item is not None:
            self._loudness(self.said.strip.item.id)
        if self.case is not None:
            self.path.set_steps(self._steps.of(self.case.request, len(items)))

    def _loudness(self, item_id: str) -> None:
        thumb = self.panel.thumbs.of(item_id)
        shown = self.said.strip.item
        if shown is not None and shown.id == item_id and isinstance(thumb, tuple):
            self.said.strip.set_peaks(thumb)

    def _ask_contact(self) -> None:
        dialog = ContactDialog(self)
        dialog.noted.connect(lambda outcome, text: self._note_contact(dialog, outcome, text))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _note_contact(self, dialog: ContactDialog, outcome: str, text: str) -> None:
        place, case = self._place, self.case
        if case is None:
            return
        service, actor, request_id = place.services.requests, place.actor, case.request.id
        place.background.run(
            "store", lambda: service.note_contact(actor, request_id, outcome, text), lambda _done: dialog.accept(),
            owner=dialog,
        )  # fmt: skip

    def _history_line(self, history: dict[str, int]) -> None:
        said = formats.listed(f"{kind} {count}" for kind, count in history.items())
        self.said.history.setText(self.tr("近 12 个月：%1").replace("%1", said or self.tr("没有其他往来")))

    # doing

    @property
    def request(self) -> Request | None:
        """What is shown."""
        return None if self.case is None else self.case.request

    def unmask(self) -> None:
        """Personal data in clear, against a reason."""
        if self.request is None or not self.unmask_button.isEnabled():
            return
        reason = messages.ask_reason(
            self, self.tr("查看明文"), self.tr("查看原因记入审计日志。"), label=self.tr("查看原因"), yes=self.tr("查看")
        )
        if reason:
            self.acts.unmask(self.request, reason, self._unmasked)

    def _unmasked(self, request: Request) -> None:
        if self.request is not None and self.request.id == request.id:
            self._clear = True
            self.said.show_request(request)
            self._allow(request)
            self.banner.say(self.tr("正在显示明文，本次查看已记入审计日志。"), "soon", action=self.tr("重新遮蔽"))

    def hide_clear(self) -> None:
        """Masked again."""
        self._clear = False
        self.banner.say("")
        self.refresh()

    def amend(self) -> None:
        """A later version: the form opens with the request in clear."""
        if self.request is not None and self.amend_button.isEnabled():
            self.acts.editable(self.request, self.amend_wanted.emit)

    def close_first(self) -> None:
        """首接办结."""
        if self.request is None:
            return
        answer = messages.ask_reason(
            self, self.tr("当场答复并办结"), self.tr("写明答复内容，客户认可后办结。"),
            label=self.tr("答复内容"), yes=self.tr("办结"),
        )  # fmt: skip
        if answer:
            self.acts.close(self.request, answer)

    def print_record(self) -> None:
        """投诉处理单, masked; a second one says 补打."""
        if self.request is not None and self.print_button.isVisible():
            self.acts.print_record(self.request)

    def _evidence_added(self, item: EvidenceItem) -> None:
        if self.request is not None:
            self.acts.attach(self.request, item)

    def _all_history(self) -> None:
        if self.request is not None and self.request.content.customer:
            self._place.go("customers", self.request.content.customer)

    def hide_everything(self) -> None:
        """The page is left: nothing in clear stays behind."""
        if self._clear:
            self.hide_clear()
