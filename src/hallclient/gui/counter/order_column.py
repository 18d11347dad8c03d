"""The centre of the counter (受理): choose the business, find the customer, fill in the form, accept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallclient.catalog.business import BusinessKind
from hallclient.domain.business import Order, SavedDraft, form_fields
from hallclient.domain.customers import CustomerCard, TimelineEntry
from hallclient.domain.instants import day_of
from hallclient.errors import HallError, Problem
from hallclient.gui.counter.business_form import BusinessForm
from hallclient.gui.counter.catalog_names import CatalogNames
from hallclient.gui.counter.customer_strip import CustomerStrip
from hallclient.gui.counter.draft_desk import DraftDesk
from hallclient.gui.counter.form_fields import TickBox
from hallclient.gui.counter.kind_chooser import KindChooser
from hallclient.gui.counter.tall_scroll import TallScroll
from hallclient.gui.shared import formats, messages
from hallclient.gui.shared.controls.banner import Banner
from hallclient.gui.shared.controls.button import Button, IconButton
from hallclient.gui.shared.controls.card import Card, PageHead
from hallclient.gui.shared.controls.chip import StatusChip
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.text import Line, set_shown
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

CTRL = Qt.KeyboardModifier.ControlModifier
CUSTOMER, CLEARED, DOCUMENTS = "customer", "cleared", "documents."
"""Problems that belong to no field of the form."""


class OrderColumn(QWidget):
    """Follows a desk. Problems show once their field was left, or when accepting was tried."""

    document_problems = Signal(object)
    """The problems of papers to show."""
    to_papers = Signal(str)
    """The form needs nothing more, or a paper's problem is next: the paper to go to, or empty for the first missing."""

    def __init__(
        self, workplace: Workplace, names: CatalogNames, desk: DraftDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._place, self._names, self._desk = workplace, names, desk
        self._left: set[str] = set()
        self._tried = self._then_first = False
        self._problems: tuple[Problem, ...] = ()
        self._case: TimelineEntry | None = None
        self._chip = StatusChip("")
        here = look()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(12))
        self.head = PageHead(self.tr("业务受理"))
        self._make_actions()
        self.case_banner = Banner("")
        self.case_banner.acted.connect(self._to_case)
        self.owed_banner = Banner("")
        self.owed_banner.acted.connect(self._to_payment)
        self.chooser = KindChooser(workplace, names)
        self.chooser.picked.connect(self.pick)
        self.chooser.resumed.connect(self.resume)
        self.card = Card()
        self._fill_card()
        for widget in (self.head, self.case_banner, self.owed_banner):
            column.addWidget(widget)
        column.addWidget(self.chooser, 1)
        column.addWidget(self.card, 1)
        desk.started.connect(self._anew)
        desk.checked.connect(lambda _check: self._show_check())
        desk.refused.connect(self._refused)
        desk.accepted.connect(self._accepted)
        desk.saved.connect(self._show_meta)
        desk.busy.connect(lambda busy: self.accept.set_reason(self.tr("正在受理") if busy else None))
        self._anew()

    def _make_actions(self) -> None:
        self.fix = Button("", icon="late", kind="link")
        self.fix.set_ink("late")
        self.fix.set_tip(self.tr("到第一处要改的地方（Ctrl+J）"))
        self.fix.clicked.connect(self.go_to_problem)
        self.save = Button(self.tr("暂存"), shortcut="Ctrl+S")
        self.save.clicked.connect(self._desk.save)
        self.accept = Button(self.tr("受理并打印"), icon="print", kind="primary", shortcut="Ctrl+Return")
        self.accept.clicked.connect(self._desk.accept)
        for button in (self.fix, self.save, self.accept):
            self.head.add_action(button)

    def _fill_card(self) -> None:
        self.strip = CustomerStrip(self._place, self._names)
        self.strip.chosen.connect(self._customer)
        self.strip.dropped.connect(lambda: self._desk.set_customer(None))
        self._strip_line = Line()
        self.form = BusinessForm(self._place, self._names)
        self.form.changed.connect(self._changed)
        self.form.left.connect(self._field_left)
        self.form.through.connect(lambda: self.to_papers.emit(""))
        self.form_scroll = TallScroll(self.form)
        self.form.came_to.connect(self._into_view)
        self.cleared = TickBox(self.tr("已核对：电费已结清"))
        self.cleared.changed.connect(lambda: self._desk.set_cleared(self.cleared.value()))
        self.cleared_field = Field("", self.cleared)
        self.cleared_field.label.hide()
        self.cleared.installEventFilter(self)
        self.cleared.setAccessibleName(self.cleared.text())
        self.card.add(self.strip)
        self.card.add(self._strip_line)
        self.card.add(self.cleared_field)
        self.card.add(self.form_scroll, 1)

    # ---- choosing ------------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Choose (another) business; what was typed is kept for the kind that is picked."""
        self._desk.put_aside()
        self._show_chooser(True)
        self.chooser.start()

    def _show_chooser(self, shown: bool) -> None:
        set_shown(self.chooser, shown)
        set_shown(self.card, not shown)
        for button in (self.save, self.accept):
            set_shown(button, not shown)
        if shown:
            set_shown(self.fix, False)

    def pick(self, kind: BusinessKind) -> None:
        """Begin a kind of business; some are done on other pages."""
        customer = self._desk.customer_id or ""
        if kind.route == "payment":
            self._place.go("payments", customer)
        elif kind.route == "request":
            self._place.go("requests", f"new:{kind.request_kind}" + (f":{customer}" if customer else ""))
        else:
            self._desk.begin(kind)
            self.to_first()

    def resume(self, saved: SavedDraft, kind: BusinessKind) -> None:
        """Go on with a draft put aside."""
        place, customer_id = self._place, saved.draft.customer_id

        def work() -> CustomerCard | None:
            return place.services.customers.card(place.actor, customer_id) if customer_id else None

        def done(card: CustomerCard | None) -> None:
            self._then_first = True
            self._desk.resume(saved, kind, card)

        place.background.run("store", work, done, owner=self)

    def to_first(self) -> None:
        """Put the cursor where the next thing is needed."""
        kind = self._desk.kind
        if kind is None:
            self.chooser.box.setFocus()
        elif kind.account == "existing" and self._desk.card is None:
            self.strip.box.setFocus()
        elif kind.needs_cleared and not self._desk.cleared:
            self.cleared.setFocus()
        else:
            self._into_form()

    def _into_form(self) -> None:
        code = self.form.first_needed()
        if not (code and self.form.go(code)):
            self.to_papers.emit("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on the tick over the form goes into the form."""
        pressed = watched is self.cleared and event.type() == QEvent.Type.KeyPress
        if not pressed or not isinstance(event, QKeyEvent):
            return False
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & CTRL
        if enter:
            self._into_form()
        return enter

    def find_customer(self) -> None:
        """Ctrl+F: the box to find a customer."""
        if self._desk.kind is not None and self._desk.kind.account != "new":
            if self._desk.card is not None:
                self.strip.drop()
            self.strip.box.setFocus()

    # ---- following the desk --------------------------------------------------------------------------------------

    def _anew(self) -> None:
        kind = self._desk.kind
        self._left, self._tried, self._problems = set(), False, ()
        self._show_chooser(kind is None)
        self._show_case(None)
        self.owed_banner.say("")
        if kind is None:
            self.head.set_title(self.tr("业务受理"), self.tr("先选业务，再找客户、填表、收材料"))
            self.head.set_chips()
            self._show_problems()
            return
        self.head.set_title(self._names.of(kind))
        other = IconButton("transfer", self.tr("换一种业务，填过的保留（Ctrl+B）"), kind="link")
        other.clicked.connect(self.choose)
        self._chip = StatusChip(self.tr("受理中"), "brand", icon="editing")
        self.head.set_chips(self._chip, other)
        self._show_meta()
        self.form.build(kind)
        set_shown(self.strip, kind.account != "new")
        set_shown(self._strip_line, kind.account != "new")
        set_shown(self.cleared_field, kind.needs_cleared)
        self.cleared.blockSignals(True)
        self.cleared.set_value(self._desk.cleared)
        self.cleared.blockSignals(False)
        self.strip.show_customer(self._desk.card)
        self.form.set_values(self._desk.values)
        self._show_fields(kind)
        self._show_problems()
        if self._desk.card is not None:
            self._look_for_case(self._desk.card)

    def _show_meta(self) -> None:
        began = self._desk.began
        said = [self.tr("受理后编号")]
        if began is not None:
            said.append(self.tr("%1 开始").replace("%1", formats.clock(began)))
        if self._desk.put_aside_already:
            said.append(self.tr("已暂存"))
        self.head.set_title(self._names.of(self._desk.kind) if self._desk.kind else "", "  ·  ".join(said))

    def _show_fields(self, kind: BusinessKind) -> None:
        """The fields that apply, by the rules of the catalog, at once."""
        draft = self._desk.draft()
        known = self._desk.check.archive if self._desk.check else {}
        self.form.show_fields(form_fields(kind, draft.completed(known)))

    def _changed(self, code: str, text: str) -> None:
        self._desk.set_value(code, text)
        if self._desk.kind is not None:
            self._show_fields(self._desk.kind)

    def _show_check(self) -> None:
        check, kind = self._desk.check, self._desk.kind
        if check is None or kind is None:
            return
        self._problems = check.problems
        self.form.set_archive(check.archive, self._desk.values)
        self._show_fields(kind)
        self._show_problems()
        owed = self.tr("这户欠费 %1 元").replace("%1", formats.money(check.owed)) if check.owed > 0 else ""
        if owed and kind.needs_cleared:
            owed += self.tr("，结清后才能办这项业务。")
        self.owed_banner.say(owed, "soon", icon="money", action=self.tr("去收费"))
        if self._then_first:
            self._then_first = False
            self.to_first()

    def _customer(self, card: CustomerCard) -> None:
        self._then_first = True
        self._desk.set_customer(card)

    def _field_left(self, code: str) -> None:
        known = code in self._left
        self._left.add(code)
        if self._desk.stale:
            self._desk.check_now()
        elif not known:
            self._show_problems()

    # ---- problems ------------------------------------------------------------------------------------------------

    def _told(self) -> list[Problem]:
        """The problems to show now: of fields that were left, or all once accepting was tried."""
        if self._tried:
            return list(self._problems)
        shown = self._left & set(self.form.shown)
        return [one for one in self._problems if one.field in shown]

    def _show_problems(self) -> None:
        told = self._told()
        self.form.show_problems(told)
        by_field = {problem.field: messages.sentence(problem) for problem in reversed(told)}
        self.strip.field.set_problem(by_field.get(CUSTOMER))
        self.cleared_field.set_problem(by_field.get(CLEARED))
        self.document_problems.emit([problem for problem in told if problem.field.startswith(DOCUMENTS)])
        count = len(told)
        self.fix.setText(self.tr("%n 处要改", "", count))
        self.fix.updateGeometry()
        set_shown(self.fix, count > 0 and self._desk.kind is not None)
        self._fit_head()

    def _fit_head(self) -> None:
        """The state goes before the name of the business is cut."""
        if self._desk.kind is None:
            return
        here = look()
        buttons = [self.save, self.accept, *([self.fix] if self.fix.text() and not self.fix.isHidden() else [])]
        needed = here.metrics("page").horizontalAdvance(self._names.of(self._desk.kind)) + here.px(48)
        needed += sum(button.sizeHint().width() + here.px(8) for button in buttons)
        set_shown(self._chip, needed + self._chip.sizeHint().width() <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head follows the width."""
        super().resizeEvent(event)
        self._fit_head()

    def _refused(self, problems: Sequence[Problem]) -> None:
        self._problems, self._tried = tuple(problems), True
        self._show_problems()
        self.go_to_problem()

    def go_to_problem(self) -> None:
        """Put the cursor on the first thing to change, in the order of the page."""
        told = [problem.field for problem in self._told()]
        if CUSTOMER in told:
            self.strip.box.setFocus()
            return
        if CLEARED in told:
            self.cleared.setFocus()
            return
        for code in self.form.shown:
            if code in told:
                self.form.go(code)
                return
        paper = next((field for field in told if field.startswith(DOCUMENTS)), "")
        if paper:
            self.to_papers.emit(paper.removeprefix(DOCUMENTS))

    def _accepted(self, _order: Order) -> None:
        self._desk.clear()
        self._desk.started.emit()
        self.chooser.start()

    def _into_view(self, widget: QWidget) -> None:
        self.form_scroll.ensureWidgetVisible(widget, 0, look().px(24))

    # ---- what to know of the customer ----------------------------------------------------------------------------

    def _look_for_case(self, card: CustomerCard) -> None:
        """Her latest complaint, so that the clerk speaks of it first."""
        place, customer_id = self._place, card.customer.id
        kinds = place.services.parts.catalog.request_kinds()
        names = {kind.zh for kind in kinds if kind.uses_complaint_tree}

        def work() -> TimelineEntry | None:
            lines: Iterable[TimelineEntry] = place.services.customers.timeline(place.actor, customer_id)
            return next((one for one in lines if one.kind == "request" and one.title in names), None)

        def done(case: TimelineEntry | None) -> None:
            if self._desk.customer_id == customer_id:
                self._show_case(case)

        def failed(error: Exception) -> None:
            if not isinstance(error, HallError):
                place.background.unexpected(error)

        place.background.run("store", work, done, failed, owner=self)

    def _show_case(self, case: TimelineEntry | None) -> None:
        self._case = case
        text = ""
        if case is not None:
            text = self.tr("%1投诉过（%2），请主动说明处理情况。")
            day = formats.short_day(day_of(case.at), day_of(self._place.clock()))
            text = text.replace("%1", day).replace("%2", case.number)
        may = self._place.actor.may("requests.read")
        self.case_banner.say(text, "info", icon="speech", action=self.tr("看投诉") if may else "")

    def _to_case(self) -> None:
        if self._case is not None:
            self._place.go("complaints", self._case.object_id)

    def _to_payment(self) -> None:
        self._place.go("payments", self._desk.customer_id or "")
