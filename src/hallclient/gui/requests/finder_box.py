"""A box that finds while typing (边打边找): what fits drops down under it; arrows and Enter choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from hallclient.gui.shared.background import Debounce
from hallclient.gui.shared.controls.editors import LineBox


class FinderBox(LineBox):
    """``wanted(text)`` asks the owner, who answers with :meth:`offer`; ``chosen(value)`` is what the person took."""

    wanted = Signal(str)
    chosen = Signal(object)

    def __init__(
        self, placeholder: str = "", *, icon: str = "find", after: int = 120, parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder, icon=icon, parent=parent)
        self._offers: list[tuple[Any, str]] = []
        self._lines = QStringListModel(self)
        self._list = QCompleter(self._lines, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(10)
        self._list.setWrapAround(True)
        self._list.setWidget(self)
        self._list.activated[QModelIndex].connect(self._took)  # type: ignore[index]
        self._soon = Debounce(self._ask, after, self)
        self.textEdited.connect(lambda _text: self._soon.poke())
        self.returnPressed.connect(self._enter)

    @property
    def offers(self) -> tuple[tuple[Any, str], ...]:
        """What is offered now."""
        return tuple(self._offers)

    def offer(self, offers: Sequence[tuple[Any, str]]) -> None:
        """Value and line of what fits; shown if the person is still here."""
        self._offers = list(offers)
        self._lines.setStringList([line for _, line in offers])
        if offers and self.hasFocus():
            self._list.complete()
        else:
            self._list.popup().hide()

    def take(self, place: int) -> None:
        """Choose an offer."""
        if 0 <= place < len(self._offers):
            value = self._offers[place][0]
            self._soon.stop()
            self._list.popup().hide()
            self.chosen.emit(value)

    def _ask(self) -> None:
        if self.value():
            self.wanted.emit(self.value())
        else:
            self.offer(())

    def _enter(self) -> None:
        if len(self._offers) == 1 and not self._list.popup().isVisible():
            self.take(0)
        elif not self._list.popup().isVisible():
            self._soon.stop()
            self._ask()

    def _took(self, index: QModelIndex) -> None:
        row = index.row()
        # The completer writes its line into the box after this signal: choose when it has.
        self.setProperty("taken", row)
        Debounce(lambda: self.take(row), 0, self).poke()
