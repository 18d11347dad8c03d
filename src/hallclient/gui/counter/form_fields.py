"""One field of a business form (表单项): the right editor for a field of the catalog, its text in and out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from hallclient.catalog.business import Field as CatalogField
from hallclient.domain import instants
from hallclient.domain.business_fields import NO, YES
from hallclient.domain.business_terms import day_of
from hallclient.gui.counter.catalog_names import CatalogNames
from hallclient.gui.shared.controls.dates import DateBox
from hallclient.gui.shared.controls.editors import Choice, LineBox, LongBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.segment import Segment
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace

LONGEST = 20_000
"""Characters a box takes: what is too long is named by its rule, never cut."""

HALF_WIDTH = 280
"""Room at 100 % that a field of half the width surely has for its choices side by side."""

SEARCHED = 9
"""So many choices are searched by typing."""


class ArchiveBox(LineBox):
    """A line that may show a masked value of the archive: it counts as empty until somebody types over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(limit=LONGEST, parent=parent)
        self._masked = ""
        self._shown = False
        self.textEdited.connect(self._typed)

    @property
    def from_archive(self) -> bool:
        """Whether what stands here is the archive's."""
        return self._shown

    def show_archive(self, masked: str) -> None:
        """What the archive holds for this field; an empty text for nothing."""
        self._masked = masked
        if self._shown or not self.text():
            self._shown = bool(masked)
            self.setText(masked)

    def value(self) -> str:
        """What was typed, nothing while the archive's value stands."""
        return "" if self._shown else super().value()

    def set_value(self, value: str | None) -> None:
        """A typed value; without one the archive's comes back."""
        self._shown = not value and bool(self._masked)
        self.setText(value or self._masked)

    def _typed(self, text: str) -> None:
        """Typing into a masked value replaces it whole: half a mask is nobody's number."""
        if not self._shown:
            return
        old = self._masked
        head = next((at for at, (a, b) in enumerate(zip(old, text, strict=False)) if a != b), min(len(old), len(text)))
        tail = 0
        while tail < min(len(old), len(text)) - head and old[-1 - tail] == text[-1 - tail]:
            tail += 1
        self._shown = False
        self.setText(text[head : len(text) - tail])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here selects all, so typing replaces."""
        super().focusInEvent(event)
        if self._shown and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """An emptied box shows the archive's value again."""
        super().focusOutEvent(event)
        if not self.text() and self._masked:
            self._shown = True
            self.setText(self._masked)


