"""The import page (批量导入): file, columns, dry run with a report, run; and every import of the past."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.customer_imports import ImportReport, ImportResult
from hallclient.errors import Cancelled, HallError, RuleBroken
from hallclient.gui.customers.field_words import FieldWords
from hallclient.gui.customers.file_drop import FileDrop
from hallclient.gui.customers.import_log import ImportLog
from hallclient.gui.customers.import_report import ReportCard
from hallclient.gui.customers.mapping_card import MappingCard
from hallclient.gui.customers.tall import TallColumns
from hallclient.gui.shared import formats
from hallclient.gui.shared.background import Job, Reporter
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card, PageHead
from hallclient.gui.shared.controls.layouts import Column, page_margins
from hallclient.gui.shared.controls.progress import ProgressLine
from hallclient.gui.shared.controls.text import IconMark, Text, set_shown
from hallclient.gui.shared.messages import told, words
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace
from hallclient.services.customer_import import FileLook

START, MAPPED, TRIED, DONE = range(4)
"""How far it is: no file, columns to check, dry run done, imported."""


class ImportPage(QWidget):
    """Keyboard: Ctrl+O, then Ctrl+Enter for each next step."""

    key = "import"
    icon = "import"
    rights = frozenset({"customers.import"})
    kinds = frozenset({"imports"})

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.title = self.tr("批量导入客户")
        self._work = workplace
        self._words = FieldWords(workplace.settings.language, self)
        self._path: Path | None = None
        self._job: Job | None = None
        self._stage = START
        column = QVBoxLayout(self)
        column.setContentsMargins(*page_margins())
        column.setSpacing(look().px(12))
        self.head = PageHead(self.title, meta=self.tr("先试导入看问题，再写入；任何一步停下都不会留下半截数据"))
        self.back = Button(self.tr("返回客户"), icon="back", shortcut="Alt+Left")
        self.back.clicked.connect(lambda: self._work.go("customers", ""))
        self.go_on = Button("", kind="primary", shortcut="Ctrl+Return")
        self.go_on.clicked.connect(self._go_on)
        self.head.add_action(self.back)
        self.head.add_action(self.go_on)
        column.addWidget(self.head)
        self.drop = FileDrop(self.take)
        self.drop.choose.clicked.connect(self._choose)
        self.notice = Banner("", "late")
        self.progress = ProgressLine()
        self.progress.cancelled.connect(self._stop)
        self.mapping = MappingCard(workplace, self._words)
        self.mapping.changed.connect(self._mapping_changed)
        self.mapping.save_asked.connect(self._keep)
        self.mapping.sheet_picked.connect(self._sheet)
        self.report = ReportCard(workplace, self._words)
        self.report.export_asked.connect(self._export)
        self.hint = self._steps()
        parts = Column(self.drop, self.notice, self.progress, self.hint, self.report, self.mapping, stretch_end=True)
        self.log = ImportLog(workplace)
        self._columns = TallColumns(parts, self.log, 340, least_rest=480)
        column.addWidget(self._columns, 1)
        self._make_keys()
        self._set_stage(START)

    def _steps(self) -> QWidget:
        card = Card(self.tr("怎么导入"))
        for icon, text in (
            ("table", self.tr("选好文件后，先看列名和前几行，系统按列名自动对应")),
            ("find", self.tr("试导入把整个文件读一遍，逐行列出问题和原因，不写入任何数据")),
            ("import", self.tr("导入一次写完，可以中途停止；导入后整批可以撤销")),
        ):
            row = QHBoxLayout()
            row.setSpacing(look().px(10))
            row.addWidget(IconMark(icon, "brand", 18), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(text, "body", wrap=True), 1)
            card.add(row)
        return card

    def _make_keys(self) -> None:
        keys = Shortcuts(self)
        keys.note("Ctrl+O", self.tr("选择文件"))
        keys.note("Ctrl+Enter", self.tr("下一步：试导入、导入"))
        keys.add("Escape", self.tr("停止正在进行的导入"), self._stop)
        keys.note("Alt+Left", self.tr("返回客户"))
        self._shortcuts = keys

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    @property
    def keys(self) -> Sequence[KeyHint]:
        """For F1."""
        return self._shortcuts.hints

    def activate(self) -> None:
        """The next step has the focus."""
        self.log.reload()
        (self.drop.choose if self._stage in {START, DONE} else self.go_on).setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, reference: str) -> None:
        """An import of the log, or the path of a file."""
        if reference and self.log.model.index_of(reference).isValid():
            self.log.choose(reference)
        elif reference:
            self.take(Path(reference))

    def refresh(self) -> None:
        """The log changed."""
        self.log.reload()

    # ---- the file -------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        kinds = self.tr("表格") + " (*.csv *.txt *.xlsx *.xlsm *.xls *.ods);;" + self.tr("所有文件") + " (*)"
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("选择客户表格"), "", kinds)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Read a file's head and its first rows."""
        if self._job is not None:
            return
        self._look(path, "")

    def _sheet(self, sheet: str) -> None:
        if self._path is not None:
            self._look(self._path, sheet)

    def _look(self, path: Path, sheet: str) -> None:
        work = self._work

        def read(report: Reporter) -> FileLook:
            return work.services.customer_import.look(work.actor, path, sheet, lambda: report.stopped)

        self._start(self.tr("读取 %1").replace("%1", path.name), read, self._looked)

    def _looked(self, found: FileLook) -> None:
        self._path = found.table.path
        self.drop.show_file(found)
        self.mapping.show_look(found)
        self._set_stage(MAPPED)
        if found.already is not None:
            when = formats.instant(found.already.at, self._work.clock())
            text = self.tr("这个文件 %1 导入过，新增 %2 户。再次导入时已有的户号会按您选的办法处理。")
            text = text.replace("%1", when).replace("%2", formats.count(found.already.added))
            self.notice.say(text, "soon")

    def _keep(self) -> None:
        mapping, work = self.mapping.mapping(), self._work
        named = type(mapping)(name=self.mapping.name.value(), columns=mapping.columns, source=mapping.source)

        def kept(_nothing: object) -> None:
            work.messages.say(self.tr("对应关系“%1”已保存").replace("%1", named.name))
            self.mapping.name.set_value("")
            work.background.run(
                "store", lambda: work.services.customer_import.mappings(work.actor),
                lambda found: self.mapping.offer_saved(found, named.name), owner=self,
            )  # fmt: skip

        work.background.run(
            "store", lambda: work.services.customer_import.save_mapping(work.actor, named), kept, self._refused,
            owner=self,
        )  # fmt: skip

    # ---- dry run and run --------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._job is not None:
            return
        if self._stage in {START, DONE}:
            self._choose()
        elif self._stage == MAPPED:
            self._try()
        elif self._stage == TRIED:
            self._run()

    def _question(self) -> dict[str, Any]:
        mapping = self.mapping
        return {"mapping": mapping.mapping(), "policy": mapping.policy.value(), "sheet": mapping.sheet.value() or ""}

    def _try(self, problems_file: Path | None = None) -> None:
        path, work, question = self._path, self._work, self._question()
        assert path is not None
        language = "en" if self._words.english else "zh"

        def run(report: Reporter) -> ImportReport:
            return work.services.customer_import.dry_run(
                work.actor, path, **question, progress=_told(report), cancelled=lambda: report.stopped,
                problems_file=problems_file, language=language,
            )  # fmt: skip

        def done(found: ImportReport) -> None:
            if problems_file is not None:
                work.messages.say(self.tr("问题清单已存为 %1").replace("%1", problems_file.name))
                return
            self.report.show_report(found, question["policy"])
            fresh = found.fresh + (found.known if question["policy"] == "update" else 0)
            self._set_stage(TRIED, fresh)

        what = self.tr("导出问题清单") if problems_file is not None else self.tr("试导入 %1").replace("%1", path.name)
        self._start(what, run, done)

    def _run(self) -> None:
        path, work, question = self._path, self._work, self._question()
        assert path is not None
        day = self.mapping.day.value()

        def run(report: Reporter) -> ImportResult:
            return work.services.customer_import.run(
                work.actor, path, **question, confirmed=day, progress=_told(report),
                cancelled=lambda: report.stopped,
            )  # fmt: skip

        def done(result: ImportResult) -> None:
            self.report.show_result(result)
            self._set_stage(DONE)
            text = self.tr("已导入：新增 %1 户，更新 %2 户").replace("%1", formats.count(result.added))
            work.messages.say(text.replace("%2", formats.count(result.updated)))
            self.log.reload(result.import_id)

        self._start(self.tr("导入 %1").replace("%1", path.name), run, done)

    def _export(self) -> None:
        if self._job is not None or self._path is None:
            return
        name = self._path.with_name(self.tr("%1 问题清单.csv").replace("%1", self._path.stem))
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("导出问题清单"), str(name), "CSV (*.csv)")
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, file: Path) -> None:
        """Write every problem row with its reason."""
        self._try(file)

    def _start(self, what: str, work: Callable[[Reporter], Any], done: Callable[[Any], None]) -> None:
        self.notice.say("")
        self.progress.start(what)
        self._columns.show_part(self.progress)
        self._set_busy(True)

        def finished(result: Any) -> None:
            self._finish()
            done(result)

        self._job = self._work.background.run_long(
            "files", work, finished, self._refused, owner=self,
            progress=lambda rows, total: self.progress.report(rows, total, self.tr("行")),
        )  # fmt: skip

    def _finish(self) -> None:
        self._job = None
        self.progress.finish()
        self._set_busy(False)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _refused(self, error: Exception) -> None:
        self._finish()
        if isinstance(error, Cancelled):
            self.notice.say(self.tr("已停止，没有写入任何数据"), "info")
        elif isinstance(error, RuleBroken) and error.code == "customers.mapping_refused":
            self.mapping.show_mapping_problems(error.problems)
            said = words(error)
            if any(problem.code == "customers.mapping_name" for problem in error.problems):
                said = words(RuleBroken("customers.mapping_name"))
                self.mapping.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.notice.say(told(said), "late")
        elif isinstance(error, HallError):
            said = words(error)
            self.notice.say(told(said), "late")
        else:
            raise error

    # ---- how far ----------------------------------------------------------------------------------------------------

    def _mapping_changed(self) -> None:
        if self._stage in {TRIED, DONE} and self._job is None:
            self._set_stage(MAPPED)

    def _set_stage(self, stage: int, rows: int = 0) -> None:
        self._stage = stage
        set_shown(self.hint, stage == START)
        set_shown(self.mapping, stage in {MAPPED, TRIED})
        set_shown(self.report, stage in {TRIED, DONE})
        if stage != TRIED:
            self.notice.say("")
        text, icon = {
            START: (self.tr("选择文件"), "folder"),
            MAPPED: (self.tr("试导入"), "find"),
            TRIED: (self.tr("导入 %1 户").replace("%1", formats.count(rows)), "import"),
            DONE: (self.tr("再导入一个"), "folder"),
        }[stage]
        self.go_on.setText(text)
        self.go_on.set_icon(icon)
        self.go_on.set_reason(self.tr("没有可以导入的行") if stage == TRIED and not rows else None)
        if stage != START and self.isVisible() and not self.mapping.isAncestorOf(self.focusWidget() or self):
            (self.go_on if self.go_on.isEnabled() else self.drop.choose).setFocus(Qt.FocusReason.OtherFocusReason)
        self._columns.to_top()

    def _set_busy(self, busy: bool) -> None:
        reason = self.tr("正在读写文件，可以先停止") if busy else None
        self.drop.choose.set_reason(reason)
        self.drop.setAcceptDrops(not busy)
        self.go_on.set_reason(reason)
        self.mapping.setEnabled(not busy)
        self.report.export.set_reason(reason)


def _told(report: Reporter) -> Callable[[float, int], None]:
    """Rows read, and about how many there are."""

    def tell(share: float, rows: int) -> None:
        report(rows, round(rows / share) if share > 0 else 0)

    return tell
