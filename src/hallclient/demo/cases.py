"""Requests of the demo (演示诉求): the sixty complaints with their repeats, what came before them, and evidence."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any

from hallclient import resources
from hallclient.demo.agenda import Agenda
from hallclient.demo.customers import account_of
from hallclient.demo.workplace import Staff
from hallclient.domain.customers import Customer
from hallclient.domain.evidence import EvidenceDraft, MarkDraft, Origin
from hallclient.domain.instants import day_of
from hallclient.domain.people import Actor
from hallclient.domain.requests import Request, RequestDraft
from hallclient.services.bundle import Services
from hallclient.store import customers

FIRST_CASE = 4
"""Working days before today on which the first complaint came; its recording and video are of that morning."""

SPREAD = 4
ON_DAY = ((FIRST_CASE, 10, 47), (1, 16, 20))
TODAY = 3
"""The complaint told at the counter today, so many minutes ago as :data:`AGO` says."""

AGO = 96
FLAGS = {42: ("key_customer",), 53: ("group",), 27: ("vulnerable",), 15: ("escalation",)}
PIECES = (
    ("complaint-call.m4a", Origin.CALL_RECORDING, "客户来电录音", "95598坐席"),
    ("counter-video.mp4", Origin.SECURITY_VIDEO, "柜台监控录像", "澜东营业厅"),
    ("wall-notice.jpg", Origin.CUSTOMER, "客户拍摄的墙上告知", "客户"),
    ("letter-scan.jpg", Origin.SCAN, "客户补充的情况说明", "客户"),
)
"""Evidence of the first complaint: file, where it comes from, what for, who gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The file of complaints: the texts, the companion requests, and how the demo tells them."""

    complaint: list[dict[str, Any]]
    request: list[dict[str, Any]]
    telling: dict[str, Any]


@cache
def told() -> Told:
    """The demo's complaints."""
    found: dict[str, Any] = tomllib.loads(resources.file("demo", "complaints.toml").read_text(encoding="utf-8"))
    return Told(**found)


