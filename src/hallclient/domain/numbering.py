"""How numbers are written and read back (编号): ``SL-LD03-20260610-0147``.

Prefix (what), block (unit code and two-digit counter), Beijing day, sequence. Each counter has its own block, so
counters that are offline never give the same number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

ORDER = "SL"  # 受理单
REQUEST = "SQ"  # 诉求 (one numbering for every kind, S15)
PAYMENT = "SF"  # 收费
SETTLEMENT = "ZZ"  # 轧账
EVIDENCE = "ZJ"  # 证据
REVERSAL = "CZ"  # 冲正

_SHAPE = re.compile(r"([A-Z]{2})-([A-Z0-9]{3,12})-(\d{8})-(\d{4,12})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number taken apart."""

    prefix: str
    block: str
    day: date
    sequence: int


def block_of(unit_code: str, counter: int) -> str:
    """The block of a counter, e.g. ``LD03``. Raises ValueError outside 1 to 99."""
    if not 1 <= counter <= 99:
        raise ValueError(counter)
    return f"{unit_code.upper()}{counter:02d}"


def compose(prefix: str, block: str, day: date, sequence: int) -> str:
    """The number as printed."""
    return f"{prefix}-{block}-{day:%Y%m%d}-{sequence:04d}"


def parse(text: str) -> Number | None:
    """A number typed by a person (any case, spaces, full-width digits), or None."""
    plain = "".join(chr(ord(c) - 0xFEE0) if 0xFF01 <= ord(c) <= 0xFF5E else c for c in text)
    plain = "".join(plain.split()).upper()
    found = _SHAPE.fullmatch(plain)
    if not found:
        return None
    try:
        day = datetime.strptime(found[3], "%Y%m%d").date()  # noqa: DTZ007 - a date, not an instant
    except ValueError:
        return None
    return Number(prefix=found[1], block=found[2], day=day, sequence=int(found[4]))
