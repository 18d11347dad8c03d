"""Writes docs/seed-rows.md: each row of the domain reference that a test proves, read from the marks in the tests."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "seed-rows.md"
HEAD = """# Rows of the domain reference that tests prove

Made by `make rows` from the marks in the tests. A row is here only where its "counts as working when" is what the
test checks.

| row | what is proved | test |
| --- | --- | --- |
"""


@dataclass(frozen=True, order=True)
class Proof:
    """One row, the test that proves it, and the test's own first sentence."""

    row: str
    test: str
    says: str


def proofs(tests: Path, root: Path = ROOT) -> list[Proof]:
    """Every mark ``@pytest.mark.row("K04")`` under ``tests``, on functions, classes and modules (``pytestmark``)."""
    found = []
    for path in sorted(tests.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        _collect(tree.body, _module_rows(tree), path.relative_to(root).as_posix(), found)
    return sorted(found, key=lambda proof: (*_order(proof.row), proof.test))


def _order(row: str) -> tuple[str, int]:
    letters, number = re.fullmatch(r"([A-Z]+)(\d+)", row, re.A).groups()  # type: ignore[union-attr]
    return letters, int(number)


def _collect(body: list[ast.stmt], rows: list[str], place: str, found: list[Proof]) -> None:
    for node in body:
        if isinstance(node, ast.ClassDef):
            _collect(node.body, [*rows, *_rows(node.decorator_list)], f"{place}::{node.name}", found)
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            says = (ast.get_docstring(node) or node.name.removeprefix("test_").replace("_", " ")).splitlines()[0]
            marked = dict.fromkeys([*rows, *_rows(node.decorator_list)])
            found += [Proof(row, f"{place}::{node.name}", says.replace("|", "/")) for row in marked]


def _rows(marks: list[ast.expr]) -> list[str]:
    return [
        argument.value
        for mark in marks
        if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Attribute) and mark.func.attr == "row"
        for argument in mark.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def _module_rows(tree: ast.Module) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and [t.id for t in node.targets if isinstance(t, ast.Name)] == ["pytestmark"]:
            return _rows(node.value.elts if isinstance(node.value, ast.List | ast.Tuple) else [node.value])
    return []


def document(found: list[Proof]) -> str:
    """The whole text of docs/seed-rows.md."""
    lines = [f"| {proof.row} | {proof.says} | `{proof.test}` |\n" for proof in found]
    return HEAD + "".join(lines) + f"\n{len({proof.row for proof in found})} rows, {len(found)} proofs.\n"


def main() -> None:
    found = proofs(ROOT / "tests")
    DOCUMENT.write_text(document(found), encoding="utf-8")
    print(f"{DOCUMENT.relative_to(ROOT)}: {len({proof.row for proof in found})} rows")


if __name__ == "__main__":
    main()
