"""Guards around every test: what it leaves behind (thread, timer, task, window, stray log record) fails it by name."""

from __future__ import annotations

import logging
import re
import sys
import threading
import time
import traceback
import weakref
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

PATIENCE = 2.0  # seconds that a thread which is already ending may take


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Set up before and torn down after every other fixture of the test."""
    before = set(threading.enumerate())
    _watch_qt()
    yield
    left = [*_threads(before), *_qt_leftovers()]
    if left:
        pytest.fail("the test left behind:\n  " + "\n  ".join(left), pytrace=False)


def _threads(before: set[threading.Thread]) -> list[str]:
    deadline = time.monotonic() + PATIENCE
    left = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):  # one of Qt's own threads that called Python once
            continue
        thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            left.append(f"thread {thread.name!r} running {getattr(thread, '_target', None) or type(thread).__name__}")
    return left


# Qt. Nothing here imports it: where it is absent or blocked, there is nothing to watch.

_timers: weakref.WeakKeyDictionary[Any, str] = weakref.WeakKeyDictionary()
_qthreads: weakref.WeakKeyDictionary[Any, str] = weakref.WeakKeyDictionary()
_pools: dict[Any, str] = {}  # held: the wrapper of Qt's own pool would not live until the end of the test
_shots: list[tuple[float, Any, str]] = []  # when it is due, a weak reference to its receiver, where it was started


def _watch_qt() -> None:
    """Note where timers, threads and pool tasks are started, once Qt has been imported."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None or getattr(core.QTimer.start, "noted", False):
        return
    core.QTimer.start = _noting(core.QTimer.start, _timers)
    core.QThread.start = _noting(core.QThread.start, _qthreads)
    core.QThreadPool.start = _noting(core.QThreadPool.start, _pools)
    single_shot = core.QTimer.singleShot

    def noted_shot(msec: int, *args: Any) -> None:
        receiver = next((a for a in args if isinstance(a, core.QObject)), None) or getattr(args[-1], "__self__", None)
        of_qt = isinstance(receiver, core.QObject)
        _shots.append((time.monotonic() + msec / 1000, weakref.ref(receiver) if of_qt else None, _place()))
        single_shot(msec, *args)

    core.QTimer.singleShot = staticmethod(noted_shot)


def _noting(start: Any, started: MutableMapping[Any, str]) -> Any:
    def noted(self: Any, *args: Any) -> Any:
        started[self] = _place()
        return start(self, *args)

    noted.noted = True  # type: ignore[attr-defined]
    return noted


def _place() -> str:
    caller = [frame for frame in traceback.extract_stack() if frame.filename != __file__][-1]
    return f"{caller.filename}:{caller.lineno} ({caller.name})"


def _qt_leftovers() -> list[str]:
    core, widgets = sys.modules.get("PySide6.QtCore"), sys.modules.get("PySide6.QtWidgets")
    if core is None or core.QCoreApplication.instance() is None:
        return []
    core.QCoreApplication.processEvents()
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    left = [*_busy_pools(core), *_running_threads(), *_active_timers()]
    if widgets is not None and isinstance(core.QCoreApplication.instance(), widgets.QApplication):
        for window in widgets.QApplication.topLevelWidgets():
            if window.isVisible():
                named = window.objectName() or window.windowTitle()
                left.append(f"visible window {type(window).__name__} {named!r}")
                window.close()
                window.deleteLater()
    return left


def _alive(wrapper: Any) -> bool:
    return bool(sys.modules["shiboken6"].isValid(wrapper))


def _busy_pools(core: Any) -> list[str]:
    pools = {core.QThreadPool.globalInstance(): "a place unknown, in Qt's own pool"}
    pools |= {pool: place for pool, place in _pools.items() if _alive(pool)}
    _pools.clear()
    return [
        f"pool task started at {place}" for pool, place in pools.items() if not pool.waitForDone(int(PATIENCE * 1000))
    ]


def _running_threads() -> list[str]:
    left = []
    for thread, place in list(_qthreads.items()):
        if _alive(thread) and thread.isRunning() and not thread.wait(int(PATIENCE * 1000)):
            left.append(f"QThread {thread.objectName()!r} started at {place}")
            thread.quit()
    _qthreads.clear()
    return left


def _active_timers() -> list[str]:
    left = []
    for timer, place in list(_timers.items()):
        if _alive(timer) and timer.isActive():
            left.append(f"QTimer started at {place}")
            timer.stop()
    now = time.monotonic()
    for due, reference, place in _shots:
        receiver = reference() if reference is not None else None
        gone = reference is not None and (receiver is None or not _alive(receiver))
        if due > now and not gone:
            left.append(f"QTimer.singleShot started at {place}, due in {due - now:.1f} s")
    _timers.clear()
    _shots.clear()
    return left


# Logs


class _Strays(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_stray_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """A record of WARNING or worse fails the test unless ``@pytest.mark.logs(pattern)`` expects it; then it must."""
    expected = [mark.args[0] for mark in request.node.iter_markers("logs")]
    strays = _Strays()
    root = logging.getLogger()
    root.addHandler(strays)
    yield
    root.removeHandler(strays)
    stray = [line for line in strays.lines if not any(re.search(pattern, line) for pattern in expected)]
    absent = [pattern for pattern in expected if not any(re.search(pattern, line) for line in strays.lines)]
    if stray:
        pytest.fail("log records nobody expected:\n  " + "\n  ".join(stray), pytrace=False)
    if absent:
        pytest.fail(f"expected log records that never came: {absent}", pytrace=False)
