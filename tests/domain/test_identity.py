"""Numbers of persons and accounts: check digits, dates, shapes, and what spreadsheets do to them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallclient.domain import identity

TODAY = date(2026, 6, 10)
BIRTHDAYS = st.dates(date(1900, 1, 1), TODAY)


@st.composite
def id_numbers(draw: st.DrawFn) -> str:
    first = f"{draw(st.integers(110000, 659999))}{draw(BIRTHDAYS):%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return first + identity.id_check_digit(first)


def test_known_numbers_pass() -> None:
    assert identity.id_check_digit("11010519491231002") == "X"  # the example printed in GB 11643
    assert identity.id_card_fault("11010519491231002X", TODAY) == ""
    assert identity.credit_code_fault("91350100M000100Y43") == ""  # the example printed in GB 32100


@given(id_numbers(), st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_never_passes(number: str, place: int, shift: int) -> None:
    assert identity.id_card_fault(number, TODAY) == ""
    old = number[place]
    new = "0" if old == "X" else str((int(old) + shift) % 10)
    assert identity.id_card_fault(number[:place] + new + number[place + 1 :], TODAY) != ""


@given(id_numbers(), st.integers(0, 15))
def test_two_neighbours_swapped_never_pass(number: str, place: int) -> None:
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if swapped != number:
        assert identity.id_card_fault(swapped, TODAY) != ""


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("110105194912310", "customers.id_card_shape"),
        ("1101051949123100２X", "customers.id_card_shape"),
        ("110105194913310026", "customers.id_card_date"),
        ("110105194902300026", "customers.id_card_date"),
        ("110105202606110026", "customers.id_card_date"),
        ("110105194912310021", "customers.id_card_check"),
    ],
)
def test_id_numbers_with_a_fault(number: str, code: str) -> None:
    assert identity.id_card_fault(number, TODAY) == code


@pytest.mark.parametrize(
    "number", ["13800000000", "10000000061", "0513-88001234", "051388001234", "010-88001234-12", "88001234",
               "400-810-0000", "95598"],
)  # fmt: skip
def test_telephone_numbers_that_pass(number: str) -> None:
    assert identity.phone_fault(number) == ""


@pytest.mark.parametrize("number", ["1380000000", "138000000001", "0513-8800123X", "没有", "123", "-88001234"])
def test_telephone_numbers_that_do_not(number: str) -> None:
    assert identity.phone_fault(number) == "customers.phone_shape"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("+8613800000000", "13800000000"),
        ("86-138-0000-0000", "13800000000"),
        ("(0513)88001234", "0513-88001234"),
        ("0513-88001234转12", "0513-88001234-12"),
    ],
)
def test_telephone_numbers_as_kept(written: str, kept: str) -> None:
    assert identity.phone_as_kept(written) == kept


@given(st.integers(10**5, 10**15 - 1))
def test_a_number_that_a_spreadsheet_wrote_out_comes_back(number: int) -> None:
    text = str(number)
    assert identity.plain_number(f"{number}.0") == text
    whole = f"{text[0]}.{text[1:]}E+{len(text) - 1:02d}"
    assert identity.plain_number(whole) == text
    assert not identity.rounded(identity.plain_number(whole))


@pytest.mark.parametrize("text", ["9.9E+09", "9.90000E+21", "1E+15"])
def test_lost_digits_are_said_and_not_invented(text: str) -> None:
    assert identity.plain_number(text) == text
    assert identity.account_fault(text) == "customers.account_rounded"
    assert identity.meter_fault(text) == "customers.meter_rounded"
