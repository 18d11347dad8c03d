"""Tables of customers for tests: headings, rows, their mapping, as a text file or a workbook."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import xlsxwriter

from hallclient.domain.customer_rows import ColumnMapping, suggest

HEADINGS = ["户号", "户名", "联系电话", "用电地址", "表号", "合同到期日期"]
ROWS = [
    ["9900000001", "王小明", "10000000001", "临澜市澜东区人民路1号", "33400001", "2026-12-31"],
    ["9900000002", "䶮㛃𬭎", "0570-8880001", "临澜市澜西县幸福路2号", "33400002", ""],
    ["9900000003", "临澜市幸福食品有限公司", "10000000003", "临澜市石桥镇,3号", "33400003", "2027/6/1"],
]
MAPPING = ColumnMapping(name="营销系统", columns=suggest(HEADINGS), source="营销系统导出")


def written(
    path: Path, rows: list[list[str]], *, encoding: str = "utf-8", delimiter: str = ",", bom: bytes = b""
) -> Path:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    path.write_bytes(bom + out.getvalue().encode(encoding))
    return path


def workbook(path: Path, rows: list[list[Any]], title: str = "") -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("档案")
        if title:
            sheet.write(0, 0, title)
        for number, row in enumerate(rows, 1 if title else 0):
            sheet.write_row(number, 0, row)
    return path
