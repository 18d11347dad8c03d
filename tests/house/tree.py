"""The files of the house, for the checks over them."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "hallclient"
FORMS = SRC / "gui" / "forms"
UI = ROOT / "ui"
FIRST = SRC / "store" / "migrations" / "versions" / "0001_first.py"  # by tools/freeze_schema.py


def modules(folder: Path = SRC) -> list[Path]:
    """Every Python file written by hand under ``folder``."""
    return sorted(path for path in folder.rglob("*.py") if FORMS not in path.parents and path != FIRST)


def shown(path: Path) -> str:
    """A path as people read it in a failure."""
    return str(path.relative_to(ROOT)) if ROOT in path.parents else str(path)


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file, read once."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> list[tuple[int, str]]:
    """Line and full name of everything a file imports, wherever in the file."""
    found = []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append((node.lineno, "." * node.level + (node.module or "")))
    return found


def tracked() -> list[Path]:
    """The files git knows, those not added yet among them, less what it ignores."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def expect_none(faults: list[str]) -> None:
    """Fail with every fault on a line of its own."""
    assert not faults, "\n".join(["", *faults])
