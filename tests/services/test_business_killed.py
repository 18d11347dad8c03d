"""Killing the program inside accept: nothing half-saved, and the number goes to the next order."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_kill_inside_accept_leaves_nothing_and_skips_no_number(hall_template: Path, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(hall_template, folder)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.services.business_killed", str(folder)],
        cwd=ROOT, capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    before, *kills, last = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(kills) >= 5 and all(one["killed"] for one in kills) and not last["killed"]
    same = ("orders", "stages", "documents", "events", "timeline", "last", "broken")
    for one in kills:
        assert {name: one[name] for name in same} == dict.fromkeys(same, 0), f"killed at statement {one['at']}"
    assert (last["orders"], last["last"], last["timeline"], last["events"], last["broken"]) == (1, 1, 1, 1, 0)
    assert last["stages"] == 6 and last["documents"] >= 3
    assert before["orders"] == 0
