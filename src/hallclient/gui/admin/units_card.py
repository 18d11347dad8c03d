"""The organisation tree (组织): units from province to hall, indented, with grade and scope."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from hallclient.catalog.lookups import Catalog
from hallclient.domain.people import UNIT_KINDS, Unit
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.workplace import Workplace

_ICONS = {"province": "unit", "city": "unit", "county": "unit", "station": "house", "hall": "hall"}
INDENT = "\u3000"


def in_tree_order(units: Sequence[Unit]) -> list[tuple[Unit, int]]:
    """Each unit under its parent, with its depth; units whose parent is unknown start a tree of their own."""
    known = {unit.id for unit in units}
    below: dict[str, list[Unit]] = {}
    for unit in units:
        parent = unit.parent if unit.parent in known else None
        below.setdefault(parent or "", []).append(unit)
    for children in below.values():
        children.sort(key=lambda unit: (UNIT_KINDS.index(unit.kind), unit.code))
    ordered: list[tuple[Unit, int]] = []
    left = [(unit, 0) for unit in reversed(below.get("", []))]
    while left:
        unit, depth = left.pop()
        ordered.append((unit, depth))
        left += [(child, depth + 1) for child in reversed(below.get(unit.id, []))]
    return ordered


class UnitsCard(Card):
    """``picked`` carries the Unit that became current, ``opened`` the one to change, ``new_asked`` wants a new one."""

    picked = Signal(object)
    opened = Signal(object)
    new_asked = Signal()

    def __init__(self, work: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("单位"), parent=parent)
        self._catalog: Catalog = work.services.parts.catalog
        self._english = work.settings.language.startswith("en")
        self._depth: dict[str, int] = {}
        self.model: RecordsModel[Unit] = RecordsModel(work.background, None, row_look=self._row, parent=self)
        self.list = RowList(name=self.tr("单位"), lines=True)
        self.list.setModel(self.model)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda index: self.opened.emit(self.model.record(index)))
        self.add_wide(self.list, 1)
        self.new = Button(self.tr("新增单位"), icon="add", kind="link")
        self.new.clicked.connect(self.new_asked)
        may = work.actor.may("users.write")
        self.new.set_reason(None if may else self.tr("由系统管理员维护单位"))
        self.add_action(self.new)

    def show_units(self, units: Sequence[Unit]) -> None:
        """The whole tree."""
        ordered = in_tree_order(units)
        self._depth = {unit.id: depth for unit, depth in ordered}
        self.model.set_records([unit for unit, _depth in ordered])

    def current(self) -> Unit | None:
        """The unit chosen."""
        return self.model.record(self.list.currentIndex())

    def _chosen(self, index: QModelIndex) -> None:
        self.picked.emit(self.model.record(index))

    def _row(self, unit: Unit) -> RowLook:
        indent = INDENT * self._depth.get(unit.id, 0)
        kind = self._catalog.unit_kind(unit.kind)
        parts = [kind.en if self._english else kind.zh]
        if unit.grade:
            parts.append(self.tr("%1 级").replace("%1", unit.grade))
        if unit.service_scope:
            parts.append(unit.service_scope)
        return RowLook(
            title=f"{indent}{unit.name}", note=f"{indent}{' · '.join(parts)}", right=unit.code,
            icon=_ICONS.get(unit.kind, "unit"),
        )  # fmt: skip
