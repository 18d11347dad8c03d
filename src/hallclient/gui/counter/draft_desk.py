"""The business being accepted (受理台): what is typed so far, checked while typing, put aside, accepted, printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from hallclient.catalog.business import BusinessKind
from hallclient.domain.business import DocumentState, Order, OrderDraft, SavedDraft
from hallclient.domain.customers import CustomerCard
from hallclient.errors import HallError, RuleBroken
from hallclient.gui.shared.background import Debounce
from hallclient.gui.shared.workplace import Workplace
from hallclient.services.business import DraftCheck

CHECK_AFTER = 150
SAVE_AFTER = 4000
"""Milliseconds after the last change until the draft is checked, and put aside by itself."""


@dataclass(slots=True)
class _Kept:
    """Under which id a draft is put aside. Read and written on the store lane only, so that no two are made."""

    id: str | None = None


class DraftDesk(QObject):
    """Holds one draft. Widgets tell it what changed and listen to what it says; nothing typed is lost on an error."""

    started = Signal()
    """Another kind, another customer or another draft: show everything anew."""
    checked = Signal(object)
    """A DraftCheck of the draft as it stands."""
    accepted = Signal(object)
    """The Order."""
    refused = Signal(object)
    """The problems that stopped an acceptance."""
    saved = Signal()
    busy = Signal(bool)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self.kind: BusinessKind | None = None
        self.card: CustomerCard | None = None
        self.values: dict[str, str] = {}
        self.documents: dict[str, DocumentState] = {}
        self.cleared = False
        self.ticket_id: str | None = None
        self._kept = _Kept()
        self.began: datetime | None = None
        self.check: DraftCheck | None = None
        self._customer_id: str | None = None
        self._dirty = self._stale = False
        self._asked = 0
        self._accepting = False
        self._check_soon = Debounce(self.check_now, CHECK_AFTER, self)
        self._save_soon = Debounce(self.put_aside, SAVE_AFTER, self)

    # ---- what is being accepted ----------------------------------------------------------------------------------

    @property
    def customer_id(self) -> str | None:
        """The customer of the draft."""
        return self._customer_id

    @property
    def dirty(self) -> bool:
        """Whether something was typed since it was put aside."""
        return self._dirty

    @property
    def stale(self) -> bool:
        """Whether something changed that the last check has not seen."""
        return self._stale

    @property
    def put_aside_already(self) -> bool:
        """Whether the draft has been put aside."""
        return self._kept.id is not None

    def draft(self) -> OrderDraft:
        """The draft as it stands."""
        assert self.kind is not None
        return OrderDraft(
            kind=self.kind.code,
            customer_id=self._customer_id,
            ticket_id=self.ticket_id,
            values={code: text for code, text in self.values.items() if text.strip()},
            documents=dict(self.documents),
            cleared=self.cleared,
        )

    def begin(self, kind: BusinessKind) -> None:
        """Another kind. What was typed stays where the new kind has the same field or document."""
        self.kind = kind
        fields = {field.code for field in kind.fields}
        needs = {need.document for need in kind.documents}
        self.values = {code: text for code, text in self.values.items() if code in fields}
        self.documents = {code: state for code, state in self.documents.items() if code in needs}
        if kind.account != "existing":
            self._customer_id, self.card = None, None
        self.cleared = False
        self.began = self.began or self._place.clock()
        self.check = None
        self.started.emit()
        self.check_now()

    def resume(self, saved: SavedDraft, kind: BusinessKind, card: CustomerCard | None) -> None:
        """Go on with a draft put aside."""
        self.clear()
        draft = saved.draft
        self._kept, self.began = _Kept(saved.id), saved.saved_at
        self.values, self.documents, self.cleared = dict(draft.values), dict(draft.documents), draft.cleared
        self.ticket_id = draft.ticket_id or self.ticket_id
        self.card, self._customer_id = card, draft.customer_id
        self.kind = kind
        self.started.emit()
        self.check_now()

    def set_customer(self, card: CustomerCard | None) -> None:
        """The customer found, or none. Typed values stay; what the archive knows is filled in beside them."""
        self.card = card
        self._customer_id = card.customer.id if card else None
        if self.kind is not None:
            self._dirty = True
            self.started.emit()
            self.check_now()

    def set_value(self, code: str, text: str) -> None:
        """Something was typed."""
        if self.values.get(code, "") != text:
            self.values[code] = text
            self._touch()

    def set_document(self, code: str, state: DocumentState) -> None:
        """A paper was received, is missing, or is promised."""
        self.documents[code] = state
        self._touch()

    def attach(self, code: str, evidence_id: str) -> None:
        """A scan came in: the paper counts as received."""
        state = self.documents.get(code, DocumentState())
        papers = (*state.evidence, evidence_id)
        self.set_document(code, replace(state, status="received", due=None, committed=False, evidence=papers))

    def set_cleared(self, cleared: bool) -> None:
        """The clerk has seen that nothing is owed."""
        self.cleared = cleared
        self._touch()

    def clear(self) -> None:
        """Ready for the next customer; the ticket stays."""
        self._check_soon.stop()
        self._save_soon.stop()
        self._asked += 1
        self.kind = self.card = self.check = self.began = None
        self._customer_id = None
        self._kept = _Kept()
        self.values, self.documents = {}, {}
        self.cleared = self._dirty = self._accepting = False

    def _touch(self) -> None:
        self._dirty = self._stale = True
        self._check_soon.poke()
        self._save_soon.poke()

    # ---- services ------------------------------------------------------------------------------------------------

    def check_now(self) -> None:
        """Ask the service what is wrong and what the plan would be."""
        self._check_soon.stop()
        if self.kind is None:
            return
        self._asked += 1
        asked, draft, place = self._asked, self.draft(), self._place

        def done(check: DraftCheck) -> None:
            if asked == self._asked:
                self._stale = False
                self.check = check
                self.checked.emit(check)

        place.background.run("store", lambda: place.services.business.check(place.actor, draft), done, owner=self)

    def put_aside(self) -> None:
        """Put the draft aside if there is anything new in it (暂存)."""
        if self._dirty:
            self.save()

    def save(self) -> None:
        """Put the draft aside."""
        self._save_soon.stop()
        if self.kind is None or self._accepting:
            return
        draft, kept, place, title = self.draft(), self._kept, self._place, self.title()
        self._dirty = False

        def work() -> None:
            kept.id = place.services.business.save_draft(place.actor, draft, draft_id=kept.id, title=title)

        def done(_nothing: None) -> None:
            if kept is self._kept:
                self.saved.emit()

        def failed(error: Exception) -> None:
            if kept is self._kept:
                self._dirty = True
            self.fail(error)

        place.background.run("store", work, done, failed, owner=self)

    def title(self) -> str:
        """What a list of drafts says of this one: a masked name or nothing, never what was typed of a person."""
        return self.card.customer.name if self.card else ""

    def accept(self) -> None:
        """Accept the order; its papers are printed by who hears ``accepted``."""
        if self.kind is None or self._accepting:
            return
        self._check_soon.stop()
        self._save_soon.stop()
        self._accepting = True
        self.busy.emit(True)
        draft, kept, place = self.draft(), self._kept, self._place

        def done(order: Order) -> None:
            self._accepting = self._dirty = False
            self.busy.emit(False)
            self.accepted.emit(order)

        def failed(error: Exception) -> None:
            self._accepting = False
            self.busy.emit(False)
            if isinstance(error, RuleBroken) and error.problems:
                self.refused.emit(error.problems)
            else:
                self.fail(error)

        place.background.run(
            "store",
            lambda: place.services.business.accept(place.actor, draft, draft_id=kept.id),
            done,
            failed,
            owner=self,
        )

    def discard(self) -> None:
        """Throw the draft away, put aside or not."""
        kept, place = self._kept, self._place
        self.clear()
        self.started.emit()

        def work() -> None:
            if kept.id is not None:
                place.services.business.discard_draft(place.actor, kept.id)

        place.background.run("store", work, owner=self)

    def fail(self, error: Exception) -> None:
        """Show an error of the store; a bug goes to the crash dialog."""
        if not isinstance(error, HallError) or not self._place.messages.tell(error):
            self._place.background.unexpected(error)
