"""The shipped catalog of both profiles, and a way to lay files over it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hallclient import resources
from hallclient.catalog.loader import load
from hallclient.catalog.lookups import Catalog

TODAY = date(2026, 6, 10)

Overlay = Callable[..., Catalog]


@pytest.fixture(scope="session")
def sgcc() -> Catalog:
    return load([resources.folder("catalog")], "sgcc", today=TODAY)


@pytest.fixture(scope="session")
def csg() -> Catalog:
    return load([resources.folder("catalog")], "csg", today=TODAY)


@pytest.fixture
def overlay(tmp_path: Path) -> Overlay:
    """Load the shipped catalog with a utility's own file over it."""

    def laid(text: str | bytes, name: str = "local.toml", profile: str = "sgcc", today: date = TODAY) -> Catalog:
        path = tmp_path / "catalog" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load([resources.folder("catalog"), tmp_path / "catalog"], profile, today=today)

    return laid
