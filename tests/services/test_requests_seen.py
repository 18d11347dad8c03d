"""Who sees which request: masks, the person complained about, who reported, other people's requests."""

from __future__ import annotations

import pytest

from hallclient.domain.requests import RequestFilter
from hallclient.errors import NotAllowed, NotFound, RuleBroken
from hallclient.services.audit import AuditService
from hallclient.services.requests import RequestService
from tests.halls import Hall
from tests.services.request_drafts import FACTS, complaint, enquiry


@pytest.fixture
def service(hall: Hall) -> RequestService:
    return RequestService(hall.parts)


def test_personal_data_is_masked_unless_unmasked_with_a_reason_that_is_audited(
    hall: Hall, service: RequestService
) -> None:
    teller = hall.actor("teller")
    kept = service.accept(teller, complaint())
    shown = service.request(teller, kept.id).content
    line = service.page(teller, RequestFilter())[0]
    for name in ("name", "phone", "address", "account"):
        assert getattr(shown, name) != getattr(complaint(), name)
    assert "苏若溪" not in line.name
    assert shown.facts == FACTS
    with pytest.raises(RuleBroken):
        service.unmasked(teller, kept.id, "  ")
    clear = service.unmasked(teller, kept.id, "回电核实").content
    assert (clear.name, clear.phone, clear.account) == ("苏若溪", "10000000001", "9900000001")
    lines = AuditService(hall.parts).lines(hall.actor("audit_admin"))
    unmasked = [line for line in lines if line.action == "request.unmask"]
    assert [(one.object_id, one.actor, one.detail) for one in unmasked] == [
        (kept.id, teller.user_id, {"reason": "回电核实"})
    ]


def test_the_person_complained_about_sees_neither_case_nor_hint(hall: Hall, service: RequestService) -> None:
    leader, clerk = hall.actor("shift_leader"), hall.actor("complaint_specialist")
    kept = service.accept(clerk, complaint(person=leader.staff_no))
    for look in (
        lambda: service.request(leader, kept.id),
        lambda: service.versions(leader, kept.id),
        lambda: service.unmasked(leader, kept.id, "看看"),
        lambda: service.editable(leader, kept.id),
    ):
        with pytest.raises(NotAllowed) as caught:
            look()
        assert caught.value.code == "evidence.person_concerned"
    assert service.page(leader, RequestFilter()) == ()
    assert service.count(leader, RequestFilter()) == 0
    assert service.repeats(leader, complaint()) == ()
    assert service.count(clerk, RequestFilter()) == 1


def test_who_reported_stays_hidden_from_all_but_the_receiver_and_the_named(hall: Hall, service: RequestService) -> None:
    dispatcher = hall.actor("dispatcher")
    kept = service.accept(dispatcher, enquiry(kind="report", subtype="conduct", facts="有人索要好处费"))
    assert service.request(dispatcher, kept.id).content.phone not in ("10000000002", "")
    leader = hall.actor("shift_leader")
    with pytest.raises(NotFound):
        service.request(leader, kept.id)
    assert service.count(leader, RequestFilter()) == 0
    assert service.repeats(leader, enquiry()) == ()


def test_a_teller_answers_and_amends_only_the_own_requests(hall: Hall, service: RequestService) -> None:
    teller, leader = hall.actor("teller"), hall.actor("shift_leader")
    other = service.accept(leader, complaint())
    asked = service.accept(leader, enquiry())
    assert service.request(teller, other.id).id == other.id  # the hall's requests may be read
    with pytest.raises(NotAllowed):
        service.amend(teller, other.id, complaint(claim="赔偿"), reason="更正", rev=other.rev)
    with pytest.raises(NotAllowed):
        service.editable(teller, other.id)
    with pytest.raises(NotAllowed):
        service.close_first_contact(teller, asked.id, "已答复")


def test_a_guide_takes_no_complaints_and_an_administrator_nothing(hall: Hall, service: RequestService) -> None:
    guide = hall.actor("guide")
    assert service.accept(guide, enquiry(channel="hall"))
    with pytest.raises(NotAllowed):
        service.accept(guide, complaint())
    with pytest.raises(NotAllowed):
        service.accept(hall.actor("system_admin"), enquiry())
