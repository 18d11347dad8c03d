"""The program: first run with a passphrase, sign-in, opening again, and what it says when it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallclient import credentials
from hallclient.app import Program
from hallclient.domain.people import UnitDraft
from hallclient.gui.shell.open_page import OpenPage
from hallclient.gui.shell.window import MainWindow
from hallclient.services import first_run
from hallclient.services.opening import SetupDraft
from hallclient.settings import Settings
from tests.halls import PASSWORD, Clock

PASSPHRASE = "correct horse 电力 staple"


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    return Settings(folder=tmp_path / "profile", theme="light")


def made(kept: Settings, passphrase: str | None) -> str:
    unit = UnitDraft(code="LD", name="澜东营业厅", kind="hall", grade="B")
    draft = SetupDraft(unit=unit, counter="3", staff_no="admin", name="安置之", password=PASSWORD)
    parts, code, pdf = first_run.set_up(kept, draft, passphrase, clock=Clock())
    parts.store.close()
    assert pdf.startswith(b"%PDF")
    return code


@pytest.fixture
def programs(qapp: QApplication) -> Iterator[list[Program]]:
    started: list[Program] = []
    yield started
    for program in started:
        program.close()
        program.window.deleteLater()
        program.deleteLater()
    qapp.processEvents()


def start(kept: Settings, programs: list[Program]) -> Program:
    program = Program(kept, clock=Clock())
    programs.append(program)
    program.start()
    return program


def test_a_keyring_workspace_opens_to_the_sign_in(kept: Settings, programs: list[Program], qtbot: QtBot) -> None:
    made(kept, None)
    program = start(kept, programs)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=10_000)
    window = program.window
    assert isinstance(window, MainWindow)
    window.sign_in.form.staff.setText("admin")
    window.sign_in.form.password.setText(PASSWORD)
    window.sign_in.enter()
    qtbot.waitUntil(lambda: window.frame is not None, timeout=10_000)
    qtbot.waitUntil(lambda: program.background.busy == 0, timeout=10_000)


def test_a_passphrase_workspace_asks_and_says_when_it_is_wrong(
    kept: Settings, programs: list[Program], qtbot: QtBot
) -> None:
    code = made(kept, PASSPHRASE)
    program = start(kept, programs)
    qtbot.waitUntil(lambda: isinstance(program.window.centralWidget(), OpenPage), timeout=10_000)
    page = program.window.centralWidget()
    assert isinstance(page, OpenPage)
    page.phrase.set_value("wrong wrong wrong")
    page.try_it()
    qtbot.waitUntil(lambda: program.background.busy == 0, timeout=10_000)
    assert page.phrase.value() == "wrong wrong wrong" or page.phrase.value() == ""
    page.switch()
    page.code.set_value(code)
    page.phrase.set_value("another long passphrase")
    page.try_it()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    assert credentials.load(kept.folder, passphrase="another long passphrase").place == "file"
    qtbot.waitUntil(lambda: program.background.busy == 0, timeout=10_000)


def test_a_second_program_says_so_and_stops(kept: Settings, programs: list[Program], qtbot: QtBot) -> None:
    made(kept, None)
    first = start(kept, programs)
    qtbot.waitUntil(lambda: isinstance(first.window, MainWindow), timeout=10_000)
    second = start(kept, programs)
    qtbot.waitUntil(lambda: second.background.busy == 0, timeout=10_000)
    qtbot.waitUntil(lambda: first.background.busy == 0, timeout=10_000)
    texts = " ".join(child.text() for child in second.window.findChildren(object) if hasattr(child, "text"))
    assert "程序已经打开" in texts
    assert not isinstance(second.window, MainWindow)
