"""PySide6 keeps its hands off None: some releases drop a reference of it in every call and end in an abort after hours.

PySide6 6.12 does so on Python 3.10 and 3.11, where None can die; from 3.12 on it is immortal and nothing shows.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

CALLS = 1000


def lost_references(call: Callable[[], object]) -> int:
    """How many references of None went missing over many calls."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)


def test_calls_that_return_none_keep_its_references(qtbot: QtBot) -> None:
    widget, label = QWidget(), QLabel()
    qtbot.addWidget(widget)
    qtbot.addWidget(label)
    QVBoxLayout(widget).setContentsMargins(0, 0, 0, 0)
    calls: dict[str, Callable[[], object]] = {
        "setText": lambda: label.setText("王敏"),
        "layout": label.layout,
        "processEvents": QApplication.processEvents,
        "setProperty": lambda: label.setProperty("kind", None),
        "itemAt": lambda: widget.layout().itemAt(0),
        "setParent": lambda: QObject().setParent(None),
        "connect": lambda: label.linkActivated.connect(label.clear, Qt.ConnectionType.UniqueConnection),
    }
    lost = {name: lost_references(call) for name, call in calls.items()}
    assert {name: count for name, count in lost.items() if abs(count) > CALLS / 10} == {}


def test_a_lost_reference_is_seen() -> None:
    if sys.version_info >= (3, 12):
        return
    drop, take = ctypes.pythonapi.Py_DecRef, ctypes.pythonapi.Py_IncRef
    drop.argtypes = take.argtypes = [ctypes.py_object]
    lost = lost_references(lambda: drop(None))
    for _ in range(CALLS + 1):
        take(None)
    assert lost > CALLS / 2
