"""Chinese text on paper: cleaning, line breaking by the Chinese rules, and drawing without any markup.

Text is never parsed as markup, so nothing in it can be taken for an instruction. Lines break between Chinese characters
but never inside a number or a Latin word that fits on a line, never before closing punctuation and never after opening
punctuation; a full stop may hang half over the margin as its right half is empty.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from hallclient.reports import fonts

INK = "#1B2324"
SOFT = "#566364"
RED = "#B01116"
LINE = "#D5DCDC"

_NO_START = frozenset("，。、；：？！）》」』】〕〉”’…—·%‰℃,.;:?!)]}々ー～-_/")
_NO_END = frozenset("（《「『【〔〈“‘([{¥￥$№#")
_HANG = frozenset("，。、；：？！）》」』】〕〉”’")
_UNITS = frozenset("年月日时分秒点份个件元户号次页项笔天条台组张小工")
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(f"[{_RTL}](?:[{_RTL} ]*[{_RTL}])?")
_NEWLINES = dict.fromkeys(map(ord, "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
_VARIATION = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set. ``indent`` is of the first line in points; ``align`` is left, right or center."""

    size: float = 9.5
    leading: float = 14
    font: str = fonts.REGULAR
    color: str = INK
    align: str = "left"
    indent: float = 0.0
    justify: bool = False

    def with_(self, **changes: Any) -> Style:
        """The same style with some of it changed."""
        return replace(self, **changes)


BODY = Style()
PROSE = Style(size=10.5, leading=17, indent=21, justify=True)
SMALL = Style(size=8.5, leading=12.5, color=SOFT)
LABEL = Style(size=9, leading=14, color=SOFT)
STRONG = Style(font=fonts.MEDIUM)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of laid-out text. ``full`` means the paragraph goes on, so the line may be spread to the margin."""

    text: str
    indent: float
    full: bool


def clean(text: str) -> str:
    """Text as paper can show it: one kind of line end, no control or invisible characters, nothing else changed."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").translate(_NEWLINES).replace("\t", " ")
    return "".join(filter(None, map(_shown, text)))


@lru_cache(maxsize=20_000)
def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if char in {"\n", "\u3000", "\xa0"}:
        return char
    if category in ("Cc", "Cf") or any(ord(char) in part for part in _VARIATION):
        return ""
    if category == "Zs":
        return " "
    return "\ufffd" if category == "Cs" else char


def lines(text: str, style: Style, width: float) -> list[Line]:
    """Break a text into lines no wider than ``width``. An empty text is one empty line."""
    broken: list[Line] = []
    for paragraph in clean(text).split("\n"):
        broken.extend(_wrap(paragraph, style, width))
    return broken


