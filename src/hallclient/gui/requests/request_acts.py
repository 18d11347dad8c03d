"""What can be done to a request (诉求操作): unmask, amend, attach, close, print; each on the store lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject

from hallclient.domain.customers import TimelineEntry
from hallclient.domain.evidence import EvidenceItem
from hallclient.domain.requests import REPORT, RepeatHint, Request, title_of
from hallclient.errors import HallError
from hallclient.gui.shared.paper_jobs import print_paper
from hallclient.gui.shared.printing import Printed
from hallclient.gui.shared.workplace import Workplace

YEAR = timedelta(days=365)
MOST = 6

Done = Callable[[Request], None]


class RequestActs(QObject):
    """``owner`` is the page: when it is gone, answers are dropped."""

    def __init__(self, workplace: Workplace, owner: QObject) -> None:
        super().__init__(owner)
        self._place = workplace

    def earlier(self, request: Request) -> tuple[RepeatHint, ...]:
        """The case confirmed as the same, the one urged, then others of the customer; on the store lane.

        Those of a report stay apart: nothing shall lead to who reported.
        """
        told = request.content
        if told.kind == REPORT:
            return ()
        why = {told.repeat_of: "confirmed", told.parent: "parent"}
        for entry in self._entries(request):
            why.setdefault(entry.object_id, "customer")
        found = (self._hint(case, reason) for case, reason in list(why.items())[: MOST + 1] if case)
        return tuple(hint for hint in found if hint is not None)

    def _hint(self, case: str, reason: str) -> RepeatHint | None:
        try:
            found = self._place.services.requests.request(self._place.actor, case)
        except HallError:  # not for this person: not shown
            return None
        return RepeatHint(
            id=found.id, number=found.number, kind=found.content.kind, category=found.content.category,
            accepted_at=found.accepted_at, title=title_of(found.content.facts), reasons=(reason,),
        )  # fmt: skip

    def _entries(self, request: Request) -> list[TimelineEntry]:
        """What else the customer asked within a year."""
        place, customer = self._place, request.content.customer
        if not customer or not place.actor.may("customers.read"):
            return []
        try:
            entries = place.services.customers.timeline(place.actor, customer, limit=200)
        except HallError:
            return []
        since = place.clock() - YEAR
        return [e for e in entries if e.kind == "request" and e.object_id != request.id and e.at >= since]

    def history(self, request: Request) -> dict[str, int]:
        """How often the customer asked what within a year, this request left out; on the store lane."""
        counts = dict[str, int]()
        for entry in self._entries(request):
            counts[entry.title] = counts.get(entry.title, 0) + 1
        return counts

    def unmask(self, request: Request, reason: str, done: Done) -> None:
        """The request in clear."""
        place = self._place
        place.background.run(
            "store", lambda: place.services.requests.unmasked(place.actor, request.id, reason), done, owner=self
        )

    def editable(self, request: Request, done: Done) -> None:
        """The request in clear, to be amended."""
        place = self._place
        place.background.run(
            "store", lambda: place.services.requests.editable(place.actor, request.id), done, owner=self
        )

    def close(self, request: Request, answer: str) -> None:
        """首接办结."""
        place = self._place
        place.background.run(
            "store",
            lambda: place.services.requests.close_first_contact(place.actor, request.id, answer),
            lambda closed: place.messages.say(self.tr("%1 已首接办结").replace("%1", closed.number)),
            owner=self,
        )

    def attach(self, request: Request, item: EvidenceItem) -> None:
        """Evidence that came later is a version of its own, with its number as the reason."""
        place, reason = self._place, self.tr("补充证据 %1").replace("%1", item.number)

        def work() -> Request:
            now = place.services.requests.editable(place.actor, request.id)
            draft = replace(now.content, evidence=(*now.content.evidence, item.id))
            return place.services.requests.amend(place.actor, now.id, draft, reason=reason, rev=now.rev)

        place.background.run("store", work, lambda _done: place.messages.say(self.tr("证据已入库并关联")), owner=self)

    def print_record(self, request: Request) -> None:
        """投诉处理单 to the printer, or as a file where there is none."""
        place, again = self._place, request.prints > 0
        name = self.tr("投诉处理单 %1").replace("%1", request.number)

        def printed(result: Printed) -> None:
            if result.printer:
                said = self.tr("已补打，单上注明“补打”") if again else self.tr("已送打印机")
                place.messages.say(said)

        print_paper(
            place, name, lambda: place.services.request_papers.complaint_record(place.actor, request.id), self, printed
        )
