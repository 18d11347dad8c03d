"""Values that cannot be: wrong check digits, impossible dates, absurd money, the future; each names its field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from hallclient import resources
from hallclient.domain.business import DocumentState
from hallclient.domain.customer_rows import ColumnMapping
from hallclient.domain.customers import CustomerDraft
from hallclient.domain.evidence import EvidenceDraft, MarkDraft, Origin
from hallclient.domain.instants import day_of
from hallclient.domain.payments import PaymentDraft, PaymentPart, ReceivableDraft, SettlementDraft
from hallclient.services import bundle
from hallclient.services.bundle import Services
from tests.faults.conftest import opened
from tests.faults.sentences import spoken, wrong
from tests.halls import START, Hall
from tests.services.business_forms import ACCOUNT, ID_CARD, add_customer, full_draft
from tests.services.request_drafts import complaint

CUSTOMER = CustomerDraft(account="9900000001", name="苏若溪")
WRONG_CHECK = ID_CARD[:-1] + ("0" if ID_CARD[-1] != "0" else "1")


@pytest.fixture(scope="module")
def hall(hall_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """One hall for the whole file, in which nothing wrong is ever kept."""
    with opened(hall_template, tmp_path_factory.mktemp("wrong")) as one:
        yield one


@pytest.fixture(scope="module")
def services(hall: Hall) -> Services:
    return bundle.build(hall.parts)


WRONG_CUSTOMERS: dict[str, tuple[dict[str, Any], str, str]] = {
    "check digit": ({"certificate_kind": "id_card", "certificate_no": WRONG_CHECK}, "certificate_no", "id_card_check"),
    "born on 30 February": (
        {"certificate_kind": "id_card", "certificate_no": "110101199002300017"}, "certificate_no", "id_card_date"
    ),
    "born tomorrow": (
        {"certificate_kind": "id_card", "certificate_no": "110101202606110015"}, "certificate_no", "id_card_date"
    ),
    "seventeen places": (
        {"certificate_kind": "id_card", "certificate_no": ID_CARD[:-1]}, "certificate_no", "id_card_shape"
    ),
    "credit code": (
        {"certificate_kind": "licence", "certificate_no": "91320000MA1XXXXX00"}, "certificate_no", "credit_code_check"
    ),
    "negative debt": ({"arrears_fen": -1}, "arrears_fen", "amount_range"),
    "absurd capacity": ({"capacity_va": 10**30}, "capacity_va", "amount_range"),
    "contract backwards": (
        {"contract_from": date(2026, 6, 1), "contract_to": date(2026, 5, 31)}, "contract_to", "contract_term"
    ),
    "signed tomorrow": ({"contract_signed": date(2026, 6, 11)}, "contract_signed", "date_future"),
    "before the republic": ({"contract_from": date(1, 1, 1)}, "contract_from", "date_range"),
    "the year 9999": ({"contract_to": date(9999, 12, 31)}, "contract_to", "date_range"),
    "phone": ({"phone": "123"}, "phone", "phone_shape"),
    "account": ({"account": "12"}, "account", "account_shape"),
    "account of Excel": ({"account": "9.9E+09"}, "account", "account_rounded"),
    "email": ({"email": "a@b"}, "email", "email_shape"),
    "choice": ({"grade": "vip"}, "grade", "choice_unknown"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_CUSTOMERS)
def test_wrong_values_of_the_archive(hall: Hall, services: Services, name: str) -> None:
    changes, field, code = WRONG_CUSTOMERS[name]
    with wrong(field) as caught:
        services.customers.create(hall.actor("teller"), replace(CUSTOMER, **changes))
    assert (field, f"customers.{code}") in {(p.field, p.code) for p in caught.value.problems}  # type: ignore[attr-defined]
    assert services.customers.find(hall.actor("teller"), "苏若溪") == ()


def test_impossible_dates_of_an_import_are_left_empty_with_a_reason(
    hall: Hall, services: Services, tmp_path: Path
) -> None:
    days = ["2026-02-30", "2026-13-01", "0000-00-00", "30.02.2026", "99999999", "二月三十", "2026-06-31", "-1", "1e400"]
    lines = [f"99000000{row:02d},王芳,{day}" for row, day in enumerate(days, 1)]
    path = tmp_path / "a.csv"
    path.write_text("户号,户名,合同到期\n" + "\n".join(lines), encoding="utf-8")
    mapping = ColumnMapping(name="", columns={"account": "户号", "name": "户名", "contract_to": "合同到期"})
    result = services.customer_import.run(hall.actor("shift_leader"), path, mapping)
    assert result.added == len(days)
    assert {problem.row for problem in result.problems} == set(range(2, len(days) + 2))
    for problem in result.problems:
        assert problem.field == "contract_to"


BAD = {
    "date": ("2026-02-30", "2026-13-01", "0000-00-00", "2026-06-31", "20260230", "99999-01-01", "明天", "1899-01-01"),
    "money": ("-1", "-0.01", "1e9", "1.234", "9" * 30, "九块", "1,2.3.4", "--5", "NaN", "inf", "0x10"),
    "number": ("-1", "1e9", "9" * 30, "NaN", "inf", "1.2345678", "八", "--5", "+", "."),
    "id_card": (WRONG_CHECK, "110101199002300017", "1" * 18, "X" * 18),
    "phone": ("1", "abc", "-1", "1" * 30),
    "choice": ("vip", "-1"),
    "boolean": ("perhaps", "2"),
}
STEERING = ("customer_kind", "handler", "id_kind")


def test_wrong_values_in_every_field_of_every_kind(hall: Hall, services: Services) -> None:
    leader, customer_id = hall.actor("shift_leader"), add_customer(hall)
    tried = 0
    for turn, kind in enumerate(services.business.kinds(leader)):
        right = full_draft(hall, kind, customer_id)
        for field in kind.fields_for(right.facts(kind)):
            if field.code in STEERING or field.type not in BAD:
                continue
            values = BAD[field.type]
            for bad in {values[turn % len(values)], values[0], values[1]}:
                if field.type == "number" and bad == "-1" and (field.min is None or field.min < 0):
                    continue
                draft = replace(right, values={**right.values, field.code: bad})
                problems = services.business.check(leader, draft).problems
                if field.type in ("choice", "boolean") and field.code not in {p.field for p in problems}:
                    shown = {one.code for one in services.business.check(leader, draft).fields}
                    assert field.code not in shown, (kind.code, field.code, bad)
                    continue
                assert field.code in {p.field for p in problems}, (kind.code, field.code, bad)
                for problem in problems:
                    spoken(problem)
                tried += 1
    assert tried > 300
    with wrong():
        services.business.accept(leader, draft)
    assert services.orders.count(leader) == 0


@pytest.mark.parametrize("days", [None, -1, 40_000, 3_000_000])
def test_a_promise_of_documents_is_for_a_day_that_can_be(hall: Hall, services: Services, days: int | None) -> None:
    leader, today = hall.actor("shift_leader"), day_of(hall.clock())
    due = None if days is None else date.max if days > 1_000_000 else today + timedelta(days=days)
    promised = DocumentState(status="deferred", due=due, committed=True)
    for kind in services.business.kinds(leader):
        needs = [need.document for need in kind.documents if need.deferrable and need.commitment_days]
        if kind.account != "existing" and needs:
            right = full_draft(hall, kind, None)
            document = next(one for one in needs if one in right.documents)
            with wrong(f"documents.{document}"):
                services.business.accept(leader, replace(right, documents={**right.documents, document: promised}))
            return
    raise AssertionError("no kind defers a document")


# ---- money ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("amount", [-1, 0, 10**13, 10**30])
def test_absurd_money_is_refused(hall: Hall, services: Services, amount: int) -> None:
    till, teller = services.payments, hall.actor("teller")
    before = till.taken(teller)
    with wrong("amount"):
        till.key_receivable(teller, ReceivableDraft(account=ACCOUNT, item="电费", amount=amount))
    part = PaymentPart(receivable="", item="预存电费", period="", amount=amount)
    with wrong("parts"):
        till.collect(teller, PaymentDraft(account=ACCOUNT, parts=(part,), received=max(amount, 0)))
    good = replace(part, amount=100)
    with wrong("received"):
        till.collect(teller, PaymentDraft(account=ACCOUNT, parts=(good,), received=amount or -5))
    assert till.taken(teller) == before


def test_many_large_parts_do_not_add_up_to_more_than_a_payment_can_be(hall: Hall, services: Services) -> None:
    part = PaymentPart(receivable="", item="预存电费", period="", amount=10**12)
    with wrong("received"):
        services.payments.collect(
            hall.actor("teller"), PaymentDraft(account=ACCOUNT, parts=(part,) * 3, received=3 * 10**12)
        )


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (SettlementDraft(counts={100: -1}), "counts"),
        (SettlementDraft(counts={7: 1}), "counts"),
        (SettlementDraft(counts={10_000: 10**30}, reason="数错"), "counts"),
        (SettlementDraft(opening_float=-1), "opening_float"),
        (SettlementDraft(opening_float=10**30), "opening_float"),
    ],
)
def test_absurd_counts_are_refused(hall: Hall, services: Services, draft: SettlementDraft, field: str) -> None:
    till, teller = services.payments, hall.actor("teller")
    part = PaymentPart(receivable="", item="预存电费", period="", amount=100)
    till.collect(teller, PaymentDraft(account=ACCOUNT, parts=(part,), received=100))
    with wrong(field):
        till.settle(teller, draft, checker=hall.actor("shift_leader"))
    assert till.settlements(teller) == ()


@pytest.mark.parametrize("period", ["2026-13", "2026-00", "2026", "26-06", "２０２６-06", "2026-6-1", "abcd-ef"])
def test_impossible_months_are_refused(hall: Hall, services: Services, period: str) -> None:
    with wrong("period"):
        services.payments.key_receivable(
            hall.actor("teller"), ReceivableDraft(account=ACCOUNT, item="电费", amount=1, period=period)
        )


# ---- times ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"contact_start": START + timedelta(days=1), "contact_end": START + timedelta(days=1)}, "contact_start"),
        ({"contact_start": START, "contact_end": START - timedelta(minutes=1)}, "contact_end"),
        ({"contact_end": START + timedelta(hours=1)}, "contact_end"),
        ({"event_time": START + timedelta(days=400)}, "event_time"),
        ({"event_time": START - timedelta(seconds=1)}, "event_time"),
        ({"category": "99.99.99"}, "category"),
        ({"category": "01"}, "category"),
        ({"phone": "12"}, "phone"),
        ({"kind": "grumble"}, "kind"),
        ({"channel": "smoke signal"}, "channel"),
        ({"severity": "catastrophic"}, "severity"),
    ],
)
def test_wrong_times_and_codes_of_a_complaint(
    hall: Hall, services: Services, changes: dict[str, Any], field: str
) -> None:
    with wrong(field):
        services.requests.accept(hall.actor("complaint_specialist"), complaint(**changes))


@pytest.mark.parametrize("at_ms", [-1, 10**7, 10**30])
def test_marks_lie_in_the_recording(hall: Hall, services: Services, tmp_path: Path, at_ms: int) -> None:
    clerk = hall.actor("teller")
    draft = EvidenceDraft(name="录音", origin=Origin.CUSTOMER, purpose="核实")
    (tmp_path / "a.bin").write_bytes(b"no recording, no length")
    known = services.evidence.add(clerk, resources.file("demo", "media", "complaint-call.m4a"), draft)
    unknown = services.evidence.add(clerk, tmp_path / "a.bin", draft)
    for item in (known, unknown):
        if item is unknown and at_ms == 10**7:
            continue
        with wrong("at_ms"):
            services.evidence.add_mark(clerk, item.id, MarkDraft(at_ms=at_ms, text="此处"))
