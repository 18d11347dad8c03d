"""The shape of the house: sizes, names, a pure domain, nothing of one machine, no marks of unfinished work."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT, SRC, UI, expect_none, imports, modules, parsed, shown, tracked

MOST_LINES = 400
MOST_LINES_OF_ENTRANCES = 250
ENTRANCES = {SRC / "app.py", SRC / "gui" / "shell" / "window.py", SRC / "gui" / "shell" / "main_window.py"}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "tools"}
BY_HAND = [path for folder in ("src", "tests", "tools", "bench") for path in modules(ROOT / folder)]
# One letter in brackets in each, so that this file does not find itself.
UNFINISHED = re.compile(
    "|".join(
        (r"\bTO[D]O\b", r"\bFIX[M]E\b", r"\bXX[X]\b", r"raise NotImplemented[E]rror", r"pytest\.sk[i]p", r"\bxf[a]il\b")
    )
)
OF_ONE_MACHINE = re.compile(
    r"(?<![\w.])/(?:wor[k]|far[m]|roo[t]|hom[e]|User[s])/[\w.]"
    r"|[A-Z]:\\+User[s]\\"
    r"|\b(?:pypi\.or[g]|pythonhoste[d]|npmj[s]\.|deb\.debia[n]|mirror[s]\.[a-z]+\.)"
)
CLOCKS = {"now", "today", "utcnow", "localtime", "gmtime", "fromtimestamp"}
OUTSIDE = {
    "os",
    "io",
    "pathlib",
    "socket",
    "random",
    "secrets",
    "time",
    "sqlite3",
    "subprocess",
    "threading",
    "tempfile",
}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def too_long(paths: list[Path]) -> list[str]:
    limits = {path: MOST_LINES_OF_ENTRANCES if path in ENTRANCES else MOST_LINES for path in paths}
    return [f"{shown(p)}: {_lines(p)} lines, at most {limit}" for p, limit in limits.items() if _lines(p) > limit]


def impure(path: Path) -> list[str]:
    """What a domain module takes from outside: other floors, packages, the clock, files."""
    allowed = sys.stdlib_module_names - OUTSIDE
    found = []
    for line, name in imports(path):
        ours = name.startswith(("hallclient.domain", "hallclient.errors", "hallclient.catalog"))
        if not ours and name.partition(".")[0] not in allowed:
            found.append(f"{shown(path)}:{line} imports {name}")
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute) and called.attr in CLOCKS:
                found.append(f"{shown(path)}:{node.lineno} reads the clock: {called.attr}()")
            elif isinstance(called, ast.Name) and called.id in {"open", "print", "input"}:
                found.append(f"{shown(path)}:{node.lineno} calls {called.id}()")
    return found


def unfinished(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [f"{shown(path)}:{n} {line.strip()}" for n, line in enumerate(lines, 1) if UNFINISHED.search(line)]


def of_one_machine(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []
    return [
        f"{shown(path)}:{n} {found[0]}" for n, line in enumerate(lines, 1) if (found := OF_ONE_MACHINE.search(line))
    ]


def test_files_are_short() -> None:
    expect_none(too_long(BY_HAND))


def test_no_drawers() -> None:
    parts = [path.relative_to(SRC) for path in modules()]
    expect_none([str(part) for part in parts if DRAWERS & {part.stem, *part.parts[:-1]}])


def test_init_files_are_empty() -> None:
    expect_none([shown(path) for path in BY_HAND if path.name == "__init__.py" and path.read_text().strip()])


def test_imports_are_absolute() -> None:
    expect_none([shown(path) for path in BY_HAND if any(name.startswith(".") for _, name in imports(path))])


def test_modules_say_what_they_are() -> None:
    silent = [path for path in modules() if path.name != "__init__.py" and not ast.get_docstring(parsed(path))]
    expect_none([shown(path) for path in silent])


def test_domain_is_pure() -> None:
    expect_none([line for path in modules(SRC / "domain") for line in impure(path)])


def test_lists_are_models() -> None:
    written = [*modules(SRC / "gui"), *UI.rglob("*.ui")]
    expect_none([shown(path) for path in written if "QTableWidget" in path.read_text(encoding="utf-8")])


def test_nothing_is_left_unfinished() -> None:
    expect_none([line for path in BY_HAND for line in unfinished(path)])


def test_tracked_files_name_no_machine_and_no_registry() -> None:
    expect_none([line for path in tracked() for line in of_one_machine(path)])


def test_locks_have_hashes_and_no_addresses() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        pinned = re.findall(r"^[\w.-]+(?:\[[\w,]+\])?==.*?(?=^\S|\Z)", text, re.M | re.S)
        assert pinned, shown(lock)
        assert [entry.split()[0] for entry in pinned if "--hash=sha256:" not in entry] == [], shown(lock)
        assert "://" not in text, shown(lock)
    expect_none([shown(path) for path in tracked() if path.name in {"uv.lock", "poetry.lock"}])


def test_lock_holds_what_the_project_asks_for() -> None:
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {"runtime.txt": project["project"]["dependencies"], "dev.txt": project["dependency-groups"]["dev"]}
    for lock, requirements in wanted.items():
        text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
        locked = [
            (canonicalize_name(name), version) for name, version in re.findall(r"^([\w.-]+)==([\w.+!]+)", text, re.M)
        ]
        for requirement in map(Requirement, requirements):
            versions = [version for name, version in locked if name == canonicalize_name(requirement.name)]
            assert versions, f"{lock}: {requirement} is not locked: make lock"
            assert all(requirement.specifier.contains(version) for version in versions), (
                f"{lock}: {requirement}: make lock"
            )


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (lambda path: too_long([path]), "\n" * (MOST_LINES + 1)),
        (impure, "from datetime import datetime\n\nMOMENT = datetime.now()\n"),
        (impure, "import os\n"),
        (impure, "import hallclient.store.base\n"),
        (unfinished, "# TO" + "DO later\n"),
        (of_one_machine, "PATH = '/wo" + "rk/x'\n"),
        (of_one_machine, "--index https://py" + "pi.org/simple\n"),
    ],
)
def test_the_checks_see_what_they_are_for(check, text, tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text(text)
    assert check(tmp_path / "bad.py")
