"""The clerk's day on the real window: how long the window is busy at a stretch, and the memory at the day's end.

The workspace is filled by another process, so that only the program's own memory counts. A stretch is one key, one
click or one turn of the event loop, as src/hallclient/demo/watchdog.py times them; offscreen, so no compositor counts.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from figures import Figure, percentile, report

CUSTOMERS = 1_000_000
BUSY, MEMORY = 50.0, 300.0

FILL = """
import sys
from pathlib import Path
from hallclient.demo import fill
demo = fill.fill(Path(sys.argv[1]), customers=int(sys.argv[2]), now=fill.PICTURES)
demo.close()
print(demo.keys.data.hex())
"""


def filled(folder: Path, customers: int) -> bytes:
    """Fill a workspace in a process of its own; gives the key."""
    command = [sys.executable, "-c", FILL, str(folder), str(customers)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return bytes.fromhex(done.stdout.split()[-1])


def main() -> int:
    """Play, print the table, and below it what took longest."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    customers = int(sys.argv[1]) if len(sys.argv) > 1 else CUSTOMERS
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place, contextlib.ExitStack() as closing:
        key = filled(Path(place) / "city", customers)
        from hallclient.credentials import Keys
        from hallclient.demo import watchdog

        app = watchdog.application()
        from hallclient.demo import day
        from hallclient.demo.day_stage import filled_before

        demo = filled_before(Path(place) / "city", Keys(data=key, place="file"))
        trace = closing.enter_context((Path(place) / "trace").open("w", encoding="utf-8"))
        watch = watchdog.Watchdog(trace=trace if "--where" in sys.argv else None)
        closing.enter_context(contextlib.redirect_stdout(sys.stderr))
        record = day.play(demo, Path(place) / "out", watch)
        memory, peak = record.memory_mb, watchdog.memory_mb("VmHWM")
        del app
    times = watch.all_times
    steps = f"{len(record.steps)} steps, {customers:,} customers"
    figures = [
        Figure(name="window busy at a stretch, longest", value=max(times), unit="ms", most=BUSY, beside=steps),
        Figure(name="window busy at a stretch, p99", value=percentile(times, 99), unit="ms", most=BUSY),
        Figure(name=f"stretches over {BUSY:g} ms", value=len(watch.too_long), unit=f"of {len(times):,}", most=0),
        Figure(
            name="resident memory after the day", value=memory, unit="MB", most=MEMORY, beside=f"peak {peak:.0f} MB"
        ),
    ]
    code = report(figures)
    for block in watch.too_long:
        print(f"\n    {block}", end="")
    print()
    return code or int(record.failed)


if __name__ == "__main__":
    sys.exit(main())
