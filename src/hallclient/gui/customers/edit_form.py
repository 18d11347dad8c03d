"""Changing the archive in place (修改档案): what was typed goes in with its reason, problems beside the fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.customers import FIELDS, CustomerCard, CustomerDraft
from hallclient.domain.instants import day_of
from hallclient.errors import HallError, NotFound, Problem, RuleBroken, Stale
from hallclient.gui.customers import editors
from hallclient.gui.customers.field_words import FieldWords
from hallclient.gui.shared.background import Debounce
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card, PageHead
from hallclient.gui.shared.controls.editors import LineBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.layouts import Column, Scroll
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.messages import ask, sentence, show_problems
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

NEEDED = frozenset({"account", "name", "segment", "customer_class", "state", "reason"})
WIDE = frozenset({"contacts", "address"})


class EditForm(QWidget):
    """Edits a card, or gathers a new customer. ``saved`` carries the card or the new customer's id."""

    saved = Signal(object)
    closed = Signal()
    unmask_asked = Signal()

    def __init__(self, work: Workplace, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._words = work, words
        self._card: CustomerCard | None = None
        self._shown: dict[str, Any] = {}
        self._clear: dict[str, Any] = {}
        self._busy = self._tried = self._filling = False
        self._asked = 0
        self.fields: dict[str, Field] = {}
        self.editors: dict[str, editors.Editor] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(10))
        column.addWidget(self._head())
        self.moved = Banner("", "soon", action=self.tr("重新读取，保留我填的"))
        self.moved.acted.connect(self.reload)
        self.hidden = Banner("", "info", icon="hide", action=self.tr("查看明文（Ctrl+U）"))
        self.hidden.acted.connect(self.unmask_asked)
        column.addWidget(self.moved)
        column.addWidget(self.hidden)
        self.reason = LineBox(self.tr("例如：客户出示户口簿要求更正"), limit=200)
        self.source = LineBox(self.tr("不填为本柜台"), limit=100)
        self._why = self._why_card()
        column.addWidget(self._why)
        self._scroll = Scroll(Column(*self._cards(), stretch_end=True))
        column.addWidget(self._scroll, 1)
        self._check_soon = Debounce(self._check, 250, self)

    def _head(self) -> PageHead:
        self.head = PageHead("", meta=" ")
        self.wrong = Button(self.tr("去改"), icon="late", kind="link")
        self.wrong.set_ink("late")
        self.wrong.clicked.connect(self._go_to_problem)
        self.cancel = Button(self.tr("取消"), shortcut="Esc")
        self.cancel.clicked.connect(self.leave)
        self.save = Button(self.tr("保存"), icon="save", kind="primary", shortcut="Ctrl+Return")
        self.save.clicked.connect(self._save)
        for button in (self.wrong, self.cancel, self.save):
            self.head.add_action(button)
        return self.head

    def _why_card(self) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(look().px(16))
        self.fields["reason"] = Field(self.tr("变更原因"), self.reason)
        self._source_field = Field(self.tr("资料来源"), self.source, optional=True)
        row.addWidget(self.fields["reason"], 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._source_field, 2, Qt.AlignmentFlag.AlignTop)
        card.add(row)
        self.reason.changed.connect(self._typed)
        return card

    def _cards(self) -> list[QWidget]:
        cards: list[QWidget] = []
        today = day_of(self._work.clock())
        for number, (title, names) in enumerate(self._words.groups):
            card = Card(title)
            if not number:
                card.add_action(Text(self.tr("除注明“选填”外均为必填"), "meta"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(look().px(16))
            grid.setVerticalSpacing(look().px(10))
            row = place = 0
            for name in names:
                editor = editors.make(name, self._words, today)
                field = Field(self._words.label(name), editor, optional=name not in NEEDED)
                editors.listen(editor, self._typed)
                self.editors[name], self.fields[name] = editor, field
                span = 2 if name in WIDE else 1
                if place + span > 2:
                    row, place = row + 1, 0
                grid.addWidget(field, row, place, 1, span, Qt.AlignmentFlag.AlignTop)
                place += span
                if place >= 2:
                    row, place = row + 1, 0
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)
            card.add(grid)
            cards.append(card)
        return cards

    # ---- filling -------------------------------------------------------------------------------------------------

    def start(self, card: CustomerCard | None, clear: dict[str, Any] | None = None) -> None:
        """Edit this card, or a new customer (None)."""
        self._card, self._clear = card, dict(clear or {})
        self._tried = self._busy = False
        self.moved.say("")
        self.reason.set_value("")
        self.source.set_value("")
        self.fields["reason"].set_optional(False)
        set_shown(self.fields["reason"], card is not None)
        self._fill(dict.fromkeys(FIELDS))
        if card is None:
            self.head.set_title(self.tr("新建档案"), self.tr("保存后马上可以受理业务"))
        else:
            self.head.set_title(
                self.tr("修改档案"), self.tr("%1，修改前后的内容、原因都会留存").replace("%1", card.customer.name)
            )
        self.save.setText(self.tr("保存") if card is not None else self.tr("建档"))
        self._show_problems(())
        self._scroll.verticalScrollBar().setValue(0)
        (self.reason if card is not None else self.editors["name"]).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def edits(self) -> bool:
        """Whether a record that exists is being changed."""
        return self._card is not None

    def set_clear(self, clear: dict[str, Any]) -> None:
        """Clear values came or went; what was typed stays."""
        if self._card is None:
            return
        mine = self.changes()[0]
        self._clear = dict(clear)
        self._fill({name: None for name in FIELDS if name not in mine})

    def reload(self) -> None:
        """Read the record again after somebody else's edit; what was typed stays."""
        card, work = self._card, self._work
        if card is None:
            return
        customer_id = card.customer.id
        mine = self.changes()[0]

        def came(fresh: CustomerCard) -> None:
            self._card = fresh
            self._clear = {}
            self._fill({name: None for name in FIELDS if name not in mine})
            for name in mine:
                now = self._words.value(name, getattr(fresh.customer, name))
                if now != self._words.value(name, getattr(card.customer, name)):
                    self.fields[name].set_help(
                        self.tr("同事改为 %1").replace("%1", now or "—"), icon="soon", tone="soon"
                    )
            self.moved.say(self.tr("已读到最新内容，您填的都还在。核对后再保存。"), "ok")
            self._check_soon.poke()

        work.background.run("store", lambda: work.services.customers.card(work.actor, customer_id), came, owner=self)

    def _fill(self, names: Iterable[str]) -> None:
        draft = CustomerDraft() if self._card is None else self._card.customer.draft()
        hidden = self._still_hidden()
        self._filling = True
        for name, editor in self.editors.items():
            if name not in names:
                continue
            self.fields[name].set_help("")
            value = self._clear.get(name, getattr(draft, name))
            if name in hidden:
                value = () if name == "contacts" else ""
                self._say_hidden(name, editor, self._words.value(name, getattr(draft, name)))
            elif isinstance(editor, LineBox):
                editor.setPlaceholderText("")
            editors.show(name, editor, value)
            if name == "contacts":
                editor.setEnabled(name not in hidden)
            self._shown[name] = editors.read(name, editor)[0]
        self._filling = False
        count = len(hidden & set(self.editors))
        text = self.tr("%1 项个人信息已隐藏：不动就保持原样，要改就整项重填").replace("%1", str(count)) if count else ""
        may = self._work.actor.may("customers.unmask")
        self.hidden.say(text, "info", icon="hide", action=self.tr("查看明文（Ctrl+U）") if may else "")

    def _say_hidden(self, name: str, editor: editors.Editor, masked: str) -> None:
        if isinstance(editor, LineBox):
            editor.setPlaceholderText(masked)
            self.fields[name].set_help(self.tr("已隐藏，不填不改"))
        else:
            self.fields[name].set_help(self.tr("已隐藏，查看明文后可改"))

    def _still_hidden(self) -> frozenset[str]:
        return frozenset() if self._card is None else self._card.hidden - set(self._clear)

    # ---- what was typed -------------------------------------------------------------------------------------------

    def changes(self) -> tuple[dict[str, Any], tuple[Problem, ...]]:
        """What differs from what was shown, and what cannot be read."""
        changed: dict[str, Any] = {}
        problems = []
        for name, editor in self.editors.items():
            value, problem = editors.read(name, editor)
            if problem is not None:
                problems.append(problem)
            if problem is not None or value != self._shown.get(name):
                changed[name] = value
        for problem in problems:
            changed.pop(problem.field, None)
        return changed, tuple(problems)

    def dirty(self) -> bool:
        """Whether anything would be lost."""
        changed, problems = self.changes()
        return bool(changed or problems or (self._card is not None and self.reason.value()))

    def _draft(self) -> CustomerDraft:
        values = {name: editors.read(name, editor)[0] for name, editor in self.editors.items()}
        return replace(CustomerDraft(), **values)

    def _typed(self) -> None:
        if not self._filling:
            self._check_soon.poke()

    def _check(self) -> None:
        """Problems while typing: only of fields that were touched, unless saving was tried."""
        card, work = self._card, self._work
        changed, unread = self.changes()
        self._asked += 1
        asked = self._asked
        customer_id = card.customer.id if card is not None else None

        def came(found: tuple[Problem, ...]) -> None:
            if asked == self._asked and not self._busy:
                shown = [p for p in found if self._tried or p.field in changed]
                self._show_problems((*unread, *shown, *self._reason_problems()))

        work.background.run(
            "store", lambda: work.services.customers.problems(work.actor, customer_id, changed), came,
            lambda error: None if isinstance(error, NotFound) else self._refused(error), owner=self,
        )  # fmt: skip

    def _reason_problems(self) -> tuple[Problem, ...]:
        if self._card is None or self.reason.value() or not self._tried:
            return ()
        return (Problem(field="reason", code="customers.reason_missing"),)

    # ---- saving ---------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Put the form away; ask first when something was typed."""
        if self.dirty():
            title = self.tr("放弃刚才填写的内容？")
            if not ask(self, title, self.tr("还没有保存。"), yes=self.tr("放弃"), no=self.tr("继续填写"), danger=True):
                return
        self.closed.emit()

    def _save(self) -> None:
        if self._busy:
            return
        self._tried = True
        changed, unread = self.changes()
        if unread:
            self._show_problems((*unread, *self._reason_problems()))
            self._go_to_problem()
            self._check()
            return
        card, work = self._card, self._work
        if card is not None and not changed:
            work.messages.say(self.tr("没有改动，不用保存"), "info")
            return
        service, actor, source, reason = work.services.customers, work.actor, self.source.value(), self.reason.value()
        self._busy = True
        self.save.set_reason(self.tr("正在保存"))
        if card is None:
            draft = self._draft()
            work.background.run(
                "store", lambda: service.create(actor, draft, source), self._done, self._refused, owner=self
            )  # fmt: skip
        else:
            customer = card.customer
            work.background.run(
                "store", lambda: service.edit(actor, customer.id, customer.rev, changed, reason, source), self._done,
                self._refused, owner=self,
            )  # fmt: skip

    def _done(self, result: CustomerCard | str) -> None:
        self._free()
        self.saved.emit(result)

    def _free(self) -> None:
        self._busy = False
        self._asked += 1
        self.save.set_reason(None)

    def _refused(self, error: Exception) -> None:
        self._free()
        if isinstance(error, RuleBroken) and error.problems:
            self._show_problems(error.problems)
            self._go_to_problem()
        elif isinstance(error, Stale):
            self.moved.say(self.tr("您填写时，同事改过这份档案。"), "soon", action=self.tr("重新读取，保留我填的"))
        elif not isinstance(error, HallError) or not self._work.messages.tell(error):
            raise error

    def _show_problems(self, problems: Iterable[Problem]) -> None:
        left = show_problems(self.fields, problems)
        count = sum(1 for field in self.fields.values() if field.problem()) + len(left)
        set_shown(self.wrong, bool(count))
        self.wrong.setText(self.tr("%1 处要改").replace("%1", str(count)))
        self.wrong.set_tip("".join(sentence(problem) for problem in left))

    def _go_to_problem(self) -> None:
        for field in self.fields.values():
            if field.problem():
                field.go()
                self._scroll.ensureWidgetVisible(field)
                return
