"""Imports go down only (the contracts in pyproject.toml), and each contract can break."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.house.tree import ROOT, SRC

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
NAMES = {c["name"] for c in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]}


def _lint(folder: Path) -> tuple[int, str]:
    environment = os.environ | {"PYTHONPATH": f"{folder / 'src'}{os.pathsep}{ROOT}", "COLUMNS": "200"}
    command = [sys.executable, "-c", LINT, "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_imports_go_down_only() -> None:
    code, report = _lint(ROOT)
    assert code == 0, report


def test_every_contract_breaks_in_a_house_built_wrongly(tmp_path: Path) -> None:
    shutil.copytree(SRC, tmp_path / "src" / "hallclient", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    wrong = {
        "store/audit.py": "import PySide6.QtCore, keyring\nimport hallclient.services\n",
        "gui/counter/__init__.py": "import sqlalchemy, reportlab.lib\nimport hallclient.gui.admin\n",
    }
    for name, text in wrong.items():
        with (tmp_path / "src" / "hallclient" / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}")
    (tmp_path / "src" / "hallclient" / "on_no_floor.py").touch()
    code, report = _lint(tmp_path)
    assert code == 1, report
    assert set(re.findall(r"^(.+) BROKEN$", report, re.M)) == NAMES
    assert "hallclient.on_no_floor" in report
