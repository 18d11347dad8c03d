"""The log: a bug under its number with places in the code, and nothing that a person typed."""

from __future__ import annotations

import logging
from pathlib import Path

from hallclient import logs


def test_a_bug_is_logged_without_its_values(tmp_path: Path) -> None:
    logs.to_file(tmp_path)
    try:
        secret = "林晚照 10000000010"
        try:
            raise ValueError(secret)
        except ValueError as fault:
            logs.incident("E-1", fault)
        written = (tmp_path / "hallclient.log").read_text(encoding="utf-8")
    finally:
        for handler in list(logs.log.handlers):
            if isinstance(handler, logging.FileHandler):
                logs.log.removeHandler(handler)
                handler.close()
        logs.log.propagate = True
    assert "incident E-1 ValueError" in written and "test_logs.py" in written
    assert "林晚照" not in written and "1000000" not in written
