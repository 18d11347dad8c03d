"""A hall to test services in: a real encrypted store, copied from a template for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.halls import Clock, Hall, make_template, open_hall


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile folder with the organisation and one person of each role."""
    return make_template(tmp_path_factory.mktemp("template"))


@pytest.fixture
def hall(hall_template: Path, tmp_path: Path) -> Iterator[Hall]:
    """An open workspace of its own."""
    folder = tmp_path / "profile"
    shutil.copytree(hall_template, folder)
    opened = open_hall(folder, Clock())
    yield opened
    opened.store.close()
