"""Editors (输入框): line, long text, choice, password, whole numbers and money, all with the same small face."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from hallclient.gui.shared.controls.inset import InsetLine
from hallclient.gui.shared.theme import look


class LineBox(InsetLine):
    """One line of text. ``value()`` is stripped; ``changed`` fires with each change by anybody."""

    changed = Signal()

    def __init__(
        self, placeholder: str = "", *, limit: int = 200, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(limit)
        self.textChanged.connect(lambda _text: self.changed.emit())
        if icon:
            self.set_mark(icon)

    def value(self) -> str:
        """What was typed, without spaces around."""
        return self.text().strip()

    def set_value(self, value: str | None) -> None:
        """Show a text, from its beginning."""
        self.setText(value or "")
        if not self.hasFocus():
            self.setCursorPosition(0)


class PasswordBox(LineBox):
    """A password: hidden, with an eye to look at it."""

    def __init__(self, show_word: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(limit=256, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = self.set_button("show", show_word or self.tr("显示密码"), self._turn)

    def _turn(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.set_icon("hide" if hidden else "show")

    def value(self) -> str:
        """Exactly what was typed."""
        return self.text()


class LongBox(QPlainTextEdit):
    """Several lines. Tab leaves the box. ``rows`` is the height it asks for."""

    changed = Signal()

    def __init__(
        self, placeholder: str = "", *, rows: int = 4, limit: int = 10_000, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows, self._limit = rows, limit
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.textChanged.connect(self._typed)

    def _typed(self) -> None:
        if len(self.toPlainText()) > self._limit:
            cursor = self.textCursor()
            self.setPlainText(self.toPlainText()[: self._limit])
            cursor.movePosition(cursor.MoveOperation.End)
            self.setTextCursor(cursor)
        self.changed.emit()

    def sizeHint(self) -> QSize:
        """Its rows of text."""
        return QSize(look().px(240), self.fontMetrics().lineSpacing() * self._rows + look().px(20))

    def minimumSizeHint(self) -> QSize:
        """Two rows at least."""
        return QSize(look().px(120), self.fontMetrics().lineSpacing() * min(self._rows, 2) + look().px(20))

    def value(self) -> str:
        """What was typed, without spaces around."""
        return self.toPlainText().strip()

    def set_value(self, value: str | None) -> None:
        """Show a text."""
        self.setPlainText(value or "")


class Choice(QComboBox):
    """One of many. ``options``: value and word. ``searchable`` lets people type any part of a word."""

    changed = Signal()
    picked = Signal(object)
    """The value, when the person chose."""

    def __init__(
        self,
        options: Sequence[tuple[Any, str]] = (),
        value: Any = None,
        *,
        placeholder: str = "",
        searchable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(12)
        self.setPlaceholderText(placeholder or self.tr("请选择"))
        if searchable:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = QCompleter(self.model(), self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            self.setCompleter(completer)
            edit = self.lineEdit()
            if edit is not None:
                edit.setPlaceholderText(placeholder or self.tr("输入任意几个字查找"))
        self.set_options(options, value)
        self.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.activated.connect(lambda at: self.picked.emit(self._values[at] if 0 <= at < len(self._values) else None))

    def set_options(self, options: Sequence[tuple[Any, str]], value: Any = None) -> None:
        """Other options; ``value`` (or the one chosen now) stays chosen if it is among them."""
        kept = self.value() if value is None else value
        self.blockSignals(True)
        self.clear()
        self._values = [option for option, _ in options]
        self.addItems([word for _, word in options])
        self.blockSignals(False)
        self.set_value(kept)

    def value(self) -> Any:
        """The value chosen, None for none."""
        at = self.currentIndex()
        if self.isEditable() and self.currentText() != self.itemText(at):
            at = self.findText(self.currentText())
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Choose; an unknown value chooses none."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, it never changes an answer that is not being edited."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field (the form handles it) unless the list is open."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.isEditable():
            event.ignore()
            return
        super().keyPressEvent(event)
