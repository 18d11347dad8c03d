"""恢复单: the recovery key on paper, how to keep it and how to use it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hallclient.domain.papers import Pair, RecoveryPaper
from hallclient.reports import fonts, formats, text, wording
from hallclient.reports.flow import Block, Para, Sections, Signatures
from hallclient.reports.notice import numbered
from hallclient.reports.page import WIDTH, Sheet, draw_qr, render
from hallclient.reports.tables import pairs
from hallclient.reports.text import Style

_KEY = Style(size=15, leading=26, font=fonts.MEDIUM)
_QR = 92.0
_ACROSS = 4


class _Key(Block):
    """The groups of the key, four in a row in equal cells, the QR beside them."""

    before = 6

    def __init__(self, groups: tuple[str, ...], code: str) -> None:
        self._groups, self._code = groups, code

    def _rows(self) -> int:
        return -(-len(self._groups) // _ACROSS)

    def height(self, width: float) -> float:
        return max(self._rows() * _KEY.leading, _QR) + 20

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        high = self.height(width)
        canvas.setStrokeColor(text.INK)
        canvas.setLineWidth(0.9)
        canvas.rect(x, top - high, width, high, stroke=1, fill=0)
        draw_qr(canvas, self._code, x + width - _QR - 10, top - (high + _QR) / 2, _QR)
        room = width - _QR - 40
        each = room / _ACROSS
        start = top - (high - self._rows() * _KEY.leading) / 2
        for at, group in enumerate(self._groups):
            left = x + 18 + (at % _ACROSS) * each
            baseline = start - (at // _ACROSS) * _KEY.leading - 19
            small = text.SMALL.with_(size=6.5)
            text.draw(canvas, f"{at + 1}", small, left - 10, baseline + 4)
            text.draw(canvas, text.fit(group, _KEY, each - 6), _KEY, left, baseline, 1.2)


def recovery(paper: RecoveryPaper) -> bytes:
    """The PDF of a recovery sheet. Its QR holds the key, so it stands beside the key and not in the masthead."""
    code = paper.head.qr or "-".join(paper.key_groups)
    dated = formats.day_at(paper.created_at)
    bare = replace(paper.head, number="", qr="")
    sheet = Sheet(head=bare, title=wording.paper("recovery")["title"], dated=dated)
    return render((sheet, lambda: _blocks(paper, code)))


def _blocks(paper: RecoveryPaper, code: str) -> list[Block]:
    words = wording.paper("recovery")
    basics = (
        Pair(label="柜台", value=paper.counter),
        Pair(label="管理员", value=paper.administrator),
        Pair(label="生成时间", value=formats.moment_exact(paper.created_at)),
        Pair(label="编号", value=paper.head.number),
        Pair(label="数据指纹", value=paper.fingerprint),
        Pair(label="程序版本", value=paper.edition),
    )
    sections = Sections()
    return [
        pairs([pair for pair in basics if pair.value], WIDTH, before=8),
        sections.heading(words["what"]),
        Para(words["what_text"], text.PROSE.with_(size=10, leading=16, indent=20)),
        sections.heading(words["key"], words["key_note"].format(count=len(paper.key_groups))),
        _Key(paper.key_groups, code),
        sections.heading(words["keep"]),
        *numbered(words["keep_lines"].split("\n")),
        sections.heading(words["use"]),
        *numbered(words["use_lines"].split("\n")),
        Signatures(words["signed_admin"], words["signed_witness"], before=18),
    ]
