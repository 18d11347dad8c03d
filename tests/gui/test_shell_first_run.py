"""The first-run assistant and the page that opens a locked workspace, over real keys and a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallclient import credentials
from hallclient.credentials import Keys
from hallclient.gui.shared import theme
from hallclient.gui.shared.background import Background
from hallclient.gui.shell.first_run import FirstRunPage, Sheet
from hallclient.gui.shell.open_page import OpenPage
from hallclient.services import opening
from hallclient.services.opening import SetupDraft
from hallclient.services.sign_in import SignInService
from hallclient.settings import Settings
from tests.gui.chinese import type_chinese
from tests.gui.clipping import clipped
from tests.halls import PASSWORD, Clock
from tests.house.controls import unnamed

PHRASE = "qing-shan li-liu-tang"


@pytest.fixture
def background(qtbot: QtBot, qapp: QApplication) -> Iterator[Background]:
    theme.apply(qapp)
    bugs: list[BaseException] = []
    lanes = Background(bugs.append)
    yield lanes
    qtbot.waitUntil(lambda: lanes.busy == 0)
    lanes.close()
    assert bugs == []
    theme.apply(qapp)


class Machine:
    """A bare computer: what the program does behind the assistant."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printed: list[bytes] = []

    def set_up(self, draft: SetupDraft, passphrase: str | None) -> Sheet:
        made = credentials.create(self.folder, passphrase=passphrase)
        parts = opening.open_parts(Settings(folder=self.folder), made.keys, clock=Clock(), new=True)
        try:
            opening.set_up(parts, draft)
        finally:
            parts.store.close()
        return Sheet(recovery_code=made.recovery_code, pdf=b"%PDF recovery")

    def print_sheet(self, pdf: bytes) -> str:
        self.printed.append(pdf)
        return "恢复单已打印"


def assistant(machine: Machine, background: Background, qtbot: QtBot, *, keyring_works: bool) -> FirstRunPage:
    page = FirstRunPage(machine.set_up, machine.print_sheet, background, keyring_works=keyring_works)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def press_next(page: FirstRunPage, qtbot: QtBot, background: Background) -> None:
    qtbot.mouseClick(page.form.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: background.busy == 0)
    QApplication.processEvents()


def fill_hall(page: FirstRunPage, qtbot: QtBot) -> None:
    page.form.unitName.setFocus()
    type_chinese(page.form.unitName, "澜东营业厅")
    page.form.unitCode.clear()
    qtbot.keyClicks(page.form.unitCode, "LD")


def fill_account(page: FirstRunPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.form.staffNo, "admin")
    type_chinese(page.form.name, "安置之")
    qtbot.keyClicks(page.form.password, PASSWORD)
    qtbot.keyClicks(page.form.again, PASSWORD)


def test_from_a_bare_machine_to_a_workspace(qtbot: QtBot, background: Background, tmp_path: Path) -> None:
    machine = Machine(tmp_path / "profile")
    page = assistant(machine, background, qtbot, keyring_works=True)
    fill_hall(page, qtbot)
    press_next(page, qtbot, background)
    assert page.step == 1
    fill_account(page, qtbot)
    press_next(page, qtbot, background)
    assert page.form.keyring.isChecked()
    press_next(page, qtbot, background)
    assert page.step == 3
    code = page.form.code.text()
    assert not page.form.next.isEnabled(), "not before somebody keeps the sheet"
    assert not page.form.back.isVisible()
    qtbot.mouseClick(page.form.printSheet, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.form.sheetDone.text() == "恢复单已打印")
    page.save_to(tmp_path / "sheet.pdf")
    qtbot.waitUntil((tmp_path / "sheet.pdf").is_file)
    page.form.kept.setChecked(True)
    with qtbot.waitSignal(page.finished):
        press_next(page, qtbot, background)
    assert machine.printed == [b"%PDF recovery"]
    parts = opening.open_parts(Settings(folder=machine.folder), credentials.load(machine.folder), clock=Clock())
    try:
        assert SignInService(parts).sign_in("admin", PASSWORD).name == "安置之"
    finally:
        parts.store.close()
    assert credentials.recover(machine.folder, code).data == credentials.load(machine.folder).data


