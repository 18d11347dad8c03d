"""Any text in any field of a business form, the till, the queue and the people's page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallclient.catalog.business import BusinessKind
from hallclient.domain import business_fields
from hallclient.domain.business import OrderDraft, OrderFilter
from hallclient.domain.instants import day_of
from hallclient.domain.payments import FACES, PaymentDraft, PaymentPart, ReceivableDraft, SettlementDraft
from hallclient.domain.people import Actor, UnitDraft, UserDraft
from hallclient.domain.text import several_lines, whole
from hallclient.services import bundle
from hallclient.services.bundle import Services
from hallclient.store import people
from tests.faults.conftest import opened
from tests.faults.sentences import refused, tried, wrong
from tests.faults.texts import ANY, LONG, NASTY, bare, on_paper
from tests.halls import PASSWORD, Hall
from tests.services.business_forms import ACCOUNT, add_customer, full_draft

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

SHORT = {name: text for name, text in NASTY.items() if text != LONG}
DEBTOR = "9900000077"
"""Somebody who owes, so that the others of this hall do not."""
OPEN_TEXTS = ("text", "long_text", "address")
PRINTED = ("rare", "beyond", "emoji", "sql", "html", "lines", "nul", "controls", "wide", "match", "place", "hebrew")


@pytest.fixture(scope="module")
def hall(hall_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """One hall for the whole file."""
    with opened(hall_template, tmp_path_factory.mktemp("counter")) as one:
        yield one


@pytest.fixture(scope="module")
def services(hall: Hall) -> Services:
    return bundle.build(hall.parts)


@pytest.fixture(scope="module")
def leader(hall: Hall) -> Actor:
    return hall.actor("shift_leader")


@pytest.fixture(scope="module")
def customer_id(hall: Hall) -> str:
    return add_customer(hall)


def kinds(services: Services, leader: Actor) -> tuple[BusinessKind, ...]:
    return services.business.kinds(leader)


def count_orders(services: Services, leader: Actor) -> int:
    return services.orders.count(leader, OrderFilter())


# ---- business ------------------------------------------------------------------------------------------------------


def test_every_text_field_of_every_kind_keeps_or_refuses(
    hall: Hall, services: Services, leader: Actor, customer_id: str
) -> None:
    """One text at a time in all the text fields of a kind; each kind meets three of them, all kinds meet all."""
    names, accepted, refusals = sorted(NASTY), 0, 0
    for turn, kind in enumerate(kinds(services, leader)):
        right = full_draft(hall, kind, customer_id)
        shown = kind.fields_for(right.facts(kind))
        fields = [one for one in shown if one.type in OPEN_TEXTS and not one.code.endswith("licence")]
        for name in ("rare", names[turn % len(names)], names[(turn + 7) % len(names)]):
            text = NASTY[name]
            values = {**right.values, **{one.code: text for one in fields}}
            before = count_orders(services, leader)
            order = tried(services.business.accept, leader, replace(right, values=values, note=text))
            if order is None:
                refusals += 1
                assert count_orders(services, leader) == before
                continue
            accepted += 1
            clear = services.orders.unmasked(leader, order.id, f"核对 {text}")
            for one in fields:
                assert clear.values.get(one.code, "") == whole(business_fields.tidy(one, text)), (kind.code, one.code)
            assert clear.note == whole(several_lines(text))
    assert accepted > 80 and refusals > 2


@pytest.mark.parametrize("name", NASTY)
def test_a_text_in_a_field_that_is_no_text_is_refused_with_the_field(
    hall: Hall, services: Services, leader: Actor, customer_id: str, name: str
) -> None:
    """Dates, numbers, money, choices, phones, identity cards and accounts of every kind, all at once."""
    for kind in kinds(services, leader)[:: 4 if name in ("rare", "sql", "long", "half") else 15]:
        right = full_draft(hall, kind, customer_id)
        fields = [one for one in kind.fields_for(right.facts(kind)) if one.type not in OPEN_TEXTS and one.required]
        steers = ("customer_kind", "handler", "id_kind")
        typed = {one.code: NASTY[name] for one in fields if one.code not in steers and one.type != "choice"}
        if not typed:
            continue
        checked = services.business.check(leader, replace(right, values={**right.values, **typed}))
        with wrong(*(typed.keys() & {one.code for one in checked.fields} - {"account"})):
            services.business.accept(leader, replace(right, values={**right.values, **typed}))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_draft_is_accepted_or_refused(
    hall: Hall, services: Services, leader: Actor, customer_id: str, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(kinds(services, leader)), label="kind")
    right = full_draft(hall, kind, customer_id)
    codes = st.sampled_from(sorted(right.values) or ["remarks"])
    changed = data.draw(st.dictionaries(codes, ANY, max_size=4), label="values")
    draft = replace(right, values={**right.values, **changed}, note=data.draw(ANY, label="note"))
    problems = services.business.check(leader, draft).problems
    order = tried(services.business.accept, leader, draft)
    assert (order is None) == bool(problems)


@pytest.mark.parametrize("name", PRINTED)
def test_the_papers_of_an_order_show_what_was_typed(
    hall: Hall, services: Services, leader: Actor, customer_id: str, name: str
) -> None:
    kind = hall.parts.catalog.business("lv_resident_increase", day_of(hall.clock()))
    order = services.business.accept(leader, replace(full_draft(hall, kind, customer_id), note=NASTY[name]))
    paper = on_paper(services.business_papers.print_acceptance(leader, order.id))
    assert as_printed(NASTY[name]) in paper
    assert order.number in paper


def as_printed(text: str) -> str:
    """What paper shows of a text: no controls, joiners and direction marks, which have no shape; and no blanks."""
    from hallclient.reports.text import clean

    return bare(clean(several_lines(text)))


@pytest.mark.parametrize("name", SHORT)
def test_orders_are_found_by_the_name_that_was_typed(hall: Hall, services: Services, leader: Actor, name: str) -> None:
    kind = hall.parts.catalog.business("lv_resident_new", day_of(hall.clock()))
    typed = f"甲{SHORT[name]}"
    order = services.business.accept(leader, full_draft(hall, kind, None, customer_name=typed, contact=typed))
    kept = services.orders.unmasked(leader, order.id, "核对").customer_name
    found = services.orders.work_list(leader, OrderFilter(text=kept), limit=500)
    assert order.id in {line.id for line in found}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=ANY)
def test_any_text_may_filter_the_work_list(services: Services, leader: Actor, typed: str) -> None:
    services.orders.work_list(leader, OrderFilter(text=typed))


@pytest.mark.parametrize("name", NASTY)
def test_pause_and_withdrawal_keep_their_reasons_or_refuse(
    hall: Hall, services: Services, leader: Actor, customer_id: str, name: str
) -> None:
    text, steps = NASTY[name], services.order_steps
    kind = hall.parts.catalog.business("lv_resident_increase", day_of(hall.clock()))
    order = services.business.accept(leader, full_draft(hall, kind, customer_id))
    reasons = steps.pause_reasons(leader, order.id)
    with refused("business.pause_not_allowed"):
        steps.pause(leader, order.id, text, order.rev)
    if reasons:
        paused = tried(steps.pause, leader, order.id, reasons[0], order.rev, note=text)
        assert (paused is None) == (text == LONG)
        if paused is not None:
            assert paused.pauses[0].note == whole(several_lines(text))
            order = paused
    gone = tried(steps.withdraw, leader, order.id, text, order.rev)
    if text == LONG:
        assert gone is None
        assert services.orders.order(leader, order.id).state == order.state
    elif gone is not None:
        assert gone.close_reason == whole(several_lines(text))


@pytest.mark.parametrize("name", NASTY)
def test_a_draft_put_aside_comes_back_as_it_was(services: Services, leader: Actor, name: str) -> None:
    draft = OrderDraft(kind="lv_resident_new", values={"customer_name": NASTY[name]}, note=NASTY[name])
    kept = services.business.save_draft(leader, draft, title=NASTY[name])
    (found,) = (one for one in services.business.drafts(leader) if one.id == kept)
    assert found.draft.note == whole(NASTY[name])
    assert found.draft.values["customer_name"] == whole(NASTY[name])


# ---- the till and the queue ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NASTY)
def test_payments_keep_their_words_or_refuse(hall: Hall, services: Services, customer_id: str, name: str) -> None:
    text, till, teller = NASTY[name], services.payments, hall.actor("teller")
    for field in ("item", "period", "account"):
        draft = replace(ReceivableDraft(account=DEBTOR, item="电费", amount=100), **{field: text})  # type: ignore[arg-type]
        made = tried(till.key_receivable, teller, draft)
        assert made is None or text not in (LONG, NASTY["invisible"])
        assert made is None or field != "period"
    part = PaymentPart(receivable="", item="预存电费", period="", amount=100)
    cash = PaymentDraft(account=ACCOUNT, customer=customer_id, parts=(part,), received=100, remarks=text)
    paid = tried(till.collect, teller, cash)
    assert (paid is None) == (text == LONG)
    cheque = {"number": text, "bank": text, "drawer": text, "drawer_account": text, "issued_on": text}
    tried(till.collect, teller, replace(cash, way="cheque", details=cheque, remarks=""))
    tried(till.collect, teller, replace(cash, way=text, remarks=""))
    if paid is None:
        return
    assert till.payment(teller, paid.id).remarks == whole(several_lines(text))
    if name in PRINTED:
        assert as_printed(text) in on_paper(services.payment_papers.receipt(teller, paid.id))
    asked = tried(till.ask_reversal, teller, paid.id, text)
    if asked is None:
        asked = till.ask_reversal(teller, paid.id, "点错")
    else:
        assert asked.reason == whole(several_lines(text))
    till.decide_reversal(hall.actor("shift_leader"), asked.id, approve=True)
    if name in PRINTED:
        assert as_printed(text) in on_paper(services.payment_papers.reversal(teller, asked.id))


def test_ten_thousand_characters_of_a_reversal_are_refused(hall: Hall, services: Services) -> None:
    till, teller = services.payments, hall.actor("teller")
    part = PaymentPart(receivable="", item="预存电费", period="", amount=100)
    paid = till.collect(teller, PaymentDraft(account=ACCOUNT, parts=(part,), received=100))
    with wrong("reason"):
        till.ask_reversal(teller, paid.id, LONG)
    assert till.payment(teller, paid.id).state == "valid"
    with wrong("item"):
        till.key_receivable(teller, ReceivableDraft(account=ACCOUNT, item=LONG, amount=100))
    with wrong("number", "bank"):
        till.collect(
            teller,
            PaymentDraft(
                account=ACCOUNT, parts=(part,), received=100, way="cheque", details={"number": LONG, "bank": LONG}
            ),
        )


@pytest.mark.parametrize("name", ["rare", "sql", "long", "nul", "half"])
def test_a_settlement_keeps_its_reason_or_refuses(hall: Hall, services: Services, name: str) -> None:
    text, till, teller = NASTY[name], services.payments, hall.actor("teller")
    part = PaymentPart(receivable="", item="预存电费", period="", amount=100)
    till.collect(teller, PaymentDraft(account=ACCOUNT, parts=(part,), received=100))
    counts = dict.fromkeys(FACES, 0)
    checker = hall.actor("shift_leader")
    closed = tried(till.settle, teller, SettlementDraft(counts={**counts, 10_000: 9}, reason=text), checker=checker)
    assert (closed is None) == (text == LONG)
    if closed is not None:
        assert closed.reason == whole(several_lines(text))
        assert on_paper(services.payment_papers.settlement(teller, closed.id))
    else:
        till.settle(teller, SettlementDraft(counts={**counts, 10_000: 9}, reason="点钞"), checker=checker)


@pytest.mark.parametrize("name", NASTY)
def test_tickets_keep_their_topic_or_refuse(hall: Hall, services: Services, name: str) -> None:
    leader = hall.actor("shift_leader")
    classes = [one.code for one in hall.parts.catalog.queue_classes()]
    tried(services.queue.issue, leader, NASTY[name])
    tried(services.queue.issue, leader, classes[0], priority_reason=NASTY[name])
    ticket = tried(services.queue.issue, leader, classes[0], topic=NASTY[name])
    assert ticket is None or ticket.topic == whole(several_lines(NASTY[name]))
    tried(services.queue.pause, hall.actor("teller"), NASTY[name])


# ---- people --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NASTY)
def test_people_and_units_keep_their_names_or_refuse(hall: Hall, services: Services, name: str) -> None:
    text, admin = NASTY[name], hall.actor("system_admin")
    code = f"X{sorted(NASTY).index(name):02d}"
    user = tried(services.people.add_user, admin, UserDraft(staff_no=code, name=text, roles=("teller",),
                 unit=hall.units["LD"]), PASSWORD)  # fmt: skip
    unit = UnitDraft(code=code, name=text, kind="hall", grade="C", parent=hall.units["LXX"])
    made = tried(services.people.add_unit, admin, unit)
    assert (user is None) == (made is None)
    if text == LONG:
        assert made is None
    if user is not None and made is not None:
        with hall.store.read() as tx:
            assert people.names(tx, [user.id])[user.id][1] == user.name == made.name
        assert "\x00" not in user.name and "\n" not in user.name
    full = replace(unit, name="营业厅", service_scope=text, phone=text, address=text, hours=text)
    for field in ("code", "kind", "grade"):
        tried(services.people.add_unit, admin, replace(full, **{field: text}))
    for field in ("staff_no", "unit"):
        draft = UserDraft(staff_no=f"{code}b", name="李", roles=("teller",), unit=hall.units["LD"])
        changed: dict[str, Any] = {field: text}
        assert tried(services.people.add_user, admin, replace(draft, **changed), PASSWORD) is None
    assert tried(services.people.add_user, admin, UserDraft(staff_no=f"{code}c", name="李", roles=(text,),
                 unit=hall.units["LD"]), PASSWORD) is None  # fmt: skip
    assert tried(hall.sign_in.sign_in, text, text) is None


def test_day_texts_of_bills_are_checked_row_by_row(hall: Hall, services: Services) -> None:
    rows = [ReceivableDraft(account=ACCOUNT, item="电费", amount=100, due=date(2026, 6, 1))] * 2
    bad = [replace(rows[0], period="2026-13"), replace(rows[0], amount=-1), replace(rows[0], item="\x00")]
    importer = next(hall.actor(r.code) for r in hall.parts.catalog.roles() if hall.actor(r.code).may("payments.import"))
    with wrong("3.period", "4.amount", "5.item"):
        services.payments.import_bills(importer, [*rows, *bad])