class TickBox(QCheckBox):
    """A declaration to tick."""

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.toggled.connect(lambda _on: self.changed.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Tick or not."""
        self.setChecked(bool(value))


class FormField(QObject):
    """A field of the catalog with its editor. ``changed`` carries the code and the text as the draft keeps it."""

    changed = Signal(str, str)

    def __init__(self, item: CatalogField, names: CatalogNames, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self.item = item
        self._names = names
        self._loading = False
        label = names.of(item)
        if item.unit:
            label = self.tr("%1（%2）").replace("%1", label).replace("%2", item.unit)
        elif item.type == "money":
            label = self.tr("%1（元）").replace("%1", label)
        self.label = label
        self.editor = self._editor(workplace)
        self.declaration = isinstance(self.editor, TickBox)
        shown = "" if self.declaration else label
        self.help = names.either(item.help_zh, item.help_en)
        optional = not item.required and item.type != "boolean"
        self.field = Field(shown, self.editor, optional=optional, help=self.help)
        self.editor.setAccessibleName(label)
        if self.declaration:
            self.field.label.hide()
            self.field.set_optional(False)
        self._listen()

    @property
    def code(self) -> str:
        """The field's code."""
        return self.item.code

    @property
    def is_line(self) -> bool:
        """Whether it can show a masked value of the archive."""
        return isinstance(self.editor, ArchiveBox)

    @property
    def wide(self) -> bool:
        """Whether it takes the whole width."""
        return self.item.width == "full" or self.declaration

    def _editor(self, workplace: Workplace) -> QWidget:
        item, names = self.item, self._names
        match item.type:
            case "choice":
                options = [(choice.code, names.of(choice)) for choice in item.choices]
                if item.required and len(options) <= 3 and _side_by_side([word for _, word in options]):
                    return Segment(options, item.default, name=self.label)
                if not item.required:
                    options.insert(0, ("", self.tr("（不填）")))
                return Choice(options, item.default or None, searchable=len(options) >= SEARCHED)
            case "boolean":
                if item.required and item.default is None:
                    return TickBox(names.of(item))
                options = [(YES, self.tr("是")), (NO, self.tr("否"))]
                return Segment(options, _default(item.default), name=self.label)
            case "date":
                return DateBox(today=lambda: _today(workplace))
            case "long_text":
                return LongBox(rows=2, limit=LONGEST)
        box = ArchiveBox()
        if item.default is not None:
            box.set_value(_number(item.default, item.type == "money"))
        return box

    def _listen(self) -> None:
        editor = self.editor
        signal = editor.picked if isinstance(editor, Segment) else editor.changed  # type: ignore[attr-defined]
        signal.connect(lambda *_value: self._tell())
        if isinstance(editor, ArchiveBox) and self.item.default is not None:
            editor.editingFinished.connect(lambda: None if editor.text() else self.set_text(None))

    def _tell(self) -> None:
        if not self._loading:
            self.changed.emit(self.code, self.text())

    def text(self) -> str:
        """The text the draft keeps."""
        editor = self.editor
        if isinstance(editor, TickBox):
            return YES if editor.value() else NO
        if isinstance(editor, DateBox):
            day = editor.value()
            return day.isoformat() if day else editor.text().strip()
        value = editor.value()  # type: ignore[attr-defined]
        return "" if value is None else str(value)

    def set_text(self, text: str | None) -> None:
        """Show a text of the draft; None gives the catalog's default."""
        self._loading = True
        editor = self.editor
        if text is None:
            text = _default(self.item.default) if self.item.type == "boolean" else self._default_text()
        if isinstance(editor, TickBox):
            editor.set_value(text == YES)
        elif isinstance(editor, DateBox):
            day = day_of(text)
            editor.set_value(day)
            if day is None and text:
                editor.setText(text)
        else:
            editor.set_value(text)  # type: ignore[attr-defined]
        self._loading = False

    def show_archive(self, text: str) -> None:
        """What the archive knows, masked; the words 档案 stand beside the label."""
        self._loading = True
        if isinstance(self.editor, ArchiveBox):
            self.editor.show_archive(text)
            self.show_origin()
        self._loading = False

    def show_origin(self) -> None:
        """Say whether the value is the archive's."""
        archived = isinstance(self.editor, ArchiveBox) and self.editor.from_archive
        if archived:
            self.field.set_help(self.tr("档案"), icon="customers", tone="")
        else:
            self.field.set_help(self.help)

    def empty(self) -> bool:
        """Whether it still needs something: required, and neither typed nor known."""
        if isinstance(self.editor, ArchiveBox) and self.editor.from_archive:
            return False
        if self.declaration:
            return self.text() == NO
        return self.item.required and not self.text()

    def focus_widgets(self) -> list[QWidget]:
        """The widgets that take the keys."""
        if isinstance(self.editor, Segment):
            return [*self.editor.buttons()]
        inner = self.editor.lineEdit() if isinstance(self.editor, Choice) else None
        if inner is not None:
            return [self.editor, inner]
        return [self.editor]

    def _default_text(self) -> str:
        default = self.item.default
        return "" if default is None else _number(default, self.item.type == "money")


def _side_by_side(words: list[str]) -> bool:
    here = look()
    widest = max(here.metrics("strong").horizontalAdvance(word) for word in words) + here.px(22)
    return widest * len(words) <= here.px(HALF_WIDTH)


def _default(default: object) -> str:
    return "" if default is None else YES if default is True else NO


def _number(default: object, money: bool) -> str:
    if money and isinstance(default, int | float):
        return f"{int(default) // 100}.{int(default) % 100:02d}"
    return f"{default:g}" if isinstance(default, float) else str(default)


def _today(workplace: Workplace) -> date:
    return instants.day_of(workplace.clock())
