"""The shape of the rules: one frozen struct per kind of rule in ``resources/catalog/*.toml``.

The counter's rules (business kinds, fields, documents, queue, payments, units) stand in ``business.py``.

Every item has a stable ``code`` and its names ``zh`` and ``en``. Dates are inclusive: ``effective_to`` is the last
day in force. ``when`` maps a fact to the values under which a part applies, e.g.
``{handler = ["agent"], sources = ["dual"]}``; all facts named must match (see :func:`holds`). Facts are texts: the
choice and boolean fields of the business kind (booleans as ``yes`` and ``no``), ``handler`` (``self``, ``agent``) and
``customer_kind`` (``person``, ``organisation``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Literal

import msgspec

Facts = Mapping[str, str]
When = dict[str, tuple[str, ...]]

Unit = Literal["minute", "hour", "day", "workday", "month"]
Method = Literal["day-count", "accumulate"]
Sort = Literal["deadline", "average", "ahead", "term_min", "term_max"]
Scope = Literal["sgcc", "csg", "law", "all"]
Confidence = Literal["H", "M-H", "M", "L-M", "L"]
ChannelGroup = Literal[
    "phone", "online", "hall", "visit", "letter", "regulator", "government", "media", "oversight", "other"
]
Reach = Literal["none", "named", "own", "case", "hall", "unit", "all"]
REACHES: tuple[Reach, ...] = ("none", "named", "own", "case", "hall", "unit", "all")
"""Scopes of a right from narrow to wide. ``named`` gives nothing until the person is named on the record."""

GENERAL_FACTS: dict[str, tuple[str, ...]] = {"handler": ("self", "agent"), "customer_kind": ("person", "organisation")}
"""Facts every business order knows beside its own fields."""


def holds(when: When, facts: Facts) -> bool:
    """True when every fact named by ``when`` has one of its values. An empty ``when`` always holds."""
    return all(facts.get(fact) in values for fact, values in when.items())


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything with a code and two names."""

    code: str
    zh: str
    en: str