def _wrap(text: str, style: Style, width: float) -> list[Line]:
    em = fonts.font(style.font).em
    made: list[Line] = []
    start = at = 0
    used, brk = style.indent, -1
    while at < len(text):
        char = text[at]
        step = em(char) * style.size
        if char != " " and at > start and used + (step / 2 if char in _HANG else step) > width + 0.01:
            end = brk if brk > start else at
            made.append(Line(text[start:end].rstrip(" "), style.indent if start == 0 else 0.0, True))
            start = end
            while start < len(text) and text[start] == " ":
                start += 1
            at, used, brk = start, 0.0, -1
            continue
        used += step
        at += 1
        if at < len(text) and _may_break(text, at):
            brk = at
    made.append(Line(text[start:].rstrip(" "), style.indent if start == 0 else 0.0, False))
    return made


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end before ``text[at]``."""
    left, right, before = text[at - 1], text[at], text[at - 2 : at - 1]
    if right == " " or "\xa0" in (left, right) or right in _NO_START or left in _NO_END:
        return False
    if left == " ":
        return not (before.isdigit() and right in _UNITS)
    if left in "-_" and before and not _wordlike(before):
        return True
    return not (_wordlike(left) and _wordlike(right))


def _wordlike(char: str) -> bool:
    return ord(char) < 0x2E80 and char not in "“”‘’…—·×"


def fit(text: str, style: Style, width: float) -> str:
    """One line of the text, cut with … where it is too wide."""
    text = " ".join(clean(text).split("\n"))
    if fonts.width(text, style.font, style.size) <= width:
        return text
    em = fonts.font(style.font).em
    used = em("…") * style.size
    for at, char in enumerate(text):
        used += em(char) * style.size
        if used > width:
            return text[:at] + "…"
    return text


def draw_line(canvas: Any, line: Line, style: Style, x: float, baseline: float, width: float) -> None:
    """Draw one laid-out line at the left edge ``x`` of a column of ``width``."""
    if not line.text:
        return
    wide = fonts.width(line.text, style.font, style.size)
    spread = 0.0
    if style.align != "left":
        visible = wide - (style.size / 2 if line.full and line.text[-1] in _HANG else 0)
        x += (width - visible) / (1 if style.align == "right" else 2)
    elif style.justify and line.full and len(line.text) > 1:
        slack = width - line.indent - wide
        spread = slack / (len(line.text) - 1) if 0 < slack < 2.5 * style.size else 0.0
    draw(canvas, line.text, style, x + line.indent, baseline, spread)


def draw(canvas: Any, text: str, style: Style, x: float, baseline: float, spread: float = 0.0) -> None:
    """Draw clean text with its left edge at ``x``; characters without a glyph become boxes with their code."""
    font = fonts.font(style.font)
    out = canvas.beginText(x, baseline)
    out.setFont(style.font, style.size)
    out.setFillColor(style.color)
    if spread:
        out.setCharSpace(spread)
    boxes: list[tuple[float, str]] = []
    part = ""
    for char in _visual(text):
        if font.has(char):
            part += char
        else:
            out.textOut(part)
            part = ""
            font.cover(char)
            boxes.append((x, char))
            out.setTextRenderMode(3)
            out.textOut(char)
            out.setTextRenderMode(0)
        x += font.em(char) * style.size + spread
    out.textOut(part)
    if spread:
        out.setCharSpace(0)
    canvas.drawText(out)
    for left, char in boxes:
        _draw_box(canvas, char, style, left, baseline)


def _visual(text: str) -> str:
    """The characters from left to right as they stand on the line: runs of Arabic or Hebrew go the other way."""
    return text if text.isascii() or not _RIGHT_TO_LEFT.search(text) else _RIGHT_TO_LEFT.sub(_reversed, text)


def _reversed(run: re.Match[str]) -> str:
    return run.group()[::-1]


# Hexadecimal digits on a grid of three by five, one number per row, the left pixel being 4.
_PIXELS = {
    "0": "75557", "1": "26227", "2": "71747", "3": "71717", "4": "55711", "5": "74717", "6": "74757", "7": "71122",
    "8": "75757", "9": "75717", "A": "25755", "B": "65656", "C": "34443", "D": "65556", "E": "74647", "F": "74644",
}  # fmt: skip


def _draw_box(canvas: Any, char: str, style: Style, left: float, baseline: float) -> None:
    code = f"{ord(char):04X}"
    rows = (code[: len(code) // 2], code[len(code) // 2 :])
    wide, high = (fonts.BOX_WIDTH - 0.12) * style.size, 1.0 * style.size
    bottom = baseline - 0.14 * style.size
    left += 0.06 * style.size
    canvas.saveState()
    canvas.setStrokeColor(style.color)
    canvas.setFillColor(style.color)
    canvas.setLineWidth(0.05 * style.size)
    canvas.rect(left, bottom, wide, high, stroke=1, fill=0)
    cell = 0.36 * style.size
    dot = cell / 4.2
    path = canvas.beginPath()
    for row, digits in enumerate(rows):
        x = left + (wide - len(digits) * cell + dot) / 2
        y = bottom + high * (0.94 - 0.47 * row)
        for digit in digits:
            for down, bits in enumerate(_PIXELS[digit]):
                for across in range(3):
                    if int(bits) & (4 >> across):
                        path.rect(x + across * dot, y - (down + 1) * dot * 0.98, dot, dot)
            x += cell
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
