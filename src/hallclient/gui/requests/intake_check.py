"""The service's side of an intake (受理核对): a draft checked while it is typed, then accepted or amended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from hallclient.catalog.model import Criterion
from hallclient.domain.requests import REPORT, Clock, RepeatHint, Request, RequestDraft
from hallclient.errors import HallError, Problem, RuleBroken
from hallclient.gui.shared.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What the service says of a draft as it stands."""

    problems: tuple[Problem, ...]
    clocks: tuple[Clock, ...]
    severity: str
    criteria: tuple[Criterion, ...]
    repeats: tuple[RepeatHint, ...]


class IntakeCheck(QObject):
    """Asks on the store lane; an answer to an older draft is dropped."""

    checked = Signal(object)
    """A Check."""
    accepted = Signal(object)
    """The Request, accepted or amended."""
    refused = Signal(object)
    """The problems that stopped it."""
    busy = Signal(bool)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self._asked = 0
        self.sending = False

    def ask(self, draft: RequestDraft) -> None:
        """Problems, clocks, severity and repeats of a draft."""
        self._asked += 1
        asked, place, started = self._asked, self._place, self._place.clock()

        def work() -> Check:
            service, actor = place.services.requests, place.actor
            repeats = () if draft.kind == REPORT else service.repeats(actor, draft)
            severity, criteria = service.suggested_severity(actor, draft, 1 if draft.repeat_of else 0)
            return Check(
                problems=service.problems(actor, draft), clocks=service.clocks(actor, draft, started),
                severity=severity, criteria=criteria, repeats=repeats,
            )  # fmt: skip

        def done(check: Check) -> None:
            if asked == self._asked:
                self.checked.emit(check)

        place.background.run("store", work, done, owner=self)

    def accept(self, draft: RequestDraft, answer: str = "") -> None:
        """Take it in; with an answer it is closed at once (首接办结)."""
        place = self._place

        def work() -> Request:
            service, actor = place.services.requests, place.actor
            made = service.accept(actor, draft)
            return service.close_first_contact(actor, made.id, answer) if answer else made

        self._send(work)

    def amend(self, before: Request, draft: RequestDraft, reason: str) -> None:
        """Save the next version."""
        place = self._place
        self._send(lambda: place.services.requests.amend(place.actor, before.id, draft, reason=reason, rev=before.rev))

    def _send(self, work: Callable[[], Request]) -> None:
        self.sending = True
        self.busy.emit(True)
        self._place.background.run("store", work, self._done, self._failed, owner=self)

    def _done(self, request: Request) -> None:
        self.sending = False
        self.busy.emit(False)
        self.accepted.emit(request)

    def _failed(self, error: Exception) -> None:
        self.sending = False
        self.busy.emit(False)
        if isinstance(error, RuleBroken) and error.problems:
            self.refused.emit(error.problems)
        elif not isinstance(error, HallError) or not self._place.messages.tell(error):
            self._place.background.unexpected(error)
