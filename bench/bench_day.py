"""The clerk's day on the real window: how long it is ever busy at a stretch, and the memory when the day is over.

The city is filled by a process of its own, so that the day's memory is that of a program opened in the morning: 20,000
customers, every page used, two people handing over, media played, papers drawn, the language changed. Offscreen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from figures import Figure, percentile, report

BLOCK, MEMORY = 50.0, 300.0

FILL = """
import json, sys
from pathlib import Path
from hallclient.demo import fill
demo = fill.fill(Path(sys.argv[1]), customers=int(sys.argv[2]), now=fill.PICTURES)
print(json.dumps({"key": demo.keys.data.hex(), "complaints": demo.complaints}))
demo.close()
"""

PLAY = """
import json, sys
from pathlib import Path
from hallclient.demo import watchdog
app = watchdog.application()
from hallclient.credentials import Keys
from hallclient.demo import day, fill
from hallclient.demo.agenda import Clock
from hallclient.demo.city import city
from hallclient.demo.workplace import Staff
from hallclient.services import bundle, opening
from hallclient.settings import load
folder, told = Path(sys.argv[1]), json.loads(sys.argv[2])
clock, keys = Clock(fill.PICTURES), Keys(data=bytes.fromhex(told["key"]), place="file")
parts = opening.open_parts(load(folder), keys, clock=clock)
known = {int(number): found for number, found in told["complaints"].items()}
demo = fill.Demo(
    folder=folder, keys=keys, services=bundle.build(parts), clock=clock, city=city(), staff=Staff(parts, city()),
    now=fill.PICTURES, complaints=known,
)
watch = watchdog.Watchdog()
record = day.play(demo, Path(sys.argv[3]), watch)
blocks = [str(block) for block in watch.too_long]
print(json.dumps({
    "failed": record.failed, "times": watch.all_times, "blocks": blocks, "memory": watchdog.memory_mb(),
}))
"""


def said(code: str, *arguments: str) -> str:
    """The last line a process prints."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr.splitlines()[-1] if done.stderr else f"ended with {done.returncode}")
    return done.stdout.strip().splitlines()[-1]


def main() -> int:
    """Fill, play, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        told = said(FILL, str(folder / "profile"), "20000")
        found = json.loads(said(PLAY, str(folder / "profile"), told, str(folder / "out")))
    times = found["times"]
    status = report(
        [
            Figure(name="turn of the event loop, p99", value=percentile(times, 99), unit="ms", most=BLOCK),
            Figure(name="longest turn", value=max(times), unit="ms", most=BLOCK, beside=f"{len(times):,} turns"),
            Figure(name="turns over 50 ms", value=float(len(found["blocks"])), unit="turns", most=0),
            Figure(name="resident after the day", value=found["memory"], unit="MB", most=MEMORY),
        ]
    )
    print("\nTurns over 50 ms:\n" if found["blocks"] else "\nNo turn over 50 ms.")
    print("\n".join(f"- {block.strip()}" for block in found["blocks"]))
    return 1 if found["failed"] else status


if __name__ == "__main__":
    sys.exit(main())
