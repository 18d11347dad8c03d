"""People and units (人员与组织): who works where, as what; for the system administrator, without business data."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hallclient.domain.people import Unit, User, descendants
from hallclient.gui.admin.unit_form import UnitForm
from hallclient.gui.admin.units_card import UnitsCard
from hallclient.gui.admin.user_form import UserForm, locked
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.banner import EmptyState
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card, PageHead
from hallclient.gui.shared.controls.chip import FilterChips
from hallclient.gui.shared.controls.editors import LineBox
from hallclient.gui.shared.controls.layouts import Columns, page_margins
from hallclient.gui.shared.controls.tables import RowList, RowLook
from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.records_model import RecordsModel
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

NOTHING, USER, UNIT = range(3)


class PeoplePage(QWidget):
    """Units at the left, their people in the middle, one person or unit at the right."""

    key = "admin"
    icon = "people"
    rights = frozenset({"users.read"})
    kinds = frozenset({"users", "units"})

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.title = self.tr("人员与组织")
        self._work = workplace
        self._units: tuple[Unit, ...] = ()
        self._users: tuple[User, ...] = ()
        self._show_after = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(*page_margins())
        column.setSpacing(look().px(12))
        self.head = PageHead(self.title, meta=self.tr("岗位决定能办什么；管理员看不到业务数据"))
        self.audit = Button(self.tr("审计日志"), icon="audit")
        self.audit.clicked.connect(lambda: workplace.go("audit", ""))
        may_audit = workplace.actor.may("audit.read") or workplace.actor.may("audit.verify")
        self.audit.set_reason(None if may_audit else self.tr("由审计管理员查看"))
        self.new = Button(self.tr("新增人员"), icon="assign", kind="primary", shortcut="Ctrl+N")
        self.new.clicked.connect(self.start_new)
        may_write = workplace.actor.may("users.write")
        self.new.set_reason(None if may_write else self.tr("由系统管理员维护人员"))
        self.head.add_action(self.audit)
        self.head.add_action(self.new)
        column.addWidget(self.head)
        self.units = UnitsCard(workplace)
        self.units.picked.connect(lambda _unit: self._filter())
        self.units.opened.connect(self._open_unit)
        self.units.new_asked.connect(lambda: self._open_unit(None))
        self.user_form, self.unit_form = UserForm(workplace), UnitForm(workplace)
        for form in (self.user_form, self.unit_form):
            form.closed.connect(self._close)
        self.user_form.saved.connect(lambda user: self._saved(user.id))
        self.user_form.reload_asked.connect(self._saved)
        self.unit_form.saved.connect(self._unit_saved)
        self.nothing = Card()
        self.nothing.add(
            EmptyState(self.tr("选一个人，或新增"), self.tr("在单位上按 Enter 修改单位"), icon="people"), 1
        )
        self.detail = QStackedWidget()
        for part in (self.nothing, self.user_form, self.unit_form):
            self.detail.addWidget(part)
        self._columns = Columns([(self.units, 330), (self._people_card(), 0), (self.detail, 400)], least_rest=360)
        self.detail.setMinimumHeight(look().px(320))
        column.addWidget(self._columns, 1)
        self._make_keys()

    def _people_card(self) -> Card:
        card = Card(self.tr("人员"))
        self._people = card
        self.box = LineBox(self.tr("姓名、工号"), icon="find", limit=40)
        self.box.setAccessibleName(self.tr("查找人员"))
        self.box.changed.connect(self._filter)
        card.add(self.box)
        self.states = FilterChips([("all", "")], name=self.tr("帐号状态"))
        self.states.picked.connect(lambda _key: self._filter())
        card.add(self.states)
        self.model: RecordsModel[User] = RecordsModel(self._work.background, None, row_look=self._row, parent=self)
        self.list = RowList(name=self.tr("人员"), lines=True)
        self.list.setModel(self.model)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _index: self.user_form.name.setFocus())
        self.list.clicked.connect(self._open_index)
        card.add_wide(self.list, 1)
        self.none = EmptyState(self.tr("这里没有人"), icon="people")
        card.add(self.none, 1)
        return card

    def _make_keys(self) -> None:
        keys = Shortcuts(self)
        keys.add("Ctrl+F", self.tr("查找人员"), lambda: self.box.setFocus(Qt.FocusReason.ShortcutFocusReason))
        keys.note("Ctrl+N", self.tr("新增人员"))
        keys.add("Ctrl+Shift+N", self.tr("在选中的单位下新增单位"), self._new_unit)
        keys.note("Enter", self.tr("在单位上：修改单位；在人员上：修改人员"))
        keys.note("Ctrl+Enter", self.tr("保存"))
        keys.note("Esc", self.tr("取消填写"))
        self._shortcuts = keys

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    @property
    def keys(self) -> Sequence[KeyHint]:
        """For F1."""
        return self._shortcuts.hints

    def activate(self) -> None:
        """Start with finding a person."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def open(self, reference: str) -> None:
        """A person's id."""
        self._show_after = reference
        self.refresh()

    def refresh(self) -> None:
        """Read everybody again."""
        work = self._work

        def read() -> tuple[tuple[Unit, ...], tuple[User, ...]]:
            return work.services.people.units(work.actor), work.services.people.users(work.actor)

        work.background.run("store", read, self._came, owner=self)

    def _came(self, found: tuple[tuple[Unit, ...], tuple[User, ...]]) -> None:
        self._units, self._users = found
        self.units.show_units(self._units)
        self._filter()
        wanted, self._show_after = self._show_after, ""
        user = next((each for each in self._users if each.id == wanted), None)
        if user is not None:
            self.list.setCurrentIndex(self.model.index_of(user.id))
            self._open_user(user)

    def _state(self, user: User) -> str:
        if not user.active:
            return "off"
        return "locked" if locked(user, self._work.clock()) else "on"

    def _filter(self) -> None:
        unit, text = self.units.current(), self.box.value().casefold()
        inside = None if unit is None else descendants({each.id: each.parent for each in self._units}, unit.id)
        found = [user for user in self._users if inside is None or user.unit in inside]
        found = [user for user in found if text in user.name.casefold() or text in user.staff_no.casefold()]
        counts = {key: sum(self._state(user) == key for user in found) for key in ("on", "locked", "off")}
        chosen = self.states.value() or "all"
        words = {"on": self.tr("在用 %1"), "locked": self.tr("锁定 %1"), "off": self.tr("停用 %1")}
        options = [("all", self.tr("全部 %1").replace("%1", str(len(found))))]
        options += [(key, words[key].replace("%1", str(count))) for key, count in counts.items()]
        self.states.set_options(options)
        shown = [user for user in found if chosen == "all" or self._state(user) == chosen]
        self.model.set_records(shown)
        self._people.set_title(self.tr("人员"), unit.name if unit is not None else self.tr("全部单位"))
        set_shown(self.list, bool(shown))
        set_shown(self.none, not shown)

    def _row(self, user: User) -> RowLook:
        catalog = self._work.services.parts.catalog
        english = self._work.settings.language.startswith("en")
        names = [catalog.role(code).en if english else catalog.role(code).zh for code in user.roles]
        unit = next((each.name for each in self._units if each.id == user.unit), "")
        state = self._state(user)
        words = {"on": "", "locked": self.tr("已锁定"), "off": self.tr("已停用")}
        tones = {"on": "", "locked": "late", "off": "soon"}
        note_icons = {"on": "", "locked": "locked-state", "off": "paused"}
        return RowLook(
            title=f"{user.name}  {user.staff_no}", note=formats.listed(names), right=unit,
            right_note=words[state], tone=tones[state], note_icon=note_icons[state],
        )  # fmt: skip

    # ---- one person or unit ---------------------------------------------------------------------------------------

    def _chosen(self, index: QModelIndex) -> None:
        if self.list.hasFocus():
            self._open_index(index, keep_focus=True)

    def _open_index(self, index: QModelIndex, *, keep_focus: bool = True) -> None:
        user = self.model.record(index)
        if user is not None and self._may_leave():
            self._open_user(user)
            if keep_focus:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_user(self, user: User) -> None:
        self.user_form.start(user, self._units)
        self._show_part(USER)

    def _open_unit(self, unit: Unit | None) -> None:
        if self._may_leave():
            self.unit_form.start(unit, self._units, self.units.current())
            self._show_part(UNIT)
            self.unit_form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_unit(self) -> None:
        if self.units.new.isEnabled():
            self._open_unit(None)

    def start_new(self) -> None:
        """A new person, in the unit chosen."""
        if self.new.isEnabled() and self._may_leave():
            unit = self.units.current()
            self.user_form.start(None, self._units, unit.id if unit is not None else "")
            self._show_part(USER)
            self.user_form.staff_no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_part(self, part: int) -> None:
        self.detail.setCurrentIndex(part)
        if self._columns.stacked():
            self._columns.ensureWidgetVisible(self.detail, 0, 0)

    def _may_leave(self) -> bool:
        if self.detail.currentIndex() == USER and self.user_form.dirty():
            self.user_form.cancel.click()
            return self.detail.currentIndex() != USER
        return True

    def _close(self) -> None:
        self.detail.setCurrentIndex(NOTHING)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, user_id: str) -> None:
        self._show_after = user_id
        self.detail.setCurrentIndex(NOTHING)
        self.refresh()

    def _unit_saved(self, unit: Unit) -> None:
        self._work.messages.say(self.tr("%1 已保存").replace("%1", unit.name))
        self.detail.setCurrentIndex(NOTHING)
        self.refresh()
