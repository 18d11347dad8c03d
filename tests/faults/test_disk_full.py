"""A disk that fills up during intake, save and import: a sentence, nothing half-saved, and on it goes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hallclient.errors import Unavailable
from tests.faults.sentences import spoken

ROOT = Path(__file__).parents[2]
SIZE = "12m"


def mounted(folder: Path) -> bool:
    """Mount a small file system on the folder, where the machine lets us."""
    mount = shutil.which("mount")
    if mount is None or os.name == "nt" or os.geteuid() != 0:
        return False
    return subprocess.run([mount, "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder], check=False).returncode == 0


@pytest.fixture
def small(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder on a small disk: a file system of its own, or a limit on the size of files."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not mounted(folder):
        yield folder, "limited"
        return
    yield folder, "mounted"
    subprocess.run(["umount", folder], check=True)


def ran(template: Path, folder: Path, how: str) -> dict[str, Any]:
    shutil.copytree(template, folder / "profile")
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.small_disk", str(folder), how],
        cwd=ROOT, capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return dict(json.loads(done.stdout))


def check(told: dict[str, Any], how: str) -> None:
    full = {"store.disk_full", "evidence.disk_full"} | ({"store.disk_fault"} if how == "limited" else set())
    for one in told["said"]:
        assert one["code"] in full | {""}, one
        if one["code"]:
            spoken(Unavailable(one["code"], missing_mb=""))
            assert one["same"], f"something stayed of {one}"
    refused = {one["act"] for one in told["said"] if one["code"]}
    assert refused >= {"order", "evidence", "small evidence", "complaint", "import"}, refused
    assert {one["code"] for one in told["said"] if one["act"] == "evidence"} >= {"evidence.disk_full"}
    for act, prefix in (("order", "SL"), ("complaint", "SQ")):
        given = [one["gave"] for one in told["said"] if one["act"] == act and one["gave"]]
        given.append(told["again"][act]["gave"])
        assert given == [f"{prefix}-LD03-20260610-{i:04d}" for i in range(1, len(given) + 1)]
    pieces = [one["gave"] for one in told["said"] if one["act"].endswith("evidence") and one["gave"]]
    pieces += [told["again"][name]["gave"] for name in ("evidence", "small evidence")]
    assert [number[-4:] for number in pieces] == [f"{i:04d}" for i in range(1, len(pieces) + 1)]
    assert all(not one["code"] for one in told["again"].values()), told["again"]
    assert all(told["well"].values()), told["well"]
    assert told["broken"] is None
    assert told["missing"] == []


def test_a_full_disk_ends_in_a_sentence_and_nothing_is_lost(hall_template: Path, small: tuple[Path, str]) -> None:
    folder, how = small
    check(ran(hall_template, folder, how), how)


def test_files_that_may_not_grow_end_the_same(hall_template: Path, tmp_path: Path) -> None:
    check(ran(hall_template, tmp_path, "limited"), "limited")
