"""Roles and named rights as ticks (角色与授权): each with what it means, and which do not go together."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hallclient.catalog.lookups import Catalog
from hallclient.gui.shared.controls.text import Text
from hallclient.gui.shared.theme import look


class Ticks(QWidget):
    """Ticks with a line under each. ``value()`` gives the codes that are on."""

    changed = Signal()

    def __init__(self, options: Iterable[tuple[str, str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes: dict[str, QCheckBox] = {}
        for code, word, meaning in options:
            box = QCheckBox(word)
            box.setAccessibleDescription(meaning)
            box.toggled.connect(lambda _on: self.changed.emit())
            self.boxes[code] = box
            column.addWidget(box)
            if meaning:
                said = Text(meaning, "meta", wrap=True)
                said.setContentsMargins(look().px(30), 0, 0, look().px(4))
                column.addWidget(said)
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    def value(self) -> tuple[str, ...]:
        """The codes that are on, in their order."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def set_value(self, codes: Iterable[str]) -> None:
        """Turn these on, the others off."""
        wanted = set(codes)
        for code, box in self.boxes.items():
            box.setChecked(code in wanted)


def roles_of(catalog: Catalog, english: bool) -> list[tuple[str, str, str]]:
    """Every role with its work."""
    return [(r.code, r.en if english else r.zh, r.work_en if english else r.work_zh) for r in catalog.roles()]


def named_rights_of(catalog: Catalog, english: bool) -> list[tuple[str, str, str]]:
    """The rights that are given to a person by name."""
    codes = {code for rights in catalog.matrix.values() for code, reach in rights.items() if reach == "named"}
    return [(r.code, r.en if english else r.zh, "") for r in catalog.rights() if r.code in codes]


def conflicts(catalog: Catalog, roles: Iterable[str], english: bool) -> list[str]:
    """The separations that one person with these roles would break."""
    held = set(roles)
    return [
        rule.en if english else rule.zh
        for rule in catalog.separations()
        if rule.kind == "roles" and held & set(rule.first) and held & set(rule.second)
    ]
