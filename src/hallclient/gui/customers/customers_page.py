"""The customers page (客户): one box that finds anybody, the list while typing, and the card beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from hallclient.domain.customers import CustomerCard
from hallclient.gui.customers.card_view import CardView
from hallclient.gui.customers.edit_form import EditForm
from hallclient.gui.customers.field_words import FieldWords
from hallclient.gui.customers.finder import FinderCard
from hallclient.gui.shared.controls.banner import EmptyState
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.layouts import page_margins
from hallclient.gui.shared.controls.text import set_shown
from hallclient.gui.shared.page import KeyHint
from hallclient.gui.shared.shortcuts import Shortcuts
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

LIST_WIDTH, DETAIL_LEAST = 352, 620
NOTHING, CARD, FORM = range(3)


class CustomersPage(QWidget):
    """Type, Down or Enter, read. Ctrl+N makes a new record, Ctrl+E changes the one shown."""

    key = "customers"
    icon = "customers"
    rights = frozenset({"customers.read"})
    kinds = frozenset({"customers", "customer_changes", "customer_events", "imports"})

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.title = self.tr("客户")
        self._work = workplace
        self._words = FieldWords(workplace.settings.language, self)
        self._wanted = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(*page_margins())
        row.setSpacing(look().px(12))
        self.finder = FinderCard(workplace, self._words)
        self.card_view = CardView(workplace, self._words)
        self.form = EditForm(workplace, self._words)
        self.nothing = Card()
        hint = EmptyState(
            self.tr("查找或选择一位客户"),
            self.tr("左边输入户号、电话、表号、姓名、拼音首字母或地址的任意一段"),
            icon="customers",
        )
        self.nothing.add(hint, 1)
        self.detail = QStackedWidget()
        for part in (self.nothing, self.card_view, self.form):
            self.detail.addWidget(part)
        row.addWidget(self.finder)
        row.addWidget(self.detail, 1)
        self.card_view.edit_asked.connect(self.start_edit)
        self.card_view.back_asked.connect(self._back)
        self.card_view.changed.connect(self._show_card)
        self.card_view.clear_changed.connect(self.form.set_clear)
        self.form.unmask_asked.connect(self._form_unmask)
        self.form.saved.connect(self._saved)
        self.form.closed.connect(self._form_closed)
        self.finder.picked.connect(self._picked)
        self.finder.new_asked.connect(self.start_new)
        self._make_keys()

    def _make_keys(self) -> None:
        keys = Shortcuts(self)
        keys.add("Ctrl+F", self.tr("查找客户"), self._to_box)
        keys.add("E", self.tr("编辑这份档案（不在输入框时）"), self._edit_key)
        keys.note("Ctrl+E", self.tr("编辑这份档案"))
        keys.add("Ctrl+H", self.tr("资料变更历史"), self.card_view.show_history)
        keys.note("Ctrl+U", self.tr("查看或隐藏明文"))
        keys.note("F7", self.tr("确认资料"))
        keys.note("Ctrl+Enter", self.tr("受理业务；填写时为保存"))
        keys.note("F8", self.tr("登记诉求"))
        keys.note("F9", self.tr("收费"))
        keys.note("Ctrl+N", self.tr("新建档案"))
        keys.note("Ctrl+I", self.tr("批量导入"))
        keys.note("Esc", self.tr("取消填写"))
        keys.add("Alt+Left", self.tr("回到列表"), self._back)
        self._shortcuts = keys
        unmask = Shortcuts(self.form)
        unmask.add("Ctrl+U", self.tr("查看或隐藏明文"), self._form_unmask)

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    @property
    def keys(self) -> Sequence[KeyHint]:
        """For F1."""
        return self._shortcuts.hints

    def activate(self) -> None:
        """Start with the box, unless something is being filled in."""
        if self.detail.currentIndex() != FORM:
            self._to_box()
        self.refresh()

    def open(self, reference: str) -> None:
        """A customer's id; ``new`` for a new record; ``phone:`` and a number for a call (M08)."""
        if reference == "new":
            self.start_new()
        elif reference.startswith("phone:"):
            self.finder.call(reference.removeprefix("phone:"))
        elif reference and self._may_leave():
            self._open(reference)

    def refresh(self) -> None:
        """The archive changed: the list and the card as they are now."""
        self.finder.reload()
        card = self.card_view.card
        if card is not None and self.detail.currentIndex() == CARD:
            self._open(card.customer.id)

    def _to_box(self) -> None:
        if self._narrow():
            self._back()
        self.finder.go_to_box()

    # ---- the card and the form --------------------------------------------------------------------------------------

    def _picked(self, customer_id: str) -> None:
        shown = self.card_view.card
        same = shown is not None and shown.customer.id == customer_id
        if not (same and self.detail.currentIndex() == CARD) and self._may_leave():
            self._open(customer_id)

    def _open(self, customer_id: str) -> None:
        work, self._wanted = self._work, customer_id

        def came(card: CustomerCard) -> None:
            if card.customer.id == self._wanted and self.detail.currentIndex() != FORM:
                self._show_card(card)

        work.background.run("store", lambda: work.services.customers.card(work.actor, customer_id), came, owner=self)

    def _show_card(self, card: CustomerCard) -> None:
        self.card_view.show_card(card)
        self.finder.mark(card.customer.id)
        self._show_part(CARD)

    def start_edit(self) -> None:
        """Change the archive shown."""
        if self.card_view.card is not None:
            self.form.start(self.card_view.card, self.card_view.clear)
            self._show_part(FORM)
            self.form.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_new(self) -> None:
        """A new record."""
        if self.finder.new.isEnabled() and self._may_leave():
            self.card_view.hide_clear()
            self.form.start(None)
            self._show_part(FORM)
            self.form.editors["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_unmask(self) -> None:
        if self.form.edits:
            self.card_view.ask_unmask()

    def _edit_key(self) -> None:
        if self.detail.currentIndex() == CARD and self.card_view.edit.isEnabled():
            self.start_edit()

    def _saved(self, result: CustomerCard | str) -> None:
        self.card_view.hide_clear()
        if isinstance(result, str):
            self._work.messages.say(self.tr("档案已建立"))
            self._show_part(NOTHING)
            self._open(result)
        else:
            self._work.messages.say(self.tr("已保存，修改前后都已留存"))
            self._show_card(result)
        self.finder.go_to_list()

    def _form_closed(self) -> None:
        self._show_part(CARD if self.card_view.card is not None else NOTHING)
        self.finder.go_to_list()

    def _may_leave(self) -> bool:
        if self.detail.currentIndex() != FORM:
            return True
        self.form.leave()
        return self.detail.currentIndex() != FORM

    # ---- room -------------------------------------------------------------------------------------------------------

    def _narrow(self) -> bool:
        return self.width() < look().px(LIST_WIDTH + DETAIL_LEAST)

    def _show_part(self, part: int) -> None:
        self.detail.setCurrentIndex(part)
        self._arrange()

    def _back(self) -> None:
        if self._narrow() and self.detail.currentIndex() == CARD:
            self._show_part(NOTHING)
            self.finder.go_to_list()

    def _arrange(self) -> None:
        narrow, something = self._narrow(), self.detail.currentIndex() != NOTHING
        self.finder.setMinimumWidth(0)
        self.finder.setMaximumWidth(16777215 if narrow else look().px(LIST_WIDTH))
        if not narrow:
            self.finder.setMinimumWidth(look().px(LIST_WIDTH))
        set_shown(self.finder, not narrow or not something)
        set_shown(self.detail, not narrow or something)
        set_shown(self.card_view.back, narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and card side by side, or one after the other."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "card_view"):
            self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves the page leaves no clear text behind."""
        self.card_view.hide_clear()
        super().hideEvent(event)
