"""A person who signs in (人员维护): unit, roles with their meaning, rights given by name, password, lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallclient.domain.people import PASSWORD_LENGTH, Unit, User, UserDraft
from hallclient.errors import HallError, RuleBroken, Stale
from hallclient.gui.admin.roles_field import Ticks, conflicts, named_rights_of, roles_of
from hallclient.gui.admin.units_card import INDENT, in_tree_order
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.chip import StatusChip
from hallclient.gui.shared.controls.editors import Choice, LineBox, PasswordBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.layouts import Column, Scroll
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.messages import ask, show_problems
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace


def locked(user: User, now: datetime) -> bool:
    """Whether too many failures keep the person out now."""
    return user.locked_until is not None and user.locked_until > now


class UserForm(Card):
    """``saved`` carries the User, ``closed`` puts the form away, ``reload_asked`` reads the person again."""

    saved = Signal(object)
    closed = Signal()
    reload_asked = Signal(str)

    def __init__(self, work: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._work = work
        self._user: User | None = None
        self._busy = self._resetting = False
        catalog = work.services.parts.catalog
        self._english = work.settings.language.startswith("en")
        self.state = StatusChip("", "ok")
        self.add_action(self.state)
        self.staff_no, self.name, self.unit = LineBox(limit=20), LineBox(limit=60), Choice()
        self.password = PasswordBox()
        self.roles = Ticks(roles_of(catalog, self._english), self.tr("岗位"))
        self.named = Ticks(named_rights_of(catalog, self._english), self.tr("单独授权"))
        rule = self.tr("至少 %1 位，三类字符").replace("%1", str(PASSWORD_LENGTH))
        self.fields = {
            "staff_no": Field(self.tr("工号"), self.staff_no, help=self.tr("登录用，定了不能改")),
            "name": Field(self.tr("姓名"), self.name),
            "unit": Field(self.tr("所属单位"), self.unit),
            "password": Field(self.tr("初始密码"), self.password, help=rule),
            "roles": Field(self.tr("岗位"), self.roles),
            "named_rights": Field(self.tr("单独授权"), self.named, optional=True),
        }
        self.warning = Banner("", "soon")
        self.roles.changed.connect(self._warn)
        self.reset = Button(self.tr("重置密码"), icon="key")
        self.reset.clicked.connect(self._ask_reset)
        self.lock = Button(self.tr("停用"), icon="lock")
        self.lock.clicked.connect(self._turn_active)
        self._account = QWidget()
        row = QHBoxLayout(self._account)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        row.addWidget(self.reset, 1)
        row.addWidget(self.lock, 1)
        self.add(Text(self.tr("除注明“选填”外均为必填"), "meta"))
        self.add(self._account)
        parts = [self.fields[name] for name in ("staff_no", "name", "unit", "password", "roles", "named_rights")]
        inside = Column(*parts[:4], self.warning, *parts[4:], gap=10, stretch_end=True)
        self.add(Scroll(inside), 1)
        inside.setAutoFillBackground(False)
        self.save = Button(self.tr("保存人员"), icon="save", kind="primary", shortcut="Ctrl+Return")
        self.save.clicked.connect(self._save)
        self.cancel = Button(self.tr("取消"), shortcut="Esc")
        self.cancel.clicked.connect(self._leave)
        foot = QHBoxLayout()
        foot.setSpacing(look().px(8))
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        self.add(foot)

    def start(self, user: User | None, units: Sequence[Unit], unit: str = "") -> None:
        """Change a person, or add one (None)."""
        self._user, self._resetting = user, False
        tree = [(each.id, INDENT * depth + each.name) for each, depth in in_tree_order(units)]
        self.unit.set_options(tree)
        self.staff_no.set_value(user.staff_no if user else "")
        self.staff_no.setReadOnly(user is not None)
        self.name.set_value(user.name if user else "")
        self.unit.set_value(user.unit if user else unit)
        self.roles.set_value(user.roles if user else ())
        self.named.set_value(user.named_rights if user else ())
        self.password.set_value("")
        show_problems(self.fields, ())
        self._show()
        (self.name if user else self.staff_no).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        user, actor = self._user, self._work.actor
        self.set_title(self.tr("新增人员") if user is None else user.name)
        set_shown(self._account, user is not None)
        set_shown(self.state, user is not None)
        set_shown(self.fields["password"], user is None or self._resetting)
        self.fields["password"].label.setText(self.tr("新密码") if self._resetting else self.tr("初始密码"))
        self.save.setText(self.tr("重置密码并保存") if self._resetting else self.tr("保存人员"))
        may = None if actor.may("users.write") else self.tr("由系统管理员维护人员")
        self.save.set_reason(may)
        self.reset.set_reason(may or (self.tr("在下面填写新密码") if self._resetting else None))
        if user is not None:
            self._show_state(user, may)
        self._warn()

    def _show_state(self, user: User, may: str | None) -> None:
        now = self._work.clock()
        shut = locked(user, now)
        if not user.active:
            self.state.set_state(self.tr("已停用"), "neutral", icon="paused")
        elif shut and user.locked_until is not None:
            until = formats.clock(user.locked_until)
            self.state.set_state(self.tr("锁定到 %1").replace("%1", until), "late", icon="locked-state")
        elif user.must_change:
            self.state.set_state(self.tr("待改密码"), "soon")
        else:
            self.state.set_state(self.tr("在用"), "ok")
        self.lock.setText(self.tr("停用") if user.active and not shut else self.tr("启用并解锁"))
        self.lock.set_icon("lock" if user.active and not shut else "unlock")
        self.lock.set_kind("danger" if user.active and not shut else "plain")
        own = self.tr("不能停用正在使用的帐号") if user.id == self._work.actor.user_id else None
        self.lock.set_reason(may or own)

    def _warn(self) -> None:
        broken = conflicts(self._work.services.parts.catalog, self.roles.value(), self._english)
        self.warning.say(formats.listed(broken, apart=True), "soon")

    def dirty(self) -> bool:
        """Whether anything would be lost."""
        user, draft = self._user, self._draft()
        if user is None:
            return bool(draft.staff_no or draft.name or draft.roles or self.password.value())
        before = (user.name, user.unit, set(user.roles), set(user.named_rights))
        return before != (draft.name, draft.unit, set(draft.roles), set(draft.named_rights))

    def _draft(self) -> UserDraft:
        return UserDraft(
            staff_no=self.staff_no.value(), name=self.name.value(), roles=self.roles.value(),
            unit=self.unit.value() or "", named_rights=self.named.value(),
        )  # fmt: skip

    def _leave(self) -> None:
        title = self.tr("放弃刚才填写的内容？")
        if not self.dirty() or ask(self, title, yes=self.tr("放弃"), no=self.tr("继续填写"), danger=True):
            self.closed.emit()

    def _save(self) -> None:
        user, draft, work, password = self._user, self._draft(), self._work, self.password.value()
        people, resetting, changed = work.services.people, self._resetting, self.dirty()

        def write() -> User:
            if user is None:
                return people.add_user(work.actor, draft, password)
            if resetting:
                people.reset_password(work.actor, user.id, password)
            now = next(each for each in people.users(work.actor) if each.id == user.id)
            if not changed:
                return now
            return people.change_user(work.actor, user.id, draft, rev=now.rev if resetting else user.rev)

        self._run(write, self._saved)

    def _saved(self, user: User) -> None:
        said = self.tr("%1 已保存").replace("%1", user.name)
        if self._user is None or self._resetting:
            said = self.tr("%1 已保存，首次登录要改密码").replace("%1", user.name)
        self._work.messages.say(said)
        self.saved.emit(user)

    def _ask_reset(self) -> None:
        self._resetting = True
        self._show()
        self.password.set_value("")
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_active(self) -> None:
        user, work = self._user, self._work
        if user is None:
            return
        active = not user.active or locked(user, work.clock())
        if not active:
            title = self.tr("停用 %1 %2？").replace("%1", user.staff_no).replace("%2", user.name)
            text = self.tr("停用后不能登录，经办记录都保留。")
            if not ask(self, title, text, yes=self.tr("停用"), danger=True):
                return

        def done(changed: User) -> None:
            said = self.tr("%1 已启用并解锁") if active else self.tr("%1 已停用")
            work.messages.say(said.replace("%1", changed.name))
            self.saved.emit(changed)

        self._run(lambda: work.services.people.set_active(work.actor, user.id, active), done)

    def _run(self, write: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if self._busy:
            return
        self._busy = True

        def came(result: Any) -> None:
            self._busy = False
            done(result)

        self._work.background.run("store", write, came, self._refused, owner=self)

    def _refused(self, error: Exception) -> None:
        self._busy = False
        user = self._user
        if isinstance(error, RuleBroken) and error.problems:
            show_problems(self.fields, error.problems)
            first = next((field for field in self.fields.values() if field.problem()), None)
            if first is not None:
                first.go()
        elif isinstance(error, Stale) and user is not None:
            self._work.messages.tell(error, reload=lambda: self.reload_asked.emit(user.id))
        elif not isinstance(error, HallError) or not self._work.messages.tell(error):
            raise error
