"""Deadline engine: median time of each computation, beside the naive minute-by-minute simulator of the tests.

Run: ``python bench/bench_worktime.py``. Prints a Markdown table; exits with 1 when a median reaches 50 microseconds.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter_ns
from typing import Any

from hallclient.domain.worktime import Due, Limit, Pause, due, elapsed, explain, state
from hallclient.domain.worktime_calendar import Calendar
from hallclient.holidays import published

BUDGET = 50.0
SIMULATED = Path(__file__).parents[1] / "tests" / "domain" / "test_worktime_simulated.py"

LIMITS = {
    "contact 24 h": Limit(amount=24, unit="hour", pauses=("w",)),
    "repair arrival 45 min": Limit(amount=45, unit="minute", pauses=("w",)),
    "complaint reply 5 working days": Limit(amount=5, unit="workday", pauses=("w",)),
    "HV dual source 32 working days": Limit(amount=32, unit="workday", pauses=("w",)),
    "12345 order 7 days": Limit(amount=7, unit="day", pauses=("w",)),
    "5 working days, 24 h accumulation": Limit(amount=5, unit="workday", method="accumulate", pauses=("w",)),
    "16 working hours": Limit(amount=16, unit="hour", method="working-hours", pauses=("w",)),
}


def micros_each(work: Callable[[], object], rounds: int, repeats: int) -> float:
    """Median over rounds of the mean time of one call."""
    found = []
    for _ in range(rounds):
        begin = perf_counter_ns()
        for _ in range(repeats):
            work()
        found.append((perf_counter_ns() - begin) / repeats / 1000)
    return median(found)


def measured(naive: dict[str, Any], limit: Limit, spans: list[tuple[int, int]]) -> tuple[list[float], float]:
    """Medians of due, elapsed, state and explain; and of the simulator's due."""
    calendar: Calendar = naive["CALENDAR"]
    start: datetime = naive["moment"](naive_start(naive))
    begin = naive_start(naive)
    spans = [(begin + since, begin + until) for since, until in spans]
    pauses: list[Pause] = naive["as_pauses"](spans)
    found: Due = due(start, limit, calendar, pauses)
    now = start + timedelta(hours=20)
    ours = [
        micros_each(lambda: due(start, limit, calendar, pauses), 200, 100),
        micros_each(lambda: elapsed(start, now, limit, calendar, pauses), 200, 100),
        micros_each(lambda: state(now, found), 200, 100),
        micros_each(lambda: explain(found), 20, 5),
    ]
    return ours, micros_each(lambda: naive["simulate"](begin, limit, spans), 9, 1)


def naive_start(naive: dict[str, Any]) -> int:
    """Friday 2026-02-13 15:00, the eve of Spring Festival, as the simulator's minute."""
    return int((datetime(2026, 2, 13, 15, tzinfo=naive["BEIJING"]) - naive["ZERO"]) / timedelta(minutes=1))


def main() -> int:
    naive = runpy.run_path(str(SIMULATED))
    begin = perf_counter_ns()
    published()
    naive["CALENDAR"].ledger()
    print(f"calendar tables, once: {(perf_counter_ns() - begin) / 1e6:.1f} ms\n")
    print("| limit | pauses | due us | elapsed us | state us | explain us | simulator us | ratio |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    worst = 0.0
    for name, limit in LIMITS.items():
        for spans in ([], [(10, 25), (30, 90), (60, 1200), (2000, 2010)]):
            ours, theirs = measured(naive, limit, spans)
            worst = max(worst, *ours[:3])
            cells = " | ".join(f"{value:.2f}" for value in ours)
            print(f"| {name} | {len(spans)} | {cells} | {theirs:,.0f} | {theirs / ours[0]:,.0f} x |")
    print(f"\nslowest median of due, elapsed, state: {worst:.1f} us (budget {BUDGET:.0f} us)")
    return 0 if worst < BUDGET else 1


if __name__ == "__main__":
    sys.exit(main())
