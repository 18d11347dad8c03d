"""The till: change, ways of paying, paying ahead, reversal by a second person, a settlement that must balance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallclient.domain.customers import CustomerDraft
from hallclient.domain.payments import (
    FACES,
    Payment,
    PaymentDraft,
    PaymentPart,
    Receivable,
    ReceivableDraft,
    SettlementDraft,
)
from hallclient.domain.people import Actor
from hallclient.errors import NotAllowed, NotFound, RuleBroken, Stale
from hallclient.services.audit import AuditService
from hallclient.services.customers import CustomerService
from hallclient.services.payments import PaymentService
from hallclient.store import people as people_store
from tests.halls import PASSWORD, Hall

ACCOUNT = "9900000061"


@pytest.fixture
def till(hall: Hall) -> PaymentService:
    return PaymentService(hall.parts)


@pytest.fixture
def teller(hall: Hall) -> Actor:
    return hall.actor("teller")


@pytest.fixture
def colleague(hall: Hall, teller: Actor) -> Actor:
    """Another teller of the same hall."""
    with hall.store.begin(teller) as tx:
        row = people_store.sign_in_row(tx, "clerk2")
        assert row is not None
        tx.change(people_store.users, row["id"], {"roles": ["teller"]})
    return hall.sign_in.sign_in("clerk2", PASSWORD)


def customer(hall: Hall) -> str:
    draft = CustomerDraft(account=ACCOUNT, name="苏若溪", phone="10000000061", address="临澜市澜东区青杉里3幢")
    return CustomerService(hall.parts).create(hall.actor("shift_leader"), draft)


def bill(till: PaymentService, teller: Actor, fen: int = 23_456, **changes: object) -> Receivable:
    draft = ReceivableDraft(account=ACCOUNT, item="电费", period="2026-05", amount=fen, due=date(2026, 6, 28))
    return till.key_receivable(teller, replace(draft, **changes))  # type: ignore[arg-type]


def paying(*owed: Receivable, way: str = "cash", received: int | None = None, **details: str) -> PaymentDraft:
    parts = tuple(PaymentPart(receivable=one.id, item=one.item, period=one.period, amount=one.open) for one in owed)
    draft = PaymentDraft(account=ACCOUNT, parts=parts, way=way, details=details)
    return replace(draft, received=draft.amount if received is None else received)


def ahead(fen: int) -> PaymentDraft:
    part = PaymentPart(receivable="", item="预存电费", period="", amount=fen)
    return PaymentDraft(account=ACCOUNT, parts=(part,), received=fen)


def count(fen: int) -> dict[int, int]:
    found = {}
    for face in FACES:
        found[face], fen = divmod(fen, face)
    return found


def wrong(caught: pytest.ExceptionInfo[RuleBroken]) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in caught.value.problems}


# ---- taking money --------------------------------------------------------------------------------------------------


def test_cash_gives_change_and_the_bill_is_paid(hall: Hall, till: PaymentService, teller: Actor) -> None:
    customer(hall)
    owed = bill(till, teller)
    paid = till.collect(teller, paying(owed, received=30_000))
    assert (paid.amount, paid.received, paid.change) == (23_456, 30_000, 6_544)
    assert paid.number == "SF-LD03-20260610-0001"
    assert (paid.window, paid.teller, paid.state) == ("3", teller.user_id, "valid")
    assert till.bill(teller, ACCOUNT).owed == ()


def test_a_bill_is_shown_masked_with_what_is_owed(hall: Hall, till: PaymentService, teller: Actor) -> None:
    customer_id = customer(hall)
    bill(till, teller, 10_000)
    bill(till, teller, 5_000, period="2026-04")
    found = till.bill(teller, customer_id)
    assert (found.total, len(found.owed)) == (15_000, 2)
    assert "苏若溪" not in found.name
    assert found.shown_account != ACCOUNT
    with pytest.raises(NotFound):
        till.bill(teller, "9900009999")


def test_too_little_no_change_on_a_card_and_missing_details_are_refused(till: PaymentService, teller: Actor) -> None:
    owed = bill(till, teller)
    with pytest.raises(RuleBroken) as caught:
        till.collect(teller, paying(owed, received=23_455))
    assert wrong(caught) == {("received", "payments.too_little")}
    with pytest.raises(RuleBroken) as caught:
        till.collect(teller, paying(owed, way="pos", received=30_000, card_tail="1234", reference="R1"))
    assert wrong(caught) == {("received", "payments.no_change")}
    with pytest.raises(RuleBroken) as caught:
        till.collect(teller, paying(owed, way="cheque"))
    assert {"number", "bank", "drawer"} <= {field for field, _ in wrong(caught)}
    with pytest.raises(RuleBroken) as caught:
        till.collect(teller, paying(owed, way="shells"))
    assert wrong(caught) == {("way", "payments.way_unknown")}


@pytest.mark.parametrize("fen", [0, -100, 10**12 + 1])
def test_amounts_that_cannot_be_are_refused(till: PaymentService, teller: Actor, fen: int) -> None:
    with pytest.raises(RuleBroken) as caught:
        bill(till, teller, fen)
    assert wrong(caught) == {("amount", "payments.amount_wrong")}
    with pytest.raises(RuleBroken):
        till.collect(teller, ahead(fen))


def test_two_windows_cannot_take_the_same_bill_twice(till: PaymentService, teller: Actor, colleague: Actor) -> None:
    owed = bill(till, teller)
    till.collect(teller, paying(owed))
    with pytest.raises(Stale) as caught:
        till.collect(colleague, paying(owed))
    assert caught.value.code == "payments.already_paid"
    assert len(till.taken(teller)) == 1  # the second one left nothing, not even a number
    second = bill(till, teller)
    assert till.collect(teller, paying(second)).number.endswith("-0002")


def test_a_bill_may_be_paid_in_parts_but_not_for_another_account(till: PaymentService, teller: Actor) -> None:
    owed = bill(till, teller, 10_000)
    half = PaymentPart(receivable=owed.id, item=owed.item, period=owed.period, amount=4_000)
    till.collect(teller, PaymentDraft(account=ACCOUNT, parts=(half,), received=4_000))
    with pytest.raises(NotFound):
        till.collect(teller, PaymentDraft(account="9900000062", parts=(half,), received=4_000))
    rest = replace(half, amount=6_001)
    with pytest.raises(Stale):
        till.collect(teller, PaymentDraft(account=ACCOUNT, parts=(rest,), received=6_001))


def test_what_was_paid_ahead_pays_a_later_bill_once(hall: Hall, till: PaymentService, teller: Actor) -> None:
    customer(hall)
    till.collect(teller, ahead(30_000))
    assert till.bill(teller, ACCOUNT).balance == 30_000
    till.collect(teller, paying(bill(till, teller, 20_000), way="prepaid"))
    assert till.bill(teller, ACCOUNT).balance == 10_000
    with pytest.raises(RuleBroken) as caught:
        till.collect(teller, paying(bill(till, teller, 10_001), way="prepaid"))
    assert wrong(caught) == {("way", "payments.balance_short")}


def test_a_batch_of_bills_comes_in_whole_or_not_at_all(hall: Hall, till: PaymentService, teller: Actor) -> None:
    customer(hall)
    leader = hall.actor("shift_leader")
    good = ReceivableDraft(account=ACCOUNT, item="电费", period="2026-05", amount=100)
    with pytest.raises(RuleBroken) as caught:
        till.import_bills(leader, [good, replace(good, amount=-1), replace(good, period="2026-13")])
    assert wrong(caught) == {("2.amount", "payments.amount_wrong"), ("3.period", "payments.period_wrong")}
    assert till.bill(teller, ACCOUNT).owed == ()
    assert till.import_bills(leader, [good, replace(good, period="2026-04")]) == 2
    assert till.bill(teller, ACCOUNT).total == 200
    with pytest.raises(NotAllowed):
        till.import_bills(teller, [good])


# ---- reversal ------------------------------------------------------------------------------------------------------


def taken(till: PaymentService, teller: Actor, fen: int = 10_000) -> Payment:
    return till.collect(teller, paying(bill(till, teller, fen)))


def test_a_second_person_approves_and_the_bill_is_owed_again(hall: Hall, till: PaymentService, teller: Actor) -> None:
    customer(hall)
    paid = taken(till, teller)
    asked = till.ask_reversal(teller, paid.id, " 户号错误 ")
    assert till.payment(teller, paid.id).state == "asked"
    assert till.bill(teller, ACCOUNT).owed == ()
    leader = hall.actor("shift_leader")
    done = till.decide_reversal(leader, asked.id, approve=True)
    assert (done.state, done.decided_by, done.reason) == ("approved", leader.user_id, "户号错误")
    assert till.payment(teller, paid.id).state == "reversed"
    assert till.bill(teller, ACCOUNT).total == 10_000
    with pytest.raises(Stale):
        till.decide_reversal(leader, asked.id, approve=True)


def test_a_refused_reversal_leaves_the_payment_as_it_was(hall: Hall, till: PaymentService, teller: Actor) -> None:
    paid = taken(till, teller)
    asked = till.ask_reversal(teller, paid.id, "客户要求")
    with pytest.raises(Stale):
        till.ask_reversal(teller, paid.id, "客户要求")
    till.decide_reversal(hall.actor("shift_leader"), asked.id, approve=False)
    assert till.payment(teller, paid.id).state == "valid"
    assert till.waiting_reversals(hall.actor("shift_leader")) == ()


def test_nobody_approves_the_own_payments_reversal(hall: Hall, till: PaymentService, teller: Actor) -> None:
    with hall.store.begin(teller) as tx:
        tx.change(people_store.users, teller.user_id, {"roles": ["teller", "shift_leader"]})
    both = hall.actor("teller")
    assert both.may("payments.approve_reversal")
    paid = taken(till, both)
    asked = till.ask_reversal(both, paid.id, "户号错误")
    with pytest.raises(NotAllowed) as caught:
        till.decide_reversal(both, asked.id, approve=True)
    assert caught.value.code == "payments.same_person"
    assert till.payment(both, paid.id).state == "asked"


def test_a_reversal_is_asked_the_same_day_with_a_reason_by_who_took_the_money(
    hall: Hall, till: PaymentService, teller: Actor, colleague: Actor
) -> None:
    paid = taken(till, teller)
    with pytest.raises(RuleBroken) as caught:
        till.ask_reversal(teller, paid.id, "  ")
    assert wrong(caught) == {("reason", "payments.reason_missing")}
    with pytest.raises(NotAllowed):
        till.ask_reversal(colleague, paid.id, "户号错误")
    with pytest.raises(NotAllowed):
        till.ask_reversal(hall.actor("guide"), paid.id, "户号错误")
    hall.clock.forward(hours=10)  # past midnight
    with pytest.raises(RuleBroken) as caught:
        till.ask_reversal(teller, paid.id, "户号错误")
    assert caught.value.code == "payments.reversal_other_day"


def test_money_paid_ahead_that_is_taken_back_is_no_balance(hall: Hall, till: PaymentService, teller: Actor) -> None:
    customer(hall)
    paid = till.collect(teller, ahead(30_000))
    asked = till.ask_reversal(teller, paid.id, "金额错误")
    till.decide_reversal(hall.actor("shift_leader"), asked.id, approve=True)
    assert till.bill(teller, ACCOUNT).balance == 0


# ---- settlement ----------------------------------------------------------------------------------------------------


def test_the_sheet_balances_over_all_ways_with_reversals_apart(hall: Hall, till: PaymentService, teller: Actor) -> None:
    taken(till, teller, 10_000)
    back = taken(till, teller, 2_500)
    till.collect(teller, paying(bill(till, teller, 7_000), way="pos", card_tail="1234", reference="R1"))
    asked = till.ask_reversal(teller, back.id, "户号错误")
    till.decide_reversal(hall.actor("shift_leader"), asked.id, approve=True)
    drawer = till.drawer(teller, 20_000)
    assert drawer.cash_expected == 30_000
    sheet = till.settle(teller, SettlementDraft(counts=count(30_000), opening_float=20_000))
    ways = {way.way: (way.count, way.amount, way.reversed_count, way.reversed_amount) for way in sheet.ways}
    assert ways == {"cash": (2, 12_500, 1, 2_500), "pos": (1, 7_000, 0, 0)}
    assert (sheet.difference, sheet.number) == (0, "ZZ-LD03-20260610-0001")
    assert (sheet.first_number[-4:], sheet.last_number[-4:]) == ("0001", "0003")
    assert all(payment.settlement == sheet.id for payment in till.taken(teller))
    with pytest.raises(RuleBroken) as caught:
        till.settle(teller, SettlementDraft())
    assert caught.value.code == "payments.nothing_to_settle"


def test_a_difference_needs_a_reason_and_a_second_person(hall: Hall, till: PaymentService, teller: Actor) -> None:
    taken(till, teller)
    short = SettlementDraft(counts=count(9_500), reason="找零多付5元")
    with pytest.raises(RuleBroken) as caught:
        till.settle(teller, short)
    assert caught.value.code == "payments.not_balanced"
    assert caught.value.details["difference"] == "−5.00"
    leader = hall.actor("shift_leader")
    with pytest.raises(RuleBroken):
        till.settle(teller, replace(short, reason=" "), checker=leader)
    with pytest.raises(NotAllowed):
        till.settle(teller, short, checker=teller)
    sheet = till.settle(teller, short, checker=leader)
    assert (sheet.difference, sheet.checker) == (-500, leader.user_id)


def test_nothing_is_settled_while_a_reversal_waits_nor_reversed_after(
    hall: Hall, till: PaymentService, teller: Actor
) -> None:
    paid = taken(till, teller)
    asked = till.ask_reversal(teller, paid.id, "户号错误")
    with pytest.raises(RuleBroken) as caught:
        till.settle(teller, SettlementDraft(counts=count(10_000)))
    assert caught.value.code == "payments.reversal_open"
    till.decide_reversal(hall.actor("shift_leader"), asked.id, approve=False)
    till.settle(teller, SettlementDraft(counts=count(10_000)))
    with pytest.raises(RuleBroken) as caught:
        till.ask_reversal(teller, paid.id, "户号错误")
    assert caught.value.code == "payments.reversal_settled"


def test_each_teller_settles_the_own_drawer(till: PaymentService, teller: Actor, colleague: Actor) -> None:
    taken(till, teller, 10_000)
    taken(till, colleague, 3_000)
    assert till.drawer(colleague).cash_expected == 3_000
    till.settle(teller, SettlementDraft(counts=count(10_000)))
    assert till.drawer(colleague).cash_expected == 3_000
    assert [sheet.teller for sheet in till.settlements(colleague)] == []


STEPS = st.lists(st.tuples(st.sampled_from(["cash", "pos", "reverse", "refuse", "settle"]), st.integers(1, 10**7)))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_whatever_the_day_brings_the_drawer_holds_the_float_and_the_cash_kept(
    hall: Hall, till: PaymentService, steps: list[tuple[str, int]]
) -> None:
    teller, leader = hall.actor("teller"), hall.actor("shift_leader")
    if till.drawer(teller).payments:
        till.settle(teller, SettlementDraft(counts=count(till.drawer(teller).cash_expected)))
    kept: list[Payment] = []
    for what, fen in steps:
        if what == "cash":
            kept.append(taken(till, teller, fen))
        elif what == "pos":
            owed = bill(till, teller, fen)
            till.collect(teller, paying(owed, way="pos", card_tail="1234", reference="R"))
        elif what == "settle" and till.drawer(teller).payments:
            till.settle(teller, SettlementDraft(counts=count(till.drawer(teller).cash_expected)))
            kept = []
        elif what in ("reverse", "refuse") and kept:
            asked = till.ask_reversal(teller, kept[-1].id, "户号错误")
            till.decide_reversal(leader, asked.id, approve=what == "reverse")
            if what == "reverse":
                kept.pop()
        assert till.drawer(teller, 20_000).cash_expected == 20_000 + sum(paid.amount for paid in kept)


def test_every_step_with_money_is_in_the_audit_trail(hall: Hall, till: PaymentService, teller: Actor) -> None:
    paid = taken(till, teller)
    asked = till.ask_reversal(teller, paid.id, "户号错误")
    till.decide_reversal(hall.actor("shift_leader"), asked.id, approve=True)
    till.settle(teller, SettlementDraft())
    lines = AuditService(hall.parts).lines(hall.actor("audit_admin"))
    seen = [line.action for line in lines if line.kind in ("receivables", "payments", "reversals", "settlements")]
    assert seen == ["receivable.key", "payment.collect", "reversal.ask", "reversal.approve", "settlement.close"]
    assert not any(ACCOUNT in str(line.detail) for line in lines)
