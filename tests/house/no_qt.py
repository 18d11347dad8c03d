"""A pytest plugin, ``-p tests.house.no_qt``: the window's packages cannot be imported, as if not installed."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

BLOCKED = frozenset({"PySide6", "shiboken6", "pyqtgraph", "qtawesome"})


class _Absent(MetaPathFinder):
    def find_spec(self, name: str, path: Any = None, target: Any = None) -> None:
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"No module named {name!r} (below the window)", name=name)


already = BLOCKED & sys.modules.keys()
if already:
    raise RuntimeError(f"imported before it could be blocked: {sorted(already)}")
sys.meta_path.insert(0, _Absent())


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """pytest-qt stays out, so its settings in pyproject.toml are declared here in its place."""
    pluginmanager.set_blocked("pytest-qt")
    parser.addini("qt_api", "")
    parser.addini("qt_log_level_fail", "")
    parser.addini("qt_log_ignore", "", type="linelist")
