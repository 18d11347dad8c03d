"""Pinyin: initials and spelling, with the few words where a phrase matters."""

from __future__ import annotations

import pytest

from hallclient import pinyin


@pytest.mark.parametrize(
    ("text", "letters", "whole"),
    [
        ("低压居民新装", "dyjmxz", "diyajuminxinzhuang"),
        ("过户", "gh", "guohu"),
        ("银行代扣", "yhdk", "yinhangdaikou"),
        ("POS刷卡", "POSsk", "POSshuaka"),
    ],
)
def test_a_word_is_found_by_its_letters(text: str, letters: str, whole: str) -> None:
    assert (pinyin.initials(text), pinyin.spelled(text)) == (letters, whole)


@pytest.mark.parametrize(("char", "letter"), [("王", "w"), ("欧", "o"), ("𬭎", "h"), ("😀", ""), ("A", "")])
def test_a_character_has_one_letter_or_none(char: str, letter: str) -> None:
    assert pinyin.initial(char) == letter
