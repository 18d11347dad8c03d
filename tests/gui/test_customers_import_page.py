"""The import page: columns, dry run, run, stop, problem list, undo; real workbooks and broken files."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from hallclient.domain.customers import Customer
from hallclient.errors import words
from hallclient.gui.customers.import_log import KeptDialog
from hallclient.gui.customers.import_page import DONE, MAPPED, START, TRIED, ImportPage
from hallclient.gui.shared.messages import set_next_answer
from hallclient.services import bundle
from hallclient.store import customers as archive
from tests.gui.conftest import Desk
from tests.house.controls import unnamed

HEADS = ("用户编号", "户名", "电话", "用电地址", "合同到期日期")


def book(path: Path, rows: Sequence[Sequence[object]], heads: Sequence[str] = HEADS) -> Path:
    """A workbook as Excel writes it: numbers are floats."""
    with xlsxwriter.Workbook(str(path)) as made:
        sheet = made.add_worksheet("客户")
        for row, cells in enumerate((heads, *rows)):
            for column, cell in enumerate(cells):
                sheet.write(row, column, cell)
    return path


def rows(count: int, first: int = 9_900_000_001) -> list[list[object]]:
    return [[float(first + n), f"客户{n}", f"1380013{n:04d}", f"临澜市青杉里{n}幢", "2029-06-30"] for n in range(count)]


def page_of(desk: Desk) -> ImportPage:
    page = ImportPage(desk.workplace("shift_leader"))
    desk.show(page)
    return page


def taken(desk: Desk, file: Path) -> ImportPage:
    page = page_of(desk)
    page.take(file)
    desk.wait(lambda: page._job is None)
    return page


def kept(desk: Desk, account: str) -> Customer | None:
    with desk.hall.store.read() as tx:
        return archive.by_account(tx, account)


def next_step(desk: Desk, page: ImportPage, stage: int) -> None:
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: page._stage == stage)


def test_a_workbook_with_floats_goes_in_by_two_keys(desk: Desk, tmp_path: Path) -> None:
    page = taken(desk, book(tmp_path / "清单.xlsx", rows(12)))
    assert page._stage == MAPPED
    assert page.mapping.mapping().columns["account"] == "用户编号"
    assert page.mapping.preview.model().rowCount() == 8
    next_step(desk, page, TRIED)
    assert kept(desk, "9900000001") is None
    assert "12" in page.go_on.text()
    next_step(desk, page, DONE)
    found = kept(desk, "9900000001")
    assert found is not None
    assert (found.name, found.phone) == ("客户0", "13800130000")
    desk.wait(lambda: len(page.log.model.records) == 1)
    record = page.log.model.records[0]
    assert (record.file_name, record.added, len(record.sha256)) == ("清单.xlsx", 12, 64)


def test_problem_rows_are_listed_with_row_column_and_reason(desk: Desk, tmp_path: Path) -> None:
    lines = rows(6)
    lines[1][2] = "138001380001"
    lines[2][0] = ""
    lines[3][0] = "9.9E+15"
    lines[4][4] = "2029-02-30"
    lines[5][0] = lines[0][0]
    page = taken(desk, book(tmp_path / "清单.xlsx", lines))
    next_step(desk, page, TRIED)
    told = {(p.row, p.column, p.code, p.refused) for p in page.report.model.records}
    assert (3, "电话", "customers.phone_shape", False) in told
    assert (4, "用户编号", "customers.account_missing", True) in told
    assert {row for row, _c, _code, _r in told} == {3, 4, 5, 6, 7}
    assert "5 处问题" in page.report.said.text()
    out = tmp_path / "问题.csv"
    page.export_to(out)
    desk.wait(out.exists)
    with out.open(encoding="utf-8-sig", newline="") as opened:
        listed = list(csv.reader(opened))
    assert listed[0] == ["行号", "列", "原因", "处理"]
    assert len(listed) == 6
    next_step(desk, page, DONE)
    found = kept(desk, "9900000002")
    assert found is not None
    assert found.phone == ""


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("坏.xlsx", b"PK\x03\x04 not a workbook", "customers.table_unknown"),
        ("空.csv", b"\r\n\r\n", "customers.table_empty"),
        ("图片.csv", bytes(range(256)) * 40, ""),
    ],
)
def test_a_broken_file_ends_in_a_sentence(desk: Desk, tmp_path: Path, name: str, body: bytes, code: str) -> None:
    file = tmp_path / name
    file.write_bytes(body)
    page = taken(desk, file)
    assert page._stage == START
    assert page.notice.isVisible()
    if code:
        assert words(code, "zh", file=name).what in page.notice.text()
    assert page.drop.choose.isEnabled()


def test_a_file_that_is_gone_ends_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    good = book(tmp_path / "清单.xlsx", rows(3))
    page = taken(desk, good)
    good.unlink()
    page.go_on.click()
    desk.wait(page.notice.isVisible)
    assert "清单.xlsx" in page.notice.text()
    assert page._stage == MAPPED


def test_columns_that_are_not_known_are_chosen_and_kept_by_name(desk: Desk, tmp_path: Path) -> None:
    heads = ("A列", "B列", "电话", "用电地址", "合同到期日期")
    page = taken(desk, book(tmp_path / "旧系统.xlsx", rows(3), heads))
    page.go_on.click()
    desk.wait(page.notice.isVisible)
    assert page.mapping.fields["account"].problem()
    page.mapping.choices["account"].set_value("A列")
    page.mapping.choices["name"].set_value("A列")
    assert page.mapping.fields["name"].problem()
    page.mapping.choices["name"].set_value("B列")
    assert not page.mapping.fields["name"].problem()
    page.mapping.keep.click()
    desk.wait(page.notice.isVisible)
    page.mapping.name.set_value("旧系统导出")
    page.mapping.keep.click()
    desk.wait(lambda: page.mapping.saved.value() == "旧系统导出")
    page.hide()
    again = taken(desk, tmp_path / "旧系统.xlsx")
    assert again.mapping.saved.value() == "旧系统导出"
    next_step(desk, again, TRIED)


def test_known_accounts_are_skipped_or_updated(desk: Desk, tmp_path: Path) -> None:
    page = taken(desk, book(tmp_path / "一.xlsx", rows(3)))
    next_step(desk, page, TRIED)
    next_step(desk, page, DONE)
    lines = rows(4)
    lines[0][1] = "改名客户"
    page.take(book(tmp_path / "二.xlsx", lines))
    desk.wait(lambda: page._stage == MAPPED)
    next_step(desk, page, TRIED)
    assert "没有问题" in page.report.said.text()
    page.mapping.policy.set_value("update")
    page.mapping.policy.picked.emit("update")
    assert page._stage == MAPPED
    next_step(desk, page, TRIED)
    next_step(desk, page, DONE)
    found = kept(desk, "9900000001")
    assert found is not None
    assert found.name == "改名客户"
    assert page.log.model.records[0].updated == 1


def test_the_same_file_again_is_said(desk: Desk, tmp_path: Path) -> None:
    file = book(tmp_path / "一.xlsx", rows(3))
    page = taken(desk, file)
    next_step(desk, page, TRIED)
    next_step(desk, page, DONE)
    page.take(file)
    desk.wait(page.notice.isVisible)
    assert "导入过" in page.notice.text()


def test_stopping_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "大.csv"
    with file.open("w", encoding="gb18030", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADS)
        writer.writerows([str(int(float(str(row[0])))), *row[1:]] for row in rows(4000))
    page = taken(desk, file)
    next_step(desk, page, TRIED)
    page.go_on.click()
    assert page.progress.isVisible()
    assert not page.go_on.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    desk.wait(page.notice.isVisible)
    assert "没有写入" in page.notice.text()
    assert kept(desk, "9900000001") is None
    assert page._stage == TRIED
    next_step(desk, page, DONE)
    assert kept(desk, "9900000001") is not None


def test_a_whole_import_is_taken_back_and_changed_rows_stay(desk: Desk, tmp_path: Path) -> None:
    page = taken(desk, book(tmp_path / "一.xlsx", rows(5)))
    next_step(desk, page, TRIED)
    next_step(desk, page, DONE)
    changed = kept(desk, "9900000003")
    assert changed is not None
    services = bundle.build(desk.hall.parts)
    services.customers.edit(desk.hall.actor("teller"), changed.id, changed.rev, {"station": "城东站"}, "巡线")
    set_next_answer(None)
    page.log.undo.click()
    assert kept(desk, "9900000001") is not None
    set_next_answer("文件选错")
    page.log.undo.click()
    desk.wait(lambda: page.log.findChild(KeptDialog) is not None)
    told = page.log.findChild(KeptDialog)
    assert isinstance(told, KeptDialog)
    assert [row.code for row in told.model.records] == ["customers.kept_changed"]
    told.accept()
    desk.wait(lambda: page.log.model.records[0].result == "undone")
    assert kept(desk, "9900000001") is None
    assert kept(desk, "9900000003") is not None
    assert not page.log.undo.isEnabled()


def test_a_file_is_dropped(desk: Desk, tmp_path: Path) -> None:
    page = page_of(desk)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(book(tmp_path / "清单.xlsx", rows(3))))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.drop.dropEvent(event)
    desk.wait(lambda: page._stage == MAPPED)


def test_every_control_can_be_named(desk: Desk, tmp_path: Path) -> None:
    page = taken(desk, book(tmp_path / "清单.xlsx", rows(3)))
    page.mapping.more.click()
    next_step(desk, page, TRIED)
    assert unnamed(page) == []
