"""What an import found or did (导入报告): counts, and each problem row with its column and reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.customer_imports import SHOWN_PROBLEMS, ImportReport, ImportResult
from hallclient.domain.customer_rows import RowProblem
from hallclient.errors import Problem
from hallclient.gui.customers.field_words import FieldWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.tables import RecordTable
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.messages import sentence
from hallclient.gui.shared.records_model import Column, RecordsModel
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace


class CountLine(QWidget):
    """Numbers of a report side by side, each with its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look().px(28))
        self._row.addStretch(1)
        self._parts: list[tuple[Text, Text, QWidget]] = []

    def show_counts(self, counts: Sequence[tuple[str, str, str]]) -> None:
        """Figure, word, tone."""
        while len(self._parts) < len(counts):
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            figure, word = Text("", "number"), Text("", "meta")
            column.addWidget(figure)
            column.addWidget(word)
            self._parts.append((figure, word, box))
            self._row.insertWidget(len(self._parts) - 1, box)
        for place, (figure, word, box) in enumerate(self._parts):
            set_shown(box, place < len(counts))
            if place < len(counts):
                figure.setText(counts[place][0])
                figure.set_ink(counts[place][2])
                word.setText(counts[place][1])
                box.setAccessibleName(f"{counts[place][1]} {counts[place][0]}")


class ReportCard(Card):
    """A dry run's report or a run's result. ``export_asked`` wants the whole problem list as a file."""

    export_asked = Signal()

    def __init__(self, work: Workplace, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("试导入结果"), parent=parent)
        self._words = words
        self.export = Button(self.tr("导出问题清单"), icon="export", kind="link")
        self.export.clicked.connect(self.export_asked)
        self.add_action(self.export)
        self.said = Banner("", "ok")
        self.add(self.said)
        self.counts = CountLine()
        self.add(self.counts)
        self.table = RecordTable(name=self.tr("问题行"))
        columns: list[Column[RowProblem]] = [
            Column(title=self.tr("行"), text=lambda p: formats.count(p.row), right=True),
            Column(title=self.tr("列"), text=lambda p: p.column or words.label(p.field), strong=True),
            Column(
                title=self.tr("处理"),
                text=lambda p: self.tr("不导入") if p.refused else self.tr("该项留空"),
                tone=lambda p: "late" if p.refused else "soon",
                icon=lambda p: "late" if p.refused else "soon",
            ),
            Column(title=self.tr("原因"), text=_reason, tip=_reason),
        ]
        self.model: RecordsModel[RowProblem] = RecordsModel(work.background, None, columns, key=id, parent=self)
        self.table.setModel(self.model)
        self.table.set_widths(70, 130, 110)
        self.table.setMinimumHeight(look().px(220))
        self.add_wide(self.table)

    def show_report(self, report: ImportReport, policy: str) -> None:
        """What a run would do."""
        self.set_title(self.tr("试导入结果"), self.tr("还没有写入任何数据"))
        known = self.tr("已有，将更新") if policy == "update" else self.tr("已有，将跳过")
        refused = report.refused - (report.known if policy == "skip" else 0)
        self.counts.show_counts(
            [
                (formats.count(report.rows), self.tr("读到的行"), ""),
                (formats.count(report.fresh), self.tr("新增"), "ok" if report.fresh else ""),
                (formats.count(report.known), known, "info" if report.known else ""),
                (formats.count(refused), self.tr("不导入"), "late" if refused else ""),
                (formats.count(report.left_out), self.tr("个别项留空"), "soon" if report.left_out else ""),
            ]
        )
        skipped = report.known if policy == "skip" else 0
        count = max(report.problem_count - skipped, 0)
        text = self.tr("没有问题，可以导入")
        if count:
            text = self.tr("%1 处问题。可以在文件里改好再选一次，也可以照样导入，有问题的行或项不进档案。")
        self.said.say(text.replace("%1", formats.count(count)), "soon" if count else "ok")
        self._problems(report.problems, count)

    def show_result(self, result: ImportResult) -> None:
        """What a run did."""
        seconds = formats.duration(max(result.seconds, 1))
        self.set_title(self.tr("导入结果"), self.tr("用时 %1").replace("%1", seconds))
        self.counts.show_counts(
            [
                (formats.count(result.rows), self.tr("读到的行"), ""),
                (formats.count(result.added), self.tr("新增"), "ok" if result.added else ""),
                (formats.count(result.updated), self.tr("更新"), "info" if result.updated else ""),
                (formats.count(result.unchanged), self.tr("没有变化"), ""),
                (formats.count(result.refused), self.tr("没有导入或跳过"), ""),
                (formats.count(result.left_out), self.tr("个别项留空"), "soon" if result.left_out else ""),
            ]
        )
        self.said.say(self.tr("已导入。发现不对可以在右边整批撤销。"), "ok")
        self._problems(result.problems, 0)

    def _problems(self, problems: Sequence[RowProblem], count: int) -> None:
        shown = [problem for problem in problems if problem.code != "customers.row_known"]
        self.model.set_records(shown)
        set_shown(self.table, bool(shown))
        set_shown(self.export, bool(count))
        first = self.tr("导出全部 %1 处").replace("%1", formats.count(count))
        self.export.setText(first if count > SHOWN_PROBLEMS else self.tr("导出问题清单"))


def _reason(problem: RowProblem) -> str:
    return sentence(Problem(field=problem.field, code=problem.code, details=dict(problem.details)))
