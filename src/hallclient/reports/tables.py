"""Tables of the papers: hairlines instead of grids, figures at the right, rows and long cells that break over pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hallclient.domain.papers import DocumentMark, Pair
from hallclient.reports import fonts, text
from hallclient.reports.flow import Block, draw_lines, drop
from hallclient.reports.text import Line, Style

_PAD = 2.5
_SIDE = 5.0
_TALL = 160.0
_SMALL = 80.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``span`` covers more columns; ``tick`` draws a tick box in front of the text."""

    words: str
    style: Style | None = None
    span: int = 1
    tick: DocumentMark | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``total`` rules it off and ``tall`` is a least height.

    ``below`` is a text under the cells, from column ``below_at`` to the right edge.
    """

    cells: tuple[Cell | str, ...]
    below: str = ""
    below_style: Style = text.SMALL
    below_at: int = 0
    total: bool = False
    tall: float = 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, its share of the width, and how its cells stand."""

    title: str
    share: float
    align: str = "left"
    style: Style = text.BODY


@dataclass(frozen=True, slots=True)
class _Laid:
    cell: Cell
    left: float
    width: float
    lines: list[Line]
    style: Style

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading


_LaidRow = tuple[list[_Laid], list[Line], float]
"""The cells of a row, the lines under them, and the row's height."""


