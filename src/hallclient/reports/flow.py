"""Blocks that flow down the pages: paragraphs, headings, signature lines, and how they are shared out over pages."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Any

from hallclient.reports import fonts, text
from hallclient.reports.text import Line, Style


class Block:
    """Something with a height, drawn from its top edge down. ``before`` is the space above, none at a page's top.

    ``keep_next`` forbids a page break between this block and the next. ``parts`` are what it falls apart into where it
    is higher than a whole page.
    """

    before: float = 0.0
    keep_next: bool = False
    parts: tuple[Block, ...] = ()

    def height(self, width: float) -> float:
        """The height at this width."""
        raise AssertionError(self)

    def least(self, width: float) -> float:
        """The height of the smallest piece that may stand at the foot of a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """A first piece no higher than ``room`` and the rest, or None where that would look bad."""
        return None

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw with the top left corner at ``x``, ``top``."""


class Gap(Block):
    """Empty space that also stands at a page's top."""

    def __init__(self, high: float) -> None:
        self._high = high

    def height(self, width: float) -> float:
        return self._high


class Break(Block):
    """A new page here."""

    def height(self, width: float) -> float:
        return 0.0


class Para(Block):
    """A text of one or more paragraphs. At least two lines stay together on each side of a page break."""

    def __init__(self, words: str, style: Style = text.BODY, *, before: float = 4, keep_next: bool = False) -> None:
        self._words, self._style = words, style
        self.before, self.keep_next = before, keep_next
        self._lines: list[Line] | None = None

    def _laid(self, width: float) -> list[Line]:
        if self._lines is None:
            self._lines = text.lines(self._words, self._style, width)
        return self._lines

    def height(self, width: float) -> float:
        return len(self._laid(width)) * self._style.leading

    def least(self, width: float) -> float:
        count = len(self._laid(width))
        return (count if count <= 3 else 2) * self._style.leading

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        laid = self._laid(width)
        fits = min(int(room / self._style.leading), len(laid) - 2)
        if fits < 2 or len(laid) <= 3:
            return None
        return self._piece(laid[:fits]), self._piece(laid[fits:])

    def _piece(self, laid: list[Line]) -> Para:
        piece = Para("", self._style, before=self.before)
        piece._lines = laid
        return piece

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        draw_lines(canvas, self._laid(width), self._style, x, top, width)


def draw_lines(canvas: Any, laid: Sequence[Line], style: Style, x: float, top: float, width: float) -> None:
    """Draw laid-out lines one under the other."""
    for number, line in enumerate(laid):
        text.draw_line(canvas, line, style, x, top - number * style.leading - drop(style), width)


def drop(style: Style) -> float:
    """From the top of a line to its baseline, so that Chinese characters stand in its middle."""
    return style.leading / 2 + style.size * 0.38


class Heading(Block):
    """A heading that never stands alone at a page's foot, with an optional note at the right."""

    keep_next = True

    def __init__(self, words: str, note: str = "", *, size: float = 12, before: float = 11) -> None:
        self.before = before
        self._style = Style(size=size, leading=size * 1.75, font=fonts.STRONG)
        self._words, self._note = words, note

    def height(self, width: float) -> float:
        return self._style.leading

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        baseline = top - drop(self._style)
        words = text.fit(self._words, self._style, width * 0.6)
        text.draw(canvas, words, self._style, x, baseline)
        room = width - fonts.width(words, self._style.font, self._style.size) - 12
        note = text.fit(self._note, text.SMALL, room)
        text.draw_line(canvas, Line(note, 0, False), text.SMALL.with_(align="right"), x, baseline, width)


class Sections:
    """Numbers the headings of one paper: 一、二、三 and so on, without gaps where a section is left out."""

    def __init__(self) -> None:
        self._count = 0

    def heading(self, words: str, note: str = "") -> Heading:
        """The next numbered heading."""
        self._count += 1
        tens, ones = divmod(self._count, 10)
        number = ("十" if tens else "") + ("" if not ones else "一二三四五六七八九"[ones - 1])
        return Heading(f"{number}、{words}", note)


class Together(Block):
    """Blocks that stay on one page."""

    def __init__(self, *parts: Block, before: float = 0) -> None:
        self.parts = parts
        self.before = before

    def height(self, width: float) -> float:
        return sum(part.height(width) + (part.before if at else 0) for at, part in enumerate(self.parts))

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        for at, part in enumerate(self.parts):
            top -= part.before if at else 0
            part.draw(canvas, x, top, width)
            top -= part.height(width)


