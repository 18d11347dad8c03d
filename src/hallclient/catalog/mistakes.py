"""What is wrong in a rule file: named by file, key and reason, in words a person can act on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hallclient.errors import Unavailable, words

_TYPES = {
    "int": ("整数", "a whole number"),
    "float": ("数", "a number"),
    "str": ("文字", "a text"),
    "bool": ("true或false", "true or false"),
    "date": ("日期", "a date"),
    "datetime": ("日期时间", "a date and time"),
    "time": ("时间", "a time"),
    "array": ("列表", "a list"),
    "object": ("一组名称和值", "a table"),
    "null": ("空", "nothing"),
}
_PATH = re.compile(r"(?P<message>.*?)(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_STEP = re.compile(r"\.(?P<name>[^.\[]+)|\[(?P<index>\d+)\]|\[\.\.\.\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One mistake in one item: ``path`` is the key inside the item, ``reason`` a code of the wording."""

    table: str
    item: str
    path: str
    reason: str
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The place as a person finds it: ``limits[complaint.reply].amount``."""
        place = f"{self.table}[{self.item}]" if self.item else self.table
        return f"{place}.{self.path}" if self.path else place


Found = Callable[[Mistake], str]


def broken(file: str, key: str, reason: str, **details: Any) -> Unavailable:
    """The error that stops the start: ``catalog.broken`` with file, key and reason in both languages."""
    return Unavailable(
        "catalog.broken",
        file=file,
        key=key,
        reason=words(reason, "zh", **details).what,
        reason_en=words(reason, "en", **details).what,
        cause=reason,
    )


def shape(expected: str) -> dict[str, str]:
    """Details of the reason ``catalog.reason.shape``."""
    zh, en = _TYPES[expected]
    return {"expected": zh, "expected_en": en}


def of_conversion(message: str, raw: object) -> tuple[str, str, dict[str, Any]]:
    """Path, reason and details of a msgspec message about ``raw``: lists are named by their items' codes."""
    match = _PATH.fullmatch(message)
    text = match["message"] if match else message
    path = _named_path((match["path"] if match else None) or "", raw)
    if found := re.fullmatch(r"Object missing required field `(.+)`", text):
        return path, "catalog.reason.missing", {"field": found[1]}
    if found := re.fullmatch(r"Object contains unknown field `(.+)`", text):
        return path, "catalog.reason.unknown_field", {"field": found[1]}
    if found := re.fullmatch(r"Expected `(.+)`, got `(.+)`", text):
        expected, got = (_TYPES.get(name.split(" | ")[0], (name, name)) for name in (found[1], found[2]))
        details = {"expected": expected[0], "expected_en": expected[1], "got": got[0], "got_en": got[1]}
        return path, "catalog.reason.type", details
    if found := re.fullmatch(r"Invalid enum value (.+)", text):
        return path, "catalog.reason.value", {"value": found[1].strip("'"), "allowed": ""}
    return path, "catalog.reason.invalid", {"detail": text}


def _named_path(path: str, raw: object) -> str:
    parts: list[str] = []
    for step in _STEP.finditer(path):
        if step["name"]:
            parts.append(("." if parts else "") + step["name"])
            raw = raw.get(step["name"]) if isinstance(raw, dict) else None
        elif step["index"]:
            raw = raw[int(step["index"])] if isinstance(raw, (list, tuple)) else None
            name = (raw.get("code") or raw.get("document")) if isinstance(raw, dict) else None
            parts.append(f"[{name or int(step['index']) + 1}]")
    return "".join(parts)