class CaseBook:
    """Takes the demo's requests in through the service, as the receivers would."""

    def __init__(self, services: Services, staff: Staff, agenda: Agenda, rng: Random) -> None:
        self._services, self._staff, self._agenda, self._rng = services, staff, agenda, rng
        self.complaints: dict[int, str] = {}
        self._fault_of_34 = ""

    def plan(self) -> None:
        """Put every request on the agenda: what came before, the complaint, what came again."""
        telling = told().telling
        for case in told().complaint:
            when = self._when(int(case["no"]))
            self._agenda.at(when, partial(self._complain, case))
            for before in telling["before"]:
                if before["of"] == case["no"]:
                    earlier = self._agenda.after(when, 0) - timedelta(days=6, hours=2)
                    self._agenda.at(earlier, partial(self._before, case, before))
            for number, again in enumerate(one for one in telling["again"] if one["of"] == case["no"]):
                later = self._agenda.after(when, 18 + 16 * number)
                self._agenda.at(later, partial(self._again, case, str(again["text"])))
        for number, request in enumerate(told().request):
            self._agenda.at(self._agenda.workday(2, 9 + number % 8, 35), partial(self._companion, request))

    def _when(self, number: int) -> datetime:
        """The first three complaints are of the last days, the others of the last weeks; repeats come after."""
        if number == TODAY:
            return self._agenda.ago(AGO)
        if number <= len(ON_DAY):
            return self._agenda.workday(*ON_DAY[number - 1])
        same = told().telling["same_account"].get(str(number))
        if same is not None:
            return self._agenda.after(self._when(int(same)), 30)
        back = 1 + number * 13 % SPREAD
        first = {*told().telling["same_account"].values(), *(one["of"] for one in told().telling["again"])}
        back = SPREAD if number in first else back
        return self._agenda.workday(back, 9 + number % 8, number * 7 % 60)

    def _complain(self, case: dict[str, Any], **changes: Any) -> Request:
        telling, number = told().telling, int(case["no"])
        channel = str(telling["channels"][case["channel"]])
        accepted = self._services.parts.clock()
        draft = replace(
            self._of_customer(int(telling["same_account"].get(str(number), number))),
            kind="complaint", channel=channel, name=str(case["name"]), category=str(case["category"]),
            severity=str(telling["severities"][case["severity"]]), facts=str(case["text"]),
            claim=str(telling["claims"][case["category"][:2]]),
            confidentiality="confidential" if number == 18 else "open",
            contact_start=accepted - timedelta(minutes=9), contact_end=accepted - timedelta(minutes=1),
            event_time=accepted - timedelta(minutes=35 if number == 1 else 60 * self._rng.randrange(3, 30)),
            event_place="澜东营业厅3号窗口" if number == 1 else "", emotion=self._rng.choice(("calm", "agitated")),
            urgency="urgent" if case["severity"] in ("重大", "特殊") else "normal", flags=FLAGS.get(number, ()),
            leapfrog=number == 15, leapfrog_reason="再不办理将向12398反映" if number == 15 else "",
            person=str(telling["persons"].get(str(number), "")), visit_note=self._note(channel),
            told_recording=channel.startswith("95598"), **self._external(channel, accepted),
        )  # fmt: skip
        receiver = self._receiver(channel)
        if number == 1 and not changes:
            draft = replace(draft, evidence=self._evidence())
        same = telling["same_account"].get(str(number))
        if same is not None:
            draft = replace(draft, repeat_of=self.complaints.get(int(same), ""))
        found = self._services.requests.accept(receiver, replace(draft, **changes))
        self.complaints.setdefault(number, found.id)
        if number % 11:
            self._agenda.at(self._agenda.after(accepted, 2 + number % 9), partial(self._contact, receiver, found.id))
        if number in (1, 14, 42) and not changes:
            self._agenda.at(self._agenda.after(accepted, 1.5), partial(self._amend, receiver, found.id, number))
        return found

    def _again(self, case: dict[str, Any], text: str) -> None:
        first = self.complaints.get(int(case["no"]), "")
        self._complain(case, facts=text, repeat_of=first)

    def _contact(self, receiver: Actor, request_id: str) -> None:
        """The first contact, most often within the 24 hours."""
        said = self._rng.choice(
            (
                ("reached", "客户复述经过，同意等待调查结果。"),
                ("met", "上门见面，客户出示了凭据。"),
                ("missed", "无人接听，改发短信。"),
            )
        )
        if request_id == self.complaints.get(1):
            said = ("reached", "客户复述经过，同意等待调查，要求当面道歉。")
        self._services.requests.note_contact(receiver, request_id, *said)

    def _amend(self, receiver: Actor, request_id: str, number: int) -> None:
        """The customer adds something: a second version."""
        requests = self._services.requests
        before = requests.editable(receiver, request_id)
        added = "客户补充：当时排号为A012，窗口上方有摄像头。" if number == 1 else "客户补充：有短信和单据可以提供。"
        content = replace(before.content, facts=f"{before.content.facts}\n{added}")
        requests.amend(receiver, request_id, content, reason="客户来电补充", rev=before.rev)

    def _before(self, case: dict[str, Any], before: dict[str, Any]) -> None:
        draft = replace(
            self._of_customer(int(case["no"])), kind=str(before["kind"]), subtype=str(before["subtype"]),
            channel="95598_phone", name=str(case["name"]), category=str(before.get("category", "")),
            facts=str(before["text"]),
        )  # fmt: skip
        found = self._services.requests.accept(self._staff.role("dispatcher"), draft)
        if case["no"] == 34:
            self._fault_of_34 = found.id

    def _companion(self, request: dict[str, Any]) -> None:
        telling, kind = told().telling, str(request["kind"])
        code = "consultation" if kind == "enquiry" else kind
        hall = kind in ("enquiry", "query", "opinion", "service", "suggestion")
        draft = replace(
            self._of_customer(int(telling["accounts"].get(kind, 64 + len(kind)))), kind=code,
            subtype=str(telling["subtypes"].get(kind, "")), channel="hall" if hall else "95598_phone",
            facts=str(request["text"]), parent=self._fault_of_34 if kind == "urge" else "",
            category="01.02.05" if kind == "opinion" else "",
        )  # fmt: skip
        who = self._staff.role("teller" if hall else "dispatcher")
        found = self._services.requests.accept(who, draft)
        if code in telling["answers"]:
            self._services.requests.close_first_contact(who, found.id, str(telling["answers"][code]))

    def _evidence(self) -> tuple[str, ...]:
        """The pieces of the first complaint; the one who handles it listens and marks a place."""
        clerk = self._staff.role("complaint_specialist")
        service, ids = self._services.evidence, []
        for file, origin, purpose, giver in PIECES:
            draft = EvidenceDraft(
                name=f"{purpose}{Path(file).suffix}",
                origin=origin,
                purpose=f"{purpose}，用于核实投诉",
                supplied_by=giver,
            )
            ids.append(service.add(clerk, resources.file("demo", "media", file), draft).id)
        service.verify(clerk, ids[0])
        service.open(clerk, ids[0], reason="核实投诉").close()
        service.add_mark(clerk, ids[0], MarkDraft(at_ms=11_000, text="客户陈述窗口人员言语"))
        return tuple(ids)

    def _of_customer(self, number: int) -> RequestDraft:
        with self._services.parts.store.read() as tx:
            known: Customer | None = customers.by_account(tx, account_of(number))
        if known is None:
            return RequestDraft(name="来访客户", phone="10030000002")
        relation = "holder" if known.customer_class == "resident" else "staff"
        return RequestDraft(
            customer=known.id, account=known.account, name=known.name, phone=known.phone, address=known.address,
            relation=relation,
        )  # fmt: skip

    def _receiver(self, channel: str) -> Actor:
        telling = told().telling
        return self._staff.role(str(telling["receivers"].get(channel, telling["other_receiver"])))

    def _external(self, channel: str, accepted: datetime) -> dict[str, Any]:
        """Number and deadline printed on a transfer."""
        if not self._services.parts.catalog.channel(channel).reference_required:
            return {}
        number = f"{channel.upper()[:5]}-{day_of(accepted):%Y%m%d}-{self._rng.randrange(1, 900):04d}"
        return {"external_no": number, "external_due": self._agenda.after(accepted, 45)}

    def _note(self, channel: str) -> str:
        notes = told().telling["notes"]
        return str(notes.get(channel, notes["phone"] if channel.startswith("95598") else notes["other"]))
