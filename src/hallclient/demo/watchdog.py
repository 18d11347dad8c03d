"""The watchdog (界面卡顿监视): how long each event keeps the window busy, who it was, and how much memory is used.

What counts is an event at the top of an event loop: a key, a click, a timer, a result from a lane, a repaint. Events
sent while another is handled are part of it; those of a loop inside it (a decision that waits) count for themselves.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLoggingCategory, QObject, QThread
from PySide6.QtWidgets import QApplication

LIMIT_MS = 50.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One event that took long: how long, in which step of the day, whose and which event it was."""

    milliseconds: float
    step: str
    receiver: str
    event: str

    def __str__(self) -> str:
        return f"{self.milliseconds:6.1f} ms  {self.step}: {self.receiver} {self.event}"


@dataclass(slots=True)
class _Open:
    """An event that is being handled."""

    level: int
    begin: float
    before: float | None = None
    resumed: float = 0.0
    aside: float = 0.0
    ignored: bool = False


@dataclass(slots=True)
class Watchdog:
    """Times events between :meth:`start` and :meth:`stop`; ``step`` names what is being done."""

    step: str = ""
    times: dict[str, list[float]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    running: bool = False
    open: list[_Open] = field(default_factory=list)

    def start(self) -> None:
        """Begin to measure."""
        self.running = True

    def stop(self) -> None:
        """Measure no more."""
        self.running = False

    def done(self, milliseconds: float, receiver: QObject, event: QEvent) -> None:
        """An event was handled."""
        self.times.setdefault(self.step, []).append(milliseconds)
        if milliseconds > LIMIT_MS / 2:
            name = receiver.objectName()
            who = type(receiver).__name__ + (f" {name!r}" if name else "")
            self.blocks.append(
                Block(milliseconds=milliseconds, step=self.step, receiver=who, event=event.type().name)
            )  # fmt: skip

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What is done here is the camera's or the driver's, not the window's."""
        begin, was = time.perf_counter(), self.running
        self.running = False
        try:
            yield
        finally:
            self.running = was
            if self.open:
                self.open[-1].aside += time.perf_counter() - begin

    def hand_over(self) -> None:
        """The event handled now is the driver's own: what it causes is timed for itself."""
        if self.open:
            self.open[-1].ignored = True

    def longest(self, step: str) -> float:
        """The longest event of a step, in milliseconds."""
        return max(self.times.get(step, ()), default=0.0)

    @property
    def all_times(self) -> list[float]:
        """Every event of every step."""
        return [one for each in self.times.values() for one in each]

    @property
    def too_long(self) -> Sequence[Block]:
        """Events over the limit, the longest first."""
        over = [block for block in self.blocks if block.milliseconds > LIMIT_MS]
        return sorted(over, key=lambda block: -block.milliseconds)

    def verdict(self) -> str:
        """A line, or a list."""
        found = self.too_long
        longest = max(self.all_times, default=0.0)
        if not found:
            return f"no UI event over {LIMIT_MS:g} ms (longest {longest:.0f} ms of {len(self.all_times)} events)"
        return "\n".join([f"{len(found)} UI events over {LIMIT_MS:g} ms:", *(f"  {block}" for block in found)])


class WatchedApplication(QApplication):
    """The program's QApplication with a watchdog; only the demo and the benchmarks use it."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.watchdog = Watchdog()
        self._main = QThread.currentThread()

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Every event passes here."""
        watch = self.watchdog
        if not watch.running or QThread.currentThread() is not self._main:
            return super().notify(receiver, event)
        level = self._main.loopLevel()
        outer = watch.open[-1] if watch.open else None
        if outer is not None and outer.level >= level and not outer.ignored:
            return super().notify(receiver, event)
        mine = _Open(level=level, begin=time.perf_counter())
        if outer is not None and outer.before is None:
            outer.before = mine.begin - outer.begin
        watch.open.append(mine)
        try:
            return super().notify(receiver, event)
        finally:
            end = time.perf_counter()
            watch.open.remove(mine)
            if outer is not None:
                outer.resumed = end
            taken = end - mine.begin if mine.before is None else mine.before + end - mine.resumed
            if not mine.ignored and watch.running:
                watch.done((taken - mine.aside) * 1000, receiver, event)


def application() -> WatchedApplication:
    """The one QApplication, watched; named and styled like the program's own."""
    QCoreApplication.setApplicationName("hallclient")
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    QApplication.setStyle("Fusion")
    return WatchedApplication(sys.argv[:1])


def memory_mb(which: str = "VmRSS") -> float:
    """Resident memory of this process in MB (``VmHWM``: its peak); 0 where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    found = next((line for line in lines if line.startswith(f"{which}:")), "")
    return int(found.split()[1]) / 1024 if found else 0.0