def test_what_is_wrong_stands_under_its_field(qtbot: QtBot, background: Background, tmp_path: Path) -> None:
    page = assistant(Machine(tmp_path / "profile"), background, qtbot, keyring_works=True)
    type_chinese(page.form.unitCode, "澜")
    page.form.counter.setText("0")
    press_next(page, qtbot, background)
    assert page.step == 0
    assert set(page.problems()) == {"unit.name", "unit.code", "counter"}
    assert page.form.unitName.hasFocus()
    assert page.form.unitCodeProblem.isVisible()
    assert not page.form.phoneProblem.isVisible()
    assert page.form.unitCode.accessibleDescription() == page.form.unitCodeProblem.text()
    fill_hall(page, qtbot)
    page.form.counter.setText("3")
    press_next(page, qtbot, background)
    fill_account(page, qtbot)
    page.form.again.setText("other")
    press_next(page, qtbot, background)
    assert (page.step, set(page.problems())) == (1, {"again"})


def test_without_a_keyring_a_passphrase_is_needed(qtbot: QtBot, background: Background, tmp_path: Path) -> None:
    machine = Machine(tmp_path / "profile")
    page = assistant(machine, background, qtbot, keyring_works=False)
    fill_hall(page, qtbot)
    press_next(page, qtbot, background)
    fill_account(page, qtbot)
    press_next(page, qtbot, background)
    assert not page.form.keyring.isEnabled()
    assert page.form.keyringNote.isVisible(), "says why"
    press_next(page, qtbot, background)
    assert set(page.problems()) == {"passphrase"}
    for box in (page.form.phrase, page.form.phraseAgain):
        box.setText("short")
    press_next(page, qtbot, background)
    assert page.step == 2
    assert page.form.problem.isVisible()
    assert "12" in page.form.problem.text()
    for box in (page.form.phrase, page.form.phraseAgain):
        box.setText(PHRASE)
    press_next(page, qtbot, background)
    assert page.step == 3
    assert credentials.place(machine.folder) == "file"


@pytest.mark.parametrize("percent", [100, 200])
def test_the_assistant_at_every_size(
    qtbot: QtBot, qapp: QApplication, background: Background, tmp_path: Path, percent: int
) -> None:
    theme.apply(qapp, "light", percent)
    page = assistant(Machine(tmp_path / "profile"), background, qtbot, keyring_works=False)
    press_next(page, qtbot, background)
    for step in range(4):
        page.form.steps.setCurrentIndex(step)
        QApplication.processEvents()
        assert clipped(page) == []
    assert unnamed(page) == []


@pytest.fixture
def locked(tmp_path: Path) -> tuple[Path, str]:
    """A profile whose key is behind a passphrase, and its recovery code."""
    made = credentials.create(tmp_path / "profile", passphrase=PHRASE)
    return tmp_path / "profile", made.recovery_code


def open_page(folder: Path, background: Background, qtbot: QtBot) -> OpenPage:
    page = OpenPage(
        lambda phrase: credentials.load(folder, passphrase=phrase),
        lambda code, phrase: credentials.recover(folder, code, passphrase=phrase),
        background,
        keyring_works=False,
    )
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def test_the_passphrase_opens(qtbot: QtBot, background: Background, locked: tuple[Path, str]) -> None:
    page = open_page(locked[0], background, qtbot)
    qtbot.keyClicks(page.phrase, "wrong one entirely")
    qtbot.keyClick(page.phrase, Qt.Key.Key_Return)
    qtbot.waitUntil(page._problem.isVisible)
    assert "口令" in page._problem.text()
    page.phrase.setText(PHRASE)
    with qtbot.waitSignal(page.opened) as told:
        qtbot.keyClick(page.phrase, Qt.Key.Key_Return)
    assert isinstance(told.args[0], Keys)
    assert page.phrase.text() == ""


def test_the_recovery_code_opens_and_sets_a_new_passphrase(
    qtbot: QtBot, background: Background, locked: tuple[Path, str]
) -> None:
    folder, code = locked
    page = open_page(folder, background, qtbot)
    assert not page.code.isVisible()
    qtbot.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert page.code.isVisible()
    page.code.setText("AAAA-AAAA")
    page.phrase.setText("a brand new phrase")
    page.try_it()
    qtbot.waitUntil(page._problem.isVisible)
    page.code.setText(code.lower())
    with qtbot.waitSignal(page.opened):
        page.try_it()
    assert credentials.load(folder, passphrase="a brand new phrase").place == "file"
    assert clipped(page) == []
    assert unnamed(page) == []
