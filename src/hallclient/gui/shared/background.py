"""Background work (后台): one lane for the store, one for files, one for sync; results come back to the window.

``run`` returns at once. ``done`` or ``failed`` is called in the main thread, unless the owner widget is gone by then.
Callbacks and work are held here, in the main thread, so that nothing of Qt is ever destroyed in a lane.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hallclient.errors import Cancelled

LANES = ("store", "files", "sync")
Lane = Literal["store", "files", "sync"]
Result = TypeVar("Result")


class Reporter:
    """What long work gets: tell how far it is, and stop when the person said so."""

    def __init__(self, send: Callable[[int, int], None], stopped: threading.Event) -> None:
        self._send, self._stopped = send, stopped

    def __call__(self, done: int, total: int) -> None:
        """Tell how far; raises Cancelled when the person stopped it."""
        self.check()
        self._send(done, total)

    @property
    def stopped(self) -> bool:
        """Whether the person stopped it."""
        return self._stopped.is_set()

    def check(self) -> None:
        """Raises Cancelled when the person stopped it."""
        if self._stopped.is_set():
            raise Cancelled


class Job:
    """A piece of work under way. ``cancel`` asks it to stop: work not begun is dropped, long work sees it."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.stop = threading.Event()

    def cancel(self) -> None:
        """Ask it to stop."""
        self.stop.set()


@dataclass(slots=True)
class _Task:
    job: Job
    work: Callable[[], Any] | Callable[[Reporter], Any]
    long: bool
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    progress: Callable[[int, int], None] | None
    owner: QObject | None


class Background(QObject):
    """The three lanes. Make one per program, in the main thread; ``close`` it at the end."""

    _finished = Signal(int, object, object)
    _moved = Signal(int, object, object)
    idle = Signal()
    """Nothing is under way any more."""

    def __init__(self, unexpected: Callable[[BaseException], object] | None = None) -> None:
        super().__init__()
        self._lanes = {name: ThreadPoolExecutor(1, thread_name_prefix=f"hallclient-{name}") for name in LANES}
        self._tasks: dict[int, _Task] = {}
        self._last = 0
        self._closed = False
        self.unexpected = unexpected or _to_excepthook
        self.expected: Callable[[Exception, QObject | None], bool] = lambda _error, _owner: False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._moved.connect(self._progress, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> int:
        """Pieces of work under way or waiting."""
        return len(self._tasks)

    def run(
        self,
        lane: Lane,
        work: Callable[[], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        owner: QObject | None = None,
    ) -> Job:
        """Do ``work()`` in a lane, then ``done(result)`` or ``failed(error)`` here.

        Without ``failed`` a HallError is shown by its family, anything else is a bug for the crash dialog.
        """
        return self._put(lane, _Task(Job(0), work, False, done, failed, None, owner))

    def run_long(
        self,
        lane: Lane,
        work: Callable[[Reporter], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        progress: Callable[[int, int], None] | None = None,
        owner: QObject | None = None,
    ) -> Job:
        """Like :meth:`run`; ``work(report)`` calls ``report(done, total)``: Cancelled after ``job.cancel()``."""
        return self._put(lane, _Task(Job(0), work, True, done, failed, progress, owner))

    def _put(self, lane: Lane, task: _Task) -> Job:
        self._last += 1
        task.job.number = self._last
        if self._closed:
            task.job.cancel()
            return task.job
        self._tasks[self._last] = task
        self._lanes[lane].submit(self._work, self._last)
        return task.job

    def _work(self, number: int) -> None:
        task = self._tasks.get(number)
        if task is None:
            return
        result: Any = None
        error: BaseException | None = None
        try:
            if task.job.stop.is_set():
                raise Cancelled
            if task.long:
                result = task.work(Reporter(lambda done, total: self._moved.emit(number, done, total), task.job.stop))  # type: ignore[call-arg]
            else:
                result = task.work()  # type: ignore[call-arg]
        except BaseException as caught:
            error = caught
        task = None
        self._finished.emit(number, result, error)

    def _progress(self, number: int, done: int, total: int) -> None:
        task = self._tasks.get(number)
        if task is not None and task.progress is not None and _alive(task.owner):
            task.progress(done, total)

    def _deliver(self, number: int, result: Any, error: BaseException | None) -> None:
        task = self._tasks.pop(number, None)
        if task is None:
            return
        try:
            if _alive(task.owner) and not self._closed:
                self._call(task, result, error)
        finally:
            if not self._tasks:
                self.idle.emit()

    def _call(self, task: _Task, result: Any, error: BaseException | None) -> None:
        if error is None:
            if task.done is not None:
                task.done(result)
        elif not isinstance(error, Exception):
            self.unexpected(error)
        elif task.failed is not None:
            task.failed(error)
        elif not isinstance(error, Cancelled) and not self.expected(error, task.owner):
            self.unexpected(error)

    def close(self) -> None:
        """Drop what waits, wait for what runs, deliver nothing more."""
        self._closed = True
        for task in self._tasks.values():
            task.job.cancel()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()


class Debounce(QObject):
    """Calls once, a little after the last :meth:`poke`: for finding while somebody types."""

    def __init__(self, call: Callable[[], None], milliseconds: int = 120, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(call)

    def poke(self) -> None:
        """Start over."""
        self._timer.start()

    def stop(self) -> None:
        """Forget it."""
        self._timer.stop()


def _alive(owner: QObject | None) -> bool:
    return owner is None or shiboken6.isValid(owner)


def _to_excepthook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
