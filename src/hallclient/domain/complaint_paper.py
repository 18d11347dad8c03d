"""What the complaint handling record (R3 投诉处理单) says: one frozen record per block of the form.

A block that has not happened yet is ``None`` (or an empty tuple): the paper then prints its blank rows marked 待办.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hallclient.domain.papers import Head


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintIntake:
    """受理. Words are ready: channel, confidentiality (匿名, 保密, 公开), ``wants_visit`` (是, 否) and so on."""

    accepted_at: datetime
    channel: str
    receiver: str
    unit: str
    customer_name: str
    contact_start: datetime | None = None
    contact_end: datetime | None = None
    external_number: str = ""
    external_deadline: datetime | None = None
    account: str = ""
    phone: str = ""
    address: str = ""
    relation: str = ""
    confidentiality: str = ""
    wants_visit: str = ""
    emotion: str = ""
    leapfrog: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintContent:
    """内容. ``facts`` is the whole text in the customer's words, ``category`` holds the levels from 1 down."""

    facts: str
    claim: str = ""
    category: tuple[str, ...] = ()
    severity: str = ""
    severity_basis: str = ""
    event_at: str = ""
    place: str = ""
    person: str = ""
    repeat_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One limit: its name (24 小时联系), the rule in words, when due, when met; ``state`` in words (已按时, 超期)."""

    name: str
    rule: str
    due: datetime | None
    done_at: datetime | None = None
    state: str = ""
    paused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsVersion:
    """One saved version of the facts: who saved it when, and what changed."""

    version: int
    at: datetime
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One piece of evidence. ``duration`` is ready text (00:03:12), ``sha256`` the whole 64 digits."""

    number: str
    kind: str
    file_name: str
    sha256: str
    supplied_by: str
    received_at: datetime
    duration: str = ""
    captured_at: datetime | None = None
    size: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """派发."""

    dispatcher: str
    at: datetime
    owner_unit: str
    co_handlers: tuple[str, ...] = ()
    limits: str = ""
    reminders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One contact with the customer or one finding, at its time."""

    at: datetime
    by: str
    means: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Investigation:
    """调查: means used, contacts, findings."""

    means: tuple[str, ...] = ()
    contacts: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """判定: 属实, 部分属实 or 不属实."""

    result: str
    responsibility: str = ""
    clause: str = ""
    opinions: tuple[str, ...] = ()
    reviewer: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """整改: one measure."""

    measure: str
    owner: str
    due: date | None = None
    done_on: date | None = None
    proof: str = ""
    verifier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """答复."""

    text: str
    way: str
    at: datetime
    replier: str
    attitude: str = ""
    compensation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnVisit:
    """回访: ``attempt`` counts the tries, ``reached`` and ``satisfied`` are words."""

    attempt: int
    at: datetime
    reached: str
    satisfied: str = ""
    words: str = ""
    visitor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """考核: a person by staff number, the basis, points or amount in words, training."""

    person: str
    basis: str
    amount: str = ""
    training: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """签批: one role's line; empty name and time print as a line to sign."""

    role: str
    name: str = ""
    opinion: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """归档."""

    at: datetime
    retention: str
    until: date | None = None
    by: str = ""


DEFAULT_SIGN_OFFS = (
    SignOff(role="承办人"),
    SignOff(role="班组长"),
    SignOff(role="专业部门"),
    SignOff(role="营销部主任"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintPaper:
    """R3 投诉处理单. ``state`` is the step in words; ``sign_offs`` gets 市公司 and 省公司 lines for 重大 and above."""

    head: Head
    state: str
    intake: ComplaintIntake
    content: ComplaintContent
    clocks: tuple[Clock, ...] = ()
    versions: tuple[FactsVersion, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    dispatch: Dispatch | None = None
    investigation: Investigation | None = None
    ruling: Ruling | None = None
    measures: tuple[Measure, ...] = ()
    reply: Reply | None = None
    visits: tuple[ReturnVisit, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    sign_offs: tuple[SignOff, ...] = DEFAULT_SIGN_OFFS
    archive: Archive | None = None
    edition: str = ""
