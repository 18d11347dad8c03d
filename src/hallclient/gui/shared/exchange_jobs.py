"""Files in and out (导入导出): asks for the file, works on the files lane, says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from hallclient.gui.shared import formats
from hallclient.gui.shared.workplace import Workplace
from hallclient.services.exchange import BillReport
from hallclient.store.exchanges import Exchange


def export_list(work: Workplace, owner: QWidget, name: str, write: Callable[[Path], Exchange]) -> None:
    """Ask where to, then write a list; ``name`` is the file's name without its ending."""
    title = QCoreApplication.translate("exchange", "导出清单")
    chosen, _kind = QFileDialog.getSaveFileName(owner, title, f"{name}.csv", "CSV (*.csv)")
    if chosen:
        export_to(work, owner, Path(chosen), write)


def export_to(work: Workplace, owner: QWidget, target: Path, write: Callable[[Path], Exchange]) -> None:
    """Write a list to a file; the toast says how many rows, and that personal data is masked."""

    def done(written: Exchange) -> None:
        text = QCoreApplication.translate("exchange", "已导出 {0} 行到 {1}，个人信息已脱敏")
        work.messages.say(text.format(formats.count(written.rows), written.file))

    work.background.run("files", lambda: write(target), done, owner=owner)


def import_bills(work: Workplace, owner: QWidget) -> None:
    """Ask for a file of bills and read it."""
    title = QCoreApplication.translate("exchange", "导入应收账单")
    chosen, _kind = QFileDialog.getOpenFileName(owner, title, "", "CSV, XLSX (*.csv *.xlsx *.xls *.txt)")
    if chosen:
        bills_from(work, owner, Path(chosen))


def bills_from(work: Workplace, owner: QWidget, path: Path) -> None:
    """Read a file of bills; the toast says how many came in and which row was the first that did not."""

    def done(report: BillReport) -> None:
        text = QCoreApplication.translate("exchange", "导入 {0} 笔应收").format(formats.count(report.added))
        if report.refused:
            left = QCoreApplication.translate("exchange", "，{0} 行没有导入，第一处在第 {1} 行")
            text += left.format(formats.count(len(report.refused)), report.refused[0][0])
        work.messages.say(text, "soon" if report.refused else "ok")

    services, actor = work.services, work.actor
    work.background.run("files", lambda: services.exchange.import_bills(actor, path), done, owner=owner)
