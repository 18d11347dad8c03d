"""Reading rule files: TOML from several folders, later folders over earlier ones, merged item by item.

Items of a table are merged by their key (``code``; for limits with ``edition``; for days ``date``); lists inside
an item are merged the same way when their items have a ``code`` or name a ``document``, and replaced otherwise. An item
with ``remove = true`` takes the earlier one away; ``after = "code"`` places an inner item behind another one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hallclient.catalog.mistakes import broken, shape

Table = dict[str, Any]

KEYS: dict[str, tuple[str, ...]] = {
    "limits": ("code", "edition", "effective_from"),
    "targets": ("code", "edition"),
    "business": ("code", "edition"),
    "days": ("date",),
}
"""What names an item of a table; every other table goes by ``code``. The first part must be there."""

LISTS = frozenset(
    [
        "editions",
        "events",
        "pauses",
        "limits",
        "targets",
        "request_kinds",
        "channels",
        "option_lists",
        "categories",
        "severities",
        "criteria",
        "groups",
        "sections",
        "business",
        "documents",
        "queue_classes",
        "ticket_states",
        "window_states",
        "payment_ways",
        "unit_kinds",
        "hall_grades",
        "roles",
        "rights",
        "separations",
        "masking",
        "days",
        "stage_library",
        "field_sets",
        "document_sets",
    ]
)
TABLES = frozenset({"calendar", "reversal", "profile", "matrix"})


@dataclass(slots=True)
class Rules:
    """All tables merged, and which file said what."""

    lists: dict[str, dict[str, Table]] = field(default_factory=lambda: {name: {} for name in LISTS})
    tables: dict[str, Table] = field(default_factory=lambda: {name: {} for name in TABLES})
    sources: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def file_of(self, table: str, item: str, path: str = "") -> str:
        """The file that last wrote this key of this item, or wrote the item at all."""
        fields = self.sources.get((table, item), {})
        first = re.split(r"[.\[]", path, maxsplit=1)[0]
        return fields.get(first) or fields.get("") or ""


def read(folders: list[Path], profile: str) -> Rules:
    """The rules of all folders: of each its files, then its ``profiles/<profile>.toml``."""
    rules = Rules()
    found = False
    for number, folder in enumerate(folders):
        label = "" if number == 0 else f"{folder.parent.name}/{folder.name}/"
        named = folder / "profiles" / f"{profile}.toml"
        for path in _files(folder):
            _take(rules, label + path.relative_to(folder).as_posix(), path)
        if named.is_file():
            found = True
            _take(rules, label + f"profiles/{profile}.toml", named)
    if not found:
        raise broken(f"profiles/{profile}.toml", "profile", "catalog.reason.no_profile", name=profile)
    return rules


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(folder.glob("*.toml"))
        yield from sorted((folder / "business").glob("*.toml"))


def _take(rules: Rules, file: str, path: Path) -> None:
    for name, content in _parse(file, path).items():
        if name in LISTS:
            if not isinstance(content, list):
                raise broken(file, name, "catalog.reason.shape", **shape("array"))
            _take_list(rules, file, name, content)
        elif name in TABLES:
            if not isinstance(content, dict):
                raise broken(file, name, "catalog.reason.shape", **shape("object"))
            source = rules.sources.setdefault((name, ""), {})
            source.update(dict.fromkeys((*content, ""), file))
            rules.tables[name] = _over(rules.tables[name], content, file, name)
        else:
            raise broken(file, name, "catalog.reason.unknown_table")


def _parse(file: str, path: Path) -> Table:
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        lines = text.split("\n")
        line, column = place.groups() if place else (len(lines), len(lines[-1]) + 1)
        raise broken(file, f"line {line}", "catalog.reason.syntax", line=line, column=column) from error
    except UnicodeDecodeError as error:
        raise broken(file, "-", "catalog.reason.encoding") from error
    except OSError as error:
        raise broken(file, "-", "catalog.reason.unreadable") from error


def key_of(table: str, item: Table) -> str:
    """The name of an item in its table: ``complaint.reply@sgcc-2022``."""
    parts = (str(item[part]) for part in KEYS.get(table, ("code",)) if item.get(part) is not None)
    return "@".join(parts)


def _take_list(rules: Rules, file: str, table: str, items: list[Any]) -> None:
    held = rules.lists[table]
    first = KEYS.get(table, ("code",))[0]
    seen: set[str] = set()
    for number, item in enumerate(items, start=1):
        if not isinstance(item, dict):
            raise broken(file, f"{table}[{number}]", "catalog.reason.shape", **shape("object"))
        if not item.get(first):
            raise broken(file, f"{table}[{number}]", "catalog.reason.missing", field=first)
        key = key_of(table, item)
        if key in seen:
            raise broken(file, f"{table}[{key}]", "catalog.reason.duplicate", name=key)
        seen.add(key)
        if item.get("remove") is True:
            if held.pop(key, None) is None:
                raise broken(file, f"{table}[{key}]", "catalog.reason.removes_nothing", name=key)
            continue
        source = rules.sources.setdefault((table, key), {})
        source.update(dict.fromkeys((*item, ""), file))
        held[key] = _over(held.get(key, {}), item, file, f"{table}[{key}]")


def _over(base: Table, over: Table, file: str, place: str) -> Table:
    """``over`` laid over ``base``, which stays as it is."""
    result = dict(base)
    for name, value in over.items():
        below = result.get(name)
        if isinstance(value, dict) and isinstance(below, dict) and name != "when":
            result[name] = _over(below, value, file, f"{place}.{name}")
        elif isinstance(value, list) and _names(value):
            result[name] = merged(below if isinstance(below, list) else [], value, file, f"{place}.{name}")
        else:
            result[name] = value
    return result


def _names(items: list[Any]) -> str:
    """What names the items of an inner list, or an empty text when it is no list of named items."""
    for name in ("code", "document"):
        if items and all(isinstance(item, dict) and name in item for item in items):
            return name
    return ""


def merged(base: list[Any], over: list[Any], file: str, place: str) -> list[Any]:
    """An inner list laid over another one, item by item."""
    if not over:
        return base
    name = _names(over)
    if not name or (base and _names(base) != name):
        return list(over)
    result = {item[name]: item for item in base}
    seen: set[str] = set()
    for item in over:
        key = item[name]
        if key in seen:
            raise broken(file, f"{place}[{key}]", "catalog.reason.duplicate", name=key)
        seen.add(key)
        item = dict(item)
        after = item.pop("after", None)
        if item.pop("remove", False) is True:
            if result.pop(key, None) is None:
                raise broken(file, f"{place}[{key}]", "catalog.reason.removes_nothing", name=key)
            continue
        result[key] = _over(result.get(key, {}), item, file, f"{place}[{key}]")
        if after is not None:
            result = _placed(result, key, after, file, place)
    return list(result.values())


def _placed(items: dict[str, Any], key: str, after: str, file: str, place: str) -> dict[str, Any]:
    if after not in items or after == key:
        kind = {"kind": "条目", "kind_en": "item"}
        raise broken(file, f"{place}[{key}].after", "catalog.reason.unknown_code", name=after, **kind)
    moved = items.pop(key)
    result: dict[str, Any] = {}
    for name, item in items.items():
        result[name] = item
        if name == after:
            result[key] = moved
    return result
