"""A workplace to test pages in: real services on a real store, real lanes, papers into a folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallclient.gui.shared import theme
from hallclient.gui.shared.background import Background
from hallclient.gui.shared.changes import Changes
from hallclient.gui.shared.messages import Messages
from hallclient.gui.shared.printing import Printing
from hallclient.gui.shared.workplace import Workplace
from hallclient.services import bundle
from tests.halls import Clock, Hall, make_template, open_hall


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile folder with the organisation and one person of each role."""
    return make_template(tmp_path_factory.mktemp("template"))


@pytest.fixture
def hall(hall_template: Path, tmp_path: Path) -> Iterator[Hall]:
    """An open workspace of its own."""
    folder = tmp_path / "profile"
    shutil.copytree(hall_template, folder)
    opened = open_hall(folder, Clock())
    yield opened
    opened.store.close()


@dataclass
class Desk:
    """A window with a workplace for any role. ``show(page)`` puts a page into it at 1366 x 768."""

    hall: Hall
    window: QWidget
    background: Background
    changes: Changes
    papers: Path
    qtbot: QtBot
    went: list[tuple[str, str]] = field(default_factory=list)
    failures: list[BaseException] = field(default_factory=list)

    def workplace(self, role: str = "teller", staff_no: str | None = None) -> Workplace:
        return Workplace(
            services=bundle.build(self.hall.parts),
            actor=self.hall.actor(role, staff_no),
            settings=self.hall.parts.settings,
            background=self.background,
            changes=self.changes,
            messages=Messages(self.window),
            printing=Printing(self.papers),
            clock=self.hall.clock,
            go=lambda page, reference: self.went.append((page, reference)),
        )

    def show(self, page: QWidget, width: int = 1294, height: int = 692) -> None:
        page.setParent(self.window)
        self.window.resize(width, height)
        page.resize(width, height)
        self.window.show()
        page.show()
        self.qtbot.waitExposed(self.window)
        self.changes.watch(page, page.kinds, page.refresh)  # type: ignore[attr-defined]
        page.activate()  # type: ignore[attr-defined]
        self.settle()

    def settle(self) -> None:
        """Wait until the lanes are idle and what they brought is shown."""
        self.qtbot.waitUntil(lambda: self.background.busy == 0, timeout=10_000)
        QApplication.processEvents()
        assert not self.failures, self.failures

    def wait(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=10_000)
        self.settle()


@pytest.fixture
def desk(hall: Hall, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A window to test a page in."""
    theme.apply(qapp, "light", 100, "sgcc")
    window = QWidget()
    failures: list[BaseException] = []
    background = Background(failures.append)
    changes = Changes()
    hall.store.listeners.append(changes.announce)
    desk = Desk(
        hall=hall, window=window, background=background, changes=changes, papers=tmp_path / "papers", qtbot=qtbot,
        failures=failures,
    )  # fmt: skip
    messages_of = Messages(window)
    background.expected = lambda error, _owner: messages_of.tell(error)
    yield desk
    qtbot.waitUntil(lambda: background.busy == 0, timeout=10_000)
    hall.store.listeners.clear()
    window.close()
    window.deleteLater()
    background.close()
    changes.deleteLater()
    QApplication.processEvents()
