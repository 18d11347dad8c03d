"""docs/seed-rows.md says what the tests prove, no more and no less."""

from __future__ import annotations

from pathlib import Path

from tests.house.tree import ROOT
from tools.seed_rows import DOCUMENT, document, proofs


def test_seed_rows_are_fresh() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(proofs(ROOT / "tests")), "make rows"


def test_marks_are_read(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text(
        'import pytest\npytestmark = pytest.mark.row("S10")\n'
        '@pytest.mark.row("K04", "K5")\ndef test_a():\n    """Says | this.\n\n    More."""\n'
        'class TestB:\n    @pytest.mark.row("S2")\n    @pytest.mark.other("S3")\n    def test_c(self): ...\n'
        "def helper(): ...\n"
    )
    assert [(p.row, p.test, p.says) for p in proofs(tmp_path, tmp_path)] == [
        ("K04", "test_x.py::test_a", "Says / this."),
        ("K5", "test_x.py::test_a", "Says / this."),
        ("S2", "test_x.py::TestB::test_c", "c"),
        ("S10", "test_x.py::TestB::test_c", "c"),
        ("S10", "test_x.py::test_a", "Says / this."),
    ]
