"""Errors and decisions for people (提示): a HallError becomes its sentences by family; decisions are asked here.

not allowed and stale: a toast. rule broken and unavailable: a box. offline: the status bar. cancelled: silence.
Problems with a field are shown beside it by :func:`show_problems`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hallclient import errors
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.editors import LongBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.text import IconMark, Text
from hallclient.gui.shared.notices import Notices
from hallclient.gui.shared.theme import look

_answers: deque[object] = deque()
_language = "zh"


def set_language(language: str) -> None:
    """``zh_CN`` or ``en``: the language of error sentences."""
    global _language  # noqa: PLW0603
    _language = "en" if language.startswith("en") else "zh"


def words(error: errors.HallError) -> errors.Words:
    """The sentences of an error."""
    return errors.words(error.code, _language, **error.details)


def told(said: errors.Words) -> str:
    """What happened and what to do, one after the other."""
    return " ".join((said.what, said.do)).strip() if _language == "en" else said.what + said.do


def sentence(problem: errors.Problem) -> str:
    """What stands under the field of a problem."""
    return errors.words(problem.code, _language, **problem.details).what


def show_problems(fields: Mapping[str, Field], problems: Iterable[errors.Problem]) -> tuple[errors.Problem, ...]:
    """Put each problem under its field and clear the others. Gives those that belong to no field here."""
    first: dict[str, errors.Problem] = {}
    for problem in problems:
        first.setdefault(problem.field, problem)
    for name, field in fields.items():
        field.set_problem(sentence(first[name]) if name in first else None)
    return tuple(problem for name, problem in first.items() if name not in fields)


def set_next_answer(*answers: object) -> None:
    """For tests and the demo: what the next :func:`ask` (bool) and :func:`ask_reason` (text or None) give."""
    _answers.extend(answers)


class Decision(QDialog):
    """A dialog for one decision: icon, question, consequence, two buttons (``no=None``: one)."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str = "",
        *,
        yes: str = "",
        no: str | None = "",
        danger: bool = False,
        icon: str = "unknown",
        tone: str = "info",
        reason: str | None = None,
    ) -> None:
        super().__init__(parent)
        here = look()
        self.setWindowTitle(title)
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(here.px(24), here.px(20), here.px(24), here.px(20))
        column.setSpacing(here.px(12))
        head = QHBoxLayout()
        head.setSpacing(here.px(10))
        head.addWidget(IconMark(icon, tone, 22), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Text(title, "card", wrap=True), 1)
        column.addLayout(head)
        body = Text(text, "body", wrap=True)
        body.setVisible(bool(text))
        column.addWidget(body)
        self.reason = LongBox(rows=3, limit=500)
        self._reason_field = Field(reason or self.tr("原因"), self.reason)
        self._reason_field.setVisible(reason is not None)
        column.addWidget(self._reason_field)
        column.addSpacing(here.px(4))
        row = QHBoxLayout()
        row.setSpacing(here.px(8))
        row.addStretch(1)
        self.no = Button(no or self.tr("取消"))
        self.yes = Button(yes or self.tr("确定"), kind="danger" if danger else "primary")
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self._yes)
        self.no.setVisible(no is not None)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column.addLayout(row)
        self.setMinimumWidth(here.px(400))
        self.setMaximumWidth(here.px(560))
        (self.reason if reason is not None else self.no if danger else self.yes).setFocus()
        if not danger:
            self.yes.setDefault(True)

    def _yes(self) -> None:
        if self._reason_field.isVisible() and not self.reason.value():
            self._reason_field.set_problem(self.tr("请写明原因"))
            self.reason.setFocus()
            return
        self.accept()


def ask(
    parent: QWidget | None, title: str, text: str = "", *, yes: str = "", no: str = "", danger: bool = False
) -> bool:
    """A decision. Destructive ones name the object in ``title`` and set ``danger``: the safe button has focus."""
    if _answers:
        return bool(_answers.popleft())
    dialog = Decision(
        parent, title, text, yes=yes, no=no, danger=danger,
        icon="warning" if danger else "unknown", tone="late" if danger else "info",
    )  # fmt: skip
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


def ask_reason(parent: QWidget | None, title: str, text: str = "", *, label: str = "", yes: str = "") -> str | None:
    """A decision that needs a written reason (unmask, pause, withdraw, reverse). None when put away."""
    if _answers:
        given = _answers.popleft()
        return None if given is None or given is False else str(given)
    dialog = Decision(parent, title, text, yes=yes, reason=label)
    try:
        return dialog.reason.value() if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()


def box(
    parent: QWidget | None, title: str, text: str, *, tone: str = "late", icon: str = "late", yes: str = ""
) -> None:
    """Something that must be read, with one button."""
    if _answers:
        _answers.popleft()
        return
    dialog = Decision(parent, title, text, yes=yes, no=None, icon=icon, tone=tone)
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()


class Messages(QObject):
    """Shows errors in one window. ``offline`` is told of Offline errors (the status bar)."""

    def __init__(self, window: QWidget, offline: Callable[[str], None] | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._offline = offline
        self.notices = Notices(window)

    def say(self, text: str, tone: str = "ok", *, action: str = "", call: Callable[[], None] | None = None) -> None:
        """A toast."""
        self.notices.say(text, tone, action=action, call=call)

    def tell(self, error: Exception, *, reload: Callable[[], None] | None = None) -> bool:
        """Show a HallError by its family; False for anything else (a bug)."""
        if isinstance(error, errors.Cancelled):
            return True
        if not isinstance(error, errors.HallError):
            return False
        said = words(error)
        if isinstance(error, errors.Offline):
            if self._offline is not None:
                self._offline(said.what)
        elif isinstance(error, errors.NotAllowed):
            self.say(told(said), "late")
        elif isinstance(error, errors.Stale | errors.NotFound):
            self.say(told(said), "soon", action=self.tr("重新读取") if reload else "", call=reload)
        else:
            lines = [said.what, said.do]
            if isinstance(error, errors.RuleBroken):
                lines += [f"· {sentence(problem)}" for problem in error.problems]
            tone = "soon" if isinstance(error, errors.RuleBroken) else "late"
            box(self._window, said.title, "\n".join(filter(None, lines)), tone=tone, icon=tone, yes=self.tr("知道了"))
        return True
