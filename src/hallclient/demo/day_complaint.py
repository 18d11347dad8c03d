"""The demo's day with a complaint (投诉): taken in with its recording and video, played, marked, printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from hallclient import resources
from hallclient.demo.day_cast import Cast
from hallclient.demo.day_hands import NotAsExpected
from hallclient.demo.day_record import Record
from hallclient.demo.day_stage import Stage
from hallclient.domain.requests import COMPLAINT
from hallclient.gui.evidence.player import EvidencePlayer
from hallclient.gui.requests.requests_page import RequestsPage

FACTS = (
    "今天上午九点多我在澜东营业厅3号窗口办过户，工作人员一直低头看手机，我问了两遍要带什么材料，"
    "她才抬头说“自己看墙上”。墙上贴的是去年的单子，我照着回家拿了一趟，下午来又说不对。来回跑了两趟，态度太差。"
)
CLAIM = "向我道歉，把过户办好，墙上的单子换成新的"
CATEGORY = "01.01.01"
MEDIA = ("complaint-call.m4a", "counter-video.mp4")
PLAYED_MS = 2200


def log(stage: Stage, record: Record, cast: Cast) -> str:
    """A complaint by telephone, with the recording and the video of the counter. Gives its number."""
    hands, customer = stage.hands, cast.customer()
    with record.step("complaint-form", "受理投诉：客户、原话、分类"):
        page = _page(stage)
        hands.key("Ctrl+N")
        form = page.intake.form
        stage.until(lambda: page.stack.currentWidget() is page.intake, "the intake form")
        _kind(stage, page)
        record.picture("投诉：24 小时和答复时限从这一刻开始走")
        hands.key("Tab")
        hands.write("95598电")
        hands.key("Down")
        hands.key("Return")
        hands.wait(lambda: form.channel.value() == "95598_phone", "the channel")
        hands.key("Alt+K")
        hands.write(customer.account)
        hands.wait(lambda: form.customer.finder.offers, "the customer offered")
        hands.popup()
        hands.key("Down")
        hands.key("Return")
        stage.until(lambda: form.customer.customer == customer.id and form.customer.name.value(), "the customer taken")
        hands.key("Alt+F")
        hands.write(FACTS)
        hands.key("Tab")
        hands.write(CLAIM)
        _go_to(stage, form.category)
        hands.write(CATEGORY)
        stage.until(lambda: form.draft().category == CATEGORY, "the category")
        record.picture("分类按编码或几个字查；等级由规则建议，为什么写在旁边")
    with record.step("complaint-evidence", "受理投诉：证据入库"):
        _bring_files(stage, page)
        record.picture("录音和录像已加密入库，SHA-256 已算好")
    with record.step("complaint-accept", "受理投诉"):
        hands.key("Ctrl+Return")
        stage.until(lambda: page.stack.currentWidget() is page.detail and page.detail.request, "the complaint itself")
        request = page.detail.request
        assert request is not None
        stage.until(lambda: len(page.detail.panel.items) == len(MEDIA), "its evidence")
        record.picture(f"{request.number}：六步路径、原话、证据、剩余时间")
    return request.number


def play(stage: Stage, record: Record) -> None:
    """The recording and the video: checked, played, marked."""
    hands = stage.hands
    page = stage.page("requests")
    assert isinstance(page, RequestsPage)
    player = page.player.player
    with record.step("play-recording", "听投诉录音，做标记"):
        hands.key("Alt+P")
        _play(stage, page)
        hands.key("M")
        hands.wait(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "the box for the mark")
        hands.write("客户说明来意")
        hands.key("Return")
        stage.until(lambda: len(player.marks) == 1, "the mark")
        record.picture("放之前先核对哈希；标记带时间和标记人，谁听过都有保管记录")
        hands.key("Escape")
        stage.until(lambda: page.stack.currentWidget() is page.detail, "the complaint again")
    with record.step("play-video", "看柜台录像"):
        items = page.detail.panel.strip.items.items
        place = next(at for at, item in enumerate(items) if item.name == MEDIA[1])
        strip = page.detail.panel.strip
        hands.click(strip.viewport(), strip.visualRect(strip.model().index(place, 0)).center())
        if page.stack.currentWidget() is page.detail:
            hands.key("Return")
        _play(stage, page)
        record.picture("解密只在内存里，画面上有查看人水印")
        hands.key("Space")
        stage.until(lambda: not player.playback.playing, "the video to stand still")
        hands.key("Escape")
        stage.until(lambda: page.stack.currentWidget() is page.detail, "the complaint again")


def print_record(stage: Stage, record: Record) -> None:
    """R3 on paper."""
    with record.step("complaint-record", "打印投诉处理单"):
        folder = stage.settings.papers_folder
        before = len(list(folder.glob("*.pdf")))
        stage.hands.key("Ctrl+P")
        stage.until(lambda: len(list(folder.glob("*.pdf"))) > before, "the complaint record")
        record.picture("投诉处理单：每一项内容、证据清单和哈希")


def _page(stage: Stage) -> RequestsPage:
    page = stage.go("requests")
    assert isinstance(page, RequestsPage)
    return page


def _kind(stage: Stage, page: RequestsPage) -> None:
    """Arrow keys from chip to chip."""
    form = page.intake.form
    for _ in range(len(form.kind.chips()) + 1):
        if form.kind.value() == COMPLAINT:
            return
        stage.hands.key("Right")
    raise NotAsExpected("complaint is no kind of the form")


def _go_to(stage: Stage, widget: QLineEdit) -> None:
    for _ in range(12):
        if widget.hasFocus():
            return
        stage.hands.key("Tab")
    raise NotAsExpected("Tab does not come to the field")


def _bring_files(stage: Stage, page: RequestsPage) -> None:
    """F8 and the names in the file dialog."""
    hands, panel = stage.hands, page.intake.panel
    names = " ".join(f'"{path}"' for path in _media())
    hands.key("F8")
    hands.dialog(QFileDialog)
    hands.write(names)
    hands.key("Return")
    hands.wait(lambda: QApplication.activeModalWidget() is None, "the file dialog to close")
    stage.until(lambda: not panel.busy and len(panel.items) == len(MEDIA), "the files to be in the vault")


def _media() -> list[Path]:
    return [resources.file("demo", "media", name) for name in MEDIA]


def _play(stage: Stage, page: RequestsPage) -> None:
    """Wait for the check, play a little."""
    player: EvidencePlayer = page.player.player
    stage.until(lambda: player.viewing.state in {"ready", "refused"}, "the hash to be checked")
    if player.viewing.state == "refused":
        raise NotAsExpected("the player refuses the recording")
    stage.hands.key("Space")
    stage.hands.wait(lambda: player.playback.playing, "the recording to play")
    stage.hands.wait(lambda: player.playback.position > PLAYED_MS, "two seconds of it")
