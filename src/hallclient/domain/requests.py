"""Customer requests (诉求): one draft for every kind, the listening facts of a complaint, clocks, versions, repeats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from typing import Any

from hallclient.domain.text import one_line, several_lines
from hallclient.errors import Problem

COMPLAINT = "complaint"
REPORT = "report"
REPEAT_WINDOW = timedelta(days=365)
TEXT_LIMIT = 20_000
WORDS = ("facts", "claim", "visit_note", "event_place", "leapfrog_reason")
"""Texts of several lines."""
LIMITS = {
    "name": 64, "phone": 32, "account": 20, "address": 256, "external_no": 64, "person": 32, "relation": 32,
    "confidentiality": 32, "emotion": 32, "urgency": 32, **dict.fromkeys(WORDS, TEXT_LIMIT),
}  # fmt: skip
"""How many characters a field takes."""
FUTURE_SLACK = timedelta(minutes=5)

LISTENED = ("recording", "letter", "note")
"""How a complaint was listened to (K04): a recording file, a scan of the letter, or a note of the visit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """A request as the page gathers it (domain.md 6.3, 受理 and 内容).

    ``facts`` are the customer's words. ``visit_note`` and the evidence ids show how a complaint was listened to.
    """

    kind: str = ""
    subtype: str = ""
    channel: str = ""
    external_no: str = ""
    external_due: datetime | None = None
    contact_start: datetime | None = None
    contact_end: datetime | None = None
    customer: str = ""
    account: str = ""
    name: str = ""
    phone: str = ""
    relation: str = ""
    address: str = ""
    category: str = ""
    severity: str = ""
    facts: str = ""
    claim: str = ""
    event_time: datetime | None = None
    event_place: str = ""
    person: str = ""
    confidentiality: str = ""
    wants_visit: bool = True
    emotion: str = ""
    urgency: str = ""
    leapfrog: bool = False
    leapfrog_reason: str = ""
    flags: tuple[str, ...] = ()
    repeat_of: str = ""
    parent: str = ""
    visit_note: str = ""
    told_recording: bool = False
    evidence: tuple[str, ...] = ()
    ticket: str = ""

    @property
    def anonymous(self) -> bool:
        """匿名: name and phone may be left out, as told to the customer."""
        return self.confidentiality == "anonymous"

    def tidy(self) -> RequestDraft:
        """The same draft as it is kept: without controls and outer blanks, short fields on one line."""
        texts = {each.name: value for each in fields(self) if isinstance(value := getattr(self, each.name), str)}
        kept: dict[str, Any] = {n: (several_lines if n in WORDS else one_line)(text) for n, text in texts.items()}
        return replace(self, **kept)

    def problems(self, rules: IntakeRules, now: datetime) -> tuple[Problem, ...]:
        """What is missing or wrong, field by field, under the rules of the kind and the channel."""
        found = [*self._missing(rules), *self._times(now)]
        found += [Problem(field=name, code="requests.choice_unknown") for name in rules.unknown]
        for name, limit in LIMITS.items():
            if len(getattr(self, name)) > limit:
                found.append(Problem(field=name, code="requests.too_long", details={"limit": limit}))
        if self.kind == COMPLAINT and not self.evidence and not self.visit_note.strip():
            found.append(Problem(field="evidence", code="complaints.not_listened"))
        return tuple(found)

    def _missing(self, rules: IntakeRules) -> list[Problem]:
        needed = {"kind": self.kind, "channel": self.channel, "facts": self.facts}
        if rules.subtypes:
            needed["subtype"] = self.subtype
        if rules.external_needed:
            needed["external_no"] = self.external_no
        if rules.parent_needed:
            needed["parent"] = self.parent
        if not self.anonymous and self.kind != REPORT:
            needed |= {"name": self.name, "phone": self.phone}
        if self.kind == COMPLAINT:
            needed |= {
                "category": self.category, "severity": self.severity, "claim": self.claim,
                "confidentiality": self.confidentiality,
            }  # fmt: skip
        found = [Problem(field=name, code="requests.missing") for name, value in needed.items() if not value.strip()]
        if self.kind == COMPLAINT:
            for name in ("contact_start", "contact_end"):
                if getattr(self, name) is None:
                    found.append(Problem(field=name, code="requests.missing"))
            if self.category and not rules.category_is_leaf:
                found.append(Problem(field="category", code="complaints.category_not_leaf"))
        if self.leapfrog and not self.leapfrog_reason.strip():
            found.append(Problem(field="leapfrog_reason", code="requests.missing"))
        if self.phone.strip() and sum(c.isdecimal() for c in self.phone) < 7:
            found.append(Problem(field="phone", code="requests.phone_short"))
        return found

    def _times(self, now: datetime) -> list[Problem]:
        found = [
            Problem(field=name, code="requests.future")
            for name in ("contact_start", "contact_end", "event_time")
            if (at := getattr(self, name)) is not None and at > now + FUTURE_SLACK
        ]
        if self.contact_start and self.contact_end and self.contact_end < self.contact_start:
            found.append(Problem(field="contact_end", code="requests.ends_before_start"))
        if self.event_time and self.contact_end and self.event_time > self.contact_end:
            found.append(Problem(field="event_time", code="requests.event_after_contact"))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeRules:
    """What the catalog asks of one kind and channel."""

    subtypes: bool = False
    external_needed: bool = False
    parent_needed: bool = False
    category_is_leaf: bool = True
    unknown: tuple[str, ...] = ()
    """Fields whose code the catalog does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One limit running on a request: stored at acceptance with its edition, never recomputed (house rule 5)."""

    code: str
    zh: str
    en: str
    started: datetime
    due: datetime
    edition: str
    published: bool = True
    met_at: datetime | None = None
    warn_ratio: float = 0.8

    def state(self, now: datetime) -> str:
        """``met``, ``late``, ``soon`` or ``ok``."""
        if self.met_at is not None:
            return "met" if self.met_at <= self.due else "late"
        if now > self.due:
            return "late"
        total = (self.due - self.started).total_seconds()
        used = (now - self.started).total_seconds()
        return "soon" if total > 0 and used / total >= self.warn_ratio else "ok"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request as kept (诉求单): its draft's content in force, who received it when, its clocks and state."""

    id: str
    number: str
    content: RequestDraft
    accepted_at: datetime
    receiver: str
    receiver_no: str
    unit: str
    state: str
    clocks: tuple[Clock, ...]
    version: int
    repeats: int
    urged: int
    prints: int
    rev: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """One line of the list of requests, masked."""

    id: str
    number: str
    kind: str
    subtype: str
    channel: str
    external_no: str
    category: str
    severity: str
    name: str
    title: str
    accepted_at: datetime
    state: str
    due: datetime | None
    evidence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFilter:
    """What the list shows. Empty fields do not restrict."""

    kinds: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    mine: bool = False
    due_from: datetime | None = None
    due_before: datetime | None = None
    accepted_from: datetime | None = None
    accepted_to: datetime | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One saved version of a request's content: never overwritten (K05)."""

    number: int
    at: datetime
    author: str
    reason: str
    content: Mapping[str, Any]
    changed: tuple[str, ...] = ()


CONTACTS = ("reached", "missed", "met")
"""How a contact with the customer ended (K12): 接通, 未接通, 见面."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact with the customer (联系): when, how it ended, what was said, by whom (staff number)."""

    at: datetime
    outcome: str
    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatHint:
    """An earlier case that may be the same matter (K51), with why; the person decides."""

    id: str
    number: str
    kind: str
    category: str
    accepted_at: datetime
    title: str
    reasons: tuple[str, ...] = field(default_factory=tuple)


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """Which fields differ between two versions, by name."""
    return tuple(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))


def title_of(facts: str, width: int = 28) -> str:
    """The first words of the facts, as a line to recognise the case by."""
    first = " ".join(facts.split())
    return first if len(first) <= width else first[:width] + "…"
