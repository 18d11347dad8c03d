"""Customers at the counter: found in one box, masked, opened with a reason, edited with both values kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter
from typing import Any

import pytest

from hallclient.domain.customers import Contact, CustomerDraft
from hallclient.domain.instants import day_of
from hallclient.errors import NotAllowed, NotFound, RuleBroken, Stale
from hallclient.services.audit import AuditService
from hallclient.services.customers import CustomerService
from hallclient.store import customer_imports, customers
from tests.halls import Hall

DRAFT = CustomerDraft(
    account="9900000007", name="欧阳小龙", phone="10012340001", certificate_kind="id_card",
    certificate_no="11010519491231002X", address="临澜市澜东区幸福路88号锦湖花园3号楼2单元501室", meter="3340012345678",
    contacts=(Contact(name="李四", phone="0513-88001234", relation="配偶"),), contract_no="HT20260001",
    contract_from=date(2024, 7, 1), contract_to=date(2026, 6, 30), station="柳塘", line="10kV柳塘线",
    transformer="柳塘3号台区", meter_box="A12", email="ouyang@example.cn", arrears_fen=12_345,
)  # fmt: skip


@pytest.fixture
def service(hall: Hall) -> CustomerService:
    return CustomerService(hall.parts)


def add(hall: Hall, service: CustomerService, **changes: Any) -> str:
    return service.create(hall.actor("teller"), replace(DRAFT, **changes))


def test_one_box_finds_by_account_name_phone_and_address(hall: Hall, service: CustomerService) -> None:
    mine = add(hall, service)
    other = {"account": "9900000008", "name": "王芳", "phone": "10000000002", "address": "临澜市澜西县长安街1号"}
    add(hall, service, **other, contacts=(), meter="3340012345679")
    teller = hall.actor("teller")
    for typed, why in (
        ("9900000007", "account"), ("欧阳", "name"), ("10012340001", "phone"), ("锦湖花园", "address"),
        ("oyxl", "initials"), ("小龙 幸福路", "name"), ("3340012345678", "meter"), ("0001", "phone"),
    ):  # fmt: skip
        hits = service.find(teller, typed)
        assert [hit.id for hit in hits] == [mine], typed
        assert why in hits[0].why
    assert service.find(teller, " ") == ()
    assert service.find(teller, "查无此人") == ()


@pytest.mark.row("M06")
def test_a_hundred_thousand_accounts_are_searched_within_two_seconds(hall: Hall, service: CustomerService) -> None:
    """The row names the time, so this test looks at the clock; a search takes some milliseconds."""
    leader, teller = hall.actor("shift_leader"), hall.actor("teller")

    def drafts() -> Iterator[list[CustomerDraft]]:
        for start in range(0, 100_000, 5000):
            yield [
                CustomerDraft(
                    account=str(9_900_000_000 + i), name=f"{'王李张刘陈'[i % 5]}{'伟芳娜敏静'[i // 5 % 5]}",
                    phone=f"100{i * 7919 % 10**8:08d}",
                    address=f"临澜市人民路{i % 397}号锦湖花园{i % 41}号楼{i % 997}室",
                )
                for i in range(start, start + 5000)
            ]  # fmt: skip

    with hall.store.begin(leader) as tx:
        count = customer_imports.add_many(tx, drafts(), import_id="i" * 32, source="演示", confirmed=date(2026, 6, 1))
    assert count == 100_000
    for typed in ("9900054321", "王", "王伟", "10010", "54321", "锦湖花园7号楼", "人民路 李芳", "zm", "查无此人"):
        start = perf_counter()
        found = service.find(teller, typed)
        assert perf_counter() - start < 2, typed
        assert bool(found) == (typed != "查无此人")


def test_what_is_found_and_shown_is_masked(hall: Hall, service: CustomerService) -> None:
    mine = add(hall, service)
    hit = service.find(hall.actor("teller"), "欧阳小龙")[0]
    assert (hit.name, hit.phone, hit.account) == ("欧阳**", "100****0001", "******0007")
    assert hit.address == "临澜市澜东区幸福路88号锦湖花园3号楼***"
    card = service.card(hall.actor("teller"), mine)
    assert card.customer.certificate_no == "110***********002X"
    assert card.customer.contacts == (Contact(name="李*", phone="0513-******34", relation="配偶"),)
    assert {"name", "phone", "address", "certificate_no", "account", "contacts", "meter", "email"} <= card.hidden
    shown = repr(card) + repr(hit)
    for secret in ("小龙", "10012340001", "501室", "11010519491231002X", "88001234", "ouyang"):
        assert secret not in shown


def test_an_organisation_keeps_its_name(hall: Hall, service: CustomerService) -> None:
    add(hall, service, name="临澜市幸福食品有限公司", certificate_kind="", certificate_no="")
    assert service.find(hall.actor("teller"), "食品")[0].name == "临澜市幸福食品有限公司"


def test_unmasking_needs_right_and_reason_and_leaves_an_audit_row(hall: Hall, service: CustomerService) -> None:
    mine = add(hall, service)
    teller = hall.actor("teller")
    with pytest.raises(RuleBroken) as refused:
        service.unmask(teller, mine, ["phone"], "  ")
    assert refused.value.problems[0].code == "customers.reason_missing"
    with pytest.raises(NotAllowed):
        service.unmask(hall.actor("inspector"), mine, ["phone"], "看看")
    with pytest.raises(RuleBroken):
        service.unmask(teller, mine, ["provenance"], "看看")
    assert service.unmask(teller, mine, ["phone", "name"], "核对来电") == {"phone": "10012340001", "name": "欧阳小龙"}
    lines = AuditService(hall.parts).lines(hall.actor("audit_admin"))
    last = [line for line in lines if line.action == "customer.unmask"]
    assert [(line.object_id, line.actor, line.detail["fields"], line.detail["reason"]) for line in last] == [
        (mine, teller.user_id, ["name", "phone"], "核对来电")
    ]
    assert "10012340001" not in repr(lines)


def test_a_case_right_opens_only_a_customer_of_the_case(hall: Hall, service: CustomerService) -> None:
    mine = add(hall, service)
    specialist = hall.actor("complaint_specialist")
    assert service.find(specialist, "欧阳") == ()
    assert [hit.id for hit in service.find(specialist, "9900000007")] == [mine]
    with pytest.raises(NotAllowed):
        service.unmask(specialist, mine, ["phone"], "联系客户")
    with hall.store.begin(specialist) as tx:
        customers.note_event(tx, mine, "requests", "r" * 32, "TS-1", "投诉", tx.now)
    assert [hit.id for hit in service.find(specialist, "欧阳")] == [mine]
    assert service.unmask(specialist, mine, ["phone"], "联系客户", case="r" * 32) == {"phone": "10012340001"}


def test_an_account_manager_sees_own_customers(hall: Hall, service: CustomerService) -> None:
    manager = hall.actor("account_manager")
    mine = add(hall, service, manager=manager.user_id)
    other = add(hall, service, account="9900000008")
    for typed in ("欧阳", "990000", "锦湖 小龙", "0001", "334001"):
        assert [hit.id for hit in service.find(manager, typed)] == [mine], typed
    assert service.card(manager, mine).customer.id == mine
    with pytest.raises(NotAllowed):
        service.card(manager, other)
    assert [hit.id for hit in service.by_phone(manager, "10012340001")] == [mine]


def test_an_edit_keeps_before_after_reason_source_and_date(hall: Hall, service: CustomerService) -> None:
    mine = add(hall, service)
    hall.clock.forward(days=3)
    teller = hall.actor("teller")
    card = service.edit(teller, mine, 1, {"phone": "１００ 1234 0002", "meter_box": "B7"}, "客户来电更正")
    changes = {change.field: change for change in card.changes}
    assert set(changes) == {"phone", "meter_box"}
    assert (changes["phone"].before, changes["phone"].after) == ("100****0001", "100****0002")
    assert (changes["meter_box"].before, changes["meter_box"].after) == ("A12", "B7")
    assert changes["phone"].reason == "客户来电更正"
    assert changes["phone"].who == teller.staff_no
    today = day_of(hall.clock())
    phone, name = card.customer.source_of("phone"), card.customer.source_of("name")
    assert phone is not None and name is not None
    assert (phone.confirmed, name.confirmed) == (today, today - timedelta(days=3))
    assert service.find(teller, "10012340001") == ()
    assert [hit.id for hit in service.find(teller, "10012340002")] == [mine]
    with pytest.raises(Stale):
        service.edit(teller, mine, 1, {"meter_box": "C"}, "旧页面")
    assert service.card(teller, mine).customer.meter_box == "B7"


def test_an_edit_is_refused_with_its_problems(hall: Hall, service: CustomerService) -> None:
    mine = add(hall, service)
    add(hall, service, account="9900000008")
    teller = hall.actor("teller")
    with pytest.raises(RuleBroken) as refused:
        service.edit(teller, mine, 1, {"phone": "1", "account": "9900000008"}, "")
    assert {(p.field, p.code) for p in refused.value.problems} == {
        ("phone", "customers.phone_shape"), ("account", "customers.account_taken"),
        ("reason", "customers.reason_missing"),
    }  # fmt: skip
    assert [p.code for p in service.problems(teller, mine, {"no_such": 1})] == ["customers.field_unknown"]
    assert service.card(teller, mine).customer.rev == 1
    with pytest.raises(NotFound):
        service.edit(teller, "0" * 32, 1, {"phone": "10012340002"}, "x")


def test_an_old_fault_elsewhere_does_not_stop_an_edit(hall: Hall, service: CustomerService) -> None:
    teller = hall.actor("teller")
    with hall.store.begin(teller) as tx:
        old = replace(DRAFT, phone="无电话")
        mine = customers.add(tx, old, source="旧系统", confirmed=date(2019, 1, 1))
    card = service.edit(teller, mine, 1, {"meter_box": "B7"}, "现场核对")
    assert card.customer.meter_box == "B7"


def test_a_confirmed_field_has_today_as_its_date(hall: Hall, service: CustomerService) -> None:
    mine = add(hall, service)
    hall.clock.forward(days=40)
    card = service.confirm(hall.actor("teller"), mine, 1, ["phone", "address"])
    phone = card.customer.source_of("phone")
    assert phone is not None and phone.confirmed == day_of(hall.clock())
    assert card.changes == ()


@pytest.mark.row("P04")
def test_a_card_has_contract_number_term_and_expiry_alert(hall: Hall, service: CustomerService) -> None:
    mine = add(hall, service)
    add(hall, service, account="9900000008", contract_to=date(2027, 6, 30))
    teller = hall.actor("teller")
    card = service.card(teller, mine)
    assert (card.contract_state, card.contract_days_left) == ("expiring", 20)
    assert (card.customer.contract_from, card.customer.contract_to) == (date(2024, 7, 1), date(2026, 6, 30))
    assert service.unmask(teller, mine, ["contract_no"], "续签") == {"contract_no": "HT20260001"}
    assert [hit.id for hit in service.expiring(teller)] == [mine]
    hall.clock.forward(days=21)
    assert service.card(teller, mine).contract_state == "expired"
    assert service.expiring(teller) == ()


@pytest.mark.row("S30")
def test_one_timeline_of_orders_requests_visits_payments_and_edits(hall: Hall, service: CustomerService) -> None:
    mine = add(hall, service)
    other = add(hall, service, account="9900000008")
    teller = hall.actor("teller")
    kinds = ("business", "requests", "visits", "payments")
    for kind in kinds:
        hall.clock.forward(hours=1)
        with hall.store.begin(teller) as tx:
            customers.note_event(tx, mine, kind, kind.ljust(32, "0"), f"NO-{kind}", kind, tx.now)
    hall.clock.forward(hours=1)
    service.edit(teller, mine, 1, {"meter_box": "B7", "line": "10kV石桥线"}, "现场核对")
    found = service.timeline(teller, mine)
    assert [entry.kind for entry in found] == ["changes", "payments", "visits", "requests", "business"]
    assert set(found[0].title.split(",")) == {"meter_box", "line"}
    assert found[1].number == "NO-payments"
    assert [entry.kind for entry in service.timeline(teller, mine, offset=1, limit=2)] == ["payments", "visits"]
    assert service.timeline(teller, other) == ()


@pytest.mark.row("M08")
def test_a_number_opens_the_accounts_it_belongs_to(hall: Hall, service: CustomerService) -> None:
    mine = add(hall, service)
    teller = hall.actor("teller")
    for number in ("10012340001", "100-1234-0001", "+8610012340001", "0513 8800 1234"):
        assert [hit.id for hit in service.by_phone(teller, number)] == [mine], number
    assert service.by_phone(teller, "1001234") == ()
    assert service.by_phone(teller, "没有号码") == ()


def test_text_that_looks_like_code_is_only_text(hall: Hall, service: CustomerService) -> None:
    name, address = "䶮㛃𬭎⚡️", "<b>x</b>'; DROP TABLE customers;-- 100% _ \\"
    mine = add(hall, service, name=name, address=address)
    teller = hall.actor("teller")
    assert service.unmask(teller, mine, ["name", "address"], "核对") == {"name": name, "address": address}
    for typed in ("㛃𬭎", "⚡", "𬭎⚡", "</b>", "'; drop", "100%", "_\\"):
        found = [hit.id for hit in service.find(teller, typed)]
        assert found == ([mine] if typed != "⚡" else []), typed


def test_a_new_customer_must_be_whole_and_the_account_new(hall: Hall, service: CustomerService) -> None:
    add(hall, service)
    for changes, code in (({"name": ""}, "customers.name_missing"), ({}, "customers.account_taken")):
        with pytest.raises(RuleBroken) as refused:
            add(hall, service, **changes)
        assert code in {problem.code for problem in refused.value.problems}
