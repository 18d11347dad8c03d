"""A small city, filled once, and the real program on a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hallclient.credentials import Keys
from hallclient.demo import fill
from hallclient.demo.day_stage import Stage, filled_before
from hallclient.demo.fill import PICTURES, Demo

CUSTOMERS = 600


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Keys]:
    """The folder of a filled workspace, and its key."""
    folder = tmp_path_factory.mktemp("city") / "profile"
    demo = fill.fill(folder, customers=CUSTOMERS, now=PICTURES, orders_per_kind=1)
    demo.close()
    return folder, demo.keys


@pytest.fixture
def demo(filled: tuple[Path, Keys], tmp_path: Path) -> Demo:
    """A copy of it, open. The stage closes it."""
    template, keys = filled
    folder = tmp_path / "profile"
    shutil.copytree(template, folder)
    return filled_before(folder, keys)


@pytest.fixture
def stage(demo: Demo, qapp: QApplication) -> Iterator[Stage]:
    """The program at its sign-in."""
    stage = Stage(demo)
    stage.open()
    yield stage
    stage.close()