class Table(Block):
    """Rows under a header that is repeated on every page. Without ``titled`` there is no header."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Iterable[Row],
        *,
        before: float = 4,
        titled: bool = True,
        ruled: bool = True,
    ) -> None:
        self.before = before
        self._columns, self._rows, self._titled, self._ruled = tuple(columns), tuple(rows), titled, ruled
        self._cache: dict[int, _LaidRow] = {}
        self._width = 0.0
        self._pad = _PAD if ruled else 1.2

    def _row(self, at: int, width: float) -> _LaidRow:
        """The laid-out cells of a row, its second line and its height; row -1 is the header."""
        if width != self._width:
            self._cache.clear()
            self._width = width
        if at not in self._cache:
            self._cache[at] = self._lay(self._header() if at < 0 else self._rows[at], width, at < 0)
        return self._cache[at]

    def _header(self) -> Row:
        return Row(tuple(column.title for column in self._columns))

    def _lay(self, row: Row, width: float, header: bool) -> _LaidRow:
        unit = width / sum(column.share for column in self._columns)
        laid: list[_Laid] = []
        at, left = 0, 0.0
        for cell in row.cells:
            cell = Cell(cell) if isinstance(cell, str) else cell
            column = self._columns[at]
            wide = sum(part.share for part in self._columns[at : at + cell.span]) * unit
            style = cell.style or replace(column.style, align=column.align)
            if header:
                style = text.LABEL.with_(align=column.align)
            elif row.total:
                style = style.with_(font=fonts.STRONG)
            inset = _SIDE + (14.0 if cell.tick else 0.0)
            room = wide - inset - _SIDE
            laid.append(_Laid(cell, left + inset, room, text.lines(cell.words, style, room), style))
            at, left = at + cell.span, left + wide
        below = []
        if row.below:
            below = text.lines(row.below, row.below_style, width - self._edge(row, width) - 2 * _SIDE)
        high = max((part.height for part in laid), default=0.0) + len(below) * row.below_style.leading + 2 * self._pad
        return laid, below, max(high, row.tall)

    def _edge(self, row: Row, width: float) -> float:
        """Where the text under the cells of a row begins."""
        unit = width / sum(column.share for column in self._columns)
        return unit * sum(column.share for column in self._columns[: row.below_at])

    def _head(self, width: float) -> float:
        return self._row(-1, width)[2] if self._titled else 0.0

    def height(self, width: float) -> float:
        return self._head(width) + sum(self._row(at, width)[2] for at in range(len(self._rows)))

    def least(self, width: float) -> float:
        whole = self.height(width)
        if whole <= _SMALL:
            return whole
        first = self._row(0, width)[2]
        return self._head(width) + (first if first <= _TALL else 60.0)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        room -= self._head(width)
        laid = [self._row(at, width) for at in range(len(self._rows))]
        fits = 0
        while fits < len(laid) and laid[fits][2] <= room:
            room -= laid[fits][2]
            fits += 1
        if fits < len(laid) and laid[fits][2] > _TALL:
            pieces = self._split_row(fits, width, room)
            if pieces:
                first = self._piece(self._rows[: fits + 1], [*laid[:fits], pieces[0]])
                return first, self._piece(self._rows[fits:], [pieces[1], *laid[fits + 1 :]])
        while fits > 1 and all(row.total for row in self._rows[fits:]):
            fits -= 1
        if not fits:
            return None
        return self._piece(self._rows[:fits], laid[:fits]), self._piece(self._rows[fits:], laid[fits:])

    def _split_row(self, at: int, width: float, room: float) -> tuple[_LaidRow, _LaidRow] | None:
        """One row that is higher than the room, parted line by line; its second line goes with the rest."""
        laid, below, high = self._row(at, width)
        style = self._rows[at].below_style
        room -= 2 * self._pad
        cuts = [int(room / part.style.leading) for part in laid]
        if min(cuts, default=0) < 2:
            return None
        first = [replace(part, lines=part.lines[:cut]) for part, cut in zip(laid, cuts, strict=True)]
        rest = [
            replace(part, cell=replace(part.cell, tick=None), lines=part.lines[cut:])
            for part, cut in zip(laid, cuts, strict=True)
        ]
        deepest = max(part.height for part in first)
        kept = 0 if any(part.lines for part in rest) else int((room - deepest) / style.leading)
        top = deepest + kept * style.leading + 2 * self._pad
        left = max(part.height for part in rest) + len(below[kept:]) * style.leading + 2 * self._pad
        return (first, below[:kept], min(top, high)), (rest, below[kept:], left)

    def _piece(self, rows: tuple[Row, ...], laid: list[_LaidRow]) -> Table:
        piece = Table(self._columns, rows, before=self.before, titled=self._titled, ruled=self._ruled)
        piece._width = self._width
        piece._cache = dict(enumerate(laid))
        return piece

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        if self._ruled:
            _rule(canvas, x, top, width, 0.9, text.INK)
        if self._titled:
            self._draw_row(canvas, -1, x, top, width)
            top -= self._head(width)
            _rule(canvas, x, top, width, 0.5, text.SOFT)
        for at, row in enumerate(self._rows):
            if row.total and at:
                _rule(canvas, x, top, width, 0.6, text.INK)
            self._draw_row(canvas, at, x, top, width)
            top -= self._row(at, width)[2]
            if self._ruled:
                last = at == len(self._rows) - 1
                _rule(canvas, x, top, width, 0.9 if last else 0.5, text.INK if last else text.LINE)

    def _draw_row(self, canvas: Any, at: int, x: float, top: float, width: float) -> None:
        laid, below, _ = self._row(at, width)
        deepest = 0.0
        for part in laid:
            if part.cell.tick:
                draw_tick(
                    canvas, part.cell.tick, x + part.left - 14.0, top - self._pad - drop(part.style), part.style.size
                )
            draw_lines(canvas, part.lines, part.style, x + part.left, top - self._pad, part.width)
            deepest = max(deepest, part.height)
        if below:
            row = self._rows[at]
            edge = self._edge(row, width) + _SIDE
            draw_lines(canvas, below, row.below_style, x + edge, top - self._pad - deepest, width - edge - _SIDE)


def _rule(canvas: Any, x: float, y: float, width: float, thick: float, color: str) -> None:
    canvas.setStrokeColor(color)
    canvas.setLineWidth(thick)
    canvas.line(x, y, x + width, y)


def draw_tick(canvas: Any, mark: DocumentMark, x: float, baseline: float, size: float) -> None:
    """A box: ticked when received, half filled when promised, empty otherwise (no font has such a character)."""
    side = size * 0.92
    bottom = baseline - size * 0.09
    canvas.saveState()
    canvas.setStrokeColor(text.INK)
    canvas.setFillColor(text.INK)
    canvas.setLineWidth(0.7)
    canvas.rect(x, bottom, side, side, stroke=1, fill=0)
    path = canvas.beginPath()
    if mark is DocumentMark.RECEIVED:
        canvas.setLineWidth(1.3)
        path.moveTo(x + side * 0.2, bottom + side * 0.5)
        path.lineTo(x + side * 0.43, bottom + side * 0.24)
        path.lineTo(x + side * 0.82, bottom + side * 0.78)
        canvas.drawPath(path, stroke=1, fill=0)
    elif mark is DocumentMark.DEFERRED:
        path.moveTo(x, bottom)
        path.lineTo(x + side, bottom)
        path.lineTo(x + side, bottom + side)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def pairs(items: Sequence[Pair], width: float, *, before: float = 4, room: str = "", high: float = 54) -> Table:
    """Labels and values in two columns under hairlines; a long value takes the whole width.

    ``room`` is the label of a last, tall and empty row to write in.
    """
    wanted = max((fonts.width(text.fit(item.label, text.LABEL, 100), text.LABEL.font, 9) for item in items), default=50)
    label = min(max(wanted + 2 * _SIDE + 2, 58), 112)
    half = width / 2 - label
    columns = (Column("", label), Column("", half), Column("", label), Column("", half))
    rows: list[Row] = []
    open_row: list[Cell] = []
    for item in items:
        one_line = text.clean(item.value)
        long = "\n" in one_line or fonts.width(one_line, text.BODY.font, text.BODY.size) > half - 2 * _SIDE
        if (long and open_row) or len(open_row) == 4:
            rows.append(Row(tuple(open_row)))
            open_row = []
        open_row.append(Cell(item.label, text.LABEL))
        open_row.append(Cell(item.value, span=3 if long else 1))
        if long:
            rows.append(Row(tuple(open_row)))
            open_row = []
    if open_row:
        rows.append(Row(tuple(open_row)))
    if room:
        rows.append(Row((Cell(room, text.LABEL), Cell("", span=3)), tall=high))
    return Table(columns, rows, before=before, titled=False)
