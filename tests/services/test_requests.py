"""Taking requests in: what a complaint must hold, versions, one pool for all channels, repeats."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallclient.domain.people import Actor
from hallclient.domain.requests import RequestDraft, RequestFilter
from hallclient.domain.text import several_lines
from hallclient.errors import RuleBroken, Stale
from hallclient.services.customers import CustomerService
from hallclient.services.requests import RequestService
from tests.halls import START, Hall
from tests.services.request_drafts import FACTS, NOTE, complaint, enquiry


@pytest.fixture
def service(hall: Hall) -> RequestService:
    return RequestService(hall.parts)


@pytest.fixture
def clerk(hall: Hall) -> Actor:
    return hall.actor("complaint_specialist")


def wrong(caught: pytest.ExceptionInfo[RuleBroken]) -> set[str]:
    return {problem.field for problem in caught.value.problems}


# ---- listening and recording ---------------------------------------------------------------------------------------


@pytest.mark.row("K04")
def test_intake_keeps_channel_start_end_receiver_and_how_it_was_listened_to(
    hall: Hall, service: RequestService, clerk: Actor
) -> None:
    kept = service.accept(clerk, complaint())
    told = service.editable(clerk, kept.id).content
    assert (told.channel, told.visit_note) == ("hall", NOTE)
    assert (told.contact_start, told.contact_end) == (START - timedelta(minutes=12), START - timedelta(minutes=2))
    assert (kept.receiver, kept.receiver_no, kept.accepted_at) == (clerk.user_id, clerk.staff_no, START)
    with pytest.raises(RuleBroken) as caught:
        service.accept(clerk, complaint(visit_note=" "))
    assert wrong(caught) == {"evidence"}
    for name in ("contact_start", "contact_end", "channel"):
        with pytest.raises(RuleBroken) as caught:
            service.accept(clerk, complaint(**{name: "" if name == "channel" else None}))
        assert wrong(caught) == {name}


NEEDED = ("facts", "claim", "category", "severity", "confidentiality", "name", "phone")


@pytest.mark.row("K05")
@pytest.mark.parametrize("name", NEEDED)
def test_a_complaint_without_a_mandatory_field_is_refused_by_its_name(
    service: RequestService, clerk: Actor, name: str
) -> None:
    with pytest.raises(RuleBroken) as caught:
        service.accept(clerk, complaint(**{name: "  "}))
    assert wrong(caught) == {name}
    assert service.count(clerk, RequestFilter()) == 0


@pytest.mark.row("K05")
def test_a_saved_record_stays_and_later_changes_are_versions(hall: Hall, service: RequestService, clerk: Actor) -> None:
    kept = service.accept(clerk, complaint())
    hall.clock.forward(hours=1)
    later = service.amend(
        clerk, kept.id, complaint(facts=f"{FACTS}\n补充：排号 A012。", severity="important"), reason="客户补充",
        rev=kept.rev,
    )  # fmt: skip
    first, second = service.versions(clerk, kept.id)
    assert (later.version, later.number, later.accepted_at) == (2, kept.number, START)
    assert first.content["facts"] == FACTS
    assert (first.at, second.at) == (START, START + timedelta(hours=1))
    assert (second.reason, second.author, second.changed) == ("客户补充", clerk.staff_no, ("facts", "severity"))
    assert [clock.due for clock in later.clocks] == [clock.due for clock in kept.clocks]  # never counted again


def test_an_amendment_needs_a_reason_keeps_channel_and_kind_and_the_newest_version(
    service: RequestService, clerk: Actor
) -> None:
    kept = service.accept(clerk, complaint())
    with pytest.raises(RuleBroken) as caught:
        service.amend(clerk, kept.id, complaint(channel="letter", claim="赔偿"), reason="", rev=kept.rev)
    assert wrong(caught) == {"reason", "channel"}
    service.amend(clerk, kept.id, complaint(claim="赔偿"), reason="更正", rev=kept.rev)
    with pytest.raises(Stale):
        service.amend(clerk, kept.id, complaint(claim="道歉"), reason="更正", rev=kept.rev)
    assert len(service.versions(clerk, kept.id)) == 2


def test_times_that_cannot_be_are_refused(service: RequestService, clerk: Actor) -> None:
    for changes, field in (
        ({"contact_start": START + timedelta(hours=1), "contact_end": None}, "contact_start"),
        ({"contact_end": START - timedelta(hours=1)}, "contact_end"),
        ({"event_time": START - timedelta(minutes=1)}, "event_time"),
    ):
        with pytest.raises(RuleBroken) as caught:
            service.accept(clerk, complaint(**changes))
        assert field in wrong(caught)


@pytest.mark.parametrize("category", ["01", "01.01", "99.99.99", "no such"])
def test_the_category_goes_down_to_the_last_level(service: RequestService, clerk: Actor, category: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        service.accept(clerk, complaint(category=category))
    assert wrong(caught) == {"category"}


def test_somebody_anonymous_need_not_say_who_it_is(service: RequestService, clerk: Actor) -> None:
    kept = service.accept(clerk, complaint(confidentiality="anonymous", name="", phone="", account="", address=""))
    assert kept.content.anonymous


# ---- clocks --------------------------------------------------------------------------------------------------------


def test_a_complaints_clocks_run_from_acceptance_with_their_edition(service: RequestService, clerk: Actor) -> None:
    kept = service.accept(clerk, complaint())
    due = {clock.code: clock.due for clock in kept.clocks}
    assert due["complaint.contact"] == START + timedelta(hours=24)
    assert due["complaint.reply"] > due["complaint.contact"]
    assert all(clock.edition and clock.started == START for clock in kept.clocks)
    assert [clock.due for clock in kept.clocks] == sorted(due.values())
    assert service.clocks(clerk, complaint(), START) == kept.clocks  # what the page shows while it is typed


def test_a_transfer_brings_its_number_and_its_own_deadline(service: RequestService, clerk: Actor) -> None:
    with pytest.raises(RuleBroken) as caught:
        service.accept(clerk, complaint(channel="12345"))
    assert wrong(caught) == {"external_no"}
    printed = START + timedelta(days=3)
    kept = service.accept(clerk, complaint(channel="12345", external_no="LL-2026-0031", external_due=printed))
    codes = {clock.code for clock in kept.clocks}
    assert {"external", "channel.12345", "complaint.contact"} <= codes
    assert next(clock for clock in kept.clocks if clock.code == "external").due == printed


def test_the_severity_is_suggested_with_its_reasons(service: RequestService, clerk: Actor) -> None:
    assert service.suggested_severity(clerk, complaint()) == ("general", ())
    for changes, repeats in (
        ({"channel": "12398"}, 0), ({"facts": "再不办我就找电视台曝光"}, 0), ({"leapfrog": True}, 0), ({}, 1),
        ({"flags": ("vulnerable",)}, 0),
    ):  # fmt: skip
        severity, reasons = service.suggested_severity(clerk, complaint(**changes), repeats)
        assert severity == "important"
        assert reasons
    assert service.suggested_severity(clerk, complaint(flags=("injury",)))[0] == "major"


# ---- one pool ------------------------------------------------------------------------------------------------------


@pytest.mark.row("K10")
def test_the_channel_is_mandatory_and_counts_by_channel_add_up(service: RequestService, clerk: Actor) -> None:
    for channel in ("letter", "95598_phone", "hall", "hall"):
        service.accept(clerk, complaint(channel=channel))
    found = service.by_channel(clerk, START - timedelta(days=1), START + timedelta(days=1))
    assert found == {"letter": 1, "95598_phone": 1, "hall": 2}
    assert service.by_channel(clerk, START - timedelta(days=2), START - timedelta(days=1)) == {}
    with pytest.raises(RuleBroken) as caught:
        service.accept(clerk, complaint(channel=""))
    assert wrong(caught) == {"channel"}


@pytest.mark.row("S15")
def test_repairs_and_all_else_share_one_list_one_numbering_and_one_search(
    service: RequestService, clerk: Actor
) -> None:
    repair = enquiry(kind="fault", subtype="lv", facts="石桥三组没电，整栋都没有", address="石桥村三组")
    numbers = [service.accept(clerk, draft).number for draft in (enquiry(), repair, complaint())]
    assert numbers == [f"SQ-LD03-20260610-000{n}" for n in (1, 2, 3)]
    assert {line.number for line in service.page(clerk, RequestFilter())} == set(numbers)
    assert [line.kind for line in service.page(clerk, RequestFilter(text="石桥 没电"))] == ["fault"]
    assert [line.kind for line in service.page(clerk, RequestFilter(text="过户"))] == ["complaint"]
    assert [line.kind for line in service.page(clerk, RequestFilter(kinds=("fault",)))] == ["fault"]


@pytest.mark.row("S16")
def test_requests_of_every_channel_are_in_one_pool_and_filtered_by_it(service: RequestService, clerk: Actor) -> None:
    channels = service._parts.catalog.channels()
    for channel in channels:
        service.accept(clerk, enquiry(channel=channel.code, external_no="T1" if channel.reference_required else ""))
    assert service.count(clerk, RequestFilter()) == len(channels)
    assert {line.channel for line in service.page(clerk, RequestFilter())} == {one.code for one in channels}
    for channel in channels:
        assert service.count(clerk, RequestFilter(channels=(channel.code,))) == 1


def test_the_list_pages_newest_first(hall: Hall, service: RequestService, clerk: Actor) -> None:
    for _ in range(5):
        hall.clock.forward(minutes=1)
        service.accept(clerk, enquiry())
    pages = [service.page(clerk, RequestFilter(), limit=2, offset=offset) for offset in (0, 2, 4)]
    numbers = [line.number[-4:] for page in pages for line in page]
    assert numbers == ["0005", "0004", "0003", "0002", "0001"]


# ---- repeats -------------------------------------------------------------------------------------------------------


@pytest.mark.row("K51")
def test_earlier_cases_of_account_phone_or_address_are_offered_likeliest_first(
    hall: Hall, service: RequestService, clerk: Actor
) -> None:
    same_phone = service.accept(clerk, enquiry(phone="10000000001"))
    same_all = service.accept(clerk, complaint())
    service.accept(clerk, complaint(account="9900000009", phone="10000000009", address="别处"))
    hall.clock.forward(days=9)
    hints = service.repeats(clerk, complaint(contact_start=None, contact_end=None))
    assert [hint.id for hint in hints] == [same_all.id, same_phone.id]
    assert hints[0].reasons == ("account", "phone", "address", "category", "topic")
    assert hints[1].reasons == ("phone",)
    confirmed = service.accept(clerk, complaint(repeat_of=same_all.id))
    assert service.request(clerk, same_all.id).repeats == 1
    assert service.request(clerk, confirmed.id).content.repeat_of == same_all.id
    hall.clock.forward(days=366)
    assert [hint.id for hint in service.repeats(clerk, complaint())] == []


def test_without_account_phone_and_address_nothing_is_offered(service: RequestService, clerk: Actor) -> None:
    service.accept(clerk, complaint(confidentiality="anonymous", account="", phone="", name="", address=""))
    assert service.repeats(clerk, RequestDraft(category="01.01.01")) == ()


def test_urging_is_tied_to_its_request_and_counted(service: RequestService, clerk: Actor) -> None:
    first = service.accept(clerk, enquiry())
    with pytest.raises(RuleBroken) as caught:
        service.accept(clerk, enquiry(kind="urge", subtype=""))
    assert wrong(caught) == {"parent"}
    for _ in range(3):
        service.accept(clerk, enquiry(kind="urge", subtype="", parent=first.id))
    assert service.request(clerk, first.id).urged == 3


# ---- first contact -------------------------------------------------------------------------------------------------


def test_what_is_answered_on_the_spot_is_closed_with_its_clocks_met(
    hall: Hall, service: RequestService, clerk: Actor
) -> None:
    kept = service.accept(clerk, enquiry())
    hall.clock.forward(minutes=4)
    with pytest.raises(RuleBroken):
        service.close_first_contact(clerk, kept.id, " ")
    done = service.close_first_contact(clerk, kept.id, "已说明办理材料")
    assert (done.state, done.version, done.content.visit_note) == ("closed", 2, "已说明办理材料")
    assert {clock.state(hall.clock.now) for clock in done.clocks} == {"met"}
    with pytest.raises(Stale):
        service.close_first_contact(clerk, kept.id, "再答一次")


def test_complaints_and_reports_go_through_the_whole_loop(service: RequestService, clerk: Actor) -> None:
    for draft in (complaint(), enquiry(kind="report", subtype="theft", facts="有人私接线路")):
        kept = service.accept(clerk, draft)
        with pytest.raises(RuleBroken) as caught:
            service.close_first_contact(clerk, kept.id, "已答复")
        assert caught.value.code == "requests.needs_loop"


def test_a_request_stands_on_its_customers_timeline_but_a_report_does_not(
    hall: Hall, service: RequestService, clerk: Actor
) -> None:
    from hallclient.domain.customers import CustomerDraft

    archive, leader = CustomerService(hall.parts), hall.actor("shift_leader")
    customer = archive.create(leader, CustomerDraft(account="9900000001", name="苏若溪"))
    kept = service.accept(clerk, complaint(customer=customer))
    service.accept(clerk, enquiry(kind="report", subtype="theft", customer=customer))
    entries = archive.timeline(leader, customer)
    assert [(entry.kind, entry.number) for entry in entries if entry.kind == "request"] == [("request", kept.number)]


# ---- anything may be typed -----------------------------------------------------------------------------------------

TEXTS = st.one_of(
    st.text(min_size=1, max_size=300),
    st.sampled_from(
        ["龙䶮㛃𬭎", "😀👨‍👩‍👧", "'; DROP TABLE requests; --", "<b>x</b>&amp;", "长" * 10_000, "\x00\x07a"]
    ),
).filter(lambda text: bool(several_lines(text)))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=TEXTS)
def test_what_was_typed_comes_back_as_it_was(hall: Hall, service: RequestService, text: str) -> None:
    clerk = hall.actor("complaint_specialist")
    draft = complaint(facts=text, claim=text, event_place=text)
    kept = service.accept(clerk, draft)
    told = service.editable(clerk, kept.id).content
    assert replace(told, evidence=()) == draft.tidy()
    assert service.versions(clerk, kept.id)[0].content["facts"] == draft.tidy().facts


def test_a_text_beyond_all_measure_is_refused_never_cut(service: RequestService, clerk: Actor) -> None:
    with pytest.raises(RuleBroken) as caught:
        service.accept(clerk, complaint(facts="长" * 20_001))
    assert wrong(caught) == {"facts"}


# ---- contacts ------------------------------------------------------------------------------------------------------


@pytest.mark.row("K12")
def test_the_first_contact_that_reached_her_meets_the_24_hour_limit(hall: Hall, service: RequestService) -> None:
    handler = hall.actor("complaint_specialist")
    case = service.accept(handler, complaint())
    hall.clock.forward(hours=3)
    missed = service.note_contact(handler, case.id, "missed", "无人接听")
    assert {clock.code: clock.met_at for clock in missed.clocks}["complaint.contact"] is None
    hall.clock.forward(hours=2)
    reached = service.note_contact(handler, case.id, "reached", "同意等待")
    first = {clock.code: clock for clock in reached.clocks}["complaint.contact"]
    assert first.met_at == hall.clock.now and first.state(hall.clock.now) == "met"
    hall.clock.forward(hours=1)
    again = service.note_contact(handler, case.id, "met", "上门")
    assert {clock.code: clock.met_at for clock in again.clocks}["complaint.contact"] == first.met_at
    noted = service.contacts(handler, case.id)
    assert [(line.outcome, line.text, line.by) for line in noted] == [
        ("missed", "无人接听", handler.staff_no),
        ("reached", "同意等待", handler.staff_no),
        ("met", "上门", handler.staff_no),
    ]
    assert all(clock.met_at is None for clock in again.clocks if clock.code != "complaint.contact")
    with pytest.raises(RuleBroken) as refused:
        service.note_contact(handler, case.id, "dreamt", " ")
    assert wrong(refused) == {"outcome", "text"}
