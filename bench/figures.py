"""A table of measured figures with the limits they have to keep, for the benchmarks."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``value`` in ``unit``; ``most`` or ``least`` is its limit, ``beside`` what it compares with in the same run."""

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None
    beside: str = ""

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    @property
    def limit(self) -> str:
        """The limit as people read it."""
        if self.most is None and self.least is None:
            return ""
        return f"at most {self.most:g}" if self.most is not None else f"at least {self.least:g}"


def report(figures: list[Figure]) -> int:
    """Print the table; 1 when a limit is broken. ``sys.exit(report([...]))``."""
    print("| what | measured | limit | beside it |\n| --- | ---: | ---: | --- |")
    for figure in figures:
        limit = figure.limit if figure.kept else f"{figure.limit} **broken**"
        print(f"| {figure.name} | {figure.value:,.4g} {figure.unit} | {limit} | {figure.beside} |")
    return 0 if all(figure.kept for figure in figures) else 1


def times(work: Callable[[], Any], count: int) -> list[float]:
    """Milliseconds of each of ``count`` calls, after one that warms up."""
    work()
    taken = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def percentile(values: list[float], part: int) -> float:
    """The value that ``part`` per cent of all values stay under."""
    return statistics.quantiles(values, n=100, method="inclusive")[part - 1]
