"""Any text in any field of a complaint and of its evidence: kept, found, printed, or refused with words."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallclient import resources
from hallclient.domain.evidence import EvidenceDraft, MarkDraft, Origin
from hallclient.domain.people import Actor
from hallclient.domain.requests import LIMITS, WORDS, RequestDraft, RequestFilter
from hallclient.domain.text import one_line, several_lines, whole
from hallclient.reports.text import clean
from hallclient.services import bundle
from hallclient.services.bundle import Services
from tests.faults.conftest import opened
from tests.faults.sentences import tried, wrong
from tests.faults.texts import ANY, LONG, NASTY, RARE, bare, on_paper
from tests.halls import Hall
from tests.services.request_drafts import complaint

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

CALL = resources.file("demo", "media", "complaint-call.m4a")
TEXTS = tuple(one.name for one in fields(RequestDraft) if isinstance(getattr(RequestDraft(), one.name), str))
FREE = tuple(name for name in TEXTS if name in LIMITS and name != "phone")
EVIDENCE = EvidenceDraft(name="录音.wav", origin=Origin.CUSTOMER, purpose="核实投诉", supplied_by="客户")


@pytest.fixture(scope="module")
def hall(hall_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """One hall for the whole file."""
    with opened(hall_template, tmp_path_factory.mktemp("requests")) as one:
        yield one


@pytest.fixture(scope="module")
def services(hall: Hall) -> Services:
    return bundle.build(hall.parts)


@pytest.fixture(scope="module")
def clerk(hall: Hall) -> Actor:
    return hall.actor("complaint_specialist")


def as_kept(draft: RequestDraft) -> RequestDraft:
    """The draft as the store gives it back."""
    tidy = draft.tidy()
    kept: dict[str, Any] = {name: whole(getattr(tidy, name)) for name in TEXTS}
    return replace(tidy, **kept)


@pytest.mark.parametrize("field", TEXTS)
def test_every_field_of_a_complaint_keeps_or_refuses(hall: Hall, services: Services, clerk: Actor, field: str) -> None:
    takes = refusals = 0
    for text in NASTY.values():
        draft = complaint(**{field: text}, leapfrog=field == "leapfrog_reason")
        before = services.requests.count(clerk, RequestFilter())
        made = tried(services.requests.accept, clerk, draft)
        if made is None:
            refusals += 1
            assert services.requests.count(clerk, RequestFilter()) == before
            continue
        takes += 1
        assert services.requests.unmasked(clerk, made.id, text or "核对").content == as_kept(draft)
        assert services.requests.versions(clerk, made.id)[0].content[field] == getattr(as_kept(draft), field)
        services.requests.request(clerk, made.number)
        services.requests.repeats(clerk, draft)
    assert takes > 12 if field in FREE else refusals or takes
    assert refusals or field in WORDS or field not in LIMITS


def test_control_characters_leave_before_the_store(services: Services, clerk: Actor) -> None:
    made = services.requests.accept(clerk, complaint(facts=NASTY["nul"], name="苏\x00若\n溪", event_place="\x07门口"))
    kept = services.requests.unmasked(clerk, made.id, "核对").content
    assert (kept.facts, kept.name, kept.event_place) == ("前后", "苏 若 溪", "门口")
    assert r"\u0000" not in repr(services.requests.versions(clerk, made.id)).replace("\\x00", r"\u0000")


@pytest.mark.parametrize("name", [name for name in NASTY if name not in ("blanks", "invisible")])
def test_complaints_are_found_by_their_words(services: Services, clerk: Actor, name: str) -> None:
    words = f"号{list(NASTY).index(name)}事实{NASTY[name]}"
    made = services.requests.accept(clerk, complaint(facts=words, claim=NASTY[name]))
    kept = services.requests.unmasked(clerk, made.id, "核对").content.facts
    for typed in (kept, kept.split()[0], kept[:12]):
        found = services.requests.page(clerk, RequestFilter(text=typed), limit=500)
        assert made.id in {line.id for line in found}, typed


@pytest.mark.parametrize("name", [name for name in NASTY if name not in ("end", "combined")])
def test_the_record_shows_the_words_of_the_customer(services: Services, clerk: Actor, name: str) -> None:
    text = NASTY[name]
    draft = complaint(facts=f"始{text}终", claim=f"求{text}完", event_place=text, visit_note=f"记{text}毕")
    made = services.requests.accept(clerk, draft)
    paper = on_paper(services.request_papers.complaint_record(clerk, made.id))
    kept = as_kept(draft)
    for words in (kept.claim, kept.event_place, kept.visit_note, kept.facts):
        shown = bare(clean(words))
        if len(shown) < 500:
            assert shown in paper, words
        else:
            assert min(map(paper.count, "长文")) >= 4 * 4_999 and paper.count("末尾") >= 4


def test_rare_names_stand_on_the_record_in_full(hall: Hall, services: Services, clerk: Actor) -> None:
    made = services.requests.accept(clerk, complaint(name=f"嬴{RARE}𫟹", address=f"临澜市{RARE}路𬙂巷8号"))
    printers = [
        one for role in hall.parts.catalog.roles() if (one := hall.actor(role.code)).may("documents.print_full")
    ]
    assert printers
    for who in printers:
        paper = tried(services.request_papers.complaint_record, who, made.id, full_reason="省公司调阅")
        if paper is not None:
            assert f"嬴{RARE}𫟹" in on_paper(paper) and f"{RARE}路𬙂巷8号" in on_paper(paper)
            return
    raise AssertionError("nobody may print in full")


@pytest.mark.parametrize("name", NASTY)
def test_amending_keeps_every_version_or_refuses(services: Services, clerk: Actor, name: str) -> None:
    text = NASTY[name]
    made = services.requests.accept(clerk, complaint())
    content = services.requests.editable(clerk, made.id).content
    rev = services.requests.request(clerk, made.id).rev
    amended = tried(services.requests.amend, clerk, made.id, replace(content, claim=f"改{text}"), reason=text, rev=rev)
    versions = services.requests.versions(clerk, made.id)
    assert versions[0].content["claim"] == complaint().claim
    if amended is None:
        assert len(versions) == 1
        assert len(several_lines(text)) > 500 or not several_lines(text)
    else:
        assert versions[1].reason == whole(several_lines(text))
        assert versions[1].content["claim"] == whole(several_lines(f"改{text}"))
    assert tried(services.requests.unmasked, clerk, made.id, text) is not None or not several_lines(text)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.dictionaries(st.sampled_from(FREE), ANY, max_size=5), typed=ANY)
def test_any_complaint_is_kept_or_refused(services: Services, clerk: Actor, texts: dict[str, str], typed: str) -> None:
    draft = complaint(**texts)
    services.requests.problems(clerk, draft)
    made = tried(services.requests.accept, clerk, draft)
    if made is not None:
        assert services.requests.unmasked(clerk, made.id, "核对").content == as_kept(draft)
    services.requests.page(clerk, RequestFilter(text=typed))


# ---- evidence ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NASTY)
def test_evidence_keeps_its_words_or_refuses(services: Services, clerk: Actor, name: str) -> None:
    text = NASTY[name]
    kept = several_lines(text)
    for field, limit in (("name", 200), ("purpose", 128), ("supplied_by", 64), ("note", 512)):
        changed: dict[str, Any] = {field: text}
        item = tried(services.evidence.add, clerk, io.BytesIO(b"x"), replace(EVIDENCE, **changed))
        needed = field in ("name", "purpose")
        assert (item is None) == (len(kept) > limit or (needed and not kept)), field
        if item is not None:
            assert getattr(item, field) == whole(kept)
    item = services.evidence.add(clerk, CALL, EVIDENCE)
    mark = tried(services.evidence.add_mark, clerk, item.id, MarkDraft(at_ms=1_000, text=text))
    marks = services.evidence.marks(clerk, item.id)
    assert [one.text for one in marks] == ([] if mark is None else [whole(kept)])
    assert mark is None or mark.text == marks[0].text
    services.evidence.verify(clerk, item.id)
    reader = tried(services.evidence.open, clerk, item.id, reason=text)
    if reader is not None:
        reader.close()


def test_a_refused_piece_leaves_nothing_in_the_vault(hall: Hall, services: Services, clerk: Actor) -> None:
    files = {path for path in hall.parts.settings.vault_folder.rglob("*") if path.is_file()}
    with wrong("note"):
        services.evidence.add(clerk, io.BytesIO(b"x"), replace(EVIDENCE, note=LONG))
    assert {path for path in hall.parts.settings.vault_folder.rglob("*") if path.is_file()} == files


@pytest.mark.parametrize("stored", ["现场照片.jpg".encode("gb18030"), "录音 一.wav".encode(), b"\xff\xfe.mp4"])
def test_a_file_named_in_another_encoding_is_taken_in(
    services: Services, clerk: Actor, tmp_path: Path, stored: bytes
) -> None:
    """A stick written on an old Windows: Linux gives such names as half characters."""
    path = tmp_path / os.fsdecode(stored)
    path.write_bytes(b"RIFF....WAVE")
    item = services.evidence.add(clerk, path, replace(EVIDENCE, name=path.name))
    case = services.requests.accept(clerk, complaint(evidence=(item.id,), facts=f"附件{one_line(path.name)}"))
    assert [one.name for one in services.evidence.items(clerk, "requests", case.id)] == [whole(path.name)]
    assert bare(clean(whole(path.name))) in on_paper(services.request_papers.complaint_record(clerk, case.id))
