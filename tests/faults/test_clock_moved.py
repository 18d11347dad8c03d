"""The computer's clock set back and forth: a sentence, nothing lost, no number twice, and no due time moved."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from hallclient.domain.business import OrderFilter
from hallclient.domain.customers import CustomerDraft
from hallclient.domain.evidence import EvidenceDraft, Origin
from hallclient.domain.instants import BEIJING, day_of
from hallclient.domain.payments import PaymentDraft, PaymentPart
from hallclient.domain.requests import RequestFilter
from hallclient.services import doctor
from hallclient.services.bundle import Services
from hallclient.store.database import CLOCK_TOLERANCE
from tests.faults.sentences import unavailable
from tests.halls import PASSWORD, START, Hall
from tests.services.business_forms import ACCOUNT, add_customer, full_draft
from tests.services.request_drafts import complaint

PART = PaymentPart(receivable="", item="预存电费", period="", amount=100)
EVIDENCE = EvidenceDraft(name="录音.wav", origin=Origin.CUSTOMER, purpose="核实投诉")


def acts(hall: Hall, services: Services) -> dict[str, Callable[[], Any]]:
    """One act of each noun that writes."""
    leader, teller = hall.actor("shift_leader"), hall.actor("teller")
    kind = hall.parts.catalog.business("lv_resident_increase", day_of(hall.clock()))
    draft = full_draft(hall, kind, add_customer(hall))
    cash = PaymentDraft(account=ACCOUNT, parts=(PART,), received=100)
    return {
        "order": lambda: services.business.accept(leader, draft),
        "draft": lambda: services.business.save_draft(leader, draft),
        "customer": lambda: services.customers.create(leader, CustomerDraft(account="9900000009", name="王芳")),
        "complaint": lambda: services.requests.accept(leader, complaint(
            contact_start=hall.clock() - timedelta(minutes=9), contact_end=hall.clock(), event_time=None
        )),
        "evidence": lambda: services.evidence.add(leader, io.BytesIO(b"x"), EVIDENCE),
        "payment": lambda: services.payments.collect(teller, cash),
        "ticket": lambda: services.queue.issue(leader, "business"),
        "sign-in": lambda: hall.sign_in.sign_in("teller", PASSWORD),
        "print": lambda: services.business_papers.print_kind_notice(leader, "lv_resident_new"),
    }  # fmt: skip


NAMES = ("order", "draft", "customer", "complaint", "evidence", "payment", "ticket", "sign-in", "print")


@pytest.mark.parametrize("name", NAMES)
def test_a_clock_set_back_refuses_every_save_and_forward_goes_on(hall: Hall, services: Services, name: str) -> None:
    act = acts(hall, services)[name]
    for back in (timedelta(hours=1), timedelta(days=400), timedelta(days=9_000)):
        hall.clock.set(START - back)
        with unavailable("store.clock_back"):
            act()
    assert [path for path in hall.parts.settings.vault_folder.rglob("*") if path.is_file()] == []
    hall.clock.set(START)
    act()
    hall.clock.forward(days=3)
    act() if name != "customer" else None


def test_reading_goes_on_while_the_clock_is_wrong(hall: Hall, services: Services) -> None:
    made = acts(hall, services)
    order, case = made["order"](), made["complaint"]()
    leader = hall.actor("shift_leader")
    hall.clock.set(START - timedelta(days=400))
    assert services.orders.order(leader, order.id).number == order.number
    assert services.requests.request(leader, case.id).number == case.number
    assert services.requests.count(leader, RequestFilter()) == 1
    assert services.orders.work_list(leader, OrderFilter())
    assert services.customers.find(leader, "王小敏")


def test_due_times_stay_wherever_the_clock_goes(hall: Hall, services: Services) -> None:
    made, leader = acts(hall, services), hall.actor("shift_leader")
    order, case = made["order"](), made["complaint"]()

    def dues() -> tuple[Any, ...]:
        found = services.orders.order(leader, order.id)
        stages = tuple((stage.code, stage.planned, stage.due) for stage in found.stages)
        clocks = tuple((clock.code, clock.due) for clock in services.requests.request(leader, case.id).clocks)
        return found.due, stages, clocks, services.orders.explain(leader, order.id)

    first = dues()
    for moved in (-timedelta(days=400), timedelta(days=400), timedelta(days=36_000)):
        hall.clock.set(START + moved)
        assert dues() == first


def test_a_small_step_back_over_midnight_gives_no_number_twice(hall: Hall, services: Services) -> None:
    made = acts(hall, services)
    evening, morning = datetime(2026, 6, 10, 23, 58, tzinfo=BEIJING), datetime(2026, 6, 11, 0, 1, tzinfo=BEIJING)
    numbers = []
    for at in (evening, morning, evening, morning - CLOCK_TOLERANCE + timedelta(seconds=1), morning):
        hall.clock.set(at)
        numbers.append(made["order"]().number)
    assert numbers == [
        "SL-LD03-20260610-0001", "SL-LD03-20260611-0001", "SL-LD03-20260610-0002", "SL-LD03-20260610-0003",
        "SL-LD03-20260611-0002",
    ]  # fmt: skip
    findings = list(doctor.examine(hall.parts))
    assert all(finding.well for finding in findings), findings
