"""Requests for the tests of the request pages: customers, cases of several kinds, a complaint with its recording."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from hallclient import resources
from hallclient.domain.customers import CustomerDraft
from hallclient.domain.evidence import EvidenceDraft, Origin
from hallclient.domain.people import Actor
from hallclient.domain.requests import Request, RequestDraft
from hallclient.gui.shared.workplace import Workplace

WORDS = (
    "今天上午在澜东营业厅办过户，3号窗口的工作人员一直低头看手机，我问了两遍才抬头说“自己看墙上”。态度太差，要求道歉。"
)
PHONE = "10000000001"
ACCOUNT = "9900000061"


def type_in(widget: QWidget, text: str) -> None:
    """Type any characters: QTest's own typing knows Latin ones only."""
    for each in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, each))


def media(name: str) -> Path:
    """One of the demo's media files."""
    return resources.file("demo", "media", name)


def customer(work: Workplace) -> str:
    """苏若溪 in the archive."""
    draft = CustomerDraft(account=ACCOUNT, name="苏若溪", phone=PHONE, address="临澜市澜东区青杉里6幢")
    return work.services.customers.create(work.actor, draft)


def simple(work: Workplace, kind: str, facts: str, **more: str) -> Request:
    """A request that is no complaint."""
    told = {"channel": "95598_phone", "name": "苏若溪", "phone": PHONE, **more}
    return work.services.requests.accept(work.actor, RequestDraft(kind=kind, facts=facts, **told))  # type: ignore[arg-type]


def complaint(work: Workplace, *, files: tuple[str, ...] = (), actor: Actor | None = None, person: str = "") -> Request:
    """A complaint taken in some minutes ago, with files from the demo's media."""
    who, now = actor or work.actor, work.clock()
    kept = [
        work.services.evidence.add(
            who, media(name), EvidenceDraft(name=name, origin=Origin.CALL_RECORDING, purpose="投诉处理")
        ).id
        for name in files
    ]
    note = "" if kept else "当面记录"
    draft = RequestDraft(
        kind="complaint", channel="95598_phone", contact_start=now - timedelta(minutes=9), contact_end=now,
        name="苏若溪", phone=PHONE, account=ACCOUNT, category="01.01.01", severity="general", facts=WORDS,
        claim="道歉", confidentiality="open", person=person, evidence=tuple(kept), visit_note=note,
    )  # fmt: skip
    return work.services.requests.accept(who, draft)
