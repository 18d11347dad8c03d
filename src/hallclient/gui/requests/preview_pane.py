"""Beside the list (诉求预览): the words, the clock and the first facts of the current row; Enter opens it whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from hallclient.domain.requests import Request, RequestLine
from hallclient.errors import HallError
from hallclient.gui.requests.clock_column import ClockColumn
from hallclient.gui.requests.complaint_steps import ComplaintSteps, path_card
from hallclient.gui.requests.people_card import PeopleCard
from hallclient.gui.requests.request_words import RequestWords
from hallclient.gui.requests.side_by_side import SideBySide
from hallclient.gui.requests.words_card import WordsCard
from hallclient.gui.shared import messages
from hallclient.gui.shared.background import Debounce
from hallclient.gui.shared.controls.banner import EmptyState
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.card import PageHead
from hallclient.gui.shared.controls.layouts import Column
from hallclient.gui.shared.controls.plan import StepPath
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace


class PreviewPane(QWidget):
    """``open_wanted(request id)``."""

    open_wanted = Signal(str)

    def __init__(self, workplace: Workplace, words: RequestWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._words = workplace, words
        self._line: RequestLine | None = None
        self._steps = ComplaintSteps(words)
        self.request: Request | None = None
        self._soon = Debounce(self._load, 60, self)
        self.head = PageHead("")
        self.open_button = Button(self.tr("打开"), icon="open", kind="plain")
        self.open_button.set_tip(self.tr("打开全部内容（回车）"))
        self.head.add_action(self.open_button)
        self.path = StepPath()
        self.path_card = path_card(self.path)
        self.said = WordsCard(words)
        self.said.strip.hide()
        self.clocks = ClockColumn(words)
        self.people = PeopleCard(words)
        right = Column(self.clocks, self.people, stretch_end=True)
        columns = SideBySide([(Column(self.said), 0), (right, 300)], least_rest=320)
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        column.addLayout(top)
        column.addWidget(self.path_card)
        column.addWidget(columns, 1)
        self.empty = EmptyState(
            self.tr("选一件诉求"), self.tr("左边的一件在这里看要点，回车打开全部。"), icon="requests"
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._whole)
        self.open_button.clicked.connect(self._open)
        self.path.picked.connect(lambda _key: self._open())
        self.said.history_wanted.connect(self._history)

    def show_line(self, line: RequestLine | None) -> None:
        """Another row; its request is read when the person stays on it."""
        if line is None:
            self._line = self.request = None
            self._stack.setCurrentWidget(self.empty)
            return
        self._line = line
        self._soon.poke()

    def _load(self) -> None:
        line, place = self._line, self._place
        if line is None:
            return

        def done(request: Request) -> None:
            if self._line is not None and self._line.id == request.id:
                self._show(self._line, request)

        place.background.run(
            "store", lambda: place.services.requests.request(place.actor, line.id), done, self._failed, owner=self
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, HallError):
            self._place.background.unexpected(error)
            return
        said = messages.words(error)
        self.empty.say(said.title, messages.told(said))
        self._stack.setCurrentWidget(self.empty)

    def _show(self, line: RequestLine, request: Request) -> None:
        self.request = request
        words, told = self._words, request.content
        self.head.set_title(words.kind(told.kind), f"{request.number}  •  {words.channel(told.channel)}")
        self.path_card.setVisible(told.kind == "complaint")
        self.path.set_steps(self._steps.of(request, line.evidence))
        self.said.show_request(request)
        parts = [words.severity(told.severity), *words.path(told.category)[1:], words.subtype(told.kind, told.subtype)]
        self.said.history.setText(" · ".join(filter(None, parts)) or words.state(request.state))
        self.clocks.show_clocks(request.clocks if request.state != "closed" else ())
        self.people.show_request(request)
        self._stack.setCurrentWidget(self._whole)

    def _open(self) -> None:
        if self.request is not None:
            self.open_wanted.emit(self.request.id)

    def _history(self) -> None:
        if self.request is not None:
            self._place.go("customers", self.request.content.customer)
