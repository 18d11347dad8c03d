"""The right column of the counter (收资与办理计划): the papers with their states, scans, the plan, what it costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hallclient.catalog.business import DocumentNeed
from hallclient.domain.business import DocumentState, may_defer
from hallclient.domain.business_plan import Plan
from hallclient.domain.evidence import EvidenceItem
from hallclient.domain.instants import day_of
from hallclient.errors import Problem
from hallclient.gui.counter.catalog_names import CatalogNames
from hallclient.gui.counter.draft_desk import DraftDesk
from hallclient.gui.counter.promise_dialog import PromiseDialog
from hallclient.gui.counter.scan_intake import ScanIntake
from hallclient.gui.shared import formats, messages
from hallclient.gui.shared.controls.banner import EmptyState
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.papers import DocumentList, PaperLine
from hallclient.gui.shared.controls.plan import Stage, StagePlan
from hallclient.gui.shared.controls.text import IconMark, Text, set_shown
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace
from hallclient.services.business import DraftCheck

AT_ONCE = 3
"""So many new rows are made in one go; the rest when the window has had its turn."""

WHERE = "documents."
"""How a problem of a paper names its field."""


class PapersColumn(QWidget):
    """Follows a desk: shows the papers of the draft and the plan it would get."""

    notice_wanted = Signal()

    def __init__(
        self, workplace: Workplace, names: CatalogNames, desk: DraftDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._place, self._names, self._desk = workplace, names, desk
        self._needs: tuple[DocumentNeed, ...] = ()
        self._problems: dict[str, str] = {}
        self._last = ""
        self.complete = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_papers)
        here = look()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(12))
        self.papers = Card(self.tr("收资"))
        self.notice = Button(self.tr("一次性告知单"), kind="link")
        self.notice.set_tip(self.tr("打印一次性告知单（Ctrl+G）"))
        self.notice.clicked.connect(self.notice_wanted)
        self.papers.add_action(self.notice)
        self.list = DocumentList()
        self.list.state_picked.connect(self._picked)
        self.list.opened.connect(self._open)
        self.list.acted.connect(lambda key: self._picked(key, "deferred"))
        self.papers.add_wide(self.list)
        self.scans = ScanIntake(workplace)
        self.scans.asked.connect(self.add_files)
        self.scans.came.connect(self._scanned)
        self.papers.add(self.scans)
        self.plan_card = Card(self.tr("办理计划"))
        self._whole = Text("", "meta")
        self.plan_card.add_action(self._whole)
        self.plan = StagePlan()
        self.plan_card.add(self.plan)
        self.plan_card.add_stretch()
        self._fee_icon = IconMark("ok", "ok", 16)
        self._fee = Text("", "meta", wrap=True)
        self._fee_row = QWidget()
        fee = QHBoxLayout(self._fee_row)
        fee.setContentsMargins(0, 0, 0, 0)
        fee.setSpacing(here.px(8))
        fee.addWidget(self._fee_icon, 0, Qt.AlignmentFlag.AlignTop)
        fee.addWidget(self._fee, 1)
        self.plan_card.add_line()
        self.plan_card.add(self._fee_row)
        self.empty = EmptyState(
            self.tr("选好业务后"), self.tr("这里列出要收的材料、各环节的日期和费用。"), icon="document"
        )  # fmt: skip
        for widget in (self.papers, self.plan_card, self.empty):
            column.addWidget(widget)
        column.setStretch(1, 1)
        column.setStretch(2, 1)
        desk.started.connect(self._anew)
        desk.checked.connect(self._show)
        self._anew()

    # ---- showing -------------------------------------------------------------------------------------------------

    def _anew(self) -> None:
        kind = self._desk.kind
        self._problems = {}
        set_shown(self.papers, kind is not None)
        set_shown(self.plan_card, kind is not None)
        set_shown(self.empty, kind is None)
        if kind is None:
            self._needs, self._last = (), ""
            self.list.set_lines([])
            self.scans.stop()
            return
        fee = self._names.either(kind.fee_zh, kind.fee_en)
        costs = any(stage.code == "fee" for stage in kind.stages)
        self._fee.setText(fee)
        self._fee_icon.set_icon("money" if costs else "ok", "text-soft" if costs else "ok")
        set_shown(self._fee_row, bool(fee))

    def _show(self, check: DraftCheck) -> None:
        self._needs = check.documents
        self._show_papers()
        self._show_plan(check.plan)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Sentences beside the papers that stop the acceptance."""
        said = {
            problem.field.removeprefix(WHERE): messages.sentence(problem)
            for problem in problems
            if problem.field.startswith(WHERE)
        }
        if said != self._problems:
            self._problems = said
            self._show_papers()

    @property
    def problems(self) -> tuple[str, ...]:
        """Papers that have a sentence now."""
        return tuple(self._problems)

    def _show_papers(self) -> None:
        lines = [self._line(need) for need in self._needs]
        known = {row.line.key for row in self.list.rows()}
        fresh = [line.key for line in lines if line.key not in known]
        self.complete = len(fresh) <= AT_ONCE
        if not self.complete:
            until = fresh[AT_ONCE]
            shown = lines[: next(at for at, line in enumerate(lines) if line.key == until)]
            self._later.start(0)
        else:
            shown = lines
        focused = next((row.line.key for row in self.list.rows() if row.hasFocus()), "")
        self.list.set_lines(shown)
        counts = [line.state for line in lines]
        said = [self.tr("%n 份已收", "", counts.count("received"))]
        if counts.count("deferred"):
            said.append(self.tr("%n 份容缺", "", counts.count("deferred")))
        if counts.count("missing"):
            said.append(self.tr("缺 %n 份", "", counts.count("missing")))
        self.papers.set_title(self.tr("收资"), " · ".join(said))
        if focused:
            self.go(focused)

    def _line(self, need: DocumentNeed) -> PaperLine:
        state = self._desk.documents.get(need.document, DocumentState())
        status: str = state.status
        if status == "missing" and not need.required:
            status = "not-needed"
        states = ("received", "missing" if need.required else "not-needed", *(("deferred",) if may_defer(need) else ()))
        promise = note = ""
        if state.status == "received":
            note = " · ".join(filter(None, (self._form_name(need, state.form), self._scans(state))))
        elif state.status == "deferred":
            note = self.tr("客户已签承诺书") if state.committed else self.tr("还没有签承诺书")
            if state.due is not None:
                promise = self.tr("%1前补齐").replace("%1", formats.short_day(state.due))
        else:
            note = self._problems.get(need.document) or self._wanted(need)
        return PaperLine(
            key=need.document,
            title=self._names.document(need.document),
            note=note,
            state=status,
            promise=promise,
            promise_note=self._names.either(need.note_zh, need.note_en) if promise else "",
            action=self.tr("改期") if promise else "",
            states=states,
        )

    def _wanted(self, need: DocumentNeed) -> str:
        document = self._place.services.parts.catalog.document(need.document)
        forms = self.tr("或").join(self._names.of(form) for form in document.forms)
        optional = "" if need.required else self.tr("选交")
        return " · ".join(filter(None, (optional, forms or self._names.either(need.note_zh, need.note_en))))

    def _form_name(self, need: DocumentNeed, code: str) -> str:
        document = self._place.services.parts.catalog.document(need.document)
        found = next((form for form in document.forms if form.code == code), None)
        return "" if found is None else self._names.of(found)

    def _scans(self, state: DocumentState) -> str:
        return self.tr("扫描 %n 份", "", len(state.evidence)) if state.evidence else self.tr("已核原件")

    def _show_plan(self, plan: Plan) -> None:
        kind, now = self._desk.kind, self._place.clock()
        today = day_of(now)
        stages = []
        for at, stage in enumerate(plan.stages):
            note = self._place.actor.name if at == 0 else self._names.role(stage.role)
            when = ""
            if at == 0:
                when = formats.short_day(today, today)
            elif stage.due is not None and not stage.due.published:
                when = self.tr("日历未公布")
            elif stage.planned is not None:
                when = self.tr("%1前").replace("%1", formats.short_day(day_of(stage.planned), today))
            stages.append(
                Stage(
                    title=self._names.stage(kind, stage.code), note=note, when=when,
                    state="now" if at == 0 else "next", when_strong=bool(when) and at == len(plan.stages) - 1,
                )
            )  # fmt: skip
        self.plan.set_stages(stages)
        self._whole.setText(self.whole_words(plan))

    def whole_words(self, plan: Plan) -> str:
        """全程 5 个工作日, or nothing."""
        if plan.kept is None:
            return ""
        units = {
            "minute": self.tr("%n 分钟", "", plan.kept.amount),
            "hour": self.tr("%n 小时", "", plan.kept.amount),
            "day": self.tr("%n 天", "", plan.kept.amount),
            "workday": self.tr("%n 个工作日", "", plan.kept.amount),
        }
        return self.tr("全程 %1").replace("%1", units.get(plan.kept.unit, ""))

    # ---- states of papers ----------------------------------------------------------------------------------------

    def go(self, key: str) -> bool:
        """Put the cursor on a paper."""
        row = next((row for row in self.list.rows() if row.line.key == key), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        return row is not None

    def first_needed(self) -> str:
        """The first paper that is still missing."""
        return next((row.line.key for row in self.list.rows() if row.line.state == "missing"), "")

    def _need(self, key: str) -> DocumentNeed | None:
        return next((need for need in self._needs if need.document == key), None)

    def _picked(self, key: str, wanted: str) -> None:
        need = self._need(key)
        if need is None:
            return
        state = self._desk.documents.get(key, DocumentState())
        if wanted == "deferred":
            self.promise(need, state)
            return
        status = "received" if wanted == "received" else "missing"
        self._set(key, replace(state, status=status, due=None, committed=False))  # type: ignore[arg-type]

    def promise(self, need: DocumentNeed, state: DocumentState) -> None:
        """Ask for the day and the commitment (容缺)."""
        note = self._names.either(need.note_zh, need.note_en)
        dialog = PromiseDialog(
            self._names.document(need.document), need, state, lambda: day_of(self._place.clock()), note, self.window()
        )
        dialog.accepted.connect(lambda: self._set(need.document, dialog.state()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set(self, key: str, state: DocumentState) -> None:
        self._problems.pop(key, None)
        self._desk.set_document(key, state)
        self._show_papers()

    def _open(self, key: str) -> None:
        """Enter on a paper: which form of it was shown, or a scan for it."""
        need = self._need(key)
        if need is None:
            return
        self._last = key
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for form in self._place.services.parts.catalog.document(key).forms:
            action = QAction(self._names.of(form), menu)
            action.triggered.connect(lambda _on=False, code=form.code: self._given(key, code))
            menu.addAction(action)
        if menu.actions():
            menu.addSeparator()
        scan = QAction(self.tr("附扫描件…"), menu)
        scan.triggered.connect(self.scans.choose)
        menu.addAction(scan)
        row = next((row for row in self.list.rows() if row.line.key == key), None)
        if row is not None:
            menu.popup(row.mapToGlobal(row.rect().bottomLeft()))
            menu.setActiveAction(menu.actions()[0])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Scans for the paper that has the cursor, or had it last, or the first that is missing."""
        focused = next((row.line.key for row in self.list.rows() if row.hasFocus()), "")
        known = [need.document for need in self._needs]
        key = next((one for one in (focused, self._last, self.first_needed(), *known) if one in known), "")
        self._last = ""
        if key:
            self.scans.add(paths, key)

    def _scanned(self, item: EvidenceItem, key: str) -> None:
        if self._need(key) is not None:
            self._problems.pop(key, None)
            self._desk.attach(key, item.id)
            self._show_papers()

    def _given(self, key: str, form: str) -> None:
        state = self._desk.documents.get(key, DocumentState())
        self._set(key, replace(state, status="received", due=None, committed=False, form=form))
