"""The panel: files come in by every door, with progress, stop and a sentence when they cannot."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from hallclient import resources
from hallclient.domain.evidence import EvidenceKind
from hallclient.gui.evidence.panel import EvidencePanel
from hallclient.gui.shared.background import Background
from tests.gui.evidence_desk import DeskOnVault

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
def panel(qtbot: QtBot, background: Background, desk: DeskOnVault) -> Iterator[EvidencePanel]:
    made = EvidencePanel(background)
    qtbot.addWidget(made)
    made.resize(640, 420)
    made.show()
    made.set_desk(desk)
    yield made
    desk.gate.set()
    made.set_desk(None)


def holds(qtbot: QtBot, panel: EvidencePanel, count: int) -> None:
    qtbot.waitUntil(lambda: len(panel.items) == count and not panel.busy and not panel.thumbs.busy, timeout=PATIENCE)


def drop(panel: EvidencePanel, given: QMimeData) -> bool:
    middle, button, held = QPoint(50, 50), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, given, button, held)
    QApplication.sendEvent(panel, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(panel, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, given, button, held))
    return True


def test_files_are_dropped_and_get_their_pictures(qtbot: QtBot, panel: EvidencePanel) -> None:
    given = QMimeData()
    names = ["counter-video.mp4", "complaint-call.m4a", "letter-scan.jpg"]
    given.setUrls([QUrl.fromLocalFile(str(MEDIA / name)) for name in names])
    assert drop(panel, given)
    holds(qtbot, panel, 3)
    assert [item.name for item in panel.items] == names
    video, sound, scan = (panel.thumbs.of(item.id) for item in panel.items)
    assert isinstance(video, QImage)
    assert isinstance(sound, tuple)
    assert max(sound) == 1.0
    assert isinstance(scan, QImage)
    assert panel.aside.text() == "3 件 · 全部校验通过"
    assert "已校验" in panel.strip.items.data(panel.strip.items.index(0), Qt.ItemDataRole.AccessibleTextRole)


def test_a_screenshot_is_pasted_and_text_is_not(qtbot: QtBot, panel: EvidencePanel, desk: DeskOnVault) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("no picture")
    qtbot.keyClick(
        panel.strip if panel.strip.isVisible() else panel.import_button,
        Qt.Key.Key_V,
        Qt.KeyboardModifier.ControlModifier,
    )
    assert "剪贴板里没有图片" in panel.banner.text()
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("#3DB5AC"))
    clipboard.setImage(picture)
    panel.paste_button.click()
    holds(qtbot, panel, 1)
    assert panel.items[0].kind is EvidenceKind.IMAGE
    assert panel.items[0].name == "粘贴的图片 1.png"
    with desk.open(panel.items[0].id) as reader:
        assert QImage.fromData(reader.read()).pixelColor(5, 5).name().upper() == "#3DB5AC"
    clipboard.clear()


def test_progress_is_shown_and_stopping_leaves_nothing(
    qtbot: QtBot, panel: EvidencePanel, desk: DeskOnVault, tmp_path: Path
) -> None:
    long = tmp_path / "监控.mp4"
    long.write_bytes(os.urandom(5 << 20))
    desk.gate.clear()
    with qtbot.waitSignal(panel.busy_changed):
        panel.add_files([long])
    intake = panel._intakes[0]
    qtbot.waitUntil(lambda: "1.0 MB / 5.0 MB" in intake.progress._much.text(), timeout=PATIENCE)
    stop = next(button for button in intake.findChildren(QPushButton) if button.text() == "停止")
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.busy, timeout=PATIENCE)
    desk.gate.set()
    assert desk.items == []
    assert [path for path in (tmp_path / "vault").rglob("*") if path.is_file()] == []
    panel.add_files([long])
    holds(qtbot, panel, 1)


def test_a_file_that_cannot_be_read_says_so_and_can_be_tried_again(
    qtbot: QtBot, panel: EvidencePanel, tmp_path: Path
) -> None:
    source = tmp_path / "来电.m4a"
    panel.add_files([source, tmp_path])
    assert "是文件夹" in panel.banner.text()
    intake = panel._intakes[0]
    qtbot.waitUntil(intake.banner.isVisible, timeout=PATIENCE)
    assert "“来电.m4a”无法读取" in intake.banner.text()
    source.write_bytes((MEDIA / "complaint-call.m4a").read_bytes())
    again = next(button for button in intake.banner.findChildren(QPushButton) if button.text() == "重试")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    holds(qtbot, panel, 1)


def test_states_are_told_in_words(qtbot: QtBot, panel: EvidencePanel, desk: DeskOnVault) -> None:
    good = desk.add(MEDIA / "complaint-call.m4a", "a.m4a", progress=None, cancelled=None)
    desk.add(b"\0\1" * 100, "b.dav", progress=None, cancelled=None)
    desk.items.append(replace(good, id="0" * 32, broken=True))
    desk.items.append(replace(good, id="1" * 32, verified_at=None))
    panel.reload()
    holds(qtbot, panel, 4)
    model = panel.strip.items
    words = [model.state(item)[2] for item in panel.items]
    assert words == ["已校验 · 6-10 入库", "无法识别的文件", "校验不通过", "待校验 · 6-10 入库"]
    assert "MP4" in model.data(model.index(1), Qt.ItemDataRole.ToolTipRole)
    assert panel.aside.text() == "4 件 · 1 件校验不通过"


def test_enter_opens_a_card_and_adding_can_be_forbidden(qtbot: QtBot, panel: EvidencePanel, desk: DeskOnVault) -> None:
    desk.add(MEDIA / "wall-notice.jpg", "a.jpg", progress=None, cancelled=None)
    panel.reload()
    holds(qtbot, panel, 1)
    panel.strip.setCurrentIndex(panel.strip.items.index(0))
    with qtbot.waitSignal(panel.open_wanted) as wanted:
        qtbot.keyClick(panel.strip, Qt.Key.Key_Return)
    assert wanted.args == [desk.items[0]]
    panel.allow_adding("已归档，不能再加证据")
    assert panel.import_button.accessibleDescription() == "已归档，不能再加证据"
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(MEDIA / "letter-scan.jpg"))])
    assert not drop(panel, given)
    panel.add_files([MEDIA / "letter-scan.jpg"])
    assert not panel.busy


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_F8, 0), (Qt.Key.Key_O, 1)])
def test_the_file_dialog_opens_by_key(qtbot: QtBot, panel: EvidencePanel, key: Qt.Key, held: int) -> None:
    panel.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier if held else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(panel, key, control)
    (dialog,) = panel.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(MEDIA / "complaint-call.m4a")])
    dialog.close()
    holds(qtbot, panel, 1)


def test_another_request_shows_its_own_evidence(
    qtbot: QtBot, panel: EvidencePanel, desk: DeskOnVault, tmp_path: Path
) -> None:
    desk.add(MEDIA / "wall-notice.jpg", "a.jpg", progress=None, cancelled=None)
    panel.reload()
    holds(qtbot, panel, 1)
    panel.set_desk(DeskOnVault(tmp_path / "other"))
    assert panel.items == ()
    holds(qtbot, panel, 0)
    panel.set_desk(None)
    assert panel.import_button.accessibleDescription() == "先登记诉求，再导入证据"