class Columns(Block):
    """Two blocks side by side; the first takes ``share`` of the width."""

    def __init__(self, left: Block, right: Block, *, share: float = 0.5, gap: float = 22, before: float = 0) -> None:
        self.parts = (left, right)
        self._share, self._gap, self.before = share, gap, before

    def _widths(self, width: float) -> tuple[float, float]:
        left = (width - self._gap) * self._share
        return left, width - self._gap - left

    def height(self, width: float) -> float:
        return max(part.height(wide) for part, wide in zip(self.parts, self._widths(width), strict=True))

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        left, right = self._widths(width)
        self.parts[0].draw(canvas, x, top, left)
        self.parts[1].draw(canvas, x + left + self._gap, top, right)


class Signatures(Block):
    """Lines to sign on: a label, a rule to write on, and the day under it. Printed names stand on the rule."""

    def __init__(self, *labels: str, names: Sequence[str] = (), before: float = 16, dated: bool = True) -> None:
        self._labels = labels
        self._names = (*names, *("",) * (len(labels) - len(names)))
        self.before, self._dated = before, dated

    def height(self, width: float) -> float:
        return 44.0 if self._dated else 26.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        count = len(self._labels)
        each = (width - 24 * (count - 1)) / count
        for label, name in zip(self._labels, self._names, strict=True):
            baseline = top - 19
            text.draw(canvas, text.clean(label), text.BODY, x, baseline)
            start = x + fonts.width(label, text.BODY.font, text.BODY.size) + 6
            canvas.setStrokeColor(text.INK)
            canvas.setLineWidth(0.5)
            canvas.line(start, baseline - 3.5, x + each, baseline - 3.5)
            text.draw(canvas, text.fit(name, text.STRONG, x + each - start - 8), text.STRONG, start + 8, baseline)
            if self._dated:
                blank = Line("年\xa0\xa0\xa0\xa0\xa0\xa0\xa0月\xa0\xa0\xa0\xa0\xa0\xa0\xa0日", 0, False)
                text.draw_line(canvas, blank, text.SMALL.with_(align="right"), x, baseline - 18, each)
            x += each + 24


class Strip(Block):
    """A red-ruled strip across the page, e.g. 补打 with which copy, when and by whom."""

    def __init__(self, mark: str, words: str, *, before: float = 8) -> None:
        self._mark, self._words, self.before = mark, words, before
        self._style = Style(size=9, leading=13.5, color=text.RED)
        self._bold = Style(size=10.5, leading=13.5, color=text.RED, font=fonts.STRONG)

    def _inset(self) -> float:
        return 20 + fonts.width(self._mark, self._bold.font, self._bold.size)

    def _laid(self, width: float) -> list[Line]:
        return text.lines(self._words, self._style, width - self._inset() - 8)

    def height(self, width: float) -> float:
        return len(self._laid(width)) * self._style.leading + 7

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        high = self.height(width)
        canvas.setStrokeColor(text.RED)
        canvas.setLineWidth(0.6)
        canvas.rect(x, top - high, width, high, stroke=1, fill=0)
        text.draw(canvas, self._mark, self._bold, x + 8, top - 3.5 - drop(self._style))
        draw_lines(canvas, self._laid(width), self._style, x + self._inset(), top - 3.5, width - self._inset() - 8)


Placed = tuple[Block, float]


def paginate(blocks: Sequence[Block], width: float, first: float, later: float) -> list[list[Placed]]:
    """Share blocks out over pages: each placed with its distance from the top of the page's room."""
    waiting = deque(blocks)
    pages: list[list[Placed]] = [[]]
    used = 0.0
    while waiting:
        block = waiting.popleft()
        whole = first if len(pages) == 1 else later
        if isinstance(block, Break):
            if pages[-1]:
                pages.append([])
                used = 0.0
            continue
        gap = block.before if pages[-1] else 0.0
        room = whole - used - gap
        helps = not all(above.keep_next for above, _ in pages[-1])  # whether a new page would gain anything
        if helps and _chain(block, waiting, width) > room:
            waiting.appendleft(block)
            pages.append([])
            used = 0.0
            continue
        high = block.height(width)
        if high > room:
            pieces = block.split(width, room)
            if pieces is None and block.parts and (high > later or not helps):
                waiting.extendleft(reversed(block.parts))
                continue
            if pieces is not None:
                block, rest = pieces
                waiting.appendleft(rest)
                high = block.height(width)
            elif pages[-1]:
                waiting.appendleft(block)
                pages.append([])
                used = 0.0
                continue
        pages[-1].append((block, used + gap))
        used += gap + high
    return pages


def _chain(block: Block, waiting: deque[Block], width: float) -> float:
    """The room a block needs here together with what must not be parted from it."""
    if not block.keep_next:
        return block.least(width) if not block.parts else 0.0
    need = block.height(width)
    for follower in waiting:
        need += follower.before
        if not follower.keep_next:
            return need + follower.least(width)
        need += follower.height(width)
    return need
