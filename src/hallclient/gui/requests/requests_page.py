"""The requests page (诉求): one list of everything, intake, one request whole, its evidence played."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from hallclient.domain.evidence import EvidenceItem
from hallclient.domain.requests import COMPLAINT, Request, RequestLine
from hallclient.gui.requests.detail_view import DetailView
from hallclient.gui.requests.intake_view import IntakeView
from hallclient.gui.requests.player_view import PlayerView
from hallclient.gui.requests.preview_pane import PreviewPane
from hallclient.gui.requests.request_list import RequestList
from hallclient.gui.requests.request_words import words_of
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import PageHead
from hallclient.gui.shared.controls.layouts import MasterDetail, page_margins
from hallclient.gui.shared.exchange_jobs import export_list
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace


class RequestsPage(QWidget):
    """Four views in one page; leaving it, or locking, keeps what was typed."""

    key = "requests"
    icon = "requests"
    rights = frozenset({"requests.read", "requests.intake"})
    kinds = frozenset({"requests", "request_versions", "evidence", "evidence_links"})
    only = ""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self.words = words_of(workplace)
        self.title = self.tr("投诉") if self.only else self.tr("诉求")
        self._read = False
        self._before_player: QWidget | None = None
        self._make_browse()
        self.detail = DetailView(workplace, self.words)
        self.intake = IntakeView(workplace, self.words)
        self.player = PlayerView(workplace)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(*page_margins())
        self.stack = QStackedLayout()
        holder.addLayout(self.stack, 1)
        for view in (self.browse, self.detail, self.intake, self.player):
            self.stack.addWidget(view)
        self._wire()

    def _make_browse(self) -> None:
        work = self._place
        self.browse = QWidget()
        column = QVBoxLayout(self.browse)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        self.head = PageHead(self.title)
        self.new_button = Button(self.tr("受理诉求"), icon="add", kind="primary", shortcut="Ctrl+N")
        right = "complaints.intake" if self.only else "requests.intake"
        if self.only:
            self.new_button.setText(self.tr("受理投诉"))
        self.new_button.set_reason(None if work.actor.may(right) else self.tr("没有受理的权限"))
        self.export_button = Button(self.tr("导出清单"), icon="export", shortcut="Ctrl+Shift+E")
        self.head.add_action(self.export_button)
        self.head.add_action(self.new_button)
        self.draft_banner = Banner(icon="editing")
        self.list = RequestList(work, self.words, only=self.only)
        self.preview = PreviewPane(work, self.words)
        column.addWidget(self.head)
        column.addWidget(self.draft_banner)
        self.halves = MasterDetail(self.list, self.preview, master_width=440)
        column.addWidget(self.halves, 1)
        self.draft_banner.hide()

    def _wire(self) -> None:
        self.new_button.clicked.connect(self.begin)
        self.export_button.clicked.connect(self._export)
        self.draft_banner.acted.connect(self._go_on)
        self.list.chosen.connect(self.preview.show_line)
        self.list.opened.connect(self._opened)
        self.preview.open_wanted.connect(self.open)
        self.detail.back_wanted.connect(self.show_list)
        self.detail.open_wanted.connect(self.open)
        self.detail.amend_wanted.connect(self._amend)
        self.detail.play_wanted.connect(self._play)
        self.intake.back_wanted.connect(self._left_intake)
        self.intake.accepted.connect(self._accepted)
        self.intake.open_wanted.connect(self._play)
        self.player.back_wanted.connect(self._left_player)
        self.player.peaks_known.connect(self._peaks)
        self.shortcuts = Shortcuts(self.browse)
        self.shortcuts.note("Ctrl+N", self.tr("受理诉求"))
        self.shortcuts.note("Ctrl+Shift+E", self.tr("导出清单"))
        self.shortcuts.add("Ctrl+F", self.tr("在诉求里查找"), self.list.search.setFocus)
        self.shortcuts.add("Alt+L", self.tr("回到清单"), self.list.rows.setFocus)
        self.shortcuts.note("Return", self.tr("打开当前一件"))
        self.shortcuts.note("← →", self.tr("在筛选标签间移动"))

    def _export(self) -> None:
        work, wanted = self._place, self.list.wanted()
        export_list(
            work, self, self.title, lambda target: work.services.exchange.export_requests(work.actor, wanted, target)
        )  # fmt: skip

    # Page

    @property
    def widget(self) -> QWidget:
        """Itself."""
        return self

    @property
    def keys(self) -> Sequence[KeyHint]:
        """The keys of the view shown."""
        shown = self.stack.currentWidget()
        if shown is self.player:
            return self.player.keys
        if shown is self.detail:
            return self.detail.shortcuts.hints
        if shown is self.intake:
            return self.intake.shortcuts.hints
        return self.shortcuts.hints

    def activate(self) -> None:
        """Focus where work starts; the list loads the first time."""
        if not self._read:
            self._read = True
            self.list.reload()
        self._focus()

    def open(self, reference: str) -> None:
        """One request by id or number; ``new`` or ``new:<kind>`` starts an intake."""
        if reference == "new" or reference.startswith("new:"):
            self.begin(reference.partition(":")[2])
            return
        self._leave_clear()
        self.detail.show_request(reference)
        self._show(self.detail)

    def refresh(self) -> None:
        """Requests or evidence have changed."""
        self.list.refresh()
        if self.stack.currentWidget() is self.detail:
            self.detail.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At a large font the list has the room, and Enter opens."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "stack"):
            self._fit()

    def _fit(self) -> None:
        self.preview.setVisible(self.width() >= look().px(980))

    # moving between the views

    def _show(self, view: QWidget) -> None:
        self.stack.setCurrentWidget(view)
        self._focus()

    def _focus(self) -> None:
        shown = self.stack.currentWidget()
        if shown is self.browse:
            self.list.rows.setFocus()
        elif shown is self.detail:
            self.detail.back.setFocus()
        elif shown is self.intake:
            self.intake.start()

    def show_list(self) -> None:
        """Back to the list, in its place."""
        self._leave_clear()
        self._tell_draft()
        self._show(self.browse)

    def _leave_clear(self) -> None:
        self.detail.hide_everything()

    def begin(self, kind: str = "") -> None:
        """A new intake; one that was left goes on."""
        if not self.new_button.isEnabled():
            return
        kind = kind if isinstance(kind, str) else ""
        if self.intake.amending and self.intake.dirty:
            self._place.messages.say(self.tr("还有一份更正没有保存，先保存或放弃"), "soon")
        elif self.intake.amending or not self.intake.dirty:
            self.intake.begin(kind or self.only)
        self._show(self.intake)

    def _go_on(self) -> None:
        self._show(self.intake)

    def _left_intake(self) -> None:
        if self.intake.amending and self.detail.reference:
            self._show(self.detail)
        else:
            self.show_list()

    def _tell_draft(self) -> None:
        waiting = self.intake.dirty
        text = self.tr("有一份更正没有保存") if self.intake.amending else self.tr("有一份诉求没有受理，内容还在")
        self.draft_banner.say(text if waiting else "", "info", icon="editing", action=self.tr("继续"))

    def _amend(self, request: Request) -> None:
        if self.intake.dirty and self.intake.amending != request.id:
            self._place.messages.say(self.tr("还有一份没有受理的诉求，先受理或清空"), "soon")
        elif self.intake.amending != request.id or not self.intake.dirty:
            self.intake.amend(request)
        self._show(self.intake)

    def _opened(self, line: RequestLine) -> None:
        self.open(line.id)

    def _accepted(self, request: Request) -> None:
        again = request.version > 1 and request.state != "closed"
        said = self.tr("%1 已保存为第 %2 版") if again else self.tr("%1 已受理")
        text = said.replace("%1", request.number).replace("%2", str(request.version))
        if request.content.kind == COMPLAINT and not again:
            self._place.messages.say(
                text, "ok", action=self.tr("打印投诉处理单"), call=lambda: self.detail.acts.print_record(request)
            )
        else:
            self._place.messages.say(text)
        self.draft_banner.say("")
        self.open(request.id)

    def _play(self, item: EvidenceItem) -> None:
        before = self.stack.currentWidget()
        request = self.detail.request if before is self.detail else None
        receiver = request.receiver if request is not None else self._place.actor.user_id
        number = request.number if request is not None else ""
        if self.player.play(
            item, request_id=request.id if request is not None else "", number=number, receiver=receiver
        ):
            self._before_player = before
            self._show(self.player)

    def _left_player(self) -> None:
        self.player.stop()
        before = self._before_player or self.browse
        self._show(before)
        if before is self.detail:
            self.detail.panel.reload()

    def _peaks(self, item_id: str, peaks: Sequence[float]) -> None:
        strip = self.detail.said.strip
        if strip.item is not None and strip.item.id == item_id:
            strip.set_peaks(peaks)


class ComplaintsPage(RequestsPage):
    """The same page, for complaints only."""

    key = "complaints"
    icon = "complaints"
    rights = frozenset({"complaints.read", "complaints.intake"})
    only = COMPLAINT
