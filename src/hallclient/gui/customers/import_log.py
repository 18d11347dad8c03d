"""Past imports (导入记录): who, when, which file with its hash, how many rows; a whole import can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from hallclient.domain.customer_imports import ImportRecord, KeptRow, UndoReport
from hallclient.errors import HallError, Problem
from hallclient.gui.customers.dialogs import ShortForm
from hallclient.gui.shared import formats
from hallclient.gui.shared.background import Reporter
from hallclient.gui.shared.controls.banner import EmptyState
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.facts import KeyValues
from hallclient.gui.shared.controls.progress import ProgressLine
from hallclient.gui.shared.controls.tables import RecordTable, RowList, RowLook
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.messages import ask_reason, sentence
from hallclient.gui.shared.records_model import Column, RecordsModel
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

_TONES = {"done": "ok", "cancelled": "", "failed": "late", "undone": "soon"}


class KeptDialog(ShortForm):
    """What taking an import back left as it is, and why."""

    def __init__(self, work: Workplace, report: UndoReport, parent: QWidget | None = None) -> None:
        close = Button(self.tr("知道了"), kind="primary")
        super().__init__(self.tr("撤销结果"), "", close, width=560, parent=parent)
        self.no.hide()
        close.clicked.connect(self.accept)
        text = self.tr("删去 %1 户，恢复 %2 户，保留 %3 户。")
        for place, count in enumerate((report.removed, report.restored, len(report.kept)), 1):
            text = text.replace(f"%{place}", formats.count(count))
        self.body.addWidget(Text(text, "strong", wrap=True))
        columns: list[Column[KeptRow]] = [
            Column(title=self.tr("户号"), text=lambda row: row.account, strong=True),
            Column(title=self.tr("保留的原因"), text=_why),
        ]
        self.model: RecordsModel[KeptRow] = RecordsModel(
            work.background, None, columns, key=lambda row: row.customer_id, parent=self
        )
        self.model.set_records(report.kept)
        table = RecordTable(name=self.tr("保留的客户"))
        table.setModel(self.model)
        table.set_widths(180)
        table.setMinimumHeight(look().px(240))
        self.body.addWidget(table, 1)


class ImportLog(Card):
    """Newest first; the one chosen is told in full under the list."""

    def __init__(self, work: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("导入记录"), self.tr("每次都留痕"))
        self._work = work
        self._wanted = ""
        services, actor = work.services, work.actor
        self.model: RecordsModel[ImportRecord] = RecordsModel(
            work.background,
            lambda offset, limit: services.customer_import.imports(actor, offset + limit)[offset:],
            row_look=self._row,
            page=200,
            parent=self,
        )
        self.list = RowList(name=self.tr("导入记录"), lines=True)
        self.list.setModel(self.model)
        self.list.chosen.connect(self._chosen)
        self.model.loaded.connect(self._loaded)
        self.nothing = EmptyState(self.tr("还没有导入过"), icon="import")
        self.add_wide(self.list, 1)
        self.add(self.nothing, 1)
        self.facts = KeyValues()
        self.add(self.facts)
        self.progress = ProgressLine()
        self.add(self.progress)
        self.undo = Button(self.tr("撤销整批"), icon="undo", kind="danger")
        self.undo.clicked.connect(self._undo)
        self.add(self.undo)
        self._show()

    def reload(self, wanted: str = "") -> None:
        """Read the log again, and make one current."""
        self._wanted = wanted or self._wanted
        self.model.reload()

    def choose(self, import_id: str) -> None:
        """Make one current."""
        index = self.model.index_of(import_id)
        if index.isValid():
            self.list.setCurrentIndex(index)

    def _loaded(self, rows: int) -> None:
        set_shown(self.list, bool(rows))
        set_shown(self.nothing, not rows)
        if self._wanted and self.model.index_of(self._wanted).isValid():
            self.choose(self._wanted)
            self._wanted = ""
        elif rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._show()

    def _chosen(self, _index: QModelIndex) -> None:
        self._show()

    def _current(self) -> ImportRecord | None:
        return self.model.record(self.list.currentIndex())

    def _word(self, record: ImportRecord) -> str:
        words = {
            "done": self.tr("已完成"), "cancelled": self.tr("已停止"), "failed": self.tr("未完成"),
            "undone": self.tr("已撤销"),
        }  # fmt: skip
        return words.get(record.result, record.result)

    def _who(self, staff_no: str) -> str:
        return self.tr("工号 %1").replace("%1", staff_no)

    def _row(self, record: ImportRecord) -> RowLook:
        changed = self.tr("新增 %1，更新 %2").replace("%1", formats.count(record.added))
        note = f"{formats.instant(record.at, self._work.clock())}  {self._who(record.who)}"
        if record.result in {"done", "undone"}:
            note = changed.replace("%2", formats.count(record.updated))
        return RowLook(
            title=record.file_name, note=note, right=formats.instant(record.at, self._work.clock()),
            right_note=self._word(record), tone="" if record.result == "done" else _TONES.get(record.result, ""),
        )  # fmt: skip

    def _show(self) -> None:
        record = self._current()
        set_shown(self.facts, record is not None)
        reason: str | None = self.tr("先选一次导入")
        if record is not None:
            rows: list[tuple[str, ...]] = [
                (self.tr("导入人"), self._who(record.who)),
                (self.tr("来源"), record.source),
                (self.tr("文件"), f"{formats.size(record.size)} · SHA-256 {record.sha256[:12]}"),
                (self.tr("行数"), formats.count(record.rows)),
                (self.tr("没有导入"), formats.count(record.refused), "late" if record.refused else ""),
            ]
            if record.undone_at is not None:
                rows.append((self.tr("撤销"), formats.instant(record.undone_at, self._work.clock())))
                rows.append((self.tr("撤销原因"), record.undo_reason))
                rows.append((self.tr("保留未动"), formats.count(record.kept)))
            self.facts.set_rows(rows)
            self.facts.setToolTip(record.sha256)
            reason = None if record.result == "done" else self.tr("这次导入没有写入数据，或已经撤销")
        self.undo.set_reason(reason)

    def _undo(self) -> None:
        record, work = self._current(), self._work
        if record is None:
            return
        title = self.tr("撤销导入 %1？").replace("%1", record.file_name)
        text = self.tr("新增的 %1 户会删去，更新的 %2 户恢复原样。导入后改动过或办过业务的保留不动。")
        text = text.replace("%1", formats.count(record.added)).replace("%2", formats.count(record.updated))
        reason = ask_reason(self, title, text, label=self.tr("撤销原因"), yes=self.tr("撤销整批"))
        if reason is None:
            return
        total = record.added + record.updated

        def undo(report: Reporter) -> UndoReport:
            return work.services.customer_import.undo(
                work.actor, record.id, reason, lambda _share, done: report(done, total)
            )

        self.undo.set_reason(self.tr("正在撤销"))
        self.progress.start(self.tr("撤销 %1").replace("%1", record.file_name), can_cancel=False)
        work.background.run_long(
            "files", undo, self._undone, self._failed, owner=self,
            progress=lambda done, whole: self.progress.report(done, whole, self.tr("户")),
        )  # fmt: skip

    def _undone(self, report: UndoReport) -> None:
        self.progress.finish()
        self.reload()
        self._show()
        if report.kept:
            KeptDialog(self._work, report, self).open()
        else:
            text = self.tr("已撤销：删去 %1 户，恢复 %2 户").replace("%1", formats.count(report.removed))
            self._work.messages.say(text.replace("%2", formats.count(report.restored)))

    def _failed(self, error: Exception) -> None:
        self.progress.finish()
        self._show()
        if not isinstance(error, HallError) or not self._work.messages.tell(error):
            raise error


def _why(row: KeptRow) -> str:
    return sentence(Problem(field="", code=row.code))
