"""Earlier cases that may be the same matter (疑似重复): offered while typing, the person confirms (K51)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.requests import RepeatHint
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.shared import formats
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import Card
from hallclient.gui.shared.controls.text import ElidedText, IconMark, Text
from hallclient.gui.shared.theme import look

MOST = 5


class HintRow(QWidget):
    """One earlier case: what it was, why it is offered, and the button that says it is the same."""

    def __init__(self, words: RequestWords, hint: RepeatHint, *, same: bool, pressed: Button) -> None:
        super().__init__()
        here = look()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(here.px(8))
        left = QVBoxLayout()
        left.setSpacing(0)
        why = formats.listed(words.reason(code) for code in hint.reasons)
        left.addWidget(ElidedText(hint.title, "strong"))
        left.addWidget(ElidedText(f"{words.kind(hint.kind)} · {words.when(hint.accepted_at)} · {why}", "meta"))
        row.addLayout(left, 1)
        row.addWidget(pressed)
        if same:
            row.insertWidget(0, IconMark("repeat-case", "brand", 16))


class RepeatsCard(Card):
    """``confirmed(request_id)``: the same matter; an empty id takes it back."""

    confirmed = Signal(str)

    def __init__(self, words: RequestWords, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self.hints: tuple[RepeatHint, ...] = ()
        self._same = ""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look().px(10))
        self._note = Text(self.tr("填了户号、电话、地址或分类后，这里列出一年内的往来。"), "soft", wrap=True)
        self.add(self._note)
        self.add(self._rows)
        self.buttons: list[Button] = []
        self.show_hints((), "")

    def show_hints(self, hints: Sequence[RepeatHint], same: str) -> None:
        """These cases; ``same`` is the id of the one confirmed."""
        if tuple(hints) == self.hints and same == self._same and self.title.text():
            return
        self.hints, self._same = tuple(hints), same
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        while (taken := self._rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for hint in self.hints[:MOST]:
            confirmed = hint.id == same
            button = Button(self.tr("不是同一件") if confirmed else self.tr("是同一件"), kind="link")
            button.setAccessibleName(f"{button.text()} {hint.number}")
            button.clicked.connect(lambda _on=False, said="" if confirmed else hint.id: self.confirmed.emit(said))
            self.buttons.append(button)
            self._rows.addWidget(HintRow(self._words, hint, same=confirmed, pressed=button))
        if focused is not None and focused < len(self.buttons):
            self.buttons[focused].setFocus()
        count = len(self.hints)
        self.set_title(self.tr("可能是同一件") if count else self.tr("以往诉求"), str(count) if count else "")
        self._note.setVisible(not count)
