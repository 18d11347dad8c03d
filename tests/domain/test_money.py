"""Money in figures and in Chinese capitals."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.domain import money

KNOWN = [
    (0, "零元整"),
    (1, "壹分"),
    (10, "壹角整"),
    (15, "壹角伍分"),
    (100, "壹元整"),
    (105, "壹元零伍分"),
    (150, "壹元伍角整"),
    (155, "壹元伍角伍分"),
    (1000, "壹拾元整"),
    (1250, "壹拾贰元伍角整"),
    (10230, "壹佰零贰元叁角整"),
    (100000, "壹仟元整"),
    (100100, "壹仟零壹元整"),
    (101000, "壹仟零壹拾元整"),
    (140950, "壹仟肆佰零玖元伍角整"),
    (600714, "陆仟零柒元壹角肆分"),
    (168032, "壹仟陆佰捌拾元叁角贰分"),
    (1000000, "壹万元整"),
    (1000100, "壹万零壹元整"),
    (10700053, "壹拾万柒仟元伍角叁分"),
    (10000305, "壹拾万零叁元零伍分"),
    (1640902, "壹万陆仟肆佰零玖元零贰分"),
    (100001000, "壹佰万零壹拾元整"),
    (10000000000, "壹亿元整"),
    (10000000100, "壹亿零壹元整"),
    (10010000000, "壹亿零壹拾万元整"),
    (1000000000000, "壹佰亿元整"),
    (100000000000000, "壹万亿元整"),
    (100000000010000, "壹万亿零壹佰元整"),
    (123450000000000, "壹万贰仟叁佰肆拾伍亿元整"),
]


@pytest.mark.parametrize(("fen", "words"), KNOWN)
def test_capitals_known(fen: int, words: str) -> None:
    assert money.capitals(fen) == words
    assert money.from_capitals(words) == fen


def test_negative_and_too_large() -> None:
    assert money.capitals(-105) == "负壹元零伍分"
    assert money.figures(-105) == "\u22121.05"
    with pytest.raises(ValueError, match=str(money.LARGEST + 1)):
        money.capitals(money.LARGEST + 1)


@given(st.integers(min_value=-money.LARGEST, max_value=money.LARGEST) | st.integers(-200_000_000, 200_000_000))
def test_capitals_read_back(fen: int) -> None:
    words = money.capitals(fen)
    assert money.from_capitals(words) == fen
    assert "零零" not in words
    assert words.endswith(("整", "分"))
    assert not re.search(r"零[拾佰仟万亿角分整]|零元.", words) or fen == 0


@given(st.integers(min_value=-(10**17), max_value=10**17))
def test_figures_read_back(fen: int) -> None:
    assert money.from_figures(money.figures(fen)) == fen


@pytest.mark.parametrize(
    ("text", "fen"), [("12", 1200), ("¥ 1,234.5", 123450), ("0.05", 5), ("-3.20", -320), ("￥8.00", 800)]
)
def test_figures_keyed_by_hand(text: str, fen: int) -> None:
    assert money.from_figures(text) == fen


@pytest.mark.parametrize("text", ["", "-", "1.234", "一百", "1e3", ".", "5.", "１２", "--1", "1.x"])
def test_figures_refused(text: str) -> None:
    with pytest.raises(ValueError, match="." if text else "^$"):
        money.from_figures(text)


@pytest.mark.parametrize("text", ["", "壹百元", "元整x", "壹元伍角三分"])
def test_capitals_refused(text: str) -> None:
    with pytest.raises(ValueError, match="." if text else "^$"):
        money.from_capitals(text)
