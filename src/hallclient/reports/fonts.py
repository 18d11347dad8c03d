"""The fonts of the papers: registered once, and honest about characters they lack.

Two faults of the PDF library are mended here without patching it. Its table from glyphs back to text is wrong beyond
U+FFFF, so rare characters (䶮 is fine, 𬭎 is not) would be extracted as something else. And a character without a glyph
would vanish or turn into an empty box: here it is drawn as a box with its code inside, and extracted as itself.
"""

from __future__ import annotations

import mmap
from array import array
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from hallclient import resources
from hallclient.errors import Unavailable

REGULAR = "SC"
MEDIUM = "SCMedium"
STRONG = "SCSemiBold"
_FILES = {
    REGULAR: "NotoSansSC_400Regular.ttf",
    MEDIUM: "NotoSansSC_500Medium.ttf",
    STRONG: "NotoSansSC_600SemiBold.ttf",
}
BOX_WIDTH = 1.3
"""Width of the box that stands for a missing glyph, in em."""


class Codes:
    """Numbers by character code in a tenth of a dictionary's memory: three fonts have 30,000 of them each."""

    def __init__(self, known: Mapping[int, int]) -> None:
        self._low = array("l", [-1]) * 0x10000
        self._high: dict[int, int] = {}
        for code, number in known.items():
            self[code] = number

    def __setitem__(self, code: int, number: int) -> None:
        if code < 0x10000:
            self._low[code] = number
        else:
            self._high[code] = number

    def get(self, code: int, otherwise: int | None = None) -> int | None:
        """The number of a code."""
        found = self._low[code] if code < 0x10000 else self._high.get(code, -1)
        return otherwise if found == -1 else found

    def __getitem__(self, code: int) -> int:
        found = self.get(code)
        if found is None:
            raise KeyError(code)
        return found

    def __contains__(self, code: int) -> bool:
        return self.get(code) is not None


class PaperFont(TTFont):  # type: ignore[misc]
    """A font that knows its own glyphs, covers missing ones with a blank, and maps every glyph back to its text."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        with Path(path).open("rb") as file:  # parsed: from here on its bytes are read from the file's own pages
            self.face._ttf_data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.face.charToGlyph = Codes(self.face.charToGlyph)
        self.face.charWidths = Codes(self.face.charWidths)
        self.face.glyphPos = array("L", self.face.glyphPos)
        self._covered: set[int] = set()
        self._widths: dict[str, float] = {}

    def has(self, char: str) -> bool:
        """Whether the font itself can draw this character."""
        code = ord(char)
        return code == 0xA0 or (code in self.face.charToGlyph and code not in self._covered)

    def cover(self, char: str) -> None:
        """Let a missing character be written as an invisible blank, so that the text can be extracted again."""
        code = ord(char)
        if not self.has(char) and code not in self._covered:
            self._covered.add(code)
            self.face.charToGlyph[code] = self.face.charToGlyph[0x20]
            self.face.charWidths[code] = int(BOX_WIDTH * 1000)

    def em(self, char: str) -> float:
        """The advance of one character in em."""
        known = self._widths.get(char)
        if known is None:
            own = self.has(char)
            known = self.face.getCharWidth(0x20 if char == "\xa0" else ord(char)) / 1000 if own else BOX_WIDTH
            self._widths[char] = known
        return known

    def addObjects(self, doc: Any) -> None:
        """Write the font into the document, with a table back to text that is right for every character."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        if hasattr(mmap, "MADV_DONTNEED"):  # the subset was made from the whole file: let go of its pages
            self.face._ttf_data.madvise(mmap.MADV_DONTNEED)
        tables = [thing for name, thing in doc.idToObject.items() if name.startswith("toUnicodeCMap:")]
        written = tables[len(tables) - len(subsets) :]
        for table, subset in zip(written, subsets, strict=True):
            for index, code in enumerate(subset):
                if code > 0xFFFF:
                    pair = chr(code).encode("utf-16-be").hex().upper()
                    table.content = table.content.replace(f"<{index:02X}> <{code:04X}>", f"<{index:02X}> <{pair}>", 1)


@cache
def font(name: str) -> PaperFont:
    """The registered font of a name. Raises Unavailable where its file is missing or broken."""
    try:
        made = PaperFont(name, str(resources.file("fonts", _FILES[name])))
    except Exception as error:
        raise Unavailable("papers.font_missing", file=_FILES[name]) from error
    pdfmetrics.registerFont(made)
    return made


def register() -> None:
    """Make every font of the papers known. Cheap after the first time."""
    for name in _FILES:
        font(name)


def width(text: str, name: str, size: float) -> float:
    """The width of one line of clean text in points."""
    em = font(name).em
    return sum(map(em, text)) * size
