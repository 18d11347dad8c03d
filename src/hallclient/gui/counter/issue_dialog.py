"""Giving out a ticket (取号): class, reason of a priority, what it is about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hallclient.domain.queue import PRIORITY, Ticket
from hallclient.errors import RuleBroken
from hallclient.gui.counter.catalog_names import CatalogNames
from hallclient.gui.shared import messages
from hallclient.gui.shared.controls.button import Button
from hallclient.gui.shared.controls.editors import Choice, LineBox
from hallclient.gui.shared.controls.field import Field
from hallclient.gui.shared.controls.segment import Segment
from hallclient.gui.shared.controls.text import Text, set_shown
from hallclient.gui.shared.theme import look
from hallclient.gui.shared.workplace import Workplace


class IssueDialog(QDialog):
    """``issued`` gives the new Ticket."""

    issued = Signal(object)

    def __init__(self, workplace: Workplace, names: CatalogNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        here = look()
        self.setWindowTitle(self.tr("取号"))
        self.setModal(True)
        self.setMinimumWidth(here.px(460))
        column = QVBoxLayout(self)
        column.setContentsMargins(here.px(24), here.px(20), here.px(24), here.px(20))
        column.setSpacing(here.px(12))
        column.addWidget(Text(self.tr("取号"), "card"))
        classes = [(item.code, names.of(item)) for item in workplace.services.parts.catalog.queue_classes()]
        self.queue_class = Segment(classes, classes[0][0], name=self.tr("排队类别"))
        self.queue_class.picked.connect(lambda _code: self._arrange())
        self.reason = Choice(names.options("priority_reason"))
        self.topic = LineBox(self.tr("如过户、新装、开票"), limit=400)
        self.fields = {
            "queue_class": Field(self.tr("排队类别"), self.queue_class, help=self.tr("← → 选择")),
            "priority_reason": Field(self.tr("优先原因"), self.reason),
            "topic": Field(self.tr("办什么"), self.topic, optional=True),
        }
        for field in self.fields.values():
            column.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(here.px(8))
        row.addStretch(1)
        no = Button(self.tr("取消"))
        no.clicked.connect(self.reject)
        self.yes = Button(self.tr("取号"), icon="ticket", kind="primary")
        self.yes.setDefault(True)
        self.yes.clicked.connect(self._issue)
        row.addWidget(no)
        row.addWidget(self.yes)
        column.addLayout(row)
        self._arrange()
        self.queue_class.setFocus()

    def _arrange(self) -> None:
        set_shown(self.fields["priority_reason"], self.queue_class.value() == PRIORITY)

    def _issue(self) -> None:
        place, code, topic = self._place, self.queue_class.value(), self.topic.value()
        reason = (self.reason.value() or "") if code == PRIORITY else ""

        def done(ticket: Ticket) -> None:
            place.messages.say(self.tr("已取号 %1").replace("%1", ticket.number))
            self.issued.emit(ticket)
            self.accept()

        def failed(error: Exception) -> None:
            if isinstance(error, RuleBroken) and error.problems:
                messages.show_problems(self.fields, error.problems)
            elif not place.messages.tell(error):
                place.background.unexpected(error)

        place.background.run(
            "store",
            lambda: place.services.queue.issue(place.actor, code, priority_reason=reason, topic=topic),
            done,
            failed,
            owner=self,
        )
