"""Cycles that hold objects of Qt are collected in the window's thread, whatever a lane allocates."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from hallclient.gui.shared.background import Background
from hallclient.gui.shared.garbage import Garbage


class Ticking(QObject):
    """Owned by Python alone, in a cycle, with a timer that runs."""

    gone: list[int]

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.me = self
        self.gone = gone
        self.timer = QTimer(self)
        self.timer.start(5)

    def __del__(self) -> None:
        self.timer.stop()
        self.gone.append(threading.get_ident())


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[Garbage]:
    made = Garbage()
    yield made
    made.stop()


def allocate() -> int:
    """Enough cycles for Python's own collector to run several times."""
    for _ in range(20_000):
        cycle: list[object] = []
        cycle.append(cycle)
    return threading.get_ident()


def test_a_lane_collects_nothing(garbage: Garbage, qtbot: QtBot) -> None:
    gone: list[int] = []
    lanes: list[int] = []
    background = Background()
    Ticking(gone)
    background.run("store", allocate, lanes.append)
    qtbot.waitUntil(lambda: bool(lanes))
    background.close()
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.get_ident()] != lanes


def test_a_rest_collects_what_is_old(garbage: Garbage) -> None:
    gone: list[int] = []
    old = Ticking(gone)
    gc.collect()
    del old
    garbage.look()
    assert not gone
    garbage.somebody(None)
    garbage.somebody("here again")
    garbage.rest()
    assert gone == [threading.get_ident()]


def test_python_collects_by_itself_afterwards(garbage: Garbage) -> None:
    assert not gc.isenabled()
    garbage.stop()
    assert gc.isenabled()
