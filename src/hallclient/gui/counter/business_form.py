"""The form builder (表单): draws any business kind from the catalog, shows and hides fields as the answers change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hallclient.catalog.business import BusinessKind
from hallclient.catalog.business import Field as CatalogField
from hallclient.errors import Problem
from hallclient.gui.counter.catalog_names import CatalogNames
from hallclient.gui.counter.form_fields import FormField
from hallclient.gui.shared import messages
from hallclient.gui.shared.controls.text import Line, Text, set_shown
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

TWO_COLUMNS = 460
"""Width at 100 % from which two half-width fields stand side by side."""


MOMENT = 0.006
"""Seconds that making fields may take in one go."""

_STILL_HERE = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


class FormSection(QWidget):
    """A titled part of the form: its fields in two columns, or one where the room is short."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        here = look()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(8))
        self.line = Line()
        self.head = QHBoxLayout()
        self.title = Text(title, "card")
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        column.addWidget(self.line)
        column.addSpacing(here.px(2))
        column.addLayout(self.head)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(here.px(16))
        self._grid.setVerticalSpacing(here.px(14))
        column.addLayout(self._grid)
        column.addSpacing(here.px(10))
        self._fields: list[FormField] = []
        self._two = True

    def show_fields(self, fields: Sequence[FormField]) -> None:
        """Show these, in this order."""
        if fields and list(fields) == self._fields:
            return
        for field in self._fields:
            if field not in fields:
                field.field.hide()
        self._fields = list(fields)
        self._arrange()
        set_shown(self, bool(fields))

    def _arrange(self) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        columns = 2 if self._two else 1
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        row = column = 0
        for field in self._fields:
            span = columns if field.wide else 1
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(field.field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            set_shown(field.field, True)
            column += span

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        two = self.width() >= look().px(TWO_COLUMNS)
        if two != self._two:
            self._two = two
            self._arrange()


class BusinessForm(QWidget):
    """Every field of a kind. It gathers and shows; what is wrong and what is shown comes from the rules.

    Fields are made when they are first shown, a few at a time, so that a large form never holds the window up.
    """

    changed = Signal(str, str)
    left = Signal(str)
    """A field was left: its problem may be shown now."""
    through = Signal()
    """Enter in the form, and no field needs anything more."""
    came_to = Signal(object)
    """A widget got the cursor: scroll it into view."""

    def __init__(self, workplace: Workplace, names: CatalogNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._names = workplace, names
        self._kind: BusinessKind | None = None
        self._items: dict[str, CatalogField] = {}
        self.fields: dict[str, FormField] = {}
        self._sections: dict[str, FormSection] = {}
        self._shown: list[str] = []
        self._owners: dict[int, str] = {}
        self._values: Mapping[str, str] = {}
        self._archive: Mapping[str, str] = {}
        self._typed: Mapping[str, str] = {}
        self._problems: tuple[Problem, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._make_some)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    # ---- building ------------------------------------------------------------------------------------------------

    def build(self, kind: BusinessKind) -> None:
        """The form of a kind, empty. The same kind again keeps its fields."""
        if self._kind is kind:
            return
        self._later.stop()
        for section in self._sections.values():
            section.hide()
            self._column.removeWidget(section)
            section.deleteLater()
        for field in self.fields.values():
            field.deleteLater()
        self._kind, self._sections, self.fields, self._owners, self._shown = kind, {}, {}, {}, []
        self._items = {item.code: item for item in kind.fields}
        self._values, self._archive, self._typed, self._problems = {}, {}, {}, ()
        titles = {item.code: self._names.of(item) for item in self._place.services.parts.catalog.sections()}
        present = {field.section for field in kind.fields}
        for code in (one for one in titles if one in present):
            section = FormSection(titles[code])
            if not self._sections:
                section.line.hide()
                section.head.addWidget(Text(self.tr("除注明“选填”外均为必填"), "meta"))
            self._sections[code] = section
            self._column.insertWidget(self._column.count() - 1, section)

    def _make(self, code: str) -> FormField:
        item = self._items[code]
        made = FormField(item, self._names, self._place, self)
        made.field.setParent(self._sections[item.section])
        made.field.hide()
        made.set_text(self._values.get(code))
        self._fill(made)
        made.changed.connect(self._changed)
        self.fields[code] = made
        for widget in made.focus_widgets():
            widget.installEventFilter(self)
            self._owners[id(widget)] = code
        messages.show_problems({code: made.field}, self._problems)
        return made

    def _make_some(self) -> None:
        """As many of the missing fields as a moment allows; the rest when the window has had its turn."""
        until = perf_counter() + MOMENT
        for code in self._missing():
            self._make(code)
            if perf_counter() > until:
                break
        self._put()
        if not self.complete:
            self._later.start(0)

    def _missing(self) -> list[str]:
        return [code for code in self._in_order() if code not in self.fields]

    def _put(self) -> None:
        for code, section in self._sections.items():
            made = [self.fields[one] for one in self._shown if one in self.fields]
            section.show_fields([field for field in made if field.item.section == code])
        order = [code for code in self._in_order() if code in self.fields]
        inside = [widget for code in order for widget in self.fields[code].focus_widgets()]
        for widget, after in pairwise(inside):
            QWidget.setTabOrder(widget, after)

    @property
    def complete(self) -> bool:
        """Whether every field to show has been made."""
        return not self._missing()

    def show_fields(self, items: Iterable[CatalogField]) -> None:
        """The fields that apply now, in order."""
        shown = [item.code for item in items if item.code in self._items]
        if shown != self._shown:
            self._shown = shown
            self._make_some()

    # ---- values and problems -------------------------------------------------------------------------------------

    def set_values(self, values: Mapping[str, str]) -> None:
        """Show what was typed; the catalog's default where nothing was."""
        self._values = values
        for code, made in self.fields.items():
            made.set_text(values.get(code))

    def set_archive(self, archive: Mapping[str, str], typed: Mapping[str, str]) -> None:
        """What the archive knows, masked, as far as nothing was typed."""
        self._archive, self._typed = archive, typed
        for made in self.fields.values():
            self._fill(made)

    def _fill(self, made: FormField) -> None:
        if made.is_line:
            made.show_archive(self._archive.get(made.code, ""))
        elif made.code in self._archive and not self._typed.get(made.code):
            made.set_text(self._archive[made.code])

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Each problem under its field; the others are cleared."""
        self._problems = tuple(problems)
        messages.show_problems({code: made.field for code, made in self.fields.items()}, self._problems)

    @property
    def shown(self) -> tuple[str, ...]:
        """Codes of the fields shown, in the order of the page."""
        return tuple(self._in_order())

    def _in_order(self) -> list[str]:
        return [one for code in self._sections for one in self._shown if self._items[one].section == code]

    def _changed(self, code: str, text: str) -> None:
        self.fields[code].show_origin()
        self.changed.emit(code, text)

    # ---- moving --------------------------------------------------------------------------------------------------

    def go(self, code: str) -> bool:
        """Put the cursor into a field. False when it is not shown."""
        if code not in self._shown:
            return False
        self._made(code).field.go()
        self.came_to.emit(self.fields[code].field)
        return True

    def first_needed(self, after: str = "") -> str:
        """The next field that needs something, after a field or from the start; an empty text when none does."""
        order = self._in_order()
        start = order.index(after) + 1 if after in order else 0
        return next((code for code in order[start:] if self._needs(code)), "")

    def _made(self, code: str) -> FormField:
        """A field, made now if it was not yet."""
        if code not in self.fields:
            self._make(code)
            self._put()
        return self.fields[code]

    def _needs(self, code: str) -> bool:
        made = self._made(code)
        return bool(made.field.problem()) or made.empty()

    def next_from(self, code: str) -> None:
        """Enter: on to the next field that needs something, or out of the form."""
        following = self.first_needed(code)
        if not (following and self.go(following)):
            self.through.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on; leaving a field may show its problem."""
        code = self._owners.get(id(watched))
        if code is None:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
            if enter and plain and not isinstance(watched, QPlainTextEdit):
                self.left.emit(code)
                self.next_from(code)
                return True
        elif event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in _STILL_HERE:
                self.left.emit(code)
        elif event.type() == QEvent.Type.FocusIn:
            self.came_to.emit(self.fields[code].field)
        return False
