"""The player: verified first, noted first, then heard and seen; and nothing plain on the disk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from hallclient import resources
from hallclient.domain.evidence import Custody, CustodyAct, EvidenceItem, MarkDraft
from hallclient.errors import NotAllowed
from hallclient.gui.evidence.player import EvidencePlayer
from hallclient.gui.shared.background import Background
from tests.conftest import HOME
from tests.gui.evidence_desk import NOW, DeskOnVault

MEDIA = resources.folder("demo", "media")
PATIENCE = 15_000
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)  # no graphics card here, and none needed


@pytest.fixture
def desk(tmp_path: Path) -> DeskOnVault:
    return DeskOnVault(tmp_path / "vault")


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def player(qtbot: QtBot, background: Background) -> Iterator[EvidencePlayer]:
    made = EvidencePlayer(background)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    yield made
    made.clear()


def taken(desk: DeskOnVault, name: str) -> EvidenceItem:
    return desk.add(MEDIA / name, name, progress=None, cancelled=None)


def until(qtbot: QtBot, player: EvidencePlayer, state: str) -> None:
    qtbot.waitUntil(lambda: player.viewing.state == state, timeout=PATIENCE)


def press(qtbot: QtBot, player: EvidencePlayer, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(player.console.form.wave, key, held or Qt.KeyboardModifier.NoModifier)


def play(qtbot: QtBot, player: EvidencePlayer, moment: int = 0) -> None:
    press(qtbot, player, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: player.playback.playing and player.playback.position >= moment, timeout=PATIENCE)


@pytest.mark.row("K14")
def test_a_recording_is_verified_then_noted_then_plays_with_seek_speed_and_marks(
    qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault
) -> None:
    item = taken(desk, "complaint-call.m4a")
    desk.touched.clear()
    player.load(desk, item)
    assert not player.console.form.play.isEnabled()
    until(qtbot, player, "ready")
    assert desk.touched == ["verify"], "the hash was verified; nothing was played yet"
    play(qtbot, player, 200)
    assert desk.touched == ["verify", "play"], "the play was noted before it began"
    press(qtbot, player, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: player.playback.position >= 15_000, timeout=PATIENCE)
    press(qtbot, player, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: 10_000 <= player.playback.position < 15_000, timeout=PATIENCE)
    press(qtbot, player, Qt.Key.Key_BracketRight)
    assert player.playback.speed == 1.25
    assert player.console.form.speed.text() == "1.25×"
    press(qtbot, player, Qt.Key.Key_M)
    assert not player.playback.playing
    held = player.playback.position
    with qtbot.waitSignal(player.mark_made) as made:
        player.console.form.markText.insert("态度太差")
        qtbot.keyClick(player.console.form.markText, Qt.Key.Key_Return)
    assert made.args == [item, MarkDraft(at_ms=held, text="态度太差")]
    desk.keep(made.args[1])
    player.reload_marks()
    qtbot.waitUntil(lambda: len(player.marks) == 1, timeout=PATIENCE)
    assert player.side.list.model().rowCount() == 1
    press(qtbot, player, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: player.playback.position < 1000, timeout=PATIENCE)
    press(qtbot, player, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: player.playback.position == held, timeout=PATIENCE)
    assert desk.touched == ["verify", "play"], "one play, one line"


def test_a_video_shows_its_frames_and_a_paused_seek_shows_the_frame_there(
    qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault
) -> None:
    player.load(desk, taken(desk, "counter-video.mp4"), watermark="何予安 2026-06-10 14:22")
    until(qtbot, player, "ready")
    stage = player.console.form.stage
    assert stage.image.isNull(), "no picture before the play was noted"
    play(qtbot, player)
    qtbot.waitUntil(lambda: not stage.image.isNull(), timeout=PATIENCE)
    assert (stage.image.width(), stage.image.height()) == (640, 360)
    press(qtbot, player, Qt.Key.Key_Space)
    before = stage.image.copy()
    player.seek(12_500)
    qtbot.waitUntil(lambda: stage.image != before and player.playback.position == 12_500, timeout=PATIENCE)
    assert not player.playback.playing


def test_the_waveform_shows_silence_and_speech_and_is_a_slider(
    qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault
) -> None:
    player.load(desk, taken(desk, "counter-video.mp4"))
    with qtbot.waitSignal(player.peaks.ready, timeout=PATIENCE) as ready:
        until(qtbot, player, "ready")
    (peaks,) = ready.args or [()]
    assert max(peaks) == 1.0
    second = len(peaks) / 15
    assert max(peaks[: int(2 * second)]) < 0.3 < max(peaks[int(2.2 * second) : int(4 * second)])
    wave = player.console.form.wave
    assert wave.maximum() == 15_000
    place = QPoint(wave.width() // 2, wave.height() // 2)
    qtbot.mouseClick(wave, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: abs(player.playback.position - 7500) < 120, timeout=PATIENCE)
    spoken = QAccessible.queryAccessibleInterface(wave)
    assert spoken.role() == QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name)


def test_flags_stand_apart_and_inside(qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault) -> None:
    for moment in (0, 10, 20, 14_900, 14_950, 15_000):
        desk.keep(MarkDraft(at_ms=moment, text="x"))
    player.load(desk, taken(desk, "counter-video.mp4"))
    qtbot.waitUntil(lambda: len(player.marks) == 6, timeout=PATIENCE)
    wave = player.console.form.wave
    places = wave.flag_places()
    assert all(after - before >= 20 for before, after in pairwise(places))
    assert places[0] > 0
    assert places[-1] < wave.width()
    assert wave._flag_at(QPointF(places[4], 10)) == player.marks[4]


def test_tampered_evidence_is_refused_and_never_noted_as_played(
    qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault
) -> None:
    item = taken(desk, "complaint-call.m4a")
    desk.scratch(item)
    player.load(desk, item)
    until(qtbot, player, "refused")
    assert player.chip.text == "校验不通过"
    assert player.console.form.stage.words[1] == "证据校验不通过"
    press(qtbot, player, Qt.Key.Key_Space)
    assert "play" not in desk.touched
    assert not player.console.form.play.isEnabled()


def test_tampering_while_it_plays_stops_it(qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault) -> None:
    from hallclient.store.vault import Vault

    desk.vault = Vault(desk.vault._folder, bytes(range(32)), chunk_size=4096)
    item = taken(desk, "counter-video.mp4")
    player.load(desk, item)
    until(qtbot, player, "ready")
    for at in range(5000, 140_000, 3000):
        desk.scratch(item, at)
    press(qtbot, player, Qt.Key.Key_End)
    press(qtbot, player, Qt.Key.Key_Space)
    until(qtbot, player, "refused")
    assert player.chip.text == "校验不通过"
    assert player.console.form.stage.image.isNull()


def test_where_the_play_cannot_be_noted_nothing_is_played(
    qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault
) -> None:
    desk.refuse_play = NotAllowed("evidence.cannot_play")
    player.load(desk, taken(desk, "complaint-call.m4a"))
    until(qtbot, player, "ready")
    press(qtbot, player, Qt.Key.Key_Space)
    until(qtbot, player, "refused")
    assert not player.playback.playing


def test_an_unplayable_file_says_why_and_what_to_do(qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault) -> None:
    item = desk.add(b"\x01\x02" * 500, "原件.dav", progress=None, cancelled=None)
    player.load(desk, item)
    assert player.viewing.state == "refused"
    assert "MP4" in player.console.form.stage.words[2]
    assert "verify" not in desk.touched


def test_pictures_and_papers_are_shown_page_by_page(
    qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault, tmp_path: Path
) -> None:
    player.load(desk, taken(desk, "letter-scan.jpg"))
    stage = player.console.form.stage
    qtbot.waitUntil(lambda: not stage.image.isNull(), timeout=PATIENCE)
    assert stage.image.height() == 1414
    assert desk.touched[-2:] == ["verify", "play"]
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    painter = QPainter(writer)
    for page in ("one", "two"):
        painter.drawText(200, 200, page)
        if page == "one":
            writer.newPage()
    painter.end()
    player.load(desk, desk.add(tmp_path / "a.pdf", "约谈记录.pdf", progress=None, cancelled=None))
    number = player.console.form.pageNumber
    qtbot.waitUntil(lambda: number.text() == "1 / 2", timeout=PATIENCE)
    first = stage.image
    qtbot.keyClick(stage, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: number.text() == "2 / 2", timeout=PATIENCE)
    assert stage.image != first
    fitted = stage.picture_place().width()
    qtbot.keyClicks(stage, "+")
    assert stage.picture_place().width() > fitted


def test_loading_another_item_drops_the_first(qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault) -> None:
    first, second = taken(desk, "counter-video.mp4"), taken(desk, "complaint-call.m4a")
    for item in (first, second, first, second):
        player.load(desk, item)
    until(qtbot, player, "ready")
    play(qtbot, player, 100)
    assert player.item == second
    assert player.playback.duration > 20_000
    player.load(desk, first)
    until(qtbot, player, "ready")
    player.clear()
    assert player.viewing.state == "empty"


def test_hiding_the_player_pauses_it_and_escape_leaves(qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault) -> None:
    player.load(desk, taken(desk, "complaint-call.m4a"))
    until(qtbot, player, "ready")
    play(qtbot, player)
    press(qtbot, player, Qt.Key.Key_M)
    left: list[bool] = []
    player.back_wanted.connect(lambda: left.append(True))
    qtbot.keyClick(player.console.form.markText, Qt.Key.Key_Escape)
    assert not left, "the first escape only puts the mark away"
    play(qtbot, player)
    press(qtbot, player, Qt.Key.Key_Escape)
    assert left
    player.hide()
    assert not player.playback.playing


def test_every_control_has_a_name_and_the_custody_chain_is_told(player: EvidencePlayer, desk: DeskOnVault) -> None:
    player.set_custody([Custody(at=NOW, act=act, person="许砚") for act in CustodyAct])
    assert player.side.custody_card.isVisible()
    for button in player.findChildren(QPushButton):
        assert button.accessibleName() or button.text(), button.objectName()
    assert {hint.keys for hint in player.keys} >= {"M", "[ ]", "Esc"}


def test_the_speed_button_goes_round(player: EvidencePlayer) -> None:
    seen = []
    for _ in range(8):
        seen.append(player.playback.speed)
        player.console.show_speed(player.playback.next_speed())
    assert seen == [1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 0.5, 0.75]
    player.faster(-9)
    assert player.playback.speed == 0.5


def test_a_small_window_loses_the_side_and_the_line_of_keys(
    qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault
) -> None:
    player.load(desk, taken(desk, "complaint-call.m4a"))
    until(qtbot, player, "ready")
    assert player.side.isVisible()
    assert player.console.form.hints.isVisible()
    page = QScrollArea()
    qtbot.addWidget(page)
    page.setWidgetResizable(True)
    page.setWidget(player)
    page.show()
    page.resize(600, 400)
    qtbot.waitUntil(lambda: not player.side.isVisible() and not player.console.form.hints.isVisible())
    assert player.width() <= 600
    page.resize(1200, 700)
    qtbot.waitUntil(lambda: player.side.isVisible() and player.console.form.hints.isVisible())
    page.takeWidget().setParent(None)


def plain_pieces() -> dict[str, bytes]:
    video = (MEDIA / "counter-video.mp4").read_bytes()
    scan = (MEDIA / "letter-scan.jpg").read_bytes()
    return {"video": video[60_000:60_048], "video head": video[40:88], "picture": scan[30_000:30_048]}


def test_nothing_decrypted_lies_on_the_disk_while_playing_or_after(
    qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plays and shows evidence, then searches profile, home, temporary and working folder for pieces of it."""
    pieces = plain_pieces()
    for name in ("tmp", "cwd"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.chdir(tmp_path / "cwd")
    assert QDir.tempPath() == str(tmp_path / "tmp")

    def found() -> list[str]:
        files = [path for folder in (tmp_path, HOME) for path in folder.rglob("*") if path.is_file()]
        contents = {path: path.read_bytes() for path in files}
        return [f"{name} in {path}" for path, content in contents.items() for name in pieces if pieces[name] in content]

    (tmp_path / "control").write_bytes(b"..." + pieces["video"])
    assert len(found()) == 1, "the search itself works"
    (tmp_path / "control").unlink()
    player.load(desk, taken(desk, "counter-video.mp4"))
    until(qtbot, player, "ready")
    play(qtbot, player, 500)
    assert found() == []
    player.load(desk, taken(desk, "letter-scan.jpg"))
    qtbot.waitUntil(lambda: not player.console.form.stage.image.isNull(), timeout=PATIENCE)
    player.clear()
    assert found() == []


def test_no_frame_of_the_last_video_is_ever_seen_on_the_next_stage(
    qtbot: QtBot, player: EvidencePlayer, desk: DeskOnVault
) -> None:
    video, sound = taken(desk, "counter-video.mp4"), taken(desk, "complaint-call.m4a")
    for _ in range(8):
        player.load(desk, video)
        until(qtbot, player, "ready")
        play(qtbot, player)
        qtbot.waitUntil(lambda: not player.console.form.stage.image.isNull(), timeout=PATIENCE)
        player.load(desk, sound)
        until(qtbot, player, "ready")
        QApplication.processEvents()
        assert player.console.form.stage.image.isNull()
