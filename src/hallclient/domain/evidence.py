"""Evidence (证据): recordings, videos, pictures and papers kept for a request, with custody, marks and retention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from hallclient.domain.text import several_lines
from hallclient.errors import Problem

NAME_LIMIT = 200
MARK_LIMIT = 200
LONGEST_MS = 366 * 24 * 3600 * 1000
"""No recording is longer than a year."""


class EvidenceKind(StrEnum):
    """What a person can do with it: hear, watch, look at, read, or only keep."""

    AUDIO = "audio"
    VIDEO = "video"
    IMAGE = "image"
    DOCUMENT = "document"
    OTHER = "other"


class Origin(StrEnum):
    """Where evidence comes from. The law asks other things of each (个人信息保护法 art. 26)."""

    CALL_RECORDING = "call_recording"  # 通话录音
    SERVICE_RECORDING = "service_recording"  # 服务录音录像
    SECURITY_VIDEO = "security_video"  # 安防视频
    CUSTOMER = "customer"  # 客户提交
    INVESTIGATION = "investigation"  # 调查取得
    SCAN = "scan"  # 受理扫描


class CustodyAct(StrEnum):
    """What was done with evidence. One custody line (保管链) for every touch."""

    RECEIVED = "received"  # 接收入库
    VERIFIED = "verified"  # 校验一致
    FAILED = "failed"  # 校验不通过
    PLAYED = "played"  # 播放、查看
    MARKED = "marked"  # 标记
    EXPORTED = "exported"  # 导出
    PRINTED = "printed"  # 打印
    DESTROYED = "destroyed"  # 到期销毁


class Retention(StrEnum):
    """How long evidence is kept."""

    UNLINKED = "unlinked"  # 未关联诉求
    STANDARD = "standard"  # 一般、重要
    EXTENDED = "extended"  # 重大、特殊


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFacts:
    """What a file says about itself. ``reason`` is a code with words: why it cannot be played, or only in part."""

    kind: EvidenceKind
    container: str = ""
    codec: str = ""
    duration_ms: int | None = None
    width: int | None = None
    height: int | None = None
    recorded_at: datetime | None = None
    sample_rate: int | None = None
    channels: int | None = None
    playable: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDraft:
    """What must be said about a file before it counts as evidence."""

    name: str
    origin: Origin | None = None
    purpose: str = ""
    supplied_by: str = ""
    note: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Name, origin and purpose are needed: without a purpose nobody may keep somebody's voice."""
        found: list[Problem] = []
        if not several_lines(self.name):
            found.append(Problem(field="name", code="evidence.name_missing"))
        elif len(self.name) > NAME_LIMIT:
            found.append(Problem(field="name", code="evidence.name_long", details={"limit": NAME_LIMIT}))
        if self.origin is None:
            found.append(Problem(field="origin", code="evidence.origin_missing"))
        if not several_lines(self.purpose):
            found.append(Problem(field="purpose", code="evidence.purpose_missing"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceItem:
    """One piece of evidence as pages and papers see it. The key that opens it is not in it."""

    id: str
    number: str
    name: str
    kind: EvidenceKind
    size: int
    sha256: str
    received_at: datetime
    duration_ms: int | None = None
    width: int | None = None
    height: int | None = None
    container: str = ""
    codec: str = ""
    recorded_at: datetime | None = None
    supplied_by: str = ""
    origin: Origin | None = None
    purpose: str = ""
    note: str = ""
    playable: bool = False
    reason: str | None = None
    marks: int = 0
    verified_at: datetime | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A remark on a moment of a recording (标记)."""

    id: str
    at_ms: int
    text: str
    by: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkDraft:
    """A mark before it is stored."""

    at_ms: int
    text: str

    def problems(self, duration_ms: int | None = None) -> tuple[Problem, ...]:
        """A mark has words, and lies within the recording."""
        found: list[Problem] = []
        if not several_lines(self.text):
            found.append(Problem(field="text", code="evidence.mark_empty"))
        elif len(self.text) > MARK_LIMIT:
            found.append(Problem(field="text", code="evidence.mark_long", details={"limit": MARK_LIMIT}))
        if not 0 <= self.at_ms <= (LONGEST_MS if duration_ms is None else duration_ms):
            found.append(Problem(field="at_ms", code="evidence.mark_outside"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """One line of the chain of custody. ``person`` is whose hands it was in."""

    at: datetime
    act: CustodyAct
    person: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionTerms:
    """How long each class is kept: the organisation's rule, from the catalog."""

    unlinked_days: int = 30
    standard_years: int = 3
    extended_years: int = 5

    def problems(self) -> tuple[Problem, ...]:
        """Thirty days is the law's least for video; three years is the general limitation period (民法典 art. 188)."""
        found: list[Problem] = []
        if self.unlinked_days < 30:
            found.append(Problem(field="unlinked_days", code="evidence.retention_short", details={"least": "30天"}))
        if self.standard_years < 3:
            found.append(Problem(field="standard_years", code="evidence.retention_short", details={"least": "3年"}))
        if self.extended_years < self.standard_years:
            least = f"{max(3, self.standard_years)}年"
            found.append(Problem(field="extended_years", code="evidence.retention_short", details={"least": least}))
        return tuple(found)


def retention_of(*, linked: bool, severe: bool) -> Retention:
    """The class of a piece: ``severe`` when a request it belongs to is 重大 or 特殊."""
    if not linked:
        return Retention.UNLINKED
    return Retention.EXTENDED if severe else Retention.STANDARD


def keep_until(retention: Retention, start: date, terms: RetentionTerms) -> date:
    """The last day a piece is kept. ``start`` is the day it was received, or its request was closed."""
    if retention is Retention.UNLINKED:
        return start + timedelta(days=terms.unlinked_days)
    years = terms.extended_years if retention is Retention.EXTENDED else terms.standard_years
    try:
        return start.replace(year=start.year + years)
    except ValueError:  # 29 February: one day more, never one less
        return date(start.year + years, 3, 1)
