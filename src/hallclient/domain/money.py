"""Money (金额): fen as figures with thousands, and as Chinese capitals (大写金额) that nobody can alter on a receipt.

The capitals follow the rule for bills and vouchers (支付结算办法附一): 圆 is written 元; 整 ends an amount without 分;
one 零 stands for any run of zeros inside the figures, also between 元 and 分 where there is no 角.
"""

from __future__ import annotations

MINUS = "\u2212"
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")
LARGEST = 10**18 - 1
"""The largest amount in fen that has a capital form here: just under one 万万亿 yuan."""


def figures(fen: int) -> str:
    """``1234567`` fen as ``12,345.67``; a negative amount gets a real minus sign (U+2212)."""
    sign = MINUS if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


def from_figures(text: str) -> int:
    """The fen of :func:`figures`' text, with or without commas, ``¥`` or spaces. Raises ValueError."""
    plain = text.strip().removeprefix("¥").removeprefix("￥").replace(",", "").replace("，", "").strip()
    sign = -1 if plain[:1] in ("-", MINUS) and plain else 1
    plain = plain[1:] if sign < 0 else plain
    whole, dot, part = plain.partition(".")
    if not (whole + part).isascii() or not whole.isdigit() or len(part) > 2 or (dot and not part.isdigit()):
        raise ValueError(text)
    return sign * (int(whole) * 100 + int((part + "00")[:2]))


def capitals(fen: int) -> str:
    """``10000305`` fen as ``壹拾万零叁元零伍分``; zero as ``零元整``; negative with 负 in front.

    Raises ValueError beyond :data:`LARGEST`.
    """
    if abs(fen) > LARGEST:
        raise ValueError(fen)
    if fen < 0:
        return "负" + capitals(-fen)
    yuan, jiao, cent = fen // 100, fen // 10 % 10, fen % 10
    words = _yuan(yuan) + "元" if yuan else ""
    if jiao:
        words += _DIGITS[jiao] + "角"
    elif cent and yuan:
        words += "零"
    if cent:
        return words + _DIGITS[cent] + "分"
    return (words or "零元") + "整"


def _yuan(yuan: int) -> str:
    groups = []
    while yuan:
        groups.append(yuan % 10_000)
        yuan //= 10_000
    words = ""
    gap = False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group == 0:
            gap = True
            continue
        if words and (gap or group < 1000):
            words += "零"
        words += _four(group) + _unit(place, groups)
        gap = False
    return words


def _unit(place: int, groups: list[int]) -> str:
    """The unit after a group of four; 万亿 loses its 亿 when the 亿 group itself follows with figures."""
    if place == 3 and groups[2]:
        return "万"
    return _GROUPS[place]


def _four(group: int) -> str:
    words = ""
    gap = False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit == 0:
            gap = bool(words)
            continue
        words += ("零" if gap else "") + _DIGITS[digit] + _UNITS[place]
        gap = False
    return words


def from_capitals(text: str) -> int:
    """The fen of a capital amount. Raises ValueError for text that is none."""
    body = text.removeprefix("负")
    sign = -1 if body != text else 1
    body = body.removesuffix("整")
    whole, mark, rest = body.partition("元")
    if not mark:
        whole, rest = "", body
    fen = _read(whole) * 100
    for unit, worth in (("角", 10), ("分", 1)):
        digit, found, after = rest.partition(unit)
        if found:
            fen += _read(digit) * worth
            rest = after
    if rest or not text:
        raise ValueError(text)
    return sign * fen


def _read(words: str) -> int:
    total = section = digit = 0
    for word in words:
        if word in _DIGITS:
            digit = _DIGITS.index(word)
        elif word in _UNITS:
            section += digit * 10 ** _UNITS.index(word)
            digit = 0
        elif word == "万":
            total += (section + digit) * 10_000
            section = digit = 0
        elif word == "亿":
            total = (total + section + digit) * 100_000_000
            section = digit = 0
        else:
            raise ValueError(words)
    return total + section + digit
