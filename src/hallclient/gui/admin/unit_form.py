"""A unit as the administrator keeps it (单位维护): level, parent, grade, service scope, address, hours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallclient.domain.people import UNIT_KINDS, Unit, UnitDraft
from hallclient.errors import HallError, RuleBroken
from hallclient.gui.admin.units_card import INDENT, in_tree_order
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.editors import Choice, LineBox, LongBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.layouts import Column, Scroll
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.messages import show_problems
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

GRADES = ("A", "B", "C")


class UnitForm(Card):
    """``saved`` carries the Unit, ``closed`` puts the form away."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, work: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._work = work
        self._unit: Unit | None = None
        self._units: Sequence[Unit] = ()
        catalog = work.services.parts.catalog
        english = work.settings.language.startswith("en")
        self.code, self.name = LineBox(limit=12), LineBox(limit=100)
        kinds = [(kind.code, kind.en if english else kind.zh) for kind in catalog.unit_kinds()]
        self.kind, self.parent_unit = Choice(kinds, "hall"), Choice(searchable=False)
        grades = [(g.code, g.en if english else g.zh) for g in catalog.hall_grades() if g.code in GRADES]
        self.grade = Choice(grades)
        self.scope, self.address = LongBox(rows=2, limit=300), LineBox(limit=200)
        self.phone, self.hours = LineBox(limit=40), LineBox("08:30-17:30", limit=60)
        self.fields = {
            "name": Field(self.tr("单位名称"), self.name),
            "code": Field(self.tr("单位代码"), self.code, help=self.tr("用在单号里，定了不能改")),
            "kind": Field(self.tr("层级"), self.kind),
            "parent": Field(self.tr("上级单位"), self.parent_unit, optional=True),
            "grade": Field(self.tr("营业厅等级"), self.grade),
            "service_scope": Field(self.tr("服务范围"), self.scope, optional=True),
            "address": Field(self.tr("地址"), self.address, optional=True),
            "phone": Field(self.tr("电话"), self.phone, optional=True),
            "hours": Field(self.tr("营业时间"), self.hours, optional=True),
        }
        self.kind.changed.connect(self._kind_changed)
        self.add(Text(self.tr("除注明“选填”外均为必填"), "meta"))
        inside = Column(*self.fields.values(), gap=10, stretch_end=True)
        self.add(Scroll(inside), 1)
        inside.setAutoFillBackground(False)
        self.save = Button(self.tr("保存单位"), icon="save", kind="primary", shortcut="Ctrl+Return")
        self.save.clicked.connect(self._save)
        self.cancel = Button(self.tr("取消"), shortcut="Esc")
        self.cancel.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.setSpacing(look().px(8))
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        self.add(foot)

    def start(self, unit: Unit | None, units: Sequence[Unit], parent: Unit | None = None) -> None:
        """Change a unit, or add one (None) under ``parent``."""
        self._unit, self._units = unit, units
        draft = UnitDraft(parent=parent.id if parent else None) if unit is None else unit
        if unit is None and parent is not None:
            below = UNIT_KINDS[min(UNIT_KINDS.index(parent.kind) + 1, len(UNIT_KINDS) - 1)]
            draft = UnitDraft(parent=parent.id, kind=below)
        tree = [(each.id, INDENT * depth + each.name) for each, depth in in_tree_order(units)]
        self.parent_unit.set_options([("", self.tr("没有上级")), *tree])
        self.set_title(self.tr("新增单位") if unit is None else unit.name)
        self.name.set_value(draft.name)
        self.code.set_value(draft.code)
        self.code.setReadOnly(unit is not None)
        self.kind.set_value(draft.kind)
        self.parent_unit.set_value(draft.parent or "")
        self.grade.set_value(draft.grade or None)
        self.scope.set_value(draft.service_scope)
        self.address.set_value(draft.address)
        self.phone.set_value(draft.phone)
        self.hours.set_value(draft.hours)
        self._kind_changed()
        may = self._work.actor.may("users.write")
        self.save.set_reason(None if may else self.tr("由系统管理员维护单位"))
        show_problems(self.fields, ())
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kind_changed(self) -> None:
        set_shown(self.fields["grade"], self.kind.value() == "hall")

    def _draft(self) -> UnitDraft:
        hall = self.kind.value() == "hall"
        return UnitDraft(
            code=self.code.value(), name=self.name.value(), kind=self.kind.value() or "",
            parent=self.parent_unit.value() or None, grade=(self.grade.value() or "") if hall else "",
            service_scope=self.scope.value(), phone=self.phone.value(), address=self.address.value(),
            hours=self.hours.value(),
        )  # fmt: skip

    def _save(self) -> None:
        draft, unit, work = self._draft(), self._unit, self._work
        people = work.services.people

        def write() -> Unit:
            if unit is None:
                return people.add_unit(work.actor, draft)
            return people.change_unit(work.actor, unit.id, draft)

        work.background.run("store", write, self.saved.emit, self._refused, owner=self)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, RuleBroken) and error.problems:
            show_problems(self.fields, error.problems)
            first = next((field for field in self.fields.values() if field.problem()), None)
            if first is not None:
                first.go()
        elif not isinstance(error, HallError) or not self._work.messages.tell(error):
            raise error
