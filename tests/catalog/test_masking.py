"""Personal data as people without the right to see it get it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.catalog.lookups import Catalog

EXAMPLES = [
    ("name", "王小明", "王**"),
    ("name", "王明", "王*"),
    ("name", "欧阳小明", "欧阳**"),
    ("name", "欧阳", "欧*"),
    ("name", "王", "*"),
    ("name", "䶮㛃𬭎", "䶮**"),
    ("name", "阿卜杜拉·买买提", "阿*******"),
    ("id_card", "110101199001010011", "110***********0011"),
    ("id_card", "11010119900101001X", "110***********001X"),
    ("id_card_public", "110101199001010011", "1****************1"),
    ("id_card", "1234567", "*******"),
    ("mobile", "10012340001", "100****0001"),
    ("mobile", "12345", "*****"),
    ("landline", "0513-88001234", "0513-******34"),
    ("landline", "010-66001234", "010-******34"),
    ("landline", "01066001234", "010******34"),
    ("landline", "88001234", "******34"),
    ("phone", "10012340001", "100****0001"),
    ("phone", "13800001111", "138****1111"),
    ("phone", "0513-88001234", "0513-******34"),
    ("phone", "88001234", "******34"),
    ("address", "海州市新城区人民路88号幸福家园3号楼2单元501室", "海州市新城区人民路88号幸福家园3号楼***"),
    ("address", "海州市科技园B座1203", "海州市科技园B座***"),
    ("address", "海州市新城区人民路88号501室", "海州市新城区人民路***"),
    ("address", "海州县幸福村3组15号", "海州县幸福村***"),
    ("address", "3号楼", "3号楼***"),
    ("address", "501室", "***"),
    ("account", "3201234567890", "*********7890"),
    ("account", "7890", "****"),
    ("bank_card", "6222020012345678901", "***************8901"),
    ("reporter", "王小明", "***"),
    ("staff", "李红", "***"),
    ("organisation", "海州市幸福食品有限公司", "海州市幸福食品有限公司"),
    ("name", "", ""),
    ("reporter", "  ", ""),
]


@pytest.mark.parametrize(("kind", "text", "shown"), EXAMPLES)
def test_examples(sgcc: Catalog, kind: str, text: str, shown: str) -> None:
    assert sgcc.mask(kind, text) == shown


ENDS = ["id_card", "id_card_public", "id_other", "mobile", "account", "meter", "bank_card", "email"]


@given(kind=st.sampled_from(ENDS), text=st.text(min_size=1, max_size=40))
def test_never_more_than_head_and_tail(sgcc: Catalog, kind: str, text: str) -> None:
    rule = sgcc.mask_rule(kind)
    text = text.strip().replace("*", "x")
    shown = sgcc.mask(kind, text)
    assert len(shown) == len(text)
    hidden = [place for place, char in enumerate(shown) if char == "*"]
    assert len(hidden) == len(text) or len(hidden) == len(text) - rule.head - rule.tail
    assert len(hidden) >= min(len(text), rule.least_hidden)
    assert all(shown[place] == text[place] for place in range(len(text)) if place not in hidden)
    if len(hidden) < len(text):
        assert hidden == list(range(rule.head, len(text) - rule.tail))


@given(text=st.text(alphabet="王李欧阳司马小明红龘䶮 ", max_size=12))
def test_a_name_shows_its_surname_at_most(sgcc: Catalog, text: str) -> None:
    text = text.strip()
    shown = sgcc.mask("name", text)
    visible = shown.rstrip("*")
    assert len(shown) == len(text) and len(visible) <= 2 and text.startswith(visible)
    if text:
        assert shown.endswith("*")


@given(text=st.text(alphabet="海州市新区人民路街村组号楼栋幢座单元室0123456789", max_size=40))
def test_an_address_shows_nothing_behind_the_building(sgcc: Catalog, text: str) -> None:
    shown = sgcc.mask("address", text)
    if not text:
        assert shown == ""
        return
    rule = sgcc.mask_rule("address")
    assert shown.endswith("***")
    visible = shown.removesuffix("***")
    assert text.startswith(visible)
    assert visible == "" or visible.endswith((*rule.buildings, *rule.places))
    assert all(visible.find(mark) in (-1, len(visible) - len(mark)) for mark in rule.buildings)


@given(text=st.text(alphabet="0123456789- ", max_size=20))
def test_a_phone_shows_seven_characters_at_most(sgcc: Catalog, text: str) -> None:
    shown = sgcc.mask("phone", text)
    assert sum(char.isdigit() for char in shown) <= 7
    digits = sum(char.isdigit() for char in text)
    assert digits < 4 or shown.count("*") >= 4


@given(kind=st.sampled_from(["reporter", "staff"]), text=st.text(min_size=1, max_size=60))
def test_hidden_is_hidden(sgcc: Catalog, kind: str, text: str) -> None:
    assert sgcc.mask(kind, text) in ("", "***")
