"""A small city, filled once, and the real program on a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hallclient.credentials import Keys
from hallclient.demo import fill
from hallclient.demo.agenda import Clock
from hallclient.demo.city import city
from hallclient.demo.day_stage import Stage
from hallclient.demo.fill import PICTURES, Demo
from hallclient.demo.workplace import Staff
from hallclient.services import bundle, opening
from hallclient.settings import Settings

CUSTOMERS = 600


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Keys, dict[int, str]]:
    """The folder of a filled workspace, its key, and the complaints by their number."""
    folder = tmp_path_factory.mktemp("city") / "profile"
    demo = fill.fill(folder, customers=CUSTOMERS, now=PICTURES, orders_per_kind=1)
    demo.close()
    return folder, demo.keys, demo.complaints


@pytest.fixture
def demo(filled: tuple[Path, Keys, dict[int, str]], tmp_path: Path) -> Demo:
    """A copy of it, open. The stage closes it."""
    template, keys, complaints = filled
    folder = tmp_path / "profile"
    shutil.copytree(template, folder)
    clock, told = Clock(PICTURES), city()
    parts = opening.open_parts(Settings(folder=folder, demo=True), keys, clock=clock)
    return Demo(
        folder=folder, keys=keys, services=bundle.build(parts), clock=clock, city=told, staff=Staff(parts, told),
        now=PICTURES, complaints=complaints,
    )  # fmt: skip


@pytest.fixture
def stage(demo: Demo, qapp: QApplication) -> Iterator[Stage]:
    """The program at its sign-in."""
    stage = Stage(demo)
    stage.open()
    yield stage
    stage.close()
