"""Line breaking by the Chinese rules, cleaning, and nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.reports import fonts, text
from hallclient.reports.text import Style

CHINESE = st.text(alphabet="营业厅的人一直低头看手机，。、；：？！（）《》“”…—12345.abc kWh%-", max_size=300)
STYLE = Style(size=10, leading=15)


def laid(words: str, width: float) -> list[str]:
    return [line.text for line in text.lines(words, STYLE, width)]


@given(CHINESE, st.integers(min_value=80, max_value=500))
def test_no_character_is_lost_and_no_line_too_wide(words: str, width: int) -> None:
    broken = laid(words, width)
    assert "".join(broken).replace(" ", "") == words.replace(" ", "")
    for line in broken:
        assert fonts.width(line, STYLE.font, STYLE.size) <= width + STYLE.size / 2 + 0.1


@given(
    st.lists(st.sampled_from(["营业厅", "他说", "“那你打", "95598", "”", "，", "。", "（第", "三", "）"]), max_size=60)
)
def test_punctuation_stands_where_it_may(parts: list[str]) -> None:
    broken = laid("文" + "".join(parts), 200)
    for line in broken[1:]:
        assert line[0] not in "，。”）" or len(set(line)) <= 2 or _run(broken, line) >= 15


def _run(broken: list[str], line: str) -> int:
    """How many punctuation marks in a row lead up to this line: only then may it start with one."""
    before = "".join(broken[: broken.index(line)]) + line[0]
    return len(before) - len(before.rstrip("，。”）“（"))


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        ("今天上午九点半在营业厅，问了两遍", 115, ["今天上午九点半在营业厅，", "问了两遍"]),
        ("今天上午九点半在营业（厅）", 105, ["今天上午九点半在营业", "（厅）"]),
        ("等了四十二分钟才到共 42 分钟", 105, ["等了四十二分钟才到共", "42 分钟"]),
        ("客户拨打热线95598咨询", 80, ["客户拨打热线", "95598咨询"]),
        ("澜东三号窗口-20260610.mp4", 80, ["澜东三号窗口-", "20260610.mp4"]),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 85, ["a" * 15, "a" * 15]),
        ("一\n\n二", 100, ["一", "", "二"]),
        ("", 100, [""]),
    ],
)
def test_known_breaks(words: str, width: float, expected: list[str]) -> None:
    assert laid(words, width) == expected


def test_indent_and_last_line() -> None:
    lines = text.lines("文" * 25, STYLE.with_(indent=20), 100)
    assert [(line.text, line.indent, line.full) for line in lines] == [
        ("文" * 8, 20, True),
        ("文" * 10, 0, True),
        ("文" * 7, 0, False),
    ]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("a\tb\x00\x07\x1b[0m", "a b[0m"),
        ("\u202e反\u202c\ufeff\u200b", "反"),
        ("👩\u200d🔧\ufe0f", "👩🔧"),
        ("\ud800", "\ufffd"),
        ("\u2003宽\u3000\xa0", " 宽\u3000\xa0"),
        ("䶮㛃𬭎😀שלום", "䶮㛃𬭎😀שלום"),
    ],
)
def test_clean(raw: str, shown: str) -> None:
    assert text.clean(raw) == shown


@given(st.text(max_size=200), st.integers(min_value=30, max_value=300))
def test_fit_is_one_line_that_fits(words: str, width: int) -> None:
    shown = text.fit(words, STYLE, width)
    assert "\n" not in shown
    assert fonts.width(shown, STYLE.font, STYLE.size) <= width
