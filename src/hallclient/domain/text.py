"""Text as people search it (检索用文字): one width, one case, no blanks, and its pairs of characters.

A search form is only compared, never shown. Two texts that look alike to a clerk (full-width digits, blanks, capital
letters) have the same search form, so "part of" on search forms is what a person means by "part of".
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_QUERY = 200
"""Characters of a query that count; the rest of a long paste cannot make it more exact."""

_DROPPED = {"Cc", "Cf", "Zs", "Zl", "Zp", "Cs"}
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_TORN = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－﹣", "-"))
_PLAIN = re.compile(r"[\x21-\x7e㐀-䶿一-龥]*\Z")
"""Text that only needs lower case: ASCII without blanks, and Han characters without compatibility forms."""


def search_form(text: str) -> str:
    """The form that is compared: compatibility forms made plain, lower case, without blanks and controls."""
    if _PLAIN.match(text):
        return text.lower()
    for _ in range(4):  # dropping and lowering can make new combinations; two rounds settle all but oddities
        before = text
        text = unicodedata.normalize("NFKC", _VARIANTS.sub("", text).translate(_DASHES).lower())
        text = "".join(c for c in text if c != "\ufffd" and unicodedata.category(c) not in _DROPPED)
        if text == before:
            break
    return text


def whole(text: str) -> str:
    """The text with U+FFFD for what is no character: half of an emoji, a byte of a file name in another encoding.

    Python holds such halves, but neither the store nor any file can.
    """
    return _TORN.sub("\ufffd", text)


def query_parts(text: str) -> tuple[str, ...]:
    """The parts of a typed query, split at blanks, each in its search form; repeats and empty parts left out."""
    spaced = "".join(c if c == " " or not c.isspace() else " " for c in text[:LONGEST_QUERY].replace("\u3000", " "))
    return tuple(dict.fromkeys(form for part in spaced.split(" ") if (form := search_form(part))))


def pairs(form: str) -> tuple[str, ...]:
    """Each two neighbouring characters of a search form, once (二元组)."""
    return tuple(dict.fromkeys(form[i : i + 2] for i in range(len(form) - 1)))


def one_line(text: str) -> str:
    """A name or address as it is kept: no controls, no doubled or outer blanks. Its characters stay as written."""
    if text.isprintable():
        return " ".join(text.split()) if " " in text else text
    if not _visible(text):
        return ""
    kept = (c if unicodedata.category(c) not in {"Cc", "Zl", "Zp"} else " " for c in text)
    return whole(" ".join("".join(kept).replace("\u3000", " ").split()))


def several_lines(text: str) -> str:
    """A text of several lines as it is kept: one kind of line end, no controls, no outer blanks; else as written.

    The centre's database takes no NUL, so a text that holds one could never leave this computer.
    """
    kept = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return whole(kept) if _visible(kept) else ""


def _visible(text: str) -> bool:
    """Whether anything of a text can be seen: joiners, direction marks and blanks alone are no text."""
    return any(unicodedata.category(char) not in _DROPPED - {"Cs"} for char in text)


def figures_only(text: str) -> str:
    """A number as it is kept: plain digits, letters and dashes; blanks, full-width forms and apostrophes gone."""
    if text.isascii() and text.isalnum():
        return text.upper()
    return search_form(text).lstrip("'‘’`").upper()


def is_han(char: str) -> bool:
    """Whether a character is a Han character of any plane."""
    return unicodedata.name(char, "").startswith("CJK ") and unicodedata.category(char) == "Lo"
