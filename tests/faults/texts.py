"""What people paste: rare characters, emoji, markup, SQL, controls, and far too much of it."""

from __future__ import annotations

import io
import re

from hypothesis import strategies as st
from pypdf import PdfReader

RARE = "䶮㛃𬭎"
"""A character of extension A, another, and one beyond the basic plane: all three in people's names."""

FAMILY = "👨‍👩‍👧👍🏽🇨🇳"
"""Emoji of several code points, joined by zero-width joiners and modifiers."""

LONG = "长文" * 4_999 + "末尾"
"""Ten thousand characters."""

NASTY = {
    "rare": f"欧阳{RARE}",
    "beyond": "𠮷野家𪚥𫝆",
    "emoji": f"王{FAMILY}芳",
    "long": LONG,
    "sql": "'; DROP TABLE customers;--",
    "sql2": '" OR 1=1 UNION SELECT * FROM users --',
    "html": "<b>&amp;</b><script>alert(1)</script>",
    "lines": "第一行\n第二行\r\n第三行\t制表",
    "nul": "前\x00后",
    "controls": "甲\x07\x1b[31m乙\x7f\x85丙\u2028丁",
    "hebrew": "שלום עולם مرحبا",
    "override": "abc\u202egpj.exe\u202c",
    "wide": "Ａｂｃ１２３　（全角）",
    "blanks": "   前后有空格   ",
    "match": '%_"*^NEAR(a,b) AND OR NOT -x:y',
    "place": "{0} {name} %s %(a)d \\n ${HOME}",
    "combined": "e\u0301a\u0308\u0323葛\U000e0100",
    "half": "半\ud83d个",
    "bytes": "\udcb7\udce2\udcc2\udcbc.wav",
    "end": "\uffff\U0010ffff\ufeff",
    "invisible": "\u200b\u200d\ufeff",
}
"""By name. ``half`` is half of an emoji, ``bytes`` a file's name in GBK as Linux gives it: neither is a character."""

ANY = st.text(
    st.one_of(st.characters(), st.sampled_from("䶮㛃𬭎😀'\"%_*<&\x00\n\u202e０Ａ　 ")), max_size=60
)  # fmt: skip
"""Any text at all, leaning to what breaks things."""


def on_paper(pdf: bytes) -> str:
    """The text of a PDF as another program reads it, without white space, which follows the lines of the page."""
    return bare("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


def bare(text: str) -> str:
    """Text without white space."""
    return re.sub(r"\s", "", text)
