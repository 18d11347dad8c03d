"""Hiding personal data (脱敏): the rules of ``masking.toml`` applied to the text itself, not to the widget."""

from __future__ import annotations

from hallclient.catalog.model import MaskRule

STAR = "*"
ALL_HIDDEN = "***"


def masked(rule: MaskRule, text: str) -> str:
    """The text as people without the right to see it get it. An empty text stays empty."""
    text = text.strip()
    if not text or rule.how == "shown":
        return text
    if rule.how == "hidden":
        return ALL_HIDDEN
    if rule.how == "address":
        return _address(rule, text)
    head = rule.head
    if rule.how == "surname":
        head = 2 if text[:2] in rule.compound_surnames and len(text) > 2 else 1
    elif rule.how == "landline":
        return _landline(rule, text)
    return _ends(text, head, rule.tail, rule.least_hidden)


def _ends(text: str, head: int, tail: int, least_hidden: int) -> str:
    hidden = len(text) - head - tail
    if hidden < max(1, least_hidden):
        return STAR * len(text)
    return text[:head] + STAR * hidden + text[len(text) - tail :]


def _landline(rule: MaskRule, text: str) -> str:
    head = 0
    if text.startswith(("01", "02")):
        head = 3
    elif text.startswith("0"):
        head = 4
    if head and text[head : head + 1] in ("-", "－", " ", ")"):
        head += 1
    return _ends(text, head, rule.tail, rule.least_hidden)


def _address(rule: MaskRule, text: str) -> str:
    ends = [text.find(mark) + len(mark) for mark in rule.buildings if mark in text]
    if ends:
        return text[: min(ends)] + ALL_HIDDEN
    for mark in rule.places:
        if mark in text:
            return text[: text.find(mark) + len(mark)] + ALL_HIDDEN
    return ALL_HIDDEN
