"""Reading tables of customers: encodings, delimiters, cells; broken files end in a sentence."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallclient import errors
from hallclient.errors import HallError
from hallclient.services.customer_import import CustomerImportService
from hallclient.services.table_files import cell_text, open_table
from tests.halls import Hall
from tests.services.customer_tables import HEADINGS, ROWS, workbook, written


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("gb18030", b""), ("utf-16-le", b"\xff\xfe"),
     ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b""), ("utf-16-be", b"")],
)  # fmt: skip
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_each_encoding_and_delimiter(tmp_path: Path, encoding: str, bom: bytes, delimiter: str) -> None:
    path = written(tmp_path / "档案.csv", [HEADINGS, *ROWS], encoding=encoding, delimiter=delimiter, bom=bom)
    table = open_table(path)
    assert table.headings == tuple(HEADINGS)
    assert [cells for _, cells in table.rows()] == ROWS


def test_a_gb18030_file_whose_first_block_is_ascii(tmp_path: Path) -> None:
    rows = [[f"{9_900_000_000 + i}", "A"] for i in range(100_000)]
    path = written(tmp_path / "a.csv", [["account", "name"], *rows, ["9900999999", "王𬭎"]], encoding="gb18030")
    assert path.stat().st_size > 1 << 20
    table = open_table(path)
    assert table.encoding == "gb18030"
    assert list(table.rows())[-1] == (100_002, ["9900999999", "王𬭎"])


@pytest.mark.parametrize(
    ("value", "text"),
    [(9900000001.0, "9900000001"), (0.5, "0.5"), (True, "是"), (None, ""), (date(2026, 6, 1), "2026-06-01"),
     ("  x ", "x")],
)  # fmt: skip
def test_cells_as_they_were_typed(value: object, text: str) -> None:
    assert cell_text(value) == text


def _protected(path: Path) -> None:
    sector = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)
    path.write_bytes(sector + "EncryptedPackage".encode("utf-16-le") + bytes(1024))


def _database(path: Path) -> None:
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE t (a)")
    made.close()


BROKEN: dict[str, tuple[Any, str]] = {
    "empty.csv": (b"", "customers.table_empty"),
    "blank.csv": (b"\r\n , ,\r\n\t\r\n", "customers.table_empty"),
    "bom.csv": (b"\xef\xbb\xbf", "customers.table_empty"),
    "empty.xlsx": (lambda path: workbook(path, []), "customers.table_empty"),
    "cut.xlsx": (b"PK\x03\x04 cut short", "customers.table_unknown"),
    "picture.csv": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20, "customers.table_unknown"),
    "noise.csv": (Random(20260610).randbytes(4096), "customers.table_unknown"),
    "database.xlsx": (_database, "customers.table_unknown"),
    "locked.xlsx": (_protected, "customers.table_protected"),
    "cut.csv": ("户号,户名\r\n9900000001,王".encode("utf-16")[:-1], "customers.table_encoding"),
    "mixed.csv": ("户号,户名\n".encode() + b"9900000001,\x80\xff\xff\n", "customers.table_encoding"),
    "folder": (lambda path: path.mkdir(), "customers.table_unreadable"),
    "gone.csv": (lambda path: None, "customers.table_unreadable"),
    "open quote.csv": (b'a,b\n1,"' + b"x" * 300_000, "customers.table_broken"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_ends_in_a_sentence(tmp_path: Path, hall: Hall, name: str) -> None:
    made, code = BROKEN[name]
    path = tmp_path / name
    if callable(made):
        made(path)
    else:
        path.write_bytes(made)
    with pytest.raises(HallError) as said:
        CustomerImportService(hall.parts).look(hall.actor("shift_leader"), path)
    assert said.value.code == code
    assert name in errors.words(code, **said.value.details).what


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"a,b\n"]),
)
def test_any_bytes_are_a_table_or_a_sentence(tmp_path: Path, tail: bytes, head: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(head + tail)
    try:
        list(open_table(path).rows())
    except HallError as said:
        assert said.code in errors.codes()
