"""Evidence at the service: verified before it is played, custody of every touch, nobody sees what is not theirs."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallclient import resources
from hallclient.domain.evidence import EvidenceDraft, EvidenceItem, MarkDraft, Origin
from hallclient.domain.people import Actor
from hallclient.errors import Cancelled, NotAllowed, RuleBroken, Unavailable
from hallclient.services import doctor
from hallclient.services.audit import AuditService
from hallclient.services.evidence import EvidenceService, sweep
from hallclient.services.requests import RequestService
from tests.halls import START, Hall
from tests.services.request_drafts import complaint

CALL = resources.file("demo", "media", "complaint-call.m4a")
DRAFT = EvidenceDraft(name="来电录音.m4a", origin=Origin.CALL_RECORDING, purpose="核实投诉", supplied_by="95598坐席")


@pytest.fixture
def service(hall: Hall) -> EvidenceService:
    return EvidenceService(hall.parts)


@pytest.fixture
def clerk(hall: Hall) -> Actor:
    return hall.actor("teller")


def stored(hall: Hall) -> Iterator[Path]:
    return (path for path in hall.parts.settings.vault_folder.rglob("*") if path.is_file())


def acts(service: EvidenceService, actor: Actor, item: EvidenceItem) -> list[tuple[str, str]]:
    return [(line.act, line.person) for line in service.custody(actor, item.id)]


def tied(hall: Hall, actor: Actor, *items: EvidenceItem, **changes: str) -> str:
    draft = complaint(evidence=tuple(item.id for item in items), **changes)
    return RequestService(hall.parts).accept(actor, draft).id


def damage(hall: Hall) -> None:
    """Change one byte in the middle of every stored file."""
    for path in stored(hall):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)


# ---- taking in -----------------------------------------------------------------------------------------------------


@pytest.mark.row("K04")
def test_a_recording_is_enough_to_have_listened(hall: Hall, service: EvidenceService, clerk: Actor) -> None:
    item = service.add(clerk, CALL, DRAFT)
    case = RequestService(hall.parts).accept(clerk, complaint(visit_note="", evidence=(item.id,)))
    assert [one.id for one in service.items(clerk, "requests", case.id)] == [item.id]


def test_a_file_becomes_a_numbered_record_with_its_hash_and_facts(
    hall: Hall, service: EvidenceService, clerk: Actor
) -> None:
    item = service.add(clerk, CALL, DRAFT)
    assert item.sha256 == hashlib.sha256(CALL.read_bytes()).hexdigest()
    assert (item.number, item.size) == ("ZJ-LD03-20260610-0001", CALL.stat().st_size)
    assert (item.kind, item.playable, item.received_at) == ("audio", True, START)
    assert item.duration_ms is not None
    assert 20_000 < item.duration_ms < 30_000
    assert item.recorded_at is not None
    assert acts(service, clerk, item) == [("received", "teller")]
    assert not any(CALL.read_bytes()[100:164] in path.read_bytes() for path in stored(hall))


def test_a_file_nobody_knows_is_kept_with_a_plain_reason(service: EvidenceService, clerk: Actor) -> None:
    item = service.add(clerk, io.BytesIO(b"\x01\x02 not a recording"), DRAFT)
    assert (item.kind, item.playable) == ("other", False)
    assert item.reason


@pytest.mark.parametrize("changes", [{"name": " "}, {"origin": None}, {"purpose": ""}])
def test_without_name_origin_or_purpose_nothing_is_kept(
    hall: Hall, service: EvidenceService, clerk: Actor, changes: dict[str, str]
) -> None:
    fields = {name: getattr(DRAFT, name) for name in EvidenceDraft.__slots__}
    with pytest.raises(RuleBroken) as caught:
        service.add(clerk, CALL, EvidenceDraft(**{**fields, **changes}))
    assert {problem.field for problem in caught.value.problems} == set(changes)
    assert list(stored(hall)) == []


def test_a_record_that_cannot_be_saved_takes_its_file_out_again(
    hall: Hall, service: EvidenceService, clerk: Actor
) -> None:
    service.add(clerk, io.BytesIO(b"newest"), DRAFT)
    before = set(stored(hall))
    hall.clock.forward(minutes=-30)  # the store refuses a clock that runs behind its records
    with pytest.raises(Unavailable) as caught:
        service.add(clerk, CALL, DRAFT)
    assert caught.value.code == "store.clock_back"
    assert set(stored(hall)) == before


def test_stopping_leaves_nothing(hall: Hall, service: EvidenceService, clerk: Actor) -> None:
    with pytest.raises(Cancelled):
        service.add(clerk, CALL, DRAFT, cancelled=lambda: True)
    assert list(stored(hall)) == []


def test_an_old_file_without_a_record_is_put_aside_and_one_with_a_record_stays(
    hall: Hall, service: EvidenceService, clerk: Actor
) -> None:
    item = service.add(clerk, CALL, DRAFT)
    orphan = hall.parts.vault.add(io.BytesIO(b"a crash came before the record"))
    assert sweep(hall.parts).put_aside == ()  # young: its record may be on the way
    for path in stored(hall):
        os.utime(path, (0, 0))
    assert sweep(hall.parts).put_aside == (orphan.id,)
    service.verify(clerk, item.id)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(content=st.binary(max_size=5_000))
def test_what_went_in_comes_out(hall: Hall, service: EvidenceService, content: bytes) -> None:
    clerk = hall.actor("teller")
    item = service.add(clerk, io.BytesIO(content), DRAFT)
    service.verify(clerk, item.id)
    with service.open(clerk, item.id) as reader:
        assert reader.read() == content


# ---- playing -------------------------------------------------------------------------------------------------------


def test_it_plays_only_after_its_hash_was_verified_in_this_run(
    hall: Hall, service: EvidenceService, clerk: Actor
) -> None:
    item = service.add(clerk, CALL, DRAFT)
    with pytest.raises(Unavailable) as caught:
        service.open(clerk, item.id)
    assert caught.value.code == "evidence.not_verified"
    service.verify(clerk, item.id)
    service.open(clerk, item.id).close()
    with pytest.raises(Unavailable):
        EvidenceService(hall.parts).open(clerk, item.id)  # the next run verifies for itself


def test_every_touch_is_a_custody_line_and_an_audit_row(hall: Hall, service: EvidenceService, clerk: Actor) -> None:
    item = service.add(clerk, CALL, DRAFT)
    service.verify(clerk, item.id)
    service.open(clerk, item.id).close()
    service.add_mark(clerk, item.id, MarkDraft(at_ms=12_000, text="自己看墙上"))
    assert [act for act, _ in acts(service, clerk, item)] == ["received", "verified", "played", "marked"]
    lines = AuditService(hall.parts).lines(hall.actor("audit_admin"))
    seen = [line.action.partition(".")[2] for line in lines if line.object_id == item.id]
    assert {"received", "verified", "played", "marked"} <= set(seen)


def test_a_changed_file_is_refused_and_the_refusal_is_kept(hall: Hall, service: EvidenceService, clerk: Actor) -> None:
    item = service.add(clerk, CALL, DRAFT)
    service.verify(clerk, item.id)
    damage(hall)
    with pytest.raises(Unavailable) as caught:
        service.verify(clerk, item.id)
    assert caught.value.code == "evidence.tampered"
    with pytest.raises(Unavailable) as caught:
        service.open(clerk, item.id)
    assert caught.value.code == "evidence.not_verified"
    assert acts(service, clerk, item)[-1][0] == "failed"
    assert [finding.name for finding in doctor.examine(hall.parts) if not finding.well] == ["evidence"]


def test_a_missing_file_says_so(hall: Hall, service: EvidenceService, clerk: Actor) -> None:
    item = service.add(clerk, CALL, DRAFT)
    for path in list(stored(hall)):
        path.unlink()
    with pytest.raises(Unavailable) as caught:
        service.verify(clerk, item.id)
    assert caught.value.code == "evidence.missing"
    assert "vault" in [finding.name for finding in doctor.examine(hall.parts) if not finding.well]


def test_others_recordings_are_played_with_a_reason(hall: Hall, service: EvidenceService, clerk: Actor) -> None:
    item = service.add(clerk, CALL, DRAFT)
    inspector = hall.actor("inspector")
    service.verify(inspector, item.id)
    with pytest.raises(RuleBroken) as caught:
        service.open(inspector, item.id)
    assert caught.value.code == "evidence.reason_missing"
    service.open(inspector, item.id, reason="抽查").close()
    assert service.custody(clerk, item.id)[-1].note == "抽查"


def test_marks_lie_within_the_recording_and_name_their_author(service: EvidenceService, clerk: Actor) -> None:
    item = service.add(clerk, CALL, DRAFT)
    for at_ms, text in ((10**7, "太远"), (-1, "太早"), (5, " "), (5, "长" * 201)):
        with pytest.raises(RuleBroken):
            service.add_mark(clerk, item.id, MarkDraft(at_ms=at_ms, text=text))
    for at_ms in (9_000, 3_000):
        service.add_mark(clerk, item.id, MarkDraft(at_ms=at_ms, text=f"第{at_ms}毫秒"))
    assert [(mark.at_ms, mark.by) for mark in service.marks(clerk, item.id)] == [(3_000, "teller"), (9_000, "teller")]


# ---- who may -------------------------------------------------------------------------------------------------------


def test_a_teller_sees_the_own_pieces_and_those_of_the_own_cases(
    hall: Hall, service: EvidenceService, clerk: Actor
) -> None:
    leader = hall.actor("shift_leader")
    item = service.add(leader, CALL, DRAFT)
    others, own = tied(hall, leader, item), ""
    assert service.items(clerk, "requests", others) == ()
    with pytest.raises(NotAllowed):
        service.item(clerk, item.id)
    with pytest.raises(NotAllowed):
        service.verify(clerk, item.id)
    own = tied(hall, clerk, item)
    assert [one.id for one in service.items(clerk, "requests", own)] == [item.id]
    service.verify(clerk, item.id)


def test_the_person_complained_about_neither_sees_nor_plays_it(hall: Hall, service: EvidenceService) -> None:
    leader, clerk = hall.actor("shift_leader"), hall.actor("complaint_specialist")
    item = service.add(clerk, CALL, DRAFT)
    case = tied(hall, clerk, item, person=leader.staff_no)
    for look in (
        lambda: service.items(leader, "requests", case),
        lambda: service.item(leader, item.id),
        lambda: service.verify(leader, item.id),
        lambda: service.open(leader, item.id, reason="听听"),
        lambda: service.marks(leader, item.id),
        lambda: service.custody(leader, item.id),
    ):
        with pytest.raises(NotAllowed) as caught:
            look()
        assert caught.value.code == "evidence.person_concerned"


def test_an_administrator_has_nothing_to_do_with_evidence(hall: Hall, service: EvidenceService, clerk: Actor) -> None:
    item = service.add(clerk, CALL, DRAFT)
    for role in ("system_admin", "security_admin", "audit_admin", "guide"):
        with pytest.raises(NotAllowed):
            service.item(hall.actor(role), item.id)


def test_who_handles_complaints_reaches_the_cases_of_her_units_only(hall: Hall, service: EvidenceService) -> None:
    teller, handler = hall.actor("teller"), hall.actor("complaint_specialist")
    loose = service.add(teller, io.BytesIO(b"scan of an order"), DRAFT)
    item = service.add(teller, io.BytesIO(b"recording of a case"), DRAFT)
    tied(hall, teller, item)
    service.verify(handler, item.id)
    with service.open(handler, item.id) as reader:
        assert reader.read() == b"recording of a case"
    for stranger, piece in ((handler, loose), (replace(handler, units=frozenset()), item)):
        with pytest.raises(NotAllowed):
            service.verify(stranger, piece.id)
