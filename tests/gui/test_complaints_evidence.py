"""A complaint whole: its recording played in the page, marks, custody; unmasking; evidence added; the paper."""

from __future__ import annotations

import pytest

from hallclient.domain.evidence import CustodyAct
from hallclient.domain.people import Actor
from hallclient.gui.requests.requests_page import RequestsPage
from hallclient.gui.shared.messages import set_next_answer
from tests.gui.conftest import Desk
from tests.gui.request_cases import PHONE, complaint, media, type_in


def opened(desk: Desk, *files: str, role: str = "shift_leader") -> RequestsPage:
    work = desk.workplace(role)
    case = complaint(work, files=files)
    page = RequestsPage(work)
    desk.show(page)
    page.open(case.number)
    desk.wait(lambda: page.detail.request is not None and len(page.detail.panel.items) == len(files))
    return page


def acts(page: RequestsPage, item_id: str) -> list[CustodyAct]:
    work = page._place
    return [line.act for line in work.services.evidence.custody(work.actor, item_id)]


def audited(desk: Desk, actor: Actor) -> list[str]:
    from hallclient.services.audit import AuditService

    entries = AuditService(desk.hall.parts).page(desk.hall.actor("audit_admin"))
    assert actor.user_id
    return [entry.action for entry in entries]


@pytest.mark.row("K14")
def test_a_recording_plays_in_the_page_with_seek_speed_and_marks_and_leaves_its_custody(desk: Desk) -> None:
    page = opened(desk, "complaint-call.m4a")
    item = page.detail.panel.items[0]
    assert acts(page, item.id) == [CustodyAct.RECEIVED]
    page.detail.said.strip.click()
    assert page.stack.currentWidget() is page.player
    player = page.player.player
    desk.wait(lambda: player.viewing.state == "ready")
    assert acts(page, item.id)[:2] == [CustodyAct.RECEIVED, CustodyAct.VERIFIED]  # the hash first
    desk.wait(lambda: player.playback.duration > 20_000)
    player.toggle()
    desk.qtbot.waitUntil(lambda: player.playback.position > 300, timeout=15_000)
    assert CustodyAct.PLAYED in acts(page, item.id)
    player.toggle()
    player.seek(12_000)
    desk.qtbot.waitUntil(lambda: abs(player.playback.position - 12_000) < 500, timeout=15_000)
    player.faster(1)
    assert player.playback.speed == 1.25
    player.begin_mark()
    type_in(player.console.form.markText, "客户说“自己看墙上”")
    player.console.form.markSave.click()
    desk.wait(lambda: len(player.marks) == 1)
    assert abs(player.marks[0].at_ms - 12_000) < 500
    assert acts(page, item.id)[-1] is CustodyAct.MARKED
    player.leave()
    desk.settle()
    assert page.stack.currentWidget() is page.detail
    desk.wait(lambda: page.detail.panel.items[0].marks == 1)
    assert page.detail.panel.items[0].verified_at is not None


def test_evidence_that_was_changed_does_not_play_and_says_so(desk: Desk) -> None:
    page = opened(desk, "complaint-call.m4a")
    item = page.detail.panel.items[0]
    vault = desk.hall.parts.settings.vault_folder
    sealed = max((path for path in vault.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    content = bytearray(sealed.read_bytes())
    content[-100] ^= 1
    sealed.write_bytes(content)
    page.detail.said.strip.click()
    player = page.player.player
    desk.wait(lambda: player.viewing.state == "refused")
    player.toggle()
    assert not player.playback.playing
    assert acts(page, item.id)[-1] is CustodyAct.FAILED
    page.player.stop()


def test_a_file_that_comes_later_is_a_version_of_its_own(desk: Desk) -> None:
    page = opened(desk, "complaint-call.m4a")
    page.detail.panel.add_files([media("letter-scan.jpg")])
    desk.wait(lambda: page.detail.request is not None and page.detail.request.version == 2)
    desk.wait(lambda: len(page.detail.panel.items) == 2)
    assert page.detail.case is not None
    assert page.detail.case.versions[-1].changed == ("evidence",)
    assert "ZJ-" in page.detail.case.versions[-1].reason


def test_personal_data_is_masked_until_somebody_says_why(desk: Desk) -> None:
    page = opened(desk)
    facts = page.detail.said.facts

    def shown() -> str:
        return " ".join(value.text() for _, value in facts._cells if value.isVisible())

    assert PHONE not in shown()
    set_next_answer(None)
    page.detail.unmask()
    desk.settle()
    assert PHONE not in shown()
    set_next_answer("回拨客户核实")
    page.detail.unmask()
    desk.wait(lambda: PHONE in shown())
    assert page.detail.banner.isVisible()
    assert not page.detail.unmask_button.isEnabled()
    page.show_list()
    desk.settle()
    page.open(page.detail.reference)
    desk.wait(lambda: PHONE not in shown())


def test_the_record_prints_and_a_second_one_is_a_reprint(desk: Desk) -> None:
    page = opened(desk)
    assert "补打" not in page.detail.print_button.text()
    page.detail.print_button.click()
    desk.wait(lambda: len(list(desk.papers.glob("*.pdf"))) == 1)
    desk.wait(lambda: page.detail.request is not None and page.detail.request.prints == 1)
    assert "补打" in page.detail.print_button.text()
    page.detail.print_button.click()
    desk.wait(lambda: len(list(desk.papers.glob("*.pdf"))) == 2)


def test_somebody_elses_recording_asks_the_wide_right_for_a_reason(desk: Desk) -> None:
    case = complaint(desk.workplace("shift_leader"), files=("complaint-call.m4a",))
    page = RequestsPage(desk.workplace("inspector"))
    desk.show(page)
    page.open(case.id)
    desk.wait(lambda: page.detail.request is not None and len(page.detail.panel.items) == 1)
    set_next_answer(None)
    page.detail.said.strip.click()
    assert page.stack.currentWidget() is page.detail
    set_next_answer("专项督查")
    page.detail.said.strip.click()
    player = page.player.player
    desk.wait(lambda: player.viewing.state == "ready")
    lines = page._place.services.evidence.custody(page._place.actor, page.detail.panel.items[0].id)
    assert lines[-1].act is CustodyAct.PLAYED and lines[-1].note == "专项督查"
    page.player.stop()
