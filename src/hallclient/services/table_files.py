"""Reading foreign tables (CSV, XLSX): encodings, delimiters, the heading row, and cells as people typed them.

CSV is read as it streams, so its memory does not grow with its length; a workbook is held whole by its reader
(about 1 GB for a million rows of ten columns), so the largest files are better given as CSV.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from charset_normalizer import from_bytes
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from hallclient.domain.customer_rows import known_headings
from hallclient.errors import Cancelled, RuleBroken

HEADING_ROWS = 20
SAMPLE_ROWS = 8
DELIMITERS = (",", ";", "\t", "|")
CHINESE = ("big5", "big5hkscs", "cp950", "hz")
"""Encodings taken on the word of a detector; any other guess would show nonsense as names."""

_BLOCK = 1 << 20
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")

NamedRow = tuple[int, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table file that can be read. ``heading_row`` counts from 1; ``kind`` is ``csv`` or ``workbook``."""

    path: Path
    kind: str
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[str, ...]
    headings: tuple[str, ...]
    heading_row: int
    sample: tuple[tuple[str, ...], ...]
    sha256: str
    size: int

    def rows(self, share: Callable[[float], None] | None = None) -> Iterator[NamedRow]:
        """Row number and cells of each row under the headings that is not blank. ``share`` hears how far it is.

        Raises RuleBroken("customers.table_broken", row=…) where the file cannot be read on.
        """
        source = _csv_rows(self, share) if self.kind == "csv" else _sheet_rows(self, share)
        for number, cells in source:
            if number > self.heading_row and any(cells):
                yield number, cells


def open_table(path: Path, *, sheet: str = "", cancelled: Callable[[], bool] | None = None) -> Table:
    """Recognise a table file and its heading row.

    Raises RuleBroken: ``customers.table_unreadable`` (gone or locked), ``customers.table_empty``,
    ``customers.table_protected`` (password), ``customers.table_unknown`` (not a table), ``customers.table_broken``,
    ``customers.table_encoding``.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as opened:
            head = opened.read(_BLOCK)
        if not head.strip(b"\x00\r\n\t ,;"):
            raise RuleBroken("customers.table_empty", file=path.name)
        if head.startswith((_ZIP, _OLE)):
            return _workbook(path, sheet, size, _hash(path, cancelled))
        encoding, digest = _encoding(path, head, cancelled)
        return _csv(path, head, encoding, size, digest)
    except OSError as fault:
        raise RuleBroken("customers.table_unreadable", file=path.name) from fault


def cell_text(value: Any) -> str:
    """A workbook's cell as a person would have typed it: whole numbers without a fraction, dates as 2026-06-01."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        return f"{value:.14E}" if abs(value) >= 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, (date, time, timedelta)):
        return str(value)
    return str(value).strip()


# ---- text files --------------------------------------------------------------------------------------------------


def _hash(path: Path, cancelled: Callable[[], bool] | None) -> str:
    digest = hashlib.sha256()
    for block in _blocks(path, cancelled):
        digest.update(block)
    return digest.hexdigest()


def _blocks(path: Path, cancelled: Callable[[], bool] | None) -> Iterator[bytes]:
    with path.open("rb") as opened:
        while block := opened.read(_BLOCK):
            if cancelled is not None and cancelled():
                raise Cancelled
            yield block


def _encoding(path: Path, head: bytes, cancelled: Callable[[], bool] | None) -> tuple[str, str]:
    """The first encoding that fits the whole file, and the file's hash."""
    marked = [name for bom, name in _BOMS if head.startswith(bom)]
    candidates = marked or ([_utf_16(head)] if b"\x00" in head else ["utf-8", "gb18030"])
    if not marked and b"\x00" not in head:
        guess = from_bytes(head[: 1 << 16]).best()
        if guess is not None and guess.encoding in CHINESE:
            candidates.append(guess.encoding)
    digest = hashlib.sha256()
    decoders = {name: codecs.getincrementaldecoder(name)() for name in candidates if name}
    controls = dict.fromkeys(decoders, 0)
    for block in _blocks(path, cancelled):
        digest.update(block)
        for name in tuple(decoders):
            try:
                controls[name] += len(_CONTROLS.findall(decoders[name].decode(block)))
            except UnicodeError:
                del decoders[name]
    for name, decoder in tuple(decoders.items()):
        try:
            decoder.decode(b"", final=True)
        except UnicodeError:
            del decoders[name]
    clean = [name for name in decoders if not controls[name]]
    if not clean:
        broken = bool(marked) or (b"\x00" not in head and not _CONTROLS.search(head.decode("latin-1")))
        raise RuleBroken("customers.table_encoding" if broken else "customers.table_unknown", file=path.name)
    return clean[0], digest.hexdigest()


