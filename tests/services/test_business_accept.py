"""Accepting an order: what is kept, what is refused, drafts put aside, papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from hallclient.domain.business import DocumentState, OrderDraft
from hallclient.domain.instants import BEIJING, day_of
from hallclient.domain.payments import ReceivableDraft
from hallclient.errors import NotAllowed, NotFound, RuleBroken
from hallclient.services.business import BusinessService
from hallclient.services.business_papers import BusinessPaperService
from hallclient.services.orders import OrderService
from hallclient.services.payments import PaymentService
from hallclient.services.queue import QueueService
from hallclient.store import audit, customers
from tests.halls import Hall
from tests.services.business_forms import ACCOUNT, ADDRESS, ID_CARD, NAME, PHONE, add_customer, full_draft


def draft_of(hall: Hall, code: str, customer_id: str | None = None, **values: str) -> OrderDraft:
    kind = hall.parts.catalog.business(code, day_of(hall.clock()))
    return full_draft(hall, kind, customer_id, **values)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


def test_an_order_keeps_number_stages_documents_and_its_place_on_the_timeline(hall: Hall) -> None:
    actor, customer_id = hall.actor("teller"), add_customer(hall)
    order = BusinessService(hall.parts).accept(actor, draft_of(hall, "lv_resident_increase", customer_id))
    assert order.number == "SL-LD03-20260610-0001"
    assert (order.state, order.stage) == ("active", "survey")
    accept, survey, plan, contract, meter, archive = order.stages
    assert accept.state == "done" and accept.done_by == actor.user_id
    assert survey.state == "open" and survey.started_at == hall.clock()
    assert contract.planned is None and archive.planned is None
    assert order.due == at("2026-06-17 17:30")  # five working days after Wednesday the 10th, closing hour
    assert plan.planned is not None and meter.planned is not None and plan.planned < meter.planned
    assert plan.edition and order.limit == "connect.resident.total"
    with hall.store.read() as tx:
        events = customers.timeline(tx, customer_id)
        rows = list(audit.lines(tx.connection, limit=5000))
    assert [(e.kind, e.number) for e in events] == [("business", order.number)]
    assert [row.action for row in rows if row.object_id == order.id] == ["order.accept"]
    told = " ".join(str(row.detail) for row in rows)
    assert NAME not in told and ACCOUNT not in told and PHONE not in told


def test_what_the_archive_knows_need_not_be_typed_and_is_masked(hall: Hall) -> None:
    service, actor, customer_id = BusinessService(hall.parts), hall.actor("teller"), add_customer(hall)
    draft = draft_of(hall, "archive_change", customer_id)
    bare = {code: text for code, text in draft.values.items() if code not in ("account", "customer_name", "address")}
    check = service.check(actor, replace(draft, values=bare))
    assert check.problems == ()
    assert check.archive["account"].endswith(ACCOUNT[-4:]) and ACCOUNT not in check.archive["account"]
    assert check.archive["customer_name"] == "王**"
    order = service.accept(actor, replace(draft, values=bare))
    assert order.masked and order.customer_name == "王**" and order.account != ACCOUNT
    assert ACCOUNT not in str(order) and PHONE not in str(order) and NAME not in str(order)
    plain = OrderService(hall.parts).unmasked(actor, order.id, "核对来电号码")
    assert (plain.account, plain.customer_name, plain.address) == (ACCOUNT, NAME, ADDRESS)
    with pytest.raises(RuleBroken):
        OrderService(hall.parts).unmasked(actor, order.id, "  ")


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("id_card", ID_CARD[:-1] + ("0" if ID_CARD[-1] != "0" else "1"), "customers.id_card_check"),
        ("id_card", "1101011990023010010", "customers.id_card_shape"),
        ("mobile", "1234", "customers.phone_shape"),
        ("capacity_new", "-5", "business.number_too_small"),
        ("capacity_new", "八", "business.number_bad"),
        ("capacity_new", "9999", "business.number_too_large"),
        ("wanted_on", "2026-02-30", "business.date_impossible"),
        ("voltage", "1'; DROP TABLE orders; --", "business.choice_unknown"),
        ("declaration", "no", "business.field_missing"),
        ("address", "路" * 10_000, "business.too_long"),
    ],
)
def test_a_wrong_value_is_named_beside_its_field(hall: Hall, field: str, text: str, code: str) -> None:
    actor = hall.actor("teller")
    with pytest.raises(RuleBroken) as refused:
        BusinessService(hall.parts).accept(actor, draft_of(hall, "lv_resident_new", **{field: text}))
    assert [(problem.field, problem.code) for problem in refused.value.problems] == [(field, code)]


@pytest.mark.parametrize("name", ["䶮㛃𬭎", "👩‍🔧🔌", "<b>王</b>", "Robert'); DROP TABLE orders;--"])
def test_rare_characters_and_code_are_only_text(hall: Hall, name: str) -> None:
    actor = hall.actor("teller")
    order = BusinessService(hall.parts).accept(actor, draft_of(hall, "lv_resident_new", customer_name=name))
    service = OrderService(hall.parts)
    assert service.unmasked(actor, order.id, "核对").customer_name == name
    from hallclient.domain.business import OrderFilter

    assert [line.id for line in service.work_list(actor, OrderFilter(text=name))] == [order.id]


def test_a_document_is_deferred_only_with_a_commitment_in_time(hall: Hall) -> None:
    service, actor = BusinessService(hall.parts), hall.actor("teller")
    draft, today = draft_of(hall, "lv_resident_new"), day_of(hall.clock())

    def codes(state: DocumentState, document: str = "ownership") -> list[str]:
        changed = replace(draft, documents={**draft.documents, document: state})
        return [problem.code for problem in service.check(actor, changed).problems]

    late, right = today + timedelta(days=11), today + timedelta(days=10)
    assert codes(DocumentState()) == ["business.document_missing_deferrable"]
    assert codes(DocumentState(), "identity_person") == ["business.document_missing"]
    assert codes(DocumentState(status="deferred", due=right)) == ["business.commitment_missing"]
    assert codes(DocumentState(status="deferred", committed=True)) == ["business.commitment_date_missing"]
    assert codes(DocumentState(status="deferred", committed=True, due=late)) == ["business.commitment_date_bad"]
    assert codes(DocumentState(status="deferred", committed=True, due=today - timedelta(days=1))) == [
        "business.commitment_date_bad"
    ]
    assert codes(DocumentState(status="deferred", committed=True, due=right)) == []
    given = DocumentState(status="deferred", committed=True, due=right)
    assert codes(given, "identity_person") == ["business.document_not_deferrable"]


def test_an_agent_brings_the_agents_papers(hall: Hall) -> None:
    service, actor = BusinessService(hall.parts), hall.actor("teller")
    draft = draft_of(hall, "lv_resident_new", handler="agent")
    assert {"agent_letter", "agent_id"} <= draft.documents.keys()
    without = {code: state for code, state in draft.documents.items() if not code.startswith("agent")}
    fields = {problem.field for problem in service.check(actor, replace(draft, documents=without)).problems}
    assert fields == {"documents.agent_letter", "documents.agent_id"}
    values = {code: text for code, text in draft.values.items() if code != "agent_id"}
    assert [p.field for p in service.check(actor, replace(draft, values=values)).problems] == ["agent_id"]


def test_debts_are_cleared_first(hall: Hall) -> None:
    service, actor, customer_id = BusinessService(hall.parts), hall.actor("teller"), add_customer(hall)
    draft = draft_of(hall, "transfer", customer_id)
    unchecked = service.check(actor, replace(draft, cleared=False)).problems
    assert [problem.code for problem in unchecked] == ["business.debts_unchecked"]
    PaymentService(hall.parts).key_receivable(
        actor, ReceivableDraft(customer=customer_id, account=ACCOUNT, item="电费", period="2026-05", amount=10230)
    )
    check = service.check(actor, draft)
    assert check.owed == 10230
    assert [(p.code, p.details) for p in check.problems] == [("business.debts_open", {"owed": "102.30"})]


def test_the_dates_of_a_change_keep_notice_and_term(hall: Hall) -> None:
    service, actor, customer_id = BusinessService(hall.parts), hall.actor("teller"), add_customer(hall)
    draft = draft_of(hall, "suspension", customer_id)
    kind = hall.parts.catalog.business("suspension", day_of(hall.clock()))
    assert hall.parts.catalog.has_limit(kind.ahead, day_of(hall.clock())), "the rule of notice is in force"

    def codes(starts: str, ends: str) -> set[str]:
        values = {**draft.values, "starts_on": starts, "ends_on": ends}
        return {problem.code for problem in service.check(actor, replace(draft, values=values)).problems}

    assert "business.not_ahead" in codes("2026-06-11", "2026-08-01")
    assert "business.ends_before_start" in codes("2026-07-20", "2026-07-01")
    assert codes("2026-07-01", "2026-07-31") == set()


def test_the_customer_must_be_known_and_be_the_one_of_the_account(hall: Hall) -> None:
    service, actor, customer_id = BusinessService(hall.parts), hall.actor("teller"), add_customer(hall)
    draft = draft_of(hall, "rename", customer_id)
    assert [p.code for p in service.check(actor, replace(draft, customer_id=None)).problems] == [
        "business.customer_missing"
    ]
    other = replace(draft, values={**draft.values, "account": "3300099999999"})
    assert [p.code for p in service.check(actor, other).problems] == ["business.account_differs"]
    with pytest.raises(NotFound):
        service.accept(actor, replace(draft, customer_id="f" * 32))
    with pytest.raises(RuleBroken) as refused:
        service.accept(actor, replace(draft, kind="tea"))
    assert refused.value.problems[0].code == "business.kind_unknown"


def test_one_visit_holds_several_orders(hall: Hall) -> None:
    actor, customer_id = hall.actor("teller"), add_customer(hall)
    queue, service = QueueService(hall.parts), BusinessService(hall.parts)
    ticket = queue.issue(actor, "business")
    called = queue.call_next(actor)
    assert called is not None
    queue.serve(actor, called.id)
    first = service.accept(actor, draft_of(hall, "archive_change", customer_id))
    second = service.accept(actor, draft_of(hall, "meter_test", customer_id))
    assert (first.ticket_id, second.ticket_id) == (ticket.id, ticket.id)
    assert {line.id for line in OrderService(hall.parts).of_ticket(actor, ticket.id)} == {first.id, second.id}


def test_a_draft_put_aside_comes_back_whole(hall: Hall) -> None:
    service, actor, colleague = BusinessService(hall.parts), hall.actor("teller"), hall.actor("teller", "clerk2")
    ticket = QueueService(hall.parts).issue(actor, "business")
    draft = draft_of(hall, "lv_resident_new")
    due = day_of(hall.clock()) + timedelta(days=3)
    documents = {**draft.documents, "ownership": DocumentState(status="deferred", due=due, committed=True)}
    half = replace(draft, documents=documents, ticket_id=ticket.id, values={**draft.values, "mobile": ""})
    kept = service.save_draft(actor, half, title="新装 三楼")
    assert [(one.draft, one.title) for one in service.drafts(actor)] == [(half, "新装 三楼")]
    assert service.save_draft(actor, half, draft_id=kept) == kept
    assert len(service.drafts(actor)) == 1
    assert service.drafts(colleague) == ()
    assert [one.id for one in service.drafts(colleague, ticket_id=ticket.id)] == [kept]
    service.accept(colleague, replace(half, values=draft.values), draft_id=kept)
    assert service.drafts(actor) == ()
    again = service.save_draft(actor, half)
    service.discard_draft(actor, again)
    assert service.drafts(actor) == ()
    with pytest.raises(NotFound):
        service.discard_draft(actor, again)


def text_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.row("G05")
def test_every_kind_prints_its_notice_with_steps_documents_and_limits(hall: Hall) -> None:
    papers, actor = BusinessPaperService(hall.parts), hall.actor("teller")
    for kind in hall.parts.catalog.kinds(day_of(hall.clock())):
        paper = papers.kind_notice(actor, kind.code)
        assert paper.business == kind.zh
        assert [line.name for line in paper.stages] == [s.zh for s in kind.stages if not s.when] or len(paper.stages)
        names = [hall.parts.catalog.document(need.document).zh for need in kind.documents]
        assert sorted(line.name for line in paper.documents) == sorted(names)
        assert bool(paper.total_limit) == bool(kind.whole)
    said = text_of(papers.print_kind_notice(actor, "lv_resident_new"))
    for word in ("低压居民新装", "现场勘查", "装表接电", "用电地址权属证明", "5个工作日", "不动产权证书"):
        assert word in said, word


def test_papers_of_an_order_are_masked_counted_and_marked_as_reprints(hall: Hall) -> None:
    papers, actor = BusinessPaperService(hall.parts), hall.actor("teller")
    draft, today = draft_of(hall, "lv_resident_new"), day_of(hall.clock())
    due = today + timedelta(days=5)
    documents = {**draft.documents, "ownership": DocumentState(status="deferred", due=due, committed=True)}
    order = BusinessService(hall.parts).accept(actor, replace(draft, documents=documents))
    notice = text_of(papers.print_notice(actor, order.id))
    receipt = text_of(papers.print_acceptance(actor, order.id))
    for said in (notice, receipt):
        assert order.number in said and "低压居民新装" in said and "容缺" in said and "补打" not in said
        assert NAME not in said and PHONE not in said and ID_CARD not in said
        assert "王**" in said
    again = papers.acceptance_paper(actor, order.id)
    assert again.head.reprint is not None and again.head.reprint.count == 1
    assert "补打" in text_of(papers.print_acceptance(actor, order.id))
    assert OrderService(hall.parts).order(actor, order.id).prints == {"notice": 1, "acceptance": 2}
    manager = hall.actor("account_manager")
    with pytest.raises(NotAllowed):
        papers.print_acceptance(manager, order.id)
    with hall.store.read() as tx:
        actions = [row.action for row in audit.lines(tx.connection, limit=5000) if row.object_id == order.id]
    assert actions == ["order.accept", "notice.print", "acceptance.print", "acceptance.print"]
