"""The watchdog (界面卡顿监视): how long the window is kept busy at a stretch, where in the program, and the memory.

The driver of the demo turns the event loop itself, so it can time each key, each click and each turn of the loop. A
turn may hold several events, which makes it a stricter measure than the single event. What runs in the loop of a
decision that waits (``exec``) is timed as far as the keys sent to it. QApplication.notify is not overridden: Qt's media
threads would then need Python while Python waits for them. No thread looks at the frames of another: it would keep
painters alive.
"""

from __future__ import annotations

import faulthandler
import re
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from PySide6.QtCore import QCoreApplication, QLoggingCategory
from PySide6.QtWidgets import QApplication

LIMIT_MS = 50.0
FRAMES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch that took long: how long, in which step, doing what, and where the program was."""

    milliseconds: float
    step: str
    what: str
    where: str

    def __str__(self) -> str:
        return f"{self.milliseconds:6.1f} ms  {self.step}: {self.what}  {self.where}"


@dataclass(slots=True)
class Watchdog:
    """Times what is done inside :meth:`timed` between :meth:`start` and :meth:`stop`; ``step`` names the work."""

    step: str = ""
    times: dict[str, list[float]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    trace: IO[str] | None = None
    """A file for the tracebacks of what takes long; slows everything down a little."""
    _running: bool = False
    _begin: float | None = None

    def start(self) -> None:
        """Begin to measure."""
        self._running = True

    def stop(self) -> None:
        """Measure no more."""
        self._running = False

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """The window's own work."""
        outer, self._begin = self._begin, time.perf_counter()
        if self.trace is not None:
            faulthandler.dump_traceback_later(LIMIT_MS / 1000, file=self.trace)
        try:
            yield
        finally:
            if self.trace is not None:
                faulthandler.cancel_dump_traceback_later()
            self._end(what)
            self._begin = outer

    def _end(self, what: str) -> None:
        begin, self._begin = self._begin, None
        if begin is None or not self._running:
            return
        milliseconds = (time.perf_counter() - begin) * 1000
        self.times.setdefault(self.step, []).append(milliseconds)
        if milliseconds > LIMIT_MS / 2:
            self.blocks.append(Block(milliseconds=milliseconds, step=self.step, what=what, where=self._place()))

    def hand_over(self) -> None:
        """Inside what is timed, the driver itself takes over: what was timed ends here."""
        self._end("decision")

    def longest(self, step: str) -> float:
        """The longest stretch of a step, in milliseconds."""
        return max(self.times.get(step, ()), default=0.0)

    @property
    def all_times(self) -> list[float]:
        """Every stretch of every step."""
        return [one for each in self.times.values() for one in each]

    @property
    def too_long(self) -> Sequence[Block]:
        """Stretches over the limit, the longest first."""
        over = [block for block in self.blocks if block.milliseconds > LIMIT_MS]
        return sorted(over, key=lambda block: -block.milliseconds)

    def verdict(self) -> str:
        """A line, or a list."""
        found = self.too_long
        longest = max(self.all_times, default=0.0)
        if not found:
            return f"no UI event over {LIMIT_MS:g} ms (longest {longest:.0f} ms of {len(self.all_times)})"
        return "\n".join([f"{len(found)} UI events over {LIMIT_MS:g} ms:", *(f"  {block}" for block in found)])

    def _place(self) -> str:
        """The innermost functions of the program in the last traceback, without the demo's own."""
        if self.trace is None:
            return ""
        told = Path(self.trace.name).read_text(encoding="utf-8").rpartition("(most recent call first):")[2]
        found: list[str] = []
        for file, line, name in re.findall(r'File "(.*?)", line (\d+) in (\S+)', told):
            path = Path(file)
            if "hallclient" in path.parts and "demo" not in path.parts and len(found) < FRAMES:
                found.append(f"{path.stem}.{name}:{line}")
        return " < ".join(found)


def application() -> QApplication:
    """The one QApplication, named and styled like the program's own."""
    QCoreApplication.setApplicationName("hallclient")
    QApplication.setStyle("Fusion")
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    return QApplication(sys.argv[:1])


def memory_mb(which: str = "VmRSS") -> float:
    """Resident memory of this process in MB (``VmHWM``: its peak); 0 where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    found = next((line for line in lines if line.startswith(f"{which}:")), "")
    return int(found.split()[1]) / 1024 if found else 0.0
