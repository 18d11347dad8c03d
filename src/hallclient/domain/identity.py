"""Numbers that name a person or an account (证件, 电话, 户号): their shape and check digits.

Each check takes a number in the form of :func:`hallclient.domain.text.figures_only` and returns the code of what is
wrong, or an empty text. The codes have words in ``resources/wording/errors/customers.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

CERTIFICATES: dict[str, tuple[str, str]] = {
    "id_card": ("居民身份证", "Resident ID card"),
    "temporary_id": ("临时居民身份证", "Temporary ID card"),
    "household": ("户口簿", "Household register"),
    "military": ("军官证或士兵证", "Military ID"),
    "hmt_permit": ("港澳台居民证件", "Hong Kong, Macao or Taiwan permit"),
    "passport": ("护照", "Passport"),
    "residence": ("外国人永久居留身份证", "Permanent residence card"),
    "licence": ("营业执照（统一社会信用代码）", "Business licence (credit code)"),
    "organisation": ("组织机构代码证等单位证明", "Other proof of an organisation"),
}
"""Kinds of certificate with their Chinese and English names (domain.md 4.1)."""

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = tuple(pow(3, i, 31) for i in range(17))

_ACCOUNT = re.compile(r"[0-9]{6,20}\Z")
_METER = re.compile(r"[0-9A-Z-]{4,30}\Z")
_MOBILE = re.compile(r"1[0-9]{10}\Z")
_LANDLINE = re.compile(r"0[0-9]{2,3}-?[1-9][0-9]{6,7}(-[0-9]{1,6})?\Z")
_LOCAL = re.compile(r"[1-9][0-9]{6,7}(-[0-9]{1,6})?\Z")
_SERVICE = re.compile(r"[48]00-?[0-9]{3}-?[0-9]{4}\Z|[19][0-9]{4,5}\Z")
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+\Z")
_ROUNDED = re.compile(r"[+-]?([0-9])(?:\.([0-9]+))?E\+?([0-9]{1,3})\Z")


def id_check_digit(first: str) -> str:
    """The eighteenth place of a resident ID number from its first seventeen digits (GB 11643)."""
    return _ID_CHECKS[sum(int(d) * w for d, w in zip(first, _ID_WEIGHTS, strict=True)) % 11]


def id_card_fault(number: str, today: date) -> str:
    """What is wrong with an 18-place resident ID number: its shape, its birth date or its check digit."""
    if len(number) != 18 or not (number.isascii() and number[:17].isdigit()) or number[17] not in _ID_CHECKS:
        return "customers.id_card_shape"
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return "customers.id_card_date"
    if not date(1880, 1, 1) <= born <= today:
        return "customers.id_card_date"
    return "" if id_check_digit(number[:17]) == number[17] else "customers.id_card_check"


def credit_check_digit(first: str) -> str:
    """The eighteenth place of a unified social credit code from its first seventeen places (GB 32100)."""
    total = sum(_CREDIT.index(c) * w for c, w in zip(first, _CREDIT_WEIGHTS, strict=True))
    return _CREDIT[(31 - total % 31) % 31]


def credit_code_fault(number: str) -> str:
    """What is wrong with a unified social credit code (统一社会信用代码)."""
    if len(number) != 18 or any(c not in _CREDIT for c in number):
        return "customers.credit_code_shape"
    return "" if credit_check_digit(number[:17]) == number[17] else "customers.credit_code_check"


def certificate_fault(kind: str, number: str, today: date) -> str:
    """What is wrong with a certificate number of a kind; the kinds without a public rule need 4 to 30 places."""
    if kind not in CERTIFICATES:
        return "customers.certificate_kind"
    if kind in {"id_card", "temporary_id", "household"}:
        return id_card_fault(number, today)
    if kind == "licence":
        return credit_code_fault(number)
    return "" if 4 <= len(number) <= 30 and number.isprintable() else "customers.certificate_shape"


def account_fault(number: str) -> str:
    """What is wrong with an account number (户号): 6 to 20 digits."""
    if rounded(number):
        return "customers.account_rounded"
    return "" if _ACCOUNT.match(number) else "customers.account_shape"


def meter_fault(number: str) -> str:
    """What is wrong with a meter's asset number (表号)."""
    if rounded(number):
        return "customers.meter_rounded"
    return "" if _METER.match(number) else "customers.meter_shape"


def phone_fault(number: str) -> str:
    """What is wrong with a telephone number: mobile, landline with or without area code and extension, or service.

    A mobile number is any eleven digits that start with 1, so that the invented prefix 100 of demo data passes.
    """
    fits = (_MOBILE, _LANDLINE, _LOCAL, _SERVICE)
    return "" if any(shape.match(number) for shape in fits) else "customers.phone_shape"


def email_fault(address: str) -> str:
    """What is wrong with an e-mail address, as far as its shape tells."""
    return "" if len(address) <= 254 and _EMAIL.match(address) else "customers.email_shape"


def phone_digits(number: str) -> str:
    """The digits by which a number is found: without dashes, signs and the country code."""
    plain = number.isascii() and number.isdigit()
    digits = number if plain else "".join(c for c in number if c.isascii() and c.isdigit())
    for country in ("0086", "86"):
        if digits.startswith(country) and len(digits) - len(country) == 11 and digits[len(country)] == "1":
            return digits.removeprefix(country)
    return digits


def phone_as_kept(number: str) -> str:
    """A telephone number as the archive keeps it: ``13800000000``, ``0311-80000000``, ``0311-80000000-12``."""
    if _MOBILE.match(number):
        return number
    plain = number.replace("(", "").replace(")", "-").replace("+", "").replace("转", "-").replace("#", "-").strip("-")
    while "--" in plain:
        plain = plain.replace("--", "-")
    digits = phone_digits(plain)
    return digits if _MOBILE.match(digits) else plain


def plain_number(text: str) -> str:
    """A number that a spreadsheet turned into a decimal fraction, as it was typed.

    ``9900000001.0`` gives ``9900000001`` and ``9.900000001E+09`` too; ``9.9E+09`` stays, since its digits are lost.
    """
    whole, dot, zeros = text.partition(".")
    if dot and whole.isdigit() and zeros and not zeros.strip("0"):
        return whole
    found = _ROUNDED.match(text)
    if found and not text.startswith("-"):
        first, rest, power = found[1], found[2] or "", int(found[3])
        if len(rest) == power:
            return first + rest
    return text


def rounded(text: str) -> bool:
    """Whether a spreadsheet has replaced the digits by a power of ten, so that the number is lost."""
    return _ROUNDED.match(text) is not None


FAULTS: dict[str, Callable[[str], str]] = {
    "account": account_fault,
    "meter": meter_fault,
    "phone": phone_fault,
    "email": email_fault,
}
"""The check of a field by its name."""
