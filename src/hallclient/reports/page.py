"""The sheet all papers share: A4, red masthead and rule, number and QR at the right, foot with page x of y."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from hallclient.domain.papers import Head, Reprint
from hallclient.reports import fonts, formats, text, wording
from hallclient.reports.flow import Block, Strip, paginate
from hallclient.reports.text import Line, Style

MARGIN = 20 * mm
WIDTH = A4[0] - 2 * MARGIN
TOP = A4[1] - MARGIN
FOOT = 15 * mm
QR = 16 * mm
_MASTHEAD = 100.0
_LATER = 26.0
_BOTTOM = MARGIN + 6
_TITLE = Style(size=25, leading=30, font=fonts.STRONG, color=text.RED, align="center")
_META = Style(size=9, leading=12, color=text.SOFT)
_UNIT = Style(size=10, leading=13, font=fonts.MEDIUM)
_FOOT = Style(size=8, leading=10, color=text.SOFT)
_drawing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper's frame. ``title`` is the document's name, ``part`` e.g. 客户联, ``dated`` what stands at the right."""

    head: Head
    title: str
    subtitle: str = ""
    dated: str = ""

    def draw(self, canvas: Any, blocks: Sequence[Block]) -> None:
        """Draw these blocks on as many pages as they need, the first under the masthead."""
        if self.head.reprint:
            blocks = [self._reprint(self.head.reprint), *blocks]
        pages = paginate(blocks, WIDTH, TOP - _MASTHEAD - _BOTTOM, TOP - _LATER - _BOTTOM)
        for number, placed in enumerate(pages, 1):
            top = TOP - (self._masthead(canvas) if number == 1 else self._header(canvas))
            for block, down in placed:
                block.draw(canvas, MARGIN, top - down, WIDTH)
            self._footer(canvas, number, len(pages))
            canvas.showPage()

    def _reprint(self, again: Reprint) -> Strip:
        words = wording.paper("sheet")
        shown = words["reprint"].format(count=again.count, at=formats.moment(again.at), by=again.by)
        reason = words["reprint_reason"].format(reason=again.reason) if again.reason else ""
        return Strip(words["reprint_mark"], shown + reason)

    def _masthead(self, canvas: Any) -> float:
        head, words = self.head, wording.paper("sheet")
        first = TOP - 9
        left = words["internal"] if head.internal else head.unit
        text.draw(canvas, text.fit(left, _META, WIDTH * 0.5), _META, MARGIN, first)
        if head.number:
            _right(canvas, words["number"].format(number=head.number), _META, first, WIDTH * 0.48)
        code = head.qr or head.number
        if code:
            draw_qr(canvas, code, MARGIN + WIDTH - QR, TOP - 16 - QR, QR)
        self._title(canvas, TOP - 46)
        second = TOP - 80
        named = formats.joined(head.unit if head.internal else "", head.hall, by="  ")
        text.draw(canvas, text.fit(named, _UNIT, WIDTH * 0.6), _UNIT, MARGIN, second)
        _right(canvas, self.dated, _UNIT, second, WIDTH * 0.38)
        canvas.setStrokeColor(text.RED)
        canvas.setLineWidth(1.8)
        canvas.line(MARGIN, TOP - 88, MARGIN + WIDTH, TOP - 88)
        return _MASTHEAD

    def _title(self, canvas: Any, baseline: float) -> None:
        spread = 4.0 if len(self.title) <= 6 else 2.0
        wide = fonts.width(self.title, _TITLE.font, _TITLE.size) + spread * (len(self.title) - 1)
        text.draw(canvas, self.title, _TITLE, MARGIN + (WIDTH - wide) / 2, baseline, spread)
        if self.subtitle:
            style = Style(size=10, leading=14, align="center")
            line = Line(text.fit(self.subtitle, style, WIDTH - 2 * QR - 24), 0, False)
            text.draw_line(canvas, line, style, MARGIN, baseline - 19, WIDTH)

    def _header(self, canvas: Any) -> float:
        baseline = TOP - 9
        again = wording.paper("sheet")["reprint_mark"] if self.head.reprint else ""
        words = formats.joined(self.title, again, by="  ")
        text.draw(canvas, text.fit(words, _META, WIDTH * 0.5), _META, MARGIN, baseline)
        _right(canvas, self.head.number, _META, baseline, WIDTH * 0.48)
        canvas.setStrokeColor(text.RED)
        canvas.setLineWidth(0.8)
        canvas.line(MARGIN, TOP - 15, MARGIN + WIDTH, TOP - 15)
        return _LATER

    def _footer(self, canvas: Any, number: int, count: int) -> None:
        head, words = self.head, wording.paper("sheet")
        canvas.setStrokeColor(text.LINE)
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, FOOT + 12, MARGIN + WIDTH, FOOT + 12)
        made = words["made"].format(at=formats.moment(head.printed_at), by=head.printed_by)
        shown = formats.joined(made, words["masked"] if head.masked else "", by=" · ")
        text.draw(canvas, text.fit(shown, _FOOT, WIDTH * 0.8), _FOOT, MARGIN, FOOT)
        _right(canvas, words["page"].format(number=number, count=count), _FOOT.with_(color=text.INK), FOOT, WIDTH * 0.2)


def render(*parts: tuple[Sheet, Callable[[], Sequence[Block]]]) -> bytes:
    """The PDF of one or more copies, each with its own masthead and page numbers.

    The same records give the same bytes. Blocks are made inside, once the fonts are there to measure with.
    """
    with _drawing:
        fonts.register()
        buffer = io.BytesIO()
        canvas = Canvas(
            buffer, pagesize=A4, invariant=1, pageCompression=1, initialFontName=fonts.REGULAR, lang="zh-CN"
        )
        head, title = parts[0][0].head, parts[0][0].title
        canvas.setTitle(text.clean(f"{title} {head.number}".strip()))
        canvas.setAuthor(text.clean(head.unit))
        canvas.setCreator("hallclient")
        canvas.setProducer("hallclient")
        for sheet, blocks in parts:
            sheet.draw(canvas, blocks())
        canvas.save()
        return buffer.getvalue()


def _right(canvas: Any, words: str, style: Style, baseline: float, room: float) -> None:
    line = Line(text.fit(words, style, room), 0, False)
    text.draw_line(canvas, line, style.with_(align="right"), MARGIN, baseline, WIDTH)


def draw_qr(canvas: Any, words: str, x: float, y: float, side: float) -> None:
    """A QR code of ``side`` points with its lower left corner at ``x``, ``y``; nothing where the text is too long."""
    try:
        code = segno.make(text.clean(words), error="m", micro=False)
    except segno.DataOverflowError:
        return
    rows = [bytes(row) for row in code.matrix]
    dot = side / len(rows)
    path = canvas.beginPath()
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                path.rect(x + across * dot, y + side - (down + 1) * dot, dot, dot)
    canvas.setFillColor(text.INK)
    canvas.drawPath(path, stroke=0, fill=1)
