"""A field of a form (表单项): label line with help at its right, the editor, and only problems under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hallclient.gui.shared.controls.segment import Segment
from hallclient.gui.shared.controls.text import ElidedText, IconMark, Text
from hallclient.gui.shared.theme import look, restyle


class Field(QWidget):
    """Label above, editor below. Help never makes anything jump; only a problem takes a line of its own."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        optional: bool = False,
        help: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        here = look()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(here.px(4))
        line = QHBoxLayout()
        line.setSpacing(here.px(5))
        self.label = Text(label, "label")
        self.label.setBuddy(editor.focusProxy() or editor)
        self._optional = Text(self.tr("选填"), "meta")
        self._help_icon = IconMark("ok", "ok", 14)
        self._help = ElidedText(help, "meta")
        self._help.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line.addWidget(self.label)
        line.addWidget(self._optional)
        line.addStretch(1)
        line.addWidget(self._help_icon)
        line.addWidget(self._help)
        column.addLayout(line)
        column.addWidget(editor)
        self._problem_row = QWidget()
        problem_line = QHBoxLayout(self._problem_row)
        problem_line.setContentsMargins(0, here.px(1), 0, 0)
        problem_line.setSpacing(here.px(6))
        self._problem = Text("", "meta-strong", ink="late", wrap=True)
        problem_line.addWidget(IconMark("late", "late", 14), 0, Qt.AlignmentFlag.AlignTop)
        problem_line.addWidget(self._problem, 1)
        column.addWidget(self._problem_row)
        self._problem_row.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_optional(optional)
        self.set_help(help)
        if not editor.accessibleName():
            editor.setAccessibleName(label)

    def set_optional(self, optional: bool) -> None:
        """Say 选填 after the label."""
        self._optional.setVisible(optional)

    def set_help(self, text: str, *, icon: str = "", tone: str = "") -> None:
        """The words at the right of the label line, with an icon and tone (ok, soon, late, info) where they judge."""
        self._help.setText(text)
        self._help.setVisible(bool(text))
        self._help.set_ink(tone)
        self._help_icon.setVisible(bool(icon))
        if icon:
            self._help_icon.set_icon(icon, tone or "text-soft")

    def set_problem(self, text: str | None) -> None:
        """Red ring and the sentence under the field; None takes both away."""
        if text == self.problem():
            return
        self._problem.setText(text or "")
        self._problem_row.setVisible(bool(text))
        self.editor.setAccessibleDescription(text or "")
        if isinstance(self.editor, Segment):
            self.editor.set_problem_look(bool(text))
        else:
            self.editor.setProperty("problem", bool(text))
            restyle(self.editor)

    def problem(self) -> str | None:
        """The sentence shown now."""
        return self._problem.text() or None

    def go(self) -> None:
        """Put the cursor here."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
