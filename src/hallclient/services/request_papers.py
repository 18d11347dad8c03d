"""The complaint handling record R3 (投诉处理单), filled with every field known so far and drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hallclient.domain import complaint_paper as r3
from hallclient.domain.evidence import EvidenceItem
from hallclient.domain.instants import beijing
from hallclient.domain.people import Actor
from hallclient.domain.requests import Clock, Request, Version
from hallclient.services.paper_heads import head
from hallclient.services.parts import Parts
from hallclient.services.permission import needs
from hallclient.services.requests import RequestService
from hallclient.store import evidence, people, requests
from hallclient.store.transaction import Reading, Transaction

GRAVE = ("special", "major")
_STATES = {"ok": "进行中", "soon": "即将到期", "late": "已超期", "met": "已完成"}
_CONTACTS = {"reached": "电话接通", "missed": "未接通", "met": "当面"}
_KINDS = {"audio": "录音", "video": "录像", "image": "图片", "document": "文件", "other": "其他"}
_FIELDS = {
    "facts": "事实经过", "claim": "诉求", "category": "分类", "severity": "等级", "evidence": "证据",
    "event_time": "事发时间", "event_place": "事发地点", "person": "被投诉人", "visit_note": "接访记录",
    "name": "姓名", "phone": "电话", "address": "地址", "emotion": "情绪", "confidentiality": "保密方式",
    "flags": "关注事项", "repeat_of": "重复关联", "wants_visit": "回访意愿", "external_no": "外部编号",
}  # fmt: skip


class RequestPaperService:
    """Prints the record of a complaint, masked unless the person may print in full and says why."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._requests = RequestService(parts)

    @needs("requests.read")
    def complaint_record(self, actor: Actor, request_id: str, *, full_reason: str = "") -> bytes:
        """投诉处理单 as a PDF. ``full_reason`` prints personal data in clear and needs documents.print_full."""
        found = self._requests.request(actor, request_id)
        if full_reason.strip():
            actor.require("documents.print_full", unit=found.unit)
            found = self._requests.unmasked(actor, found.id, full_reason)
        with self._parts.store.begin(actor) as tx:
            paper = self._paper(tx, actor, found, masked=not full_reason.strip())
            tx.change(requests.requests, found.id, {"prints": found.prints + 1})
            tx.audit("complaint.print", "requests", found.id, copy=found.prints + 1, full=bool(full_reason.strip()))
        from hallclient.reports.complaint import complaint  # reportlab would slow the start

        return complaint(paper)

    def _paper(self, tx: Transaction, actor: Actor, found: Request, *, masked: bool) -> r3.ComplaintPaper:
        words = self._word
        told = found.content
        printed = head(self._parts, tx, actor, found.number, printed=found.prints, internal=True)
        unit = people.unit(tx, found.unit)
        repeat = requests.request(tx, told.repeat_of) if told.repeat_of else None
        return r3.ComplaintPaper(
            head=replace(printed, masked=masked),
            state={"accepted": "听、记 已完成，待析", "closed": "已办结"}.get(found.state, found.state),
            intake=r3.ComplaintIntake(
                accepted_at=found.accepted_at,
                channel=words("channel", told.channel),
                receiver=found.receiver_no,
                unit=unit.name if unit else "",
                customer_name=told.name or ("匿名" if told.anonymous else ""),
                contact_start=told.contact_start,
                contact_end=told.contact_end,
                external_number=told.external_no,
                external_deadline=told.external_due,
                account=told.account,
                phone=told.phone,
                address=told.address,
                relation=words("relation", told.relation),
                confidentiality=self._word("confidentiality", told.confidentiality),
                wants_visit="是" if told.wants_visit else "否",
                emotion=self._word("emotion", told.emotion),
                leapfrog=told.leapfrog_reason if told.leapfrog else "无",
            ),
            content=r3.ComplaintContent(
                facts=told.facts if not told.visit_note else f"{told.facts}\n接访记录：{told.visit_note}",
                claim=told.claim,
                category=self._category(told.category),
                severity=words("severity", told.severity),
                event_at=_moment(told.event_time),
                place=told.event_place,
                person=f"工号 {told.person}" if told.person else "",
                repeat_of=(repeat.number,) if repeat else (),
            ),
            clocks=tuple(self._clock(clock, tx.now) for clock in found.clocks),
            versions=tuple(_version(tx, version) for version in requests.versions(tx, found.id)),
            investigation=_contacts(tx, found.id),
            evidence=tuple(_evidence(item) for item in evidence.items_of(tx, "requests", found.id)),
            sign_offs=_sign_offs(told.severity),
        )

    def _word(self, kind: str, code: str) -> str:
        """The Chinese name of a code; a code that a later catalog has lost stands for itself."""
        catalog = self._parts.catalog
        if not code:
            return ""
        if kind == "channel":
            return catalog.channel(code).zh if catalog.knows("channels", code) else code
        if kind == "severity":
            return catalog.severity(code).zh if catalog.knows("severities", code) else code
        return next((option.zh for option in catalog.options(kind) if option.code == code), code)

    def _category(self, code: str) -> tuple[str, ...]:
        path = self._parts.catalog.category_path(code) if self._parts.catalog.knows("categories", code) else ()
        return tuple(f"{node.code} {node.zh}" for node in path)

    def _edition(self, code: str) -> str:
        catalog = self._parts.catalog
        return catalog.edition(code).zh if catalog.knows("editions", code) else code

    def _clock(self, clock: Clock, now: datetime) -> r3.Clock:
        note = "" if clock.published else "（该年放假安排未公布，暂按周末计）"
        return r3.Clock(
            name=clock.zh,
            rule=f"{self._edition(clock.edition)}{note}",
            due=clock.due,
            done_at=clock.met_at,
            state=_STATES[clock.state(now)],
        )


