"""Kill -9 at any moment of intake: nothing half-saved, nothing that was said to be safe lost, no number given twice."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from tests.faults.killed_intake import KILLS, MOMENTS

ROOT = Path(__file__).parents[2]


def test_kill_9_at_random_moments_of_intake(hall_template: Path, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(hall_template, folder)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults.killed_intake", str(folder), "20260610"],
        cwd=ROOT, capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-3000:]
    kills = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(kills) == KILLS + len(MOMENTS)
    safe: list[str] = []
    for one in kills:
        where = f"{one['moment'] or 'any moment'}: {one}"
        assert one["exit"] == -signal.SIGKILL, where
        safe += one["said"]
        assert set(safe) <= set(one["cases"]), where
        assert len(one["cases"]) <= len(safe) + len(kills), "at most the one in hand was committed and not yet told"
        for numbers, prefix in ((one["cases"], "SQ"), (one["evidence"], "ZJ")):
            assert numbers == [f"{prefix}-LD03-20260610-{i:04d}" for i in range(1, len(numbers) + 1)], where
        assert (one["incomplete"], one["unreadable"], one["missing"]) == ([], [], []), where
        assert (one["broken"], one["damaged"]) == (None, 0), where
        assert one["strays"] == one["swept"] <= 1, where
        assert one["left"] == [], where
    assert len(safe) == len(set(safe)) >= KILLS // 3, "the children got some work done"
    by_moment = dict(zip(MOMENTS, kills, strict=False))
    assert by_moment["writing"]["swept"] == by_moment["before the record"]["swept"] == 1
    assert by_moment["at the commit"]["cases"] == []
