"""Pinyin (拼音): initials and spelling of Chinese words, for finding by the first letters.

pypinyin is loaded on first use and without its table of 47,000 phrases: names are read character by character, and
the table would cost 44 MB of memory and a fifth of a second. The few words where a phrase matters are given here.
"""

from __future__ import annotations

import os
from functools import cache
from typing import Any

_PHRASES = {"银行": [["yín"], ["háng"]], "重庆": [["chóng"], ["qìng"]]}


@cache
def _pypinyin() -> Any:
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    import pypinyin

    pypinyin.load_phrases_dict(_PHRASES)
    return pypinyin


def initial(char: str) -> str:
    """The first letter of a character's reading, empty where it has none."""
    tool = _pypinyin()
    read = tool.lazy_pinyin(char, style=tool.Style.NORMAL, errors="ignore")
    return str(read[0][0]).lower() if read and read[0] else ""


def initials(text: str) -> str:
    """The first letters of a text; what is not Chinese stays: ``低压居民新装`` is ``dyjmxz``."""
    tool = _pypinyin()
    return "".join(tool.lazy_pinyin(text, style=tool.Style.FIRST_LETTER))


def spelled(text: str) -> str:
    """The whole reading without tones: ``过户`` is ``guohu``."""
    return "".join(_pypinyin().lazy_pinyin(text))
