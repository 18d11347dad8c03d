"""Halls to break things in: real encrypted stores and vaults, copied from a template."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hallclient.services import bundle
from hallclient.services.bundle import Services
from tests.halls import Clock, Hall, make_template, open_hall


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile folder with the organisation and one person of each role."""
    return make_template(tmp_path_factory.mktemp("template"))


@contextmanager
def opened(template: Path, folder: Path) -> Iterator[Hall]:
    """A workspace copied into a folder, for a whole file of tests."""
    made = open_hall(Path(shutil.copytree(template, folder / "profile")), Clock())
    try:
        yield made
    finally:
        made.store.close()


@pytest.fixture
def profile(hall_template: Path, tmp_path: Path) -> Path:
    """A profile folder of its own, closed."""
    return Path(shutil.copytree(hall_template, tmp_path / "profile"))


@pytest.fixture
def hall(profile: Path) -> Iterator[Hall]:
    """An open workspace of its own."""
    made = open_hall(profile, Clock())
    yield made
    made.store.close()


@pytest.fixture
def services(hall: Hall) -> Services:
    """Every service over that workspace."""
    return bundle.build(hall.parts)
