"""Requests for tests: a complaint told at the counter, complete, and what comes beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hallclient.domain.requests import RequestDraft
from tests.halls import START

FACTS = "今天上午在澜东营业厅办过户，3号窗口的工作人员一直低头看手机，我问了两遍才抬头说“自己看墙上”。"
NOTE = "当面接待，客户口述，已复述确认。"


def complaint(**changes: Any) -> RequestDraft:
    """A complaint with everything a complaint needs."""
    draft = RequestDraft(
        kind="complaint", channel="hall", account="9900000001", name="苏若溪", phone="10000000001", relation="holder",
        address="临澜市澜东区青杉里3幢2单元501室", category="01.01.01", severity="general", facts=FACTS,
        claim="核实并道歉", confidentiality="open", contact_start=START - timedelta(minutes=12),
        contact_end=START - timedelta(minutes=2), event_time=START - timedelta(hours=4), visit_note=NOTE,
    )  # fmt: skip
    return replace(draft, **changes)


def enquiry(**changes: Any) -> RequestDraft:
    """A consultation on the telephone."""
    draft = RequestDraft(
        kind="consultation", subtype="bill", channel="95598_phone", name="程远舟", phone="10000000002",
        facts="想了解居民峰谷电怎么办理",
    )  # fmt: skip
    return replace(draft, **changes)