def _utf_16(head: bytes) -> str:
    """UTF-16 without a mark shows as zero bytes on one side of most pairs of its ASCII part; else not text."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < 8 * (min(even, odd) + 1) and len(head) > 64:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _csv(path: Path, head: bytes, encoding: str, size: int, digest: str) -> Table:
    text = codecs.getincrementaldecoder(encoding)().decode(head)
    lines = text.splitlines(keepends=True)[:200]
    best: tuple[float, str] = (-1.0, ",")
    for delimiter in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row)][:100]
        except csv.Error:
            continue
        usual = max(set(widths), key=widths.count) if widths else 1
        score = usual * widths.count(usual) / len(widths) if usual > 1 else 0.0
        best = max(best, (score, delimiter), key=lambda pair: pair[0])
    table = Table(
        path=path, kind="csv", encoding=encoding, delimiter=best[1], sheet="", sheets=(), headings=(), heading_row=0,
        sample=(), sha256=digest, size=size,
    )  # fmt: skip
    return _with_headings(table, _csv_rows(table, None))


def _csv_rows(table: Table, share: Callable[[float], None] | None) -> Iterator[NamedRow]:
    number = 0
    try:
        with table.path.open("rb") as opened, io.TextIOWrapper(opened, table.encoding, newline="") as text:
            reader = csv.reader(text, delimiter=table.delimiter)
            for number, row in enumerate(reader, 1):
                if share is not None and number % 2000 == 0:
                    share(min(opened.tell() / max(table.size, 1), 1.0))
                yield number, [cell.strip() for cell in row]
    except (csv.Error, UnicodeError) as fault:
        raise RuleBroken("customers.table_broken", file=table.path.name, row=number + 1) from fault
    except OSError as fault:
        raise RuleBroken("customers.table_unreadable", file=table.path.name) from fault


# ---- workbooks ---------------------------------------------------------------------------------------------------


def _workbook(path: Path, sheet: str, size: int, digest: str) -> Table:
    with _open_workbook(path) as book:
        sheets = tuple(book.sheet_names)
    if not sheets or (sheet and sheet not in sheets):
        raise RuleBroken("customers.table_empty", file=path.name)
    first: RuleBroken | None = None
    for name in (sheet,) if sheet else sheets:
        table = Table(
            path=path, kind="workbook", encoding="", delimiter="", sheet=name, sheets=sheets, headings=(),
            heading_row=0, sample=(), sha256=digest, size=size,
        )  # fmt: skip
        try:
            return _with_headings(table, _sheet_rows(table, None))
        except RuleBroken as fault:
            if fault.code != "customers.table_empty":
                raise
            first = first or fault
    raise first or RuleBroken("customers.table_empty", file=path.name)


def _open_workbook(path: Path) -> Any:
    try:
        return CalamineWorkbook.from_path(str(path))
    except PasswordError as fault:
        raise RuleBroken("customers.table_protected", file=path.name) from fault
    except CalamineError as fault:
        with path.open("rb") as opened:
            protected = "EncryptedPackage".encode("utf-16-le") in opened.read(4 * _BLOCK)
        code = "customers.table_protected" if protected else "customers.table_unknown"
        raise RuleBroken(code, file=path.name) from fault


def _sheet_rows(table: Table, share: Callable[[float], None] | None) -> Iterator[NamedRow]:
    with _open_workbook(table.path) as book:
        try:
            sheet = book.get_sheet_by_name(table.sheet)
        except CalamineError as fault:
            raise RuleBroken("customers.table_broken", file=table.path.name, row=1) from fault
        height = max(sheet.total_height, 1)
        for number, row in enumerate(sheet.iter_rows(), 1):
            if share is not None and number % 2000 == 0:
                share(min(number / height, 1.0))
            yield number, [cell_text(value) for value in row]


# ---- headings ----------------------------------------------------------------------------------------------------


def _with_headings(table: Table, rows: Iterator[NamedRow]) -> Table:
    top: list[NamedRow] = []
    for number, cells in rows:
        if any(cells):
            top.append((number, cells))
        if len(top) >= HEADING_ROWS + SAMPLE_ROWS:
            break
    if not top:
        raise RuleBroken("customers.table_empty", file=table.path.name)
    place = _heading_place([cells for _, cells in top[:HEADING_ROWS]])
    number, cells = top[place]
    width = max(len(row) for _, row in top)
    sample = tuple(tuple(row) for _, row in top[place + 1 : place + 1 + SAMPLE_ROWS])
    headings = _unique([*cells, *[""] * (width - len(cells))])
    plain = {name: getattr(table, name) for name in Table.__slots__}
    return Table(**{**plain, "headings": headings, "heading_row": number, "sample": sample})


def _heading_place(rows: Sequence[Sequence[str]]) -> int:
    """The row with the most known headings; without any, the first that is as wide as the table."""
    scores = [known_headings(row) for row in rows]
    if max(scores) > 0:
        return scores.index(max(scores))
    filled = [sum(bool(cell) for cell in row) for row in rows]
    return filled.index(max(filled))


def _unique(cells: Sequence[str]) -> tuple[str, ...]:
    """Headings made distinct: a blank becomes its column's letter, a repeat gets its number."""
    made: list[str] = []
    for place, cell in enumerate(cells):
        heading = " ".join(cell.split()) or f"[{_letter(place)}]"
        again = 2
        while heading in made:
            heading, again = f"{' '.join(cell.split())} ({again})", again + 1
        made.append(heading)
    return tuple(made)


def _letter(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