class Plain(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part without a code of its own."""


# ---- time limits -------------------------------------------------------------------------------------------------


class Edition(Item, frozen=True, kw_only=True):
    """The text a figure comes from. Limits and targets take what they do not say themselves from their edition."""

    scope: Scope
    effective_from: date
    source: str
    confidence: Confidence
    effective_to: date | None = None


class LimitRule(Item, frozen=True, kw_only=True):
    """A time limit (时限). Several editions share a code; :meth:`Catalog.limit` chooses by day and profile.

    ``sort``: a ``deadline`` is the longest allowed; an ``average`` is promised on average only; ``ahead`` is the least
    time BEFORE the start event; ``term_min`` and ``term_max`` bound how long something may last.
    ``method``: ``day-count`` counts whole days after the start day and ends with the last one; ``accumulate`` adds up
    the running time itself (24 h per calendar or working day).
    """

    amount: int
    unit: Unit
    start: str
    stop: str
    edition: str
    scope: Scope
    effective_from: date
    source: str
    confidence: Confidence
    method: Method = "day-count"
    sort: Sort = "deadline"
    pauses: tuple[str, ...] = ()
    effective_to: date | None = None
    default: bool = False
    warn_ratio: float = 0.8
    note_zh: str = ""
    note_en: str = ""


class Target(Item, frozen=True, kw_only=True):
    """A promised figure that is not a time, e.g. 供电可靠率 99.9 %."""

    value: float
    unit: str
    edition: str
    scope: Scope
    effective_from: date
    source: str
    confidence: Confidence
    effective_to: date | None = None


class LimitUse(Plain, frozen=True, kw_only=True):
    """A limit used under a condition."""

    limit: str
    when: When = msgspec.field(default_factory=dict)


# ---- requests and complaints -------------------------------------------------------------------------------------


class RequestKind(Item, frozen=True, kw_only=True):
    """A kind of customer request (诉求类型). ``clocks`` are the limits that start when it is accepted."""

    prefix: str
    definition_zh: str
    definition_en: str
    clocks: tuple[str, ...] = ()
    subtypes: tuple[RequestSubtype, ...] = ()
    uses_complaint_tree: bool = False
    needs_parent: bool = False
    right: str = "requests.intake"
    source: str = ""


class RequestSubtype(Item, frozen=True, kw_only=True):
    """A sub-type of a request kind; its clocks are added to the kind's, or replace them when ``replaces``."""

    clocks: tuple[str, ...] = ()
    replaces: bool = False


class Channel(Item, frozen=True, kw_only=True):
    """Where a request came from (来源渠道). ``limit`` is the external reply limit this channel brings, if any."""

    group: ChannelGroup
    limit: str = ""
    reference_required: bool = False
    deadline_on_transfer: bool = False
    passed_on_by: Literal["", "regulator", "city", "province", "national"] = ""


class OptionList(Item, frozen=True, kw_only=True):
    """A plain choice list: emotion, confidentiality, urgency, responsibility, site, ..."""

    options: tuple[Item, ...]


class Category(Item, frozen=True, kw_only=True):
    """A node of the complaint tree. The code tells level and parent: ``02.05.01`` under ``02.05`` under ``02``."""

    definition_zh: str = ""
    definition_en: str = ""
    origin: str = "GK"
    effective_from: date = date(2014, 1, 1)
    effective_to: date | None = None

    @property
    def level(self) -> int:
        return self.code.count(".") + 1

    @property
    def parent(self) -> str:
        return self.code.rpartition(".")[0]


class Severity(Item, frozen=True, kw_only=True):
    """A grade of complaints (投诉等级): higher ``rank`` is graver. ``clocks`` run beside those of the kind."""

    rank: int
    criteria_zh: str
    criteria_en: str
    handling_zh: str
    handling_en: str
    lead: str
    retention_years: int
    clocks: tuple[str, ...] = ()
    source: str = ""


class Criterion(Item, frozen=True, kw_only=True):
    """Signals that suggest a severity. All the conditions given must hold; within one list any value is enough."""

    severity: str
    channels: tuple[str, ...] = ()
    passed_on_by: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    repeats: int = 0
    keywords: tuple[str, ...] = ()


class Signals(Plain, frozen=True, kw_only=True):
    """What is known of a complaint when its severity is suggested.

    ``flags`` come from the list ``signal``: group, injury, heavy_loss, vulnerable, key_customer, escalation, ...
    ``media`` is "", "city", "province" or "national"; ``passed_on_by`` is "" (then the channel tells), "regulator",
    "city", "province" or "national"; ``repeats`` counts earlier cases of the same matter; ``text`` is facts and claim.
    """

    channel: str = ""
    passed_on_by: str = ""
    media: str = ""
    flags: frozenset[str] = frozenset()
    repeats: int = 0
    text: str = ""


# ---- people ------------------------------------------------------------------------------------------------------


class Right(Item, frozen=True, kw_only=True):
    """A right ``noun.verb``. ``reason`` = a reason is asked for each time, from the scope ``reason_from`` on;
    ``approval`` = a second person approves; ``administrative`` = the only ones an administrator may have."""

    reason: bool = False
    reason_from: Reach = "none"
    approval: bool = False
    administrative: bool = False


class Role(Item, frozen=True, kw_only=True):
    """A role. ``levels`` are the unit kinds it exists at; an ``administrator`` has no business data."""

    levels: tuple[str, ...]
    work_zh: str
    work_en: str
    administrator: bool = False
    outside: bool = False


class Separation(Item, frozen=True, kw_only=True):
    """Who must not be the same person. ``roles``: one person never holds a role of both sides (first, second);
    ``rights``: not both on the same record; ``person``: the person concerned has none of the rights of ``second``;
    ``nobody``: the rights of ``second`` are given to none of the roles of ``first``."""

    kind: Literal["roles", "rights", "person", "nobody"]
    first: tuple[str, ...]
    second: tuple[str, ...]


class MaskRule(Item, frozen=True, kw_only=True):
    """How one kind of personal data is hidden (脱敏). Data side: see ``catalog/masking.py``."""

    how: Literal["ends", "surname", "landline", "address", "hidden", "shown"]
    head: int = 0
    tail: int = 0
    least_hidden: int = 1
    compound_surnames: tuple[str, ...] = ()
    buildings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    unmask_right: str = ""
    example: str = ""
    example_masked: str = ""


# ---- calendar and profile ----------------------------------------------------------------------------------------


class Shift(Plain, frozen=True, kw_only=True):
    """A stretch of working hours."""

    start: time
    end: time


class DayOverride(Plain, frozen=True, kw_only=True):
    """A day that differs from the published calendar: local holiday or make-up day."""

    date: date
    work: bool
    zh: str
    en: str = ""
    source: str = ""


class WorkCalendar(Plain, frozen=True, kw_only=True):
    """Shifts of a working day, the days that differ from the published calendar, and years published only here."""

    shifts: tuple[Shift, ...]
    published: tuple[int, ...] = ()
    days: tuple[DayOverride, ...] = ()


class Profile(Item, frozen=True, kw_only=True):
    """The operator: names on papers, hotline, and whose limits come first."""

    short_zh: str
    brand_key: str
    hotline: str
    website: str
    app_zh: str
    app_en: str
    scopes: tuple[Scope, ...]
    regulator_hotline: str = "12398"
    government_hotline: str = "12345"
    editions: dict[str, str] = msgspec.field(default_factory=dict)
