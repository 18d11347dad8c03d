"""The fields of a business form (受理表单字段): what was typed, tidied and checked by field type.

Values stay text all the way: money ``1234.50``, dates ``2026-06-10``, booleans ``yes`` or ``no``, choices as codes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from hallclient.catalog.business import Field
from hallclient.domain import identity, money
from hallclient.domain.text import figures_only, one_line, several_lines
from hallclient.errors import Problem

MOST = {"long_text": 2000, "address": 300, "text": 200}
"""Longest text where the catalog names none; a paste beyond it is refused with a sentence, never cut."""

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
YES, NO = "yes", "no"

_BANK_ACCOUNT = re.compile(r"[0-9]{6,32}")
_OLD_LICENCE = re.compile(r"[0-9]{15}")
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,6})?")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})")
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_YES = {"yes", "true", "1", "是", "y"}
_NO = {"no", "false", "0", "否", "n"}


def half_width(text: str) -> str:
    """Full-width letters, digits and blanks as plain ones."""
    return text.translate(_WIDTH)


def tidy(field: Field, text: str) -> str:
    """The value as it is kept. A value that cannot be read stays as typed, for :func:`problem` to name."""
    if field.type == "long_text":
        return several_lines(text)
    if field.type in ("text", "address"):
        return one_line(text)
    plain = half_width(one_line(text)).strip()
    match field.type:
        case "money":
            fen = _fen(plain)
            return plain if fen is None else f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02d}"
        case "number":
            return plain.replace(",", "").replace(" ", "").replace("\u2212", "-")
        case "date":
            day = _day(plain)
            return plain if day is None else day.isoformat()
        case "boolean":
            word = plain.lower()
            return YES if word in _YES else NO if word in _NO else plain
        case "id_card":
            return figures_only(plain)
        case "phone":
            return identity.phone_as_kept(figures_only(plain))
        case "account":
            return identity.plain_number(figures_only(plain))
    return plain


def problem(field: Field, text: str, today: date) -> Problem | None:
    """What is wrong with one value, or None. An empty value is wrong only when the field is required.

    A required tick without a default is a declaration: only yes will do.
    """
    value = tidy(field, text)
    if not value or (field.type == "boolean" and field.required and field.default is None and value == NO):
        return _said(field, "business.field_missing") if field.required else None
    most = field.max_length or MOST.get(field.type, 60)
    if len(value) > most:
        return _said(field, "business.too_long", most=most, length=len(value))
    match field.type:
        case "money":
            return _money(field, value)
        case "number":
            return _number(field, value)
        case "date":
            day = _day(value)
            return None if day and EARLIEST <= day <= LATEST else _said(field, "business.date_impossible")
        case "choice":
            known = any(choice.code == value for choice in field.choices)
            return None if known else _said(field, "business.choice_unknown")
        case "boolean":
            return None if value in (YES, NO) else _said(field, "business.choice_unknown")
        case "id_card":
            code = identity.id_card_fault(value, today)
        case "phone":
            code = identity.phone_fault(value)
        case "account":
            code = identity.account_fault(value) if field.code == "account" else _bank_account(value)
        case "text" if field.code.endswith("licence"):
            code = "" if _OLD_LICENCE.fullmatch(value) else identity.credit_code_fault(value.upper())
        case _:
            code = ""
    return _said(field, code) if code else None


def fen_of(value: str) -> int:
    """The fen of a kept money value."""
    return money.from_figures(value)


def with_defaults(fields: tuple[Field, ...], values: Mapping[str, str]) -> dict[str, str]:
    """Values of the fields that have one, tidied; a field left alone gets the catalog's default."""
    found = {}
    for field in fields:
        text = values.get(field.code)
        if text is None:
            text = _default(field)
        value = tidy(field, text)
        if value:
            found[field.code] = value
    return found


def _default(field: Field) -> str:
    if field.default is None:
        return ""
    if isinstance(field.default, bool):
        return YES if field.default else NO
    if field.type == "money":
        return f"{int(field.default) // 100}.{int(field.default) % 100:02d}"
    return str(field.default)


def _bank_account(value: str) -> str:
    return "" if _BANK_ACCOUNT.fullmatch(value) else "business.account_bad"


def _money(field: Field, value: str) -> Problem | None:
    fen = _fen(value)
    if fen is None:
        return _said(field, "business.money_bad")
    if fen < 0:
        return _said(field, "business.money_negative")
    least, most = field.min or 0, field.max
    if fen < least:
        return _said(field, "business.number_too_small", least=money.figures(int(least)), unit="元")
    if most is not None and fen > most:
        return _said(field, "business.number_too_large", most=money.figures(int(most)), unit="元")
    return None


def _number(field: Field, value: str) -> Problem | None:
    if not _NUMBER.fullmatch(value):
        return _said(field, "business.number_bad")
    if len(value.partition(".")[2].rstrip("0")) > field.decimals:
        return _said(field, "business.too_many_decimals", decimals=field.decimals)
    number = float(value)
    if field.min is not None and number < field.min:
        return _said(field, "business.number_too_small", least=f"{field.min:g}", unit=field.unit)
    if field.max is not None and number > field.max:
        return _said(field, "business.number_too_large", most=f"{field.max:g}", unit=field.unit)
    return None


def _fen(text: str) -> int | None:
    try:
        return money.from_figures(text.removesuffix("元"))
    except ValueError:
        return None


def _day(text: str) -> date | None:
    found = _DATE.fullmatch(text.replace(" ", ""))
    if not found:
        return None
    parts = [int(part) for part in found.groups() if part]
    try:
        return date(*parts)
    except ValueError:
        return None


def _said(field: Field, code: str, **details: object) -> Problem:
    return Problem(field=field.code, code=code, details={"name": field.zh, "name_en": field.en, **details})
