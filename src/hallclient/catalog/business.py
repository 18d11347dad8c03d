"""The shape of the counter's rules: business kinds with fields, documents and stages; queue, payments, units."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from hallclient.catalog.model import Facts, Item, LimitUse, Plain, When, holds

FieldType = Literal[
    "text", "number", "money", "date", "choice", "phone", "id_card", "address", "account", "boolean", "long_text"
]


class Field(Item, frozen=True, kw_only=True):
    """One field of a form. Money and its bounds are int fen. ``when`` says under which facts it is shown."""

    type: FieldType
    section: str = "main"
    unit: str = ""
    choices: tuple[Item, ...] = ()
    required: bool = False
    min: float | None = None
    max: float | None = None
    decimals: int = 0
    max_length: int = 0
    default: str | int | float | bool | None = None
    help_zh: str = ""
    help_en: str = ""
    width: Literal["half", "full"] = "half"
    when: When = msgspec.field(default_factory=dict)


class Document(Item, frozen=True, kw_only=True):
    """A document of the library (材料). ``forms`` are the papers accepted as this document; any one is enough."""

    group: Literal["identity", "ownership", "agent", "technical", "approval", "payment", "other"]
    forms: tuple[Item, ...] = ()
    refused_zh: str = ""
    refused_en: str = ""
    source: str = ""


class DocumentNeed(Plain, frozen=True, kw_only=True):
    """A document that a business kind asks for. ``deferrable`` = 容缺受理, to be brought within ``commitment_days``."""

    document: str
    required: bool = True
    deferrable: bool = False
    commitment_days: int = 0
    originals: int = 1
    copies: int = 1
    when: When = msgspec.field(default_factory=dict)
    note_zh: str = ""
    note_en: str = ""


class Stage(Item, frozen=True, kw_only=True):
    """A step of a business kind. ``role`` does it; ``notify`` = the customer is told when it is done."""

    role: str
    specialty: str = ""
    limit: str = ""
    limit_when: tuple[LimitUse, ...] = ()
    notify: bool = False
    when: When = msgspec.field(default_factory=dict)

    def limit_for(self, facts: Facts) -> str:
        """The limit code under these facts, or an empty text."""
        return _limit_for(self.limit_when, self.limit, facts)


class Note(Plain, frozen=True, kw_only=True):
    """A sentence in two languages."""

    zh: str
    en: str


class BusinessKind(Item, frozen=True, kw_only=True):
    """A kind of counter business (业务类型), complete: shared field and document sets are already unfolded."""

    group: str
    queue_class: str
    route: Literal["business", "payment", "request"] = "business"
    seen: tuple[str, ...] = ()
    definition_zh: str = ""
    definition_en: str = ""
    fields: tuple[Field, ...] = ()
    documents: tuple[DocumentNeed, ...] = ()
    stages: tuple[Stage, ...] = ()
    whole: str = ""
    whole_when: tuple[LimitUse, ...] = ()
    ahead: str = ""
    terms: tuple[str, ...] = ()
    fee_zh: str = ""
    fee_en: str = ""
    account: Literal["existing", "new", "none"] = "existing"
    needs_cleared: bool = False
    one_document: bool = False
    right: str = "business.accept"
    request_kind: str = ""
    notes: tuple[Note, ...] = ()
    edition: str = ""
    valid_from: date
    valid_to: date | None = None
    source: str = ""

    def whole_limit(self, facts: Facts) -> str:
        """The limit code of the whole business under these facts, or an empty text."""
        return _limit_for(self.whole_when, self.whole, facts)

    def documents_for(self, facts: Facts) -> tuple[DocumentNeed, ...]:
        """The documents asked for under these facts, in order."""
        return tuple(need for need in self.documents if holds(need.when, facts))

    def fields_for(self, facts: Facts) -> tuple[Field, ...]:
        """The fields shown under these facts, in order."""
        return tuple(field for field in self.fields if holds(field.when, facts))

    def stages_for(self, facts: Facts) -> tuple[Stage, ...]:
        """The stages gone through under these facts, in order."""
        return tuple(stage for stage in self.stages if holds(stage.when, facts))


def _limit_for(uses: tuple[LimitUse, ...], otherwise: str, facts: Facts) -> str:
    return next((use.limit for use in uses if holds(use.when, facts)), otherwise)


# ---- queue, payments, units --------------------------------------------------------------------------------------


class QueueClass(Item, frozen=True, kw_only=True):
    """A class of tickets (排队类别). The norms are limit codes; a heavier ``weight`` is called first."""

    prefix: str
    weight: int
    handling_limit: str
    waiting_limit: str


class TicketState(Item, frozen=True, kw_only=True):
    """A state of a ticket or of a window, and the states that may follow."""

    next: tuple[str, ...] = ()


class PaymentWay(Item, frozen=True, kw_only=True):
    """A way to pay. ``fields`` are asked for with it; ``change`` = change is computed (唱收唱付)."""

    change: bool = False
    prepaid: bool = False
    clears_later: bool = False
    fields: tuple[Field, ...] = ()


class ReversalRules(Plain, frozen=True, kw_only=True):
    """How a payment is reversed (冲正)."""

    same_day_only: bool
    before_settlement_only: bool
    reason_required: bool
    second_person: bool
    approve_right: str
    note_zh: str
    note_en: str


class UnitKind(Item, frozen=True, kw_only=True):
    """A level of the organisation."""

    rank: int
    parents: tuple[str, ...] = ()


class HallGrade(Item, frozen=True, kw_only=True):
    """A grade of halls (A/B/C级营业厅): ``groups`` are the business groups it may handle."""

    groups: tuple[str, ...]
    scope_zh: str
    scope_en: str
    source: str = ""