def _version(tx: Reading, version: Version) -> r3.FactsVersion:
    changed = "、".join(_FIELDS.get(name, name) for name in version.changed)
    note = version.reason if not changed else f"{version.reason}（改动：{changed}）"
    by = people.names(tx, [version.author]).get(version.author, ("", ""))[0]
    return r3.FactsVersion(version=version.number, at=version.at, by=by, note=note or "首次登记")


def _contacts(tx: Reading, request_id: str) -> r3.Investigation | None:
    noted = requests.contacts_of(tx, request_id)
    if not noted:
        return None
    names = people.names(tx, [contact.by for contact in noted])
    lines = (
        r3.Finding(
            at=each.at,
            by=names.get(each.by, ("", ""))[0],
            means=_CONTACTS.get(each.outcome, each.outcome),
            text=each.text,
        )
        for each in noted
    )
    return r3.Investigation(means=("与客户沟通",), contacts=tuple(lines))


def _evidence(item: EvidenceItem) -> r3.EvidenceLine:
    return r3.EvidenceLine(
        number=item.number,
        kind=_KINDS[item.kind],
        file_name=item.name,
        sha256=item.sha256,
        supplied_by=item.supplied_by,
        received_at=item.received_at,
        duration=_length(item.duration_ms),
        captured_at=item.recorded_at,
        size=f"{item.size:,} 字节",
        note=item.note,
    )


def _length(duration_ms: int | None) -> str:
    if duration_ms is None:
        return ""
    minutes, seconds = divmod(round(duration_ms / 1000), 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}"


def _moment(at: datetime | None) -> str:
    return "" if at is None else f"{beijing(at):%Y-%m-%d %H:%M}"


def _sign_offs(severity: str) -> tuple[r3.SignOff, ...]:
    if severity not in GRAVE:
        return r3.DEFAULT_SIGN_OFFS
    return (*r3.DEFAULT_SIGN_OFFS, r3.SignOff(role="市公司"), r3.SignOff(role="省公司"))
