"""From the command to the first window and to the sign-in, beside a bare Qt window in the same run.

Each start is a process of its own on a set-up profile with a keyring backend that holds the key in memory. Warm disk
cache: the medians of several starts after one that is not counted. Offscreen, so no compositor is measured.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from figures import Figure, report

RUNS = 7
FIRST_WINDOW, READY = 500.0, 1000.0

BARE = """
import time, sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv); window = QMainWindow(); window.show(); app.processEvents()
print(time.time())
"""

OURS = """
import json, sys, time
from pathlib import Path
from hallclient import app as program_of, credentials
from hallclient.settings import Settings
profile, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
credentials.load = lambda folder, passphrase=None: credentials.Keys(data=key, place="keyring")
app = program_of.application()
program = program_of.Program(Settings(folder=profile, theme="light"))
marks = {}
def ready(window):
    app.processEvents()
    marks["ready"] = time.time()
    app.quit()
program.ready.connect(ready)
program.start()
app.processEvents()
marks["first"] = time.time()
app.exec()
program.close()
print(json.dumps(marks))
"""


def profile_in(folder: Path) -> tuple[Path, str]:
    """A set-up profile whose key is known to the benchmark."""
    from tests.halls import KEYS, make_template

    made = make_template(folder / "profile")
    facts = {"version": 1, "name": "bench", "place": "keyring"}
    (made / "profile.json").write_text(json.dumps(facts), encoding="utf-8")
    return made, KEYS.data.hex()


def started(code: str, *arguments: str) -> tuple[float, str]:
    """When the process was started, and what it printed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, *arguments]
    begin = time.time()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return begin, done.stdout.strip().splitlines()[-1]


def main() -> int:
    """Start both in turn and print the medians."""
    bare, first, ready = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        profile, key = profile_in(Path(folder))
        for run in range(RUNS + 1):
            begin, said = started(BARE)
            mine, marks = started(OURS, str(profile), key)
            found = json.loads(marks)
            if run:
                bare.append((float(said) - begin) * 1000)
                first.append((found["first"] - mine) * 1000)
                ready.append((found["ready"] - mine) * 1000)
    base = statistics.median(bare)
    rows = []
    for name, values, most in (("first window", first, FIRST_WINDOW), ("ready for sign-in", ready, READY)):
        middle = statistics.median(values)
        beside = f"bare Qt window {base:.0f} ms, ratio {middle / base:.1f}"
        rows.append(Figure(name=f"{name}, median of {RUNS}", value=middle, unit="ms", most=most, beside=beside))
    return report(rows)


if __name__ == "__main__":
    sys.exit(main())
